"""Orders and stamped letters: their own elements, in their places."""

from dataclasses import replace

import pytest
from paper import find, lines_of, strokes
from reportlab.lib.units import cm
from specimens import MATTER, ORDER, STAMPED

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.order import render_order
from desktop.papers.stamped import render_stamped
from desktop.papers.words import Words

STAMP = 4.5 * cm
"""The stamp's outer circle (ข้อ ๗๒, แบบที่ ๒๗)."""


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(("ตัวอย่าง",))


def test_an_orders_head_is_centred_above_a_line(faces: Faces, words: Words) -> None:
    subject = "แต่งตั้งคณะกรรมการสืบสวนข้อเท็จจริงกรณีมีการร้องเรียนว่าครูเรียกรับเงินจากผู้ปกครองนักเรียน"
    pdf = render_order(replace(ORDER, subject=subject), faces, words).pdf
    lines = lines_of(pdf)
    texts = [line[3] for line in lines]
    assert texts[0].startswith("คำสั่งสำนักงานเขตพื้นที่")
    assert texts[1] == "ที่๒๔๙/๒๕๖๖"
    assert texts[2].startswith("เรื่องแต่งตั้ง")
    for line in lines[:4]:
        assert line[0] + line[1] == pytest.approx(2 * m.CENTRE, abs=6)
        assert line[0] >= m.LEFT - 1
    [((left, bottom, right, _), dotted)] = strokes(pdf)
    assert not dotted
    assert (left + right) / 2 == pytest.approx(m.CENTRE, abs=1)
    assert right - left < m.TEXT_WIDTH / 2
    assert lines[3][2] > bottom > lines[4][2]


def test_an_order_ends_with_its_days_and_a_name(faces: Faces, words: Words) -> None:
    pdf = render_order(ORDER, faces, words).pdf
    texts = [line[3] for line in lines_of(pdf)]
    place = texts.index("ทั้งนี้ตั้งแต่วันที่๑๕สิงหาคมพ.ศ.๒๕๖๖เป็นต้นไป")
    assert texts[place + 1] == "สั่งณวันที่๑๕สิงหาคมพ.ศ.๒๕๖๖"
    assert texts[place + 2] == "(นายสมคิดตั้งมั่น)"
    name = find(pdf, "(นายสมคิด ตั้งมั่น)")
    assert name.left == pytest.approx(m.CENTRE, abs=1)
    assert find(pdf, "สั่ง ณ วันที่").baseline - name.baseline == pytest.approx(4 * m.LINE, abs=1)


def test_an_order_without_number_and_day_leaves_their_places(faces: Faces, words: Words) -> None:
    pdf = render_order(replace(ORDER, number="", dated=None), faces, words).pdf
    texts = [line[3] for line in lines_of(pdf)]
    assert texts[1] == "ที่/๒๕๖๖"
    assert "สั่งณวันที่พ.ศ.๒๕๖๖" in texts
    year, number = find(pdf, "/๒๕๖๖"), find(pdf, "ที่/")
    assert year.left - number.left > 40


def test_an_order_goes_on_over_pages(faces: Faces, words: Words) -> None:
    rendered = render_order(replace(ORDER, body=(MATTER,) * 12), faces, words)
    assert rendered.pages == 2
    second = [line[3] for line in lines_of(rendered.pdf, 1)]
    assert second[0] == "-๒-"
    assert second.index("(นายสมคิดตั้งมั่น)") >= 4


def test_a_stamped_letter_is_unsigned(faces: Faces, words: Words) -> None:
    pdf = render_stamped([STAMPED], faces, words).pdf
    lines = lines_of(pdf)
    texts = [line[3] for line in lines]
    assert texts[:2] == ["ที่ศธ๐๔๙๙๙/๔๕", "ถึงโรงเรียนบ้านตัวอย่าง"]
    whole = "".join(texts)
    assert not any(word in whole for word in ("เรื่อง ", "เรียนผู้", "ขอแสดงความนับถือ", "("))
    last = texts.index("จึงแจ้งมาเพื่อทราบ")
    assert texts[last + 1].startswith("สำนักงานเขตพื้นที่")
    assert texts[last + 2] == "๑๖กรกฎาคม๒๕๖๙"
    assert texts[last + 3] == "กลุ่มกฎหมายและคดี"
    assert texts[last + 4].startswith("โทร.")
    assert lines[last + 1][0] >= m.CENTRE - 1


@pytest.mark.parametrize("lines", range(8, 28, 2))
def test_the_stamps_place_is_free(lines: int, faces: Faces, words: Words) -> None:
    body = ("\n".join(["บรรทัด"] * lines), "จึงแจ้งมาเพื่อทราบ")
    rendered = render_stamped([replace(STAMPED, body=body)], faces, words)
    page = rendered.pages - 1
    last = find(rendered.pdf, "จึงแจ้งมา", page)
    unit = find(rendered.pdf, "กลุ่มกฎหมาย", page)
    # From what hangs below the text to what stands above the unit's letters.
    assert last.baseline - unit.baseline - 16 >= STAMP
