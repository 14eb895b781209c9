"""The papers that the tour leaves beside its pictures."""

from collections.abc import Callable
from contextlib import closing

from desktop.paper_orders import (
    EnvelopeOrder,
    LabelsOrder,
    PaperOrder,
    PetitionOrder,
    PosterOrder,
    RoadOrder,
    SlipOrder,
    SlipPaper,
    StandardsOrder,
)
from desktop.papers.pdfium import PaperFile, Pdf
from desktop.ports import Desk
from desktop.rules.books import OfficeBook
from desktop.rules.letters import Blank, LetterDraft, LetterKind
from desktop.rules.people import Actor
from desktop.rules.statement import Statement
from desktop.rules.thai.dates import fiscal_range, fiscal_year, official_date
from desktop.views import CaseView, OfficeView

Write = Callable[[str, Pdf], None]
"""Leaves a paper under a name."""
MEMO = {
    Blank.BACKGROUND: "มีผู้ร้องเรียนทางโทรศัพท์ว่าอาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนัก",
    Blank.LAW: "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. ๒๕๔๖",
    Blank.CONSIDERATION: "เรื่องอยู่ในอำนาจหน้าที่และเกี่ยวกับความปลอดภัยของนักเรียน ควรตรวจสอบโดยเร็ว",
    Blank.PROPOSAL: "เห็นควรมอบหมายเจ้าหน้าที่ลงพื้นที่ตรวจสอบและรายงานผลภายใน ๓ วันทำการ",
}
SAID = (
    "ถาม ท่านทราบเรื่องหลังคาอาคารเรียนรั่วได้อย่างไร",
    "ตอบ ข้าพเจ้าเป็นครูประจำชั้น เห็นน้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนัก",
)


def leave_papers(
    desk: Desk, actor: Actor, case: CaseView, office: OfficeView, write: Write
) -> None:
    """Leave one of each paper that is neither letter nor report."""
    today = official_date(desk.now())
    lists = desk.reading.lists(actor)
    orders: dict[str, PaperOrder] = {
        "slip-roll": SlipOrder(case, SlipPaper.ROLL),
        "petition": PetitionOrder(case),
        "envelope": EnvelopeOrder(case),
        "labels": LabelsOrder(case),
        "poster": PosterOrder(lists.channels, "https://www.example.go.th", today),
        "road": RoadOrder(today),
        "standards": StandardsOrder(today, lists),
    }
    for name, order in orders.items():
        write(name, desk.press.paper(order, office).pdf)
    _leave_inside(desk, actor, case, office, write)


def _leave_inside(
    desk: Desk, actor: Actor, case: CaseView, office: OfficeView, write: Write
) -> None:
    """Leave what stays in the office: a memo, a statement, and the register as a book."""
    press, now = desk.press, desk.now()
    today = official_date(now)
    signatory = next(s for s in office.signatories if s.active and s.id is not None)
    draft = LetterDraft(
        case.id,
        LetterKind.MEMO,
        office.facts.director_title,
        "เรียน",
        signatory.id or 0,
        blanks=MEMO,
    )
    write("memo", press.letter(case, draft, office, "", None, today).pdf)
    statement = Statement(
        giver="นายมานะ ตัวอย่าง",
        said=SAID,
        place=office.facts.name,
        taken_at=now,
        asker=actor.name,
    )
    write("statement", press.statement(case, statement, office).pdf)
    period = fiscal_range(fiscal_year(today))
    with closing(desk.reading.book(actor, OfficeBook.COMPLAINTS, *period)) as lines:
        book = PaperFile()
        press.book(OfficeBook.COMPLAINTS, lines, office, period, now, book)
    write("register", book)
