"""Notices: those that stay take room only while they are there, those that pass take none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import notices as passing_notices
from ui.notices import Notices
from ui.theme import Tone

LONG = "เรื่องนี้ยังมีผู้ร้องที่ยังไม่ได้รับหนังสือ " * 6


class Page(QWidget):
    """A page of a title and a body below its notices."""

    def __init__(self) -> None:
        super().__init__()
        self.notices = Notices()
        self.title = QLabel("ทะเบียน")
        body = QPushButton("รายการ")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.notices)
        column.addWidget(self.title)
        column.addWidget(body, 1)
        self.resize(800, 500)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    return made


def top(page: Page) -> Callable[[int], bool]:
    return lambda at: page.title.mapTo(page, QPoint()).y() == at


def test_no_notice_takes_no_room(page: Page, qtbot: QtBot) -> None:
    at = top(page)
    qtbot.waitUntil(lambda: at(16))
    staying = page.notices.stay("บันทึกไม่ได้", Tone.LATE)
    qtbot.waitUntil(lambda: not at(16))
    staying.close_button.click()
    qtbot.waitUntil(lambda: at(16))


def test_a_passing_notice_moves_nothing_and_covers_no_button_at_the_foot(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passing_notices, "PASSING", 200)
    at = top(page)
    notice = page.notices.passing(LONG, Tone.SOON)
    qtbot.waitUntil(lambda: notice.height() > 60)
    assert at(16)
    assert page.notices.shown() == [LONG]
    foot = notice.mapTo(page, notice.rect().bottomLeft())
    assert page.height() - foot.y() >= 60
    under = page.childAt(notice.mapTo(page, notice.rect().center()))
    assert under is not None
    assert notice.isAncestorOf(under)
    page.resize(500, 400)
    assert page.rect().contains(notice.mapTo(page, notice.rect().bottomRight()))
    qtbot.waitUntil(lambda: not page.notices.shown())
    assert at(16)


def test_a_passing_notice_is_reached_by_keyboard(page: Page, qtbot: QtBot) -> None:
    done: list[str] = []
    notice = page.notices.passing("ปิดร่างแล้ว", Tone.OK, "ทิ้งร่าง…", lambda: done.append("ทิ้ง"))
    assert notice.action.focusPolicy() & Qt.FocusPolicy.TabFocus
    notice.action.click()
    assert done == ["ทิ้ง"]
    qtbot.waitUntil(lambda: not page.notices.shown())
