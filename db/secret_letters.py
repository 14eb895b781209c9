"""Secret letters of complaints that others may open: each shows only that it is there.

Such a letter opens to who made it and to those who may see secrets. A complaint that is secret
itself opens to nobody else, and its letters with it.
"""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, false, not_, or_, select, type_coerce

from db import tables as t
from db.base import Found
from db.statements import one
from desktop.errors import Refused
from desktop.rules.complaint import Secrecy
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.views import StepView

_TOLD_OF_A_STEP = frozenset(
    {"letter", "draft", "text", "version", "number", "dated", "dispatch", "checker", "signed_on"}
)
"""What a step of a closed letter still tells: which letter it is, and where it stands."""


def letter_closed(actor: Actor, letter: Found, of: Secrecy) -> bool:
    """Tell whether a letter of a complaint, of that class, is closed to the actor."""
    makers = (letter.drafted_by, letter.typed_by, letter.checked_by, letter.issued_by)
    return (
        of is Secrecy.NONE
        and Secrecy(letter.content["secrecy"]) is not Secrecy.NONE
        and actor.person_id not in makers
        and not actor.may(Permission.SEE_SECRET)
    )


def open_in_content() -> ColumnElement[bool]:
    """Return the condition for a letter to be of no secrecy class itself."""
    # Content is written without spaces, and what was typed in it has its quotes escaped.
    return type_coerce(t.letter.c.content, Text).like(f'%"secrecy":"{Secrecy.NONE.value}"%')


def shut(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a letter, beside its complaint, to be closed to the actor."""
    if actor.may(Permission.SEE_SECRET):
        return false()
    own = t.letter.c
    makers = (own.drafted_by, own.typed_by, own.checked_by, own.issued_by)
    return and_(
        t.complaint.c.secrecy == Secrecy.NONE,
        not_(open_in_content()),
        *(or_(maker.is_(None), maker != actor.person_id) for maker in makers),
    )


def closed_letters(connection: Connection, actor: Actor, case_id: int) -> frozenset[int]:
    """Return the letters of a complaint that are closed to the actor."""
    of = one(connection, t.complaint, case_id).secrecy
    found = connection.execute(select(t.letter).where(t.letter.c.complaint_id == case_id))
    return frozenset(letter.id for letter in found if letter_closed(actor, letter, of))


def closed_drafts(connection: Connection, actor: Actor, *conditions: Any) -> frozenset[int]:
    """Return which drafts are closed to the actor: any of their versions may make them secret."""
    own, text, c = t.proposed_letter.c, t.proposed_text.c, t.complaint.c
    if actor.may(Permission.SEE_SECRET):
        return frozenset()
    found = connection.execute(
        select(own.id, own.begun_by, own.checked_by, text.typed_by, text.content)
        .join(t.proposed_text, text.proposed_id == own.id)
        .join(t.complaint, c.id == own.complaint_id)
        .where(c.secrecy == Secrecy.NONE, *conditions)
    )
    secret: set[int] = set()
    makers: dict[int, set[int | None]] = defaultdict(set)
    for draft in found:
        makers[draft.id] |= {draft.begun_by, draft.checked_by, draft.typed_by}
        if Secrecy(draft.content["secrecy"]) is not Secrecy.NONE:
            secret.add(draft.id)
    return frozenset(draft for draft in secret if actor.person_id not in makers[draft])


def refuse_closed_letter(connection: Connection, actor: Actor, letter: Found) -> None:
    """Refuse a letter that is closed to the actor."""
    if letter_closed(actor, letter, one(connection, t.complaint, letter.complaint_id).secrecy):
        raise Refused(Reason.LETTER_NOT_VISIBLE)


def refuse_closed_draft(connection: Connection, actor: Actor, draft_id: int) -> None:
    """Refuse a draft that is closed to the actor."""
    if closed_drafts(connection, actor, t.proposed_letter.c.id == draft_id):
        raise Refused(Reason.LETTER_NOT_VISIBLE)


def bare_step(step: StepView) -> StepView:
    """Show of a step of such a letter that it was taken, and nothing of what the letter is."""
    told = {name: fact for name, fact in step.facts.items() if name in _TOLD_OF_A_STEP}
    return replace(step, note="", facts=told)
