"""The lives of made-up cases: what is done to each, by whom and when, until today."""

import random
from bisect import insort
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from desktop.acts.attaching import NewFile
from desktop.acts.surveying import survey_facts
from desktop.demo.enclosures import enclosure
from desktop.demo.office import Setting
from desktop.demo.phrases import texts
from desktop.ports import Letter
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind, Origin, Verdict
from desktop.rules.complaint import Accused, ContactWay, Outcome, Status
from desktop.rules.counting import end_of_office_day
from desktop.rules.journal import Value
from desktop.rules.letters import (
    Blank,
    Dispatch,
    Finding,
    LetterDraft,
    LetterKind,
    LetterSeries,
    LetterStatus,
)
from desktop.rules.naming import addressed
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.proceedings import WaitFor
from desktop.rules.promises import Standard, recount
from desktop.rules.road import ENDED, Move
from desktop.rules.satisfaction import SCORES, AskedBy, Response, Survey
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.travelling import travel, wait

_LAW = "พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. ๒๕๓๙"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing done to a case; whoever stores it gives it its place in the journal.

    `letter` is the paper it is about, `file` what was attached, `survey` what came of
    asking. A letter that is issued has no number yet: numbers are given in the order in which
    letters of all cases were issued.
    """

    at: datetime
    case: Case
    kind: StepKind
    actor: Actor
    note: str = ""
    facts: Mapping[str, Value] = field(default_factory=dict)
    letter: Letter | None = None
    file: NewFile | None = None
    survey: Survey | None = None


Act = Callable[["Life"], None]
Plan = list[tuple[int, Act]]
"""Acts by the working day, counted from the day of recording, on which each is done."""


class Life:
    """A case on its road; `at` is its present moment, `happenings` its past."""

    def __init__(
        self, case: Case, clerk: Actor, owner: Actor, setting: Setting, rng: random.Random
    ) -> None:
        self.case, self.clerk, self.owner = case, clerk, owner
        self.setting, self.rng = setting, rng
        self.lead = rng.choice(setting.supervisors)
        self.at = case.recorded_at
        self.happenings: list[Happening] = []
        self.letter: Letter | None = None

    def live(self, plan: Plan, now: datetime) -> None:
        """Register the case and do what is planned, up to now; the rest has not happened."""
        begun = official_date(self.at)
        registered(self)
        for offset, act in sorted(plan, key=lambda step: step[0]):
            at = self._moment(begun, offset)
            if at > now:
                break
            self.at = at
            act(self)
        asked(self, now)

    def _moment(self, begun: date, offset: int) -> datetime:
        if offset:
            day = self.setting.calendar.add_workdays(begun, offset)
            minute = self.rng.randrange(420)
            opens = 510 if minute < 210 else 570
            at = at_office(day, time()) + timedelta(minutes=opens + minute)
            if at > self.at:
                return at
        return self.at + timedelta(minutes=self.rng.randint(2, 25))

    @property
    def standard(self) -> Standard:
        """By what the case is counted."""
        setting = self.setting
        complexity = setting.complexity(self.case.category_id)
        return Standard(setting.policy, setting.calendar, complexity)

    def go(self, move: Move, actor: Actor) -> None:
        """Make a move of the road at the present moment."""
        travel(self.case, move, actor, self.at, self.standard)

    def tell(
        self,
        kind: StepKind,
        actor: Actor,
        note: str = "",
        *,
        paper: Letter | None = None,
        **facts: Value,
    ) -> None:
        """Write down what has just been done."""
        done = Happening(self.at, self.case, kind, actor, note, facts, paper)
        self.happenings.append(done)

    def say(self, *path: str) -> str:
        """Choose a phrase."""
        return self.rng.choice(texts(*path))


def registered(life: Life) -> None:
    """Enter the case in the register."""
    case = life.case
    life.tell(
        StepKind.REGISTERED,
        life.clerk,
        channel=case.channel_kind.value,
        priority=case.priority.value,
    )


def enclosed(life: Life) -> None:
    """Attach a file that came with the complaint."""
    file = enclosure(life.case, life.rng)
    life.happenings.append(Happening(life.at, life.case, StepKind.ATTACHED, life.clerk, file=file))


def told_orally(life: Life) -> None:
    """Tell the number at once, on the phone or at the counter."""
    life.case.stop(ClockKind.ACKNOWLEDGE, life.at)
    life.tell(StepKind.ACKNOWLEDGED, life.clerk, orally=True)


def screened(life: Life) -> None:
    """Look the papers through."""
    life.go(Move.SCREEN, life.clerk)
    life.tell(StepKind.NOTED, life.clerk, life.say("notes", "screened"))


def awaited(life: Life) -> None:
    """Lay the case before the director."""
    life.go(Move.AWAIT_ORDER, life.clerk)
    life.tell(StepKind.NOTED, life.clerk, life.say("notes", "awaiting"))


def assigned(life: Life) -> None:
    """Give the case an owner; now and then with a higher priority or a day of its own."""
    case, rng, due_on = life.case, life.rng, None
    life.go(Move.ASSIGN, life.lead)
    case.owner_id = life.owner.person_id
    chance = rng.random()
    if chance < 0.08 and case.priority is not Priority.MOST_URGENT:
        case.priority = tuple(Priority)[case.priority.weight + 1]
        recount(case, life.standard)
    elif chance > 0.96:
        due_on = _ordered(life)
    life.tell(
        StepKind.ASSIGNED,
        life.lead,
        life.say("notes", "orders"),
        owner=case.owner_id,
        priority=case.priority.value,
        due=None if due_on is None else due_on.isoformat(),
    )


def _ordered(life: Life) -> date | None:
    clock = life.case.clock(ClockKind.RESOLVE)
    if clock is None or clock.target is None or clock.stopped_at is not None:
        return None
    calendar = life.setting.calendar
    due_on = calendar.add_workdays(official_date(life.at), life.rng.randint(5, 20))
    target = replace(clock.target, origin=Origin.GIVEN)
    at = end_of_office_day(due_on, calendar)
    life.case.replace_clock(replace(clock, target=target, due_at=at))
    return due_on


def worked(life: Life) -> None:
    """Take a step; the first one starts the work."""
    if life.case.status is Status.ASSIGNED:
        life.go(Move.START, life.owner)
    life.tell(StepKind.NOTED, life.owner, life.say("notes", "working"))


def waiting(whom: WaitFor, *phrase: str) -> Act:
    """Return the act of waiting for somebody outside."""

    def begin(life: Life) -> None:
        note = life.say("notes", *phrase).format(agency=life.say("agencies", "waited_for"))
        expected_on = life.setting.calendar.add_workdays(official_date(life.at), 10)
        wait(
            life.case,
            whom,
            life.owner,
            life.at,
            life.standard,
            reason=note,
            expected_on=expected_on,
        )
        life.tell(
            StepKind.WAITED, life.owner, note, whom=whom.value, expected=expected_on.isoformat()
        )

    return begin


def resumed(life: Life) -> None:
    """Go on after a wait."""
    waited = life.case.open_wait()
    assert waited is not None
    life.go(Move.RESUME, life.owner)
    note = life.say("notes", "resumed")
    life.tell(StepKind.RESUMED, life.owner, note, whom=waited.whom.value)


def progress_told(life: Life) -> None:
    """Tell the petitioner how far the matter is."""
    _answered(life, life.say("answers", "interim"))


def informed(phrase: str) -> Act:
    """Return the act of telling the petitioner how it ended."""

    def inform(life: Life) -> None:
        life.go(Move.INFORM, life.owner)
        _answered(life, life.say("answers", phrase))

    return inform


def _answered(life: Life, text: str) -> None:
    life.case.stop(ClockKind.REPLY, life.at)
    way = life.case.petitioners[0].told_by
    if way is ContactWay.NONE:
        way = ContactWay.LETTER
    life.tell(StepKind.ANSWERED, life.owner, text, way=way.value)


def proposed(life: Life) -> None:
    """Propose to close."""
    life.go(Move.PROPOSE_CLOSING, life.owner)
    life.tell(StepKind.NOTED, life.owner, life.say("notes", "proposed"))


def closed(*outcomes: Outcome) -> Act:
    """Return the act of closing with one of some outcomes, and with a reason when it is late."""

    def close(life: Life) -> None:
        case, closer = life.case, life.owner
        life.go(Move.CLOSE, closer)
        outcome = life.rng.choice(outcomes)
        clock = case.clock(ClockKind.RESOLVE)
        verdict = None if clock is None else clock.verdict
        case.outcome, case.closed_at = outcome, life.at
        if verdict is Verdict.MISSED:
            case.late_reason = life.say("notes", "late")
        life.tell(
            StepKind.CLOSED,
            closer,
            life.say("endings", outcome.value),
            outcome=outcome.value,
            verdict=None if verdict is None else verdict.value,
        )

    return close


def ended(move: Move, outcome: Outcome | None, phrase: str) -> Act:
    """Return the act of ending a case by a supervisor's decision."""

    def end(life: Life) -> None:
        life.go(move, life.lead)
        life.case.outcome, life.case.closed_at = outcome, life.at
        life.tell(StepKind.NOTED, life.lead, life.say("notes", phrase))

    return end


