"""By what the register may be grouped: one expression each, to count by and to step in by."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_

from db import tables as t
from db.offices import SqlOffices
from db.visibility import unveiled
from db.watching import IS_OPEN, due_shown, watched
from desktop.rules.people import Actor
from desktop.views import DueBand, GroupBy, GroupStep, RegisterView

C = t.complaint.c


def group_key(offices: SqlOffices, actor: Actor, by: GroupBy, now: datetime) -> ColumnElement[Any]:
    """Return what a complaint is grouped by; nothing where it has none, or does not tell it."""
    match by:
        case GroupBy.STATUS:
            return C.status
        case GroupBy.PRIORITY:
            return C.priority
        case GroupBy.CHANNEL:
            return C.channel_kind
        case GroupBy.OWNER:
            return C.owner_id
        case GroupBy.CATEGORY:
            # A veiled line does not say its category.
            return case((unveiled(actor), C.category_id))
    return case(
        (or_(*watched(offices, RegisterView.LATE, now)), DueBand.LATE.value),
        (or_(*watched(offices, RegisterView.SOON, now)), DueBand.SOON.value),
        (and_(IS_OPEN, due_shown().is_not(None)), DueBand.LATER.value),
        else_=DueBand.NONE.value,
    )


def stepped_in(
    offices: SqlOffices, actor: Actor, step: GroupStep, now: datetime
) -> ColumnElement[bool]:
    """Return the condition for a complaint to be of a group."""
    key = group_key(offices, actor, step.by, now)
    return key.is_(None) if step.key is None else key == step.key
