"""Memos of several pages: where they break, and what is said at the break."""

from dataclasses import replace
from itertools import pairwise

import pytest
from paper import Run, lines_of
from pmqa_memo import PMQA_MEMO

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.memo import Memo, render_memo
from desktop.papers.model import Block, Heading, Item, Paragraph, TableBlock, TableColumn
from desktop.papers.words import Words

LINE = "ข้อความของย่อหน้านี้ยาวพอที่จะเต็มบรรทัดและขึ้นบรรทัดใหม่เสมอ "


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(("จันทบุรี", "สมชาย", "ใจกล้า"))


def pages(memo: Memo, faces: Faces, words: Words) -> list[list[Run]]:
    rendered = render_memo(memo, faces, words)
    assert rendered.unprintable == ()
    return [lines_of(rendered.pdf, number) for number in range(rendered.pages)]


def starting(lines: list[Run], start: str) -> int:
    return next(n for n, found in enumerate(lines) if found[3].startswith(start))


def test_a_real_memo_goes_on_rightly(faces: Faces, words: Words) -> None:
    printed = pages(PMQA_MEMO, faces, words)
    assert len(printed) >= 2
    for number, (before, after) in enumerate(pairwise(printed), 2):
        assert after[0][3] == f"-{'๐๑๒๓๔๕๖๗๘๙'[number]}-"
        catch = before[-1][3]
        assert catch.startswith("/")
        assert catch.endswith("...")
        told = catch[1:-3]
        assert any(told in found[3] for found in after[1:3]), "the next page begins so"
        assert before[-2][2] - before[-1][2] == pytest.approx(m.CATCH_WORD_LINES * m.LINE, abs=3)
    assert not printed[0][0][3].startswith("-")
    for lines in printed:
        assert min(found[0] for found in lines) >= m.LEFT - 1
        assert max(found[1] for found in lines) <= m.PAGE_WIDTH - m.RIGHT + 1
        assert min(found[2] for found in lines) >= m.BOTTOM - m.LINE
    last = printed[-1]
    assert starting(last, "(นายสมชาย") >= 3, "two lines of body stand with the signature"
    assert not any("ขอแสดงความนับถือ" in found[3] for lines in printed for found in lines)


def test_a_real_memo_repeats_its_tables_head(faces: Faces, words: Words) -> None:
    printed = pages(PMQA_MEMO, faces, words)
    heads = [lines for lines in printed if any(f[3] == "ระดับแนวทางดำเนินการตัวอย่าง" for f in lines)]
    assert len(heads) >= 2
    for lines in heads[1:]:
        assert lines[1][3] == "ระดับแนวทางดำเนินการตัวอย่าง"
    whole = "".join(found[3] for lines in printed for found in lines)
    for told in ("Basic", "Advance", "Significance", "ข้อกำหนดหรือเอกสารที่เกี่ยวข้อง"):
        assert whole.count(told) == 1


@pytest.mark.parametrize("lines", range(14, 34))
def test_a_heading_keeps_two_lines_below_it(lines: int, faces: Faces, words: Words) -> None:
    filler = Paragraph("\n".join(["บรรทัด"] * lines))
    body = (filler, Heading("หัวข้อ"), "ย่อหน้าสั้น", "ย่อหน้าต่อมา", LINE * 40)
    for page in pages(replace(PMQA_MEMO, body=body), faces, words):
        place = next((n for n, found in enumerate(page) if found[3] == "หัวข้อ"), None)
        if place is not None:
            told = [found[3] for found in page[place + 1 : place + 3]]
            assert told == ["ย่อหน้าสั้น", "ย่อหน้าต่อมา"]
            return
    pytest.fail("the heading is not printed")


@pytest.mark.parametrize("lines", range(16, 34, 2))
def test_a_tables_head_never_stands_alone(lines: int, faces: Faces, words: Words) -> None:
    filler = Paragraph("\n".join(["บรรทัด"] * lines))
    table = TableBlock(
        (
            TableColumn("ลำดับ", 1, "centre"),
            TableColumn("รายการ", 3),
            TableColumn("จำนวน", 1, "right"),
        ),
        tuple((f"{n}", f"รายการที่ {n} " + LINE, "๑") for n in range(1, 12)),
    )
    printed = pages(replace(PMQA_MEMO, body=(filler, table)), faces, words)
    for page in printed:
        texts = [found[3] for found in page]
        if "ลำดับรายการจำนวน" in texts:
            below = texts[texts.index("ลำดับรายการจำนวน") + 1 :]
            assert len([text for text in below if not text.startswith("/")]) >= 2
            # A short row is not parted: every page's first row is a whole one.
            assert "รายการที่" in below[0]
    whole = "".join(found[3] for page in printed for found in page)
    assert all(f"รายการที่{n}" in whole for n in range(1, 12))


def test_points_hang_beside_their_marks(faces: Faces, words: Words) -> None:
    body: tuple[Block, ...] = (Item("๑.", LINE * 3), Item("๑๐.", LINE * 3))
    lines = pages(replace(PMQA_MEMO, body=body), faces, words)[0]
    first = starting(lines, "๑.")
    second = starting(lines, "๑๐.")
    assert lines[first][0] == lines[second][0] == pytest.approx(m.LEFT + m.INDENT, abs=1)
    hanging = {round(found[0]) for found in lines[first + 1 : second]}
    assert len(hanging) == 1
    assert hanging.pop() > m.LEFT + m.INDENT + 10
    assert lines[second + 1][0] == pytest.approx(lines[first + 1][0], abs=0.5)


def test_the_gap_for_the_signature_can_be_chosen(faces: Faces, words: Words) -> None:
    for gap in (2, 4):
        memo = replace(PMQA_MEMO, body=("จึงเรียนมาเพื่อโปรดทราบ",), gap=gap)
        lines = pages(memo, faces, words)[0]
        last, name = lines[starting(lines, "จึงเรียน")], lines[starting(lines, "(นายสมชาย")]
        assert last[2] - name[2] == pytest.approx(gap * m.LINE, abs=1)


def test_nothing_typed_in_a_table_is_read_as_markup(faces: Faces, words: Words) -> None:
    table = TableBlock((TableColumn("<b>หัว</b>"),), (("<para>ก & ข</para>",),))
    lines = pages(replace(PMQA_MEMO, body=(table,)), faces, words)[0]
    assert any(found[3] == "<b>หัว</b>" for found in lines)
    assert any(found[3] == "<para>ก&ข</para>" for found in lines)


def test_a_subject_longer_than_a_page_goes_on(faces: Faces, words: Words) -> None:
    memo = replace(PMQA_MEMO, subject=LINE * 60, body=("ข้อความ",))
    printed = pages(memo, faces, words)
    assert len(printed) > 1
    assert min(found[2] for lines in printed for found in lines) >= m.BOTTOM - m.LINE
    whole = "".join(found[3] for lines in printed for found in lines)
    assert whole.count("ขึ้นบรรทัดใหม่เสมอ") == 60


def test_a_tables_row_has_one_text_a_column() -> None:
    with pytest.raises(ValueError, match="one text a column"):
        TableBlock((TableColumn("ก"), TableColumn("ข")), (("ก",),))
