"""What was typed on the intake page, field by field, and the form that it makes.

Answers are plain texts under the field's own name, the very shape a draft is kept in; the names are
those that a refusal points at, so that every fault finds its field.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from desktop.acts.classifying import SecretOrder
from desktop.errors import Refused
from desktop.rules.blanks import blanks
from desktop.rules.complaint import (
    Accused,
    Address,
    ChannelKind,
    ComplaintType,
    ContactWay,
    Intake,
    Matter,
    Petitioner,
    PetitionerKind,
    Secrecy,
    Urgency,
)
from desktop.rules.intake_form import IntakeForm, cleaned, faults
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.entry import DateTrouble, read_date, read_time
from ui.widgets.dates import refused

Answers = Mapping[str, str]
YES = "yes"
"""The answer of a ticked box; an unticked one is empty."""

WHO = "petitioners.0."
ABOUT = "accused.0."

ORDERED_BY, WHY = "secret.ordered_by", "secret.reason"
"""Asked of a paper that is made secret at once."""

BLANKS = "blanks"
"""The names of the blanks that a frequent complaint began with, one a line."""

FREQUENT = "frequent_id"
"""Which frequent complaint the form began with."""

_T = TypeVar("_T", bound=StrEnum)
_V = TypeVar("_V", date, time)

_LETTER = (
    *("intake.letter_number", "intake.letter_date", "intake.letter_from", "intake.pages"),
    *("intake.enclosures", "intake.urgency", "intake.central_number", "intake.sender_due_on"),
    *("secrecy", ORDERED_BY, WHY),
)
_CALL = ("intake.caller_phone", "intake.read_back", "call_back", "call_back_on", "call_back_time")
_VISIT = ("intake.statement_signed",)
_REFERENCE = ("intake.reference",)
OF_CHANNEL: Mapping[ChannelKind, tuple[str, ...]] = {
    ChannelKind.LETTER: _LETTER,
    ChannelKind.PHONE: _CALL,
    ChannelKind.WALK_IN: _VISIT,
    ChannelKind.OTHER: _REFERENCE,
}
"""Fields that only one kind of channel asks; the others' answers wait unread."""


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """The form as far as it could be read, and everything on it to mend or confirm, in order.

    `secret` is the order by which the complaint is secret from the beginning, if it is.
    """

    form: IntakeForm
    faults: tuple[Refused, ...]
    secret: SecretOrder | None = None


class _Sheet:
    """Answers being read; what cannot be read is gathered instead of raised."""

    def __init__(self, answers: Answers, today: date) -> None:
        self._answers = answers
        self._today = today
        self.kind = _enum(ChannelKind, answers.get("channel_kind", ""), ChannelKind.PHONE)
        self.found: list[Refused] = []

    def text(self, field: str) -> str:
        for kind, fields in OF_CHANNEL.items():
            if field in fields and kind is not self.kind:
                return ""
        return self._answers.get(field, "")

    def ticked(self, field: str) -> bool:
        return self.text(field) == YES

    def choice(self, field: str) -> int:
        typed = self.text(field)
        if typed.isdecimal():
            return int(typed)
        self.found.append(Refused(Reason.REQUIRED, field=field))
        return 0

    def identity(self, field: str) -> int | None:
        """Read what nobody types."""
        kept = self.text(field)
        return int(kept) if kept.isdecimal() else None

    def count(self, field: str) -> int | None:
        typed = arabic_digits(self.text(field)).replace(",", "").strip()
        if not typed:
            return None
        if typed.isdecimal() and int(typed[:7]) > 0 and len(typed) <= 6:
            return int(typed)
        self.found.append(Refused(Reason.BAD_NUMBER, field=field))
        return None

    def need(self, *fields: str) -> None:
        self.found += [
            Refused(Reason.REQUIRED, field=f) for f in fields if not self.text(f).strip()
        ]

    def day(self, field: str) -> date | None:
        return self._read(lambda typed: read_date(typed, self._today), field)

    def hour(self, field: str) -> time | None:
        return self._read(read_time, field)

    def _read(self, read: Callable[[str], _V], field: str) -> _V | None:
        typed = self.text(field)
        if not typed.strip():
            return None
        try:
            return read(typed)
        except DateTrouble as trouble:
            self.found.append(refused(trouble, field))
            return None


def _enum(kind: type[_T], value: str, default: _T) -> _T:
    # A draft left by another version may hold a word that is no longer one.
    return kind(value) if value in {member.value for member in kind} else default


