"""What the SLA report counts, by the rules its paper states.

A complaint's measure is its resolve clock, or its reply clock where nothing is to be resolved.
Ended means that the clock stopped within the period; open and overdue, that it still ran at the
period's end (or at this moment, if that comes first) and was due by then.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from db import tables as t
from db.visibility import listed, unveiled
from desktop.errors import Refused
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ComplaintType
from desktop.rules.figures import Counts, GroupCounts, LateCase, SlaFigures, total
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.thai.sorting import sort_key


@dataclass(frozen=True, slots=True)
class _Measured:
    """One complaint as the report counts it."""

    number: str
    subject: str
    shown: bool
    priority: str
    category: str
    owner: str
    received_at: datetime
    finished_at: datetime | None
    due_at: datetime | None
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
    cases = list(_measured(connection, actor, after, begin))
    counted = [(case, _counts(case, begin, after, until)) for case in cases]
    inside = [(case, counts) for case, counts in counted if counts.total]
    open_before = sum(_open_at(case, begin) for case in cases if case.received_at < begin)
    received = sum(begin <= case.received_at < after for case in cases)
    finished = sum(
        case.finished_at is not None and begin <= case.finished_at < after for case in cases
    )
    return SlaFigures(
        period_start=first,
        period_end=last,
        headline=total(counts for _, counts in inside),
        brought_forward=open_before,
        received=received,
        finished=finished,
        carried_forward=open_before + received - finished,
        by_priority=_grouped(inside, lambda c: c.priority, order=tuple(Priority)[::-1]),
        by_category=_grouped(inside, lambda c: c.category),
        by_owner=_grouped(inside, lambda c: c.owner),
        by_month=_by_month(inside, until, first, last),
        late=_late(inside),
    )


def _measured(
    connection: Connection, actor: Actor, after: datetime, begin: datetime
) -> Iterable[_Measured]:
    c, clock, other = t.complaint.c, t.clock.c, t.clock.alias().c
    measure = and_(
        clock.complaint_id == c.id,
        clock.cycle == c.cycle,
        or_(
            clock.kind == ClockKind.RESOLVE,
            and_(
                clock.kind == ClockKind.REPLY,
                ~select(other.complaint_id)
                .where(
                    other.complaint_id == c.id,
                    other.cycle == c.cycle,
                    other.kind == ClockKind.RESOLVE,
                )
                .exists(),
            ),
        ),
    )
    statement = (
        select(
            c.year,
            c.running,
            c.subject,
            unveiled(actor),
            c.priority,
            t.category.c.name,
            func.coalesce(t.person.c.name, ""),
            c.received_at,
            c.closed_at,
            c.type,
            clock.due_at,
            clock.stopped_at,
            t.matter.c.late_reason,
        )
        .join(t.matter, t.matter.c.complaint_id == c.id)
        .join(t.category, t.category.c.id == c.category_id)
        .outerjoin(t.person, t.person.c.id == c.owner_id)
        .outerjoin(t.clock, measure)
        .where(
            listed(actor),
            c.received_at < after,
            or_(c.closed_at.is_(None), c.closed_at >= begin, clock.stopped_at >= begin),
        )
        .order_by(c.year, c.running)
    )
    for row in connection.execute(statement):
        year, running, subject, shown, priority, category, owner, received_at = row[:8]
        closed_at, kind, due_at, stopped_at, reason = row[8:]
        # A question is finished when it is answered; all else when it is closed or referred.
        finished_at = stopped_at or closed_at
        if kind is ComplaintType.PRAISE:
            finished_at = closed_at or received_at
        yield _Measured(
            f"{running}/{year}",
            subject if shown else "",
            bool(shown),
            priority.value,
            category,
            owner,
            received_at,
            finished_at,
            due_at,
            reason if shown else "",
        )


def _counts(case: _Measured, begin: datetime, after: datetime, until: datetime) -> Counts:
    finished = case.finished_at
    if finished is not None and finished < begin:
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
            at = min(max(official_date(case.received_at), first), last)
        groups[f"{at:%Y-%m}"].append(counts)
    return tuple(GroupCounts(month, month, total(groups[month])) for month in groups)


def _months(first: date, last: date) -> list[str]:
    months, day = [], first.replace(day=1)
    while day <= last:
        months.append(f"{day:%Y-%m}")
        day = (day + timedelta(days=32)).replace(day=1)
    return months


def _late(inside: list[tuple[_Measured, Counts]]) -> tuple[LateCase, ...]:
    late = []
    for case, counts in inside:
        if case.due_at is None or not (counts.closed_late or counts.open_overdue):
            continue
        closed = case.finished_at if counts.closed_late else None
        late.append(
            LateCase(
                number=case.number,
                subject=case.subject,
                owner=case.owner,
                due_on=official_date(case.due_at),
                closed_on=None if closed is None else official_date(closed),
                reason=case.reason,
            )
        )
    return tuple(sorted(late, key=lambda case: case.due_on))
