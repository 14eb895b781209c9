"""A letter comes back from Word: parts found, changes told, and counted what is not taken."""

from dataclasses import replace

import pytest
from specimens import LETTER, LONG, ORDER, STAMPED
from word import (
    DAY,
    MARK,
    MEMO,
    body_inserted,
    edited,
    opened,
    paragraph,
    part_of,
    root_of,
    with_parts,
    written,
)

from desktop.errors import Refused
from desktop.exchange.letter_docx import letter_docx, memo_docx, order_docx, stamped_docx
from desktop.exchange.word_trip import corrected
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.words import Words
from desktop.rules.corrections import Corrections, LeftOut, LetterMark, Part, kept_key
from desktop.rules.differences import Change
from desktop.rules.letters import LetterKind
from desktop.rules.reasons import Reason

FIRST = "ด้วยกลุ่มกฎหมาย"
LAST = "จึงเรียนมาเพื่อโปรดพิจารณา"


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def sent(faces: Faces) -> bytes:
    letter = replace(LETTER, copies_to="นายอำเภอ", paragraphs=(FIRST, "๑. ก\n๒. ข", LAST))
    return letter_docx(letter, DAY, faces, MARK).docx


def back(sent: bytes, docx: bytes) -> Corrections:
    return corrected(sent, docx, Words().pieces)


def changes(sent: bytes, docx: bytes) -> dict[Part, tuple[str, ...]]:
    return {change.part: change.new for change in back(sent, docx).changes}


def swapped(docx: bytes, old: str, new: str) -> bytes:
    return edited(docx, lambda xml: xml.replace(old, new))


