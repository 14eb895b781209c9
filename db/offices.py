"""The office's facts, lists, calendar and standards; the same code reads them for windows."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from db.office_records import (
    CategoryRecord,
    ChannelRecord,
    HolidayRecord,
    OfficeFactsRecord,
    PolicyRecord,
    SignatoryRecord,
    SourceRecord,
)
from db.writing import table_of
from desktop.rules.calendar import Holiday
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.policy import Complexity, Policy
from desktop.rules.priority import Priority
from desktop.views import Lists

_DAYS = table_of(HolidayRecord)
_HOLIDAYS = select(_DAYS.c.day, _DAYS.c.name, _DAYS.c.kind, _DAYS.c.origin).order_by(_DAYS.c.day)

_STANDARD = table_of(PolicyRecord)
_POLICY = (
    select(_STANDARD)
    .where(_STANDARD.c.effective_from <= bindparam("day"))
    .order_by(_STANDARD.c.effective_from.desc(), _STANDARD.c.version.desc())
    .limit(1)
)

_S = TypeVar("_S", OfficeFacts, Signatory, Channel, Source, Category)


class SqlOffices:
    """The office itself, by day where it changes with time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[type, int], Any] = {}

    def facts(self, on: date) -> OfficeFacts | None:
        """Return the facts in force on a day; before the first day, those of the first."""
        record = OfficeFactsRecord
        in_force = select(record).where(record.effective_from <= on)
        found = self._session.scalars(
            in_force.order_by(record.effective_from.desc(), record.id.desc()).limit(1)
        ).one_or_none()
        if found is None:
            earliest = select(record).order_by(record.effective_from, record.id).limit(1)
            found = self._session.scalars(earliest).one_or_none()
        return None if found is None else _shape(OfficeFacts, found)

    def put_facts(self, facts: OfficeFacts) -> None:
        """Store facts from their effective date on."""
        self._session.add(OfficeFactsRecord(**_row(facts)))
        self._session.flush()

    def add_signatory(self, signatory: Signatory) -> int:
        """Store one who signs."""
        done = self._session.execute(
            insert(SignatoryRecord).returning(SignatoryRecord.id), _row(signatory)
        )
        return int(done.scalar_one())

    def signatory(self, signatory_id: int) -> Signatory:
        """Load one who signs."""
        return _shape(Signatory, self._session.get_one(SignatoryRecord, signatory_id))

    def save_signatory(self, signatory: Signatory) -> None:
        """Store a changed one who signs."""
        self._save(SignatoryRecord, signatory)

    def signatories(self) -> tuple[Signatory, ...]:
        """List all who sign or signed."""
        return tuple(
            _shape(Signatory, found)
            for found in self._session.scalars(select(SignatoryRecord).order_by(SignatoryRecord.id))
        )

    def put_lists(self, lists: Lists) -> None:
        """Store catalogues, adding what has no identity yet."""
        kinds: tuple[tuple[Any, Sequence[Channel | Source | Category]], ...] = (
            (ChannelRecord, lists.channels),
            (SourceRecord, lists.sources),
            (CategoryRecord, lists.categories),
        )
        for record, things in kinds:
            for thing in things:
                if thing.id is None:
                    self._session.execute(insert(record), _row(thing))
                else:
                    self._save(record, thing)

    def lists(self) -> Lists:
        """Return the catalogues."""
        return Lists(
            self._all(ChannelRecord, Channel),
            self._all(SourceRecord, Source),
            self._all(CategoryRecord, Category),
        )

    def channel(self, channel_id: int) -> Channel:
        """Load a channel."""
        return self._one(ChannelRecord, Channel, channel_id)

    def source(self, source_id: int) -> Source:
        """Load a source."""
        return self._one(SourceRecord, Source, source_id)

    def category(self, category_id: int) -> Category:
        """Load a category."""
        return self._one(CategoryRecord, Category, category_id)

    def holidays(self) -> Sequence[Holiday]:
        """Return the calendar's closed days, by date."""
        rows = self._session.connection().execute(_HOLIDAYS).all()
        return tuple(Holiday(*row) for row in rows)

    def put_holidays(self, holidays: Sequence[Holiday]) -> None:
        """Store closed days, replacing those of the same date."""
        days = [holiday.date for holiday in holidays]
        self._session.execute(delete(HolidayRecord).where(HolidayRecord.day.in_(days)))
        rows = [
            {"day": h.date, "name": h.name, "kind": h.kind, "origin": h.origin} for h in holidays
        ]
        self._session.execute(insert(HolidayRecord), rows)

    def policy(self, on: date) -> Policy:
        """Return the standards in force for what is received on a day."""
        found = self._session.connection().execute(_POLICY, {"day": on}).one()
        return _policy(found)

    def put_policy(self, policy: Policy) -> None:
        """Store a version of the standards."""
        self._session.add(
            PolicyRecord(
                version=policy.version,
                effective_from=policy.effective_from,
                rows={
                    "acknowledge": policy.acknowledge,
                    "reply": policy.reply,
                    "resolve": {kind.value: days for kind, days in policy.resolve.items()},
                    "shortened": {kind.value: part for kind, part in policy.shortened.items()},
                },
            )
        )
        self._session.flush()

    def _all(self, record: Any, shape: type[_S]) -> tuple[_S, ...]:
        found = self._session.scalars(select(record).order_by(record.id))
        return tuple(_shape(shape, one) for one in found)

    def _one(self, record: Any, shape: type[_S], identity: int) -> _S:
        # An act asks for the same few choices again and again within one transaction.
        key = (shape, identity)
        if key not in self._known:
            found = self._session.connection().execute(_by_id(record), {"wanted": identity})
            self._known[key] = _shape(shape, found.one())
        return cast("_S", self._known[key])

    def _save(self, record: Any, thing: Signatory | Channel | Source | Category) -> None:
        self._session.execute(update(record).where(record.id == thing.id).values(_row(thing)))
        self._session.expire_all()
        self._known.clear()


@lru_cache
def _by_id(record: Any) -> Any:
    table = table_of(record)
    return select(table).where(table.c.id == bindparam("wanted"))


def _row(thing: Any) -> dict[str, Any]:
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name != "id"}


def _shape(shape: type[_S], record: object) -> _S:
    values = {field.name: getattr(record, field.name) for field in fields(shape)}
    return shape(**values)


def _policy(record: Any) -> Policy:
    rows = record.rows
    return Policy(
        version=record.version,
        effective_from=record.effective_from,
        acknowledge=rows["acknowledge"],
        reply=rows["reply"],
        resolve={Complexity(kind): days for kind, days in rows["resolve"].items()},
        shortened={Priority(kind): part for kind, part in rows["shortened"].items()},
    )
