"""What befell a case besides its steps: waits, orders, agencies, letters, committees, ties."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.clocks import standing
from desktop.rules.complaint import Status, is_anonymous
from desktop.rules.links import LinkKind
from desktop.rules.people import Permission
from desktop.rules.proceedings import Investigation, Referral, ReplyOwed
from desktop.rules.road import ENDED
from desktop.rules.satisfaction import Response
from desktop.rules.thai.dates import local
from desktop.views import CaseView, IncomingView, LinkView, OfficeView
from desktop.wording import _
from desktop.wording.dates import medium_date
from desktop.wording.names import CLOCK, OUTCOME, STATUS
from desktop.wording.road import FINDINGS, GROUND, LINK, WAIT_FOR
from desktop.wording.satisfaction import ASKED_BY, response_told
from ui.dialogs.road.inquiry import ExtendInquirySheet
from ui.dialogs.road.letters import ReferralAnswerSheet, RemindSheet, ReplySheet
from ui.dialogs.road.ties import untying
from ui.dialogs.road.waiting import ContactSheet, taking_back
from ui.dialogs.sheet import Sheet
from ui.dialogs.survey import SurveySheet
from ui.operations import Operations
from ui.pages.case.letter_rows import Offer, RecordRow
from ui.telling import digits, moment, standing_words
from ui.theme import Tone
from ui.widgets.plain import Card, Chip, label

Told = tuple[str, Tone] | None


class ProceedingsCard(Card):
    """Each thing that befell the case, how it stands, and what may be done about it.

    Signals:
        case_wanted: Somebody wants to see a tied complaint. arg: its identity.
        made: Something was recorded of it. No args.
    """

    case_wanted = Signal(int)

    def __init__(self, operations: Operations, office: OfficeView) -> None:
        super().__init__(_("Proceedings"))
        self._operations, self._office = operations, office
        self._rows: list[QWidget] = []
        self._case: CaseView | None = None

    def show_case(self, case: CaseView, office: OfficeView) -> None:
        """Replace what is shown; with nothing to show the card is not there."""
        self._case, self._office = case, office
        for row in self._rows:
            row.deleteLater()
        self._rows = [
            _row(*line)
            for part in (
                self._words(case),
                self._satisfaction(case),
                self._orders(case),
                self._waits(case),
                self._extensions(case),
                self._referrals(case),
                self._letters(case),
                self._inquiries(case),
                self._cycles(case),
                self._links(case),
            )
            for line in part
        ]
        for row in self._rows:
            self.column.addWidget(row)
        self.setVisible(bool(self._rows))

    def ask(self, sheet: Sheet) -> None:
        """Ask what happened."""
        sheet.open()

    def _may(self, permission: Permission) -> bool:
        return self._operations.actor.may(permission)

    def _words(self, case: CaseView) -> Iterator["_Line"]:
        if case.child_danger:
            taken = case.child_taken_at
            if taken is None:
                told = _("Nobody has taken it over yet"), Tone.LATE
                yield _("Child in danger"), told, "", ()
            else:
                note = f"{case.child_receiver} · {moment(taken)}"
                yield _("Child in danger"), (_("Taken over"), Tone.OK), note, ()
        if is_anonymous(case.petitioners):
            return
        heard = (
            _("The petitioner has not heard from us yet")
            if case.contacted_at is None
            else _("Heard from us last on {moment}").format(moment=moment(case.contacted_at))
        )
        promised: Told = None
        if case.contact_on is not None:
            late = case.contact_on < local(self._operations.desk.now()).date()
            said = _("Next word by {day}").format(day=_day(case.contact_on))
            promised = said, Tone.LATE if late else Tone.SOON
        doing: tuple[Offer, ...] = ()
        if self._may(Permission.WORK):
            doing = ((_("Promise the next word…"), partial(self._sheet, ContactSheet)),)
        yield _("Word to the petitioner"), promised, heard, doing

    def _satisfaction(self, case: CaseView) -> Iterator["_Line"]:
        """Tell what came of asking about the present cycle; nobody is asked before its end."""
        if is_anonymous(case.petitioners) or case.status not in ENDED:
            return
        asked = [survey for survey in case.surveys if survey.cycle == case.cycle]
        told: Told = (_("Not asked yet"), Tone.QUIET)
        note = ""
        if asked:
            last = asked[-1]
            tone = Tone.OK if last.response is Response.SCORED else Tone.QUIET
            told = digits(response_told(last.response, last.score)), tone
            note = f"{_(ASKED_BY[last.asked_by])} · {_day(last.asked_on)}"
        doing: tuple[Offer, ...] = ()
        if self._may(Permission.WORK):
            doing = ((_("Record the answer…"), partial(self._sheet, SurveySheet)),)
        yield _("How satisfied the petitioner is"), told, note, doing

    def _orders(self, case: CaseView) -> Iterator["_Line"]:
        for order in case.proceedings.orders:
            title = _("Order of {name}").format(name=order.giver)
            yield title, (_day(order.ordered_on), Tone.INFO), order.text, ()

    def _waits(self, case: CaseView) -> Iterator["_Line"]:
        for wait in case.proceedings.waits:
            told: Told = (_("Over"), Tone.QUIET)
            note = [wait.reason, _("since {moment}").format(moment=moment(wait.started_at))]
            if wait.ended_at is not None:
                note.append(_("until {moment}").format(moment=moment(wait.ended_at)))
            elif wait.expected_on is not None:
                late = wait.expected_on < local(self._operations.desk.now()).date()
                said = _("Expected by {day}").format(day=_day(wait.expected_on))
                told = said, Tone.LATE if late else Tone.SOON
            else:
                told = _("Waiting"), Tone.SOON
            yield _(WAIT_FOR[wait.whom]), told, " · ".join(note), ()

    def _extensions(self, case: CaseView) -> Iterator["_Line"]:
        for place, one in enumerate(case.proceedings.extensions):
            title = _("{clock} extended to {day}").format(
                clock=_(CLOCK[one.kind]), day=_day(one.due_on)
            )
            note = [one.reason, _("approved by {name}").format(name=one.approver), one.letter]
            doing: tuple[Offer, ...] = ()
            told: Told = None
            if one.removed_at is not None:
                told = _("Taken back"), Tone.QUIET
                note.append(one.removed_reason)
            elif one.cycle == case.cycle and self._may(Permission.ASSIGN):
                doing = ((_("Take back…"), partial(self._take_back, place)),)
            yield title, told, " · ".join(part for part in note if part), doing

    def _referrals(self, case: CaseView) -> Iterator["_Line"]:
        for place, one in enumerate(case.proceedings.referrals):
            doing: tuple[Offer, ...] = ()
            open_now = one.answered_at is None and case.status is not Status.RETURNED
            if open_now and self._may(Permission.WORK):
                doing = (
                    (_("Remind…"), partial(self._at, RemindSheet, place)),
                    (_("Answered…"), partial(self._at, ReferralAnswerSheet, place)),
                )
            yield one.agency, self._due_back(one), _referral_note(one), doing

    def _letters(self, case: CaseView) -> Iterator["_Line"]:
        owed = {one.incoming_id: one for one in case.proceedings.owed}
        for letter in case.incoming:
            must = owed.get(letter.id)
            if must is None:
                continue
            title = _("Letter to answer: {subject}").format(subject=letter.subject)
            doing: tuple[Offer, ...] = ()
            if must.answered_at is None and self._may(Permission.WORK):
                doing = ((_("Answered…"), partial(self._reply, letter)),)
            yield title, self._reply_due(must), _letter_note(letter), doing

    def _inquiries(self, case: CaseView) -> Iterator["_Line"]:
        today = local(self._operations.desk.now()).date()
        for one in case.proceedings.investigations:
            title = digits(_("Committee, order {number}").format(number=one.order_number))
            doing: tuple[Offer, ...] = ()
            due = one.extended_to or one.due_on
            told: Told = (
                _("Report due {day}").format(day=_day(due)),
                Tone.LATE if due < today else Tone.SOON,
            )
            if one.findings is not None:
                told = _(FINDINGS[one.findings]), Tone.OK
            elif self._may(Permission.WORK):
                doing = ((_("More time…"), partial(self._sheet, ExtendInquirySheet)),)
            yield title, told, _inquiry_note(one), doing

    def _cycles(self, case: CaseView) -> Iterator["_Line"]:
        for past in case.proceedings.past:
            title = digits(_("Cycle {number}").format(number=past.number))
            note = [_(GROUND[past.ground]), moment(past.started_at)]
            if past.outcome is not None:
                note.append(_(OUTCOME[past.outcome]))
            if past.ended_at is not None:
                note.append(_("ended {moment}").format(moment=moment(past.ended_at)))
            if past.late_reason:
                note.append(_("late: {reason}").format(reason=past.late_reason))
            note.append(_("begun anew: {reason}").format(reason=past.reason))
            yield title, (_(STATUS[past.status]), Tone.QUIET), " · ".join(note), ()

    def _links(self, case: CaseView) -> Iterator["_Line"]:
        for link in case.links:
            title = f"{_(LINK[link.kind, link.leads])} {digits(str(link.number))}"
            doing: list[Offer] = []
            if link.openable:
                doing.append((_("Open"), partial(self.case_wanted.emit, link.case_id)))
                if link.kind is LinkKind.RELATED and self._may(Permission.WORK):
                    doing.append((_("Untie…"), partial(self._untie, link)))
            note = " · ".join(part for part in (link.subject, link.reason) if part)
            yield title, (_(STATUS[link.status]), Tone.QUIET), note, tuple(doing)

    def _due_back(self, one: Referral) -> Told:
        if one.answered_at is not None:
            return _("Answered"), Tone.OK
        return None if one.due_at is None else self._standing(one.due_at)

    def _reply_due(self, owed: ReplyOwed | None) -> Told:
        if owed is None:
            return None
        return self._standing(owed.due_at) if owed.answered_at is None else (_("Answered"), Tone.OK)

    def _standing(self, due_at: datetime) -> tuple[str, Tone]:
        now = self._operations.desk.now()
        return standing_words(standing(due_at, None, now, self._office.calendar))

    def _seen(self) -> CaseView:
        assert self._case is not None
        return self._case

    def _sheet(self, sheet: Callable[[Operations, CaseView, QWidget], Sheet]) -> None:
        self.ask(sheet(self._operations, self._seen(), self))

    def _at(self, sheet: Callable[[Operations, CaseView, int, QWidget], Sheet], place: int) -> None:
        self.ask(sheet(self._operations, self._seen(), place, self))

    def _take_back(self, place: int) -> None:
        self.ask(taking_back(self._operations, self._seen(), place, self))

    def _untie(self, link: LinkView) -> None:
        self.ask(untying(self._operations, self._seen(), link, self))

    def _reply(self, letter: IncomingView) -> None:
        self.ask(ReplySheet(self._operations, self._seen(), letter, self))


_Line = tuple[str, Told, str, tuple[Offer, ...]]


def _row(title: str, told: Told, note: str, doing: tuple[Offer, ...]) -> RecordRow:
    row = RecordRow()
    row.head(title, label("") if told is None else Chip(*told))
    if note or doing:
        row.tell(note, doing)
    return row


def _day(day: date) -> str:
    return medium_date(day)


def _referral_note(one: Referral) -> str:
    parts = [digits(one.letter_number), _("dated {day}").format(day=_day(one.letter_date))]
    if one.due_at is not None:
        parts.append(_("due back {day}").format(day=_day(local(one.due_at).date())))
    if one.reminders:
        said = _("reminded no. {count} on {day}")
        parts.append(digits(said.format(count=len(one.reminders), day=_day(one.reminders[-1]))))
    return " · ".join([*parts, *([one.answer] if one.answer else [])])


def _letter_note(letter: IncomingView) -> str:
    parts = [letter.sender, digits(letter.number)]
    if letter.dated is not None:
        parts.append(_("dated {day}").format(day=_day(letter.dated)))
    parts.append(_("received {moment}").format(moment=moment(letter.received_at)))
    return " · ".join(part for part in parts if part)


def _inquiry_note(one: Investigation) -> str:
    parts = [_("dated {day}").format(day=_day(one.ordered_on)), *one.members.splitlines()]
    if one.extended_to is not None:
        parts.append(_("first {day}").format(day=_day(one.due_on)))
    if one.reported_on is not None:
        parts.append(_("reported {day}").format(day=_day(one.reported_on)))
    return " · ".join([*parts, *([one.summary] if one.summary else [])])
