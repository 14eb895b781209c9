"""The tables of the office itself: people, lists, calendar, standards, journal, counters."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Named, Table, TypedColumns

from db.base import Coded, Day, Instant, Json, Words, metadata
from desktop.rules.calendar import HolidayKind, HolidayOrigin
from desktop.rules.catalogue import CheckEvery, Stance
from desktop.rules.complaint import ChannelKind
from desktop.rules.letters import LetterKind, LetterSeries
from desktop.rules.numbering import Book
from desktop.rules.office import Garuda
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority


class PersonColumns(TypedColumns):
    """Someone who may sign in; `folded` is the user name whatever its case."""

    id: Named[int] = Column(primary_key=True)
    uid: Named[str] = Column(Words(), unique=True)
    username: Named[str] = Column(Words())
    folded: Named[str] = Column(Words(), unique=True)
    name: Named[str] = Column(Words())
    name_key: Named[str] = Column(Words())
    position: Named[str] = Column(Words())
    roles: Named[Any] = Column(Json())
    password: Named[str | None] = Column(Words())
    active: Named[bool]
    failures: Named[int]
    failed_at: Named[datetime | None] = Column(Instant())


person = Table("person", metadata, PersonColumns)


class SubstitutionColumns(TypedColumns):
    """A leave and who stands in; never deleted, as it tells in whose name something was done."""

    id: Named[int] = Column(primary_key=True)
    absent_id: Named[int] = Column(ForeignKey("person.id"))
    substitute_id: Named[int] = Column(ForeignKey("person.id"))
    first_on: Named[date] = Column(Day())
    last_on: Named[date] = Column(Day())
    set_by: Named[int] = Column(ForeignKey("person.id"))
    set_at: Named[datetime] = Column(Instant())
    ended_at: Named[datetime | None] = Column(Instant())


substitution = Table(
    "substitution", metadata, SubstitutionColumns, Index(None, "substitute_id", "last_on")
)


class OfficeFactsColumns(TypedColumns):
    """What the office says of itself from a day on; a later entry of a day wins."""

    id: Named[int] = Column(primary_key=True)
    effective_from: Named[date] = Column(Day())
    name: Named[str] = Column(Words())
    address: Named[str] = Column(Words())
    letter_prefix: Named[str] = Column(Words())
    group: Named[str] = Column("group_name", Words())
    phone: Named[str] = Column(Words())
    email: Named[str] = Column(Words())
    director_title: Named[str] = Column(Words())
    garuda: Named[Garuda] = Column(Coded(Garuda))
    garuda_image: Named[bytes | None]
    letter_series: Named[LetterSeries] = Column(Coded(LetterSeries))
    stamped_letters: Named[bool]


office_facts = Table("office_facts", metadata, OfficeFactsColumns)


class SignatoryColumns(TypedColumns):
    """Who may sign."""

    id: Named[int] = Column(primary_key=True)
    name: Named[str] = Column(Words())
    position: Named[str] = Column(Words())
    acting_for: Named[str] = Column(Words())
    active: Named[bool]


signatory = Table("signatory", metadata, SignatoryColumns)


class ChannelColumns(TypedColumns):
    """A way by which complaints reach the office."""

    id: Named[int] = Column(primary_key=True)
    code: Named[str] = Column(Words(), unique=True)
    name: Named[str] = Column(Words())
    kind: Named[ChannelKind] = Column(Coded(ChannelKind))
    two_way: Named[bool]
    checked: Named[str] = Column(Words())
    every: Named[CheckEvery] = Column(Coded(CheckEvery))
    stance: Named[Stance] = Column(Coded(Stance))
    active: Named[bool]


channel = Table("channel", metadata, ChannelColumns)


class SourceColumns(TypedColumns):
    """Where complaints come from."""

    id: Named[int] = Column(primary_key=True)
    code: Named[str] = Column(Words(), unique=True)
    name: Named[str] = Column(Words())
    rank: Named[int]
    agency: Named[bool]
    active: Named[bool]


source = Table("source", metadata, SourceColumns)


class CategoryColumns(TypedColumns):
    """What complaints are about."""

    id: Named[int] = Column(primary_key=True)
    code: Named[str] = Column(Words(), unique=True)
    name: Named[str] = Column(Words())
    complexity: Named[Complexity] = Column(Coded(Complexity))
    urgency: Named[Priority] = Column(Coded(Priority))
    corruption: Named[bool]
    against_officials: Named[bool]
    parent: Named[str] = Column(Words())
    active: Named[bool]


category = Table("category", metadata, CategoryColumns)


class FrequentColumns(TypedColumns):
    """How a complaint that comes often begins."""

    id: Named[int] = Column(primary_key=True)
    name: Named[str] = Column(Words())
    category_id: Named[int] = Column(ForeignKey("category.id"))
    subject: Named[str] = Column(Words())
    facts: Named[str] = Column(Words())
    place: Named[str] = Column(Words())
    active: Named[bool]
    priority: Named[Priority | None] = Column(Coded(Priority))


frequent = Table("frequent", metadata, FrequentColumns)


class HolidayColumns(TypedColumns):
    """A closed day."""

    day: Named[date] = Column(Day(), primary_key=True)
    name: Named[str] = Column(Words())
    kind: Named[HolidayKind] = Column(Coded(HolidayKind))
    origin: Named[HolidayOrigin] = Column(Coded(HolidayOrigin))
    reference: Named[str] = Column(Words())


holiday = Table("holiday", metadata, HolidayColumns)


class PolicyColumns(TypedColumns):
    """A version of the standards."""

    version: Named[int] = Column(primary_key=True)
    effective_from: Named[date] = Column(Day())
    rows: Named[Mapping[str, Any]] = Column(Json())


policy = Table("policy", metadata, PolicyColumns)


class LetterWordingColumns(TypedColumns):
    """What the office made of a letter's wording; the newest of a kind is in force."""

    id: Named[int] = Column(primary_key=True)
    kind: Named[LetterKind] = Column(Coded(LetterKind))
    version: Named[int]
    texts: Named[Mapping[str, Any]] = Column(Json())
    made_at: Named[datetime] = Column(Instant())
    made_by: Named[int] = Column(ForeignKey("person.id"))