def referred(life: Life) -> None:
    """Send the case to the agency in charge."""
    case = life.case
    life.go(Move.REFER, life.lead)
    case.outcome, case.closed_at = Outcome.REFERRED, life.at
    number = f"กม {life.rng.randint(100, 2500)}/{case.number.year}"
    life.tell(
        StepKind.REFERRED,
        life.lead,
        life.say("agencies", "referred_to"),
        letter=number,
        dated=official_date(life.at).isoformat(),
    )


def asked(life: Life, now: datetime) -> None:
    """Ask the petitioner of what has ended how satisfied they are, a week later; not everybody.

    By a chance of its own: whatever else happens is the same whether anybody is asked or not.
    """
    case, rng = life.case, random.Random(life.case.uid)  # noqa: S311 - nothing secret
    if case.anonymous or case.closed_at is None or case.status not in ENDED or rng.random() < 0.4:
        return
    day = life.setting.calendar.add_workdays(official_date(case.closed_at), 5)
    at = at_office(day, time(9)) + timedelta(minutes=rng.randrange(400))
    if at > now:
        return
    response = rng.choices(tuple(Response), (80, 6, 14))[0]
    score = rng.choices(SCORES, (3, 5, 14, 42, 36))[0] if response is Response.SCORED else None
    way = rng.choices(tuple(AskedBy), (60, 15, 15, 8, 2))[0]
    survey = Survey(case.cycle, day, way, response, score)
    told = Happening(
        at, case, StepKind.SURVEYED, life.clerk, facts=survey_facts(survey), survey=survey
    )
    insort(life.happenings, told, key=lambda happening: happening.at)


