"""Redating: which running clocks fall due on another day once calendar or standard change."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind
from desktop.rules.journal import Value
from desktop.rules.letters import LetterKind
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import Policy
from desktop.rules.thai.dates import ERA, MONTHS, official_date
from desktop.rules.thai.digits import arabic_digits


class DueMove(NamedTuple):
    """One clock that falls due at another moment; absent where it is not promised."""

    case_id: int
    number: ComplaintNumber
    kind: ClockKind
    was: datetime | None
    becomes: datetime | None


@dataclass(frozen=True, slots=True)
class CaseMove:
    """One case whose running clocks change: how they stood, how they stand, which is due next."""

    case_id: int
    number: ComplaintNumber
    policy_version: int
    before: tuple[Clock, ...]
    after: tuple[Clock, ...]
    following: Clock | None

    def moves(self) -> Iterator[DueMove]:
        """Yield the clocks whose due instant changes."""
        was = {clock.kind: clock.due_at for clock in self.before}
        becomes = {clock.kind: clock.due_at for clock in self.after}
        for kind in ClockKind:
            old, new = was.get(kind), becomes.get(kind)
            if old != new:
                yield DueMove(self.case_id, self.number, kind, old, new)

    def facts(self) -> Mapping[str, Value]:
        """Return what the timeline tells: each moved clock's new day, or none."""
        return {
            kind.value: None if becomes is None else official_date(becomes).isoformat()
            for _, _, kind, _, becomes in self.moves()
        }


@dataclass(frozen=True, slots=True)
class Told:
    """A letter that already told somebody a day which now moves."""

    case_id: int
    complaint: ComplaintNumber
    kind: LetterKind
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


def digest_of(moves: Iterable[CaseMove]) -> str:
    """Stand in the journal for the list of all moves; hex SHA-256 over one line a clock."""
    mark = hashlib.sha256()
    for case in moves:
        for move in case.moves():
            old, new = (at.isoformat() if at else "" for at in (move.was, move.becomes))
            mark.update(f"{move.case_id} {move.kind.value} {old} {new}\n".encode())
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
