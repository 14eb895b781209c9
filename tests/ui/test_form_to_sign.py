"""A visitor signs before leaving: the form is shown from where the number is, by one key."""

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from windows import sheet

from desktop.rules.complaint import ChannelKind
from ui.dialogs.paper import PaperDialog
from ui.pages.intake.page import IntakePage

SMALLEST_PAGE = 848
"""The smallest window, less the sidebar."""


def one_page() -> bytes:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


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


def test_letters_of_the_pile_are_counted_and_a_scan_is_shown_with_its_stamp(
    page: IntakePage, qtbot: QtBot
) -> None:
    page.begin(ChannelKind.LETTER)
    for count in ("๑", "๒"):
        for name, text in (
            ("petitioners.0.first", "ปราณี"),
            ("matter.subject", "หลังคารั่ว"),
            ("category_id", "9"),
        ):
            page.form.sheet.field(name).set_text(text)
        if count == "๒":
            page.form.side.files.put("หนังสือ.pdf", one_page())
        page.save()
        qtbot.waitUntil(page.done.isVisible)
        assert page.done.counted.text() == f"ลงหนังสือต่อเนื่องแล้ว {count} ฉบับ"
        assert page.done.form.isVisible() is (count == "๒")
        if count == "๑":
            page.next()
    assert page.done.minimumSizeHint().width() <= SMALLEST_PAGE
    page.done.form.click()
    shown = sheet(page, PaperDialog, qtbot)
    assert shown.windowTitle() == "หนังสือ.pdf"
    shown.reject()
