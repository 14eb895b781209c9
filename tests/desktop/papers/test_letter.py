"""The acknowledgement letter against the regulation's measures, read from the PDF itself."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdf
import pypdfium2
import pytest
from office import FACTS, SIGNATORY
from paper import Run, lines_of, red_texts
from PIL import Image
from reportlab.lib.units import cm, mm

from desktop.papers import measures as m
from desktop.papers.composing import LetterFacts, compose, letter_of
from desktop.papers.fonts import Faces, installed_files, open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.model import Enclosure
from desktop.papers.words import Words
from desktop.rules.letters import Blank, Finding, LetterDraft, LetterKind
from desktop.rules.office import Garuda
from desktop.rules.wording import WordingFault, filled

DRAFT = LetterDraft(
    1,
    LetterKind.ACKNOWLEDGEMENT,
    "นางปราณี สุขใจ",
    "เรียน",
    1,
    {Blank.PARTICULAR: "กลุ่มอำนวยการ"},
    Finding.IN_AUTHORITY,
)
FACTS_OF_LETTER = LetterFacts(
    office=FACTS,
    signatory=SIGNATORY,
    draft=DRAFT,
    number="ศธ ๐๔๙๙๙/123",
    dated=date(2026, 7, 16),
    type_name="ร้องเรียน",
    channel="โทรศัพท์",
    subject="อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน",
    complaint_number="410/2569",
    registered_on=date(2026, 7, 15),
    tracking="K7M-4Q2-9XB-T",
)


def said(**changes: object) -> LetterFacts:
    """The letter with its draft changed as asked."""
    return replace(FACTS_OF_LETTER, draft=replace(DRAFT, **changes))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(("ตัวอย่าง",))


def render(letter: OfficialLetter, faces: Faces, words: Words) -> bytes:
    return render_letters([letter], faces, words).pdf


def line(lines: list[Run], start: str) -> Run:
    return next(found for found in lines if found[3].startswith(start.replace(" ", "")))


def test_margins_indent_and_centre_line(faces: Faces, words: Words) -> None:
    lines = lines_of(render(letter_of(FACTS_OF_LETTER), faces, words))
    assert line(lines, "เรื่อง")[0] == pytest.approx(m.LEFT, abs=0.6 * mm)
    assert line(lines, "เรียน")[0] == pytest.approx(m.LEFT, abs=0.6 * mm)
    assert line(lines, "ตามที่ท่าน")[0] == pytest.approx(m.LEFT + 2.5 * cm, abs=0.6 * mm)
    assert line(lines, "๑๖กรกฎาคม๒๕๖๙")[0] == pytest.approx(m.PAGE_WIDTH / 2, abs=0.8 * mm)
    assert line(lines, "ขอแสดงความนับถือ")[0] == pytest.approx(m.PAGE_WIDTH / 2, abs=0.8 * mm)
    assert min(found[0] for found in lines) >= m.LEFT - 0.6 * mm
    assert max(found[1] for found in lines) <= m.PAGE_WIDTH - m.RIGHT + 0.6 * mm


def test_line_pitch_and_spaces_between(faces: Faces, words: Words) -> None:
    lines = lines_of(render(letter_of(FACTS_OF_LETTER), faces, words))
    subject, salutation = line(lines, "เรื่อง"), line(lines, "เรียน")
    assert subject[2] - salutation[2] == pytest.approx(m.LINE + 6, abs=1)
    closing, signer = line(lines, "ขอแสดงความนับถือ"), line(lines, "(นายสมคิด")
    assert closing[2] - signer[2] == pytest.approx(4 * m.LINE, abs=1)
    last = line(lines, "จึงเรียนมาเพื่อโปรดทราบ")
    assert last[2] - closing[2] == pytest.approx(m.LINE + 12, abs=1)


def test_the_paper_is_a4_with_embedded_faces_only(faces: Faces, words: Words) -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(letter_of(FACTS_OF_LETTER), faces, words)))
    page = reader.pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (210 * mm, 297 * mm), abs=0.1
    )
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    assert reader.metadata is not None
    assert reader.metadata.title == "ตอบรับการรับเรื่องร้องเรียน"
    assert reader.trailer["/Root"]["/Lang"] == "th-TH"  # type: ignore[index]


def test_the_garuda_is_three_centimetres_high_and_centred(faces: Faces, words: Words) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (90, 100), "black").save(picture, "PNG")
    office = replace(FACTS, garuda=Garuda.IMAGE, garuda_image=picture.getvalue())
    pdf = render(letter_of(replace(FACTS_OF_LETTER, office=office)), faces, words)
    document = pypdfium2.PdfDocument(pdf)
    image = next(o for o in document[0].get_objects() if o.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)
    left, bottom, right, top = image.get_bounds()
    assert top - bottom == pytest.approx(3 * cm, abs=0.1 * cm)
    assert (left + right) / 2 == pytest.approx(m.PAGE_WIDTH / 2, abs=0.5)
    assert m.PAGE_HEIGHT - top == pytest.approx(1.5 * cm, abs=0.3 * cm)
    number = line(lines_of(pdf), "ที่ศธ")
    assert number[2] == pytest.approx(bottom, abs=0.25 * cm)
    document.close()


def test_preprinted_paper_leaves_the_emblems_place_empty(faces: Faces, words: Words) -> None:
    lines = lines_of(render(letter_of(FACTS_OF_LETTER), faces, words))
    assert max(found[2] for found in lines) < m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT + 2


def test_digits_are_thai_and_a_draft_has_neither_number_nor_date(
    faces: Faces, words: Words
) -> None:
    text = "".join(found[3] for found in lines_of(render(letter_of(FACTS_OF_LETTER), faces, words)))
    plain = text.replace("K7M-4Q2-9XB-T", "").replace("law@example.go.th", "")
    assert not re.search("[0-9]", plain)
    draft = replace(FACTS_OF_LETTER, number="", dated=None)
    lines = lines_of(render(letter_of(draft), faces, words))
    assert line(lines, "ที่ศธ")[3].startswith("ที่ศธ๐๔๙๙๙/สำนัก")
    assert not any(found[3][-10:] == "กรกฎาคม๒๕๖๙" and len(found[3]) < 16 for found in lines)


@pytest.mark.parametrize("finding", Finding)
def test_each_outcome_has_its_words(finding: Finding) -> None:
    blanks = {Blank.PARTICULAR: "หน่วยงาน {ทดสอบ}"}
    body = compose(said(finding=finding, blanks=blanks)).paragraphs
    assert "หน่วยงาน {ทดสอบ}" in body[1]
    assert body[-1] == "จึงเรียนมาเพื่อโปรดทราบ"


def test_wording_refuses_a_field_it_does_not_know() -> None:
    assert filled("ก {a} ข", {"a": "{b}"}) == "ก {b} ข"
    with pytest.raises(WordingFault):
        filled("ก {b}", {"a": "x"})


def test_several_pages_carry_numbers_and_catch_words(faces: Faces, words: Words) -> None:
    long = tuple(f"ย่อหน้าที่ {n} " + "ข้อความยาวเพื่อให้เกินหนึ่งหน้า " * 20 for n in range(9))
    rendered = render_letters([letter_of(said(paragraphs=long))], faces, words)
    assert rendered.pages > 1
    first, second = lines_of(rendered.pdf, 0), lines_of(rendered.pdf, 1)
    number = second[0]
    assert number[3] == "-๒-"
    assert (number[0] + number[1]) / 2 == pytest.approx(m.PAGE_WIDTH / 2, abs=1)
    assert m.PAGE_HEIGHT - number[2] == pytest.approx(3 * cm, abs=0.4 * cm)
    catch = first[-1][3]
    assert catch.startswith("/")
    assert catch.endswith("...")
    assert second[1][3].startswith(catch[1:-3])
    last = lines_of(rendered.pdf, rendered.pages - 1)
    closing = next(n for n, found in enumerate(last) if found[3] == "ขอแสดงความนับถือ")
    assert closing >= 3, "two lines of body must stand with the closing"


def test_the_bytes_are_the_same_every_time(faces: Faces, words: Words) -> None:
    letter = letter_of(FACTS_OF_LETTER)
    assert render(letter, faces, words) == render(letter, faces, words)


def test_an_offices_own_sarabun_is_found_first(tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert installed_files([tmp_path / "none", tmp_path]) is None
    for name in ("THSarabunNew.ttf", "THSarabunNew Bold.ttf"):
        (tmp_path / name).write_bytes(b"")
    found = installed_files([tmp_path])
    assert found is not None
    assert found[1].name == "THSarabunNew Bold.ttf"


def test_size_equals_sixteen_points_of_the_regulations_face(faces: Faces) -> None:
    assert faces.size(16) == pytest.approx(10.7, abs=0.1)


def test_secrecy_stands_at_the_top_and_foot_of_every_page_in_red(
    faces: Faces, words: Words
) -> None:
    long = tuple("ข้อความยาวเพื่อให้เกินหนึ่งหน้า " * 30 for _ in range(4))
    letter = replace(letter_of(said(paragraphs=long)), secrecy="ลับ", urgency="ด่วนที่สุด")
    rendered = render_letters([letter], faces, words)
    assert rendered.pages > 1
    for page in range(rendered.pages):
        lines = lines_of(rendered.pdf, page)
        assert lines[0][3] == lines[-1][3] == "ลับ"
        for found in (lines[0], lines[-1]):
            assert (found[0] + found[1]) / 2 == pytest.approx(m.CENTRE, abs=1)
    red = red_texts(rendered.pdf)
    assert set(red) == {"ลับ", "ด่วนที่สุด"}
    assert red["ด่วนที่สุด"] >= faces.size(32) - 0.01
    assert red["ลับ"] > faces.size(16)


def test_enclosures_tell_how_much_at_the_right(faces: Faces, words: Words) -> None:
    letter = replace(
        letter_of(FACTS_OF_LETTER),
        enclosures=(
            Enclosure("สำเนาหนังสือร้องเรียน\nพร้อมภาพถ่าย", "จำนวน ๑ ฉบับ"),
            Enclosure("แผนที่", "จำนวน ๑๒ แผ่น"),
        ),
    )
    lines = lines_of(render(letter, faces, words))
    place = lines.index(line(lines, "สิ่งที่ส่งมาด้วย"))
    texts = [found[3] for found in lines[place : place + 3]]
    assert texts == [
        "สิ่งที่ส่งมาด้วย๑.สำเนาหนังสือร้องเรียนจำนวน๑ฉบับ",
        "พร้อมภาพถ่าย",
        "๒.แผนที่จำนวน๑๒แผ่น",
    ]
    assert lines[place + 2][1] == pytest.approx(m.PAGE_WIDTH - m.RIGHT, abs=1)
    assert lines[place + 1][0] > lines[place + 2][0] > m.LEFT


def test_whom_copies_go_to_is_told(faces: Faces, words: Words) -> None:
    letter = replace(
        letter_of(FACTS_OF_LETTER),
        copies_to="นายอำเภอ\nผู้ใหญ่บ้าน",
        closing="ขอแสดงความนับถืออย่างยิ่ง",
    )
    lines = lines_of(render(letter, faces, words))
    assert line(lines, "ขอแสดงความนับถืออย่างยิ่ง")[0] == pytest.approx(m.CENTRE, abs=1)
    assert [found[3] for found in lines[-2:]] == ["สำเนาส่งนายอำเภอ", "ผู้ใหญ่บ้าน"]
    assert lines[-1][0] > lines[-2][0] + 20


def test_long_words_at_the_sides_leave_the_middle_its_room(faces: Faces, words: Words) -> None:
    letter = replace(
        letter_of(FACTS_OF_LETTER),
        salutation="ขอประทานกราบเรียนด้วยความเคารพอย่างสูงยิ่งมายังท่านผู้มีเกียรติทุกท่าน",
        enclosures=(Enclosure("สำเนาคำร้องเรียน", "จำนวนหนึ่งชุด รวมทั้งสิ้นสี่สิบห้าแผ่นไม่นับปก"),),
        closing="ขอแสดงความนับถืออย่างสูงด้วยความเคารพและระลึกถึงเป็นอย่างยิ่งตลอดมา",
    )
    printed = render_letters([letter], faces, words)
    assert printed.pages == 2
    lines = lines_of(printed.pdf) + lines_of(printed.pdf, 1)
    assert line(lines, "นางปราณี สุขใจ")[0] == pytest.approx(m.LEFT, abs=0.6 * mm)
    assert line(lines, "ขอประทานกราบเรียน")[0] == pytest.approx(m.LEFT, abs=0.6 * mm)
    sent = line(lines, "สิ่งที่ส่งมาด้วย")
    assert sent[3].startswith("สิ่งที่ส่งมาด้วยสำเนาคำร้องเรียนจำนวนหนึ่งชุด")
    assert max(found[1] for found in lines) <= m.PAGE_WIDTH - m.RIGHT + 0.6 * mm
    assert line(lines, "ขอแสดงความนับถือ")[0] == pytest.approx(m.PAGE_WIDTH / 2, abs=0.8 * mm)
