"""Between a case and its records: one place that knows both shapes."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar, cast

from db import tables as t
from db.base import Found
from db.kept_keys import keys_of
from desktop.rules.case import Case
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Target, Verdict
from desktop.rules.complaint import Accused, Address, Intake, Matter, Petitioner
from desktop.rules.identity import read_phone
from desktop.rules.naming import shown_name
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.proceedings import (
    Extension,
    Interest,
    Investigation,
    Order,
    PastCycle,
    Proceedings,
    Referral,
    ReplyOwed,
    Wait,
)
from desktop.rules.satisfaction import Survey

Row = dict[str, Any]

_ADDRESS = tuple(field.name for field in fields(Address))
_INTAKE = tuple(field.name for field in fields(Intake))


@dataclass(frozen=True, slots=True)
class CaseRows:
    """A case as plain rows by table; those of the parts lack `complaint_id` until it is known."""

    complaint: Row
    matter: Row
    intake: Row
    petitioners: list[Row]
    accused: list[Row]
    clocks: list[Row]
    waits: list[Row]
    extensions: list[Row]
    orders: list[Row]
    referrals: list[Row]
    owed: list[Row]
    investigations: list[Row]
    past: list[Row]
    interests: list[Row]


def case_rows(case: Case) -> CaseRows:
    """Take a case apart into rows, list columns and search form included."""
    petitioner = shown_name(case.petitioners[0]) if case.petitioners else ""
    following, beside = case.next_due(), case.due_beside()
    complaint = {
        "uid": case.uid,
        "version": case.version,
        "year": case.number.year,
        "running": case.number.running,
        "tracking": case.tracking,
        "type": case.type,
        "status": case.status,
        "priority": case.priority,
        "channel_id": case.channel_id,
        "channel_kind": case.channel_kind,
        "source_id": case.source_id,
        "category_id": case.category_id,
        "owner_id": case.owner_id,
        "registered_by": case.registered_by,
        "received_at": case.received_at,
        "received_on": case.received_on,
        "recorded_at": case.recorded_at,
        "restricted": case.restricted,
        "child_danger": case.child_danger,
        "secrecy": case.secrecy,
        "policy_version": case.policy_version,
        "cycle": case.cycle,
        "cycle_ground": case.cycle_ground,
        "cycle_started_at": case.cycle_started_at,
        "hidden_at": case.hidden_at,
        "contacted_at": case.contacted_at,
        "contact_on": case.contact_on,
        "child_taken_at": case.child_taken_at,
        "outcome": case.outcome,
        "closed_at": case.closed_at,
        "subject": case.matter.subject,
        "petitioner": petitioner,
        "anonymous": case.anonymous,
        "due_at": None if following is None else following.due_at,
        "due_kind": None if following is None else following.kind,
        "beside_at": None if beside is None else beside.due_at,
        "beside_kind": None if beside is None else beside.kind,
        "verdict": final_verdict(case),
    }
    return CaseRows(
        complaint | keys_of(t.complaint, complaint),
        _matter(case),
        _intake(case.intake),
        [_petitioner(n, p) for n, p in enumerate(case.petitioners)],
        [_accused(n, a) for n, a in enumerate(case.accused)],
        [clock_row(clock) for clock in case.clocks],
        _placed(case.waits),
        _placed(case.extensions),
        _placed(case.orders),
        [
            row | {"reminders": [day.isoformat() for day in row["reminders"]]}
            for row in _placed(case.referrals)
        ],
        _placed(case.owed),
        _placed(case.investigations),
        [_plain(cycle) for cycle in case.past],
        [_plain(interest) for interest in case.interests],
    )


def _placed(things: Sequence[Any]) -> list[Row]:
    return [{"position": place, **_plain(thing)} for place, thing in enumerate(things)]


def _plain(thing: Any) -> Row:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}


def final_verdict(case: Case) -> Verdict | None:
    """Return how the case ended: by its resolve clock, or the reply's where there is none."""
    clock = case.clock(ClockKind.RESOLVE) or case.clock(ClockKind.REPLY)
    if clock is None or clock.stopped_at is None:
        return None
    return clock.verdict


def _matter(case: Case) -> Row:
    matter = case.matter
    return {
        "facts": matter.facts,
        "place": matter.place,
        "harm": matter.harm,
        "remedy": matter.remedy,
        "evidence": matter.evidence,
        "late_reason": case.late_reason,
        "child_receiver": case.child_receiver,
        "own_priority": case.own_priority,
    }


def _intake(intake: Intake) -> Row:
    row = {name: getattr(intake, name) for name in _INTAKE}
    return row | keys_of(t.intake, row)


def _accused(position: int, who: Accused) -> Row:
    row = {
        "position": position,
        "name": who.name,
        "post": who.position,
        "unit": who.unit,
        "person_id": who.person_id,
    }
    return row | keys_of(t.accused, row)


def _petitioner(position: int, who: Petitioner) -> Row:
    row: Row = {"position": position}
    for name in ("kind", "prefix", "first", "last", "heading", "headcount", "citizen_id"):
        row[name] = getattr(who, name)
    for name in ("phone", "email", "wants_secrecy", "told_by"):
        row[name] = getattr(who, name)
    row["phone_digits"] = read_phone(who.phone).digits if who.phone else ""
    row |= {name: getattr(who.address, name) for name in _ADDRESS}
    return row | keys_of(t.petitioner, row)


