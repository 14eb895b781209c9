"""One case whole, and what hangs on it: letters, files, earlier complaints."""

from typing import Any

from sqlalchemy import Connection, select

from db import tables as t
from db.cases import parts_of
from db.files import IN_ORDER
from db.links import SqlLinks
from db.mapping import (
    accused_of,
    clock_of,
    intake_of,
    matter_of,
    petitioner_of,
    proceedings_of,
    survey_of,
)
from db.offices import SqlOffices
from db.people import names_of
from db.proposals import proposals
from db.secret_letters import bare_step, closed_drafts, closed_letters, letter_closed
from db.visibility import may_open, openable
from desktop.errors import Refused
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import ON_THE_DESK
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.satisfaction import Survey
from desktop.views import (
    CaseView,
    FileView,
    IncomingView,
    LetterView,
    LinkView,
    StepView,
    VersionView,
)


def case_view(connection: Connection, actor: Actor, case_id: int) -> CaseView:
    """Return one case whole, or refuse one that the actor may not open."""
    parts = parts_of(connection, case_id)
    c = parts.complaint
    if not may_open(actor, c, (*parts.accused, *parts.interests)):
        raise Refused(Reason.NOT_VISIBLE)
    offices = SqlOffices(connection)
    names = names_of(connection)
    closed = closed_letters(connection, actor, case_id)
    return CaseView(
        id=c.id,
        version=c.version,
        number=ComplaintNumber(c.year, c.running),
        tracking=c.tracking,
        type=c.type,
        channel=offices.channel(c.channel_id),
        source=offices.source(c.source_id),
        category=offices.category(c.category_id),
        received_at=c.received_at,
        recorded_at=c.recorded_at,
        registered_by=names[c.registered_by],
        intake=intake_of(parts.intake),
        matter=matter_of(c, parts.matter),
        petitioners=tuple(petitioner_of(p) for p in parts.petitioners),
        accused=tuple(accused_of(a) for a in parts.accused),
        restricted=c.restricted,
        child_danger=c.child_danger,
        priority=c.priority,
        status=c.status,
        owner_id=c.owner_id,
        owner="" if c.owner_id is None else names[c.owner_id],
        outcome=c.outcome,
        closed_at=c.closed_at,
        late_reason=parts.matter.late_reason,
        clocks=tuple(clock_of(clock) for clock in parts.clocks),
        steps=_steps(connection, actor, case_id, names, closed),
        files=tuple(
            file for file in _files(connection, case_id, names) if file.letter_id not in closed
        ),
        letters=tuple(letters(connection, actor, t.letter.c.complaint_id == case_id)),
        proposals=tuple(proposals(connection, actor, t.proposed_letter.c.complaint_id == case_id)),
        versions=tuple(
            one for one in _versions(connection, case_id, names) if one.letter_id not in closed
        ),
        incoming=_incoming(connection, case_id),
        links=_links(connection, actor, case_id),
        surveys=_surveys(connection, case_id),
        hidden_at=c.hidden_at,
        secrecy=c.secrecy,
        proceedings=proceedings_of(parts),
        cycle=c.cycle,
        cycle_started_at=c.cycle_started_at,
        policy=offices.policy_version(c.policy_version),
        contacted_at=c.contacted_at,
        contact_on=c.contact_on,
        child_receiver=parts.matter.child_receiver,
        child_taken_at=c.child_taken_at,
    )


def letters(connection: Connection, actor: Actor, *conditions: Any) -> list[LetterView]:
    """List letters of complaints that the actor may open, newest first."""
    c, letter, kept = t.complaint.c, t.letter.c, t.stored_file.c
    statement = (
        select(
            t.letter,
            c.year.label("complaint_year"),
            c.running.label("complaint_running"),
            c.subject,
            c.secrecy,
            kept.sha256,
        )
        .join(t.complaint, c.id == letter.complaint_id)
        .join(t.stored_file, kept.name == letter.pdf)
        .where(openable(actor), *conditions)
        .order_by(letter.id.desc())
    )
    names = names_of(connection)
    return [
        view.bare() if letter_closed(actor, one, one.secrecy) else view
        for one in connection.execute(statement)
        for view in (_letter_view(one, names),)
    ]


