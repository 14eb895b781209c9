"""A practised clerk's phone complaint: every key from list to number, and no mouse."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery
from ui.actions import Act
from ui.counter import Counter
from ui.operations import Operations
from ui.pages.intake.page import IntakePage

README = Path(__file__).resolve().parents[2] / "README.md"


class Typist:
    """Types into whatever has the cursor, and counts."""

    def __init__(self) -> None:
        self.letters = 0
        self.others = 0
        self.fields: set[QWidget] = set()

    def type(self, text: str) -> None:
        self.fields.add(self.cursor)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.cursor, event)
        self.letters += len(text)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.cursor, key, modifier)
        self.others += 1

    @property
    def cursor(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@pytest.fixture
def counter(operations: Operations, desk: Desk, qtbot: QtBot) -> Iterator[Counter]:
    made = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    list_page = made.page(Act.REGISTER)
    qtbot.waitUntil(list_page.isVisible)
    yield made
    made.leave()


def test_readme_tells_the_keys_of_a_phone_complaint(
    counter: Counter, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    hand = Typist()
    counter.setFocus()
    hand.press(Qt.Key.Key_F2)
    page = counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    qtbot.waitUntil(lambda: page.form.channel.source.value() is not None)
    for text in ("0812345678", "นางปราณี สุขใจ"):
        hand.type(text)
        hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    hand.type("มะขาม จันท")
    hand.press(Qt.Key.Key_Return)
    hand.type("อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน")
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Tab)
    hand.type("อา")
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.done.isVisible)

    ids = desk.reading.register_ids(clerk, RegisterQuery(), desk.now())
    who = desk.reading.case(clerk, ids[0]).petitioners[0]
    assert (who.prefix, who.first, who.last) == ("นาง", "ปราณี", "สุขใจ")
    assert who.address.province == "จันทบุรี"
    told = README.read_text("utf-8").partition("## A phone complaint in keys")[2]
    said = re.search(r"(\d+) fields.*?(\d+) letters.*?(\d+) other keys", told, re.DOTALL)
    assert said is not None
    assert [int(n) for n in said.groups()] == [len(hand.fields), hand.letters, hand.others]
