"""A letter before it is issued: drafted, checked, signed, sent back, by one table of moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import Refused
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason


class ProposalStep(StrEnum):
    """Where a draft stands on its way to the signature and back."""

    DRAFT = "draft"
    CHECKED = "checked"
    SIGNED = "signed"
    ISSUED = "issued"
    DISCARDED = "discarded"


class ProposalMove(StrEnum):
    """What is done with a draft."""

    KEEP = "keep"
    CHECK = "check"
    SEND_BACK = "send_back"
    SIGN = "sign"
    ISSUE = "issue"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class ProposalWay:
    """One line of the table; `demands` names what must be told, if anything."""

    sources: frozenset[ProposalStep]
    target: ProposalStep
    demands: str = ""
    permission: Permission = Permission.ISSUE_LETTER


_S = ProposalStep
IN_FOLDER = frozenset({_S.DRAFT, _S.CHECKED, _S.SIGNED})
"""Steps in which a draft still waits for somebody."""
WAYS: Mapping[ProposalMove, ProposalWay] = {
    # Other words than those that were checked or signed have to go up again.
    ProposalMove.KEEP: ProposalWay(IN_FOLDER, _S.DRAFT),
    ProposalMove.CHECK: ProposalWay(frozenset({_S.DRAFT}), _S.CHECKED),
    # The registry too sends back what is signed already.
    ProposalMove.SEND_BACK: ProposalWay(IN_FOLDER, _S.DRAFT, "wanted"),
    ProposalMove.SIGN: ProposalWay(frozenset({_S.CHECKED}), _S.SIGNED, "signed_on"),
    # A small office issues what it drafted, and has the printed letter signed.
    ProposalMove.ISSUE: ProposalWay(IN_FOLDER, _S.ISSUED),
    ProposalMove.DISCARD: ProposalWay(IN_FOLDER, _S.DISCARDED, "reason"),
}


def may_take(move: ProposalMove, step: ProposalStep) -> bool:
    """Tell whether the table has this move from here."""
    return step in WAYS[move].sources


@dataclass(frozen=True, slots=True)
class Seen:
    """A draft as whoever decides about it saw it."""

    id: int
    version: int


@dataclass(frozen=True, slots=True)
class ProposedText:
    """One version of a draft's words; each stays as it was put up."""

    number: int
    draft: LetterDraft
    typed_at: datetime
    typed_by: int


@dataclass(slots=True)
class ProposedLetter:
    """A draft that the office keeps until it is issued or discarded.

    `approved` has the very words that were checked, also those the office's wording gave: it may
    be reworded before the letter is issued. `wanted` is what a superior wants corrected, `reason`
    why it was discarded, `letter_id` the letter it became, `corrects_id` one that has left and
    that it is to put right. `version` grows with every save.
    """

    complaint_id: int
    texts: tuple[ProposedText, ...]
    begun_at: datetime
    begun_by: int
    step: ProposalStep = ProposalStep.DRAFT
    checked_at: datetime | None = None
    checked_by: int | None = None
    approved: LetterDraft | None = None
    signed_on: date | None = None
    wanted: str = ""
    reason: str = ""
    letter_id: int | None = None
    corrects_id: int | None = None
    id: int | None = None
    version: int = 1

    @property
    def text(self) -> ProposedText:
        """The words as they now stand."""
        return self.texts[-1]

    def identity(self) -> int:
        """Return the stored identity; the draft must have been added."""
        assert self.id is not None
        return self.id

    def keep(self, draft: LetterDraft, at: datetime, actor: Actor) -> bool:
        """Take other words, and tell whether they are others; what was checked is not any more."""
        if draft == self.text.draft:
            return False
        self._move(ProposalMove.KEEP, actor)
        self._unapprove()
        again = ProposedText(self.text.number + 1, draft, at, actor.person_id)
        self.texts = (*self.texts, again)
        return True

    def check(self, at: datetime, checked_by: int, said: LetterDraft, actor: Actor) -> None:
        """Note who found which words right; what was wanted of them is done."""
        self._move(ProposalMove.CHECK, actor)
        self.checked_at, self.checked_by, self.approved, self.wanted = at, checked_by, said, ""

    def send_back(self, wanted: str, actor: Actor) -> None:
        """Give the draft back with what is to be corrected."""
        self._move(ProposalMove.SEND_BACK, actor, wanted)
        self._unapprove()
        self.wanted = wanted

    def sign(self, signed_on: date | None, today: date, actor: Actor) -> None:
        """Note the day on which it was signed."""
        if signed_on is not None and signed_on > today:
            raise Refused(Reason.IN_THE_FUTURE, field=WAYS[ProposalMove.SIGN].demands)
        self._move(ProposalMove.SIGN, actor, signed_on)
        self.signed_on = signed_on

    def issue(self, draft: LetterDraft, at: datetime, actor: Actor) -> LetterDraft:
        """Let it become a letter, and return its words; others than those approved do not."""
        if self.step is not ProposalStep.DRAFT and draft != self.text.draft:
            raise Refused(Reason.TEXT_NOT_APPROVED)
        self.keep(draft, at, actor)
        self._move(ProposalMove.ISSUE, actor)
        return self.approved or draft

    def discard(self, reason: str, actor: Actor) -> None:
        """Give the draft up, and say why."""
        self._move(ProposalMove.DISCARD, actor, reason)
        self.reason = reason

    def _move(self, move: ProposalMove, actor: Actor, told: object = None) -> None:
        way = WAYS[move]
        if not actor.may(way.permission):
            raise Refused(Reason.NOT_ALLOWED)
        if not may_take(move, self.step):
            raise Refused(Reason.WRONG_STEP)
        if way.demands and not told:
            raise Refused(Reason.REQUIRED, field=way.demands)
        self.step = way.target

    def _unapprove(self) -> None:
        self.checked_at = self.checked_by = self.approved = self.signed_on = None
