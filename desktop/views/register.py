"""Lists of complaints, the board over them, and what is told each morning."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from desktop.rules.asking import NOTHING, Asked
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.priority import Priority


class RegisterView(StrEnum):
    """The standing views of the register."""

    ALL = "all"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    SOON = "soon"
    LATE = "late"
    WAITING = "waiting"
    CHILD_DANGER = "child_danger"
    """A child is in danger and nobody has taken the matter over."""
    NO_CONTACT = "no_contact"
    """The petitioner has not heard from us for too long, or by the day we promised."""
    WAIT_OVER = "wait_over"
    """Longer than one thought to wait."""
    REFERRAL_OVER = "referral_over"
    INQUIRY_OVER = "inquiry_over"
    HIDDEN = "hidden"


class SortBy(StrEnum):
    """What the register may be sorted by."""

    FIT = "fit"
    """What fits a search best first; without one, the newest."""
    NUMBER = "number"
    RECEIVED = "received"
    SUBJECT = "subject"
    PETITIONER = "petitioner"
    CHANNEL = "channel"
    PRIORITY = "priority"
    STATUS = "status"
    OWNER = "owner"
    DUE = "due"


class GroupBy(StrEnum):
    """By what the register may be grouped."""

    STATUS = "status"
    OWNER = "owner"
    CATEGORY = "category"
    CHANNEL = "channel"
    PRIORITY = "priority"
    DUE = "due"


class DueBand(StrEnum):
    """How near what is due first has come."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    NONE = "none"
    """Nothing is, or it stands still."""


@dataclass(frozen=True, slots=True)
class GroupStep:
    """A group that somebody stepped into; no key is what has none, or does not tell it."""

    by: GroupBy
    key: str | int | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group and how many there are; a name where the office gives it one."""

    key: str | int | None
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which complaints, in which order. Empty sets do not filter.

    `asked` is what was typed in the search box. `fiscal_year` is of the Buddhist era.
    """

    view: RegisterView = RegisterView.ALL
    asked: Asked = NOTHING
    statuses: frozenset[Status] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    channel_kinds: frozenset[ChannelKind] = frozenset()
    category_ids: frozenset[int] = frozenset()
    owner_ids: frozenset[int] = frozenset()
    fiscal_year: int | None = None
    sort: SortBy = SortBy.NUMBER
    descending: bool = True
    group: GroupStep | None = None


@dataclass(frozen=True, slots=True)
class ListedColumn:
    """A column that a list shows, by the name settings know it by, and how wide, in pixels."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the register that somebody named: filters, order and columns.

    What was typed in the search box is no part of it, nor a group that was stepped into.
    Without columns it leaves them as they are.
    """

    id: int | None
    owner_id: int
    name: str
    query: RegisterQuery
    columns: tuple[ListedColumn, ...] = ()
    shared: bool = False


class ComplaintRow(NamedTuple):
    """One line of the register as a list shows it; a tuple, as tables are made of many.

    `veiled` is true when the actor may not see who and what; subject and petitioner are then empty.
    `due_at` is the earliest running due instant; once the case is finished, `verdict` is that of
    its resolve clock (reply, where there is no resolve). `in_stead` is true of
    what somebody owns for whom the actor stands in.
    """

    id: int
    number: ComplaintNumber
    received_on: date
    subject: str
    petitioner: str
    channel: str
    priority: Priority
    status: Status
    owner: str
    due_at: datetime | None
    due_kind: ClockKind | None
    verdict: Verdict | None
    veiled: bool
    anonymous: bool
    secret: bool = False
    in_stead: bool = False


@dataclass(frozen=True, slots=True)
class Tiles:
    """Counts for the sidebar."""

    everything: int
    mine: int
    unassigned: int
    soon: int
    late: int
    letters: int


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of the supervisor's board: how many there are, and the first of them."""

    view: RegisterView
    total: int
    rows: tuple[ComplaintRow, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one person has in hand."""

    person_id: int
    name: str
    open: int
    soon: int
    late: int
    substitute: str = ""
    """Who stands in today."""


@dataclass(frozen=True, slots=True)
class Board:
    """What waits for the supervisor, and who has how much; the most loaded first."""

    columns: tuple[BoardColumn, ...]
    loads: tuple[Load, ...]


class AgendaKind(StrEnum):
    """Why somebody is told of a complaint."""

    CHILD_DANGER = "child_danger"
    LATE = "late"
    TODAY = "today"
    WARNED = "warned"
    PROMISED = "promised"
    """The petitioner was promised a word today."""
    NO_CONTACT = "no_contact"
    WAIT_OVER = "wait_over"
    REFERRAL_OVER = "referral_over"
    INQUIRY_OVER = "inquiry_over"


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Complaints of which somebody is told for the same reason: how many, and the first."""

    kind: AgendaKind
    total: int
    rows: tuple[ComplaintRow, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What somebody is told of this morning.

    `unchecked` are channels nobody has looked at today, `missing_year` the first year
    whose holidays are still to be entered.
    """

    groups: tuple[AgendaGroup, ...]
    unchecked: tuple[str, ...]
    missing_year: int | None

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to be told of."""
        return not self.groups and not self.unchecked and self.missing_year is None
