"""A visitor signs before leaving: the form is shown from where the number is, by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import sheet

from desktop.rules.complaint import ChannelKind
from ui.dialogs.paper import PaperDialog
from ui.pages.intake.page import IntakePage


@pytest.mark.parametrize("kind", [ChannelKind.WALK_IN, ChannelKind.PHONE])
def test_what_a_visitor_signs_is_shown_by_its_key(
    page: IntakePage, kind: ChannelKind, qtbot: QtBot
) -> None:
    page.begin(kind)
    for name, text in (
        ("petitioners.0.first", "ปราณี"),
        ("matter.subject", "หลังคารั่ว"),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    assert page.done.form.isVisible() is (kind is ChannelKind.WALK_IN)
    if kind is ChannelKind.WALK_IN:
        with qtbot.waitActive(page):
            page.activateWindow()
        QTest.keyClick(page.done.next, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        shown = sheet(page, PaperDialog, qtbot)
        assert shown.windowTitle() == "แบบคำร้องเรียน ๑ (ด้วยตนเอง) ๑/๒๕๖๙"
        shown.reject()
