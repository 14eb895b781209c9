"""What was saved and an earlier complaint that may be the same: tied or merged, each by a key."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.linking import Tie, Tied, tie
from desktop.acts.merging import Merge, Merged, merge
from desktop.rules.road import OPEN, ROAD, Move
from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from ui.actions import Act, spec
from ui.operations import Operations
from ui.pages.intake.taken import Done
from ui.pages.intake.telling import why_alike
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.keyed import KeyedButton
from ui.widgets.plain import Chip


class Together(QWidget):
    """Offers to tie or to merge, once, and tells what was done.

    Signals:
        done_with: It is tied or merged. arg: the `Done` as it is now.
    """

    done_with = Signal(object)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._shown: Done | None = None
        self.tie_button = KeyedButton("", "", spec(Act.FILE_INTO).keys)
        self.merge_button = KeyedButton("", "", spec(Act.MERGE_INTO).keys)
        self.tied_chip = Chip(_("Tied to the earlier complaint"), Tone.OK)
        self.merged_chip = Chip("", Tone.OK)
        self._deeds = QWidget()
        row = QHBoxLayout(self._deeds)
        row.setContentsMargins(0, 0, 0, 0)
        for deed in (self.tie_button, self.merge_button):
            row.addWidget(deed, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._deeds, self.tied_chip, self.merged_chip):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.tie_button.clicked.connect(self.tie)
        self.merge_button.clicked.connect(self.merge)

    def show_done(self, done: Done) -> None:
        """Offer what may be done now."""
        self._shown = done
        may, alike = self._operations.actor.may, done.alike
        free = alike is not None and not done.merged_into
        open_ = alike is not None and alike.status in OPEN
        ties = free and not done.tied and may(ROAD[Move.LINK].permission)
        merges = free and open_ and may(ROAD[Move.MERGE].permission)
        if alike is not None:
            number = in_digits(str(alike.number), shown_digits())
            self.tie_button.say(_("Tie to complaint {number}").format(number=number))
            self.merge_button.say(_("Merge into complaint {number}").format(number=number))
        self.tie_button.setVisible(ties)
        self.merge_button.setVisible(merges)
        self._deeds.setVisible(ties or merges)
        self.tied_chip.setVisible(done.tied)
        if done.merged_into:
            said = _("Merged into complaint {number}").format(number=done.merged_into)
            self.merged_chip.setText(in_digits(said, shown_digits()))
        self.merged_chip.setVisible(bool(done.merged_into))
        self.setVisible(free or done.tied or bool(done.merged_into))

    def tie(self) -> None:
        """Tie it to the earlier complaint, once."""
        done = self._shown
        if self.tie_button.isHidden() or done is None or done.alike is None:
            return
        self._deeds.setVisible(False)
        self.tie_button.setVisible(False)
        command = Tie(done.registered.case_id, done.alike.id)
        self._operations.write(self, tie, command, self._tied, self._refused)

    def merge(self) -> None:
        """Let it go on in the earlier complaint, once."""
        done = self._shown
        if self.merge_button.isHidden() or done is None or done.alike is None:
            return
        self._deeds.setVisible(False)
        self.merge_button.setVisible(False)
        command = Merge(done.registered.case_id, done.alike.id, why_alike(done.alike))
        self._operations.write(self, merge, command, self._merged, self._refused)

    def _tied(self, tied: Tied) -> None:
        if self._shown is not None and tied.case_id == self._shown.registered.case_id:
            self.done_with.emit(replace(self._shown, tied=True))

    def _merged(self, merged: Merged) -> None:
        done = self._shown
        if done is not None and merged.case_id == done.registered.case_id:
            assert done.alike is not None
            self.done_with.emit(replace(done, merged_into=str(done.alike.number)))

    def _refused(self, _error: Exception) -> bool:
        # It is told as any other, and what was not done may be tried again.
        if self._shown is not None:
            self.show_done(self._shown)
        return False
