"""The shipped wording of every letter: complete, and true to the fields it may name."""

from dataclasses import replace
from datetime import date

import pytest
from office import FACTS, SIGNATORY

from desktop.papers.composing import LetterFacts, compose, letter_of, memo_of, order_of
from desktop.papers.model import Heading
from desktop.papers.shipped_wording import shipped
from desktop.rules.letters import SPECS, Audience, Blank, Finding, Form, LetterDraft, LetterKind
from desktop.rules.wording import FIELDS, OfficeWording, fields_in, filled
from desktop.wording.names import FIELD

PETITIONER = "นางปราณี สุขใจ"


def facts(kind: LetterKind, finding: Finding | None = None) -> LetterFacts:
    """A letter of a kind with every blank filled."""
    blanks = {blank: f"«{blank.value}»" for blank in SPECS[kind].blanks}
    return LetterFacts(
        office=FACTS,
        signatory=SIGNATORY,
        draft=LetterDraft(1, kind, "ผู้รับ", "เรียน", 1, blanks, finding),
        number="ศธ ๐๔๙๙๙/1",
        dated=date(2026, 7, 16),
        type_name="ร้องเรียน",
        channel="โทรศัพท์",
        subject="หลังคารั่ว",
        complaint_number="410/2569",
        registered_on=date(2026, 7, 15),
        tracking="K7M-4Q2-9XB-T",
    )


def sentences(kind: LetterKind) -> list[str]:
    return list(shipped(kind).texts().values())


@pytest.mark.parametrize("kind", LetterKind)
def test_wording_names_known_fields_only_and_every_blank_of_its_kind(kind: LetterKind) -> None:
    named = {field for sentence in sentences(kind) for field in fields_in(sentence)}
    blanks = {blank.value for blank in SPECS[kind].blanks}
    assert named - FIELDS <= blanks
    assert blanks <= named
    wording = shipped(kind)
    needed = {name for one in (*wording.references, *wording.body) for name in one.needs}
    assert needed <= FIELDS | blanks


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_says_its_blanks_and_ends_politely(kind: LetterKind) -> None:
    finding = Finding.IN_AUTHORITY if kind is LetterKind.ACKNOWLEDGEMENT else None
    letter = letter_of(facts(kind, finding))
    said = "\n".join((letter.subject, *letter.references, *map(str, letter.paragraphs)))
    assert all(f"«{blank.value}»" in said for blank in SPECS[kind].blanks)
    assert "{" not in said
    last = "ทั้งนี้" if SPECS[kind].form is Form.ORDER else "จึง"
    assert str(letter.paragraphs[-1]).startswith(last)
    assert letter.closing == "ขอแสดงความนับถือ"


def test_no_wording_to_others_can_name_the_petitioner() -> None:
    for kind, spec in SPECS.items():
        if spec.audience is Audience.OTHERS:
            words = " ".join(sentences(kind))
            assert "ของท่านได้ร้อง" not in words
            assert not any(name in words for name in ("{code}", "{petition}", "{last_letter}"))


def test_a_sentence_without_what_it_needs_is_left_out() -> None:
    plain = facts(LetterKind.RESULT)
    told = replace(plain, last_letter="หนังสือสำนักงาน ที่ ศธ ๐๔๙๙๙/๑ ลงวันที่ ๑ กรกฎาคม ๒๕๖๙")
    assert compose(plain).references == ()
    assert compose(told).references == (told.last_letter,)
    assert len(compose(told).paragraphs) == len(compose(plain).paragraphs) + 1


def test_the_clerks_own_words_stand_as_typed() -> None:
    own = replace(
        facts(LetterKind.MEETING).draft,
        subject="เรื่อง {x}",
        references=("อ้าง <b>",),
        paragraphs=("ย่อหน้า {office}",),
        salutation="นมัสการ",
        blanks={Blank.PURPOSE: "", Blank.WHEN: "", Blank.PLACE: ""},
    )
    letter = letter_of(replace(facts(LetterKind.MEETING), draft=own))
    assert (letter.subject, letter.references) == ("เรื่อง {x}", ("อ้าง <b>",))
    assert letter.paragraphs == ("ย่อหน้า {office}",)
    assert letter.closing == "ขอนมัสการด้วยความเคารพ"


