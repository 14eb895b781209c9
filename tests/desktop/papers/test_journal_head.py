"""The journal's head on paper: what a later head is compared with, letter by letter."""

from datetime import date
from itertools import pairwise

import pytest
from office import bangkok
from paper import lines_of, pages_of

from desktop.papers import measures as m
from desktop.papers.fonts import open_faces
from desktop.papers.journal_head import JournalHeadFacts, render_journal_head
from desktop.papers.words import Words

DIGEST = "0123456789abcdef" * 4
FACTS = JournalHeadFacts(
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    12345,
    DIGEST,
    bangkok(date(2026, 7, 15), 10, 38),
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_journal_head(FACTS, open_faces(), Words()).pdf


def test_it_says_whose_when_and_which(pdf: bytes) -> None:
    (text,) = pages_of(pdf)
    for said in (
        FACTS.office.replace(" ", ""),
        "๑๕กรกฎาคม๒๕๖๙เวลา๑๐.๓๘น.",
        "ลำดับรายการล่าสุด๑๒๓๔๕",
        DIGEST,
        "ผู้พิมพ์",
        "ผู้เก็บรักษา",
    ):
        assert said in text
    assert text.count("ลงชื่อ") == 2


def test_the_hash_stands_in_groups_of_four_as_a_computer_shows_it(pdf: bytes) -> None:
    rows = [line for line in lines_of(pdf) if line[3] == "0123456789abcdef"]
    assert len(rows) == 4
    assert len({round(left) for left, *_ in rows}) == 1
    gaps = [above[2] - below[2] for above, below in pairwise(rows)]
    assert gaps == pytest.approx([38, 38, 38], abs=1)


def test_nothing_leaves_the_margins(pdf: bytes) -> None:
    lines = lines_of(pdf)
    assert min(left for left, *_ in lines) >= m.LEFT - 1
    assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - m.RIGHT + 1
    assert min(y for *_, y, _ in lines) >= m.BOTTOM