def archived(life: Life) -> None:
    """Put the file away."""
    life.go(Move.ARCHIVE, life.owner)
    life.tell(StepKind.NOTED, life.owner, life.say("notes", "archived"))


def issued(life: Life) -> None:
    """Issue the acknowledgement letter."""
    case, rng = life.case, life.rng
    finding, particular = Finding.IN_AUTHORITY, life.setting.facts.group
    if case.outcome is Outcome.REFERRED:
        finding, particular = Finding.REFERRED, life.say("agencies", "referred_to")
    elif rng.random() < 0.02:
        finding, particular = Finding.SPECIAL_PROCEDURE, _LAW
    signatory = rng.choice(life.setting.signatories)
    # The identity of the case and the letter's number come when it is stored.
    kind = LetterKind.ACKNOWLEDGEMENT
    blanks = {Blank.PARTICULAR: particular}
    draft = LetterDraft(0, kind, addressed(case.petitioners[0]), "เรียน", signatory, blanks, finding)
    life.letter = Letter(
        complaint_id=0,
        draft=draft,
        series=LetterSeries.OURS,
        number="",
        running=None,
        year=None,
        dated=official_date(life.at),
        issued_at=life.at,
        issued_by=life.clerk.person_id,
        pdf="",
        sha256="",
        drafted_by=life.clerk.person_id,
        typed_by=life.clerk.person_id,
    )
    life.tell(StepKind.LETTER_ISSUED, life.clerk, paper=life.letter)


def printed(life: Life) -> None:
    """Put the letter on paper."""
    assert life.letter is not None
    life.letter.status = LetterStatus.PRINTED
    life.tell(StepKind.LETTER_PRINTED, life.clerk, paper=life.letter)


def sent(life: Life) -> None:
    """Send the letter, which stops the acknowledge clock."""
    case, letter, rng = life.case, life.letter, life.rng
    assert letter is not None
    dispatch = rng.choice((Dispatch.POST, Dispatch.REGISTERED_POST, Dispatch.EMS, Dispatch.EMAIL))
    letter.status, letter.sent_at, letter.dispatch = LetterStatus.SENT, life.at, dispatch
    if dispatch in (Dispatch.REGISTERED_POST, Dispatch.EMS):
        letter.tracking = f"RX{rng.randint(10**8, 10**9 - 1)}TH"
    case.stop(ClockKind.ACKNOWLEDGE, life.at)
    if letter.draft.finding is Finding.SPECIAL_PROCEDURE or case.finished:
        case.stop(ClockKind.REPLY, life.at)
    life.tell(
        StepKind.LETTER_SENT,
        life.clerk,
        paper=letter,
        dispatch=dispatch.value,
        tracking=letter.tracking,
    )


def fit_owners(owners: tuple[Actor, ...], accused: tuple[Accused, ...]) -> tuple[Actor, ...]:
    """Leave out whoever is accused."""
    named = {one.person_id for one in accused}
    return tuple(owner for owner in owners if owner.person_id not in named)
