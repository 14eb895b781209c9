"""What who called or came has heard and signed: told the number, signed what was read back."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.acknowledging import Acknowledged, AcknowledgeOrally, acknowledge_orally
from desktop.acts.signing import Sign, Signed, sign
from desktop.rules.complaint import ChannelKind
from desktop.wording import _
from ui.actions import Act, spec
from ui.operations import Operations
from ui.pages.intake.taken import Done
from ui.theme import Tone
from ui.widgets.keyed import KeyedButton
from ui.widgets.plain import Chip

_TALKING = (ChannelKind.PHONE, ChannelKind.WALK_IN)


class Heard(QWidget):
    """Records each by its key, once, and tells that it was.

    Signals:
        done_with: It is recorded. arg: the `Done` as it is now.
    """

    done_with = Signal(object)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._shown: Done | None = None
        told, signed = spec(Act.TOLD), spec(Act.SIGNED)
        self.told = KeyedButton(_(told.text), "", told.keys)
        self.signed = KeyedButton(_(signed.text), "", signed.keys)
        self.told_chip = Chip(_("Acknowledged by word of mouth"), Tone.OK)
        self.signed_chip = Chip(_("Read back and signed"), Tone.OK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for parts in ((self.told, self.signed), (self.told_chip, self.signed_chip)):
            row = QHBoxLayout()
            row.addStretch()
            for part in parts:
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addStretch()
            column.addLayout(row)
        self.told.setShortcut(told.keys)
        self.signed.setShortcut(signed.keys)
        self.told.clicked.connect(self._tell)
        self.signed.clicked.connect(self._sign)

    def show_done(self, done: Done) -> None:
        """Offer what was not recorded yet."""
        self._shown = done
        visits = done.kind is ChannelKind.WALK_IN
        hears = done.kind in _TALKING and not done.registered.anonymous
        self.told.setVisible(hears and not done.told)
        self.told_chip.setVisible(done.told)
        self.signed.setVisible(visits and not done.signed)
        self.signed_chip.setVisible(visits and done.signed)
        self.setVisible(hears or visits)

    def _tell(self) -> None:
        done = self._shown
        assert done is not None, "its buttons stand beside a number"
        command = AcknowledgeOrally(done.registered.case_id, self._operations.desk.now())
        self._operations.write(self, acknowledge_orally, command, self._told)

    def _sign(self) -> None:
        done = self._shown
        assert done is not None, "its buttons stand beside a number"
        self._operations.write(self, sign, Sign(done.registered.case_id), self._signed)

    def _told(self, acknowledged: Acknowledged) -> None:
        done = self._shown
        if done is not None and acknowledged.case_id == done.registered.case_id:
            self.done_with.emit(replace(done, told=True))

    def _signed(self, signed: Signed) -> None:
        done = self._shown
        if done is not None and signed.case_id == done.registered.case_id:
            self.done_with.emit(replace(done, signed=True))
