"""Letters, what was received, drafts that go up to be signed, and batches."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.rules.letters import Dispatch, LetterDraft, LetterKind, LetterStatus
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.proposing import ProposalStep, Seen


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter of a case, or one line of the letters' list.

    `closed` is a secret one that the asking person may not open: nothing of it is said here;
    `secret` is of a secrecy class, or of a complaint that is.
    """

    id: int
    complaint_id: int
    complaint_number: ComplaintNumber
    kind: LetterKind
    number: str
    dated: date | None
    recipient: str
    subject: str
    status: LetterStatus
    sent_at: datetime | None
    dispatch: Dispatch | None
    tracking: str
    sha256: str
    reason: str = ""
    corrects_id: int | None = None
    drafted_by: str = ""
    typed_by: str = ""
    checked_by: str = ""
    closed: bool = False
    secret: bool = False

    def bare(self) -> "LetterView":
        """Show its number, its day and where it stands, and nothing that it says."""
        return replace(
            self, recipient="", subject="", tracking="", sha256="", reason="", closed=True
        )


@dataclass(frozen=True, slots=True)
class VersionView:
    """A paper that a letter was until it was corrected."""

    letter_id: int
    version: int
    sha256: str
    replaced_at: datetime
    replaced_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class IncomingView:
    """A letter that came to a complaint, and which letter of ours it answers, if any."""

    id: int
    answers_id: int | None
    number: str
    dated: date | None
    sender: str
    subject: str
    received_at: datetime
    receipt_number: str
    withdrawn: str = ""
    """Why its record was struck out, if it was."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A draft of a letter that waits for somebody; people by their names.

    `said` is the draft in the very words that were checked, if it was. `closed` as of letters.
    """

    id: int
    version: int
    complaint_number: ComplaintNumber
    draft: LetterDraft
    said: LetterDraft
    subject: str
    signatory: str
    step: ProposalStep
    begun_by: str
    typed_at: datetime
    typed_by: str
    checked_by: str
    signed_on: date | None
    wanted: str
    corrects_id: int | None = None
    closed: bool = False
    secret: bool = False

    def bare(self) -> "ProposalView":
        """Show that it is there and where it stands."""
        own = self.draft
        bare = LetterDraft(own.complaint_id, own.kind, "", "", 0, secrecy=own.secrecy)
        return replace(
            self, draft=bare, said=bare, subject="", signatory="", wanted="", closed=True
        )

    @property
    def seen(self) -> Seen:
        """The draft as it is seen here."""
        return Seen(self.id, self.version)


@dataclass(frozen=True, slots=True)
class TextView:
    """One version of a draft's words."""

    number: int
    draft: LetterDraft
    typed_at: datetime
    typed_by: str


@dataclass(frozen=True, slots=True)
class BatchView:
    """Letters issued together: how many there are to be, and which have been, in their order."""

    id: int
    total: int
    letters: tuple[int, ...]
    left: tuple[int, ...]
    """Places that have not been issued."""
    made_at: datetime


LetterLine = LetterView | ProposalView
"""A letter that was issued, or a draft in the folder."""


class Shelf(StrEnum):
    """Where lines of the letters' list lie, in the order of a letter's life."""

    WORK = "work"
    DRAFT = "draft"
    CHECKED = "checked"
    SIGNED = "signed"
    NUMBER = "number"
    SENDING = "sending"
    ALL = "all"


class LetterSort(StrEnum):
    """What the letters' list may be sorted by."""

    NEWEST = "newest"
    """Drafts before letters, and of each what was made last first."""
    NUMBER = "number"
    DAY = "day"
    KIND = "kind"
    RECIPIENT = "recipient"
    COMPLAINT = "complaint"
    SUBJECT = "subject"
    MAKERS = "makers"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """Which letters, in which order. An empty set and None do not filter."""

    shelf: Shelf = Shelf.WORK
    kinds: frozenset[LetterKind] = frozenset()
    drafter_id: int | None = None
    sort: LetterSort = LetterSort.NEWEST
    descending: bool = True
