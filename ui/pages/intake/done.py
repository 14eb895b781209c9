"""After saving: the number, very large, and what is done next."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.acts.acknowledging import Acknowledged, AcknowledgeOrally, acknowledge_orally
from desktop.acts.linking import Tie, Tied, tie
from desktop.acts.registering import Registered
from desktop.rules.complaint import ChannelKind
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.digits import in_digits
from desktop.views import Known
from desktop.wording import _
from ui.actions import Act, spec
from ui.operations import Operations
from ui.theme import Tone, px
from ui.widgets.dates import shown_digits
from ui.widgets.keyed import KeyedButton
from ui.widgets.plain import Card, Chip, button, label

_TALKING = (ChannelKind.PHONE, ChannelKind.WALK_IN)


class DoneView(QWidget):
    """The number the register gave.

    Signals:
        next_wanted: The next complaint is to be taken.
        slip_wanted: The receipt slip is wanted. arg: the complaint's id.
        letter_wanted: The acknowledgement letter is wanted. arg: the complaint's id.
        case_wanted: The complaint is to be seen whole. arg: its id.
    """

    next_wanted = Signal()
    slip_wanted = Signal(int)
    letter_wanted = Signal(int)
    case_wanted = Signal(int)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._case_id = 0
        self._alike: Known | None = None
        self.number = label("", "number", selectable=True)
        self.tracking = label("", "code", selectable=True)
        self.subject = label("", "second", wrap=True)
        self.told_chip = Chip(_("Acknowledged by word of mouth"), Tone.OK)
        self.told = button(_("The petitioner has been told the number"))
        self.tie_button = KeyedButton("", "", spec(Act.FILE_INTO).keys)
        self.tied_chip = Chip(_("Tied to the earlier complaint"), Tone.OK)
        self.slip = button(_("Print receipt slip"))
        self.letter = button(_("Issue acknowledgement letter"))
        self.open = button(_("Open complaint"))
        self.next = button(_("Take the next complaint"), "primary", "Enter")
        middle = Qt.AlignmentFlag.AlignHCenter
        card = Card()
        card.column.setSpacing(6)
        card.column.addStretch(2)
        card.column.addWidget(label(_("Saved. The complaint's number is"), "heading"), 0, middle)
        card.column.addWidget(self.number, 0, middle)
        self.subject.setAlignment(middle)
        card.column.addWidget(self.subject)
        card.column.addSpacing(16)
        card.column.addWidget(label(_("Tracking code for the petitioner"), "second"), 0, middle)
        card.column.addWidget(self.tracking, 0, middle)
        card.column.addSpacing(20)
        card.column.addWidget(self.told, 0, middle)
        card.column.addWidget(self.told_chip, 0, middle)
        card.column.addWidget(self.tie_button, 0, middle)
        card.column.addWidget(self.tied_chip, 0, middle)
        card.column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch()
        for part in (self.open, self.slip, self.letter, self.next):
            part.setMinimumHeight(px(40))
            row.addWidget(part)
        row.addStretch()
        card.column.addLayout(row)
        card.column.addWidget(label(_("Enter takes the next complaint."), "help"), 0, middle)
        card.column.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.next.clicked.connect(self.next_wanted)
        self.told.clicked.connect(self._tell)
        self.tie_button.clicked.connect(self.tie)
        for part, wanted in (
            (self.slip, self.slip_wanted),
            (self.letter, self.letter_wanted),
            (self.open, self.case_wanted),
        ):
            part.clicked.connect(partial(self._want, wanted))

    def show_number(self, registered: Registered, kind: ChannelKind, subject: str) -> None:
        """Show what the register answered."""
        self._case_id = registered.case_id
        self.number.setText(in_digits(str(registered.number), shown_digits()))
        self.tracking.setText(registered.tracking)
        self.subject.setText(subject)
        self.letter.setVisible(not registered.anonymous)
        self.told.setVisible(kind in _TALKING and not registered.anonymous)
        self.told_chip.setVisible(False)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_tie(self, known: Known | None) -> None:
        """Offer to tie what was registered to an earlier complaint that may be the same."""
        self._alike = known
        offers = known is not None and self._operations.actor.may(ROAD[Move.LINK].permission)
        if known is not None:
            said = _("Tie to complaint {number}").format(number=known.number)
            self.tie_button.say(in_digits(said, shown_digits()))
        self.tie_button.setVisible(offers)
        self.tied_chip.setVisible(False)

    def tie(self) -> None:
        """Tie both, once."""
        if self._alike is not None and not self.tie_button.isHidden():
            self.tie_button.setVisible(False)
            self._operations.write(self, tie, Tie(self._case_id, self._alike.id), self._tied)

    def _tied(self, tied: Tied) -> None:
        if tied.case_id == self._case_id:
            self.tied_chip.setVisible(True)
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the cursor: at first the next complaint's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self.next).click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _want(self, wanted: SignalInstance, _checked: bool = False) -> None:
        wanted.emit(self._case_id)

    def _tell(self) -> None:
        """Record that the petitioner heard the number."""
        command = AcknowledgeOrally(self._case_id, self._operations.desk.now())
        self._operations.write(self, acknowledge_orally, command, self._told)

    def _told(self, acknowledged: Acknowledged) -> None:
        if acknowledged.case_id == self._case_id:
            self.told.setVisible(False)
            self.told_chip.setVisible(True)
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