def refusal(sent: bytes, docx: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        back(sent, docx)
    return caught.value


@pytest.mark.parametrize("form", ["letter", "long", "memo", "order", "stamped"])
def test_an_untouched_file_has_no_difference(form: str, faces: Faces) -> None:
    made = {
        "letter": lambda: letter_docx(LETTER, DAY, faces, MARK),
        "long": lambda: letter_docx(LONG, DAY, faces, MARK),
        "memo": lambda: memo_docx(MEMO, DAY, faces, MARK),
        "order": lambda: order_docx(ORDER, DAY, faces, MARK),
        "stamped": lambda: stamped_docx(STAMPED, DAY, faces, MARK),
    }[form]().docx
    tables = 1 if form == "memo" else 0
    assert back(made, made) == Corrections((), (), (), LeftOut(tables=tables), same_draft=True)


@pytest.mark.parametrize(
    ("old", "new", "part", "told"),
    [
        (LETTER.subject, "ขอความอนุเคราะห์", Part.SUBJECT, ("ขอความอนุเคราะห์",)),
        (LETTER.recipient, "ครูใหญ่", Part.RECIPIENT, ("ครูใหญ่",)),
        (">เรียน<", ">กราบเรียน<", Part.SALUTATION, ("กราบเรียน",)),
        ("ลงวันที่ ๑ กรก", "ลงวันที่ ๒ กรก", Part.REFERENCES, None),
        ("สำเนาหนังสือร้องเรียน", "สำเนา", Part.ENCLOSURES, None),
        (FIRST, "ตามที่", Part.BODY, ("ตามที่", "๑. ก\n๒. ข", LAST)),
        ("๒. ข", "๒. ค", Part.BODY, (FIRST, "๑. ก\n๒. ค", LAST)),
        ("นายอำเภอ", "ปลัดอำเภอ", Part.COPIES, ("ปลัดอำเภอ",)),
    ],
)
def test_each_part_comes_back_alone(
    old: str, new: str, part: Part, told: tuple[str, ...] | None, sent: bytes
) -> None:
    found = changes(sent, swapped(sent, old, new))
    assert list(found) == [part]
    assert told is None or found[part] == told


def test_recipients_come_back_one_by_one(faces: Faces) -> None:
    names = "ผู้อำนวยการโรงเรียน ก\nผู้อำนวยการโรงเรียน ข"
    several = letter_docx(replace(LETTER, recipient=names), DAY, faces, MARK).docx
    assert back(several, several).changes == ()
    found = changes(several, swapped(several, "โรงเรียน ข", "โรงเรียน ค"))
    assert found == {Part.RECIPIENT: ("ผู้อำนวยการโรงเรียน ก", "ผู้อำนวยการโรงเรียน ค")}
    stamped = stamped_docx(STAMPED, DAY, faces, MARK).docx
    found = changes(stamped, swapped(stamped, f">{STAMPED.to}<", ">โรงเรียน ง<"))
    assert found == {Part.RECIPIENT: ("โรงเรียน ง",)}


def test_a_change_is_told_word_by_word(sent: bytes) -> None:
    (change,) = back(sent, swapped(sent, "โปรดพิจารณา", "โปรดทราบ")).changes
    kinds = [{piece.change for piece in row} for row in change.rows]
    assert kinds == [{Change.KEPT}, {Change.KEPT}, set(Change)]
    assert [piece.text for piece in change.rows[-1]][1:] == ["โปรดพิจารณา", "โปรดทราบ"]


def test_paragraphs_come_and_go(sent: bytes) -> None:
    more = body_inserted(sent, paragraph("แทรกกลาง"), FIRST)
    assert changes(sent, more) == {Part.BODY: (FIRST, "แทรกกลาง", "๑. ก\n๒. ข", LAST)}
    document = opened(sent)
    for one in list(document.paragraphs):
        if one.text == FIRST or one.text.startswith("อ้างถึง"):
            one._p.getparent().remove(one._p)
    fewer = with_parts(sent, {"word/document.xml": document.part.blob})
    found = changes(sent, fewer)
    assert found == {Part.REFERENCES: (), Part.BODY: ("๑. ก\n๒. ข", LAST)}
    empty = next(c for c in back(sent, fewer).changes if c.part is Part.REFERENCES)
    assert not empty.may_be_taken


@pytest.mark.parametrize("lost", ["bookmarks", "styles"])
def test_a_file_that_lost_one_kind_of_mark_is_still_read(lost: str, sent: bytes) -> None:
    tags = {"bookmarks": ("bookmarkStart", "bookmarkEnd"), "styles": ("pStyle",)}[lost]
    root = root_of(sent)
    for tag in tags:
        for node in list(root.iter(f"{{*}}{tag}")):
            node.getparent().remove(node)
    bare = with_parts(sent, {"word/document.xml": written(root)})
    found = changes(sent, bare)
    if lost == "styles":
        # Only a style tells a line begun by hand from a paragraph.
        assert found == {Part.BODY: (FIRST, "๑. ก", "๒. ข", LAST)}
    else:
        assert found == {}


def test_a_file_without_any_mark_of_its_text_is_refused(sent: bytes) -> None:
    root = root_of(sent)
    for tag in ("bookmarkStart", "pStyle"):
        for node in list(root.iter(f"{{*}}{tag}")):
            node.getparent().remove(node)
    bare = with_parts(sent, {"word/document.xml": written(root)})
    assert refusal(sent, bare).reason is Reason.WORD_BODY_LOST


def test_a_part_begun_twice_ends_where_it_ends(sent: bytes) -> None:
    """LibreOffice writes this where a body has several paragraphs."""
    root = root_of(sent)
    start = next(n for n in root.iter("{*}bookmarkStart") if "paragraphs" in str(n.attrib))
    key = next(name for name in start.attrib if name.endswith("}id"))
    again = root.makeelement(start.tag, {**start.attrib, key: "77"})
    last = next(p for p in root.iter("{*}p") if LAST in "".join(p.itertext()))
    last.insert(1, again)
    for node in root.iter("{*}bookmarkEnd"):
        if node.get(key) == start.get(key):
            node.set(key, "77")
    twice = with_parts(sent, {"word/document.xml": written(root)})
    assert changes(sent, twice) == {}


def test_tracked_changes_are_taken_as_accepted(sent: bytes) -> None:
    def track(xml: str) -> str:
        run = '<w:ins w:id="90"><w:r><w:t>เพิ่ม</w:t></w:r></w:ins><w:del w:id="91"><w:r>'
        run += "<w:delText>ลบ</w:delText><w:t>ลบ</w:t></w:r></w:del></w:p>"
        place = xml.index("</w:p>", xml.index(LAST))
        return xml[:place] + run + xml[place + len("</w:p>") :]

    told = back(sent, edited(sent, track))
    assert told.changes[0].new[-1] == LAST + "เพิ่ม"
    assert told.left_out == LeftOut(tracked=2)


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(sent: bytes) -> None:
    ending = '<w:pPr><w:rPr><w:del w:id="92"/></w:rPr></w:pPr>'
    joined = body_inserted(sent, paragraph("ต้น", ending) + paragraph("ปลาย"), FIRST)
    told = back(sent, joined)
    assert told.changes[0].new[1] == "ต้นปลาย"
    assert told.left_out == LeftOut(tracked=1)


@pytest.mark.parametrize(
    ("inside", "told", "left_out"),
    [
        ('<w:hyperlink r:id="x" xmlns:r="r"><w:r><w:t>คลิก</w:t></w:r></w:hyperlink>', "คลิก", {}),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>วันนี้</w:t></w:r></w:fldSimple>', "วันนี้", {}),
        (
            "<w:r><w:fldChar/><w:instrText>DATE</w:instrText><w:t>ผล</w:t></w:r>",
            "ผล",
            {},
        ),
        ("<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t></w:r>", "ก ข\nค", {}),
        ('<w:r><w:t>ก</w:t><w:br w:type="page"/><w:t>ข</w:t></w:r>', "กข", {}),
        ('<w:r><w:commentReference w:id="1"/><w:t>ก</w:t></w:r>', "ก", {"comments": 1}),
        ('<w:r><w:footnoteReference w:id="1"/><w:t>ก</w:t></w:r>', "ก", {"notes": 1}),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>", None, {"hidden": 1}),
        (
            "<w:r><w:drawing><w:p><w:r><w:t>x</w:t></w:r></w:p></w:drawing></w:r>",
            None,
            {"pictures": 1},
        ),
        ("<w:r><w:pict><w:t>x</w:t></w:pict><w:t>ก</w:t></w:r>", "ก", {"pictures": 1}),
        (
            '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>ก</w:t></w:r>',
            "ก",
            {"numbered": 1},
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:t>แตะ</w:t></w:sdtContent></w:sdt>",
            None,
            {},
        ),
        ("<w:sdt><w:sdtContent><w:r><w:t>ใน</w:t></w:r></w:sdtContent></w:sdt>", "ใน", {}),
    ],
)
def test_only_words_that_are_read_are_taken(
    inside: str, told: str | None, left_out: dict[str, int], sent: bytes
) -> None:
    found = back(sent, body_inserted(sent, f"<w:p>{inside}</w:p>", FIRST))
    added = [text for change in found.changes for text in change.new[1:-2]]
    assert added == ([] if told is None else [told])
    assert found.left_out == LeftOut(**left_out)


def test_a_table_is_told_and_not_read(sent: bytes) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('ในตาราง')}</w:tc></w:tr></w:tbl>"
    for place in (FIRST, LAST):
        found = back(sent, body_inserted(sent, cell, place))
        assert found.changes == ()
        assert found.left_out == LeftOut(tables=1)


