"""Signing in: a name, a password, and calm words when something does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.acts.signing_in import SignedIn, SignIn, sign_in
from desktop.errors import Refusals, Refused, Unavailable
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.notices import Notices
from ui.operations import Operations
from ui.theme import Tone, px
from ui.widgets.choices import CheckField
from ui.widgets.field import LineField
from ui.widgets.plain import Card, button, label

WIDTH = 400


class SignInPage(QWidget):
    """Asks who is there.

    Signals:
        signed_in: The password was right. arg: the Actor.
    """

    signed_in = Signal(object)

    def __init__(self, operations: Operations, username: str = "") -> None:
        super().__init__()
        self.setObjectName("Page")
        self._operations = operations
        self._seconds = 0
        self.notices = Notices()
        self.office = label("", "second", wrap=True)
        self.username = LineField(_("User name"))
        self.password = LineField(_("Password"), secret=True)
        self.show_password = CheckField(_("Show password"))
        self.enter = button(_("Sign in"), "primary", "Enter")
        self.username.set_text(username)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._count)
        self._lay()
        self._connect()
        operations.read(self, _who_works_here, self._furnish)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where something is still to be typed."""
        super().showEvent(event)
        field = self.password if self.username.text() else self.username
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say when Caps Lock or the Thai keyboard may spoil the password."""
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            self._watch_keyboard(event)
        return super().eventFilter(watched, event)

    def sign_in(self) -> None:
        """Check the name and the password typed."""
        if not self.enter.isEnabled():
            return
        if not self.username.text().strip():
            self.username.set_error(sentence(Refused(Reason.REQUIRED)))
            self.username.show_error()
            return
        self.username.set_error("")
        self.password.set_error("")
        self.enter.setEnabled(False)
        command = SignIn(self.username.text(), self.password.text())
        self._operations.write(self, sign_in, command, self._answered, self._otherwise)

    def _lay(self) -> None:
        title = label("รับเรื่อง", "figure")
        middle = Qt.AlignmentFlag.AlignHCenter
        for words in (title, self.office):
            words.setAlignment(middle)
        card = Card()
        card.setFixedWidth(px(WIDTH))
        card.column.setContentsMargins(32, 28, 32, 28)
        card.column.setSpacing(12)
        card.column.addWidget(title)
        card.column.addWidget(self.office)
        card.column.addSpacing(8)
        for part in (self.username, self.password, self.show_password, self.enter):
            card.column.addWidget(part)
        self.enter.setMinimumHeight(px(38))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(self.notices)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

    def _connect(self) -> None:
        self.password.line.setProperty("enterMovesOn", False)
        self.password.line.returnPressed.connect(self.sign_in)
        self.password.line.installEventFilter(self)
        self.enter.clicked.connect(self.sign_in)
        self.show_password.box.toggled.connect(self._show_password)

    def _furnish(self, answer: tuple[str, Sequence[str]]) -> None:
        name, usernames = answer
        self.office.setText(name)
        self.username.suggest(usernames)
        if len(usernames) == 1 and not self.username.text():
            self.username.set_text(usernames[0])
            self.password.line.setFocus()

    def _answered(self, signed: SignedIn) -> None:
        self.password.line.clear()
        self.signed_in.emit(signed.actor)

    def _otherwise(self, error: Exception) -> bool:
        self.enter.setEnabled(True)
        if isinstance(error, Refused):
            several = error.refusals if isinstance(error, Refusals) else (error,)
            self._refuse(several[0])
            return True
        if isinstance(error, Unavailable):
            said = _("The register cannot be opened ({cause}).")
            self.notices.stay(
                said.format(cause=error.cause), Tone.LATE, _("Try again"), self.sign_in
            )
            return True
        return False

    def _refuse(self, refused: Refused) -> None:
        if refused.reason is Reason.TRY_LATER:
            self._seconds = int(refused.parameters["seconds"])
            self.enter.setEnabled(False)
            self._countdown.start()
        self.password.set_error(sentence(refused))
        self.password.show_error()
        self.password.line.selectAll()

    def _count(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self.password.set_error(sentence(Refused(Reason.TRY_LATER, seconds=self._seconds)))
            return
        self._countdown.stop()
        self.password.set_error("")
        self.enter.setEnabled(True)

    def _show_password(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.line.setEchoMode(mode)

    def _watch_keyboard(self, event: QKeyEvent) -> None:
        typed = event.text()
        if not typed.strip():
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        hint = ""
        if "\u0e00" <= typed <= "\u0e7f":
            hint = _("The keyboard is set to Thai.")
        elif typed.isalpha() and typed.isupper() != shift:
            hint = _("Caps Lock seems to be on.")
        self.password.set_help(hint)


def _who_works_here(desk: Desk, _actor: Actor) -> tuple[str, Sequence[str]]:
    today = official_date(desk.now())
    return desk.reading.office(today).facts.name, desk.reading.usernames()
