"""The search box over the register: results while typing, operators offered, mistakes told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from clock import Clock
from office import form, signed_by
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.asking import read_search
from desktop.rules.complaint import Matter
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from ui import theme
from ui.actions import Act
from ui.counter import Counter
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK}))
SUBJECTS = ("ไฟถนนดับ", "นํ้าท่วมถนน", "ครูมาสาย")


@pytest.fixture
def counter(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> Counter:
    """The counter over three complaints, the search box waiting."""
    for number, subject in enumerate(SUBJECTS):
        made = form(
            clock.at - timedelta(minutes=5),
            matter=Matter(subject, "เล่าไว้ว่ามีสายไฟห้อย" if number == 2 else ""),
            petitioners=signed_by(first=("สมชาย", "ถนอม", "ปราณี")[number]),
        )
        register(RegisterComplaint(subject, made), desk, clerk)
    operations.sign_in(BOSS)
    shown = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(shown, before_close_func=lambda one: one.leave())
    shown.resize(1366, 768)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    qtbot.waitUntil(lambda: page(shown).model.rowCount() == 3)
    qtbot.waitUntil(lambda: bool(page(shown).searching.terms.channels))
    QTest.keyClick(shown, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(shown.top.search.hasFocus)
    return shown


def page(counter: Counter) -> RegisterPage:
    shown = counter.page(Act.REGISTER)
    assert isinstance(shown, RegisterPage)
    return shown


@pytest.fixture
def seek(counter: Counter, qtbot: QtBot) -> Callable[[str], list[str]]:
    """Type into the search box and tell the subjects that are then listed."""

    def typed(text: str) -> list[str]:
        list_, box = page(counter), counter.top.search
        with qtbot.waitSignal(list_.filled):
            box.setText(text)
        model = list_.model
        return [str(model.index(row, 2).data()) for row in range(model.rowCount())]

    return typed


def test_results_while_typing_names_first_and_the_old_order_afterwards(
    counter: Counter, seek: Callable[[str], list[str]]
) -> None:
    header = page(counter).table.horizontalHeader()
    assert seek("ถน") == ["นํ้าท่วมถนน", "ไฟถนนดับ"]
    assert header.sortIndicatorSection() == -1
    assert seek("สายไฟ") == ["ครูมาสาย"]
    assert seek("น้ำท่วม -ไฟ") == ["นํ้าท่วมถนน"]
    assert seek("") == list(SUBJECTS[::-1])
    assert header.sortIndicatorSection() == 0


def test_an_order_chosen_while_searching_stays(
    counter: Counter, seek: Callable[[str], list[str]], qtbot: QtBot
) -> None:
    seek("ถนน")
    with qtbot.waitSignal(page(counter).filled):
        page(counter).table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert seek("ถนน -xyz") == ["ไฟถนนดับ", "นํ้าท่วมถนน"]


def test_a_mistake_is_told_in_thai_and_goes_with_it(
    counter: Counter, seek: Callable[[str], list[str]]
) -> None:
    assert seek("ถนน สถานะ:หาย") == ["นํ้าท่วมถนน", "ไฟถนนดับ"]
    told = page(counter).searching.misread
    assert told.isVisible()
    assert told.text() == "“สถานะ:หาย” ไม่มีสถานะนี้"
    seek("ถนน")
    assert not told.isVisible()


def test_operators_are_offered_and_taken_by_keys(counter: Counter, qtbot: QtBot) -> None:
    box, list_ = counter.top.search, page(counter)
    QTest.keyClicks(box, "st")
    # By the words of the language in force; both are understood.
    assert not box.popup.isVisible()
    box.clear()
    box.insert("ส")
    box.textEdited.emit("ส")
    qtbot.waitUntil(box.popup.isVisible)
    QTest.keyClick(box.popup, Qt.Key.Key_Down)
    QTest.keyClick(box.popup, Qt.Key.Key_Return)
    assert box.text() == "สถานะ:"
    qtbot.waitUntil(box.popup.isVisible)
    QTest.keyClick(box.popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(list_.filled):
        QTest.keyClick(box.popup, Qt.Key.Key_Return)
    chosen = read_search(
        box.text(), official_date(counter._operations.desk.now()), list_.searching.terms
    )
    assert chosen.statuses is not None
    assert len(chosen.statuses) == 1
    # Enter where nothing is chosen goes on to what is found.
    box.insert("สถ")
    box.textEdited.emit(box.text())
    qtbot.waitUntil(box.popup.isVisible)
    QTest.keyClick(box.popup, Qt.Key.Key_Return)
    # Of the window, which without a screen is not active again when the list of ways has gone.
    qtbot.waitUntil(lambda: counter.focusWidget() is list_.table)
    assert not box.popup.isVisible()


def test_what_was_found_stands_out(counter: Counter, seek: Callable[[str], list[str]]) -> None:
    table = page(counter).table
    ground = theme.current().colour("soon_ground")

    def stands_out(row: int, place: int) -> bool:
        cell = table.visualRect(page(counter).model.index(row, place))
        picture = table.viewport().grab(QRect(cell)).toImage()
        colours = {
            QColor(picture.pixel(x, y)).rgb()
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 3)
        }
        return ground.rgb() in colours

    assert not stands_out(0, 2)
    assert seek("ครู") == ["ครูมาสาย"]
    assert stands_out(0, 2)
    assert not stands_out(0, 3)
    seek("ปราณี")
    assert (stands_out(0, 2), stands_out(0, 3)) == (False, True)
    seek("")
    assert not stands_out(0, 2)
