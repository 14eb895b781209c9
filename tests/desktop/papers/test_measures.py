"""The letter and the memo against the rules' own numbers, as another library reads them.

R and L, M, P: the rows of the office rules. Numbers are the rules' own, not the program's.
"""

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from office import FACTS, SIGNATORY
from paper import Run, find, lines_of, pictures, red_texts, size_of, strokes
from PIL import Image

from desktop.papers.fonts import Faces, open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.memo import Memo, render_memo
from desktop.papers.model import Enclosure, Heading
from desktop.papers.order import Order, render_order
from desktop.papers.stamped import StampedLetter, render_stamped
from desktop.papers.words import Words
from desktop.rules.office import Garuda

CM = 72 / 2.54
WIDTH, HEIGHT = 21.0 * CM, 29.7 * CM
ENTER = 16 * 1.27
"""Single spacing of TH Sarabun New at 16 pt: its ascent and descent are 1.27 em."""
TENTH = 0.1 * CM
TEXT = (
    "ด้วยกลุ่มกฎหมายและคดีได้รับเรื่องร้องเรียนจากผู้ปกครองนักเรียนโรงเรียนบ้านตัวอย่าง "
    "เกี่ยวกับอาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนัก "
    "ครูและนักเรียนต้องช่วยกันขนย้ายโต๊ะเก้าอี้ ทำให้เสียเวลาเรียนเป็นประจำทุกปี "
)
LONG_SUBJECT = (
    "ขอให้ชี้แจงข้อเท็จจริงกรณีอาคารเรียนหลังคารั่วและน้ำท่วมห้องเรียนของโรงเรียนบ้านตัวอย่าง "
    "อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง"
)


def emblem() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (93, 100), "black").save(picture, "PNG")
    return picture.getvalue()


