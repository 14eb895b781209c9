"""A table as a file: read back by another program's reader, inert, whole or not there at all."""

import csv
import errno
import gc
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hostile import COUNT, hostile

from desktop.errors import Refused
from desktop.exchange.table_files import TableFile
from desktop.exchange.tables import Caption, TableColumn
from desktop.rules.reasons import Reason
from desktop.rules.saved_tables import LIMITS, TableKind
from desktop.rules.thai.text import clean_line

CAPTION = Caption(
    title="ทะเบียนเรื่องร้องเรียน",
    office="สำนักงานเขตพื้นที่การศึกษาตัวอย่าง R&D",
    note="มีข้อมูลส่วนบุคคล",
    page="หน้า {page} จาก {pages}",
    made_at=datetime(2026, 7, 15, 3, 0, tzinfo=UTC),
    thai_digits=True,
)
COLUMNS: tuple[TableColumn[Any], ...] = (
    TableColumn("เรื่อง", 40, lambda row: row[0]),
    TableColumn("รับเมื่อ", 13, lambda row: row[1]),
    TableColumn("จำนวน", 10, lambda row: row[2]),
)
DAY = date(2026, 7, 15)
FORMULAS = (
    "=1+1",
    "+66812345678",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "=HYPERLINK(1)",
    "{=1}",
    "https://x.y/z",
)
Saver = Callable[..., Path]


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is written meanwhile where it can be looked for."""
    room = tmp_path / "scratch"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    return room


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ตาราง"
    made.mkdir()
    return made


def begun(place: Path, lines: int = 1, kind: TableKind | None = None) -> TableFile:
    return TableFile(place, kind or TableKind(place.suffix[1:]), COLUMNS, CAPTION, lines)


def saved(place: Path, rows: Sequence[tuple[Any, ...]]) -> TableFile:
    table = begun(place, len(rows))
    for row in rows:
        table.add([row])
    table.finish()
    table.put_in_place()
    return table


def read_xlsx(place: Path) -> tuple[Any, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(place)
    (sheet,) = book.worksheets
    return sheet, [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def sheet_xml(place: Path) -> str:
    with zipfile.ZipFile(place) as package:
        return package.read("xl/worksheets/sheet1.xml").decode()


def test_another_reader_finds_in_an_excel_file_what_was_written(
    folder: Path, scratch: Path
) -> None:
    place = folder / "ทะเบียน.xlsx"
    rows = [("น้ำท่วมห้องเรียน “ป.๓” <b>&</b>", DAY, 12), ("เด็ก 😀 ร้องไห้", None, 0), ("", DAY, 7)]
    table = saved(place, rows)
    assert (table.lines, table.cut) == (3, 0)
    sheet, (head, *lines) = read_xlsx(place)
    assert head == ("เรื่อง", "รับเมื่อ", "จำนวน")
    days = [line[1] for line in lines]
    assert days == [datetime(2026, 7, 15), None, datetime(2026, 7, 15)]  # noqa: DTZ001 - a cell's
    assert [(line[0] or "", line[2]) for line in lines] == [(row[0], row[2]) for row in rows]
    assert sheet["B2"].is_date
    assert "07041E" in sheet["B2"].number_format
    assert list(folder.iterdir()) == [place]
    assert list(scratch.iterdir()) == []


def test_an_excel_file_is_fit_for_the_screen_and_for_paper(folder: Path) -> None:
    place = folder / "ทะเบียน.xlsx"
    saved(place, [("ก" * 90, DAY, 1), ("ข", DAY, 2)])
    sheet, _ = read_xlsx(place)
    assert sheet.title == "ทะเบียนเรื่องร้องเรียน"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    head = sheet.oddHeader
    assert "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง R&&D" in sheet_xml(place).replace("&amp;", "&")
    assert "ทะเบียนเรื่องร้องเรียน" in head.left.text
    assert head.right.text == "หน้า &P จาก &N"
    assert sheet.oddFooter.left.text == "มีข้อมูลส่วนบุคคล"
    assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"TH SarabunPSK"}
    assert sheet["A1"].font.b
    assert [sheet.row_dimensions[row].height for row in (1, 2, 3)] == [24, 72, 24]
    assert [round(sheet.column_dimensions[name].width) for name in "ABC"] == [41, 14, 11]


@pytest.mark.parametrize("said", FORMULAS)
def test_what_looks_like_a_formula_or_a_link_is_text(folder: Path, said: str) -> None:
    place = folder / "t.xlsx"
    saved(place, [(said, DAY, 1)])
    sheet, _ = read_xlsx(place)
    assert (sheet["A2"].value, sheet["A2"].data_type) == (said, "s")
    assert sheet["A2"].hyperlink is None
    saved(folder / "t.csv", [(said, DAY, 1)])
    (_head, line) = csv_lines(folder / "t.csv")
    assert line[0] in {said, "'" + said}
    assert line[0][0] not in "=+-@＝"


def csv_lines(place: Path) -> list[list[str]]:
    with place.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_behaviour_32_csv_opens_in_excel_with_thai_intact(folder: Path) -> None:
    place = folder / "ทะเบียน.csv"
    saved(place, [('น้ำท่วม, "ป.๓"\nชั้นล่าง 😀', DAY, 12), ("", None, 0)])
    content = place.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.endswith(b"\r\n")
    assert csv_lines(place) == [
        ["เรื่อง", "รับเมื่อ", "จำนวน"],
        ['น้ำท่วม, "ป.๓" ชั้นล่าง 😀', "2026-07-15", "12"],
        ["", "", "0"],
    ]
    assert list(folder.iterdir()) == [place]


def test_what_cannot_be_seen_or_kept_in_xml_is_left_out(folder: Path) -> None:
    said = "ก\x00ข\x0bค\x1b[31m\ufffe\uffff\ud800_x0041_\u202eง"
    saved(folder / "t.xlsx", [(said, DAY, 1)])
    saved(folder / "t.csv", [(said, DAY, 1)])
    _sheet, (_head, line) = read_xlsx(folder / "t.xlsx")
    kept = clean_line(said)
    assert "\x1b" not in kept
    assert csv_lines(folder / "t.csv")[1][0] == kept
    # Excel reads _x0041_ as A unless its stroke is written so too; this reader leaves that to us.
    assert line[0].replace("_x005F_", "_") == kept


@pytest.mark.parametrize(
    ("said", "kept", "cut"),
    [("ก" * 32_767, 32_767, 0), ("ก" * 32_768, 32_767, 1), ("😀" * 20_000, 32_766, 1)],
)
def test_a_text_longer_than_a_cell_holds_is_cut_and_told(
    folder: Path, said: str, kept: int, cut: int
) -> None:
    table = saved(folder / "t.xlsx", [(said, DAY, 1)])
    assert table.cut == cut
    _sheet, (_head, line) = read_xlsx(folder / "t.xlsx")
    assert len(line[0].encode("utf-16-le")) // 2 == kept
    assert said.startswith(line[0])
    table = saved(folder / "t.csv", [(said, DAY, 1)])
    assert (table.cut, csv_lines(folder / "t.csv")[1][0]) == (0, said)


def test_ten_thousand_hostile_texts_are_text(folder: Path) -> None:
    said = hostile()
    assert len(said) == COUNT
    saved(folder / "t.xlsx", [(one, DAY, 1) for one in said])
    xml = sheet_xml(folder / "t.xlsx")
    assert "<f>" not in xml
    assert "<hyperlink" not in xml
    sheet, lines = read_xlsx(folder / "t.xlsx")
    assert len(lines) == COUNT + 1
    assert {sheet.cell(row, 1).data_type for row in range(2, COUNT + 2)} <= {"s", "n"}
    saved(folder / "t.csv", [(one, DAY, 1) for one in said])
    cells = [line[0] for line in csv_lines(folder / "t.csv")[1:]]
    assert len(cells) == COUNT
    assert [cell for cell in cells if cell[:1] in "=+-@＝＋－＠" and cell not in ("", "-")] == []


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_a_long_table_takes_no_more_memory_than_a_short_one(folder: Path, name: str) -> None:
    def most(lines: int) -> int:
        table = begun(folder / name, lines)
        tracemalloc.start()
        for first in range(0, lines, 500):
            table.add([(f"เรื่องที่ {first + n}" * 9, DAY, n) for n in range(500)])
        table.finish()
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        table.put_in_place()
        return peak

    most(500)
    short, long = most(2_500), most(7_500)
    assert long < short + 500_000


def test_more_lines_than_excel_holds_are_refused_before_anything_is_written(folder: Path) -> None:
    most = LIMITS[TableKind.XLSX]
    with pytest.raises(Refused) as refused:
        begun(folder / "t.xlsx", most + 1)
    assert refused.value.reason is Reason.TABLE_TOO_LONG
    assert list(folder.iterdir()) == []
    for table in (begun(folder / "t.xlsx", most), begun(folder / "t.csv", most + 1)):
        table.drop()


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_until_it_is_whole_the_file_that_was_there_stays(
    folder: Path, scratch: Path, name: str
) -> None:
    place = folder / name
    place.write_bytes(b"before")
    table = begun(place)
    table.add([("น้ำท่วม", DAY, 1)])
    assert place.read_bytes() == b"before"
    table.drop()
    assert place.read_bytes() == b"before"
    assert list(folder.iterdir()) == [place]
    assert list(scratch.iterdir()) == []
    table = begun(place)
    table.finish()
    assert place.read_bytes() == b"before"
    table.put_in_place()
    assert place.read_bytes() != b"before"


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_nothing_is_left_of_a_table_that_its_writer_forgot(
    folder: Path, scratch: Path, name: str
) -> None:
    table = begun(folder / name)
    table.add([("น้ำท่วม", DAY, 1)])
    del table
    gc.collect()
    assert list(folder.iterdir()) == []
    assert list(scratch.iterdir()) == []


def test_a_file_that_is_kept_from_being_written_is_not_replaced(folder: Path) -> None:
    place = folder / "t.xlsx"
    place.write_bytes(b"before")
    place.chmod(0o444)
    with pytest.raises(PermissionError):
        begun(place)
    place.chmod(0o644)
    table = begun(place)
    table.finish()
    # As when it was opened in Excel only meanwhile.
    place.chmod(0o444)
    with pytest.raises(PermissionError):
        table.put_in_place()
    table.drop()
    assert place.read_bytes() == b"before"
    assert list(folder.iterdir()) == [place]


def test_a_folder_that_is_gone_is_told(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        begun(folder / "ไม่มี" / "t.xlsx")


def test_a_full_disk_leaves_what_was_there(
    folder: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    place = folder / "t.xlsx"
    place.write_bytes(b"before")
    table = begun(place)
    table.add([("น้ำท่วม", DAY, 1)])
    with monkeypatch.context() as patched:
        patched.setattr(zipfile.ZipFile, "write", full)
        with pytest.raises(OSError, match="No space") as caught:
            table.finish()
    assert caught.value.errno == errno.ENOSPC
    table.drop()
    assert place.read_bytes() == b"before"
    assert list(folder.iterdir()) == [place]
    assert list(scratch.iterdir()) == []
