"""What is done with drafts of letters in the folder, over whichever page lists them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.acts.corresponding import Issued
from desktop.acts.proposing import IssueDraft, Kept, issue_draft
from desktop.errors import Refused
from desktop.ports import Desk, Pressed
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind, paper_of
from desktop.rules.proposing import ProposalMove, ProposalStep, may_take
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, LetterView, OfficeView, PersonRow, ProposalView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.dialogs.letter import LetterDialog
from ui.dialogs.openings import Openings
from ui.dialogs.originals import Originals
from ui.dialogs.paper import show_pressed
from ui.dialogs.proposal_sheets import (
    CheckSheet,
    DiscardSheet,
    SendBackSheet,
    SignSheet,
    draft_name,
)
from ui.dialogs.sheet import refusals_of
from ui.notices import Notice, Notices
from ui.operations import Operations, Otherwise
from ui.telling import digits
from ui.theme import Tone

_Room = tuple[CaseView, OfficeView]


class Folder:
    """Asks what a move demands, makes it, and tells on the page what came of it."""

    def __init__(
        self,
        operations: Operations,
        page: QWidget,
        notices: Notices,
        refused: Otherwise,
        *,
        case_open: bool = False,
    ) -> None:
        self._operations, self._page = operations, page
        self._notices, self._refused = notices, refused
        self._openings = Openings(operations, page, refused, case_open=case_open)
        self.originals = Originals(operations, page, self._openings)
        self._offered: Notice | None = None
        self._keys = spec(Act.PRINT).keys

    def take(self, move: ProposalMove, drafts: Sequence[ProposalView]) -> None:
        """Do one thing with drafts; sending back, discarding and keeping are of one alone."""
        if not drafts:
            return
        match move:
            case ProposalMove.KEEP:
                self.reopen(drafts[0])
            case ProposalMove.CHECK:
                self._check(drafts)
            case ProposalMove.SEND_BACK:
                SendBackSheet(self._operations, drafts[0], self._page).open()
            case ProposalMove.SIGN:
                SignSheet(self._operations, drafts, self._page).open()
            case ProposalMove.ISSUE:
                self._issue(tuple(drafts), ())
            case ProposalMove.DISCARD:
                DiscardSheet(self._operations, drafts[0], self._page).open()

    def write(
        self,
        case: CaseView,
        office: OfficeView,
        kept: ProposalView | None = None,
        *,
        begun: LetterDraft | None = None,
        corrects: LetterView | None = None,
    ) -> LetterDialog:
        """Begin a letter, also one that puts another right, or go on with a draft of one."""
        dialog = LetterDialog(
            self._operations, case, office, self._page, kept=kept, begun=begun, corrects=corrects
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.issued.connect(self._issued)
        dialog.kept.connect(self._kept)
        dialog.open()
        return dialog

    def reopen(self, draft: ProposalView) -> None:
        """Go on with a draft, as its complaint and the office are now."""
        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> tuple[_Room, list[int]]:
            case = desk.reading.case(actor, draft.draft.complaint_id)
            return (case, desk.reading.office(today)), [case.id]

        def opened(room: _Room) -> None:
            case, office = room
            # As it stands now, if it is still there.
            newest = next((one for one in case.proposals if one.id == draft.id), draft)
            self.write(case, office, newest)

        self._openings.read(question, opened)

    def show(self, drafts: Sequence[ProposalView]) -> None:
        """Show drafts as one paper for whoever checks or signs: number and day are blank."""
        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> tuple[Pressed, list[int]]:
            office = desk.reading.office(today)
            papers = []
            for draft in drafts:
                if not draft.said.signatory_id:
                    raise Refused(Reason.NO_SIGNATORY)
                case = desk.reading.case(actor, draft.said.complaint_id)
                papers.append(desk.press.letter(case, draft.said, office, "", None, today))
            missing = sorted({mark for paper in papers for mark in paper.unprintable})
            pressed = Pressed(desk.press.joined([paper.pdf for paper in papers]), tuple(missing))
            return pressed, [draft.said.complaint_id for draft in drafts]

        many = _("Drafts for signing, {count} letters").format(count=digits(str(len(drafts))))
        title = _("Draft {name}").format(name=draft_name(drafts[0])) if len(drafts) == 1 else many

        kinds = {paper_of(draft.said.kind) for draft in drafts}
        kind = kinds.pop() if len(kinds) == 1 else PaperKind.LETTER

        def shown(pressed: Pressed) -> None:
            show_pressed(self._page, title, pressed, kind)

        self._openings.read(question, shown)

    def leave(self) -> None:
        """Keep what is still being written before the page goes."""
        for dialog in self._page.findChildren(LetterDialog):
            dialog.leave()

    def _check(self, drafts: Sequence[ProposalView]) -> None:
        def offer(people: Sequence[PersonRow]) -> None:
            asking = CheckSheet(self._operations, drafts, people, self._page)
            asking.unfit.connect(self._say_why)
            asking.open()

        self._operations.read(self._page, lambda desk, actor: desk.reading.people(actor), offer)

    def offer_to_print(self, said: str, letter_ids: Sequence[int]) -> None:
        """Tell what was issued, and let it be printed at once by a key."""
        self.withdraw_offer()
        do = partial(self.originals.print, letter_ids)
        self._offered = self._notices.stay(said, Tone.OK, _("Print…"), do, self._keys)

    def withdraw_offer(self) -> None:
        """Offer no more to print what was issued."""
        if self._offered is not None and isValid(self._offered):
            self._offered.deleteLater()
        self._offered = None

    def leave_key(self, *, taken: bool) -> None:
        """Leave the key that prints to the page while something else is printed by it there."""
        self._keys = "" if taken else spec(Act.PRINT).keys
        if self._offered is not None and isValid(self._offered):
            self._offered.give_keys(self._keys)

    def _issue(self, left: tuple[ProposalView, ...], done: tuple[Issued, ...]) -> None:
        """Issue one after another; the first that is refused ends it, and what was issued stays."""
        if not left:
            self._tell_issued(done)
            return
        draft, *others = left
        self._operations.write(
            self._page,
            issue_draft,
            IssueDraft(draft.seen),
            lambda issued: self._issue(tuple(others), (*done, issued)),
            partial(self._not_issued, draft, done),
        )

    def _not_issued(self, draft: ProposalView, done: tuple[Issued, ...], error: Exception) -> bool:
        self._tell_issued(done)
        return self._say_why(draft, error)

    def _say_why(self, draft: ProposalView, error: Exception) -> bool:
        """Say what keeps a draft from going on, and offer to write it further."""
        refusals = refusals_of(error)
        for refused in refusals:
            said = f"{draft_name(draft)}: {sentence(refused)}"
            self._notices.stay(said, Tone.LATE, _("Open draft"), partial(self.reopen, draft))
        return bool(refusals)

    def _tell_issued(self, done: tuple[Issued, ...]) -> None:
        ours = ", ".join(digits(one.number) for one in done if one.number)
        said = [_("Letter {number} was issued.").format(number=ours)] if ours else []
        if not all(one.number for one in done):
            said.append(_("The letter is made; its number is written in later."))
        if said:
            self.offer_to_print(" ".join(said), [one.letter_id for one in done])

    def _issued(self, result: Issued) -> None:
        said = _("Letter {number} was issued.").format(number=digits(result.number))
        unnumbered = _("The letter is ready to go up for signing.")
        self.offer_to_print(said if result.number else unnumbered, [result.letter_id])

    def _kept(self, result: Kept) -> None:
        discard = partial(self._discard, result.proposal_id)
        said = _("The draft is kept, and listed under letters.")
        self._notices.passing(said, Tone.OK, _("Discard…"), discard)

    def _discard(self, proposal_id: int) -> None:
        def offer(drafts: Sequence[ProposalView]) -> None:
            self.take(ProposalMove.DISCARD, [one for one in drafts if one.id == proposal_id])

        self._operations.read(
            self._page, lambda desk, actor: desk.reading.proposals(actor), offer, self._refused
        )


def moves_of_draft(draft: ProposalView) -> tuple[ProposalMove, ...]:
    """List what a page offers to do with a draft; only what is signed is issued from a list."""
    if draft.closed:
        return ()
    return tuple(
        move
        for move in ProposalMove
        if may_take(move, draft.step)
        and not (move is ProposalMove.ISSUE and draft.step is not ProposalStep.SIGNED)
    )