def test_what_was_changed_outside_the_parts_is_told_as_it_stands(sent: bytes) -> None:
    found = back(sent, swapped(sent, f"({LETTER.signer})", "(นายอื่น &lt;b&gt;)"))
    assert found.changes == ()
    assert found.put_in == ("(นายอื่น <b>)",)
    assert found.taken_out == (f"({LETTER.signer})",)


@pytest.mark.parametrize(
    ("closing", "salutation"),
    [
        ("ขอแสดงความนับถืออย่างยิ่ง", "กราบเรียน"),
        ("ขอนมัสการด้วยความเคารพ", "นมัสการ"),
        ("ด้วยความเคารพ", ""),
    ],
)
def test_a_closing_comes_back_with_the_salutation_it_goes_with(
    closing: str, salutation: str, sent: bytes
) -> None:
    found = back(sent, swapped(sent, ">ขอแสดงความนับถือ<", f">{closing}<"))
    (change,) = found.changes
    assert (change.part, change.new, change.salutation) == (Part.CLOSING, (closing,), salutation)
    assert change.may_be_taken is bool(salutation)
    assert (found.put_in, found.taken_out) == ((), ())


def test_a_closing_without_its_mark_is_known_by_its_words(sent: bytes) -> None:
    bare = edited(
        sent, lambda xml: xml.replace("LetterClosing", "x").replace("letter_closing", "x")
    )
    assert back(sent, bare).changes == ()


def test_enclosures_lose_their_numbers_ours_and_typed(sent: bytes) -> None:
    more = body_inserted(sent, paragraph("๓. แผนที่"), "ภาพถ่ายอาคารเรียน")
    more = edited(more, _moved_end)
    assert changes(sent, more)[Part.ENCLOSURES][2] == "แผนที่"


def _moved_end(xml: str) -> str:
    """Move the end of the enclosures behind what was typed after them."""
    start = xml.index("letter_enclosures")
    number = xml[:start].rpartition('w:id="')[2].partition('"')[0]
    end = f'<w:bookmarkEnd w:id="{number}"/>'
    return xml.replace(end, "").replace("๓. แผนที่</w:t></w:r>", f"๓. แผนที่</w:t></w:r>{end}")


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        (LetterMark("43/2569", LetterKind.RESULT, "ร่างนี้"), Reason.WORD_OTHER_COMPLAINT),
        (LetterMark("42/2569", LetterKind.PROGRESS, "ร่างนี้"), Reason.WORD_OTHER_KIND),
    ],
)
def test_a_file_of_another_letter_is_refused(
    mark: LetterMark, reason: Reason, sent: bytes, faces: Faces
) -> None:
    assert refusal(sent, letter_docx(LETTER, DAY, faces, mark).docx).reason is reason


def test_a_file_of_another_kept_draft_is_refused(faces: Faces) -> None:
    ours, theirs = (
        letter_docx(LETTER, DAY, faces, replace(MARK, draft=kept_key(number))).docx
        for number in (7, 8)
    )
    assert back(ours, ours).same_draft
    assert refusal(ours, theirs).reason is Reason.WORD_OTHER_DRAFT


def test_a_file_of_an_earlier_draft_is_told(sent: bytes, faces: Faces) -> None:
    earlier = LetterMark("42/2569", LetterKind.RESULT, "ร่างก่อน")
    assert not back(sent, letter_docx(LETTER, DAY, faces, earlier).docx).same_draft


def test_a_file_that_is_not_ours_is_refused(sent: bytes) -> None:
    foreign = with_parts(sent, {"docProps/custom.xml": None})
    assert refusal(sent, foreign).reason is Reason.WORD_FOREIGN
    other = part_of(sent, "docProps/custom.xml").replace(b">result<", b">poem<")
    odd = with_parts(sent, {"docProps/custom.xml": other})
    assert refusal(sent, odd).reason is Reason.WORD_FOREIGN
