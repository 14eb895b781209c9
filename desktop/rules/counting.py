"""Counting: when a promise falls due, and the days that lead there one by one."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from desktop.rules.clocks import OFFICIAL, Due, Line, Pause, Rolling, Target, Unit, Why
from desktop.rules.thai.dates import at_office, local, official_date
from desktop.rules.worktime import WorkCalendar

CLOSING = time(16, 30)
"""When a day falls due on which the office does not work."""
_MIDNIGHT = time()
_DAY = timedelta(days=1)


def end_of_office_day(day: date, calendar: WorkCalendar) -> datetime:
    """Return the instant at which a day's office hours end; 16.30 on a closed day."""
    spans = calendar.spans(day)
    if not spans:
        return at_office(day, CLOSING)
    return at_office(day, _MIDNIGHT) + timedelta(seconds=spans[-1][1])


def due_at(
    target: Target,
    received_at: datetime,
    calendar: WorkCalendar,
    rolling: Rolling = OFFICIAL,
    cut_off: time = CLOSING,
    *,
    extra: int = 0,
    pauses: Sequence[Pause] = (),
) -> datetime:
    """Tell when a target falls due, in UTC; `BeyondCalendar` when no day is known so far.

    The day of receipt is not counted, so the cut-off moves only clocks of working minutes, unless
    the start rolls. `extra` is what was extended, in the target's unit, counted on from the
    unrolled end. `pauses` are in order and do not overlap; one that begins after the due instant
    no longer moves it, and one still open credits nothing yet.
    """
    start = _counted_from(target, received_at, calendar, rolling, cut_off)
    amount = target.amount + extra
    if target.unit is Unit.WORKING_MINUTES:
        ended = [(p.start, p.stop) for p in pauses if p.stop is not None] if pauses else ()
        return calendar.add(start, amount * 60, ended)
    origin = official_date(start)
    if pauses:
        amount += sum(days for _, days in _credits(target, amount, origin, calendar, pauses))
    return end_of_office_day(_last_day(target, amount, origin, calendar, rolling), calendar)


def due(
    target: Target,
    received_at: datetime,
    calendar: WorkCalendar,
    rolling: Rolling = OFFICIAL,
    cut_off: time = CLOSING,
    *,
    extra: int = 0,
    pauses: Sequence[Pause] = (),
) -> Due:
    """Tell when a target falls due, as `due_at` does, and explain it day by day.

    Counted lines sum to the target and what it was extended by.
    """
    at = due_at(target, received_at, calendar, rolling, cut_off, extra=extra, pauses=pauses)
    start = _counted_from(target, received_at, calendar, rolling, cut_off)
    lines = _opening_lines(received_at, start, calendar)
    if target.unit is Unit.WORKING_MINUTES:
        lines += _minute_lines(target, extra, start, at, calendar, pauses)
    else:
        lines += _day_lines(target, extra, official_date(start), calendar, rolling, pauses)
    known = calendar.complete_until
    return Due(at, tuple(lines), known is None or official_date(at) <= known)


def _counted_from(
    target: Target, received_at: datetime, calendar: WorkCalendar, rolling: Rolling, cut_off: time
) -> datetime:
    if not rolling.start_roll and target.unit is not Unit.WORKING_MINUTES:
        return received_at
    wall = local(received_at)
    day = wall.date()
    if calendar.is_workday(day):
        if wall.time() <= cut_off:
            return received_at
        day += _DAY
    elif not rolling.start_roll:
        return received_at
    opens = calendar.roll_forward(day)
    return at_office(opens, _MIDNIGHT) + timedelta(seconds=calendar.spans(opens)[0][0])


def _last_day(
    target: Target, amount: int, origin: date, calendar: WorkCalendar, rolling: Rolling
) -> date:
    if target.unit is Unit.WORKING_DAYS:
        return calendar.add_workdays(origin, amount)
    end = origin + timedelta(days=amount)
    return calendar.roll_forward(end) if rolling.end_roll else end


def _credits(
    target: Target,
    amount: int,
    origin: date,
    calendar: WorkCalendar,
    pauses: Sequence[Pause],
) -> list[tuple[Pause, int]]:
    """List the pauses that move an end of so many days, each with the days it gives back."""
    given: list[tuple[Pause, int]] = []
    if not amount:
        # What is due on the very day of receipt counts no day that could be given back.
        return given
    for pause in pauses:
        begins = _day_of(pause.start, calendar)
        if begins > _last_day(target, amount, origin, calendar, OFFICIAL):
            break
        if pause.stop is None:
            continue
        # From the day it begins, that of receipt never, up to the day it goes on.
        before, after = max(begins - _DAY, origin), _day_of(pause.stop, calendar) - _DAY
        if after <= before:
            continue
        days = (
            calendar.workdays_between(before, after)
            if target.unit is Unit.WORKING_DAYS
            else (after - before).days
        )
        if days:
            given.append((pause, days))
            amount += days
    return given


