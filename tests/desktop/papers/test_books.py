"""The office's books: ruled like the paper ones, no line cut, every total that of the lines."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from book_lines import ARRIVAL, BEGIN, CASE, INCOMING, LETTER, YEAR, cases, lines_for
from office import FACTS
from paper import lines_of, pages_of, size_of

from desktop.papers.book_cells import VEILED
from desktop.papers.books import (
    LAYOUTS,
    BookFacts,
    period_text,
    render_office_book,
)
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.register_book import HEIGHT, LEFT, LOWEST, ROOM, WIDTH
from desktop.papers.words import Words
from desktop.papers.writing import WritingCanvas
from desktop.rules.books import SECRET_BOOKS, BookLine, OfficeBook
from desktop.rules.complaint import Outcome
from desktop.rules.letters import LetterStatus
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.thai.digits import arabic_digits, thai_digits
from desktop.wording import set_language

Lines = list[tuple[float, float, float, float]]


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def printed(
    book: OfficeBook, lines: Iterator[BookLine], faces: Faces, words: Words
) -> tuple[bytes, int]:
    facts = BookFacts(book, FACTS, *YEAR, BEGIN)
    file = BytesIO()
    written = render_office_book(facts, lines, faces, words, file)
    assert not written.unprintable
    return file.getvalue(), written.pages


def rules_of(pdf: bytes, page: int) -> tuple[Lines, Lines]:
    """Read a page's level and upright rules as left, bottom, right and top."""
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(pdf)
    level: Lines = []
    upright: Lines = []
    for thing in document[page].get_objects([raw.FPDF_PAGEOBJ_PATH]):
        before = (0.0, 0.0)
        for number in range(raw.FPDFPath_CountSegments(thing)):
            segment = raw.FPDFPath_GetPathSegment(thing, number)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            here = (x.value, y.value)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
                (left, right), (bottom, top) = (
                    sorted(both) for both in zip(before, here, strict=True)
                )
                kind = level if bottom == top else upright
                kind.append((left, bottom, right, top))
            before = here
    document.close()
    return level, upright


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("book", OfficeBook)
def test_columns_fill_the_lying_sheet(book: OfficeBook, faces: Faces, words: Words) -> None:
    pdf, pages = printed(book, lines_for(book, 3), faces, words)
    assert pages == 1
    assert size_of(pdf) == pytest.approx((WIDTH, HEIGHT), abs=0.1)
    assert WIDTH > HEIGHT
    assert sum(column.width for column in LAYOUTS[book].columns) == pytest.approx(ROOM)
    assert min(column.width for column in LAYOUTS[book].columns) >= 40
    text = pages_of(pdf)[0]
    for said in (
        LAYOUTS[book].title,
        "ปีงบประมาณ พ.ศ. ๒๕๖๙",
        FACTS.name,
        FACTS.group,
        f"รวมทั้งสิ้น ๓ {LAYOUTS[book].counted}",
    ):
        assert squeezed(said) in text
    for column in LAYOUTS[book].columns:
        assert squeezed(column.head) in squeezed(text)
    assert "-๑-" not in text


def test_rules_stand_on_every_side_of_every_cell(faces: Faces, words: Words) -> None:
    pdf, pages = printed(OfficeBook.COMPLAINTS, cases(60), faces, words)
    edges = [LEFT]
    for column in LAYOUTS[OfficeBook.COMPLAINTS].columns:
        edges.append(edges[-1] + column.width)
    for page in range(pages):
        level, upright = rules_of(pdf, page)
        for left, _bottom, right, _top in level:
            assert (left, right) == pytest.approx((LEFT, LEFT + ROOM), abs=1)
        assert {min(edges, key=lambda edge: abs(edge - left)) for left, *_ in upright} == set(edges)
        for left, _, right, _ in upright:
            middle = (left + right) / 2
            assert min(abs(middle - edge) for edge in edges) < 0.1
        # Each line of the book lies between two rules, all uprights but where a sum goes across.
        heights = sorted(top for *_, top in level)
        assert heights[0] >= LOWEST - 1
        inner = [bounds for bounds in upright if LEFT + 1 < bounds[0] < LEFT + ROOM - 1]
        rows = [line for line in lines_of(pdf, page) if re.match(r"[๐-๙]+/๒๕๖๙", line[3])]
        for _, _, y, _ in rows:
            crossing = {round(left) for left, bottom, _, top in inner if bottom < y < top}
            assert len(crossing) == len(edges) - 2
            assert any(0 < rule - y < 13 for rule in heights)


