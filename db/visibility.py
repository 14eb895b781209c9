"""Who may see which complaint: one gate, asked by every question and every act.

An ordinary complaint is open to all who work with complaints. A restricted one is open to who
registered it, its owner, who stands in for the owner, and those who may see restricted ones; a
secret one only to its owner and those who may see secrets (ระเบียบว่าด้วยการรักษาความลับของทางราชการ),
as a secret is entrusted in person and not for a leave. Others see a veiled line. Whoever
is accused in a complaint, or declared an interest in it, sees nothing of it at all, and whom such a
one lets stand in for its owner has it no more in hand than before; a hidden one is found only by
those who may hide it. Keeping the program opens nothing.
"""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    case,
    false,
    or_,
    select,
    true,
    union,
)

from db import tables as t
from db.base import Found
from desktop.rules.complaint import Secrecy
from desktop.rules.people import Actor, Permission

_WORKING = (Permission.REGISTER, Permission.WORK, Permission.ASSIGN)


def works_with_complaints(actor: Actor) -> bool:
    """Tell whether the actor's roles have anything to do with complaints."""
    return any(actor.may(permission) for permission in _WORKING)


def may_open(actor: Actor, complaint: Found, concerned: Iterable[Found]) -> bool:
    """Tell whether the actor may open this complaint; `concerned` are accused and interested."""
    if not works_with_complaints(actor):
        return False
    barred = {one.person_id for one in concerned}
    if actor.person_id in barred:
        return False
    if complaint.hidden_at is not None and not actor.may(Permission.ASSIGN):
        return False
    if complaint.secrecy is not Secrecy.NONE:
        return actor.may(Permission.SEE_SECRET) or actor.person_id == complaint.owner_id
    if not complaint.restricted or actor.may(Permission.SEE_RESTRICTED):
        return True
    return actor.person_id == complaint.registered_by or actor.has_in_hand(
        complaint.owner_id, barred
    )


def listed(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a complaint to appear in the actor's lists, veiled or not."""
    return and_(_not_against(actor), t.complaint.c.hidden_at.is_(None))


def hidden(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a hidden complaint to be found again by those who may hide."""
    if not actor.may(Permission.ASSIGN):
        return false()
    return and_(_not_against(actor), t.complaint.c.hidden_at.is_not(None))


def _not_against(actor: Actor) -> ColumnElement[bool]:
    if not works_with_complaints(actor):
        return false()
    # Asked once for the whole list; with `exists` it would be asked again for every line.
    accused, interested = _concerned(actor.person_id)
    return and_(t.complaint.c.id.not_in(accused), t.complaint.c.id.not_in(interested))


def near(actor: Actor) -> CompoundSelect[int]:
    """Ask for the complaints in which the actor is accused, or declared an interest."""
    return union(*_concerned(actor.person_id))


def _concerned(person_id: int) -> tuple[Select[int], Select[int]]:
    a, i = t.accused.c, t.interest.c
    return (
        select(a.complaint_id).where(a.person_id == person_id),
        select(i.complaint_id).where(i.person_id == person_id),
    )


def in_hand(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a complaint to be the actor's to work on: own, or in stead."""
    if not actor.stands_for:
        return t.complaint.c.owner_id == actor.person_id
    return _reached(actor, {actor.person_id})


def in_stead(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a complaint to be the actor's to work on in its owner's stead."""
    return _reached(actor, set()) if actor.stands_for else false()


def _reached(actor: Actor, owners: set[int]) -> ColumnElement[bool]:
    """Return the condition for an owner to be one of these, or one whom the actor stands in for.

    The owners stand in one list, so that an index finds them together.
    """
    c, chosen = t.complaint.c, defaultdict[int, set[int]](set)
    for one in actor.stands_for:
        if not one.own_choice:
            chosen[one.set_by].add(one.person_id)
    others = {one.person_id for one in actor.stands_for}
    return and_(
        c.owner_id.in_(sorted(owners | others)),
        *(
            or_(c.owner_id.not_in(sorted(absent)), c.id.not_in(union(*_concerned(set_by))))
            for set_by, absent in sorted(chosen.items())
        ),
    )


def unveiled(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a listed complaint to show who and what."""
    c = t.complaint.c
    own = c.owner_id == actor.person_id
    unsealed: ColumnElement[bool] = true()
    if not actor.may(Permission.SEE_RESTRICTED):
        seen = (c.registered_by == actor.person_id, in_hand(actor))
        unsealed = or_(c.restricted.is_(False), *seen)
    if actor.may(Permission.SEE_SECRET):
        return or_(unsealed, c.secrecy != Secrecy.NONE)
    return or_(own, and_(unsealed, c.secrecy == Secrecy.NONE))


def veiled(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for a listed complaint to show no more than that it is there.

    Not merely what is not unveiled: where nobody owns a complaint that is not known either.
    """
    return case((unveiled(actor), 0), else_=1) == 1


def openable(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for the actor to open a complaint."""
    return and_(listed(actor), unveiled(actor))
