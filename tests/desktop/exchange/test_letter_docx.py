"""A letter as a Word file: the regulation's measures, the print's words, each part marked."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx.shared import Pt
from office import FACTS, SIGNATORY
from paper import pages_of
from PIL import Image
from specimens import LETTER, LONG, ORDER, STAMPED
from word import DAY, MARK, MEMO, OURS, W, opened, part_of, root_of, shown

from desktop.exchange.letter_docx import letter_docx, memo_docx, order_docx, stamped_docx
from desktop.exchange.word_marks import TAGS
from desktop.exchange.word_text import properties_of
from desktop.papers import measures as m
from desktop.papers.composing import letter_of, memo_of, order_of
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.letter import render_letters
from desktop.papers.memo import render_memo
from desktop.papers.order import render_order
from desktop.papers.sample import SAMPLE_DAY, sample_facts
from desktop.papers.stamped import render_stamped
from desktop.papers.words import Words
from desktop.rules.letters import SPECS, Form, LetterKind
from desktop.rules.office import Garuda
from desktop.rules.wording import OfficeWording


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


def emblem() -> bytes:
    picture = BytesIO()
    Image.new("RGB", (100, 110)).save(picture, "png")
    return picture.getvalue()


def letter(faces: Faces, **changes: Any) -> bytes:
    return letter_docx(replace(LETTER, **changes), DAY, faces, MARK).docx


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_says_in_word_what_it_says_in_print(kind: LetterKind, faces: Faces) -> None:
    facts = replace(sample_facts(OfficeWording(kind, 0, {}), FACTS), signatory=SIGNATORY)
    words = Words()
    form = SPECS[kind].form
    if form is Form.MEMO:
        made = memo_docx(memo_of(facts), DAY, faces, MARK)
        pdf = render_memo(memo_of(facts), faces, words).pdf
    elif form is Form.ORDER:
        made = order_docx(order_of(facts, SAMPLE_DAY), DAY, faces, MARK)
        pdf = render_order(order_of(facts, SAMPLE_DAY), faces, words).pdf
    else:
        made = letter_docx(letter_of(facts), DAY, faces, MARK)
        pdf = render_letters([letter_of(facts)], faces, words).pdf
    (page,) = pages_of(pdf)
    assert shown(made.docx) == page
    assert made.replaced == ()


def test_stamped_letters_and_classes_say_the_same(faces: Faces) -> None:
    stamped = replace(STAMPED, urgency="ด่วน")
    (page,) = pages_of(render_stamped([stamped], faces, Words()).pdf)
    assert shown(stamped_docx(stamped, DAY, faces, MARK).docx) == page
    secret = letter(faces, secrecy="ลับ", urgency="ด่วนที่สุด", acting_for="รักษาราชการแทน")
    assert shown(secret).startswith("ด่วนที่สุดที่ศธ")
    for name in ("header1", "header2", "footer1", "footer2"):
        said = "".join(node.text for node in root_of(secret, f"word/{name}.xml").iter(f"{W}t"))
        assert said in {"ลับ", "ลับ- ๒ -"}
    reds = list(root_of(secret).iter(f"{W}color"))
    assert {node.get(f"{W}val") for node in reds} == {"C70D0D"}


def test_the_moment_to_arrive_by_stands_above_the_number(faces: Faces) -> None:
    made = letter(faces, urgency="ด่วนภายใน", within=("๑๕ ก.ค. ๒๕๖๙", "๑๓.๓๐ น."))
    frames = [dict(node.attrib) for node in root_of(made).iter(f"{W}framePr")]
    assert len(frames) == 3
    assert frames[1:] == frames[:-1]
    assert int(frames[0][f"{W}y"]) > 0
    assert shown(made).startswith("ด่วนภายใน๑๕ก.ค.๒๕๖๙๑๓.๓๐น.ที่ศธ")


def test_paper_margins_and_faces_are_the_regulations(faces: Faces) -> None:
    made = letter(faces)
    section = opened(made).sections[0]
    edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    lengths = (section.page_width, section.page_height, *edges)
    assert [length.cm for length in lengths] == near((21, 29.7, 3, 2, 2.5, 2))
    defaults = root_of(made, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    told = {node.tag.removeprefix(W): dict(node.attrib) for node in defaults}
    assert set(told["rFonts"].values()) == {"TH SarabunPSK"}
    assert {key.removeprefix(W) for key in told["rFonts"]} == {"ascii", "hAnsi", "eastAsia", "cs"}
    assert told["sz"] == told["szCs"] == {f"{W}val": "32"}
    assert set(told["lang"].values()) == {"th-TH"}
    assert b"TH Sarabun New" in part_of(made, "word/fontTable.xml")
    assert b"thaiNumbers" in part_of(made)
    assert b"bidiVisual" not in part_of(made)
    assert b"<w:rtl" not in part_of(made)


def paragraph(made: bytes, begins: str) -> Any:
    return next(p for p in opened(made).paragraphs if p.text.startswith(begins))


def near(wanted: Any) -> Any:
    """Word counts in twentieths of a point."""
    return pytest.approx(wanted, abs=0.05)


def points(length: Any) -> float:
    return float(length.pt)


def test_lines_stand_where_they_are_printed(faces: Faces) -> None:
    made = letter(faces)
    body = paragraph(made, "ด้วยกลุ่ม")
    assert body.alignment.name == "THAI_JUSTIFY"
    assert b'w:jc w:val="thaiDistribute"' in part_of(made)
    about = body.paragraph_format
    assert points(about.first_line_indent) == near(m.INDENT)
    assert (points(about.space_before), points(about.line_spacing)) == near((m.BEFORE, m.LINE))
    beside = near(m.CENTRE - m.LEFT)
    closing = paragraph(made, "ขอแสดง").paragraph_format
    assert points(closing.left_indent) == beside
    assert points(closing.space_before) == m.BEFORE_CLOSING
    assert points(paragraph(made, "๑๖ กรกฎาคม").paragraph_format.left_indent) == beside
    number = paragraph(made, "ที่ ศธ")
    assert number.text == f"ที่ ศธ ๐๔๙๙๙/๑๒๓\t{FACTS.name}"
    assert points(number.paragraph_format.left_indent) == near(m.ADDRESS_LEFT - m.LEFT)
    name = paragraph(made, "(").paragraph_format
    middle = (name.left_indent.pt + m.TEXT_WIDTH - name.right_indent.pt) / 2 + m.LEFT
    assert middle > m.CENTRE
    lines = [p.text for p in opened(made).paragraphs]
    place = lines.index("ขอแสดงความนับถือ")
    assert lines[place + 1 : place + m.SIGNATURE_LINES] == [""] * (m.SIGNATURE_LINES - 1)
    assert lines[place + m.SIGNATURE_LINES] == f"({SIGNATORY.name})"


def test_the_emblem_has_its_size_and_place(faces: Faces) -> None:
    for made, height, left in (
        (letter(faces, garuda=Garuda.IMAGE, garuda_image=emblem()), m.GARUDA_HEIGHT, None),
        (
            memo_docx(
                replace(MEMO, garuda=Garuda.IMAGE, garuda_image=emblem()), DAY, faces, MARK
            ).docx,
            m.MEMO_GARUDA,
            m.LEFT,
        ),
    ):
        anchors = [node for node in root_of(made).iter() if node.tag.endswith("}anchor")]
        (anchor,) = anchors
        told = {node.tag.rpartition("}")[2]: node for node in anchor.iter()}
        wide, high = (int(told["extent"].get(side)) for side in ("cx", "cy"))
        assert abs(high - Pt(height)) <= 1
        across, down = (int(node.text) for node in anchor.iter() if node.tag.endswith("posOffset"))
        wanted = (Pt(m.PAGE_WIDTH) - wide) // 2 if left is None else Pt(left)
        assert abs(across - wanted) <= 1
        assert abs(down - Pt(m.GARUDA_TOP)) <= 1
    plain = letter(faces, garuda=Garuda.IMAGE, garuda_image=None)
    assert b"anchor" not in part_of(plain)


def test_memo_lines_are_on_dots_to_the_margin(faces: Faces) -> None:
    made = memo_docx(MEMO, DAY, faces, MARK).docx
    (title,) = [p for p in opened(made).paragraphs if "บันทึกข้อความ" in p.text]
    assert title.text == "\tด่วน\tบันทึกข้อความ"
    assert title.runs[-1].font.size == Pt(m.TITLE_SIZE)
    subject = paragraph(made, "เรื่อง\t")
    label, _, value = subject.runs
    assert (label.bold, label.font.size) == (True, Pt(m.LABEL_SIZE))
    assert value.text == "ขออนุมัติ\t"
    assert value.underline.name == "DOTTED"
    assert points(subject.paragraph_format.tab_stops[-1].position) == near(m.TEXT_WIDTH)


def test_parts_are_bookmarked_and_styled_and_the_file_says_whose_it_is(faces: Faces) -> None:
    made = letter(faces, copies_to="นายอำเภอ")
    names = [node.get(f"{W}name") for node in root_of(made).iter(f"{W}bookmarkStart")]
    assert sorted(names) == sorted(TAGS)
    told = properties_of(part_of(made, "docProps/custom.xml"))
    assert told.keys() == OURS
    assert set(told.values()) == {"42/2569", "result", "ร่างนี้"}
    about = opened(made).core_properties
    assert (about.title, about.author, about.comments) == (LETTER.subject, FACTS.name, "")
    assert about.created is not None
    assert about.created.date() == DAY
    assert b"thumbnail" not in part_of(made, "_rels/.rels")


def test_the_last_lines_stay_with_the_closing(faces: Faces) -> None:
    made = letter_docx(LONG, DAY, faces, MARK).docx
    bodies = [p for p in opened(made).paragraphs if p.style.name == "LetterBody"]
    kept = [p.paragraph_format.keep_with_next for p in bodies]
    assert kept == [False] * (len(bodies) - m.CLOSING_LINES) + [True] * m.CLOSING_LINES


def test_orders_have_their_line_and_tables_their_head(faces: Faces) -> None:
    made = order_docx(ORDER, DAY, faces, MARK).docx
    (border,) = root_of(made).iter(f"{W}pBdr")
    assert border[0].tag == f"{W}bottom"
    memo = memo_docx(MEMO, DAY, faces, MARK).docx
    (table,) = opened(memo).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["ที่", "รายการ"],
        ["๑", "เอกสาร"],
    ]
    assert len(list(root_of(memo).iter(f"{W}tblHeader"))) == 1


def test_what_no_word_file_can_hold_is_replaced_and_told(faces: Faces) -> None:
    made = letter_docx(replace(LETTER, subject="ก\x07ข\ufffeค\ud800"), DAY, faces, MARK)
    assert made.replaced == ("\x07", "\ufffe", "\ud800")
    assert "ก◊ข◊ค◊" in shown(made.docx)
