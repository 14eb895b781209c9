"""The SLA report: figures that add up, pages that hold them."""

from dataclasses import replace
from datetime import date

import pytest
from office import bangkok
from paper import lines_of, pages_of

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.sla_report import ReportFacts, percent, render_sla_report
from desktop.papers.words import Words
from desktop.rules.figures import Counts, GroupCounts, LateCase, SlaFigures, total
from desktop.rules.thai.digits import thai_digits


def group(key: str, *counts: int) -> GroupCounts:
    return GroupCounts(key, key, Counts(*counts))


PRIORITIES = (group("urgent", 7, 2, 1, 4, 1), group("normal", 30, 3, 2, 10, 0))
MONTHS = tuple(group(f"2026-{month:02}", month, 1, 0, 2, 0) for month in range(1, 10))
LATE = LateCase(
    "41/2569", "หลังคารั่ว", "นายวิชัย ตั้งตรง", date(2026, 6, 1), date(2026, 6, 9), "รองบประมาณ"
)
FIGURES = SlaFigures(
    period_start=date(2025, 10, 1),
    period_end=date(2026, 9, 30),
    headline=Counts(37, 5, 3, 14, 1),
    brought_forward=6,
    received=58,
    finished=42,
    carried_forward=22,
    by_priority=PRIORITIES,
    by_category=(group("อาคารสถานที่", 37, 5, 3, 14, 1),),
    by_owner=(group("นายวิชัย ตั้งตรง", 20, 5, 3, 10, 1), group("", 17, 0, 0, 4, 0)),
    by_month=MONTHS,
    late=(LATE,),
)
FACTS = ReportFacts(
    FIGURES,
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    "กลุ่มกฎหมายและคดี",
    bangkok(date(2026, 10, 2), 9),
    {"urgent": "ด่วน", "normal": "ปกติ"},
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def of(figures: SlaFigures) -> ReportFacts:
    return replace(FACTS, figures=figures)


def test_the_headline_and_the_sum_of_every_table_agree(faces: Faces, words: Words) -> None:
    text = "".join(pages_of(render_sla_report(FACTS, faces, words).pdf))
    for said in (
        "ระหว่างวันที่ ๑ ตุลาคม ๒๕๖๘ ถึงวันที่ ๓๐ กันยายน ๒๕๖๙",
        *("๘๒.๒ %", "ยกมา ๖ เรื่อง", "รับใหม่ ๕๘ เรื่อง", "ไม่มีกำหนด ๑ เรื่อง"),
        *("ด่วน ๗ ๒ ๑ ๔ ๑ ๑๕ ๗๐.๐", "ปกติ ๓๐ ๓ ๒ ๑๐ ๐ ๔๕ ๘๕.๗"),
    ):
        assert said.replace(" ", "") in text
    summed = total(one.counts for one in PRIORITIES)
    assert summed == FIGURES.headline
    assert text.count(thai_digits("รวม375314160") + percent(summed.on_time_percent)) == 3


def test_a_period_in_which_a_matter_only_began_anew_is_not_said_to_be_empty(
    faces: Faces, words: Words
) -> None:
    empty = SlaFigures(date(2026, 5, 1), date(2026, 5, 31), Counts(), 0, 0, 0, 0)
    anew = replace(empty, begun_anew=1, carried_forward=1)
    text, nothing = (
        "".join(pages_of(render_sla_report(of(one), faces, words).pdf)) for one in (anew, empty)
    )
    assert "เปิดใหม่๑เรื่อง" in text
    assert "ไม่มีเรื่องร้องเรียนในช่วงเวลานี้" not in text
    assert "ไม่มีเรื่องร้องเรียนในช่วงเวลานี้" in nothing


def test_an_empty_period_claims_nothing(faces: Faces, words: Words) -> None:
    empty = SlaFigures(date(2026, 5, 1), date(2026, 5, 31), Counts(), 0, 0, 0, 0)
    text = "".join(pages_of(render_sla_report(of(empty), faces, words).pdf))
    assert "-ทันกำหนด" in text
    assert "%" not in text
    assert percent(None) == "-"


def test_small_groups_are_taken_together_and_still_counted(faces: Faces, words: Words) -> None:
    many = tuple(group(f"หมวดที่ {n}", n, 0, 0, 0, 0) for n in range(1, 21))
    figures = replace(FIGURES, by_category=many)
    text = "".join(pages_of(render_sla_report(of(figures), faces, words).pdf))
    assert "อื่นๆ(๙)" in text
    assert "หมวดที่20" in text
    assert "หมวดที่9" not in text
    assert thai_digits(f"รวม{sum(range(1, 21))}") in text


def test_many_late_ones_run_over_pages_that_repeat_the_head(faces: Faces, words: Words) -> None:
    late = tuple(
        replace(LATE, number=f"{n}/2569", subject=f"เรื่องที่ {n} " + "น้ำท่วมห้องเรียน " * (n % 4))
        for n in range(1, 121)
    )
    rendered = render_sla_report(of(replace(FIGURES, late=late)), faces, words)
    pages = pages_of(rendered.pdf)
    assert len(pages) == rendered.pages > 4
    for number, page in enumerate(pages[1:], 2):
        assert page.startswith(thai_digits(f"-{number}-"))
    told = "".join(pages)
    assert all(thai_digits(f"{n}/2569") in told for n in range(1, 121))
    assert sum("เลขรับเรื่อง" in page for page in pages) >= len(pages) - 2


def test_no_line_leaves_the_margins(faces: Faces, words: Words) -> None:
    long = replace(LATE, reason="รอเอกสารจากหน่วยงานภายนอกหลายแห่ง " * 20, number="99999/2569")
    late = tuple(replace(long, number=f"{n}/2569") for n in range(1, 40))
    pdf = render_sla_report(of(replace(FIGURES, late=late)), faces, words).pdf
    for page in range(len(pages_of(pdf))):
        lines = lines_of(pdf, page)
        assert min(left for left, *_ in lines) >= m.LEFT - 1
        assert max(right for _, right, *_ in lines) <= m.LEFT + m.TEXT_WIDTH + 1.5
        assert min(y for *_, y, _ in lines) >= m.BOTTOM - 1


def test_a_cell_too_long_ends_in_dots(faces: Faces, words: Words) -> None:
    long = replace(LATE, reason="รอเอกสารจากหน่วยงานภายนอก " * 30)
    pages = pages_of(render_sla_report(of(replace(FIGURES, late=(long,))), faces, words).pdf)
    assert "".join(pages).count("…") == 1
