"""Dates of the Buddhist era as offices write them, and the years offices count by."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.rules.thai.digits import Digits, in_digits

BANGKOK = ZoneInfo("Asia/Bangkok")
ERA = 543
"""Years between the Buddhist and the Christian era."""

MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
SHORT_MONTHS = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def local(instant: datetime) -> datetime:
    """Return an aware instant by the office's wall clock."""
    if instant.tzinfo is None:
        raise ValueError("naive datetime")
    return instant.astimezone(BANGKOK)


def official_date(instant: datetime) -> date:
    """Return the office's date of an instant."""
    return local(instant).date()


def at_office(day: date, clock: time) -> datetime:
    """Return the instant, in UTC, when the office's wall clock shows this."""
    return datetime.combine(day, clock, BANGKOK).astimezone(UTC)


def buddhist_year(day: date) -> int:
    """Return the calendar year of the Buddhist era."""
    return day.year + ERA


def fiscal_year(day: date) -> int:
    """Return the fiscal year of the Buddhist era; it begins on 1 October of the year before."""
    return day.year + ERA + (day.month >= 10)


def fiscal_range(year: int) -> tuple[date, date]:
    """Return the first and last day of a fiscal year of the Buddhist era."""
    christian = year - ERA
    return date(christian - 1, 10, 1), date(christian, 9, 30)


def quarter(day: date) -> int:
    """Return the quarter of the fiscal year, 1 to 4."""
    return (day.month - 10) % 12 // 3 + 1


def quarter_before(day: date) -> tuple[date, date]:
    """Return the first and last day of the quarter before that of a day."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    last = first - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def long_date(day: date, digits: Digits = Digits.THAI) -> str:
    """Write ๑๒ ตุลาคม ๒๕๖๙."""
    return in_digits(f"{day.day} {MONTHS[day.month - 1]} {buddhist_year(day)}", digits)


def medium_date(day: date, digits: Digits = Digits.THAI) -> str:
    """Write ๑๒ ต.ค. ๒๕๖๙."""
    return in_digits(f"{day.day} {SHORT_MONTHS[day.month - 1]} {buddhist_year(day)}", digits)


def short_date(day: date, digits: Digits = Digits.THAI) -> str:
    """Write ๑๒ ต.ค. ๖๙."""
    year = buddhist_year(day) % 100
    return in_digits(f"{day.day} {SHORT_MONTHS[day.month - 1]} {year:02d}", digits)


def weekday_date(day: date, digits: Digits = Digits.THAI) -> str:
    """Write วันจันทร์ที่ ๑๒ ตุลาคม ๒๕๖๙."""
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {long_date(day, digits)}"


def clock_time(moment: time | datetime, digits: Digits = Digits.THAI) -> str:
    """Write ๑๐.๔๒ น."""
    return in_digits(f"{moment.hour:02d}.{moment.minute:02d} น.", digits)


def days_of(first: date, last: date) -> list[date]:
    """List every day from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
