"""A Word file from outside is only read: ten thousand strings, bombs, entities, and no way out."""

import io
import random
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from hostile import ATOMS, COUNT, hostile, marked
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inert import reached_outside, work
from specimens import LETTER
from word import DAY, MAIN, MARK, edited, part_of, with_parts

from desktop.errors import Refused
from desktop.exchange.letter_docx import letter_docx
from desktop.exchange.word_file import LARGEST, WordFile
from desktop.exchange.word_marks import held
from desktop.exchange.word_text import WordParagraph, paragraphs_of
from desktop.exchange.word_trip import corrected, letter_text
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.words import Words
from desktop.rules.corrections import Part
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_block, clean_line

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "xxxxxxxxxx">%s]><d>&%s;</d>'


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def sent(faces: Faces) -> bytes:
    return letter_docx(LETTER, DAY, faces, MARK).docx


def read(docx: bytes) -> list[WordParagraph]:
    main = WordFile(docx).part("officeDocument")
    assert main is not None
    return paragraphs_of(main)


def refusal(docx: bytes, sent: bytes) -> Reason:
    with reached_outside() as seen, pytest.raises(Refused) as caught:
        corrected(sent, docx, list)
    assert seen == []
    return caught.value.reason


@pytest.mark.slow
def test_ten_thousand_strings_go_out_and_come_back_as_they_were(faces: Faces) -> None:
    texts = [marked(number, text) for number, text in enumerate(hostile())]
    assert len(texts) == COUNT
    lines = tuple(text.replace("\n", " ").replace("\r", " ") for text in texts)
    letter = replace(
        LETTER,
        subject=lines[0],
        recipient=lines[1],
        references=lines[2:500],
        enclosures=lines[500:1_000],
        copies_to=lines[1_000],
        paragraphs=tuple(texts[1_001:]),
    )
    made = letter_docx(letter, DAY, faces, MARK)
    assert "\x00" in made.replaced
    with reached_outside() as seen:
        paragraphs = read(made.docx)
        parts = letter_text(paragraphs).parts
        told = corrected(made.docx, made.docx, list)
    assert seen == []
    assert (told.changes, told.put_in, told.taken_out) == ((), (), ())
    assert parts[Part.SUBJECT] == (clean_line(held(lines[0])),)
    assert parts[Part.RECIPIENT] == (clean_line(held(lines[1])),)
    assert parts[Part.REFERENCES] == tuple(clean_line(held(text)) for text in lines[2:500])
    assert parts[Part.ENCLOSURES] == tuple(clean_line(held(text)) for text in lines[500:1_000])
    assert parts[Part.COPIES] == (clean_line(held(lines[1_000])),)
    assert parts[Part.BODY] == tuple(clean_block(held(text)) for text in texts[1_001:])
    # Before it is cleaned as typed text is, nothing at all is other than it was.
    raw = "\n".join(one.text for one in paragraphs if one.part is Part.BODY)
    assert raw == "\n".join(held(text) for text in texts[1_001:])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=60))
@example("\u202e<b>\x00{0}\r\n]]>&amp;")
def test_any_text_at_all_comes_back(text: str) -> None:
    value = marked(1, text)
    made = letter_docx(replace(LETTER, paragraphs=(value,)), DAY, open_faces(), MARK)
    assert letter_text(read(made.docx)).parts[Part.BODY] == (clean_block(held(value)),)


def test_two_hundred_thousand_unbroken_characters_stay_in_proportion(faces: Faces) -> None:
    dice = random.Random(40)
    text = "".join(dice.choices(ATOMS, k=60_000)).replace("\n", "")[:200_000]
    other = "".join(dice.choices(ATOMS, k=60_000)).replace("\n", "")[:200_000]
    words = Words()

    def trip(size: int) -> int:
        made, back = (
            letter_docx(replace(LETTER, paragraphs=(one[:size],)), DAY, faces, MARK).docx
            for one in (text, other)
        )
        return work(lambda: corrected(made, back, words.pieces))

    few, many = trip(20_000), trip(200_000)
    assert many <= 15 * few


def test_many_paragraphs_whose_ends_were_deleted_stay_in_proportion(sent: bytes) -> None:
    one = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>กขค</w:t></w:r></w:p>'

    def reading(count: int) -> int:
        place = "<w:body>"
        long = edited(sent, lambda xml: xml.replace(place, place + one * count))
        return work(lambda: read(long))

    few, many = reading(1_000), reading(10_000)
    assert many <= 12 * few


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"PK\x03\x04" + b"\0" * 50,
        b"%PDF-1.7",
        b"<html>",
        b"\0" * 2_000,
        "ข้อความ".encode(),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes, sent: bytes) -> None:
    assert refusal(content, sent) is Reason.NOT_A_WORD_FILE


