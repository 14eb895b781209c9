"""Reading what clerks type as a date of the Buddhist era, or as a time, and never guessing."""

import re
from datetime import date, time, timedelta
from enum import StrEnum

from desktop.rules.thai.dates import ERA, MONTHS, SHORT_MONTHS, WEEKDAYS
from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.text import clean_line

EARLIEST, LATEST = 2400, 2700
"""Buddhist years a clerk may mean."""


class Trouble(StrEnum):
    """Why a date or time could not be read."""

    EMPTY = "empty"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    TWO_DIGIT_YEAR = "two_digit_year"
    CHRISTIAN_YEAR = "christian_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NOT_A_TIME = "not_a_time"


class DateTrouble(ValueError):  # noqa: N818
    """A date or time that cannot be read as typed; `suggestion` is what may have been meant."""

    def __init__(self, code: Trouble, suggestion: date | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.suggestion = suggestion


_MONTH_NAMES = {
    name.replace(".", ""): number
    for names in (MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, 1)
}
_ERA = r"(?:พ\.?\s*ศ\.?|พุทธศักราช)?\s*"
_NUMBERS = re.compile(rf"(\d{{1,2}})\s*[/.\s–-]\s*(\d{{1,2}})(?:\s*[/.\s–-]\s*{_ERA}(\d+))?")
_NAMED = re.compile(rf"(\d{{1,2}})\s*([ก-๙.]+?)\s*{_ERA}(\d+)?")
_PACKED = re.compile(r"(\d{2})(\d{2})(\d{4})")
_LEAD = re.compile(rf"วัน({'|'.join(WEEKDAYS)})?ที่\s*")


def read_date(text: str, today: date) -> date:
    """Read a day typed in the Buddhist era; `DateTrouble` when it is not certain which is meant.

    Without a year the latest such day up to today is meant. A weekday typed beside the day has to
    be that day's.
    """
    typed = clean_line(arabic_digits(text))
    lead = _LEAD.match(typed)
    meant = _read(typed[lead.end() :] if lead else typed, today)
    if lead and lead[1] and lead[1] != WEEKDAYS[meant.weekday()]:
        raise DateTrouble(Trouble.NO_SUCH_DAY)
    return meant


def _read(typed: str, today: date) -> date:
    if not typed:
        raise DateTrouble(Trouble.EMPTY)
    spoken = {"วันนี้": 0, "เมื่อวาน": 1, "เมื่อวานนี้": 1, "เมื่อวานซืน": 2}.get(typed)
    if spoken is not None:
        return today - timedelta(days=spoken)
    day, month, year = _parts(typed)
    if year is None:
        return _latest(day, month, today)
    return _day(year, month, day)


def read_time(text: str) -> time:
    """Read hours and minutes: 10.42, 10:42, 1042, ๑๐.๔๒ น."""
    typed = clean_line(arabic_digits(text)).removesuffix("น.").removesuffix("น").strip()
    if not typed:
        raise DateTrouble(Trouble.EMPTY)
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})|(\d{1,2})(\d{2})", typed)
    if found is None:
        raise DateTrouble(Trouble.NOT_A_TIME)
    hour, minute = (int(part) for part in found.groups() if part is not None)
    if hour > 23 or minute > 59:
        raise DateTrouble(Trouble.NOT_A_TIME)
    return time(hour, minute)


def _parts(typed: str) -> tuple[int, int, str | None]:
    found = _NUMBERS.fullmatch(typed) or _PACKED.fullmatch(typed)
    if found is not None:
        return int(found[1]), int(found[2]), found[3]
    named = _NAMED.fullmatch(typed)
    if named is not None:
        month = _MONTH_NAMES.get(named[2].replace(".", ""))
        if month is not None:
            return int(named[1]), month, named[3]
    raise DateTrouble(Trouble.NOT_A_DATE)


def _day(year: str, month: int, day: int) -> date:
    if len(year) <= 2:
        raise DateTrouble(Trouble.TWO_DIGIT_YEAR, _try(2500 + int(year), month, day))
    if len(year) != 4:
        raise DateTrouble(Trouble.YEAR_OUT_OF_RANGE)
    number = int(year)
    if EARLIEST - ERA <= number <= LATEST - ERA:
        raise DateTrouble(Trouble.CHRISTIAN_YEAR, _try(number + ERA, month, day))
    if not EARLIEST <= number <= LATEST:
        raise DateTrouble(Trouble.YEAR_OUT_OF_RANGE)
    meant = _try(number, month, day)
    if meant is None:
        raise DateTrouble(Trouble.NO_SUCH_DAY)
    return meant


def _try(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - ERA, month, day)
    except ValueError:
        return None


def _latest(day: int, month: int, today: date) -> date:
    # Far enough back to meet a 29 February.
    for year in range(today.year, today.year - 9, -1):
        meant = _try(year + ERA, month, day)
        if meant is not None and meant <= today:
            return meant
    raise DateTrouble(Trouble.NO_SUCH_DAY)
