"""Fields write in the digits of the language in force, and read both kinds."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.rules.thai.dates import at_office
from ui.appearance import wear
from ui.application import Application
from ui.look import Look
from ui.widgets.dates import MomentField
from ui.widgets.numbers import NumberBox

DAY = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("language", "written", "hint"),
    [
        ("th", ("๑๕/๗/๒๕๖๙", "๐๙.๐๕"), ("๑๕/๗/๒๕๖๙", "๑๓.๔๕")),
        ("en", ("15/7/2569", "09:05"), ("15/7/2569", "13:45")),
    ],
)
def test_days_and_times(
    language: str,
    written: tuple[str, str],
    hint: tuple[str, str],
    qapp: Application,
    qtbot: QtBot,
) -> None:
    wear(qapp, Look(language))
    field = MomentField("วันที่", "เวลา", lambda: DAY)
    qtbot.addWidget(field)
    at = at_office(DAY, time(9, 5))
    field.set_moment(at)
    lines = (field.date.line, field.time.line)
    assert tuple(line.text() for line in lines) == written
    assert tuple(line.placeholderText() for line in lines) == hint
    assert field.moment() == at
    for day, clock in (("15/7/2569", "9.05"), ("๑๕/๗/๒๕๖๙", "๙:๐๕")):
        field.date.set_text(day)
        field.time.set_text(clock)
        assert field.moment() == at


def type_over(box: NumberBox, text: str) -> None:
    """Type letter by letter in place of what stands there."""
    box.selectAll()
    for letter in text:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(box, press)


@pytest.mark.parametrize(("language", "written"), [("th", "๓๐"), ("en", "30")])
def test_numbers(language: str, written: str, qapp: Application, qtbot: QtBot) -> None:
    wear(qapp, Look(language))
    box = NumberBox("ตอบรับ", 100)
    qtbot.addWidget(box)
    box.setValue(30)
    assert box.lineEdit().text() == written
    for typed, value in (("45", 45), ("๔๖", 46), ("๔7", 47)):
        type_over(box, typed)
        assert (box.lineEdit().text(), box.value()) == (typed, value)
    # Nothing beyond the most, and no letters.
    type_over(box, "๑๐๑ก")
    assert box.value() == 10
    box.stepUp()
    assert box.lineEdit().text() == ("๑๑" if language == "th" else "11")
