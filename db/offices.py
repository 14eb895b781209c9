"""The office's facts, lists, calendar and standards; the same code reads them for windows."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Table, bindparam, delete, func, select, update

from db import calendars
from db import tables as t
from db.base import Found
from db.statements import one, one_or_none, put, put_one
from desktop.rules.calendar import CalendarFacts, Holiday
from desktop.rules.catalogue import Category, Channel, Frequent, Source, in_tree
from desktop.rules.checking import ChannelCheck
from desktop.rules.clocks import ClockKind, Rolling, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.escalating import SHIPPED as SHIPPED_LADDER
from desktop.rules.escalating import Ladder
from desktop.rules.letters import LetterKind
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.policy import Complexity, Policy, Provision
from desktop.rules.priority import Priority
from desktop.rules.routing import AssignmentRule, Rank
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.wording import OfficeWording
from desktop.views import Lists

_LADDER = "ladder"
"""The setting that tells who is told when: three percents."""

_STANDARD = t.policy
_POLICY = (
    select(_STANDARD)
    .where(_STANDARD.c.effective_from <= bindparam("day"))
    .order_by(_STANDARD.c.effective_from.desc(), _STANDARD.c.version.desc())
    .limit(1)
)

_S = TypeVar("_S", OfficeFacts, Signatory, Channel, Source, Category, Frequent)


class SqlOffices:
    """The office itself, by day where it changes with time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[type, int], Any] = {}
        self._days: CalendarFacts | None = None

    def facts(self, on: date) -> OfficeFacts | None:
        """Return the facts in force on a day; before the first day, those of the first."""
        own = t.office_facts.c
        in_force = select(t.office_facts).where(own.effective_from <= on)
        found = self._connection.execute(
            in_force.order_by(own.effective_from.desc(), own.id.desc()).limit(1)
        ).one_or_none()
        if found is None:
            earliest = select(t.office_facts).order_by(own.effective_from, own.id).limit(1)
            found = self._connection.execute(earliest).one_or_none()
        return None if found is None else _shape(OfficeFacts, found)

    def put_facts(self, facts: OfficeFacts) -> None:
        """Store facts from their effective date on."""
        put(self._connection, t.office_facts, _row(facts))

    def add_signatory(self, signatory: Signatory) -> int:
        """Store one who signs."""
        return put_one(self._connection, t.signatory, _row(signatory))

    def signatory(self, signatory_id: int) -> Signatory:
        """Load one who signs."""
        return _shape(Signatory, one(self._connection, t.signatory, signatory_id))

    def save_signatory(self, signatory: Signatory) -> None:
        """Store a changed one who signs."""
        self._save(t.signatory, signatory)

    def signatories(self) -> tuple[Signatory, ...]:
        """List all who sign or signed."""
        return self._all(t.signatory, Signatory)

    def put_lists(self, lists: Lists) -> None:
        """Store catalogues, adding what has no identity yet."""
        kinds: tuple[tuple[Table[Any], Sequence[Channel | Source | Category | Frequent]], ...] = (
            (t.channel, lists.channels),
            (t.source, lists.sources),
            (t.category, lists.categories),
            (t.frequent, lists.frequent),
        )
        for table, things in kinds:
            for thing in things:
                if thing.id is None:
                    put(self._connection, table, _row(thing))
                else:
                    self._save(table, thing)

    def lists(self) -> Lists:
        """Return the catalogues."""
        return Lists(
            self._all(t.channel, Channel),
            self._all(t.source, Source),
            in_tree(self._all(t.category, Category)),
            self._all(t.frequent, Frequent),
        )

    def channel(self, channel_id: int) -> Channel:
        """Load a channel."""
        return self._one(t.channel, Channel, channel_id)

    def source(self, source_id: int) -> Source:
        """Load a source."""
        return self._one(t.source, Source, source_id)

    def category(self, category_id: int) -> Category:
        """Load a category."""
        return self._one(t.category, Category, category_id)

    def days(self) -> CalendarFacts:
        """Return what the calendar is made of."""
        if self._days is None:
            self._days = calendars.days_of(self._connection)
        return self._days

    def put_holidays(self, holidays: Sequence[Holiday]) -> None:
        """Store closed days, replacing those of the same date."""
        calendars.put_holidays(self._connection, holidays)
        self._days = None

    def put_days(self, facts: CalendarFacts, at: datetime) -> None:
        """Store another calendar; the one before it is kept, for what was counted by it."""
        calendars.put_days(self._connection, facts, at)
        self._days = None

    def policy(self, on: date) -> Policy:
        """Return the standards in force for what is received on a day."""
        found = self._connection.execute(_POLICY, {"day": on}).one()
        return _policy(found)

    def policy_version(self, version: int) -> Policy:
        """Return a version of the standards, to which cases are pinned."""
        key = (Policy, version)
        if key not in self._known:
            self._known[key] = _policy(one(self._connection, t.policy, version))
        return cast("Policy", self._known[key])

    def policies(self) -> tuple[Policy, ...]:
        """List every version of the standards, oldest first."""
        found = self._connection.execute(select(t.policy).order_by(t.policy.c.version))
        return tuple(_policy(row) for row in found)

    def put_policy(self, policy: Policy) -> None:
        """Store a version of the standards."""
        standards = {
            "acknowledge": policy.acknowledge,
            "reply": policy.reply,
            "resolve": {kind.value: days for kind, days in policy.resolve.items()},
            "shortened": {kind.value: part for kind, part in policy.shortened.items()},
            "provisions": [_plain(provision) for provision in policy.provisions],
            "start_roll": policy.rolling.start_roll,
            "end_roll": policy.rolling.end_roll,
            "cut_off": policy.cut_off.isoformat("minutes"),
            "warn_at": policy.warn_at,
            "contact_days": policy.contact_days,
        }
        row = {
            "version": policy.version,
            "effective_from": policy.effective_from,
            "rows": standards,
        }
        put(self._connection, t.policy, row)

    def ladder(self) -> Ladder:
        """Return who is told at which part of the time."""
        found = one_or_none(self._connection, t.setting, _LADDER)
        return SHIPPED_LADDER if found is None else Ladder(*map(int, found.value.split()))

    def put_ladder(self, ladder: Ladder) -> None:
        """Store who is told at which part of the time."""
        self._connection.execute(delete(t.setting).where(t.setting.c.name == _LADDER))
        value = f"{ladder.owner} {ladder.supervisor} {ladder.director}"
        put(self._connection, t.setting, {"name": _LADDER, "value": value})

    def add_check(self, check: ChannelCheck, by: int) -> None:
        """Add a line to the log of channels looked at."""
        row = {
            "channel_id": check.channel_id,
            "checked_at": check.checked_at,
            "checked_by": by,
            "found": check.found,
            "note": check.note,
        }
        put(self._connection, t.channel_check, row)

    def checks(self, first: date, last: date) -> tuple[ChannelCheck, ...]:
        """List the checks of local days, both included, oldest first."""
        own, person = t.channel_check.c, t.person.c
        begin, end = at_office(first, time()), at_office(last + timedelta(days=1), time())
        asked = (
            select(own.channel_id, own.checked_at, person.name, own.found, own.note)
            .join(t.person, person.id == own.checked_by)
            .where(own.checked_at >= begin, own.checked_at < end)
            .order_by(own.checked_at, own.id)
        )
        return tuple(ChannelCheck(*row) for row in self._connection.execute(asked))

    def checked_since(self) -> date | None:
        """Return the day on which the log of channels looked at begins."""
        first = self._connection.scalar(select(func.min(t.channel_check.c.checked_at)))
        return None if first is None else official_date(first)

    def assignment_rules(self) -> tuple[AssignmentRule, ...]:
        """List who is proposed as owner for what, in order."""
        rule = t.assignment_rule.c
        found = self._connection.execute(
            select(rule.category_id, rule.rank, rule.owner_id).order_by(rule.position)
        )
        return tuple(
            AssignmentRule(category, Rank(rank) if rank else None, owner)
            for category, rank, owner in found
        )

    def put_assignment_rules(self, rules: Sequence[AssignmentRule]) -> None:
        """Store the list anew."""
        self._connection.execute(delete(t.assignment_rule))
        rows = [
            {
                "position": place,
                "category_id": rule.category_id,
                "rank": rule.rank or "",
                "owner_id": rule.owner_id,
            }
            for place, rule in enumerate(rules)
        ]
        if rows:
            put(self._connection, t.assignment_rule, rows)

    def wordings(self) -> dict[LetterKind, OfficeWording]:
        """Return what the office made of the letters' wording, by kind."""
        rows = self._connection.execute(select(t.letter_wording).order_by(t.letter_wording.c.id))
        return {row.kind: OfficeWording(row.kind, row.version, row.texts) for row in rows}

    def put_wording(self, wording: OfficeWording, at: datetime, by: int) -> None:
        """Store the office's wording of a kind of letter; earlier ones are kept."""
        row = {
            "kind": wording.kind,
            "version": wording.version,
            "texts": wording.texts,
            "made_at": at,
            "made_by": by,
        }
        put(self._connection, t.letter_wording, row)

    def _all(self, table: Table[Any], shape: type[_S]) -> tuple[_S, ...]:
        found = self._connection.execute(select(table).order_by(table.c.id))
        return tuple(_shape(shape, row) for row in found)

    def _one(self, table: Table[Any], shape: type[_S], identity: int) -> _S:
        # An act asks for the same few choices again and again within one transaction.
        key = (shape, identity)
        if key not in self._known:
            self._known[key] = _shape(shape, one(self._connection, table, identity))
        return cast("_S", self._known[key])

    def _save(
        self, table: Table[Any], thing: Signatory | Channel | Source | Category | Frequent
    ) -> None:
        self._connection.execute(update(table).where(table.c.id == thing.id).values(_row(thing)))
        self._known.clear()