def test_a_memo_has_its_headings_also_where_the_clerk_rewrote_it() -> None:
    plain = facts(LetterKind.MEMO)
    body = memo_of(plain).body
    headings = [block.text for block in body if isinstance(block, Heading)]
    assert headings == ["เรื่องเดิม/ข้อเท็จจริง", "ข้อกฎหมายหรือระเบียบที่เกี่ยวข้อง", "ข้อพิจารณา", "ข้อเสนอ"]
    own = replace(plain.draft, paragraphs=("ข้อเสนอ", "ข้อเสนอนี้ไม่ใช่หัวข้อ"))
    assert memo_of(replace(plain, draft=own)).body == (Heading("ข้อเสนอ"), "ข้อเสนอนี้ไม่ใช่หัวข้อ")


def test_the_offices_wording_stands_in_the_shipped_ones_place_while_it_fits() -> None:
    plain = facts(LetterKind.PROGRESS)
    version = shipped(LetterKind.PROGRESS).version
    texts = {"subject": "คืบหน้า {number}", "body.0": "", "body.1": "ความว่า {progress}\nย่อหน้าใหม่"}
    own = replace(plain, own=OfficeWording(LetterKind.PROGRESS, version, texts))
    composed = compose(own)
    assert composed.subject == "คืบหน้า ๔๑๐/๒๕๖๙"
    assert composed.paragraphs[0] == "ความว่า «progress»\nย่อหน้าใหม่"
    assert len(composed.paragraphs) == len(compose(plain).paragraphs) - 1
    outgrown = replace(plain, own=OfficeWording(LetterKind.PROGRESS, version + 1, texts))
    assert compose(outgrown) == compose(plain)


def test_a_committee_is_numbered_and_the_order_bears_its_year() -> None:
    plain = facts(LetterKind.COMMITTEE)
    members = "นาย ก ประธานกรรมการ\n\n นาง ข กรรมการ "
    draft = replace(plain.draft, blanks={**plain.draft.blanks, Blank.MEMBERS: members})
    order = order_of(replace(plain, draft=draft, number="249/2569"), date(2027, 1, 4))
    assert (order.number, order.year) == ("249", 2569)
    assert "๑. นาย ก ประธานกรรมการ\n๒. นาง ข กรรมการ" in order.body
    blank = order_of(replace(plain, number="", dated=None), date(2027, 1, 4))
    assert (blank.number, blank.year) == ("", 2570)


def test_every_field_that_a_wording_may_name_is_explained() -> None:
    assert FIELD.keys() == FIELDS


@pytest.mark.parametrize(
    ("salutation", "said"),
    [
        ("เรียน", "จึงเรียนมาเพื่อโปรดทราบ"),
        ("กราบเรียน", "จึงกราบเรียนมาเพื่อโปรดทราบ"),
        ("นมัสการ", "จึงนมัสการมาเพื่อโปรดทราบ"),
    ],
)
def test_a_letter_ends_as_it_greets(salutation: str, said: str) -> None:
    plain = facts(LetterKind.RESULT)
    told = compose(replace(plain, draft=replace(plain.draft, salutation=salutation)))
    assert told.paragraphs[-1] == said


def test_particulars_are_in_thai_digits_and_what_is_told_stays_as_typed() -> None:
    plain = facts(LetterKind.MEETING)
    blanks = {
        Blank.PURPOSE: "หารือเรื่องถนน 2 สาย",
        Blank.WHEN: "วันที่ 20 กรกฎาคม 2569 เวลา 09.30 น.",
        Blank.PLACE: "ห้องประชุม 2 หรือ https://meet.example.go.th/a1",
    }
    text = " ".join(compose(replace(plain, draft=replace(plain.draft, blanks=blanks))).paragraphs)
    assert "ถนน 2 สาย" in text
    assert "วันที่ ๒๐ กรกฎาคม ๒๕๖๙ เวลา ๐๙.๓๐ น." in text
    assert "ห้องประชุม ๒ หรือ https://meet.example.go.th/a1" in text


def test_a_number_keeps_its_distance_from_the_words_beside_it() -> None:
    assert filled("ภายใน{days}นับแต่วันนี้", {"days": "7"}) == "ภายใน 7 นับแต่วันนี้"
    assert filled("ให้{who}ตรวจสอบ", {"who": "เขต ๒"}) == "ให้เขต ๒ ตรวจสอบ"
    assert filled("ครั้งที่ {n}/{n} ({n})", {"n": "๑"}) == "ครั้งที่ ๑/๑ (๑)"