letter_wording = Table("letter_wording", metadata, LetterWordingColumns)


class SavedViewColumns(TypedColumns):
    """A view of the register that somebody named; `narrowed` has filters and order."""

    id: Named[int] = Column(primary_key=True)
    owner_id: Named[int] = Column(ForeignKey("person.id"))
    name: Named[str] = Column(Words())
    narrowed: Named[Mapping[str, Any]] = Column(Json())
    columns: Named[Any] = Column("listed_columns", Json())
    shared: Named[bool]


saved_view = Table("saved_view", metadata, SavedViewColumns, Index(None, "owner_id"))


class CounterColumns(TypedColumns):
    """The last number a series gave."""

    book: Named[Book] = Column(Coded(Book), primary_key=True)
    year: Named[int] = Column(primary_key=True)
    first: Named[int]
    last: Named[int]


counter = Table("counter", metadata, CounterColumns)


class SaveKeyColumns(TypedColumns):
    """The key of a save, and what it made; used once in the life of the register."""

    key: Named[str] = Column(Words(), primary_key=True)
    act: Named[str] = Column(Words())
    subject_id: Named[int] = Column(BigInteger)


save_key = Table("save_key", metadata, SaveKeyColumns)


class JournalColumns(TypedColumns):
    """One chained entry; never changed. `signature` waits for a key to sign with."""

    sequence: Named[int] = Column(primary_key=True, autoincrement=False)
    at: Named[datetime] = Column(Instant())
    actor_id: Named[int | None] = Column(ForeignKey("person.id"))
    act: Named[str] = Column(Words())
    subject: Named[str] = Column(Words())
    facts: Named[Mapping[str, Any]] = Column(Json())
    previous: Named[str] = Column(Words())
    hash: Named[str] = Column(Words(), unique=True)
    signature: Named[str | None] = Column(Words())


journal = Table("journal", metadata, JournalColumns)


class JournalHeadColumns(TypedColumns):
    """The one row that tells the journal's end; its lock puts writers in line."""

    id: Named[int] = Column(primary_key=True)
    sequence: Named[int]
    hash: Named[str] = Column(Words())


journal_head = Table("journal_head", metadata, JournalHeadColumns)


class SettingColumns(TypedColumns):
    """A fact about this register: its salt, its own name, the versions of its keys."""

    name: Named[str] = Column(Words(), primary_key=True)
    value: Named[str] = Column(Words())


setting = Table("setting", metadata, SettingColumns)
