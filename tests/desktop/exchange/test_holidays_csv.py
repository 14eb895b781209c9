"""Closed days go out to Excel and come back; what cannot be read is told line by line."""

import csv
import io
from datetime import date

import pytest
from shared_data import shared

from desktop.errors import Refused
from desktop.exchange.holidays_csv import read_holidays, write_holidays
from desktop.rules.calendar import Holiday, HolidayKind, HolidayOrigin, government_holidays
from desktop.rules.reasons import Reason

TODAY = date(2026, 7, 15)
HEAD = "date,name_th,kind,reference\n"


def read(text: str) -> list[tuple[date, str, HolidayKind, str]]:
    found = read_holidays(text.encode("utf-8-sig"), TODAY)
    assert not found.faults
    return [(h.date, h.name, h.kind, h.reference) for h in found.holidays]


def test_what_is_written_is_read_back_and_excel_sees_thai() -> None:
    days = [
        *government_holidays([2026]),
        Holiday(date(2026, 7, 20), "=HYPERLINK(1)", HolidayKind.SPECIAL, reference="-มติ ครม."),
    ]
    content = write_holidays(days)
    assert content.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]
    back = read_holidays(content, TODAY)
    assert back.faults == ()
    assert {(h.date, h.name, h.kind, h.reference) for h in back.holidays} == {
        (h.date, h.name, h.kind, h.reference) for h in days
    }
    assert {h.origin for h in back.holidays} == {HolidayOrigin.OFFICE}


@pytest.mark.parametrize(
    "written", ["2026-07-20", "2569-07-20", "20/7/2569", "๒๐ กรกฎาคม ๒๕๖๙", "20 ก.ค. 2569"]
)
def test_a_day_is_iso_or_of_the_buddhist_era(written: str) -> None:
    told = read(f"วันที่,ชื่อวันหยุด,ประเภท\n{written},วันหยุด,วันหยุดพิเศษ\n")
    assert told == [(date(2026, 7, 20), "วันหยุด", HolidayKind.SPECIAL, "")]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_separators_are_seen(mark: str) -> None:
    assert len(read(f"date{mark}name_th\n2026-07-20{mark}วันหยุด\n")) == 1


def test_each_line_at_fault_is_told_and_the_others_are_taken() -> None:
    lines = [
        "2026-07-20,วันหยุด,special,",
        "20/7/69,วันหยุด,special,",
        "2026-02-30,วันหยุด,regular,",
        "2026-07-21,,regular,",
        "2026-07-22,วันหยุด,feast,",
        "2026-07-20,อีกครั้ง,regular,",
        ",,,",
        "2026-07-23,วันหยุด",
    ]
    found = read_holidays((HEAD + "\n".join(lines)).encode(), TODAY)
    assert [h.date.day for h in found.holidays] == [20, 23]
    assert [(fault.line, fault.refused.reason) for fault in found.faults] == [
        (3, Reason.NOT_A_DATE),
        (4, Reason.NO_SUCH_DAY),
        (5, Reason.REQUIRED),
        (6, Reason.UNKNOWN_HOLIDAY_KIND),
        (7, Reason.DAY_TWICE),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("date,name_th\n".encode("utf-16"), Reason.NOT_UTF8),
        ("วันที่,ชื่อวันหยุด\n".encode("cp874"), Reason.NOT_UTF8),
        (b"", Reason.NO_HOLIDAY_COLUMNS),
        (b"a,b\n1,2\n", Reason.NO_HOLIDAY_COLUMNS),
        (b"x" * 1_000_001, Reason.FILE_TOO_LARGE),
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        read_holidays(content, TODAY)
    assert refused.value.reason is reason


def test_lists_that_others_published_are_read() -> None:
    ours = shared("holidays", "thai_holidays_2023_2027_compare.csv").read_bytes()
    found = read_holidays(ours, TODAY)
    assert len(found.holidays) > 80
    published = shared("..", "reference", "holidays_th_gov.csv").read_bytes()
    known = read_holidays(published, TODAY)
    assert known.faults == ()
    assert {h.kind for h in known.holidays} == set(HolidayKind)
