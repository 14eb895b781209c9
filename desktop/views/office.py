"""The office, its people and its catalogues."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.rules.calendar import CalendarFacts
from desktop.rules.catalogue import Category, Channel, Frequent, Source
from desktop.rules.letters import LetterKind
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Role
from desktop.rules.policy import Policy
from desktop.rules.wording import OfficeWording
from desktop.rules.worktime import WorkCalendar


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as lists and pickers show them."""

    id: int
    username: str
    name: str
    position: str
    roles: frozenset[Role]
    active: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """The office's catalogues, active and inactive."""

    channels: tuple[Channel, ...]
    sources: tuple[Source, ...]
    categories: tuple[Category, ...]
    frequent: tuple[Frequent, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The office as it stands today: facts, signatories, holidays, standards."""

    facts: OfficeFacts
    signatories: tuple[Signatory, ...]
    days: CalendarFacts
    policy: Policy
    wordings: Mapping[LetterKind, OfficeWording] = field(default_factory=dict)

    @property
    def calendar(self) -> WorkCalendar:
        """The office's working calendar."""
        return self.days.calendar()


@dataclass(frozen=True, slots=True)
class SubstitutionRow:
    """A leave that runs or is to come, and who stands in; no more where that holds no longer."""

    id: int
    absent_id: int
    substitute: str
    first_on: date
    last_on: date
    holds: bool