def test_totals_carried_are_those_of_the_lines_above(faces: Faces, words: Words) -> None:
    pdf, pages = printed(OfficeBook.COMPLAINTS, cases(137), faces, words)
    assert pages > 5
    told, head = 0, squeezed("เลขรับเรื่อง")
    for page in range(pages):
        lines = [text for *_, text in lines_of(pdf, page)]
        whole = "".join(lines)
        assert whole.count(head) == 1
        assert squeezed(LAYOUTS[OfficeBook.COMPLAINTS].title) in whole
        assert lines[0] == (
            thai_digits(f"-{page + 1}-") if page else squeezed("ทะเบียนเรื่องร้องเรียน ร้องทุกข์")
        )
        if page:
            assert thai_digits(f"ยอดยกมา{told}เรื่อง") in lines
        rows = [re.match(r"([๐-๙]+)/๒๕๖๙", text) for text in lines]
        numbers = [int(arabic_digits(row[1])) for row in rows if row]
        assert numbers == list(range(told + 1, told + 1 + len(numbers)))
        told += len(numbers)
        assert (thai_digits(f"ยอดยกไป{told}เรื่อง") in lines) == (page < pages - 1)
        assert (thai_digits(f"รวมทั้งสิ้น{told}เรื่อง") in lines) == (page == pages - 1)
    assert told == 137


def test_a_long_number_goes_on_below_its_stroke(faces: Faces, words: Words) -> None:
    for running, said in ((9_999, "๙๙๙๙/๒๕๖๙"), (10_000, "๑๐๐๐๐/")):
        line = replace(CASE, number=ComplaintNumber(2569, running))
        pdf, _ = printed(OfficeBook.COMPLAINTS, iter([line]), faces, words)
        first = next(text for *_, text in lines_of(pdf) if "โทรศัพท์" in text)
        assert first.startswith(f"{said}๑ต.ค.๖๘")


def test_no_line_is_cut_and_none_leaves_the_sheet(faces: Faces, words: Words) -> None:
    long = replace(CASE, subject="น้ำท่วมห้องเรียนทุกปี " * 60, owner="ก" * 300)
    pdf, pages = printed(OfficeBook.COMPLAINTS, iter([long] * 30), faces, words)
    assert "".join(pages_of(pdf)).count("…") == 2 * 30
    for page in range(pages):
        lines = lines_of(pdf, page)
        assert min(left for left, *_ in lines) >= LEFT - 1
        assert max(right for _, right, *_ in lines) <= LEFT + ROOM + 1
        starts = [y for *_, y, text in lines if text.startswith("๑/๒๕๖๙")]
        tops = sorted(starts, reverse=True)
        assert all(above - below > 4 * 13 for above, below in pairwise(tops))


@pytest.mark.parametrize("book", OfficeBook)
def test_an_empty_period_says_so(book: OfficeBook, faces: Faces, words: Words) -> None:
    pdf, pages = printed(book, iter(()), faces, words)
    assert pages == 1
    text = pages_of(pdf)[0]
    assert squeezed(LAYOUTS[book].nothing) in text
    assert "รวมทั้งสิ้น" not in text
    dashes = [text for *_, text in lines_of(pdf) if set(text) == {"-"}]
    assert dashes == ["-" * len(LAYOUTS[book].columns)]