def read_answers(answers: Answers, now: datetime, *, classifies: bool = False) -> ReadAnswers:
    """Read the answers into a form; never raises for what was typed.

    Only who `classifies` takes in what is secret.
    """
    sheet = _Sheet(answers, official_date(now))
    received_at = _received(sheet, now)
    intake = _intake(sheet)
    secret = _secret(sheet, classifies=classifies)
    form = IntakeForm(
        type=_enum(ComplaintType, sheet.text("type"), ComplaintType.COMPLAINT),
        channel_id=sheet.choice("channel_id"),
        source_id=sheet.choice("source_id"),
        category_id=sheet.choice("category_id"),
        received_at=received_at,
        matter=_matter(sheet),
        petitioners=(_petitioner(sheet),),
        intake=intake,
        accused=(_accused(sheet),),
        restricted=sheet.ticked("restricted"),
        child_danger=sheet.ticked("child_danger"),
        frequent_id=sheet.identity(FREQUENT),
    )
    # A number taken over from the call is questioned where it was typed, and only there.
    borrowed = "" if sheet.text(WHO + "phone") else WHO + "phone"
    rest = tuple(r for r in faults(cleaned(form), now) if r.field != borrowed)
    return ReadAnswers(form, (*sheet.found, *rest, *_blank(sheet)), secret)


def _blank(sheet: _Sheet) -> list[Refused]:
    """Ask about what a frequent complaint left to fill in and nobody did, once for each field."""
    began = sheet.text(BLANKS).splitlines()
    found = []
    for field in ("matter.subject", "matter.facts"):
        left = [blank.name for blank in blanks(sheet.text(field)) if blank.name in began]
        if left:
            found.append(Refused(Reason.CONFIRM_BLANK, field=field, name=", ".join(left)))
    return found


def _received(sheet: _Sheet, now: datetime) -> datetime:
    day = sheet.day("received_at")
    hour = sheet.hour("received_time")
    sheet.need("received_at", "received_time")
    return now if day is None or hour is None else at_office(day, hour)


def _intake(sheet: _Sheet) -> Intake:
    return Intake(
        letter_number=sheet.text("intake.letter_number"),
        letter_date=sheet.day("intake.letter_date"),
        letter_from=sheet.text("intake.letter_from"),
        pages=sheet.count("intake.pages"),
        enclosures=sheet.text("intake.enclosures"),
        urgency=_enum(Urgency, sheet.text("intake.urgency"), Urgency.NONE),
        central_number=sheet.text("intake.central_number"),
        sender_due_on=sheet.day("intake.sender_due_on"),
        caller_phone=sheet.text("intake.caller_phone"),
        call_back_at=_call_back(sheet),
        read_back=sheet.ticked("intake.read_back"),
        statement_signed=sheet.ticked("intake.statement_signed"),
        reference=sheet.text("intake.reference"),
    )


def _secret(sheet: _Sheet, *, classifies: bool) -> SecretOrder | None:
    secrecy = _enum(Secrecy, sheet.text("secrecy"), Secrecy.NONE)
    if secrecy is Secrecy.SECRET and classifies:
        sheet.need(ORDERED_BY, WHY)
        return SecretOrder(sheet.text(ORDERED_BY), sheet.text(WHY))
    if secrecy is not Secrecy.NONE:
        sheet.found.append(Refused(Reason.SECRET_ELSEWHERE, field="secrecy"))
    return None


def _call_back(sheet: _Sheet) -> datetime | None:
    if not sheet.ticked("call_back"):
        return None
    day = sheet.day("call_back_on")
    hour = sheet.hour("call_back_time")
    sheet.need("call_back_on", "call_back_time")
    return None if day is None or hour is None else at_office(day, hour)


def _petitioner(sheet: _Sheet) -> Petitioner:
    def text(name: str) -> str:
        return sheet.text(WHO + name)

    kind = _enum(PetitionerKind, text("kind"), PetitionerKind.PERSON)
    gathered = kind in (PetitionerKind.GROUP, PetitionerKind.AGENCY)
    return Petitioner(
        kind=kind,
        prefix=text("prefix"),
        first=text("first"),
        last=text("last"),
        heading=text("heading") if gathered else "",
        headcount=sheet.count(WHO + "headcount") if kind is PetitionerKind.GROUP else None,
        citizen_id=text("citizen_id"),
        # Whoever calls can be called back there, unless another number was given.
        phone=text("phone") or sheet.text("intake.caller_phone"),
        email=text("email"),
        address=Address(
            house=text("address.house"),
            village=text("address.village"),
            lane=text("address.lane"),
            road=text("address.road"),
            subdistrict=text("address.subdistrict"),
            district=text("address.district"),
            province=text("address.province"),
            postcode=text("address.postcode"),
        ),
        wants_secrecy=sheet.ticked(WHO + "wants_secrecy"),
        told_by=_enum(ContactWay, text("told_by"), ContactWay.LETTER),
    )


def _accused(sheet: _Sheet) -> Accused:
    return Accused(
        name=sheet.text(ABOUT + "name"),
        position=sheet.text(ABOUT + "position"),
        unit=sheet.text(ABOUT + "unit"),
    )


def _matter(sheet: _Sheet) -> Matter:
    names = ("subject", "facts", "place", "harm", "remedy", "evidence")
    return Matter(*(sheet.text(f"matter.{name}") for name in names))


def title_of(answers: Answers) -> str:
    """Name a draft by its subject, else by whose it is; empty when neither was typed."""
    subject = answers.get("matter.subject", "").strip()
    who = " ".join(
        part
        for name in ("prefix", "first", "last", "heading")
        if (part := answers.get(WHO + name, "").strip())
    )
    return subject or who or answers.get("intake.caller_phone", "").strip()