def _opening_lines(received_at: datetime, start: datetime, calendar: WorkCalendar) -> list[Line]:
    received, first = official_date(received_at), official_date(start)
    if received == first:
        return [Line(received, Why.RECEIVED, 0, 0)]
    late = calendar.is_workday(received)
    return [
        Line(received, Why.AFTER_CUT_OFF if late else Why.RECEIVED, 0, 0),
        *_passed_over(received + _DAY, first, 0, calendar),
        Line(first, Why.ROLLED, 0, 0),
    ]


def _minute_lines(
    target: Target,
    extra: int,
    start: datetime,
    end: datetime,
    calendar: WorkCalendar,
    pauses: Sequence[Pause],
) -> list[Line]:
    lines: list[Line] = []
    minutes = target.amount + extra
    ended = [(p.start, p.stop) for p in pauses if p.stop is not None]
    day, last, running = official_date(start), official_date(end), 0
    while day <= last:
        midnight = at_office(day + _DAY, _MIDNIGHT)
        reached = (
            minutes if midnight >= end else round(calendar.elapsed(start, midnight, ended) / 60)
        )
        if reached > running:
            lines += _counted(day, running, reached, target.amount, calendar)
        elif lines or day > official_date(start):
            lines.append(_still(day, running, calendar))
        running = reached
        day += _DAY
    return lines


def _day_lines(
    target: Target,
    extra: int,
    origin: date,
    calendar: WorkCalendar,
    rolling: Rolling,
    pauses: Sequence[Pause],
) -> list[Line]:
    working = target.unit is Unit.WORKING_DAYS
    amount = target.amount + extra
    credited = _credits(target, amount, origin, calendar, pauses)
    applied = [pause for pause, _ in credited]
    whole = amount + sum(days for _, days in credited)
    end = _last_day(target, whole, origin, calendar, rolling)
    lines: list[Line] = []
    running = 0
    for n in range(1, (end - origin).days + 1):
        day = origin + timedelta(days=n)
        if _stands(day, applied, calendar) and (not working or calendar.is_workday(day)):
            lines.append(Line(day, Why.PAUSED, 0, running))
        elif calendar.is_workday(day) if working else running < amount:
            lines += _counted(day, running, running + 1, target.amount, calendar, working=working)
            running += 1
        elif day < end:
            lines.append(_closed(day, running, calendar))
        else:
            lines.append(Line(day, Why.ROLLED, 0, running))
    return lines


def _stands(day: date, pauses: Sequence[Pause], calendar: WorkCalendar) -> bool:
    return any(
        pause.stop is not None
        and _day_of(pause.start, calendar) <= day < _day_of(pause.stop, calendar)
        for pause in pauses
    )


def _day_of(moment: datetime, calendar: WorkCalendar) -> date:
    """Return the office day a moment belongs to: after hours it is the next one's."""
    day = official_date(moment)
    return day if moment <= end_of_office_day(day, calendar) else day + _DAY


def _counted(
    day: date,
    before: int,
    after: int,
    promised: int,
    calendar: WorkCalendar,
    *,
    working: bool = True,
) -> list[Line]:
    """Tell what a day counts; in two lines where the extension begins within it."""
    name = calendar.closed.get(day, "")
    why = _counted_why(day, calendar) if working else Why.COUNTED
    lines = []
    if before < promised:
        upto = min(after, promised)
        lines.append(Line(day, why, upto - before, upto, name))
        before = upto
    if after > before:
        lines.append(Line(day, Why.EXTENDED, after - before, after, name))
    return lines


def _passed_over(first: date, before: date, running: int, calendar: WorkCalendar) -> list[Line]:
    return [
        _closed(first + timedelta(days=n), running, calendar) for n in range((before - first).days)
    ]


def _counted_why(day: date, calendar: WorkCalendar) -> Why:
    free = day in calendar.closed or not calendar.week.days[day.weekday()]
    return Why.SPECIAL if free else Why.COUNTED


def _still(day: date, running: int, calendar: WorkCalendar) -> Line:
    if calendar.is_workday(day):
        return Line(day, Why.PAUSED, 0, running)
    return _closed(day, running, calendar)


def _closed(day: date, running: int, calendar: WorkCalendar) -> Line:
    if day in calendar.closed or calendar.week.days[day.weekday()]:
        return Line(day, Why.HOLIDAY, 0, running, calendar.closed.get(day, ""))
    return Line(day, Why.WEEKEND, 0, running)
