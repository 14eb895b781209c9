"""Days and hours in the language in force; the year is the Buddhist era's in both."""

from datetime import date, datetime, time

from desktop.rules.thai import dates as thai
from desktop.wording import language

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_WEEKDAYS = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")


def month(number: int) -> str:
    """Name a month, January 1."""
    return (thai.MONTHS if _in_thai() else _MONTHS)[number - 1]


def short_month(number: int) -> str:
    """Name a month briefly, January 1."""
    return thai.SHORT_MONTHS[number - 1] if _in_thai() else _MONTHS[number - 1][:3]


def weekday(place: int) -> str:
    """Name a weekday, Monday 0."""
    return f"วัน{thai.WEEKDAYS[place]}" if _in_thai() else _WEEKDAYS[place]


def short_weekday(place: int) -> str:
    """Name a weekday briefly, Monday 0."""
    return _SHORT_WEEKDAYS[place] if _in_thai() else _WEEKDAYS[place][:3]


def narrow_weekday(place: int) -> str:
    """Name a weekday by a letter or two, Monday 0."""
    return short_weekday(place)[:2].rstrip(".")


def long_date(day: date) -> str:
    """Write ๑๒ ตุลาคม ๒๕๖๙, or 12 October 2569."""
    if _in_thai():
        return thai.long_date(day)
    return f"{day.day} {month(day.month)} {thai.buddhist_year(day)}"


def medium_date(day: date) -> str:
    """Write ๑๒ ต.ค. ๒๕๖๙, or 12 Oct 2569."""
    if _in_thai():
        return thai.medium_date(day)
    return f"{day.day} {short_month(day.month)} {thai.buddhist_year(day)}"


def short_date(day: date) -> str:
    """Write ๑๒ ต.ค. ๖๙, or 12 Oct 69."""
    if _in_thai():
        return thai.short_date(day)
    return f"{day.day} {short_month(day.month)} {thai.buddhist_year(day) % 100:02d}"


def weekday_date(day: date) -> str:
    """Write วันจันทร์ที่ ๑๒ ตุลาคม ๒๕๖๙, or Monday 12 October 2569."""
    if _in_thai():
        return thai.weekday_date(day)
    return f"{weekday(day.weekday())} {long_date(day)}"


def clock_time(moment: time | datetime) -> str:
    """Write ๑๐.๔๒ น., or 10:42."""
    return thai.clock_time(moment) if _in_thai() else f"{moment:%H:%M}"


def _in_thai() -> bool:
    return language() == "th"
