"""What is typed about printing, and which side each page goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Refused
from desktop.rules.letters import LetterKind
from desktop.rules.printing import (
    PaperKind,
    copies_wanted,
    millimetres,
    pages_wanted,
    paper_of,
    sheets,
)
from desktop.rules.reasons import Reason


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (0, 1, 2, 3, 4, 5, 6)),
        ("  ", (0, 1, 2, 3, 4, 5, 6)),
        ("1-3, 5", (0, 1, 2, 4)),
        ("๑-๓,๕", (0, 1, 2, 4)),
        ("2", (1,)),
        ("5-", (4, 5, 6)),
        ("๖–๗", (5, 6)),
        ("3; 1", (2, 0)),
        ("1-3, 2", (0, 1, 2)),
        ("4 - 4,", (3,)),
    ],
)
def test_pages_are_read_in_thai_or_arabic_digits(typed: str, pages: tuple[int, ...]) -> None:
    assert pages_wanted(typed, 7) == pages


@pytest.mark.parametrize("typed", ["0", "3-1", "a", "1-2-3", "-3", "1.5", "๑ ๒", "หน้า ๑"])
def test_pages_that_cannot_be_read_are_refused_at_their_field(typed: str) -> None:
    with pytest.raises(Refused) as told:
        pages_wanted(typed, 7)
    assert (told.value.reason, told.value.field) == (Reason.BAD_PAGES, "pages")


@pytest.mark.parametrize(("typed", "page"), [("8", 8), ("2-๙", 9), ("12-", 12)])
def test_a_page_there_is_not_is_named(typed: str, page: int) -> None:
    with pytest.raises(Refused) as told:
        pages_wanted(typed, 7)
    assert told.value.reason is Reason.NO_SUCH_PAGE
    assert told.value.parameters == {"page": page, "count": 7}


@given(st.text(max_size=12), st.integers(1, 30))
def test_whatever_is_typed_gives_pages_there_are_or_is_refused(typed: str, count: int) -> None:
    try:
        pages = pages_wanted(typed, count)
    except Refused:
        return
    assert pages
    assert all(0 <= page < count for page in pages)
    assert len(set(pages)) == len(pages)


@pytest.mark.parametrize(("typed", "copies"), [("1", 1), (" ๑๒ ", 12), ("99", 99)])
def test_copies_are_read(typed: str, copies: int) -> None:
    assert copies_wanted(typed) == copies


@pytest.mark.parametrize("typed", ["", "0", "100", "-1", "1.5", "สอง", "999999999999"])
def test_copies_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(Refused) as told:
        copies_wanted(typed)
    assert (told.value.reason, told.value.field) == (Reason.BAD_COPIES, "copies")


@pytest.mark.parametrize(
    ("typed", "far"),
    [("", 0), ("๑.๕", 1.5), ("-2", -2), ("+ 3,25", 3.25), ("−0.5", -0.5), ("20", 20)],
)
def test_millimetres_are_read_with_their_sign(typed: str, far: float) -> None:
    assert millimetres(typed, "right") == far


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("1 ซม.", Reason.NOT_MILLIMETRES), ("--1", Reason.NOT_MILLIMETRES), ("20.1", Reason.TOO_FAR)],
)
def test_distances_that_cannot_be_are_refused(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as told:
        millimetres(typed, "down")
    assert (told.value.reason, told.value.field) == (reason, "down")


def test_printed_on_both_sides_each_paper_begins_on_its_own_sheet() -> None:
    starts = frozenset({0, 1, 4})
    pages = tuple(range(6))
    assert sheets(pages, starts, both_sides=False) == pages
    assert sheets(pages, starts, both_sides=True) == (0, None, 1, 2, 3, None, 4, 5)
    assert sheets((2, 4), starts, both_sides=True) == (2, None, 4)


def test_every_letter_has_its_paper() -> None:
    papers = {kind: paper_of(kind) for kind in LetterKind}
    assert papers[LetterKind.ACKNOWLEDGEMENT] is PaperKind.LETTER
    assert papers[LetterKind.MEMO] is PaperKind.MEMO
    assert papers[LetterKind.COMMITTEE] is PaperKind.ORDER
