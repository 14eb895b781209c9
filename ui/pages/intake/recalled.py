"""A registered complaint as the answers that made it, for correcting on the same form."""

from collections.abc import Iterable
from datetime import date, datetime

from desktop.rules.complaint import Petitioner
from desktop.rules.thai.dates import local
from desktop.views import CaseView
from ui.pages.intake.answers import ABOUT, WHO, YES
from ui.widgets.dates import typed_date, typed_time

_PETITIONER = ("prefix", "first", "last", "heading", "citizen_id", "phone", "email")
_ADDRESS = (
    *("house", "village", "lane", "road"),
    *("subdistrict", "district", "province", "postcode"),
)
_MATTER = ("subject", "facts", "place", "harm", "remedy", "evidence")
_INTAKE = (
    *("letter_number", "letter_from", "enclosures"),
    *("central_number", "caller_phone", "reference"),
)


def recalled(case: CaseView) -> dict[str, str]:
    """Write a case as answers; what had no field on the form stays out."""
    received = local(case.received_at)
    answers = {
        "channel_kind": case.channel.kind.value,
        "type": case.type.value,
        "channel_id": str(case.channel.id),
        "source_id": str(case.source.id),
        "category_id": str(case.category.id),
        "received_at": typed_date(received.date()),
        "received_time": typed_time(received),
        "restricted": _tick(case.restricted),
        "child_danger": _tick(case.child_danger),
        **_texts("matter.", case.matter, _MATTER),
        **_texts("intake.", case.intake, _INTAKE),
        "intake.urgency": case.intake.urgency.value,
        "intake.letter_date": _day(case.intake.letter_date),
        "intake.sender_due_on": _day(case.intake.sender_due_on),
        "intake.pages": _number(case.intake.pages),
        "intake.read_back": _tick(case.intake.read_back),
        "intake.statement_signed": _tick(case.intake.statement_signed),
        **_call_back(case.intake.call_back_at),
    }
    if case.petitioners:
        answers |= petitioner_answers(case.petitioners[0])
    if case.accused:
        answers |= _texts(ABOUT, case.accused[0], ("name", "position", "unit"))
    return answers


def petitioner_answers(who: Petitioner) -> dict[str, str]:
    """Write a petitioner as answers."""
    return {
        **_texts(WHO, who, _PETITIONER),
        **_texts(f"{WHO}address.", who.address, _ADDRESS),
        f"{WHO}kind": who.kind.value,
        f"{WHO}headcount": _number(who.headcount),
        f"{WHO}wants_secrecy": _tick(who.wants_secrecy),
        f"{WHO}told_by": who.told_by.value,
    }


def _texts(start: str, thing: object, names: Iterable[str]) -> dict[str, str]:
    return {start + name: getattr(thing, name) for name in names}


def _tick(yes: bool) -> str:
    return YES if yes else ""


def _day(day: date | None) -> str:
    return "" if day is None else typed_date(day)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _call_back(at: datetime | None) -> dict[str, str]:
    if at is None:
        return {}
    when = local(at)
    return {
        "call_back": YES,
        "call_back_on": typed_date(when.date()),
        "call_back_time": typed_time(when),
    }