def clock_row(clock: Clock) -> Row:
    """Write a clock as a row."""
    target = clock.target
    return {
        "cycle": clock.cycle,
        "kind": clock.kind,
        "amount": None if target is None else target.amount,
        "unit": None if target is None else target.unit,
        "origin": None if target is None else target.origin,
        "first_due_at": clock.first_due_at,
        "due_at": clock.due_at,
        "stopped_at": clock.stopped_at,
        "verdict": clock.verdict,
        "extra": clock.extra,
        "started_at": clock.started_at,
    }


def clock_of(record: Found) -> Clock:
    """Put a clock together."""
    target = None
    if record.amount is not None and record.unit is not None and record.origin is not None:
        target = Target(record.kind, record.amount, record.unit, record.origin)
    return Clock(
        record.kind,
        target,
        record.first_due_at,
        record.due_at,
        record.stopped_at,
        record.verdict,
        record.cycle,
        record.extra,
        record.started_at,
    )


def petitioner_of(record: Found) -> Petitioner:
    """Put a petitioner together."""
    return Petitioner(
        kind=record.kind,
        prefix=record.prefix,
        first=record.first,
        last=record.last,
        heading=record.heading,
        headcount=record.headcount,
        citizen_id=record.citizen_id,
        phone=record.phone,
        email=record.email,
        address=Address(**{name: getattr(record, name) for name in _ADDRESS}),
        wants_secrecy=record.wants_secrecy,
        told_by=record.told_by,
    )


def accused_of(record: Found) -> Accused:
    """Put one accused together."""
    return Accused(record.name, record.post, record.unit, record.person_id)


def intake_of(record: Found) -> Intake:
    """Put the channel's facts together."""
    return Intake(**{name: getattr(record, name) for name in _INTAKE})


def matter_of(record: Found, wide: Found) -> Matter:
    """Put the substance together."""
    return Matter(record.subject, wide.facts, wide.place, wide.harm, wide.remedy, wide.evidence)


@dataclass(frozen=True, slots=True)
class Parts:
    """A case's rows as read."""

    complaint: Found
    matter: Found
    intake: Found
    petitioners: Sequence[Found]
    accused: Sequence[Found]
    clocks: Sequence[Found]
    waits: Sequence[Found]
    extensions: Sequence[Found]
    orders: Sequence[Found]
    referrals: Sequence[Found]
    owed: Sequence[Found]
    investigations: Sequence[Found]
    past: Sequence[Found]
    interests: Sequence[Found]


_T = TypeVar("_T")


def proceedings_of(parts: Parts) -> Proceedings:
    """Put together what befell a case besides its steps."""
    return Proceedings(
        waits=_things(Wait, parts.waits),
        extensions=_things(Extension, parts.extensions),
        orders=_things(Order, parts.orders),
        referrals=tuple(
            replace(referral, reminders=tuple(date.fromisoformat(day) for day in row.reminders))
            for referral, row in zip(
                _things(Referral, parts.referrals), parts.referrals, strict=True
            )
        ),
        owed=_things(ReplyOwed, parts.owed),
        investigations=_things(Investigation, parts.investigations),
        past=_things(PastCycle, parts.past),
        interests=_things(Interest, parts.interests),
    )


def survey_of(row: Any) -> Survey:
    """Read one time of asking."""
    return Survey(row.cycle, row.asked_on, row.asked_by, row.response, row.score)


def _things(shape: type[_T], found: Sequence[Found]) -> tuple[_T, ...]:
    names = [field.name for field in fields(cast("Any", shape))]
    return tuple(shape(**{name: getattr(row, name) for name in names}) for row in found)


def case_of(parts: Parts) -> Case:
    """Put a case together."""
    c, befell = parts.complaint, proceedings_of(parts)
    return Case(
        uid=c.uid,
        number=ComplaintNumber(c.year, c.running),
        tracking=c.tracking,
        type=c.type,
        channel_id=c.channel_id,
        channel_kind=c.channel_kind,
        source_id=c.source_id,
        category_id=c.category_id,
        received_at=c.received_at,
        received_on=c.received_on,
        recorded_at=c.recorded_at,
        registered_by=c.registered_by,
        intake=intake_of(parts.intake),
        matter=matter_of(c, parts.matter),
        petitioners=tuple(petitioner_of(p) for p in parts.petitioners),
        accused=tuple(accused_of(a) for a in parts.accused),
        restricted=c.restricted,
        child_danger=c.child_danger,
        priority=c.priority,
        policy_version=c.policy_version,
        clocks=tuple(clock_of(clock) for clock in parts.clocks),
        status=c.status,
        owner_id=c.owner_id,
        outcome=c.outcome,
        closed_at=c.closed_at,
        late_reason=parts.matter.late_reason,
        cycle=c.cycle,
        cycle_ground=c.cycle_ground,
        cycle_started_at=c.cycle_started_at,
        waits=befell.waits,
        extensions=befell.extensions,
        orders=befell.orders,
        referrals=befell.referrals,
        owed=befell.owed,
        investigations=befell.investigations,
        past=befell.past,
        interests=befell.interests,
        hidden_at=c.hidden_at,
        contacted_at=c.contacted_at,
        contact_on=c.contact_on,
        child_receiver=parts.matter.child_receiver,
        own_priority=parts.matter.own_priority,
        child_taken_at=c.child_taken_at,
        id=c.id,
        version=c.version,
        secrecy=c.secrecy,
    )