LETTER = OfficialLetter(
    number="ศธ 04999/123",
    office=FACTS.name,
    address=tuple(FACTS.address.splitlines()),
    dated=date(2026, 7, 16),
    subject=LONG_SUBJECT,
    salutation="เรียน",
    recipient="ผู้อำนวยการโรงเรียนบ้านตัวอย่าง",
    paragraphs=(TEXT * 2, "ในการนี้ " + TEXT, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    signer=SIGNATORY.name,
    position=SIGNATORY.position,
    unit=FACTS.group,
    phone=FACTS.phone,
    references=("หนังสือโรงเรียนบ้านตัวอย่าง ที่ ศธ ๐๔๙๙๙.๐๑/๑๒ ลงวันที่ ๑ กรกฎาคม ๒๕๖๙",),
    enclosures=(Enclosure("สำเนาหนังสือร้องเรียน", "จำนวน ๑ ฉบับ"), Enclosure("ภาพถ่าย")),
    copies_to="นายอำเภอเมืองตัวอย่าง",
    urgency="ด่วนที่สุด",
    secrecy="ลับ",
    garuda=Garuda.IMAGE,
    garuda_image=emblem(),
)
MEMO = Memo(
    office=f"{FACTS.name} กลุ่มกฎหมายและคดี โทรภายใน 115",
    number="",
    dated=date(2023, 10, 12),
    subject=LONG_SUBJECT,
    salutation="เรียน",
    recipient=SIGNATORY.position,
    body=(Heading("เรื่องเดิม/ข้อเท็จจริง"), TEXT * 2, "ในการนี้ " + TEXT, "จึงเรียนมาเพื่อโปรดทราบ"),
    signer="นายสมชาย ใจกล้า",
    position="ผู้อำนวยการกลุ่มกฎหมายและคดี",
    urgency="ด่วนที่สุด",
    secrecy="ลับ",
    garuda=Garuda.IMAGE,
    garuda_image=emblem(),
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(("ตัวอย่าง",))


@pytest.fixture(scope="module")
def letter(faces: Faces, words: Words) -> bytes:
    return render_letters([replace(LETTER, urgency="", secrecy="")], faces, words).pdf


@pytest.fixture(scope="module")
def memo(faces: Faces, words: Words) -> bytes:
    return render_memo(replace(MEMO, urgency="", secrecy=""), faces, words).pdf


@pytest.fixture(scope="module")
def long_letter(faces: Faces, words: Words) -> bytes:
    longer = replace(LETTER, paragraphs=(TEXT * 3,) * 8)
    return render_letters([longer], faces, words).pdf


@pytest.fixture(params=["letter", "memo"])
def paper(request: pytest.FixtureRequest) -> bytes:
    pdf: bytes = request.getfixturevalue(request.param)
    return pdf


def body(lines: list[Run]) -> list[Run]:
    """The lines of the first paragraph."""
    start = next(n for n, line in enumerate(lines) if line[3].startswith("ด้วยกลุ่ม"))
    end = next(n for n, line in enumerate(lines) if line[3].startswith("ในการนี้"))
    return lines[start:end]


def before(pdf: bytes, upper: str, lower: str) -> float:
    """Points between the baselines of two texts."""
    return find(pdf, upper).baseline - find(pdf, lower).baseline


def test_r1_l1_the_paper_is_a4(paper: bytes) -> None:
    assert size_of(paper) == pytest.approx((WIDTH, HEIGHT), abs=0.1)


def test_r2_r3_r5_l2_l3_margins_leave_sixteen_centimetres(paper: bytes) -> None:
    lines = lines_of(paper)
    full = body(lines)[1]
    assert full[0] == pytest.approx(3 * CM, abs=TENTH)
    assert full[1] == pytest.approx(WIDTH - 2 * CM, abs=TENTH)
    assert full[1] - full[0] == pytest.approx(16 * CM, abs=TENTH)
    assert min(line[0] for line in lines) >= 3 * CM - TENTH
    assert max(line[1] for line in lines) <= WIDTH - 2 * CM + TENTH
    for (left, _, right, _), _ in strokes(paper):
        assert 3 * CM - TENTH <= left < right <= WIDTH - 2 * CM + TENTH


def test_r4_l5_lines_are_single_spaced(paper: bytes) -> None:
    pitches = [above[2] - below[2] for above, below in pairwise(body(lines_of(paper)))]
    assert len(pitches) >= 3
    assert pitches == [pytest.approx(ENTER, abs=1.1)] * len(pitches)
    assert sum(pitches) / len(pitches) == pytest.approx(ENTER, abs=0.4)


def test_r6_l6_the_body_is_as_large_as_sixteen_points_of_th_sarabun(
    paper: bytes, faces: Faces
) -> None:
    found = find(paper, "ด้วยกลุ่ม")
    measure = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา ที่ ๐๐๑๗/๒๕๖๙ เรื่อง การร้องเรียน"
    assert faces.regular.width(measure) / 1000 * found.size == pytest.approx(20.486 * 16, rel=0.002)
    assert "Sarabun" in found.face


def test_r7_r9_l7_l8_the_letters_garuda(letter: bytes) -> None:
    [(left, bottom, right, top)] = pictures(letter)
    assert top - bottom == pytest.approx(3 * CM, abs=TENTH)
    assert (left + right) / 2 == pytest.approx(WIDTH / 2, abs=TENTH)
    assert HEIGHT - top == pytest.approx(1.5 * CM, abs=0.3 * CM)


def test_r8_r9_l7_l8_m1_the_memos_garuda(memo: bytes) -> None:
    [(left, bottom, _, top)] = pictures(memo)
    assert top - bottom == pytest.approx(1.5 * CM, abs=TENTH)
    assert left == pytest.approx(3 * CM, abs=TENTH)
    assert HEIGHT - top == pytest.approx(1.5 * CM, abs=0.3 * CM)


def test_l7_orders_and_stamped_letters_bear_the_large_garuda(faces: Faces, words: Words) -> None:
    order = Order("กรม", "1", 2569, "ก", (TEXT,), None, "นายก", "อธิบดี")
    order = replace(order, garuda=Garuda.IMAGE, garuda_image=emblem())
    stamped = StampedLetter("ศธ 1/2", "กรม", (TEXT,), "กอง", None, "ฝ่าย", "")
    stamped = replace(stamped, garuda=Garuda.IMAGE, garuda_image=emblem())
    for pdf in (
        render_order(order, faces, words).pdf,
        render_stamped([stamped], faces, words).pdf,
    ):
        [(left, bottom, right, top)] = pictures(pdf)
        assert top - bottom == pytest.approx(3 * CM, abs=TENTH)
        assert (left + right) / 2 == pytest.approx(WIDTH / 2, abs=TENTH)


def test_l9_all_is_black_but_the_classes(
    letter: bytes, memo: bytes, faces: Faces, words: Words
) -> None:
    assert red_texts(letter) == red_texts(memo) == {}
    classed = render_letters([LETTER], faces, words).pdf
    assert set(red_texts(classed)) == {"ลับ", "ด่วนที่สุด"}


def test_l19_p7_paper_that_bears_the_emblem_and_following_pages_get_none(
    faces: Faces, words: Words, long_letter: bytes
) -> None:
    preprinted = replace(LETTER, garuda=Garuda.PREPRINTED)
    assert pictures(render_letters([preprinted], faces, words).pdf) == []
    assert pictures(long_letter, 0)
    assert pictures(long_letter, 1) == []


def test_r10_m2_the_memos_title(memo: bytes, faces: Faces) -> None:
    title = find(memo, "บันทึกข้อความ")
    assert title.size == pytest.approx(faces.size(29), abs=0.01)
    assert "SemiBold" in title.face
    assert (title.left + title.right) / 2 == pytest.approx(WIDTH / 2, abs=TENTH)
    assert title.baseline - find(memo, "ส่วนราชการ").baseline == pytest.approx(35, abs=0.1)


def test_r11_m3_the_memos_labels(memo: bytes, faces: Faces) -> None:
    for label, value in (
        ("ส่วนราชการ", "สำนักงานเขตพื้นที่การศึกษา"),
        ("วันที่", "๑๒ ตุลาคม ๒๕๖๖"),
        ("เรื่อง", "ขอให้ชี้แจง"),
    ):
        found = find(memo, f"{label}{value}")
        assert found.size == pytest.approx(faces.size(20), abs=0.01)
        assert "SemiBold" in found.face
        assert find(memo, value).size == pytest.approx(faces.size(16), abs=0.01)
        assert find(memo, value).baseline == pytest.approx(found.baseline, abs=0.1)


def test_r11_m4_dots_lead_to_the_margin_and_nothing_is_ruled(memo: bytes) -> None:
    drawn = strokes(memo)
    assert drawn
    assert all(dotted for _, dotted in drawn)
    lines = lines_of(memo)
    second = next(n for n, line in enumerate(lines) if line[3].startswith("เรื่อง")) + 1
    assert lines[second][0] == pytest.approx(find(memo, "ขอให้ชี้แจง").left, abs=0.1)
    for label in ("ส่วนราชการ", "วันที่", "เรื่อง"):
        y = find(memo, label).baseline
        right = max(box[2] for box, _ in drawn if 0 < y - box[1] < 6)
        assert right == pytest.approx(WIDTH - 2 * CM, abs=TENTH)


def test_m5_m6_number_and_date_share_a_line(memo: bytes) -> None:
    assert find(memo, "โทรภายใน ๑๑๕").left > 3 * CM
    lines = lines_of(memo)
    shared = next(line for line in lines if line[3] == "ที่วันที่๑๒ตุลาคม๒๕๖๖")
    assert shared[0] == pytest.approx(3 * CM, abs=TENTH)
    assert find(memo, "วันที่๑๒").left == pytest.approx(WIDTH / 2, abs=TENTH)


def test_r12_l11_m7_m8_spaces_before_fields_and_paragraphs(letter: bytes, memo: bytes) -> None:
    wanted = pytest.approx(ENTER + 6, abs=0.5)
    assert before(letter, "๑๖ กรกฎาคม ๒๕๖๙", "เรื่อง") == wanted
    assert before(letter, "จังหวัดตัวอย่าง\nเรียน", "เรียน ผู้อำนวยการ") == wanted
    assert before(letter, "เรียน ผู้อำนวยการ", "อ้างถึง") == wanted
    assert before(letter, "อ้างถึง", "สิ่งที่ส่งมาด้วย") == wanted
    assert before(letter, "๒. ภาพถ่าย", "ด้วยกลุ่ม") == wanted
    assert before(memo, "เรียน ผู้อำนวยการ", "เรื่องเดิม/") == wanted
    assert before(memo, "เรื่องเดิม/", "ด้วยกลุ่ม") == wanted
    for pdf in (letter, memo):
        above = body(lines_of(pdf))[-1][2]
        assert above - find(pdf, "ในการนี้").baseline == pytest.approx(ENTER + 6, abs=1.1)
    head = lines_of(memo)
    place = next(n for n, line in enumerate(head) if line[3].startswith("เรียนผู้อำนวยการ"))
    assert head[place - 1][2] - head[place][2] == pytest.approx(ENTER + 6, abs=1.1)
    assert find(memo, "เรียน ผู้อำนวยการ").face == find(memo, "ด้วยกลุ่ม").face


def test_r13_l10_m8_paragraphs_are_indented(paper: bytes) -> None:
    for opening in ("ด้วยกลุ่ม", "ในการนี้", "จึงเรียนมา"):
        assert find(paper, opening).left == pytest.approx((3 + 2.5) * CM, abs=TENTH)


def test_r14_r15_l12_l13_l15_the_letters_closing(letter: bytes) -> None:
    closing = find(letter, "ขอแสดงความนับถือ")
    assert closing.left == pytest.approx(WIDTH / 2, abs=TENTH)
    assert closing.left - 3 * CM == pytest.approx(7.5 * CM, abs=TENTH)
    assert before(letter, "จึงเรียนมา", "ขอแสดง") == pytest.approx(ENTER + 12, abs=0.5)
    assert before(letter, "ขอแสดง", f"({SIGNATORY.name})") == pytest.approx(4 * ENTER, abs=0.5)


def test_m9_the_memo_is_signed_without_a_closing_word(memo: bytes) -> None:
    assert not any("ขอแสดง" in line[3] for line in lines_of(memo))
    assert find(memo, "(นายสมชาย").left == pytest.approx(WIDTH / 2, abs=TENTH)
    assert before(memo, "จึงเรียนมา", "(นายสมชาย") == pytest.approx(4 * ENTER, abs=0.5)


def test_m11_the_memos_headings_are_bold_at_the_margin(memo: bytes, faces: Faces) -> None:
    heading = find(memo, "เรื่องเดิม/ข้อเท็จจริง")
    assert heading.left == pytest.approx(3 * CM, abs=TENTH)
    assert heading.size == pytest.approx(faces.size(16), abs=0.01)
    assert "SemiBold" in heading.face


def test_letter_elements_1_to_4_stand_around_the_emblem(letter: bytes) -> None:
    [(_, bottom, right, _)] = pictures(letter)
    number, office = find(letter, "ที่ ศธ ๐๔๙๙๙/๑๒๓"), find(letter, FACTS.name[:10])
    assert number.left == pytest.approx(3 * CM, abs=TENTH)
    assert number.baseline == pytest.approx(bottom, abs=0.25 * CM)
    assert office.left > right
    assert office.baseline == pytest.approx(number.baseline, abs=0.1)
    for line in ("๑๒๓ หมู่ ๔", "อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๒๒๐๐๐"):
        assert find(letter, line).left == pytest.approx(office.left, abs=0.1)
    assert find(letter, "๑๖ กรกฎาคม ๒๕๖๙").left == pytest.approx(WIDTH / 2, abs=TENTH)


def test_letter_elements_5_to_8_hang_beside_their_labels(letter: bytes) -> None:
    for label in ("เรื่อง ขอให้", "เรียน ผู้", "อ้างถึง", "สิ่งที่ส่งมาด้วย"):
        assert find(letter, label).left == pytest.approx(3 * CM, abs=TENTH)
    lines = lines_of(letter)
    second = next(n for n, line in enumerate(lines) if line[3].startswith("เรื่อง")) + 1
    assert lines[second][0] == pytest.approx(find(letter, "ขอให้ชี้แจง").left, abs=0.1)
    count = find(letter, "จำนวน ๑ ฉบับ")
    assert count.right == pytest.approx(WIDTH - 2 * CM, abs=TENTH)
    assert count.baseline == pytest.approx(find(letter, "๑. สำเนาหนังสือ").baseline, abs=0.1)
    assert find(letter, "๒. ภาพถ่าย").left == pytest.approx(find(letter, "๑. สำเนา").left, abs=0.1)


def test_letter_elements_11_to_14_end_it(letter: bytes, faces: Faces) -> None:
    name = find(letter, f"({SIGNATORY.name})")
    position = find(letter, f"{SIGNATORY.position}{FACTS.group}")
    middles = [
        found.left + faces.regular.width(text) / 2000 * found.size
        for text, found in (
            ("ขอแสดงความนับถือ", find(letter, "ขอแสดงความนับถือ")),
            (f"({SIGNATORY.name})", name),
            (SIGNATORY.position, position),
        )
    ]
    assert middles == [pytest.approx(middles[0], abs=TENTH / 2)] * 3
    assert name.baseline - position.baseline == pytest.approx(ENTER, abs=0.5)
    unit = find(letter, f"{FACTS.group}โทร.")
    assert 2 * ENTER - 0.5 <= position.baseline - unit.baseline <= 4 * ENTER + 0.5
    for start in (f"{FACTS.group}โทร.", "โทร.", "สำเนาส่ง"):
        assert find(letter, start).left == pytest.approx(3 * CM, abs=TENTH)
    assert lines_of(letter)[-1][3].startswith("สำเนาส่ง")


def test_l17_l18_r17_digits_and_dates_are_thai(paper: bytes) -> None:
    whole = "".join(line[3] for line in lines_of(paper))
    assert not re.search("[0-9]", whole)
    assert "กรกฎาคม๒๕๖๙" in whole or "ตุลาคม๒๕๖๖" in whole


def test_p2_m10_element_0_speed_and_secrecy_are_red_and_large(faces: Faces, words: Words) -> None:
    for pdf in (
        render_letters([LETTER], faces, words).pdf,
        render_memo(MEMO, faces, words).pdf,
    ):
        red = red_texts(pdf)
        assert red["ด่วนที่สุด"] >= faces.size(32) - 0.01
        assert red["ลับ"] > faces.size(16)
        assert "SemiBold" in find(pdf, "ด่วนที่สุด").face
        [(left, bottom, right, top)] = pictures(pdf)
        speed = find(pdf, "ด่วนที่สุด")
        assert bottom < speed.baseline + 12
        assert speed.baseline < top
        assert speed.right < left or speed.left > right
        lines = lines_of(pdf)
        assert lines[0][3] == lines[-1][3] == "ลับ"
        assert lines[0][2] > top
        assert lines[-1][2] < 2 * CM
    memo = render_memo(MEMO, faces, words).pdf
    title, speed = find(memo, "บันทึกข้อความ"), find(memo, "ด่วนที่สุด")
    assert speed.right < title.left


def test_r16_p4_r18_p5_p6_pages_are_numbered_and_joined(faces: Faces, words: Words) -> None:
    longer = replace(LETTER, paragraphs=(TEXT * 3,) * 8, urgency="", secrecy="")
    rendered = render_letters([longer], faces, words)
    assert rendered.pages >= 3
    pages = [lines_of(rendered.pdf, page) for page in range(rendered.pages)]
    assert not any(line[3] == "-๑-" for line in pages[0])
    for number, (ended, begun) in enumerate(pairwise(pages), 2):
        top = begun[0]
        assert top[3] == f"-{'๐๑๒๓๔๕๖๗๘๙'[number]}-"
        assert (top[0] + top[1]) / 2 == pytest.approx(WIDTH / 2, abs=TENTH)
        assert HEIGHT - top[2] == pytest.approx(3 * CM, abs=TENTH)
        catch = ended[-1]
        assert re.fullmatch(r"/.+\.\.\.", catch[3])
        assert begun[1][3].startswith(catch[3][1:-3])
        assert catch[1] == pytest.approx(WIDTH - 2 * CM, abs=TENTH)
        assert ended[-2][2] - catch[2] == pytest.approx(3 * ENTER, abs=1.1)
    closing = next(n for n, line in enumerate(pages[-1]) if line[3] == "ขอแสดงความนับถือ")
    assert closing >= 3


def test_r19_no_line_is_broken_inside_a_word(paper: bytes, words: Words) -> None:
    ends, place = {0}, 0
    for piece in words.pieces((TEXT * 2).strip()):
        place += len(re.sub(r"\s", "", piece))
        ends.add(place)
    place = 0
    lines = body(lines_of(paper))
    assert len(lines) >= 3
    for line in lines:
        place += len(line[3])
        assert place in ends, line[3]
