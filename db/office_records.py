"""The tables of the office itself: people, lists, calendar, standards, journal, counters."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Json, Named, Record, identity
from desktop.rules.calendar import HolidayKind, HolidayOrigin
from desktop.rules.catalogue import Stance
from desktop.rules.complaint import ChannelKind
from desktop.rules.numbering import Book
from desktop.rules.office import Garuda
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority


class PersonRecord(Record):
    """Someone who may sign in; `folded` is the user name whatever its case."""

    __tablename__ = "person"

    id: Mapped[identity]
    uid: Mapped[str] = mapped_column(unique=True)
    username: Mapped[str]
    folded: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str]
    position: Mapped[str]
    roles: Mapped[Any] = mapped_column(Json())
    password: Mapped[str | None]
    active: Mapped[bool]
    failures: Mapped[int]
    failed_at: Mapped[datetime | None]


class OfficeFactsRecord(Record):
    """What the office says of itself from a day on; a later entry of a day wins."""

    __tablename__ = "office_facts"

    id: Mapped[identity]
    effective_from: Mapped[date]
    name: Mapped[str]
    address: Mapped[str]
    letter_prefix: Mapped[str]
    group: Mapped[str] = mapped_column("group_name")
    phone: Mapped[str]
    email: Mapped[str]
    director_title: Mapped[str]
    garuda: Mapped[Garuda] = mapped_column(Named(Garuda))
    garuda_image: Mapped[bytes | None]


class SignatoryRecord(Record):
    """Who may sign."""

    __tablename__ = "signatory"

    id: Mapped[identity]
    name: Mapped[str]
    position: Mapped[str]
    acting_for: Mapped[str]
    active: Mapped[bool]


class ChannelRecord(Record):
    """A way by which complaints reach the office."""

    __tablename__ = "channel"

    id: Mapped[identity]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[ChannelKind] = mapped_column(Named(ChannelKind))
    two_way: Mapped[bool]
    checked: Mapped[str]
    stance: Mapped[Stance] = mapped_column(Named(Stance))
    active: Mapped[bool]


class SourceRecord(Record):
    """Where complaints come from."""

    __tablename__ = "source"

    id: Mapped[identity]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    rank: Mapped[int]
    agency: Mapped[bool]
    active: Mapped[bool]


class CategoryRecord(Record):
    """What complaints are about."""

    __tablename__ = "category"

    id: Mapped[identity]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    complexity: Mapped[Complexity] = mapped_column(Named(Complexity))
    urgency: Mapped[Priority] = mapped_column(Named(Priority))
    corruption: Mapped[bool]
    against_officials: Mapped[bool]
    parent: Mapped[str]
    active: Mapped[bool]


class HolidayRecord(Record):
    """A closed day."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[HolidayKind] = mapped_column(Named(HolidayKind))
    origin: Mapped[HolidayOrigin] = mapped_column(Named(HolidayOrigin))


class PolicyRecord(Record):
    """A version of the standards."""

    __tablename__ = "policy"

    version: Mapped[int] = mapped_column(primary_key=True)
    effective_from: Mapped[date]
    rows: Mapped[Mapping[str, Any]] = mapped_column(Json())


class CounterRecord(Record):
    """The last number a series gave."""

    __tablename__ = "counter"

    book: Mapped[Book] = mapped_column(Named(Book), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    last: Mapped[int]


class SaveKeyRecord(Record):
    """The key of a save, and what it made; used once in the life of the register."""

    __tablename__ = "save_key"

    key: Mapped[str] = mapped_column(primary_key=True)
    act: Mapped[str]
    subject_id: Mapped[int] = mapped_column(BigInteger)


class JournalRecord(Record):
    """One chained entry; never changed. `signature` waits for a key to sign with."""

    __tablename__ = "journal"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    act: Mapped[str]
    subject: Mapped[str]
    facts: Mapped[Mapping[str, Any]] = mapped_column(Json())
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)
    signature: Mapped[str | None]


class JournalHeadRecord(Record):
    """The one row that tells the journal's end; its lock puts writers in line."""

    __tablename__ = "journal_head"

    id: Mapped[identity]
    sequence: Mapped[int]
    hash: Mapped[str]


class SettingRecord(Record):
    """A fact about this register: its salt, its own name, the versions of its keys."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
