"""The page of channels looked at: one key for all, one sheet for one, a paper for the month."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pytest
from clock import Clock
from paper import pages_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, sheet

from desktop.ports import Desk
from desktop.reading import Reading
from desktop.rules.catalogue import CheckEvery
from desktop.rules.checking import ChannelCheck
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.dialogs.channel_check import CheckEverySheet, CheckSheet
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.checks import ChecksPage


@pytest.fixture
def page(operations: Operations, qtbot: QtBot) -> ChecksPage:
    operations.sign_in(BOSS)
    made = ChecksPage(operations)
    qtbot.addWidget(made)
    made.resize(1154, 686)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive()
    qtbot.waitUntil(lambda: made.table.rowCount() > 0)
    return made


def test_no_act_is_offered_before_the_log_is_there(operations: Operations, qtbot: QtBot) -> None:
    operations.sign_in(BOSS)
    page = ChecksPage(operations)
    qtbot.addWidget(page)
    acts = (page.all_button, page.paper_button, page.one_button, page.often_button)
    assert not any(act.isEnabled() for act in acts)
    page.arrive()
    assert not any(act.isEnabled() for act in acts)
    drained(operations, qtbot)
    assert [act.isEnabled() for act in acts] == [True, True, False, False]


def cell(page: ChecksPage, row: int, column: int) -> str:
    item = page.table.item(row, column)
    assert item is not None
    return item.text()


def test_one_key_says_that_every_daily_channel_was_looked_at(
    page: ChecksPage, operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    assert cell(page, 0, 2) == "ยังไม่ได้ตรวจ"
    # The log begins with the first check; nothing was missed before.
    assert cell(page, 0, 3) == "–"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    # A button pressed by its key stays down for a moment.
    qtbot.waitUntil(lambda: cell(page, 0, 2) == "ตรวจ ๑๐.๓๘ น. โดย นางวิภา นำทาง")
    today = official_date(desk.now())
    logged = {check.channel_id for check in desk.reading.checks(BOSS, today, today)}
    daily = {
        channel.id
        for channel in desk.reading.lists(BOSS).channels
        if channel.every in (CheckEvery.WORKDAY, CheckEvery.DAY)
    }
    assert logged == daily
    page.check_all()
    assert any("ครบทุกช่องทาง" in said for said in page.notices.shown())
    assert len(desk.reading.checks(BOSS, today, today)) == len(daily)
    clock.at += timedelta(days=3)
    page.refresh()
    drained(operations, qtbot)
    assert cell(page, 0, 3) == "๑๖, ๑๗"


def test_what_was_found_in_a_channel_is_typed_on_a_sheet(
    page: ChecksPage, operations: Operations, qtbot: QtBot
) -> None:
    assert not page.one_button.isEnabled()
    page.table.selectRow(0)
    page.one_button.click()
    checking = sheet(page, CheckSheet, qtbot)
    checking.found.set_text("สาม")
    checking.save()
    assert checking.found.error
    checking.found.set_text("3")
    accepted(checking, checking.save, qtbot)
    drained(operations, qtbot)
    assert cell(page, 0, 2).endswith("พบ ๓ เรื่อง")


def test_how_often_is_changed_with_its_words(
    page: ChecksPage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.often_button.click()
    changing = sheet(page, CheckEverySheet, qtbot)
    changing.every.set_text("week")
    changing.said.set_text("ทุกวันศุกร์")
    accepted(changing, changing.save, qtbot)
    drained(operations, qtbot)
    assert cell(page, 0, 1) == "ทุกวันศุกร์"
    assert desk.reading.lists(BOSS).channels[0].every is CheckEvery.WEEK


def test_the_months_sheet_is_shown_as_it_prints(
    page: ChecksPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_paper()
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    shown = page.findChildren(PaperDialog)[-1]
    assert isinstance(shown, PaperDialog)
    shown.save_to(tmp_path / "paper.pdf")
    with qtbot.waitSignal(shown.destroyed):
        shown.reject()
    text = "".join(pages_of((tmp_path / "paper.pdf").read_bytes()))
    assert "บันทึกการตรวจช่องทางรับเรื่องร้องเรียน" in text
    assert "กรกฎาคมพ.ศ.๒๕๖๙" in text


def test_a_clerk_checks_but_does_not_set_how_often(
    operations: Operations, clerk: Actor, qtbot: QtBot
) -> None:
    made = ChecksPage(operations)
    qtbot.addWidget(made)
    made.show()
    made.arrive()
    drained(operations, qtbot)
    assert not made.all_button.isHidden()
    assert made.often_button.isHidden()


def months(page: ChecksPage) -> list[str]:
    combo = page.month.combo
    return [combo.itemText(place) for place in range(combo.count())]


def test_an_earlier_month_is_chosen_and_printed(
    page: ChecksPage, operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot, tmp_path: Path
) -> None:
    assert months(page) == ["กรกฎาคม ๒๕๖๙"]
    page.check_all()
    drained(operations, qtbot)
    clock.at += timedelta(days=31)
    page.refresh()
    drained(operations, qtbot)
    assert months(page) == ["สิงหาคม ๒๕๖๙", "กรกฎาคม ๒๕๖๙"]
    # Since the month began nobody looked; the 12th is a holiday.
    assert cell(page, 0, 3) == "๓, ๔, ๕, ๖, ๗, ๑๐, ๑๑, ๑๓, ๑๔"
    page.month.set_text("2026-07-01")
    drained(operations, qtbot)
    assert cell(page, 0, 3).startswith("๑๖, ๑๗, ๒๐")
    assert cell(page, 0, 3).endswith("๓๑")
    assert cell(page, 0, 2) == "–"
    page.show_paper()
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    shown = page.findChildren(PaperDialog)[-1]
    assert isinstance(shown, PaperDialog)
    shown.save_to(tmp_path / "paper.pdf")
    with qtbot.waitSignal(shown.destroyed):
        shown.reject()
    text = "".join(pages_of((tmp_path / "paper.pdf").read_bytes()))
    assert "กรกฎาคมพ.ศ.๒๕๖๙" in text


def test_a_month_read_slowly_is_not_shown_under_another(
    page: ChecksPage, operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    page.check_all()
    drained(operations, qtbot)
    clock.at += timedelta(days=31)
    page.refresh()
    drained(operations, qtbot)
    august, gate, read = cell(page, 0, 3), Event(), type(desk.reading).checks

    def slowly(reading: Reading, actor: Actor, first: date, last: date) -> Sequence[ChannelCheck]:
        if first < date(2026, 7, 20):
            assert gate.wait(5)
        return read(reading, actor, first, last)

    with patch.object(type(desk.reading), "checks", slowly):
        page.month.set_text("2026-07-01")
        page.month.set_text("")
        qtbot.waitUntil(lambda: operations._under_way == 1)
        gate.set()
        drained(operations, qtbot)
    assert page.month.combo.currentText() == "สิงหาคม ๒๕๖๙"
    assert cell(page, 0, 3) == august
