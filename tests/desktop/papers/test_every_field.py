"""Typed text is inert in every field of every paper that the program can print.

Papers and fields are found in the program: one that is new and not tried fails here. Each atom of
the hostile strings goes through each field of each paper, and with it the strings made of several,
one after another, so that all ten thousand are printed. `HOSTILE=10000` sends each of that many
strings through each field instead, which takes an hour and more. Read back, a paper says each to
its end, or as much as found room before its dots.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle, pairwise
from typing import get_args

import pypdfium2
import pytest
from cases import CASE, OFFICE
from every_paper import Place, Specimen, empty_fields, renderers, texts, with_texts
from hostile import ATOMS, COUNT, hostile, marked
from inert import live_parts, reached_outside
from paper import off_paper, pages_of
from paper_specimens import SPECIMENS
from said import bare, shown_of, told

from desktop.paper_orders import (
    EnvelopeOrder,
    EnvelopeSize,
    LabelsOrder,
    PaperOrder,
    PetitionOrder,
    SlipOrder,
    SlipPaper,
)
from desktop.papers.books import render_office_book
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.press import ThaiPress
from desktop.papers.words import Words
from desktop.rules.books import BookLine
from desktop.rules.complaint import Urgency
from desktop.views import CaseView

_AT_ONCE = 2
"""Atoms in one text."""
_LONG_WORD = "กรุงเทพมหานคร" * 12
_UNBROKEN = ("ก่<b>กำ้🙂" * 4_000)[:20_000]
_OUR_WORDS = frozenset({"secrecy", "urgency", "within", "mark", "counted"})
"""Fields that are filled from tables of the program's own, with words that have their room."""
_EACH = int(os.environ.get("HOSTILE", "0"))
"""How many of the hostile strings are asked for in each field; without it, the atoms are."""


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


def rounds(specimen: Specimen) -> Iterator[Mapping[Place, str]]:
    """Yield texts for all fields, until all that is asked for was in each of them."""
    return strings_in_each(specimen, _EACH) if _EACH else atoms_in_each(specimen)


def strings_in_each(specimen: Specimen, count: int) -> Iterator[Mapping[Place, str]]:
    """Yield texts for all fields, until each of the first strings was in each of them."""
    strings = hostile()[:count]
    for turn in range(len(strings)):
        yield {
            place: marked(number, strings[(turn + number) % len(strings)])
            for number, place in enumerate(specimen.places())
        }


def atoms_in_each(specimen: Specimen) -> Iterator[Mapping[Place, str]]:
    """Yield texts for all fields, until each atom was in each of them."""
    several = cycle(hostile()[len(ATOMS) :])
    for turn in range(0, len(ATOMS), _AT_ONCE):
        typed: dict[Place, str] = {}
        for number, place in enumerate(specimen.places()):
            atoms = [ATOMS[(turn + number + one) % len(ATOMS)] for one in range(_AT_ONCE)]
            typed[place] = marked(number, "".join((*atoms, next(several))))
        yield typed


def by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    document.close()
    return [bare(page) for page in pages]


def by_pypdf(pdf: bytes) -> list[str]:
    return [bare(page) for page in pages_of(pdf)]


def goes_over(wanted: str, pages: Sequence[str]) -> bool:
    """Tell whether a text begins on one page and ends on the next."""
    return any(
        wanted[:cut] in one and wanted[cut:] in other
        for one, other in pairwise(pages)
        for cut in range(1, len(wanted))
    )


def says(specimen: Specimen, pages: Sequence[str], place: Place, value: str, faces: Faces) -> bool:
    """Tell whether pages say a field's text as the paper must."""
    text, wanted = "".join(pages), told(value, faces)
    if specimen.beside.intersection(place):
        begins = wanted.partition("ข")[0]
        return begins in text or goes_over(begins, pages)
    if specimen.whole:
        return wanted in text or goes_over(wanted, pages)
    return shown_of(text, value, faces)


def unsaid(
    specimen: Specimen, pdf: bytes, typed: Mapping[Place, str], faces: Faces
) -> dict[Place, str]:
    """Return the fields that neither reader finds on the paper as they were typed."""
    left = {place: value for place, value in typed.items() if specimen.says(place)}
    for read in (by_pdfium, by_pypdf):
        pages = read(pdf) if left else []
        left = {
            place: value
            for place, value in left.items()
            if not says(specimen, pages, place, value, faces)
        }
    return left