def test_an_old_or_locked_file_is_told_apart(sent: bytes) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    assert refusal(old, sent) is Reason.WORD_OLD_OR_LOCKED
    locked = bytearray(sent)
    at = sent.rindex(b"PK\x01\x02", 0, sent.rindex(b"_rels/.rels"))
    locked[at + 8] |= 1
    assert refusal(bytes(locked), sent) is Reason.WORD_OLD_OR_LOCKED


@pytest.mark.parametrize("name", [MAIN, "_rels/.rels", "docProps/custom.xml"])
@pytest.mark.parametrize(
    "entities",
    [
        (b'<!ENTITY b "&a;&a;&a;">', b"b"),
        (b'<!ENTITY b SYSTEM "file:///etc/passwd">', b"b"),
        (b'<!ENTITY % b SYSTEM "http://example.go.th/x.dtd">', b"a"),
    ],
)
def test_no_entity_is_let_in(name: str, entities: tuple[bytes, bytes], sent: bytes) -> None:
    for encoding in ("utf-8", "utf-16"):
        declared = (DOCTYPE % entities).decode().encode(encoding)
        assert refusal(with_parts(sent, {name: declared}), sent) is Reason.NOT_A_WORD_FILE


@pytest.mark.parametrize("name", [MAIN, "_rels/.rels", "docProps/custom.xml"])
@pytest.mark.parametrize("xml", [b"", b"<w:document", b"\xff\xfe\x00", b"<a>\x00</a>", b"<a/><b/>"])
def test_broken_xml_is_refused(name: str, xml: bytes, sent: bytes) -> None:
    assert refusal(with_parts(sent, {name: xml}), sent) is Reason.NOT_A_WORD_FILE


def test_a_bomb_is_not_unpacked(sent: bytes) -> None:
    bomb = with_parts(sent, {MAIN: b"<a>" + b" " * 40_000_000})
    assert len(bomb) < 200_000
    assert refusal(bomb, sent) is Reason.WORD_TOO_LARGE
    said = with_parts(sent, {"docProps/custom.xml": b"<a>" + b" " * 100_000})
    assert refusal(said, sent) is Reason.WORD_TOO_LARGE
    assert refusal(b"PK" * LARGEST, sent) is Reason.WORD_TOO_LARGE


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(sent: bytes) -> None:
    bomb = with_parts(sent, {MAIN: b"<a>" + b" " * 40_000_000})
    real = (40_000_003).to_bytes(4, "little")
    assert bomb.count(real) == 2
    lying = bomb.replace(real, (1_000).to_bytes(4, "little"))
    assert refusal(lying, sent) in {Reason.NOT_A_WORD_FILE, Reason.WORD_TOO_LARGE}


def test_other_ways_of_packing_are_refused(sent: bytes) -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sent)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert refusal(made.getvalue(), sent) is Reason.NOT_A_WORD_FILE


def test_deep_nesting_and_thousands_of_parts_are_refused(sent: bytes) -> None:
    deep = b"<a>" * 50_000 + b"</a>" * 50_000
    assert refusal(with_parts(sent, {MAIN: deep}), sent) is Reason.NOT_A_WORD_FILE
    many = {f"word/{number}.xml": b"" for number in range(5_000)}
    assert refusal(with_parts(sent, dict(many)), sent) is Reason.NOT_A_WORD_FILE


def test_links_macros_and_parts_outside_are_left_alone(sent: bytes) -> None:
    outside = part_of(sent, "_rels/.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="r9" Type="x/attachedTemplate" Target="http://example.go.th/t.dotm"'
        b' TargetMode="External"/></Relationships>',
    )
    live = with_parts(
        sent,
        {
            "_rels/.rels": outside,
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "word/_rels/document.xml.rels": b"<not even xml",
        },
    )
    with reached_outside() as seen:
        told = corrected(sent, live, list)
    assert (told.changes, seen) == ((), [])


@pytest.mark.parametrize("target", ["../../etc/passwd", "/etc/passwd", "http://example.go.th/", ""])
def test_a_text_that_is_said_to_lie_elsewhere_is_not_looked_for(target: str, sent: bytes) -> None:
    elsewhere = part_of(sent, "_rels/.rels").replace(b'"word/document.xml"', f'"{target}"'.encode())
    assert refusal(with_parts(sent, {"_rels/.rels": elsewhere}), sent) is Reason.NOT_A_WORD_FILE


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.data())
def test_a_damaged_file_is_refused_or_read_but_never_fails(data: st.DataObject) -> None:
    whole = letter_docx(LETTER, DAY, open_faces(), MARK).docx
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    for content in (bytes(damaged), bytes(damaged[:cut])):
        with suppress(Refused):
            corrected(whole, content, list)
