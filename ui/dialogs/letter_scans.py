"""The sheets of what is kept with letters: the signed scan, and letters that came."""

import secrets
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.attaching import AttachScan, attach_scan
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.rules.letters import DELIVERED
from desktop.views import CaseView, LetterView
from desktop.wording import _
from desktop.wording.names import LETTER_KIND
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.dates import DateField
from ui.widgets.field import Choice, ChoiceField, LineField
from ui.widgets.files import FileDrop
from ui.widgets.sheet import line_up


class ScanSheet(Sheet):
    """The scan of a letter as it was signed."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Signed scan of letter {number}").format(number=digits(letter.number) or "–")
        super().__init__(operations, title, _("Save"), attach_scan, parent)
        self._letter_id = letter.id
        self.files = FileDrop()
        self.put("files", self.files)

    def command(self) -> AttachScan:
        """Return the files."""
        return AttachScan(self._letter_id, self.files.files())


class IncomingSheet(Sheet):
    """A letter that came to a complaint, in answer to one of ours or not."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        answered: LetterView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("A letter that came")
        super().__init__(operations, title, _("Save"), receive_letter, parent)
        self.setMinimumWidth(640)
        # One letter, one key: pressing twice, or again after a crash, records it once.
        self._key, self._case_id = secrets.token_hex(16), case.id
        self.answers = ChoiceField(
            _("Answers our letter"), _answerable(case.letters), empty=_("None of ours")
        )
        self.answers.set_text("" if answered is None else str(answered.id))
        self.came_from = LineField(_("From"), required=True)
        self.came_from.set_text("" if answered is None else answered.recipient)
        self.number = LineField(_("Its number"))
        self.dated = DateField(_("Dated"), self.today)
        self.subject = LineField(_("Subject or summary"), required=True)
        self.receipt = LineField(_("Our receipt number"))
        self.files = FileDrop()
        self.put("answers_id", self.answers)
        self.put("sender", self.came_from)
        self._put_beside("number", self.number, "dated", self.dated)
        self.put("subject", self.subject)
        self.received_at = self.put_moment("received_at", _("Received on"))
        self.put("receipt_number", self.receipt)
        self.put("files", self.files)

    def command(self) -> ReceiveLetter | None:
        """Return what the letter says."""
        at = self.received_at.moment()
        if not self.dated.check():
            self.dated.show_error()
            return None
        if at is None:
            return None
        return ReceiveLetter(
            key=self._key,
            case_id=self._case_id,
            sender=self.came_from.text(),
            subject=self.subject.text(),
            received_at=at,
            number=self.number.text(),
            dated=self.dated.day(),
            receipt_number=self.receipt.text(),
            answers_id=self.answers.value(),
            files=self.files.files(),
            confirmed=frozenset(self.confirmed),
        )

    def _put_beside(self, left: str, one: LineField, right: str, other: DateField) -> None:
        self.fields[left], self.fields[right] = one, other
        self.body.addLayout(line_up((one, 3), (other, 2)))


def _answerable(letters: Sequence[LetterView]) -> list[Choice]:
    """Offer the letters that left and did not come back, newest first."""
    return [
        Choice(
            str(one.id),
            " ".join(part for part in (digits(one.number), _(LETTER_KIND[one.kind])) if part),
            one.id,
        )
        for one in letters
        if one.status in DELIVERED
    ]
