"""What somebody is told of: late, due today, running out, and what waits to be done."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import ColumnElement, Connection, and_, case, select, true

from db import tables as t
from db.base import moment_of
from db.offices import SqlOffices
from db.register_query import rows
from db.standing import Standing
from db.statements import raw
from db.visibility import in_hand, listed, works_with_complaints
from db.watching import promised, watched
from desktop.rules.calendar import complete_until
from desktop.rules.checking import open_today
from desktop.rules.clocks import Unit
from desktop.rules.escalating import (
    WHOLE,
    Held,
    Ladder,
    Span,
    passed,
    told_from,
    watches_all,
)
from desktop.rules.people import Actor, Permission, Role
from desktop.rules.policy import Policy
from desktop.rules.thai.dates import official_date
from desktop.views import Agenda, AgendaGroup, AgendaKind, RegisterView

SHOWN = 12
"""Complaints named in a group; the register lists them all."""

C, K, R = t.complaint.c, t.clock.c, t.reply_owed.c
_WATCHED = (
    (AgendaKind.CHILD_DANGER, RegisterView.CHILD_DANGER),
    (AgendaKind.NO_CONTACT, RegisterView.NO_CONTACT),
    (AgendaKind.WAIT_OVER, RegisterView.WAIT_OVER),
    (AgendaKind.REFERRAL_OVER, RegisterView.REFERRAL_OVER),
    (AgendaKind.INQUIRY_OVER, RegisterView.INQUIRY_OVER),
)


def agenda(connection: Connection, actor: Actor, now: datetime) -> Agenda:
    """Gather what somebody is told of, group by group; empty groups are left out."""
    offices, today = SqlOffices(connection), official_date(now)
    if not works_with_complaints(actor):
        return Agenda((), (), _missing_year(offices, actor, now))
    ladder, calendar = offices.ladder(), offices.days().calendar()
    standing = Standing(connection, actor)
    # What is late has passed every step of the ladder.
    mine = _mine(actor)

    def group(kind: AgendaKind, *parts: ColumnElement[bool]) -> AgendaGroup:
        wanted = [and_(part, mine) for part in parts]
        first = standing.first(SHOWN, *wanted)
        total = standing.count(*wanted) if first else 0
        return AgendaGroup(kind, total, tuple(rows(connection, actor, first)) if first else ())

    groups = [group(AgendaKind.LATE, *watched(offices, RegisterView.LATE, now))]
    due_today = _Falling()
    warned = _Falling()
    for span, held, cases in _coming(connection, offices, actor, now):
        step = told_from(ladder, actor, held)
        if step is not None and span.percent(now, calendar) >= step:
            falls = due_today if official_date(span.due_at) == today else warned
            falls.put(span, cases)
    groups.append(_named(connection, actor, AgendaKind.TODAY, due_today))
    groups.append(_named(connection, actor, AgendaKind.WARNED, warned.without(due_today)))
    groups.append(group(AgendaKind.PROMISED, promised(today)))
    groups += [group(kind, *watched(offices, view, now)) for kind, view in _WATCHED]
    return Agenda(
        tuple(group for group in groups if group.total),
        _unchecked(offices, actor, now),
        _missing_year(offices, actor, now),
    )


def passing(connection: Connection, actor: Actor, since: datetime, now: datetime) -> Agenda:
    """Gather what passed a mark of its time between two moments, for who is told of it."""
    offices = SqlOffices(connection)
    ladder, calendar = offices.ladder(), offices.days().calendar()
    marks = offices.policy(official_date(now)).warn_at
    late = _Falling()
    warned = _Falling()
    for span, held, cases in _coming(connection, offices, actor, since):
        step = told_from(ladder, actor, held)
        if step is None:
            continue
        known = tuple(mark for mark in (*marks, WHOLE) if mark >= step)
        mark = passed(span, since, now, known, calendar)
        if mark is not None:
            (late if mark == WHOLE else warned).put(span, cases)
    groups = (
        _named(connection, actor, AgendaKind.LATE, late),
        _named(connection, actor, AgendaKind.WARNED, warned.without(late)),
    )
    return Agenda(tuple(group for group in groups if group.total), (), None)


class _Falling:
    """Complaints that fall due, the first of them first, each once."""

    def __init__(self) -> None:
        self._found: dict[int, datetime] = {}

    def put(self, span: Span, cases: Sequence[int]) -> None:
        for case_id in cases:
            self._found[case_id] = min(span.due_at, self._found.get(case_id, span.due_at))

    def without(self, others: "_Falling") -> "_Falling":
        """Leave out what is told of elsewhere."""
        left = _Falling()
        left._found = {one: at for one, at in self._found.items() if one not in others._found}
        return left

    def ids(self) -> list[int]:
        return sorted(self._found, key=lambda one: (self._found[one], one))


def _coming(
    connection: Connection, offices: SqlOffices, actor: Actor, now: datetime
) -> Iterator[tuple[Span, Held, Sequence[int]]]:
    """Yield what falls due from a moment on and may be told of by now.

    Each with the complaints held alike in which it does: by their own clocks, and by letters that
    came to them and must be answered.
    """
    far = now + _reach(offices.policy(official_date(now)), offices.ladder())
    held = case(
        (in_hand(actor), Held.OWN.value),
        (C.owner_id.is_(None), Held.NOBODYS.value),
        else_=Held.ANOTHERS.value,
    )
    same = and_(K.complaint_id == C.id, K.cycle == C.cycle, K.kind == C.due_kind)
    asked = (
        select(C.due_at, K.amount + K.extra, K.unit, held, C.id)
        .join(t.clock, and_(same, K.stopped_at.is_(None), K.amount.is_not(None)))
        .where(listed(actor), C.due_at.between(now, far), _mine(actor))
    )
    # Many promises are alike, and are looked at once.
    alike: dict[tuple[int, int, str, str], list[int]] = {}
    for part in raw(connection, asked):
        for due_at, amount, unit, whose, case_id in part:
            alike.setdefault((due_at, amount, unit, whose), []).append(case_id)
    for (due, amount, unit, whose), cases in alike.items():
        due_at = moment_of(due)
        assert due_at is not None
        yield Span(amount, Unit(unit), due_at), Held(whose), cases
    owed = (
        select(C.id, held, R.received_at, R.due_at)
        .join(t.reply_owed, R.complaint_id == C.id)
        # The list keeps when the first of them is due, so that few complaints are looked at.
        .where(C.beside_at <= far, R.answered_at.is_(None), R.due_at.between(now, far))
        .where(listed(actor), _mine(actor))
    )
    for case_id, whose, received_at, due_at in connection.execute(owed):
        days = (official_date(due_at) - official_date(received_at)).days
        yield Span(days, Unit.CALENDAR_DAYS, due_at), Held(whose), (case_id,)


def _reach(policy: Policy, ladder: Ladder) -> timedelta:
    """Return how long before its due day anybody may be told of the longest promise."""
    longest = max(*policy.resolve.values(), policy.reply, 1)
    days = longest * (WHOLE - min(ladder.owner, *policy.warn_at)) / WHOLE
    # Working days as days of the calendar, with room for free stretches and extensions.
    return timedelta(days=ceil(days * 2) + 30)


def _mine(actor: Actor) -> ColumnElement[bool]:
    return true() if watches_all(actor) else in_hand(actor)


def _named(
    connection: Connection, actor: Actor, kind: AgendaKind, falling: _Falling
) -> AgendaGroup:
    ids = falling.ids()
    shown = tuple(rows(connection, actor, ids[:SHOWN])) if ids else ()
    return AgendaGroup(kind, len(ids), shown)


def _unchecked(offices: SqlOffices, actor: Actor, now: datetime) -> tuple[str, ...]:
    if not actor.may(Permission.REGISTER):
        return ()
    today = official_date(now)
    week = today - timedelta(days=today.weekday())
    left = open_today(
        offices.lists().channels,
        offices.checks(week, today),
        today,
        offices.days().calendar(),
    )
    return tuple(channel.name for channel in left)


def _missing_year(offices: SqlOffices, actor: Actor, now: datetime) -> int | None:
    if Role.SUPERVISOR not in actor.roles and not actor.may(Permission.KEEP_OFFICE):
        return None
    facts, today = offices.days(), official_date(now)
    return complete_until(facts.holidays).year + 1 if facts.reminds(today) else None
