"""A box that Qt shows by itself fails a test instead of waiting in it for a hand."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.table_place import TablePlaceSheet


def test_a_box_that_nobody_expected_is_sent_away_and_fails(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as thrown:
        QMessageBox(QMessageBox.Icon.Question, "", "ลบหรือไม่").exec()
    assert ["ลบหรือไม่" in str(error) for _kind, error, _trace in thrown] == [True]


def test_what_qt_asks_before_it_replaces_a_file_is_sent_away_and_fails(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "ทะเบียน.xlsx"
    place.write_bytes(b"old")
    owner = QWidget()
    qtbot.addWidget(owner)
    sheet = TablePlaceSheet("บันทึกเป็นตาราง", place, owner)
    sheet.setOption(sheet.Option.DontUseNativeDialog)
    placed: list[Path] = []
    sheet.placed.connect(placed.append)
    sheet.open()
    with qtbot.captureExceptions() as thrown:
        sheet.accept()
    assert [place.name in str(error) for _kind, error, _trace in thrown] == [True]
    assert placed == []
