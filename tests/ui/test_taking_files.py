"""Files pasted and dropped anywhere on the form and on the case page."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from clock import Clock
from office import form
from pictures import picture
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import BOSS, opened

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.operations import Operations
from ui.pages.intake.page import IntakePage

CTRL = Qt.KeyboardModifier.ControlModifier
SUBJECT = "matter.subject"


@pytest.fixture(autouse=True)
def _nothing_left_copied() -> Iterator[None]:
    yield
    # What Python made must not outlive it.
    QGuiApplication.clipboard().clear()


def copied(*paths: Path) -> QMimeData:
    """What a file manager copies: addresses, and the same as words."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(str(path) for path in paths))
    return data


def letter(folder: Path) -> Path:
    path = folder / "หนังสือ.pdf"
    path.write_bytes(b"%PDF-1.4 x")
    return path


def paste(page: QWidget, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_V, CTRL)


def names(page: IntakePage) -> list[str]:
    return [file.name for file in page.form.side.files.files()]


def test_a_copied_file_is_pasted_whatever_field_has_the_cursor(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.window().activateWindow()
    page.form.sheet.editor(SUBJECT).setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.sheet.editor(SUBJECT))
    paste(page, copied(letter(tmp_path)))
    assert names(page) == ["หนังสือ.pdf"]
    assert page.form.answers()[SUBJECT] == ""


def test_words_are_pasted_as_words_even_with_a_picture_of_them(
    page: IntakePage, qtbot: QtBot
) -> None:
    page.form.sheet.editor(SUBJECT).setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.sheet.editor(SUBJECT))
    data = QMimeData()
    data.setText("หลังคารั่ว")
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    paste(page, data)
    assert page.form.answers()[SUBJECT] == "หลังคารั่ว"
    assert names(page) == []


def test_where_nothing_was_copied_nothing_is_pasted(page: IntakePage) -> None:
    page.form.sheet.field(SUBJECT).editor.setFocus()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(page.form.sheet.field(SUBJECT).editor, Qt.Key.Key_V, CTRL)
    page.form.side.files.paste()
    assert names(page) == []
    assert not page.form.sheet.field(SUBJECT).text()


def test_a_copied_picture_is_kept_as_the_bytes_that_were_copied(page: IntakePage) -> None:
    page.form.sheet.editor(SUBJECT).setFocus()
    data, made = QMimeData(), picture(8, 6, "JPEG")
    data.setData("image/jpeg", QByteArray(made))
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    paste(page, data)
    [file] = page.form.side.files.files()
    assert (file.name, file.content) == ("ภาพ.jpg", made)


def test_a_copied_picture_without_bytes_of_its_own_is_kept_as_png(page: IntakePage) -> None:
    page.form.sheet.editor(SUBJECT).setFocus()
    data = QMimeData()
    image = QImage(3, 5, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data.setImageData(image)
    paste(page, data)
    paste(page, data)
    assert names(page) == ["ภาพ.png", "ภาพ (2).png"]
    assert QImage.fromData(page.form.side.files.files()[0].content).size() == image.size()


def test_a_file_may_be_dropped_beside_its_place(page: IntakePage, tmp_path: Path) -> None:
    data = copied(letter(tmp_path))
    at = QPointF(5, 5)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, none))
    assert names(page) == ["หนังสือ.pdf"]


def test_nothing_is_taken_in_while_a_complaint_is_being_saved(
    page: IntakePage, tmp_path: Path
) -> None:
    page.form.setEnabled(False)
    data = copied(letter(tmp_path))
    QApplication.sendEvent(
        page,
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    assert names(page) == []


@pytest.mark.parametrize("focus", ["back", "drop"])
def test_a_file_pasted_on_the_case_page_is_kept_exactly_as_it_came(
    operations: Operations,
    desk: Desk,
    clerk: Actor,
    clock: Clock,
    tmp_path: Path,
    qtbot: QtBot,
    focus: str,
) -> None:
    made = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    operations.sign_in(BOSS)
    page = opened(operations, desk, case_id, qtbot)
    page.activateWindow()
    place = page.back if focus == "back" else page.files.drop.choose
    place.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place)
    paste(page, copied(letter(tmp_path)))
    qtbot.waitUntil(lambda: len(desk.reading.case(BOSS, case_id).files) == 1)
    [file] = desk.reading.case(BOSS, case_id).files
    assert file.sha256 == hashlib.sha256(b"%PDF-1.4 x").hexdigest()
    assert desk.reading.file(BOSS, file.id) == b"%PDF-1.4 x"