def _row(thing: Any) -> dict[str, Any]:
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name != "id"}


def _shape(shape: type[_S], found: Found) -> _S:
    values = {field.name: getattr(found, field.name) for field in fields(shape)}
    return shape(**values)


def _policy(record: Found) -> Policy:
    rows = record.rows
    return Policy(
        version=record.version,
        effective_from=record.effective_from,
        acknowledge=rows["acknowledge"],
        reply=rows["reply"],
        resolve={Complexity(kind): days for kind, days in rows["resolve"].items()},
        shortened={Priority(kind): part for kind, part in rows["shortened"].items()},
        provisions=tuple(_provision(row) for row in rows["provisions"]),
        rolling=Rolling(rows["start_roll"], rows["end_roll"]),
        cut_off=time.fromisoformat(rows["cut_off"]),
        warn_at=tuple(rows["warn_at"]),
        contact_days=rows["contact_days"],
    )


def _plain(provision: Provision) -> dict[str, Any]:
    return {f.name: getattr(provision, f.name) for f in fields(provision)}


def _provision(row: Mapping[str, Any]) -> Provision:
    return Provision(
        clock=ClockKind(row["clock"]),
        amount=row["amount"],
        unit=Unit(row["unit"]),
        type=None if row["type"] is None else ComplaintType(row["type"]),
        priority=None if row["priority"] is None else Priority(row["priority"]),
        category_id=row["category_id"],
        source_id=row["source_id"],
    )
