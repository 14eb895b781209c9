"""The list of letters: drafts in the folder and letters, shelf by shelf, in any order.

A draft's identity is below nought, so that both stand in one list.
"""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    case,
    cast,
    false,
    func,
    literal,
    not_,
    null,
    select,
    union_all,
)

from db import tables as t
from db.case_reading import letters
from db.proposals import in_folder, proposals
from db.secret_letters import closed_drafts, open_in_content, shut
from db.statements import all_identities
from db.visibility import openable
from desktop.rules.letters import ON_THE_DESK, READY, LetterKind, LetterStatus
from desktop.rules.people import Actor
from desktop.rules.proposing import ProposalStep
from desktop.views import LetterLine, LetterQuery, LetterSort, Shelf

C, L, P, X = t.complaint.c, t.letter.c, t.proposed_letter.c, t.proposed_text.c
_STEPS = {
    Shelf.DRAFT: ProposalStep.DRAFT,
    Shelf.CHECKED: ProposalStep.CHECKED,
    Shelf.SIGNED: ProposalStep.SIGNED,
}
_STATUSES = {
    Shelf.WORK: ON_THE_DESK,
    Shelf.NUMBER: frozenset({LetterStatus.AWAITING_NUMBER}),
    Shelf.SENDING: READY,
    Shelf.ALL: frozenset(LetterStatus),
}
_KIND_ORDER = {kind: place for place, kind in enumerate(LetterKind)}
_STEP_ORDER = {step: place for place, step in enumerate(ProposalStep)}
_STATUS_ORDER = {one: len(ProposalStep) + place for place, one in enumerate(LetterStatus)}
_Keys = tuple[ColumnElement[Any], ...]


def letter_ids(
    connection: Connection, actor: Actor, query: LetterQuery, most: int | None = None
) -> "array[int]":
    """Return the identities of what lies on a shelf, all or the first so many, in order."""
    closed = closed_drafts(connection, actor, in_folder())
    parts = [*_letters(actor, query), *_drafts(actor, query, closed)]
    found = union_all(*parts).subquery("found").c
    keys = [column for name, column in found.items() if name != "id"]
    asked = select(found.id)
    for key in keys:
        # What has nothing to be sorted by stands at the end, whichever way the list runs.
        asked = asked.order_by(key.is_(None), key.desc() if query.descending else key.asc())
    return all_identities(connection, asked.order_by(found.id.desc()).limit(most))


def letter_rows(connection: Connection, actor: Actor, ids: Sequence[int]) -> list[LetterLine]:
    """Return lines in the order asked; what is gone, or not to be seen, is left out."""
    ours, drafts = [one for one in ids if one > 0], [-one for one in ids if one < 0]
    found: dict[int, LetterLine] = {}
    if ours:
        found |= {view.id: view for view in letters(connection, actor, L.id.in_(ours))}
    if drafts:
        found |= {-view.id: view for view in proposals(connection, actor, P.id.in_(drafts))}
    return [found[one] for one in ids if one in found]


def shelf_counts(connection: Connection, actor: Actor) -> Mapping[Shelf, int]:
    """Count what lies on each shelf where something waits."""
    drafts = (
        select(P.step, func.count())
        .join(t.complaint, C.id == P.complaint_id)
        .where(in_folder(), openable(actor))
        .group_by(P.step)
    )
    waiting = (
        select(L.status, func.count())
        .join(t.complaint, C.id == L.complaint_id)
        .where(L.status.in_(ON_THE_DESK), openable(actor))
        .group_by(L.status)
    )
    by_step = {row[0]: int(row[1]) for row in connection.execute(drafts)}
    by_status = {row[0]: int(row[1]) for row in connection.execute(waiting)}
    counts = {shelf: by_step.get(step, 0) for shelf, step in _STEPS.items()}
    for shelf in (Shelf.NUMBER, Shelf.SENDING):
        counts[shelf] = sum(by_status.get(status, 0) for status in _STATUSES[shelf])
    return {Shelf.WORK: sum(by_step.values()) + sum(by_status.values()), **counts}


