"""The flow chart: every status and every move of the table, and nothing off the sheet."""

from datetime import date

import pytest
from paper import lines_of, pages_of

from desktop.papers import measures as m
from desktop.papers.fonts import open_faces
from desktop.papers.road_chart import CLOCKS, DEMANDS, MOVES, STATUSES, RoadFacts, render_road
from desktop.papers.sheet import Rendered
from desktop.papers.words import Words
from desktop.rules.complaint import Status
from desktop.rules.road import ROAD
from desktop.wording import _, set_language
from desktop.wording.names import CLOCK, STATUS
from desktop.wording.road import DEMAND, MOVE

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒"


@pytest.fixture(scope="module")
def chart() -> Rendered:
    return render_road(RoadFacts(OFFICE, date(2026, 7, 15)), open_faces(), Words())


def test_every_status_has_its_box_and_every_move_its_line(chart: Rendered) -> None:
    first, *others = pages_of(chart.pdf)
    assert OFFICE.replace(" ", "") in first
    assert "พิมพ์เมื่อ๑๕กรกฎาคม๒๕๖๙" in first
    for status in Status:
        assert STATUSES[status].replace(" ", "") in first
    rows = [text for page in (1, 2) for *_, text in lines_of(chart.pdf, page)]
    for move, way in ROAD.items():
        target = "คงเดิม" if way.target is None else STATUSES[way.target]
        # A long name goes on in the next line of its row.
        assert any(row.startswith(MOVES[move][:14]) and target in row for row in rows)
    assert all("ผู้อำนวยการ" in page for page in others[:2])


def test_statuses_are_called_as_the_screen_calls_them_in_thai() -> None:
    set_language("th")
    assert {status: _(text) for status, text in STATUS.items()} == STATUSES


def test_moves_and_what_they_ask_are_called_as_the_screen_calls_them_in_thai() -> None:
    set_language("th")
    assert {move: _(text) for move, text in MOVE.items()} == MOVES
    assert {demand: _(text) for demand, text in DEMAND.items()} == DEMANDS
    assert {kind: _(CLOCK[kind]) for kind in CLOCKS} == CLOCKS


def test_what_a_move_asks_and_does_to_the_clocks_is_told(chart: Rendered) -> None:
    told = "".join(pages_of(chart.pdf)[2:])
    for said in ("คำสั่งการ,เหตุที่ไม่รับ,เหตุผล", "หยุดนับระหว่างรอ:แล้วเสร็จ", "ไม่นับอีก:ทุกกำหนดเวลา"):
        assert said in told


def test_nothing_leaves_the_sheet_or_stands_on_another(chart: Rendered) -> None:
    assert chart.pages == 4
    for page in range(chart.pages):
        lines = lines_of(chart.pdf, page)
        assert min(left for left, *_ in lines) >= 1.5 * 28.3
        assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - 1.5 * 28.3
        assert min(y for *_, y, _ in lines) >= 1.4 * 28.3


def test_a_long_name_is_made_to_fit() -> None:
    pdf = render_road(
        RoadFacts("<b>สำนักงาน</b> " * 9, date(2026, 7, 15)), open_faces(), Words()
    ).pdf
    lines = lines_of(pdf)
    assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - 1.5 * 28.3
    assert "<b>สำนักงาน</b>" in pages_of(pdf)[0]
