"""A specimen of every paper, filled in every field that may hold a text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from book_lines import ARRIVAL, BEGIN, CASE, INCOMING, LETTER, SECRET, YEAR
from cases import RECEIVED
from every_paper import Specimen, written
from office import FACTS
from specimens import LETTER as OFFICIAL
from specimens import ORDER, PETITION, STAMPED

from desktop.paper_orders import Certifier, CopyOrder, EnvelopeSize, Makers, SlipPaper
from desktop.papers.books import BookFacts, render_office_book
from desktop.papers.calibration import render_calibration
from desktop.papers.check_sheet import CheckSheetFacts, render_check_sheet
from desktop.papers.copies import render_copy
from desktop.papers.day_post import PostFacts, PostLine, render_post
from desktop.papers.envelope import EnvelopeFacts, Recipient, render_envelopes, render_labels
from desktop.papers.explanation import ExplanationFacts, render_explanation
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.journal_head import JournalHeadFacts, render_journal_head
from desktop.papers.letter import render_letters
from desktop.papers.memo import Memo, render_memo
from desktop.papers.model import Enclosure, Heading, Item, TableBlock, TableColumn
from desktop.papers.order import render_order
from desktop.papers.petition_form import render_petition
from desktop.papers.poster import PosterFacts, render_poster
from desktop.papers.receipt_stamp import StampFacts, render_stamp
from desktop.papers.register_book import ROOM, BookHead, render_book
from desktop.papers.road_chart import RoadFacts, render_road
from desktop.papers.sla_report import ReportFacts, render_sla_report
from desktop.papers.slip import SlipFacts, render_slip
from desktop.papers.stamped import render_stamped
from desktop.papers.standards import StandardsFacts, render_standards
from desktop.papers.statement import StatementFacts, render_statement
from desktop.papers.summary import SummaryFacts, render_summary
from desktop.papers.table import Column
from desktop.papers.words import Words
from desktop.rules.books import OfficeBook
from desktop.rules.catalogue import CATEGORIES, CHANNELS, SOURCES, Frequent
from desktop.rules.checking import ChannelMonth
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Due, Line, Target, Unit, Why
from desktop.rules.complaint import Address
from desktop.rules.figures import Counts, GroupCounts, LateCase, SlaFigures
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import SHIPPED, Provision
from desktop.rules.printing import PaperKind
from desktop.rules.priority import Priority
from desktop.views import Lists

DAY = date(2026, 7, 15)
_COUNTS = Counts(7, 2, 1, 4, 1)
_ADDRESS = Address("๑๒", "๓", "ซอย ๑", "ท่าแฉลบ", "มะขาม", "มะขาม", "จันทบุรี", "๒๒๑๕๐")
_LETTER = replace(
    OFFICIAL,
    acting_for="ปฏิบัติราชการแทน เลขาธิการ",
    copies_to="นายอำเภอเมืองตัวอย่าง",
    urgency="ด่วนที่สุด",
    secrecy="ลับ",
    within=("ภายใน ๑๖.๓๐ น.",),
)
_MEMO = Memo(
    office=FACTS.name,
    number="๑๒",
    dated=DAY,
    subject="เรื่องร้องเรียน",
    salutation="เรียน",
    recipient="ผู้อำนวยการ",
    body=(
        Heading("เรื่องเดิม"),
        "ข้อความ",
        Item("๑.", "ข้อ"),
        TableBlock((TableColumn("ก"), TableColumn("ข")), (("ค", "ง"),)),
    ),
    signer="ผู้ลงนาม",
    position="ตำแหน่ง",
    acting_for="รักษาราชการแทน",
    references=("หนังสือ",),
    enclosures=(Enclosure("สำเนา", "๑ ฉบับ"),),
    urgency="ด่วน",
    secrecy="ลับ",
)
_STATEMENT = StatementFacts(
    office=FACTS.name,
    place="โรงเรียน",
    taken_at=RECEIVED,
    giver="นายมานะ",
    opening="ข้าพเจ้า",
    said=("ถาม", "ตอบ"),
    read_back="อ่านให้ฟังแล้ว",
    asker="นางสาวสมหญิง",
    asker_position="นิติกร",
    witness="นางวิภา",
    secrecy="ลับ",
)
_PETITION = replace(PETITION, address=_ADDRESS, harm="ความเสียหาย")
_FIGURES = SlaFigures(
    *(date(2025, 10, 1), date(2026, 9, 30), _COUNTS, 6, 58, 42, 22),
    by_priority=(GroupCounts("urgent", "ด่วน", _COUNTS),),
    by_category=(GroupCounts("building", "อาคาร", _COUNTS),),
    by_owner=(GroupCounts("นายวิชัย", "นายวิชัย", _COUNTS),),
    by_month=(GroupCounts("2026-01", "มกราคม", _COUNTS),),
    late=(LateCase("41/2569", "หลังคารั่ว", "นายวิชัย", DAY, DAY, "รองบประมาณ"),),
)
_CLOCK = Clock(
    ClockKind.RESOLVE,
    Target(ClockKind.RESOLVE, 1, Unit.WORKING_DAYS),
    RECEIVED,
    RECEIVED,
    started_at=RECEIVED,
)
_LISTS = Lists(
    CHANNELS[:1],
    (replace(SOURCES[0], id=1),),
    (replace(CATEGORIES[0], id=1),),
    (Frequent(1, "ก", 1, "ข", "ค", "ง"),),
)
_PROVISIONS = (
    Provision(ClockKind.ACKNOWLEDGE, 2, Unit.WORKING_DAYS, source_id=1),
    Provision(ClockKind.REPLY, 3, Unit.CALENDAR_DAYS, category_id=1),
)
_SENT = replace(LETTER, corrected_by=("ศธ ๐๔๙๙๙/๒",), answers=(("ศธ ๐๔๙๙๙/๓", DAY),))
_LINES = {
    OfficeBook.COMPLAINTS: CASE,
    OfficeBook.LETTERS_IN: ARRIVAL,
    OfficeBook.LETTERS_OUT: _SENT,
    OfficeBook.DELIVERY: _SENT,
    OfficeBook.POST: _SENT,
    OfficeBook.SECRETS_IN: SECRET,
    OfficeBook.SECRETS_OUT: _SENT,
    OfficeBook.SECRETS_KEPT: SECRET,
}
_NO_COLUMN: Mapping[OfficeBook, str] = {
    OfficeBook.COMPLAINTS: "source category",
    OfficeBook.LETTERS_IN: "withdrawn",
    OfficeBook.LETTERS_OUT: "subject reason tracking destination corrected_by answers",
    OfficeBook.DELIVERY: (
        "title subject reason tracking destination corrects corrected_by answers"
    ),
    OfficeBook.POST: "title subject reason corrects corrected_by answers",
    OfficeBook.SECRETS_IN: "ordered_by",
    OfficeBook.SECRETS_OUT: "subject reason tracking destination corrected_by answers",
    OfficeBook.SECRETS_KEPT: "letter_number sender",
}
_OFFICE = "address letter_prefix phone email director_title"
"""Of the office, books say its name and its group, and one to whom letters come."""


def _kept() -> bytes:
    """Return a letter as it is kept, for copies to be made of."""
    return render_letters([OFFICIAL], open_faces(), Words()).pdf


def _book(facts: Any, faces: Faces, words: Words) -> bytes:
    head, columns, lines = facts
    return written(lambda file: render_book(head, columns, lines, faces, words, file))


def _slip(paper: SlipPaper, facts: Any, faces: Faces, words: Words) -> bytes:
    return render_slip(facts, faces, words, paper).pdf


def _envelope(size: EnvelopeSize, facts: Any, faces: Faces, words: Words) -> bytes:
    return render_envelopes([facts], size, faces, words).pdf


def _office_book(book: OfficeBook, facts: Any, faces: Faces, words: Words) -> bytes:
    office, line = facts
    asked = BookFacts(book, office, *YEAR, BEGIN)
    return written(lambda file: render_office_book(asked, iter([line]), faces, words, file))


_NOT_SHOWN = {"code": "a key", "checked": "how often, for the log"}
_RENDERED: Mapping[str, Specimen] = {
    "letter": Specimen(
        "render_letters",
        _LETTER,
        lambda one, f, w: render_letters([one], f, w).pdf,
        whole=True,
        beside=frozenset({"recipient", "enclosures"}),
    ),
    "stamped": Specimen(
        "render_stamped",
        replace(STAMPED, urgency="ด่วน", secrecy="ลับ", within=("ภายใน ๑๖.๓๐ น.",)),
        lambda one, f, w: render_stamped([one], f, w).pdf,
        whole=True,
    ),
    "memo": Specimen(
        "render_memo",
        _MEMO,
        lambda one, f, w: render_memo(one, f, w).pdf,
        whole=True,
        beside=frozenset({"enclosures", "body"}),
        unsaid={"align": "one of three words of ours", "urgency": "one of three, over the title"},
    ),
    "order": Specimen(
        "render_order",
        replace(ORDER, acting_for="รักษาราชการแทน", secrecy="ลับ"),
        lambda one, f, w: render_order(one, f, w).pdf,
        whole=True,
        beside=frozenset({"body"}),
    ),
    "statement": Specimen(
        "render_statement", _STATEMENT, lambda one, f, w: render_statement(one, f, w).pdf
    ),
    "summary": Specimen(
        "render_summary",
        SummaryFacts(FACTS.name, FACTS.group, "๑", "ถึง", "เรื่อง", ("ข้อความ",), DAY, "ลับ"),
        lambda one, f, w: render_summary(one, f, w).pdf,
    ),
    **{
        f"petition-{by_phone}": Specimen(
            "render_petition",
            replace(_PETITION, by_phone=by_phone),
            lambda one, f, w: render_petition(one, f, w).pdf,
            unsaid={
                "road": "cut after the lane, on one line with it",
                "postcode": "no place on the form",
                "signer" if by_phone else "receiver": "the other one signs",
            },
            beside=frozenset({"evidence"}),
        )
        for by_phone in (False, True)
    },
    **{
        f"slip-{paper.value}": Specimen(
            "render_slip",
            SlipFacts("", "", "", "", "K7M-4Q2-9XB-T", RECEIVED, "", "", "", ""),
            partial(_slip, paper),
            ours=frozenset({"tracking"}),
        )
        for paper in SlipPaper
    },
    **{
        f"envelope-{size.value}": Specimen(
            "render_envelopes",
            EnvelopeFacts(FACTS.name, ("ที่อยู่",), "๑", Recipient("เรียน", "นางปราณี", ("บ้าน",)), "ด่วน"),
            partial(_envelope, size),
        )
        for size in EnvelopeSize
    },
    "labels": Specimen(
        "render_labels",
        Recipient("เรียน", "นางปราณี", ("บ้าน", "ตำบล")),
        lambda one, f, w: render_labels([one], f, w).pdf,
        unsaid={"name": "cut after the salutation, on one line with it"},
    ),
    "receipt-stamp": Specimen(
        "render_stamp",
        StampFacts(FACTS.name, "๑", RECEIVED),
        lambda one, f, w: render_stamp(one, f, w).pdf,
    ),
    "poster": Specimen(
        "render_poster",
        PosterFacts(FACTS.name, FACTS.group, "๐", ("ที่อยู่",), CHANNELS[:1], "", DAY),
        lambda one, f, w: render_poster(one, f, w).pdf,
        unsaid=_NOT_SHOWN,
    ),
    "road": Specimen(
        "render_road", RoadFacts(FACTS.name, DAY), lambda one, f, w: render_road(one, f, w).pdf
    ),
    "standards": Specimen(
        "render_standards",
        StandardsFacts(FACTS.name, "๐", replace(SHIPPED, provisions=_PROVISIONS), DAY, _LISTS),
        lambda one, f, w: render_standards(one, f, w).pdf,
        unsaid=_NOT_SHOWN
        | {
            "channels": "no provision is for one",
            "parent": "of a category",
            "frequent": "for the form alone",
        },
    ),
    "explanation": Specimen(
        "render_explanation",
        ExplanationFacts(
            FACTS.name,
            ComplaintNumber(2569, 1),
            "หลังคารั่ว",
            _CLOCK,
            Due(RECEIVED, (Line(DAY, Why.HOLIDAY, 0, 0, "วันหยุด"),)),
            SHIPPED,
            DAY,
        ),
        lambda one, f, w: render_explanation(one, f, w).pdf,
    ),
    "journal-head": Specimen(
        "render_journal_head",
        JournalHeadFacts(FACTS.name, 12, "0123456789abcdef" * 4, RECEIVED),
        lambda one, f, w: render_journal_head(one, f, w).pdf,
        ours=frozenset({"digest"}),
    ),
    "sla-report": Specimen(
        "render_sla_report",
        ReportFacts(_FIGURES, FACTS.name, FACTS.group, RECEIVED, {"urgent": "ด่วน"}, "ไม่มี"),
        lambda one, f, w: render_sla_report(one, f, w).pdf,
        unsaid={
            "by_priority": "named by the office's words for them",
            "by_month": "named by the calendar",
            "nobody": "a word of ours, for a group without a key",
        },
        ours=frozenset({"key"}),
    ),
    "copy": Specimen(
        "render_copy",
        CopyOrder(_kept(), "หนังสือ", Makers("นางก", "นางข", "นางค")),
        lambda one, f, w: render_copy(one, f, w).pdf,
        unsaid={"cited": "said where the letter left no room"},
    ),
    "certified-copy": Specimen(
        "render_copy",
        CopyOrder(_kept(), "หนังสือ", Certifier("นางก", "นิติกร", DAY)),
        lambda one, f, w: render_copy(one, f, w).pdf,
        unsaid={"cited": "said where the letter left no room"},
    ),
    "check-sheet": Specimen(
        "render_check_sheet",
        CheckSheetFacts(
            FACTS.name,
            date(2026, 7, 1),
            31,
            (ChannelMonth("ช่องทาง", "ทุกวัน", (1,) * 31, (True,) * 31, (False,) * 31),),
            RECEIVED,
        ),
        lambda one, f, w: render_check_sheet(one, f, w).pdf,
    ),
    "day-post": Specimen(
        "render_post",
        PostFacts(
            *(FACTS.name, FACTS.group, "๐", "ผู้อำนวยการ", "นิติกร", "ตำแหน่ง"),
            (PostLine("1/2569", DAY, "หลังคารั่ว", "นางปราณี", Priority.URGENT),),
        ),
        lambda one, f, w: render_post(one, f, w).pdf,
        beside=frozenset({"lines"}),
        unsaid={"petitioner": "parted between lines of a narrow cell, beside the others"},
    ),
    "calibration": Specimen(
        "render_calibration",
        (),
        lambda _, f, w: render_calibration(PaperKind.LETTER, f, w).pdf,
    ),
    "book": Specimen(
        "render_book",
        (
            BookHead("สมุด", FACTS.name, "ปี", "เรื่อง", "ไม่มี", RECEIVED),
            (Column("ก", ROOM / 2), Column("ข", ROOM / 2)),
            (("ค", "ง"), ("จ", "ฉ")),
        ),
        _book,
        unsaid={"nothing": "said only where a book has no line"},
    ),
}
_BOOKS: Mapping[str, Specimen] = {
    f"book-{book.value}{suffix}": Specimen(
        "render_office_book",
        (FACTS, line),
        partial(_office_book, book),
        unsaid=dict.fromkeys(
            f"{_OFFICE} {_NO_COLUMN[book]}".split(), "no column, or cut after the words before it"
        ),
    )
    for suffix, lines in (("", _LINES), ("-come", {OfficeBook.LETTERS_IN: INCOMING}))
    for book, line in lines.items()
}
SPECIMENS: Mapping[str, Specimen] = {**_RENDERED, **_BOOKS}
