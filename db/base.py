"""What all tables share: how constraints are named, and how values are kept."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Dialect, MetaData, Row, Text, TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_MICROSECOND = timedelta(microseconds=1)
_E = TypeVar("_E", bound=StrEnum)


# Lists repeat their days and due dates from line to line; looking one up is cheaper than making it.
@lru_cache(maxsize=4096)
def moment_of(value: int | None) -> datetime | None:
    """Read a kept moment."""
    # In parts: one great number of microseconds would be taken apart at twice the cost.
    return None if value is None else _EPOCH + timedelta(0, *divmod(value, 1_000_000))


@lru_cache(maxsize=4096)
def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


@lru_cache(maxsize=4096)
def micros_of(moment: datetime) -> int:
    """Write a moment as it is kept."""
    return (moment - _EPOCH) // _MICROSECOND


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept as whole microseconds since 1970 in UTC; naive ones are refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn a moment into its number."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return micros_of(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Turn a number into its moment."""
        del dialect, coltype
        return moment_of


class Day(TypeDecorator[date]):
    """A local day, kept as ISO text so that both databases compare it alike."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write the day."""
        del dialect
        return None if value is None else value.isoformat()

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Read the day."""
        del dialect, coltype
        return _day


class Words(TypeDecorator[str]):
    """Text compared by its code points on both databases; it holds no NUL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """Compare as bytes: BINARY is SQLite's own way, "C" is PostgreSQL's."""
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(Text(collation=collation))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Refuse what PostgreSQL cannot keep."""
        del dialect
        if value is not None and "\0" in value:
            raise ValueError("NUL in text")
        return value


class Coded(TypeDecorator[_E]):
    """An enum kept as its value, with no constraint: a new member must not rebuild a table."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[_E]) -> None:
        super().__init__()
        self.kind = kind

    def bind_processor(self, dialect: Dialect) -> Any:
        """Write the value; looked up, not converted, as lists do this for every cell."""
        del dialect
        written: dict[str | None, str | None] = {member: member.value for member in self.kind}
        return (written | {None: None}).__getitem__

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Read the member; one that is not known is a fault."""
        del dialect, coltype
        known: dict[str | None, _E | None] = {member.value: member for member in self.kind}
        return (known | {None: None}).__getitem__


class Json(TypeDecorator[Any]):
    """A small mapping or list, kept as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write it with sorted keys."""
        del dialect
        if value is None:
            return None
        plain = dict(value) if isinstance(value, Mapping) else value
        return _JSON.encode(plain)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read it."""
        del dialect
        return None if value is None else json.loads(value)


metadata = MetaData(naming_convention=NAMES)
"""Every table of the register."""
Found = Row[*tuple[Any, ...]]
"""A row as it was read, its columns by their names."""
