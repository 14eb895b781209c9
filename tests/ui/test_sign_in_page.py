import pytest
from office import PASSWORD
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.rules.people import Actor, Role
from desktop.wording import _
from ui.operations import Operations
from ui.pages.sign_in import SignInPage


@pytest.fixture
def page(operations: Operations, qtbot: QtBot) -> SignInPage:
    operations.sign_out()
    made = SignInPage(operations)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.office.text()))
    return made


def enter(page: SignInPage, username: str, password: str, qtbot: QtBot) -> None:
    page.username.set_text(username)
    page.password.set_text(password)
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)


def test_the_right_password_lets_in(page: SignInPage, qtbot: QtBot) -> None:
    assert page.username.line.hasFocus()
    with qtbot.waitSignal(page.signed_in) as told:
        enter(page, "CLERK", PASSWORD, qtbot)
    assert isinstance(told.args[0], Actor)
    assert told.args[0].roles == {Role.CLERK}
    assert page.password.text() == ""


def test_a_wrong_password_is_told_at_its_field(page: SignInPage, qtbot: QtBot) -> None:
    enter(page, "clerk", "ไม่ใช่", qtbot)
    qtbot.waitUntil(lambda: bool(page.password.error))
    assert "รหัสผ่าน" in page.password.error
    assert page.password.line.hasFocus()
    assert page.username.text() == "clerk"
    assert page.enter.isEnabled()


def test_a_name_must_be_typed(page: SignInPage, qtbot: QtBot) -> None:
    enter(page, " ", PASSWORD, qtbot)
    assert page.username.error
    assert page.username.line.hasFocus()


def test_whoever_guesses_waits_and_sees_how_long(page: SignInPage, qtbot: QtBot) -> None:
    for _turn in range(6):
        enter(page, "clerk", "ไม่ใช่", qtbot)
        qtbot.waitUntil(page.enter.isEnabled)
        if "วินาที" in page.password.error:
            break
    enter(page, "clerk", PASSWORD, qtbot)
    qtbot.waitUntil(lambda: "วินาที" in page.password.error)
    assert not page.enter.isEnabled()
    qtbot.waitUntil(page.enter.isEnabled, timeout=4000)
    assert not page.password.error


@pytest.mark.parametrize(
    ("typed", "shift", "hint"),
    [
        ("ก", False, "The keyboard is set to Thai."),
        ("A", False, "Caps Lock seems to be on."),
        ("a", True, "Caps Lock seems to be on."),
        ("a", False, ""),
        ("A", True, ""),
        ("7", False, ""),
    ],
)
def test_the_keyboard_is_watched(page: SignInPage, typed: str, shift: bool, hint: str) -> None:
    keys = Qt.KeyboardModifier
    modifiers = keys.ShiftModifier if shift else keys.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, typed)
    QApplication.sendEvent(page.password.line, event)
    assert page.password.below.text() == _(hint)


def test_the_password_is_shown_on_request(page: SignInPage) -> None:
    assert page.password.line.echoMode() is QLineEdit.EchoMode.Password
    page.show_password.box.click()
    assert page.password.line.echoMode() is QLineEdit.EchoMode.Normal
