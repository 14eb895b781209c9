"""After saving: the number, very large, and what is done next."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Permission
from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from ui.actions import Act, spec
from ui.operations import Operations
from ui.pages.intake.heard import Heard
from ui.pages.intake.taken import Done
from ui.pages.intake.together import Together
from ui.theme import air, px
from ui.widgets.dates import shown_digits
from ui.widgets.keyed import KeyedButton
from ui.widgets.plain import Card, button, label, scrolling


class DoneView(QWidget):
    """The number the register gave.

    Signals:
        next_wanted: The next complaint is to be taken.
        like_wanted: The next complaint is like this one.
        slip_wanted: The receipt slip is wanted. arg: the complaint's id.
        form_wanted: The form to be signed is wanted. arg: the complaint's id.
        statement_wanted: A statement to be signed is to be recorded. arg: the complaint's id.
        letter_wanted: The acknowledgement letter is wanted. arg: the complaint's id.
        case_wanted: The complaint is to be seen whole. arg: its id.
        merged: It was merged into the one that may be the same. arg: the `Done` as it is now.
    """

    next_wanted = Signal()
    like_wanted = Signal()
    slip_wanted = Signal(int)
    form_wanted = Signal(int)
    statement_wanted = Signal(int)
    letter_wanted = Signal(int)
    case_wanted = Signal(int)
    merged = Signal(object)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self.shown: Done | None = None
        self.number = label("", "number", selectable=True)
        self.tracking = label("", "code", selectable=True)
        self.subject = label("", "second", wrap=True)
        self.heard = Heard(operations)
        self.together = Together(operations)
        self.slip = KeyedButton(_("Print receipt slip"), "", spec(Act.SLIP).keys)
        self.form = KeyedButton(_("Print the form to sign"), "", spec(Act.PRINT).keys)
        self.state = KeyedButton(_("Record a statement to sign"), "", spec(Act.STATEMENT).keys)
        self.letter = KeyedButton(_("Issue acknowledgement letter"), "", spec(Act.LETTER).keys)
        self.open = button(_("Open complaint"))
        like = spec(Act.NEXT_LIKE)
        self.like = KeyedButton(_(like.text), "", like.keys)
        self.next = KeyedButton(_("Take the next complaint"), "primary", "Enter")
        self.counted = label("", "second")
        self._keyed = (
            (self.slip, Act.SLIP),
            (self.letter, Act.LETTER),
            (self.form, Act.PRINT),
            (self.state, Act.STATEMENT),
        )
        self._lay()
        self._connect()

    def _lay(self) -> None:
        middle, upright = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter
        card = Card()
        lines = card.column
        lines.setSpacing(air(6))
        lines.addStretch(2)
        # Side by side: one below the other they have no room on the smallest screen.
        given = QGridLayout()
        given.setHorizontalSpacing(px(56))
        given.setVerticalSpacing(0)
        said = (_("Saved. The complaint's number is"), _("Tracking code for the petitioner"))
        for place, part in enumerate((self.number, self.tracking)):
            given.addWidget(label(said[place], "heading"), 0, place, middle)
            given.addWidget(part, 1, place, Qt.AlignmentFlag.AlignCenter)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addLayout(given)
        centred.addStretch()
        lines.addLayout(centred)
        self.subject.setAlignment(middle)
        lines.addWidget(self.subject)
        lines.addSpacing(air(8))
        lines.addWidget(self.heard, 0, middle)
        lines.addWidget(self.together, 0, middle)
        lines.addSpacing(air(8))
        rows = (
            (self.open, self.slip, self.letter),
            (self.form, self.state),
            (self.like, self.next),
        )
        for deeds in rows:
            row = QHBoxLayout()
            row.addStretch()
            for deed in deeds:
                deed.setMinimumHeight(px(36))
                # Without it a button that shows its key takes all the room there is.
                row.addWidget(deed, 0, upright)
            row.addStretch()
            lines.addLayout(row)
        lines.addWidget(self.counted, 0, middle)
        lines.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(card))

    def _connect(self) -> None:
        self.next.clicked.connect(self.next_wanted)
        self.like.clicked.connect(self.like_wanted)
        self.heard.done_with.connect(self.show_done)
        self.together.done_with.connect(self._together)
        for part, wanted in (
            (self.slip, self.slip_wanted),
            (self.form, self.form_wanted),
            (self.state, self.statement_wanted),
            (self.letter, self.letter_wanted),
            (self.open, self.case_wanted),
        ):
            part.clicked.connect(partial(self._want, wanted))

    def show_done(self, done: Done) -> None:
        """Show what the register answered, and what may be done now."""
        self.shown = done
        self.number.setText(in_digits(str(done.registered.number), shown_digits()))
        self.tracking.setText(done.registered.tracking)
        self.subject.setText(done.shared["matter.subject"])
        self.letter.setVisible(not done.registered.anonymous)
        letter = done.kind is ChannelKind.LETTER
        self.form.say(_("Print with receipt stamp") if letter else _("Print the form to sign"))
        self.form.setVisible(done.kind is ChannelKind.WALK_IN or (letter and done.scanned))
        states = self._operations.actor.may(Permission.WORK) and not done.registered.anonymous
        self.state.setVisible(done.kind is ChannelKind.WALK_IN and states)
        counted = _("Letters done one after another: {count}").format(count=done.in_a_row)
        self.counted.setText(in_digits(counted, shown_digits()))
        self.counted.setVisible(letter)
        self.heard.show_done(done)
        self.together.show_done(done)
        # Words that are set take a button's key away.
        for part, act in self._keyed:
            part.setShortcut(spec(act).keys)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self) -> Done:
        assert self.shown is not None, "its buttons stand beside a number"
        return self.shown

    def _together(self, done: Done) -> None:
        self.show_done(done)
        if done.merged_into:
            self.merged.emit(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the cursor: at first the next complaint's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self.next).click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _want(self, wanted: SignalInstance, _checked: bool = False) -> None:
        wanted.emit(self._done().registered.case_id)
