"""What the SLA report counts, by the rules its paper states.

The unit is a cycle: a complaint that began anew keeps the verdict, the delay and the reason of the
cycle that ended, and is open again in the next; the days between count in neither. A cycle's
measure is its resolve clock, or its reply clock where nothing is to be resolved. Ended means that
the clock stopped within the period; open and overdue, that it still ran at the period's end (or at
this moment, if that comes first) and was due by then. What was merged into another complaint is
counted there, and what was returned never was one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, FromClause, Select, and_, func, null, or_, select
from sqlalchemy import case as either

from db import tables as t
from db.base import Instant
from db.mapping import survey_of
from db.offices import SqlOffices
from db.visibility import listed, unveiled
from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Verdict, standing
from desktop.rules.complaint import ComplaintType, Status
from desktop.rules.figures import Counts, GroupCounts, LateCase, SlaFigures, total
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.satisfaction import Survey, satisfaction_by_way, satisfaction_of
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.thai.sorting import sort_key
from desktop.rules.worktime import WorkCalendar


@dataclass(frozen=True, slots=True)
class _Measured:
    """One cycle of a complaint as the report counts it.

    `anew_at` is when the next cycle began; `owed` is false where the measure was dropped.
    """

    case_id: int
    number: ComplaintNumber
    cycle: int
    unsigned: bool
    subject: str
    shown: bool
    priority: str
    category: str
    owner: str
    began_at: datetime
    finished_at: datetime | None
    anew_at: datetime | None
    due_at: datetime | None
    owed: bool
    reason: str


def sla_figures(
    connection: Connection, actor: Actor, first: date, last: date, now: datetime
) -> SlaFigures:
    """Count a period of local days, both included."""
    if first > last:
        raise Refused(Reason.PERIOD_BACKWARDS, field="first")
    begin = at_office(first, time())
    after = at_office(last + timedelta(days=1), time())
    until = min(after, now)
    cases = sorted(_measured(connection, actor, after, begin), key=lambda c: (c.number, c.cycle))
    counted = [(case, _counts(case, begin, after, until)) for case in cases]
    inside = [(case, counts) for case, counts in counted if counts.total]
    open_before = sum(_open_at(case, begin) for case in cases if case.began_at < begin)
    begun = [case for case in cases if begin <= case.began_at < after]
    received = sum(case.cycle == 1 for case in begun)
    finished = [
        case for case in cases if case.finished_at is not None and begin <= case.finished_at < after
    ]
    asked = _surveys(connection, first)
    ended = [(one.unsigned, asked.get((one.case_id, one.cycle))) for one in finished]
    calendar = SqlOffices(connection).days().calendar()
    return SlaFigures(
        period_start=first,
        period_end=last,
        headline=total(counts for _, counts in inside),
        brought_forward=open_before,
        received=received,
        finished=len(finished),
        carried_forward=open_before + len(begun) - len(finished),
        begun_anew=len(begun) - received,
        reopened=sum(case.anew_at is not None and case.anew_at < after for case in finished),
        by_priority=_grouped(inside, lambda c: c.priority, order=tuple(Priority)[::-1]),
        by_category=_grouped(inside, lambda c: c.category),
        by_owner=_grouped(inside, lambda c: c.owner),
        by_month=_by_month(inside, until, first, last),
        late=_late(inside, until - timedelta(microseconds=1), calendar),
        satisfaction=satisfaction_of(ended),
        satisfaction_by_way=satisfaction_by_way(ended),
    )


def _measured(
    connection: Connection, actor: Actor, after: datetime, begin: datetime
) -> Iterable[_Measured]:
    """Yield every cycle that stood open or ended in the period: those that run, and past ones."""
    c, past, following = t.complaint.c, t.past_cycle.c, t.past_cycle.alias()
    merged_away = c.status.in_((Status.MERGED, Status.RETURNED))
    present = _Cycle(
        c.cycle, c.cycle_started_at, c.closed_at, t.matter.c.late_reason, null(), t.complaint
    )
    follows = and_(
        following.c.complaint_id == past.complaint_id, following.c.number == past.number + 1
    )
    ended = _Cycle(
        past.number,
        past.started_at,
        past.ended_at,
        past.late_reason,
        func.coalesce(following.c.started_at, c.cycle_started_at, type_=Instant()),
        t.complaint.join(t.past_cycle, past.complaint_id == c.id).outerjoin(following, follows),
    )
    for statement in (
        _asked(actor, present, after, begin).where(~merged_away),
        _asked(actor, ended, after, begin),
    ):
        yield from (_of_row(row) for row in connection.execute(statement))


@dataclass(frozen=True, slots=True)
class _Cycle:
    """Where the facts of a cycle stand."""

    number: Any
    started_at: Any
    ended_at: Any
    reason: Any
    anew_at: Any
    source: FromClause


def _asked(
    actor: Actor, cycle: _Cycle, after: datetime, begin: datetime
) -> Select[*tuple[Any, ...]]:
    c, clock, other = t.complaint.c, t.clock.c, t.clock.alias().c
    resolves = select(other.complaint_id).where(
        other.complaint_id == c.id, other.cycle == cycle.number, other.kind == ClockKind.RESOLVE
    )
    measure = and_(
        clock.complaint_id == c.id,
        clock.cycle == cycle.number,
        or_(
            clock.kind == ClockKind.RESOLVE,
            and_(clock.kind == ClockKind.REPLY, ~resolves.exists()),
        ),
    )
    # A merger counts the first cycle from the earliest receipt, but this one came when it came.
    began_at = either((cycle.number == 1, c.received_at), else_=cycle.started_at)
    return (
        select(
            *(c.id, c.year, c.running, cycle.number, c.anonymous),
            *(c.subject, unveiled(actor), c.priority),
            *(t.category.c.name, func.coalesce(t.person.c.name, "")),
            *(began_at, cycle.ended_at, cycle.anew_at, c.type),
            *(clock.due_at, clock.stopped_at, clock.verdict, cycle.reason),
        )
        .select_from(cycle.source)
        .join(t.matter, t.matter.c.complaint_id == c.id)
        .join(t.category, t.category.c.id == c.category_id)
        .outerjoin(t.person, t.person.c.id == c.owner_id)
        .outerjoin(t.clock, measure)
        .where(
            listed(actor),
            began_at < after,
            or_(cycle.ended_at.is_(None), cycle.ended_at >= begin, clock.stopped_at >= begin),
        )
    )


def _of_row(row: Any) -> _Measured:
    case_id, year, running, cycle, unsigned = row[:5]
    subject, shown, priority, category, owner = row[5:10]
    began_at, closed_at, anew_at, kind, due_at, stopped_at, verdict, reason = row[10:]
    owed = verdict is not Verdict.DROPPED
    # A question is finished when it is answered; all else when it is closed or referred.
    finished_at = (stopped_at if owed else None) or closed_at
    if kind is ComplaintType.PRAISE:
        finished_at = closed_at or began_at
    return _Measured(
        case_id,
        ComplaintNumber(year, running),
        cycle,
        bool(unsigned),
        subject if shown else "",
        bool(shown),
        priority.value,
        category,
        owner,
        began_at,
        finished_at,
        anew_at,
        due_at,
        owed,
        reason if shown else "",
    )


def _surveys(connection: Connection, first: date) -> dict[tuple[int, int], Survey]:
    """Read what came of asking last about each cycle; nobody is asked before it has ended."""
    own = t.survey.c
    asked = select(t.survey).where(own.asked_on >= first).order_by(own.id)
    return {(row.complaint_id, row.cycle): survey_of(row) for row in connection.execute(asked)}


def _counts(case: _Measured, begin: datetime, after: datetime, until: datetime) -> Counts:
    finished = case.finished_at
    if not case.owed or (finished is not None and finished < begin):
        return Counts()
    ended = finished is not None and finished < after
    if case.due_at is None:
        return Counts(without_target=1)
    if ended:
        on_time = finished is not None and finished <= case.due_at
        return Counts(closed_on_time=1) if on_time else Counts(closed_late=1)
    return Counts(open_overdue=1) if case.due_at < until else Counts(open_in_time=1)


def _open_at(case: _Measured, moment: datetime) -> bool:
    return case.finished_at is None or case.finished_at >= moment


def _grouped(
    inside: list[tuple[_Measured, Counts]],
    key: Callable[[_Measured], str],
    order: tuple[str, ...] = (),
) -> tuple[GroupCounts, ...]:
    groups: dict[str, list[Counts]] = defaultdict(list)
    for case, counts in inside:
        groups[key(case)].append(counts)
    place = {name: str(n) for n, name in enumerate(order)}
    names = sorted(groups, key=lambda name: place.get(name) or sort_key(name))
    return tuple(GroupCounts(name, name, total(groups[name])) for name in names)


def _by_month(
    inside: list[tuple[_Measured, Counts]], until: datetime, first: date, last: date
) -> tuple[GroupCounts, ...]:
    """Put what ended under its month, and what is open under the month of the period's end."""
    groups: dict[str, list[Counts]] = {month: [] for month in _months(first, last)}
    final = official_date(until - timedelta(microseconds=1))
    closing = min(max(final, first), last)
    for case, counts in inside:
        ended = counts.closed_on_time + counts.closed_late
        at = official_date(case.finished_at) if ended and case.finished_at else closing
        if case.due_at is None:
            at = min(max(official_date(case.began_at), first), last)
        groups[f"{at:%Y-%m}"].append(counts)
    return tuple(GroupCounts(month, month, total(groups[month])) for month in groups)


def _months(first: date, last: date) -> list[str]:
    months, day = [], first.replace(day=1)
    while day <= last:
        months.append(f"{day:%Y-%m}")
        day = (day + timedelta(days=32)).replace(day=1)
    return months


def _late(
    inside: list[tuple[_Measured, Counts]], until: datetime, calendar: WorkCalendar
) -> tuple[LateCase, ...]:
    late = []
    for case, counts in inside:
        if case.due_at is None or not (counts.closed_late or counts.open_overdue):
            continue
        closed = case.finished_at if counts.closed_late else None
        late.append(
            LateCase(
                number=str(case.number),
                subject=case.subject,
                owner=case.owner,
                due_on=official_date(case.due_at),
                closed_on=None if closed is None else official_date(closed),
                reason=case.reason,
                late_by=standing(case.due_at, closed, until, calendar).working_days,
                cycle=case.cycle,
            )
        )
    return tuple(sorted(late, key=lambda case: case.due_on))
