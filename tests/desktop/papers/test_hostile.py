"""Typed text is inert: ten thousand hostile strings, in every field of letter, slip and table."""

import io
import random
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

import pypdf
import pypdfium2
import pytest
from hostile import ATOMS, COUNT, hostile, marked
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inert import live_parts, reached_outside, work
from office import bangkok
from PIL import Image
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from said import bare, shown_of, told

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.model import Enclosure
from desktop.papers.sheet import Document, Sheet
from desktop.papers.slip import SlipFacts, render_slip
from desktop.papers.table import Column, Table
from desktop.papers.words import Words
from desktop.rules.thai.text import clean_block

LETTER = OfficialLetter(
    number="",
    office="",
    address=("",),
    dated=date(2026, 7, 15),
    subject="",
    salutation="",
    recipient="",
    paragraphs=("",),
    signer="",
    position="",
    unit="",
    phone="",
)
SLIP = SlipFacts(
    "", "", "", "", "K7M-4Q2-9XB-T", bangkok(date(2026, 7, 15), 10, 38), "", "", "", ""
)
LISTS = {"address", "paragraphs", "references", "within", "enclosures"}


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    document.close()
    return pages


def text_fields(paper: Any) -> list[str]:
    """Return the names of a paper's fields that hold typed words."""
    told_by_type = {"str", str, "tuple[str, ...]", tuple[str, ...]}
    return [
        field.name for field in fields(paper) if field.type in told_by_type or field.name in LISTS
    ]


def filled(field: str, text: str) -> Any:
    """Return a value of a letter's field that says a text."""
    if field == "enclosures":
        return (Enclosure(text),)
    return (text,) if field in LISTS else text


@lru_cache(maxsize=1)
def letters() -> tuple[tuple[OfficialLetter, dict[str, str]], ...]:
    """Return letters of a page each, with another string in each of some fields, and these."""
    names = text_fields(LETTER)
    groups = [names[place::4] for place in range(4)]
    waiting = [marked(number, text) for number, text in enumerate(hostile())]
    made: list[tuple[OfficialLetter, dict[str, str]]] = []
    while waiting:
        typed = dict(zip(groups[len(made) % 4], waiting, strict=False))
        waiting = waiting[len(typed) :]
        values = {field: filled(field, value) for field, value in typed.items()}
        made.append((replace(LETTER, **values), typed))
    return tuple(made)


def unsaid(page: str, typed: dict[str, str], faces: Faces) -> list[str]:
    """Return the fields a page does not say exactly."""
    text = bare(page)
    return [field for field, value in typed.items() if told(value, faces) not in text]


@pytest.mark.slow
def test_behaviour_37_letters_say_exactly_what_was_typed(faces: Faces, words: Words) -> None:
    tried = [field for _, typed in letters() for field in typed]
    assert len(tried) == COUNT
    assert {"number", "office", "address", "paragraphs", "signer", "copies_to"} <= set(tried)
    render_letters([LETTER], faces, words)
    with reached_outside() as seen:
        printed = render_letters((letter for letter, _ in letters()), faces, words)
    assert seen == []
    assert live_parts(printed.pdf) == set()
    for (_, typed), page in zip(letters(), by_pdfium(printed.pdf), strict=True):
        assert unsaid(page, typed, faces) == [], typed


@pytest.mark.slow
def test_another_reader_finds_the_same(faces: Faces, words: Words) -> None:
    made = letters()[::7]
    printed = render_letters((letter for letter, _ in made), faces, words)
    for (_, typed), page in zip(made, by_pypdf(printed.pdf), strict=True):
        assert unsaid(page, typed, faces) == [], typed


@pytest.mark.slow
def test_slips_say_what_fits_and_nothing_acts(faces: Faces, words: Words) -> None:
    names = [name for name in text_fields(SLIP) if name != "tracking"]
    render_slip(SLIP, faces, words)
    for first in range(0, 1_000, len(names)):
        values: dict[str, Any] = dict(zip(names, hostile()[first:], strict=False))
        values = {name: marked(at, values[name]) for at, name in enumerate(names)}
        with reached_outside() as seen:
            pdf = render_slip(replace(SLIP, **values), faces, words).pdf
        assert seen == []
        assert live_parts(pdf) == set()
        text = bare(by_pypdf(pdf)[0])
        for value in values.values():
            assert shown_of(text, value, faces), (value, text)


def table(rows: Sequence[Sequence[str]], faces: Faces, words: Words) -> bytes:
    document = Document("ทะเบียน", faces, words)

    def turn(sheet: Sheet) -> None:
        document.canvas.showPage()
        sheet.y = m.PAGE_HEIGHT - m.TOP

    sheet = Sheet(document, turn)
    columns = [Column("หัวเรื่อง", m.TEXT_WIDTH / 3, numbers=place == 2) for place in range(3)]
    Table(sheet, columns).draw("ทะเบียน", rows)
    document.canvas.showPage()
    return document.finished()