def _letters(actor: Actor, query: LetterQuery) -> list[Select[*tuple[Any, ...]]]:
    if query.shelf not in _STATUSES:
        return []
    conditions = [openable(actor), L.status.in_(_STATUSES[query.shelf])]
    if query.kinds:
        # Of what is closed the kind is not told.
        conditions += [L.kind.in_(query.kinds), not_(shut(actor))]
    if query.drafter_id is not None:
        conditions.append(L.drafted_by == query.drafter_id)
    asked = select(L.id.label("id"), *_named(_letter_keys(actor, query.sort)))
    return [asked.join(t.complaint, C.id == L.complaint_id).where(*conditions)]


def _drafts(
    actor: Actor, query: LetterQuery, closed: frozenset[int]
) -> list[Select[*tuple[Any, ...]]]:
    if query.shelf in (Shelf.NUMBER, Shelf.SENDING):
        return []
    conditions = [in_folder(), openable(actor)]
    if query.shelf in _STEPS:
        conditions.append(P.step == _STEPS[query.shelf])
    if query.kinds:
        conditions += [X.kind.in_(query.kinds), P.id.not_in(closed)]
    if query.drafter_id is not None:
        conditions.append(P.begun_by == query.drafter_id)
    asked = (
        select((-P.id).label("id"), *_named(_draft_keys(P.id.in_(closed), query.sort)))
        .join(t.proposed_text, (X.proposed_id == P.id) & (X.number == P.text))
        .join(t.complaint, C.id == P.complaint_id)
        .join(t.person, t.person.c.id == P.begun_by)
    )
    return [asked.where(*conditions)]


def _named(keys: _Keys) -> list[Any]:
    return [key.label(f"key_{place}") for place, key in enumerate(keys)]


def _none_like(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return no words, compared as those of a column are."""
    return case((false(), column))


def _letter_keys(actor: Actor, sort: LetterSort) -> _Keys:
    told = not_(shut(actor))
    # Secret letters count in a series of their own.
    secret = case((open_in_content(), 0), else_=1)
    by: dict[LetterSort, _Keys] = {
        LetterSort.NEWEST: (literal(0), L.id),
        LetterSort.NUMBER: (L.year, secret, L.running, func.nullif(L.number, "")),
        LetterSort.DAY: (L.dated,),
        LetterSort.KIND: (case((told, case(_KIND_ORDER, value=L.kind))),),
        LetterSort.RECIPIENT: (case((told, L.recipient_key)),),
        LetterSort.COMPLAINT: (C.year, C.running),
        LetterSort.SUBJECT: (case((told, C.subject_key)),),
        LetterSort.MAKERS: (_none_like(C.subject_key),),
        LetterSort.STATUS: (case(_STATUS_ORDER, value=L.status),),
    }
    return by[sort]


def _draft_keys(closed: ColumnElement[bool], sort: LetterSort) -> _Keys:
    told, nothing = not_(closed), cast(null(), Integer)
    by: dict[LetterSort, _Keys] = {
        LetterSort.NEWEST: (literal(1), P.id),
        LetterSort.NUMBER: (nothing, nothing, nothing, _none_like(X.recipient)),
        LetterSort.DAY: (P.signed_on,),
        LetterSort.KIND: (case((told, case(_KIND_ORDER, value=X.kind))),),
        LetterSort.RECIPIENT: (case((told, X.recipient_key)),),
        LetterSort.COMPLAINT: (C.year, C.running),
        LetterSort.SUBJECT: (case((told, C.subject_key)),),
        LetterSort.MAKERS: (t.person.c.name_key,),
        LetterSort.STATUS: (case(_STEP_ORDER, value=P.step),),
    }
    return by[sort]
