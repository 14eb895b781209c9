"""The month of channels looked at, on paper: every day, what was missed, and the sums."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from office import FACTS, bangkok
from offices import GOVERNMENT, at
from paper import lines_of, pages_of

from desktop.papers.check_sheet import (
    HEIGHT,
    LEFT,
    RIGHT,
    WIDTH,
    CheckSheetFacts,
    render_check_sheet,
)
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.words import Words
from desktop.rules.catalogue import CHANNELS
from desktop.rules.checking import ChannelCheck, Log, month_by_channel

TODAY = date(2026, 7, 20)
FIRST = date(2026, 7, 1)
_CHANNELS = tuple(replace(one, id=number) for number, one in enumerate(CHANNELS, 1))
_CHECKS = tuple(
    ChannelCheck(number, at(FIRST + timedelta(days=day)), "นางสาวสมหญิง ใจดี", day % 3)
    for number in range(1, 12)
    for day in range(0, 19, 1 + number % 3)
)
FULL = CheckSheetFacts(
    FACTS.name,
    FIRST,
    31,
    month_by_channel(_CHANNELS, _CHECKS, Log(FIRST, TODAY), GOVERNMENT),
    bangkok(TODAY, 9, 30),
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


def test_a_month_stands_on_a_page(faces: Faces) -> None:
    rendered = render_check_sheet(FULL, faces, Words())
    assert (rendered.pages, rendered.unprintable) == (1, ())


def test_marks_and_sums_are_told_for_every_channel(faces: Faces) -> None:
    (text,) = pages_of(render_check_sheet(FULL, faces, Words()).pdf)
    for month in FULL.months:
        assert month.name.replace(" ", "") in text
    for said in ("เดือนกรกฎาคมพ.ศ.๒๕๖๙", "ตรวจขาดพบ", "ข", "พิมพ์เมื่อ๒๐กรกฎาคม๒๕๖๙๐๙.๓๐น."):
        assert said in text


def test_many_channels_go_on_over_pages_and_long_names_stay_in_their_cells(faces: Faces) -> None:
    one = replace(
        FULL.months[0], name="ช่องทาง <b>ชื่อยาว</b> " * 6, said="ทุกวันจันทร์และวันพฤหัสบดี เวลาเช้า"
    )
    rendered = render_check_sheet(replace(FULL, months=(one,) * 40), faces, Words())
    assert rendered.pages == 3
    for page in range(3):
        lines = lines_of(rendered.pdf, page)
        assert min(left for left, *_ in lines) >= LEFT - 1
        assert max(right for _, right, *_ in lines) <= WIDTH - RIGHT + 1
        assert max(y for *_, y, _ in lines) <= HEIGHT


def test_a_month_without_channels_says_so(faces: Faces) -> None:
    rendered = render_check_sheet(replace(FULL, months=()), faces, Words())
    (text,) = pages_of(rendered.pdf)
    assert rendered.pages == 1
    assert "ตรวจเมื่อใด" in text
    assert "-" in text