@pytest.mark.slow
def test_tables_say_what_fits_and_nothing_acts(faces: Faces, words: Words) -> None:
    cells = [marked(number, text) for number, text in enumerate(hostile())]
    rows = [(*cells[at : at + 3], "-", "-")[:3] for at in range(0, COUNT, 3)]
    table(rows[:1], faces, words)
    with reached_outside() as seen:
        pdf = table(rows, faces, words)
    assert seen == []
    assert live_parts(pdf) == set()
    text, place = bare("".join(by_pypdf(pdf))), 0
    for number, value in enumerate(cells):
        place = text.index(f"ก{number}ข", place)
        assert shown_of(text[place : place + 400], value, faces), value


@pytest.mark.parametrize(
    "name", ["office", "subject", "recipient", "paragraphs", "position", "unit", "references"]
)
@pytest.mark.parametrize("unit", ["ก", "่", "🙂", "<b>"])
def test_a_field_of_twenty_thousand_unbroken_prints_whole(
    name: str, unit: str, faces: Faces, words: Words
) -> None:
    text = (unit * 20_000)[:20_000]
    printed = render_letters([replace(LETTER, **{name: filled(name, text)})], faces, words)
    whole = bare("".join(by_pdfium(printed.pdf)))
    assert whole.count(told(unit, faces)[0]) >= text.count(unit)


@pytest.mark.parametrize(
    "unit", ["ก", "a", "กำ้", "เ", "🙂", "ที่ดิน", "่", "<b>", "ๆ ", "12,", "(", "@"]
)
def test_hostile_text_is_no_more_work_than_plain(unit: str, faces: Faces, words: Words) -> None:
    plain = "น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนัก ครูและนักเรียนต้องช่วยกัน "

    def printing(text: str) -> int:
        return work(
            lambda: render_letters([replace(LETTER, paragraphs=(text,))], faces, Words()).pdf
        )

    printing(plain)
    few, many = (printing((unit * size)[:size]) for size in (5_000, 20_000))
    wanted = printing((plain * 1_000)[:20_000])
    assert many < 12 * wanted
    assert many < 6 * few


def test_two_hundred_thousand_characters_stay_in_proportion(faces: Faces, words: Words) -> None:
    dice = random.Random(38)
    text = "".join(dice.choices(ATOMS, k=60_000))[:200_000]
    assert len(text) == 200_000
    few, many = (_breaking(text[:size], faces) for size in (20_000, 200_000))
    assert many <= 15 * few


def _breaking(text: str, faces: Faces) -> int:
    """Count the work of cleaning a text and breaking it into lines, which say all of it."""
    engine = Document("ทดสอบ", faces, Words()).engine
    lines: list[str] = []

    def breaking() -> None:
        clean_block(text)
        broken = engine.broken(text, faces.regular, 10.6, m.TEXT_WIDTH, m.TEXT_WIDTH)
        lines.extend(line.text for line in broken)

    count = work(breaking)
    assert "".join("".join(lines).split()) == "".join(faces.regular.printed(text).split())
    return count


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=60))
@example("\u202e<b>\x00{0}")
def test_any_text_at_all_prints_in_its_normal_form(text: str) -> None:
    faces, words = open_faces(), Words()
    value = marked(1, text)
    pdf = render_letters([replace(LETTER, paragraphs=(value,))], faces, words).pdf
    assert told(value, faces) in bare("".join(by_pdfium(pdf)))
    assert told(value, faces) in bare("".join(by_pypdf(pdf)))
    assert live_parts(pdf) == set()


def test_the_checks_find_links_pictures_scripts_and_files(
    faces: Faces, words: Words, tmp_path: Any
) -> None:
    document = Document("ทดสอบ", faces, words)
    document.canvas.linkURL("https://example.go.th", (0, 0, 100, 100))
    document.canvas.showPage()
    assert {"/Annots", "/URI"} <= live_parts(document.finished())
    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "png")
    document = Document("ทดสอบ", faces, words)
    document.picture(picture.getvalue(), 100, 100, 50)
    document.canvas.showPage()
    assert live_parts(document.finished()) == {"/Image"}
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    scripted = io.BytesIO()
    writer.write(scripted)
    assert {"/OpenAction", "/JavaScript", "/JS"} == live_parts(scripted.getvalue())
    with reached_outside() as seen:
        (tmp_path / "secret").write_text("x")
    assert any("secret" in event for event in seen)
    assert work(lambda: [len("x") for _ in range(1_000)]) > 900
