"""The channels' and sources' tab: out of use and in use again; the intake form follows at once."""

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, opened, settings_tab, sheet

from desktop.acts.keeping_channels import OfferChannel, offer_channel
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from ui.dialogs.correct import CorrectSheet
from ui.operations import Operations
from ui.pages.intake.page import IntakePage
from ui.pages.settings.channels import ChannelList, ChannelsTab, SourceList

PHONE, MOBILE = "โทรศัพท์", "โทรศัพท์เคลื่อนที่ของผู้บริหาร"
PUBLIC = "ประชาชนโดยตรง"


def shown(operations: Operations, qtbot: QtBot) -> ChannelsTab:
    return settings_tab(operations, "ช่องทาง", ChannelsTab, qtbot)


@pytest.fixture
def tab(operations: Operations, admin: Actor, qtbot: QtBot) -> ChannelsTab:
    operations.sign_in(admin)
    return shown(operations, qtbot)


def line(part: ChannelList | SourceList, name: str) -> list[str]:
    """Choose a line, and return what it says."""
    table = part.table
    cells = [
        [item.text() for column in range(table.columnCount()) if (item := table.item(row, column))]
        for row in range(table.rowCount())
    ]
    (row,) = (row for row, one in enumerate(cells) if one[0] == name)
    table.selectRow(row)
    return cells[row]


def test_a_channel_out_of_use_is_offered_no_more_and_may_come_back(
    tab: ChannelsTab, operations: Operations, page: IntakePage, qtbot: QtBot
) -> None:
    page.begin(ChannelKind.PHONE)
    offered = page.form.channel.channel.combo
    assert offered.findText(PHONE) >= 0
    assert line(tab.channels, PHONE) == [PHONE, "โทรศัพท์", "ทุกวันทำการ", "ใช้อยู่"]
    tab.channels.offer_button.click()
    qtbot.waitUntil(lambda: offered.findText(PHONE) < 0)
    drained(operations, qtbot)
    assert line(tab.channels, PHONE)[3] == "เลิกใช้แล้ว"
    # The form goes on by what is left of the kind.
    assert offered.currentText() == MOBILE
    line(tab.channels, MOBILE)
    tab.channels.offer_button.click()
    drained(operations, qtbot)
    (said,) = tab.channels.notices.shown()
    assert "ช่องทางสุดท้าย" in said
    line(tab.channels, PHONE)
    assert tab.channels.offer_button.text() == "ใช้อีกครั้ง"
    QTest.keyClick(tab.channels.offer_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: offered.findText(PHONE) >= 0)


def test_a_source_out_of_use_is_offered_no_more(
    tab: ChannelsTab, operations: Operations, page: IntakePage, qtbot: QtBot
) -> None:
    offered = page.form.channel.source.combo
    assert offered.findText(PUBLIC) >= 0
    assert line(tab.sources, PUBLIC) == [PUBLIC, "–", "๕", "ใช้อยู่"]
    tab.sources.offer_button.click()
    qtbot.waitUntil(lambda: offered.findText(PUBLIC) < 0)
    drained(operations, qtbot)
    assert line(tab.sources, PUBLIC)[3] == "เลิกใช้แล้ว"


def test_a_complaint_that_came_by_it_shows_it_and_is_corrected_with_it(
    operations: Operations, desk: Desk, admin: Actor, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    case_id = register(RegisterComplaint("k", form(clock.at)), desk, clerk).case_id
    offer_channel(OfferChannel(2, active=False), desk, admin)
    operations.sign_in(BOSS)
    case = opened(operations, desk, case_id, qtbot)
    assert case.case is not None
    assert case.case.channel.name == PHONE
    QTest.keyClick(case, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    asked = sheet(case, CorrectSheet, qtbot)
    drained(operations, qtbot)
    assert asked.form.channel.channel.combo.currentText() == PHONE
    asked.reject()


def test_who_does_not_keep_the_office_only_looks(operations: Operations, qtbot: QtBot) -> None:
    tab = shown(operations, qtbot)
    for part in (tab.channels, tab.sources):
        assert part.table.rowCount() > 0
        assert not part.tools.isVisible()
