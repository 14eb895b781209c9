"""What has to be watched: what falls due, what is late, what waits too long, whom nobody told."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select

from db import tables as t
from db.base import Day, Instant
from db.offices import SqlOffices
from desktop.rules.counting import end_of_office_day
from desktop.rules.road import OPEN, WAITING
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView

SOON = 3
"""Working days before its due day from which a complaint is due soon."""

C = t.complaint.c


def watched(offices: SqlOffices, view: RegisterView, now: datetime) -> list[ColumnElement[bool]]:
    """Return the conditions of a view that is the same for everybody."""
    today = official_date(now)
    is_open = C.status.in_(OPEN)
    match view:
        case RegisterView.UNASSIGNED:
            return [C.owner_id.is_(None), is_open]
        case RegisterView.SOON:
            # What stands still has no due instant, and is neither due nor late.
            limit = due_limit(offices, today)
            return [or_(C.due_at.between(now, limit), C.beside_at.between(now, limit))]
        case RegisterView.LATE:
            return [or_(C.due_at < now, C.beside_at < now)]
        case RegisterView.WAITING:
            return [C.status.in_(WAITING)]
        case RegisterView.CHILD_DANGER:
            return [is_open, C.child_danger, C.child_taken_at.is_(None)]
        case RegisterView.NO_CONTACT:
            return [is_open, C.anonymous.is_(False), _unheard(offices, now)]
        case RegisterView.WAIT_OVER:
            w = t.wait.c
            over = select(w.complaint_id).where(w.ended_at.is_(None), w.expected_on < today)
            return [C.id.in_(over), is_open]
        case RegisterView.REFERRAL_OVER:
            r = t.referral.c
            # A matter that was sent on whole is still asked after.
            return [C.id.in_(select(r.complaint_id).where(r.answered_at.is_(None), r.due_at < now))]
        case RegisterView.INQUIRY_OVER:
            i = t.investigation.c
            until = func.coalesce(i.extended_to, i.due_on, type_=Day())
            over = select(i.complaint_id).where(i.reported_on.is_(None), until < today)
            return [C.id.in_(over), is_open]
    raise ValueError(view)


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
