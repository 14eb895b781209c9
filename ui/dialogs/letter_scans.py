"""The sheets of what is kept with letters: the signed scan, and letters that came."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.acts.attaching import AttachScan, attach_scan
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.rules.letters import DELIVERED
from desktop.views import CaseView, LetterView
from desktop.wording import _
from desktop.wording.names import LETTER_KIND
from ui.dialogs.scan import scans_into
from ui.dialogs.sheet import Act, Sheet
from ui.operations import Operations
from ui.scanning.room import scanners
from ui.telling import digits
from ui.theme import px
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import LineField
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
        scans_into(scanners, self.files)
        self.put("files", self.files)

    def command(self) -> AttachScan:
        """Return the files."""
        return AttachScan(self._letter_id, self.files.files())


class ComingSheet(Sheet):
    """What a letter that came says of itself; what more is asked, subclasses add."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        title: str,
        act: Act,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, title, _("Save"), act, parent)
        self.setMinimumWidth(px(640))
        # One letter, one key: pressing twice, or again after a crash, records it once.
        self._key, self._case_id = secrets.token_hex(16), case.id
        self.came_from = LineField(_("From"), required=True)
        self.number = LineField(_("Its number"))
        self.dated = DateField(_("Dated"), self.today)
        self.subject = LineField(_("Subject or summary"), required=True)
        self.receipt = LineField(_("Our receipt number"))
        self._files: FileDrop | None = None

    @property
    def files(self) -> FileDrop:
        """Return where its scans are dropped."""
        assert self._files is not None
        return self._files

    def put_files(self) -> None:
        """Let its scans come along."""
        self._files = FileDrop()
        scans_into(scanners, self._files)
        self.put("files", self._files)

    def put_letter(self) -> None:
        """Add the fields of the letter."""
        self.put("sender", self.came_from)
        self._put_beside("number", self.number, "dated", self.dated)
        self.put("subject", self.subject)
        self.received_at = self.put_moment("received_at", _("Received on"))
        self.put("receipt_number", self.receipt)

    def letter(self) -> ReceiveLetter | None:
        """Return what the letter says, or None when a field shows why not."""
        at = self.received_at.moment()
        if at is None or not self.days_read(self.dated):
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
            files=() if self._files is None else self._files.files(),
            confirmed=frozenset(self.confirmed),
        )

    def _put_beside(self, left: str, one: LineField, right: str, other: DateField) -> None:
        self.fields[left], self.fields[right] = one, other
        self.body.addLayout(line_up((one, 3), (other, 2)))


class IncomingSheet(ComingSheet):
    """A letter that came to a complaint: what it answers, and whether it must be answered."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        answered: LetterView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, case, _("A letter that came"), receive_letter, parent)
        self.answers = ChoiceField(
            _("Answers our letter"), _answerable(case.letters), empty=_("None of ours")
        )
        self.answers.set_text("" if answered is None else str(answered.id))
        self.came_from.set_text("" if answered is None else answered.recipient)
        open_ones = [
            (place, one)
            for place, one in enumerate(case.proceedings.referrals)
            if one.answered_at is None
        ]
        self.referral = ChoiceField(
            _("Answer of an agency"),
            [Choice(str(place), one.agency, place) for place, one in open_ones],
            empty=_("None of them"),
        )
        waits = any(wait.ended_at is None for wait in case.proceedings.waits)
        self.ends_wait = CheckField(_("This is what the complaint waited for"))
        self.ends_wait.set_text("yes" if waits else "")
        self.reply_needed = CheckField(_("It must be answered; its own reply clock starts"))
        self.reply_needed.set_text("" if waits or answered is not None else "yes")
        self.tell(_("It takes no complaint number; it is filed in this complaint."))
        self.put_beside(answers_id=self.answers, referral=self.referral)
        self.put_letter()
        self.put("ends_wait", self.ends_wait)
        self.put("reply_needed", self.reply_needed)
        self.put_files()
        self.referral.setVisible(bool(open_ones))
        self.ends_wait.setVisible(waits)

    def command(self) -> ReceiveLetter | None:
        """Return what the letter says and what it does."""
        letter = self.letter()
        if letter is None:
            return None
        return replace(
            letter,
            answers_id=self.answers.value(),
            referral=self.referral.value(),
            ends_wait=self.ends_wait.checked(),
            reply_needed=self.reply_needed.checked(),
        )


def _answerable(letters: Sequence[LetterView]) -> list[Choice]:
    """Offer the letters that left and did not come back, newest first."""
    return [
        Choice(
            str(one.id),
            " ".join(part for part in (digits(one.number), _(LETTER_KIND[one.kind])) if part),
            one.id,
        )
        for one in letters
        if one.status in DELIVERED and not one.closed
    ]
