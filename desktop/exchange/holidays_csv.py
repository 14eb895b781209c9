"""The calendar's closed days as a CSV file that Excel opens, and back again."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.errors import Refused
from desktop.exchange.inert import bare, inert
from desktop.rules.calendar import Holiday, HolidayKind, HolidayOrigin
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import ERA, buddhist_year
from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.entry import DateTrouble, read_date
from desktop.rules.thai.text import clean_line

LARGEST = 1_000_000
"""Bytes; a hundred years of closed days take less."""
_COLUMNS = ("date", "day_be", "name_th", "kind", "reference")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "วันที่", "day_be"),
    "name": ("name_th", "name", "ชื่อวันหยุด", "ชื่อ"),
    "kind": ("kind", "ประเภท"),
    "reference": ("reference", "อ้างอิง", "ประกาศ"),
}
_KINDS = {
    **{kind.value: kind for kind in HolidayKind},
    "วันหยุดประจำปี": HolidayKind.REGULAR,
    "วันหยุดชดเชย": HolidayKind.SUBSTITUTE,
    "ชดเชย": HolidayKind.SUBSTITUTE,
    "วันหยุดพิเศษ": HolidayKind.SPECIAL,
    "พิเศษ": HolidayKind.SPECIAL,
}


@dataclass(frozen=True, slots=True)
class LineFault:
    """A line of the file that cannot be taken, and why."""

    line: int
    refused: Refused


@dataclass(frozen=True, slots=True)
class HolidayFile:
    """What a file holds: its closed days, and the lines at fault."""

    holidays: tuple[Holiday, ...]
    faults: tuple[LineFault, ...]


def write_holidays(holidays: Iterable[Holiday]) -> bytes:
    """Write closed days, one a line, both ways of writing the day."""
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(_COLUMNS)
    for h in holidays:
        typed = f"{h.date.day}/{h.date.month}/{buddhist_year(h.date)}"
        cells = (h.date.isoformat(), typed, h.name, h.kind.value, h.reference)
        out.writerow([inert(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def read_holidays(content: bytes, today: date) -> HolidayFile:
    """Read closed days; a day is ISO or of the Buddhist era, and stands once in the file.

    `Refused` when it is no such file at all.
    """
    if len(content) > LARGEST:
        raise Refused(Reason.FILE_TOO_LARGE, field="file", limit=1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Reason.NOT_UTF8, field="file") from None
    rows = list(csv.reader(io.StringIO(text), _dialect(text)))
    places = _places(rows[0]) if rows else {}
    if not {"date", "name"} <= places.keys():
        raise Refused(Reason.NO_HOLIDAY_COLUMNS, field="file")
    found: dict[date, Holiday] = {}
    faults = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            holiday = _holiday(row, places, today)
            if holiday.date in found:
                raise Refused(Reason.DAY_TWICE, field="date")
        except Refused as refused:
            faults.append(LineFault(number, refused))
        else:
            found[holiday.date] = holiday
    return HolidayFile(tuple(found[day] for day in sorted(found)), tuple(faults))


def _dialect(text: str) -> type[csv.Dialect]:
    head = text.split("\n", 1)[0]

    class Found(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Found


def _places(head: Sequence[str]) -> dict[str, int]:
    cells = [clean_line(cell).casefold() for cell in head]
    return {
        name: cells.index(known[0])
        for name, words in _NAMES.items()
        if (known := [word for word in words if word in cells])
    }


def _holiday(row: Sequence[str], places: Mapping[str, int], today: date) -> Holiday:
    def cell(name: str) -> str:
        place = places.get(name)
        return bare(clean_line(row[place])) if place is not None and place < len(row) else ""

    day = _day(cell("date"), today)
    name, kind = cell("name"), cell("kind")
    if not name:
        raise Refused(Reason.REQUIRED, field="name")
    if kind and kind.casefold() not in _KINDS:
        raise Refused(Reason.UNKNOWN_HOLIDAY_KIND, field="kind", kind=kind)
    known = _KINDS[kind.casefold()] if kind else HolidayKind.REGULAR
    return Holiday(day, name, known, HolidayOrigin.OFFICE, cell("reference"))


def _day(typed: str, today: date) -> date:
    iso = arabic_digits(typed).split("-")
    try:
        if len(iso) == 3 and len(iso[0]) == 4:
            year, month, day = (int(part) for part in iso)
            return date(year - ERA if year > today.year + ERA // 2 else year, month, day)
        return read_date(typed, today)
    except DateTrouble:
        raise Refused(Reason.NOT_A_DATE, field="date") from None
    except ValueError:
        raise Refused(Reason.NO_SUCH_DAY, field="date") from None
