"""Working calendars and moments for tests: the government's, and arbitrary ones."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from desktop.rules.calendar import government_holidays, office_calendar
from desktop.rules.clocks import ClockKind, Pause, Rolling, Target, Unit
from desktop.rules.thai.dates import ERA, at_office
from desktop.rules.worktime import NoWorkingTime, Span, Week, WorkCalendar

GOVERNMENT = office_calendar(tuple(government_holidays(range(2024, 2028))))
FIRST, LAST = date(2026, 1, 1), date(2026, 9, 30)
SHAPES: tuple[tuple[Span, ...], ...] = (
    (),
    ((30_600, 43_200), (46_800, 59_400)),
    ((30_600, 43_200),),
    ((0, 86_400),),
    ((46_800, 59_400),),
    ((25_201, 25_202), (60_000, 61_111)),
)


def be(day: int, month: int, year: int) -> date:
    """Return a day of the Buddhist era."""
    return date(year - ERA, month, day)


def at(day: date, clock: str = "10:00") -> datetime:
    return at_office(day, time.fromisoformat(clock))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    shapes = st.sampled_from(SHAPES)
    days = st.dates(FIRST, LAST)
    week = Week(tuple(draw(st.lists(shapes, min_size=7, max_size=7))))
    closed = dict.fromkeys(draw(st.lists(days, max_size=40)), "closed")
    # A long free stretch, to be jumped over and not to hang in.
    if draw(st.booleans()):
        begin = draw(days)
        closed |= {begin + timedelta(days=n): "closed" for n in range(draw(st.integers(1, 90)))}
    special = draw(st.dictionaries(days, shapes, max_size=20))
    try:
        return WorkCalendar(week, FIRST, LAST, closed, special)
    except NoWorkingTime:
        return WorkCalendar(Week((SHAPES[1],) * 5 + ((), ())), FIRST, LAST, closed, special)


def moments() -> st.SearchStrategy[datetime]:
    """Any moment of the first 200 days, often on the hour, where edges lie."""
    start = datetime(2026, 1, 1, 1, tzinfo=UTC)
    span = 200 * 24 * 3600
    half_hours = st.integers(0, span // 1800 - 1).map(lambda n: n * 1_800_000_000)
    micros = st.integers(0, (span - 1) * 1_000_000)
    return st.one_of(half_hours, micros).map(lambda n: start + timedelta(microseconds=n))


def targets() -> st.SearchStrategy[Target]:
    return st.one_of(
        st.builds(
            Target, st.just(ClockKind.RESOLVE), st.integers(0, 3000), st.just(Unit.WORKING_MINUTES)
        ),
        st.builds(
            Target,
            st.just(ClockKind.RESOLVE),
            st.integers(0, 60),
            st.sampled_from((Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)),
        ),
    )


def rollings() -> st.SearchStrategy[Rolling]:
    return st.builds(Rolling, st.booleans(), st.booleans())


def cut_offs() -> st.SearchStrategy[time]:
    return st.sampled_from((time(16, 30), time(15), time(12), time(23, 59), time(8)))


@st.composite
def pauses(draw: st.DrawFn) -> tuple[Pause, ...]:
    """Up to four pauses in order that do not overlap; the last may still be open."""
    edges = sorted(set(draw(st.lists(moments(), max_size=8))))
    made = [Pause(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    if len(edges) % 2:
        made.append(Pause(edges[-1]))
    return tuple(made)


def extras() -> st.SearchStrategy[int]:
    return st.one_of(st.just(0), st.integers(0, 30))