def test_what_is_veiled_keeps_its_number_and_tells_nothing(faces: Faces, words: Words) -> None:
    for book, line, number, secrets in (
        (
            OfficeBook.COMPLAINTS,
            replace(CASE, veiled=True, outcome=Outcome.FOUNDED),
            "๑/๒๕๖๙",
            (CASE.petitioner, CASE.subject, CASE.owner, CASE.accused[0], "มีมูล", CASE.channel),
        ),
        (
            OfficeBook.LETTERS_IN,
            replace(ARRIVAL, veiled=True),
            "๑/๒๕๖๙",
            (ARRIVAL.sender, ARRIVAL.subject, "๐๐๑๗/๘๘", "๔๘๗๗", ARRIVAL.owner),
        ),
        (
            OfficeBook.LETTERS_OUT,
            replace(LETTER, veiled=True),
            "ศธ๐๔๙๙๙/๑",
            (LETTER.recipient, LETTER.subject),
        ),
        (
            OfficeBook.POST,
            replace(LETTER, veiled=True),
            "ศธ๐๔๙๙๙/๑",
            (LETTER.recipient, "จันทบุรี"),
        ),
    ):
        text = pages_of(printed(book, iter([line]), faces, words)[0])[0]
        assert number in text
        assert VEILED in text
        for secret in secrets:
            assert squeezed(secret) not in text


def test_papers_are_thai_whatever_the_screen_speaks(faces: Faces, words: Words) -> None:
    set_language("en")
    try:
        unsent = replace(LETTER, status=LetterStatus.ISSUED, sent_at=None, dispatch=None)
        text = pages_of(printed(OfficeBook.LETTERS_OUT, iter([unsent]), faces, words)[0])[0]
    finally:
        set_language("th")
    assert squeezed("ยังไม่ได้พิมพ์") in text
    assert not re.search("[A-Za-z]", text)


def test_letters_that_did_not_go_their_way_say_so(faces: Faces, words: Words) -> None:
    void = replace(LETTER, status=LetterStatus.VOID, reason="พิมพ์ชื่อผิด", title="ขอข้อมูลเรื่องหลังคา")
    text = pages_of(printed(OfficeBook.LETTERS_OUT, iter([void]), faces, words)[0])[0]
    for said in ("ยกเลิก พิมพ์ชื่อผิด", "ขอข้อมูลเรื่องหลังคา"):
        assert squeezed(said) in text
    assert squeezed(LETTER.subject) not in text


def test_what_became_of_a_letter_stands_in_its_remark(faces: Faces, words: Words) -> None:
    answered = replace(
        LETTER,
        status=LetterStatus.ANSWERED,
        corrected_by=("ศธ ๐๔๙๙๙/12",),
        answers=(("ศธ ๐๔๐๕๖/7", date(2025, 10, 9)), ("", None)),
    )
    mended = replace(LETTER, corrections=2, corrects="ศธ ๐๔๙๙๙/9")
    lines = iter([answered, mended])
    text = pages_of(printed(OfficeBook.LETTERS_OUT, lines, faces, words)[0])[0]
    for said in (
        "แก้ไขหนังสือ ศธ ๐๔๙๙๙/๙",
        "แก้ไขก่อนส่ง",
        "แก้ไขโดย ศธ ๐๔๙๙๙/๑๒",
        "ตอบแล้ว ศธ ๐๔๐๕๖/๗ ลว. ๙ ต.ค. ๖๘",
    ):
        assert squeezed(said) in text
    assert text.count("ตอบแล้ว") == 2


