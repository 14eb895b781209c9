"""Who is told when time runs out: the owner first, then the supervisor, then the director."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.rules.clocks import Unit
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import WorkCalendar

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Ladder:
    """The part of the time, in percent, from which each is told of a complaint."""

    owner: int = 50
    supervisor: int = 80
    director: int = 100

    @property
    def rises(self) -> bool:
        """Tell whether nobody is told before who stands below."""
        return 1 <= self.owner <= self.supervisor <= self.director <= WHOLE


SHIPPED = Ladder()


class Held(StrEnum):
    """In whose hands a complaint is, to who is told of it."""

    OWN = "own"
    """Also in the owner's stead."""
    ANOTHERS = "another's"
    NOBODYS = "nobody's"


def told_from(ladder: Ladder, actor: Actor, held: Held) -> int | None:
    """Return from which percent somebody is told of a complaint, or None for never.

    Where nobody owns it there is no owner to be told, so the supervisor is told in the owner's
    stead.
    """
    steps = []
    if held is Held.OWN:
        steps.append(ladder.owner)
    if Role.SUPERVISOR in actor.roles:
        steps.append(ladder.owner if held is Held.NOBODYS else ladder.supervisor)
    if Role.DIRECTOR in actor.roles:
        steps.append(ladder.director)
    return min(steps, default=None)


def watches_all(actor: Actor) -> bool:
    """Tell whether somebody is told also of what others own."""
    return bool(actor.roles & {Role.SUPERVISOR, Role.DIRECTOR})


@dataclass(frozen=True, slots=True)
class Span:
    """A running clock: what was promised with its extensions, and when that falls due."""

    amount: int
    unit: Unit
    due_at: datetime

    def percent(self, now: datetime, calendar: WorkCalendar) -> int:
        """Tell how much of the time has gone; the whole of it only when it falls due.

        Counted back from the due instant, so what stood still in between does not count.
        """
        if now >= self.due_at:
            return WHOLE
        if not self.amount:
            return 0
        gone = (self.amount - self._left(now, calendar)) * WHOLE // self.amount
        return max(0, min(WHOLE - 1, gone))

    def _left(self, now: datetime, calendar: WorkCalendar) -> int:
        if self.unit is Unit.WORKING_MINUTES:
            return round(calendar.elapsed(now, self.due_at) / 60)
        today, last = official_date(now), official_date(self.due_at)
        if self.unit is Unit.CALENDAR_DAYS:
            return (last - today).days
        known = [min(max(day, calendar.first), calendar.last) for day in (today, last)]
        return calendar.workdays_between(known[0], known[1])


def passed(
    span: Span, since: datetime, now: datetime, marks: tuple[int, ...], calendar: WorkCalendar
) -> int | None:
    """Return the highest mark that was passed between two moments, or None."""
    before, after = span.percent(since, calendar), span.percent(now, calendar)
    return max((mark for mark in marks if before < mark <= after), default=None)
