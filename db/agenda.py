"""What somebody is told of: late, due today, running out, and what waits to be done."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from db import tables as t
from db.offices import SqlOffices
from db.register_query import rows
from db.visibility import listed, works_with_complaints
from db.watching import watched
from desktop.rules.calendar import complete_until
from desktop.rules.checking import open_today
from desktop.rules.escalating import (
    WHOLE,
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

C, K = t.complaint.c, t.clock.c
_WATCHED = (
    (AgendaKind.CHILD_DANGER, RegisterView.CHILD_DANGER),
    (AgendaKind.NO_CONTACT, RegisterView.NO_CONTACT),
    (AgendaKind.WAIT_OVER, RegisterView.WAIT_OVER),
    (AgendaKind.REFERRAL_OVER, RegisterView.REFERRAL_OVER),
    (AgendaKind.INQUIRY_OVER, RegisterView.INQUIRY_OVER),
)


def agenda(connection: Connection, actor: Actor, now: datetime) -> Agenda:
    """Gather what somebody is told of, group by group; empty groups are left out."""
    if not works_with_complaints(actor):
        return Agenda((), (), _missing_year(connection, actor, now))
    offices, today = SqlOffices(connection), official_date(now)
    ladder, calendar = offices.ladder(), offices.days().calendar()
    # What is late has passed every step of the ladder.
    late = and_(listed(actor), *watched(offices, RegisterView.LATE, now), _mine(actor))
    groups = [_group(connection, actor, AgendaKind.LATE, late)]
    due_today: list[int] = []
    warned: list[int] = []
    for case_id, owner_id, span in _coming(connection, offices, actor, now):
        step = told_from(ladder, actor, owner_id)
        if step is None or span.percent(now, calendar) < step:
            continue
        (due_today if official_date(span.due_at) == today else warned).append(case_id)
    groups.append(_named(connection, actor, AgendaKind.TODAY, due_today))
    groups.append(_named(connection, actor, AgendaKind.WARNED, warned))
    for kind, view in _WATCHED:
        wanted = and_(listed(actor), *watched(offices, view, now), _mine(actor))
        groups.append(_group(connection, actor, kind, wanted))
    return Agenda(
        tuple(group for group in groups if group.total),
        _unchecked(connection, actor, now),
        _missing_year(connection, actor, now),
    )


def passing(connection: Connection, actor: Actor, since: datetime, now: datetime) -> Agenda:
    """Gather what passed a mark of its time between two moments, for who is told of it."""
    offices = SqlOffices(connection)
    ladder, calendar = offices.ladder(), offices.days().calendar()
    marks = offices.policy(official_date(now)).warn_at
    late: list[int] = []
    warned: list[int] = []
    for case_id, owner_id, span in _coming(connection, offices, actor, since):
        step = told_from(ladder, actor, owner_id)
        if step is None:
            continue
        known = tuple(mark for mark in (*marks, WHOLE) if mark >= step)
        mark = passed(span, since, now, known, calendar)
        if mark is not None:
            (late if mark == WHOLE else warned).append(case_id)
    groups = (
        _named(connection, actor, AgendaKind.LATE, late),
        _named(connection, actor, AgendaKind.WARNED, warned),
    )
    return Agenda(tuple(group for group in groups if group.total), (), None)


def _coming(
    connection: Connection, offices: SqlOffices, actor: Actor, now: datetime
) -> Iterator[tuple[int, int | None, Span]]:
    """Yield what falls due after a moment and may be told of by now, the first due first."""
    far = now + _reach(offices.policy(official_date(now)), offices.ladder())
    same = and_(K.complaint_id == C.id, K.cycle == C.cycle, K.kind == C.due_kind)
    asked = (
        select(C.id, C.owner_id, C.due_at, K.amount, K.unit, K.extra)
        .join(t.clock, same)
        .where(listed(actor), C.due_at > now, C.due_at <= far, _mine(actor))
        .order_by(C.due_at, C.id)
    )
    for case_id, owner_id, due_at, amount, unit, extra in connection.execute(asked):
        if amount is not None and unit is not None and due_at is not None:
            yield case_id, owner_id, Span(amount + extra, unit, due_at)


def _reach(policy: Policy, ladder: Ladder) -> timedelta:
    """Return how long before its due day anybody may be told of the longest promise."""
    longest = max(*policy.resolve.values(), policy.reply, 1)
    days = longest * (WHOLE - min(ladder.owner, *policy.warn_at)) / WHOLE
    # Working days as days of the calendar, with room for free stretches and extensions.
    return timedelta(days=ceil(days * 2) + 30)


def _mine(actor: Actor) -> ColumnElement[bool]:
    return true() if watches_all(actor) else C.owner_id == actor.person_id


def _group(
    connection: Connection, actor: Actor, kind: AgendaKind, wanted: ColumnElement[bool]
) -> AgendaGroup:
    total = connection.scalar(select(func.count()).select_from(t.complaint).where(wanted)) or 0
    first = select(C.id).where(wanted).order_by(C.due_at.is_(None), C.due_at, C.id).limit(SHOWN)
    ids = connection.scalars(first).all() if total else ()
    return AgendaGroup(kind, total, tuple(rows(connection, actor, ids)) if ids else ())


def _named(
    connection: Connection, actor: Actor, kind: AgendaKind, ids: Sequence[int]
) -> AgendaGroup:
    shown = tuple(rows(connection, actor, ids[:SHOWN])) if ids else ()
    return AgendaGroup(kind, len(ids), shown)


def _unchecked(connection: Connection, actor: Actor, now: datetime) -> tuple[str, ...]:
    if not actor.may(Permission.REGISTER):
        return ()
    offices, today = SqlOffices(connection), official_date(now)
    week = today - timedelta(days=today.weekday())
    left = open_today(
        offices.lists().channels,
        offices.checks(week, today),
        today,
        offices.days().calendar(),
    )
    return tuple(channel.name for channel in left)


def _missing_year(connection: Connection, actor: Actor, now: datetime) -> int | None:
    if Role.SUPERVISOR not in actor.roles and not actor.may(Permission.KEEP_OFFICE):
        return None
    facts, today = SqlOffices(connection).days(), official_date(now)
    return complete_until(facts.holidays).year + 1 if facts.reminds(today) else None