def test_every_paper_is_tried() -> None:
    assert {one.renderer for one in SPECIMENS.values()} == set(renderers())


def test_no_field_is_left_untried() -> None:
    left = {name: list(empty_fields(one.facts)) for name, one in SPECIMENS.items()}
    assert {name: places for name, places in left.items() if places} == {}
    books = (one.facts for one in SPECIMENS.values() if one.renderer == render_office_book.__name__)
    assert set(get_args(BookLine)) <= {type(line) for _, line in books}


@pytest.mark.slow
@pytest.mark.parametrize("name", SPECIMENS)
def test_behaviour_37_every_field_is_inert(name: str, faces: Faces) -> None:
    specimen, words = SPECIMENS[name], Words()
    # What the program reads once, it has read after the first.
    words.parts(words.pieces("วันทำการ")[0])
    specimen.press(with_texts(specimen.facts, next(rounds(specimen))), faces, words)
    for typed in rounds(specimen):
        facts = with_texts(specimen.facts, typed)
        with reached_outside() as seen:
            pdf = specimen.press(facts, faces, words)
        assert seen == []
        assert live_parts(pdf) == set()
        assert unsaid(specimen, pdf, typed, faces) == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", SPECIMENS)
def test_a_long_word_in_any_field_stays_on_the_paper(name: str, faces: Faces) -> None:
    specimen, words = SPECIMENS[name], Words()
    for place in specimen.places():
        if _OUR_WORDS.isdisjoint(place):
            facts = with_texts(specimen.facts, {place: _LONG_WORD})
            assert off_paper(specimen.press(facts, faces, words)) == "", place


@pytest.mark.slow
@pytest.mark.skipif(not _EACH, reason="takes many minutes: asked for with HOSTILE=10000")
@pytest.mark.parametrize("name", SPECIMENS)
def test_twenty_thousand_unbroken_in_any_field_do_nothing(name: str, faces: Faces) -> None:
    specimen, words = SPECIMENS[name], Words()
    for place in specimen.places():
        # A link to be scanned is refused before it is that long.
        if not (_OUR_WORDS | {"code"}).isdisjoint(place):
            continue
        pdf = specimen.press(with_texts(specimen.facts, {place: _UNBROKEN}), faces, words)
        assert live_parts(pdf) == set(), place
        if specimen.whole and specimen.says(place):
            said = "".join(by_pdfium(pdf))
            assert said.count("ก") >= _UNBROKEN.count("ก"), place


def test_every_string_can_be_asked_for_in_every_field() -> None:
    specimen = SPECIMENS["letter"]
    seen: dict[Place, set[str]] = {place: set() for place in specimen.places()}
    for typed in strings_in_each(specimen, COUNT):
        for place, text in typed.items():
            seen[place].add(text.partition("ข")[2].rpartition("ค")[0])
    assert all(texts == set(hostile()) for texts in seen.values())


def test_all_the_hostile_strings_are_printed() -> None:
    count = sum(len(specimen.places()) for specimen in SPECIMENS.values())
    assert count * (len(ATOMS) // _AT_ONCE) > 2 * COUNT


@pytest.mark.parametrize(
    "order",
    [
        *(partial(SlipOrder, paper=paper) for paper in SlipPaper),
        PetitionOrder,
        *(partial(EnvelopeOrder, size=size, urgency=Urgency.NONE) for size in EnvelopeSize),
        LabelsOrder,
    ],
)
def test_what_a_case_holds_is_inert_on_each_of_its_papers(
    order: Callable[[CaseView], PaperOrder], faces: Faces
) -> None:
    press = ThaiPress(lambda: faces)
    held = (CASE, OFFICE)
    places = [place for place, _ in texts(held) if place[-1] != "tracking"]
    assert {"first", "subject", "facts", "registered_by", "name", "house"} <= {
        place[-1] for place in places
    }
    typed = {place: marked(number, hostile()[number]) for number, place in enumerate(places)}
    case, office = with_texts(held, typed)
    press.paper(order(case), office)
    with reached_outside() as seen:
        pdf = press.paper(order(case), office).pdf
    assert seen == []
    assert live_parts(pdf) == set()
    said = "".join(by_pypdf(pdf))
    assert shown_of(said, typed[0, "petitioners", 0, "first"], faces)