def test_a_letter_that_came_to_a_complaint_stands_among_those_received(
    faces: Faces, words: Words
) -> None:
    veiled = replace(INCOMING, veiled=True, receipt_number="5103")
    text = pages_of(printed(OfficeBook.LETTERS_IN, iter([INCOMING, veiled]), faces, words)[0])[0]
    for said in (
        "๕๑๐๒",
        "ศธ ๐๔๙๙๙.๐๑/๗",
        INCOMING.sender,
        "รวมเรื่อง ๑/๒๕๖๙",
        "ตอบ ศธ ๐๔๙๙๙/๑",
        "๕๑๐๓",
        VEILED,
        "รวมทั้งสิ้น ๒ ฉบับ",
    ):
        assert squeezed(said) in text
    assert text.count(squeezed(INCOMING.sender)) == 1


def test_what_a_citizen_wrote_is_inert(faces: Faces, words: Words) -> None:
    wrote = "<b>100%</b> {name} & \\ (จริง)"
    line = replace(ARRIVAL, subject=wrote)
    text = pages_of(printed(OfficeBook.LETTERS_IN, iter([line]), faces, words)[0])[0]
    assert squeezed(wrote) in text


def test_periods_are_said_as_books_say_them() -> None:
    for first, last, said in (
        (date(2025, 10, 1), date(2026, 9, 30), "ปีงบประมาณ พ.ศ. ๒๕๖๙"),
        (date(2026, 1, 1), date(2026, 12, 31), "ปี พ.ศ. ๒๕๖๙"),
        (date(2028, 2, 1), date(2028, 2, 29), "เดือน กุมภาพันธ์ พ.ศ. ๒๕๗๑"),
        (date(2026, 6, 15), date(2026, 6, 15), "วันที่ ๑๕ เดือน มิถุนายน พ.ศ. ๒๕๖๙"),
        (
            date(2026, 6, 1),
            date(2026, 7, 2),
            "ตั้งแต่วันที่ ๑ เดือน มิถุนายน พ.ศ. ๒๕๖๙ ถึงวันที่ ๒ เดือน กรกฎาคม พ.ศ. ๒๕๖๙",
        ),
    ):
        assert period_text(first, last) == said


def test_pages_are_put_away_while_lines_still_come(
    faces: Faces, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    closed_after: list[int] = []
    kept: list[int] = []
    written: list[int] = []
    show, file = WritingCanvas.showPage, BytesIO()

    def watched() -> Iterator[BookLine]:
        for place, line in enumerate(cases(40), 1):
            taken.append(place)
            yield line

    def showing(canvas: WritingCanvas) -> None:
        closed_after.append(taken[-1])
        show(canvas)
        kept.append(len(canvas._doc.idToObject))
        written.append(file.tell())

    monkeypatch.setattr(WritingCanvas, "showPage", showing)
    facts = BookFacts(OfficeBook.COMPLAINTS, FACTS, *YEAR, BEGIN)
    pages = render_office_book(facts, watched(), faces, words, file).pages
    assert len(set(kept)) == 1
    assert min(after - before for before, after in pairwise(written)) > 1_000
    assert len(closed_after) == len(set(closed_after)) == pages > 2
    assert closed_after[0] < 15
    assert closed_after[-1] == 40


def test_a_line_that_finds_no_room_in_its_cell_is_told_by_dots(faces: Faces, words: Words) -> None:
    line = replace(ARRIVAL, subject="ข้อก\nข้อข\nข้อค\nข้อง\nข้อจ")
    text = pages_of(printed(OfficeBook.LETTERS_IN, iter([line]), faces, words)[0])[0]
    assert "ข้อง…" in text
    assert "ข้อจ" not in text


@pytest.mark.parametrize("book", OfficeBook)
def test_a_book_of_secrets_bears_their_class_on_every_page(
    book: OfficeBook, faces: Faces, words: Words
) -> None:
    pdf, pages = printed(book, lines_for(book, 60), faces, words)
    assert pages > 1
    for page in range(pages):
        marks = [y for left, right, y, text in lines_of(pdf, page) if text == "ลับ" and left > 300]
        edges = [y for y in marks if not LOWEST < y < HEIGHT - 60]
        assert len(edges) == (2 if book in SECRET_BOOKS else 0)
