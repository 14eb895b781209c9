"""Open the office: its facts, its calendar, its lists, who signs, and the first people."""

from dataclasses import dataclass, replace

from desktop.acts.staffing import AddPerson, admit
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import NOBODY, Desk
from desktop.rules.calendar import government_holidays
from desktop.rules.catalogue import CATEGORIES, CHANNELS, SOURCES
from desktop.rules.journal import Entry
from desktop.rules.numbering import Book, Series
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Actor, Role
from desktop.rules.policy import SHIPPED
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import buddhist_year, fiscal_year, official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.views import Lists

YEARS_BEFORE, YEARS_AFTER = 4, 1


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """What the first-run pages asked; `people` begins with an administrator."""

    facts: OfficeFacts
    signatories: tuple[Signatory, ...]
    people: tuple[AddPerson, ...]
    first_complaint_number: int = 1
    first_letter_number: int = 1


@dataclass(frozen=True, slots=True)
class Opened:
    """The first administrator's identity."""

    person_id: int
    changes: Changes = Changes.OFFICE | Changes.PEOPLE | Changes.CALENDAR


def checked_facts(facts: OfficeFacts) -> OfficeFacts:
    """Clean the office's facts, or refuse each one that is missing; nothing is guessed."""
    clean = replace(
        facts,
        name=clean_line(facts.name),
        address=clean_block(facts.address),
        letter_prefix=clean_line(facts.letter_prefix).rstrip("/"),
        group=clean_line(facts.group),
        phone=clean_line(facts.phone),
        email=clean_line(facts.email),
        director_title=clean_line(facts.director_title),
    )
    needed = ("name", "address", "letter_prefix", "group", "phone")
    missing = [Refused(Reason.REQUIRED, field=n) for n in needed if not getattr(clean, n)]
    if missing:
        raise Refusals(tuple(missing))
    return clean


def checked_signatory(signatory: Signatory) -> Signatory:
    """Clean a signatory, or refuse one without name or position."""
    clean = replace(
        signatory,
        name=clean_line(signatory.name),
        position=clean_line(signatory.position),
        acting_for=clean_line(signatory.acting_for),
    )
    for field in ("name", "position"):
        if not getattr(clean, field):
            raise Refused(Reason.REQUIRED, field=f"signatory.{field}")
    return clean


def open_office(command: OpenOffice, desk: Desk, actor: Actor = NOBODY) -> Opened:
    """Write the first page of the register; an office is opened once."""
    facts = checked_facts(command.facts)
    signatories = tuple(checked_signatory(s) for s in command.signatories)
    if not signatories:
        raise Refused(Reason.NO_SIGNATORY, field="signatory.name")
    if not command.people or Role.ADMINISTRATOR not in command.people[0].roles:
        raise Refused(Reason.LAST_ADMINISTRATOR, field="roles")
    for field in ("first_complaint_number", "first_letter_number"):
        if getattr(command, field) < 1:
            raise Refused(Reason.BAD_NUMBER, field=field)
    now = desk.now()
    today = official_date(now)
    with desk.unit(actor) as work:
        if work.office.facts(today) is not None:
            raise Refused(Reason.ALREADY_OPEN)
        work.office.put_facts(facts)
        for signatory in signatories:
            work.office.add_signatory(signatory)
        work.office.put_lists(Lists(CHANNELS, SOURCES, CATEGORIES))
        years = range(today.year - YEARS_BEFORE, today.year + YEARS_AFTER + 1)
        work.office.put_holidays(government_holidays(years))
        work.office.put_policy(SHIPPED)
        complaints = Series(Book.COMPLAINTS, fiscal_year(today))
        work.start_series(complaints, command.first_complaint_number)
        letters = Series(Book.LETTERS_OUT, buddhist_year(today))
        work.start_series(letters, command.first_letter_number)
        work.journal(Entry(now, None, "open_office", "office", {"policy": SHIPPED.version}))
        ids = [admit(work, person, desk, actor) for person in command.people]
        work.commit()
    return Opened(ids[0])
