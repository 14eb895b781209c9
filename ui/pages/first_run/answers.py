"""What was typed on the first-run pages, and the opening of the office that it makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from desktop.acts.opening import OpenOffice, checked_facts, checked_signatory
from desktop.acts.staffing import AddPerson
from desktop.errors import Refusals, Refused
from desktop.rules.office import Garuda, OfficeFacts, Signatory
from desktop.rules.passwords import check_password
from desktop.rules.people import Role
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.text import clean_line

Answers = Mapping[str, str]
LARGEST_EMBLEM = 2 * 1024 * 1024
"""Bytes the office's own picture of the emblem may have."""


class Step(StrEnum):
    """The pages, in their order."""

    OFFICE = "office"
    LETTERS = "letters"
    PLACE = "place"
    PEOPLE = "people"


class Sharing(StrEnum):
    """Who of this computer's accounts can reach the register."""

    MINE = "mine"
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """One who will sign in, as typed."""

    name: str = ""
    position: str = ""
    username: str = ""
    password: str = ""
    again: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)

    def command(self) -> AddPerson:
        """Make the act's command of it."""
        return AddPerson(
            self.name, self.position, self.username, self.roles, self.password, self.again
        )


def facts_of(answers: Answers, today: date, emblem: bytes | None) -> OfficeFacts:
    """Make the office's facts of what was typed; nothing is guessed."""
    garuda = Garuda(answers.get("garuda") or Garuda.PREPRINTED.value)
    names = ("name", "address", "letter_prefix", "group", "phone", "email", "director_title")
    return OfficeFacts(
        **{name: answers.get(name, "") for name in names},  # type: ignore[arg-type]
        effective_from=today,
        garuda=garuda,
        garuda_image=emblem if garuda is Garuda.IMAGE else None,
    )


def signatory_of(answers: Answers) -> Signatory:
    """Make the one who signs of what was typed."""
    return Signatory(
        id=None,
        name=answers.get("signatory.name", ""),
        position=answers.get("signatory.position", ""),
        acting_for=answers.get("signatory.acting_for", ""),
    )


_ON_OFFICE = frozenset({"name", "address", "group", "phone"})


def office_faults(facts: OfficeFacts) -> tuple[Refused, ...]:
    """List what must be mended on the page of the office itself."""
    found = [r for r in _raised(lambda: checked_facts(facts)) if r.field in _ON_OFFICE]
    email = clean_line(facts.email)
    if email and ("@" not in email or " " in email or email.endswith("@")):
        found.append(Refused(Reason.BAD_EMAIL, field="email"))
    return tuple(found)


def letter_faults(answers: Answers, facts: OfficeFacts) -> tuple[Refused, ...]:
    """List what must be mended on the page of the office's letters."""
    found = [r for r in _raised(lambda: checked_facts(facts)) if r.field == "letter_prefix"]
    for name in ("name", "position"):
        if not clean_line(answers.get(f"signatory.{name}", "")):
            found.append(Refused(Reason.REQUIRED, field=f"signatory.{name}"))
    for name in ("first_complaint_number", "first_letter_number"):
        if first_number(answers, name) < 1:
            found.append(Refused(Reason.BAD_NUMBER, field=name))
    if facts.garuda is Garuda.IMAGE and facts.garuda_image is None:
        found.append(Refused(Reason.REQUIRED, field="garuda_image"))
    return tuple(found)


def first_number(answers: Answers, name: str) -> int:
    """Read where a book begins; 1 when nothing was typed, 0 when it cannot be read."""
    typed = arabic_digits(answers.get(name, "")).strip()
    if not typed:
        return 1
    return int(typed) if typed.isdecimal() and len(typed) <= 6 else 0


def person_faults(people: tuple[NewPerson, ...], number: int) -> tuple[Refused, ...]:
    """List what must be mended about one of the first people."""
    person = people[number]
    found = []
    username = clean_line(person.username)
    if not clean_line(person.name):
        found.append(Refused(Reason.REQUIRED, field="name"))
    if not username:
        found.append(Refused(Reason.REQUIRED, field="username"))
    earlier = (clean_line(p.username).casefold() for p in people[:number])
    if username and username.casefold() in earlier:
        found.append(Refused(Reason.USERNAME_TAKEN, field="username", name=username))
    if not person.roles:
        found.append(Refused(Reason.REQUIRED, field="roles"))
    found += _raised(lambda: check_password(person.password, person.again, username))
    return tuple(found)


def opening_of(answers: Answers, facts: OfficeFacts, people: tuple[NewPerson, ...]) -> OpenOffice:
    """Make the command that opens the office, from pages without faults."""
    return OpenOffice(
        facts=facts,
        signatories=(checked_signatory(signatory_of(answers)),),
        people=tuple(person.command() for person in people),
        first_complaint_number=first_number(answers, "first_complaint_number"),
        first_letter_number=first_number(answers, "first_letter_number"),
    )


def _raised(check: Callable[[], object]) -> list[Refused]:
    try:
        check()
    except Refusals as several:
        return list(several.refusals)
    except Refused as refused:
        return [refused]
    return []


def administrator(person: NewPerson) -> NewPerson:
    """Give a person the keeping of the program besides what they do."""
    return replace(person, roles=person.roles | {Role.ADMINISTRATOR})
