"""Redating: which running clocks fall due on another day once calendar or standard change."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.journal import Value
from desktop.rules.letters import LetterKind
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import Policy
from desktop.rules.thai.dates import ERA, MONTHS, official_date
from desktop.rules.thai.digits import arabic_digits


class ClockMove(NamedTuple):
    """A clock that falls due at another moment; absent where it is not promised."""

    kind: ClockKind
    was: datetime | None
    becomes: datetime | None


class DueMove(NamedTuple):
    """The same, with the complaint that it is a clock of."""

    case_id: int
    number: ComplaintNumber
    kind: ClockKind
    was: datetime | None
    becomes: datetime | None


class Moved(Protocol):
    """A case whose running clocks change."""

    @property
    def case_id(self) -> int:
        """The complaint's identity."""
        ...

    def moves(self) -> Iterable[ClockMove]:
        """Return the clocks whose due instant changes."""
        ...


class ClockShift(NamedTuple):
    """A running clock that another calendar moves, and how it stands then."""

    cycle: int
    kind: ClockKind
    was: datetime | None
    becomes: datetime | None
    verdict: Verdict


class CaseShift(NamedTuple):
    """One case whose running clocks another calendar moves, and which falls due first then.

    A whole register of them is held at once, so there is no more to it than what moves.
    """

    case_id: int
    clocks: tuple[ClockShift, ...]
    due_at: datetime | None
    due_kind: ClockKind | None

    def moves(self) -> Iterable[ClockMove]:
        """Return the clocks whose due instant changes."""
        return [ClockMove(kind, was, becomes) for _, kind, was, becomes, _ in self.clocks]


@dataclass(frozen=True, slots=True)
class CaseMove:
    """One case that another standard takes over: how its running clocks stood, and how they stand.

    `following` is the one that falls due first then.
    """

    case_id: int
    policy_version: int
    before: tuple[Clock, ...]
    after: tuple[Clock, ...]
    following: Clock | None

    def moves(self) -> Iterable[ClockMove]:
        """Return the clocks whose due instant changes."""
        was = {clock.kind: clock.due_at for clock in self.before}
        becomes = {clock.kind: clock.due_at for clock in self.after}
        each = (ClockMove(kind, was.get(kind), becomes.get(kind)) for kind in ClockKind)
        return [move for move in each if move.was != move.becomes]


def facts_of(moves: Iterable[ClockMove]) -> Mapping[str, Value]:
    """Return what the timeline tells: each moved clock's new day, or none."""
    return {
        kind.value: None if becomes is None else official_date(becomes).isoformat()
        for kind, _, becomes in moves
    }


@dataclass(frozen=True, slots=True)
class Told:
    """A letter that already told somebody a day which now moves.

    Of one that is closed to who asks, the kind is absent.
    """

    case_id: int
    complaint: ComplaintNumber
    kind: LetterKind | None
    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would move: every clock, and the letters that told its old day."""

    moves: tuple[DueMove, ...]
    told: tuple[Told, ...]

    @property
    def cases(self) -> int:
        """Count the cases that move."""
        return len({move.case_id for move in self.moves})


@dataclass(frozen=True, slots=True)
class Tried:
    """Clocks of a kind that ended in a period: as they were judged, and as they would have been.

    `free` are those that the tried standard does not promise at all.
    """

    kind: ClockKind
    was_met: int
    was_missed: int
    met: int
    missed: int
    free: int


def reach(policies: Iterable[Policy], policy: Policy) -> tuple[date, date | None]:
    """Return from, and before, which day of receipt a version of the standard is in force."""
    later = (p.effective_from for p in policies if p.effective_from > policy.effective_from)
    return policy.effective_from, min(later, default=None)


def digest_of(cases: Iterable[Moved]) -> str:
    """Stand in the journal for the list of all moves; hex SHA-256 over one line a clock."""
    mark = hashlib.sha256()
    # A whole register falls due at few moments.
    told: dict[datetime | None, str] = {None: ""}
    for case in cases:
        for kind, was, becomes in case.moves():
            for at in (was, becomes):
                if at is not None and at not in told:
                    told[at] = at.isoformat()
            line = f"{case.case_id} {kind.value} {told[was]} {told[becomes]}\n"
            mark.update(line.encode())
    return mark.hexdigest()


_DAY = re.compile(rf"(?<!\d)(\d{{1,2}})\s*({'|'.join(MONTHS)})\s*(?:พ\.?ศ\.?\s*)?(\d{{4}})(?!\d)")


def days_told(text: str) -> frozenset[date]:
    """Find the days that a text names with their month's full name, in either digits."""
    found = set()
    for day, month, year in _DAY.findall(arabic_digits(text)):
        try:
            found.add(date(int(year) - ERA, MONTHS.index(month) + 1, int(day)))
        except ValueError:
            continue  # No such day, so no due date.
    return frozenset(found)
