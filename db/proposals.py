"""Drafts of letters: where each stands and what its words were, inside one unit of work."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select, update

from db import tables as t
from db.kept_keys import keys_of
from db.letters import draft_row
from db.people import names_of
from db.secret_letters import closed_drafts, refuse_closed_draft
from db.statements import one, put, put_one
from db.visibility import openable
from desktop.errors import Conflict
from desktop.rules.complaint import Secrecy
from desktop.rules.letter_fields import draft_of
from desktop.rules.letters import LetterDraft
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.proposing import IN_FOLDER, ProposedLetter, ProposedText
from desktop.views import ProposalView, TextView


class SqlProposals:
    """Drafts by identity."""

    def __init__(self, connection: Connection, actor: Actor) -> None:
        self._connection = connection
        self._actor = actor

    def add(self, proposal: ProposedLetter) -> int:
        """Store a new draft and return its identity."""
        identity = put_one(self._connection, t.proposed_letter, _row(proposal))
        put(self._connection, t.proposed_text, [_text_row(identity, x) for x in proposal.texts])
        return identity

    def get(self, proposal_id: int) -> ProposedLetter:
        """Load one draft with all its versions, or refuse one that is closed to the actor."""
        refuse_closed_draft(self._connection, self._actor, proposal_id)
        record = one(self._connection, t.proposed_letter, proposal_id)
        texts = tuple(_texts(self._connection, proposal_id))
        return ProposedLetter(
            complaint_id=record.complaint_id,
            texts=texts,
            begun_at=record.begun_at,
            begun_by=record.begun_by,
            step=record.step,
            checked_at=record.checked_at,
            checked_by=record.checked_by,
            approved=None if record.approved is None else _said(texts[-1].draft, record.approved),
            signed_on=record.signed_on,
            wanted=record.wanted,
            reason=record.reason,
            letter_id=record.letter_id,
            corrects_id=record.corrects_id,
            id=record.id,
            version=record.version,
        )

    def save(self, proposal: ProposedLetter) -> None:
        """Store a changed draft, unless somebody else stored a change first."""
        own = t.proposed_letter
        identity = proposal.identity()
        row = {**_row(proposal), "version": proposal.version + 1}
        done = self._connection.execute(
            update(own).where(own.c.id == identity, own.c.version == proposal.version).values(row)
        )
        if done.rowcount != 1:
            raise Conflict
        proposal.version += 1
        text = t.proposed_text.c
        newest = select(func.max(text.number)).where(text.proposed_id == identity)
        kept = self._connection.execute(newest).scalar_one()
        fresh = [_text_row(identity, x) for x in proposal.texts if x.number > kept]
        if fresh:
            put(self._connection, t.proposed_text, fresh)


def proposals(connection: Connection, actor: Actor, *conditions: Any) -> list[ProposalView]:
    """List drafts in the folder, of complaints that the actor may open, newest first."""
    c, own, text, signer = t.complaint.c, t.proposed_letter.c, t.proposed_text.c, t.signatory.c
    statement = (
        select(
            t.proposed_letter,
            *(text.kind, text.recipient, text.salutation, text.signatory_id, text.content),
            *(text.typed_at, text.typed_by),
            c.year.label("complaint_year"),
            c.running.label("complaint_running"),
            c.subject,
            c.secrecy,
            signer.name.label("signatory"),
        )
        .join(t.proposed_text, (text.proposed_id == own.id) & (text.number == own.text))
        .join(t.complaint, c.id == own.complaint_id)
        .outerjoin(t.signatory, signer.id == text.signatory_id)
        .where(in_folder(), openable(actor), *conditions)
        .order_by(own.id.desc())
    )
    found = connection.execute(statement).all()
    names = names_of(connection) if found else {}
    closed = closed_drafts(connection, actor, in_folder(), *conditions) if found else ()
    views = [_view(record, names) for record in found]
    return [view.bare() if view.id in closed else view for view in views]


def _view(record: Any, names: Mapping[int | None, str]) -> ProposalView:
    draft = draft_of(record, record.content)
    return ProposalView(
        id=record.id,
        version=record.version,
        complaint_number=ComplaintNumber(record.complaint_year, record.complaint_running),
        draft=draft,
        said=draft if record.approved is None else _said(draft, record.approved),
        subject=record.subject,
        signatory=record.signatory or "",
        step=record.step,
        begun_by=names[record.begun_by],
        typed_at=record.typed_at,
        typed_by=names[record.typed_by],
        checked_by=names[record.checked_by],
        signed_on=record.signed_on,
        wanted=record.wanted,
        corrects_id=record.corrects_id,
        secret={record.secrecy, draft.secrecy} != {Secrecy.NONE},
    )


def in_folder() -> Any:
    """Return the condition for drafts that still wait for somebody."""
    return t.proposed_letter.c.step.in_(IN_FOLDER)


def text_views(connection: Connection, proposal_id: int) -> Sequence[TextView]:
    """List every version of a draft's words, oldest first."""
    names = names_of(connection)
    return [
        TextView(x.number, x.draft, x.typed_at, names[x.typed_by])
        for x in _texts(connection, proposal_id)
    ]


def _texts(connection: Connection, proposal_id: int) -> list[ProposedText]:
    text = t.proposed_text.c
    statement = (
        select(t.proposed_text, t.proposed_letter.c.complaint_id)
        .join(t.proposed_letter, t.proposed_letter.c.id == text.proposed_id)
        .where(text.proposed_id == proposal_id)
        .order_by(text.number)
    )
    return [
        ProposedText(one.number, draft_of(one, one.content), one.typed_at, one.typed_by)
        for one in connection.execute(statement)
    ]


def _said(draft: LetterDraft, approved: Mapping[str, Any]) -> LetterDraft:
    return replace(
        draft,
        subject=approved["subject"],
        references=tuple(approved["references"]),
        paragraphs=tuple(approved["paragraphs"]),
    )


def _row(proposal: ProposedLetter) -> dict[str, Any]:
    said = proposal.approved
    return {
        "version": proposal.version,
        "complaint_id": proposal.complaint_id,
        "step": proposal.step,
        "text": proposal.text.number,
        "begun_at": proposal.begun_at,
        "begun_by": proposal.begun_by,
        "checked_at": proposal.checked_at,
        "checked_by": proposal.checked_by,
        "approved": None
        if said is None
        else {
            "subject": said.subject,
            "references": said.references,
            "paragraphs": said.paragraphs,
        },
        "signed_on": proposal.signed_on,
        "wanted": proposal.wanted,
        "reason": proposal.reason,
        "letter_id": proposal.letter_id,
        "corrects_id": proposal.corrects_id,
    }


def _text_row(proposal_id: int, text: ProposedText) -> dict[str, Any]:
    row = draft_row(text.draft)
    return {
        **row,
        **keys_of(t.proposed_text, row),
        "proposed_id": proposal_id,
        "number": text.number,
        "typed_at": text.typed_at,
        "typed_by": text.typed_by,
    }
