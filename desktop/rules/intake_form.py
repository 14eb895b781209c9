"""What a complaint must say before it can be numbered, checked field by field."""

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from desktop.errors import Refused
from desktop.rules.complaint import (
    Accused,
    ComplaintType,
    Intake,
    Matter,
    Petitioner,
    PetitionerKind,
)
from desktop.rules.identity import read_id, read_phone
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import LIMIT, clean_block, clean_line

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_BLOCKS = frozenset({"facts", "harm", "remedy", "evidence", "enclosures"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """All that the register page asks; `received_at` is when the office got it.

    `frequent_id` is the complaint that comes often with which it began.
    """

    type: ComplaintType
    channel_id: int
    source_id: int
    category_id: int
    received_at: datetime
    matter: Matter
    petitioners: tuple[Petitioner, ...]
    intake: Intake = field(default_factory=Intake)
    accused: tuple[Accused, ...] = ()
    restricted: bool = False
    child_danger: bool = False
    frequent_id: int | None = None


def cleaned(value: _T) -> _T:
    """Return the same shape with every text made clean: NFC, no control or hidden characters."""
    if isinstance(value, tuple):
        return tuple(cleaned(item) for item in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for part in fields(value):
        before = getattr(value, part.name)
        if type(before) is str:
            after: Any = clean_block(before) if part.name in _BLOCKS else clean_line(before)
        else:
            after = cleaned(before)
        if after != before:
            changes[part.name] = after
    return replace(value, **changes) if changes else value


def signed(petitioners: tuple[Petitioner, ...]) -> tuple[Petitioner, ...]:
    """Keep of each petitioner what its kind allows: where nobody signed, no name stays behind."""
    return tuple(
        replace(p, prefix="", first="", last="", heading="", citizen_id="")
        if p.kind is PetitionerKind.ANONYMOUS
        else p
        for p in petitioners
    )


def named(accused: tuple[Accused, ...]) -> tuple[Accused, ...]:
    """Leave out accused of whom nothing was said."""
    return tuple(a for a in accused if a.name or a.position or a.unit)


def call_back_day(intake: Intake) -> date | None:
    """Return the day on which the caller was promised a call, and so the next word."""
    return None if intake.call_back_at is None else official_date(intake.call_back_at)


def faults(form: IntakeForm, now: datetime) -> tuple[Refused, ...]:
    """List everything on a form that must be mended or confirmed, in the order of the fields.

    Reasons named CONFIRM_… may be overridden by the clerk; the others may not.
    """
    found = [*_moments(form, now)]
    for number, petitioner in enumerate(form.petitioners):
        found += _petitioner(petitioner, number)
    if form.intake.caller_phone and not read_phone(form.intake.caller_phone).plausible:
        found.append(Refused(Reason.CONFIRM_PHONE, field="intake.caller_phone"))
    if not form.matter.subject:
        found.append(Refused(Reason.REQUIRED, field="matter.subject"))
    return tuple(found + _lengths(form))


def _moments(form: IntakeForm, now: datetime) -> list[Refused]:
    found = []
    if form.received_at > now:
        found.append(Refused(Reason.CONFIRM_FUTURE, field="received_at"))
    dated = form.intake.letter_date
    if dated is not None:
        if dated > official_date(now):
            found.append(Refused(Reason.IN_THE_FUTURE, field="intake.letter_date"))
        elif dated > official_date(form.received_at):
            found.append(Refused(Reason.CONFIRM_BEFORE_LETTER, field="received_at"))
    asked = form.intake.sender_due_on
    if asked is not None and asked < official_date(form.received_at):
        found.append(Refused(Reason.WANTED_BEFORE, field="intake.sender_due_on"))
    return found


def _petitioner(who: Petitioner, number: int) -> list[Refused]:
    at = f"petitioners.{number}."
    found = []
    if who.kind is PetitionerKind.PERSON and not who.first:
        found.append(Refused(Reason.NAME_NEEDED, field=at + "first"))
    if who.kind in (PetitionerKind.GROUP, PetitionerKind.AGENCY) and not who.heading:
        found.append(Refused(Reason.HEADING_NEEDED, field=at + "heading"))
    if who.headcount is not None and who.headcount < 1:
        found.append(Refused(Reason.BAD_NUMBER, field=at + "headcount"))
    if who.citizen_id and not read_id(who.citizen_id).valid:
        found.append(Refused(Reason.CONFIRM_CITIZEN_ID, field=at + "citizen_id"))
    if who.phone and not read_phone(who.phone).plausible:
        found.append(Refused(Reason.CONFIRM_PHONE, field=at + "phone"))
    if who.email and not _EMAIL.fullmatch(who.email):
        found.append(Refused(Reason.BAD_EMAIL, field=at + "email"))
    return found


def _lengths(value: object, at: str = "") -> list[Refused]:
    if type(value) is str:
        if len(value) > LIMIT:
            return [Refused(Reason.TOO_LONG, field=at, length=len(value), limit=LIMIT)]
        return []
    if isinstance(value, tuple):
        parts = [(str(number), item) for number, item in enumerate(value)]
    elif is_dataclass(value) and not isinstance(value, type):
        parts = [(part.name, getattr(value, part.name)) for part in fields(value)]
    else:
        return []
    return [
        refused
        for name, item in parts
        for refused in _lengths(item, f"{at}.{name}" if at else name)
    ]
