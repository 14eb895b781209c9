"""What has to be watched: what falls due, what is late, what waits too long, whom nobody told."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    func,
    literal_column,
    not_,
    or_,
    select,
)

from db import tables as t
from db.base import Day, Instant
from db.offices import SqlOffices
from db.tables.register import STILL_OPEN
from db.visibility import near
from desktop.rules.counting import end_of_office_day
from desktop.rules.people import Actor
from desktop.rules.road import WAITING
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.worktime import BeyondCalendar
from desktop.views import RegisterView

SOON = 3
"""Working days before its due day from which a complaint is due soon."""

C = t.complaint.c
# Of no kind, as a condition known to be one would be written out with something to compare it to.
IS_OPEN: ColumnElement[bool] = literal_column(f"complaint.{STILL_OPEN}")


def watched(
    offices: SqlOffices, view: RegisterView, now: datetime
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a view that is the same for everybody; none meets two of them.

    They stand apart where one index cannot answer them together.
    """
    today = official_date(now)
    match view:
        case RegisterView.UNASSIGNED:
            return (and_(C.owner_id.is_(None), IS_OPEN),)
        case RegisterView.SOON:
            # What stands still has no due instant, and is neither due nor late.
            limit = due_limit(offices, today)
            return _either(*(at.between(now, limit) for at in (C.due_at, C.beside_at)))
        case RegisterView.LATE:
            return _either(C.due_at < now, C.beside_at < now)
        case RegisterView.WAITING:
            return (and_(C.status.in_(WAITING), IS_OPEN),)
        case RegisterView.CHILD_DANGER:
            return (and_(IS_OPEN, C.child_danger, C.child_taken_at.is_(None)),)
        case RegisterView.NO_CONTACT:
            return (and_(IS_OPEN, C.anonymous.is_(False), _unheard(offices, now)),)
        case RegisterView.WAIT_OVER:
            w = t.wait.c
            over = select(w.complaint_id).where(w.ended_at.is_(None), w.expected_on < today)
            return (and_(C.id.in_(over), IS_OPEN),)
        case RegisterView.REFERRAL_OVER:
            r = t.referral.c
            # A matter that was sent on whole is still asked after.
            over = select(r.complaint_id).where(r.answered_at.is_(None), r.due_at < now)
            return (C.id.in_(over),)
        case RegisterView.INQUIRY_OVER:
            i = t.investigation.c
            until = func.coalesce(i.extended_to, i.due_on, type_=Day())
            over = select(i.complaint_id).where(i.reported_on.is_(None), until < today)
            return (and_(C.id.in_(over), IS_OPEN),)
    raise ValueError(view)


def promised(today: date) -> ColumnElement[bool]:
    """Return the condition of a word to the petitioner that was promised for a day."""
    return and_(IS_OPEN, C.contact_on == today)


def due_shown() -> ColumnElement[datetime]:
    """When the first of all that is due falls due, as a line of a list shows it."""
    first = func.coalesce(C.due_at, C.beside_at, type_=Instant())
    return case((C.beside_at < C.due_at, C.beside_at), else_=first)


def _either(
    due: ColumnElement[bool], beside: ColumnElement[bool]
) -> tuple[ColumnElement[bool], ...]:
    return due, and_(beside, or_(C.due_at.is_(None), not_(due)))


def _unheard(offices: SqlOffices, now: datetime) -> ColumnElement[bool]:
    today = official_date(now)
    days = offices.policy(today).contact_days
    heard = func.coalesce(C.contacted_at, C.cycle_started_at, type_=Instant())
    return or_(heard < now - timedelta(days=days), C.contact_on < today)


def due_limit(offices: SqlOffices, today: date) -> datetime:
    """Return the end of the last working day that is "soon"."""
    calendar = offices.days().calendar()
    last = min(max(today, calendar.first), calendar.last - timedelta(days=30))
    return end_of_office_day(calendar.add_workdays(last, SOON), calendar)


def late_since(offices: SqlOffices, today: date, days: int) -> datetime:
    """Return the moment before which falls due what is late by so many working days or more."""
    calendar = offices.days().calendar()
    try:
        return at_office(calendar.add_workdays(today + timedelta(days=1), -days), time())
    except BeyondCalendar:
        return at_office(calendar.first, time())


def open_by_category(connection: Connection, actor: Actor) -> dict[int, int]:
    """Count the open complaints of each category that has any.

    Keeping the lists asks how many, never which: also who opens none of them is told, only not
    of what is against them.
    """
    counted = (
        select(C.category_id, func.count().label("open"))
        .where(IS_OPEN, C.hidden_at.is_(None), C.id.not_in(near(actor)))
        .group_by(C.category_id)
    )
    return {row.category_id: row.open for row in connection.execute(counted)}