def _letter_view(one: Any, names: dict[int | None, str]) -> LetterView:
    return LetterView(
        id=one.id,
        complaint_id=one.complaint_id,
        complaint_number=ComplaintNumber(one.complaint_year, one.complaint_running),
        kind=one.kind,
        number=one.number,
        dated=one.dated,
        recipient=one.recipient,
        subject=one.subject,
        status=one.status,
        sent_at=one.sent_at,
        dispatch=one.dispatch,
        tracking=one.tracking,
        sha256=one.sha256,
        reason=one.reason,
        corrects_id=one.corrects_id,
        drafted_by=names[one.drafted_by],
        typed_by=names[one.typed_by],
        checked_by=names[one.checked_by],
        secret={one.secrecy, Secrecy(one.content["secrecy"])} != {Secrecy.NONE},
    )


def unsent() -> Any:
    """Return the condition for letters that have not left."""
    return t.letter.c.status.in_(ON_THE_DESK)


def _steps(
    connection: Connection,
    actor: Actor,
    case_id: int,
    names: dict[int | None, str],
    letters: frozenset[int],
) -> tuple[StepView, ...]:
    step = t.step.c
    statement = select(t.step).where(step.complaint_id == case_id).order_by(step.sequence)
    drafts = closed_drafts(connection, actor, t.proposed_letter.c.complaint_id == case_id)
    views = (
        StepView(s.sequence, s.kind, s.at, names[s.actor_id], s.note, s.facts)
        for s in connection.execute(statement)
    )
    return tuple(
        bare_step(view)
        if view.facts.get("letter") in letters or view.facts.get("draft") in drafts
        else view
        for view in views
    )


def _files(
    connection: Connection, case_id: int, names: dict[int | None, str]
) -> tuple[FileView, ...]:
    file, kept = t.attachment.c, t.stored_file.c
    statement = (
        select(t.attachment, kept.size, kept.sha256)
        .join(t.stored_file, kept.name == file.stored)
        .where(file.complaint_id == case_id)
        .order_by(*IN_ORDER)
    )
    return tuple(
        FileView(
            id=f.id,
            name=f.name,
            size=f.size,
            media_type=f.media_type,
            sha256=f.sha256,
            added_at=f.added_at,
            added_by=names[f.added_by],
            letter_id=f.letter_id,
            incoming_id=f.incoming_id,
            turned=f.turned,
        )
        for f in connection.execute(statement)
    )


def _versions(
    connection: Connection, case_id: int, names: dict[int | None, str]
) -> tuple[VersionView, ...]:
    own, kept = t.letter_version.c, t.stored_file.c
    statement = (
        select(t.letter_version, kept.sha256)
        .join(t.letter, t.letter.c.id == own.letter_id)
        .join(t.stored_file, kept.name == own.pdf)
        .where(t.letter.c.complaint_id == case_id)
        .order_by(own.letter_id, own.version)
    )
    return tuple(
        VersionView(v.letter_id, v.version, v.sha256, v.replaced_at, names[v.replaced_by], v.reason)
        for v in connection.execute(statement)
    )


def _links(connection: Connection, actor: Actor, case_id: int) -> tuple[LinkView, ...]:
    c = t.complaint.c
    asked = select(c.id, c.year, c.running, c.subject, c.status, openable(actor).label("open"))
    ties = [link for link in SqlLinks(connection).of(case_id) if link.undone_at is None]
    others = {link.to_id if link.from_id == case_id else link.from_id for link in ties}
    found = {row.id: row for row in connection.execute(asked.where(c.id.in_(others)))}
    views = []
    for link in ties:
        leads = link.from_id == case_id
        other = found[link.to_id if leads else link.from_id]
        views.append(
            LinkView(
                kind=link.kind,
                leads=leads,
                case_id=other.id,
                number=ComplaintNumber(other.year, other.running),
                subject=other.subject if other.open else "",
                status=other.status,
                made_at=link.made_at,
                openable=bool(other.open),
                reason=link.reason if other.open else "",
            )
        )
    return tuple(views)


def _surveys(connection: Connection, case_id: int) -> tuple[Survey, ...]:
    own = t.survey.c
    statement = select(t.survey).where(own.complaint_id == case_id).order_by(own.id)
    return tuple(survey_of(row) for row in connection.execute(statement))


def _incoming(connection: Connection, case_id: int) -> tuple[IncomingView, ...]:
    own = t.incoming_letter.c
    statement = select(t.incoming_letter).where(own.complaint_id == case_id)
    return tuple(
        IncomingView(
            id=one.id,
            answers_id=one.answers_id,
            number=one.number,
            dated=one.dated,
            sender=one.sender,
            subject=one.subject,
            received_at=one.received_at,
            receipt_number=one.receipt_number,
            withdrawn=one.reason,
        )
        for one in connection.execute(statement.order_by(own.received_at.desc(), own.id.desc()))
    )
