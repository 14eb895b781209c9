"""บันทึกถ้อยคำ: what a person stated, read back and signed, page by page."""

from dataclasses import dataclass
from datetime import datetime

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.model import Block, Item, Paragraph
from desktop.papers.pages import Pages
from desktop.papers.secrecy import SECRECY
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.statement import Statement
from desktop.rules.thai.dates import clock_time, local, long_date, official_date
from desktop.rules.thai.digits import thai_digits
from desktop.views import CaseView, OfficeView

_TITLE = "บันทึกถ้อยคำ"
_TITLE_SIZE = 20.0
_ASKED = "ถาม"
_TURNS = (_ASKED, "ตอบ")
"""Words that begin a question and its answer."""
_GIVER = "ผู้ให้ถ้อยคำ"
_DOTS = "." * 48
_READ = {
    True: "ข้าพเจ้าได้อ่านบันทึกถ้อยคำนี้โดยตลอดแล้ว รับรองว่าถูกต้องตรงตามถ้อยคำที่ได้ให้ไว้ทุกประการ "
    "จึงลงลายมือชื่อไว้เป็นหลักฐาน",
    False: "เจ้าหน้าที่ได้อ่านบันทึกถ้อยคำนี้ให้ข้าพเจ้าฟังโดยตลอดแล้ว รับรองว่าถูกต้องตรงตามถ้อยคำที่ได้ให้ไว้"
    "ทุกประการ จึงลงลายมือชื่อไว้เป็นหลักฐาน",
}
_SIGN_PITCH = 2 * m.LINE
"""From one signature's line to the place of the next, where a hand must fit."""


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """A statement as it is to be printed: plain words, nothing of which is parsed.

    `read_back` is the sentence that tells how the giver came to know what was written; names that
    are empty are left to be written.
    """

    office: str
    place: str
    taken_at: datetime
    giver: str
    opening: str
    said: tuple[str, ...]
    read_back: str
    asker: str
    asker_position: str = ""
    witness: str = ""
    secrecy: str = ""


def statement_of(case: CaseView, told: Statement, office: OfficeView) -> StatementFacts:
    """Say who stated what to whom; of the petitioner nothing stands in it that was not stated."""
    return StatementFacts(
        office=office.facts.name,
        place=told.place,
        taken_at=told.taken_at,
        giver=told.giver,
        opening=_opening(told, case),
        said=told.said,
        read_back=_READ[told.read_by_giver],
        asker=told.asker,
        asker_position=told.asker_position,
        witness=told.witness,
        secrecy=SECRECY[case.secrecy],
    )


def _opening(told: Statement, case: CaseView) -> str:
    who = (
        f"ข้าพเจ้า {told.giver}",
        f"อายุ {thai_digits(told.age)} ปี" if told.age else "",
        f"อาชีพ {told.occupation}" if told.occupation else "",
        # Without strokes, at which a line could end.
        f"เลขประจำตัวประชาชน {thai_digits(told.citizen_id)}" if told.citizen_id else "",
        f"ที่อยู่ {thai_digits(told.address)}" if told.address else "",
    )
    asked = " ตำแหน่ง ".join(part for part in (told.asker, told.asker_position) if part)
    number = thai_digits(str(case.number))
    return (
        f"{' '.join(part for part in who if part)} ขอให้ถ้อยคำต่อ {asked} "
        f"เกี่ยวกับเรื่อง {case.matter.subject} ตามทะเบียนรับเลขที่ {number} ด้วยความสัตย์จริง ดังต่อไปนี้"
    )


def render_statement(facts: StatementFacts, faces: Faces, words: Words) -> Rendered:
    """Print a statement; the giver signs at the foot of every page that goes on."""
    document = Document(_TITLE, faces, words, made=official_date(facts.taken_at))
    return document.rendered(_Setter(document, facts).set())


class _Setter:
    """Sets one statement, page after page."""

    def __init__(self, document: Document, facts: StatementFacts) -> None:
        self.facts = facts
        self.pages = Pages(document, secrecy=facts.secrecy, foot=f"ลงชื่อ{_DOTS[:30]}{_GIVER}")
        self.sheet = self.pages.sheet
        self.signers = (
            (facts.giver, "", _GIVER),
            (facts.asker, facts.asker_position, "ผู้สอบถาม/ผู้บันทึก"),
            (facts.witness, "", "พยาน"),
        )

    def set(self) -> int:
        """Set the statement and return how many pages it took."""
        facts, pages = self.facts, self.pages
        self._head()
        body: tuple[str | Block, ...] = (
            facts.opening,
            *(_turn(text) for text in facts.said),
            facts.read_back,
        )
        lines = sum(2 + bool(position) for _, position, _ in self.signers)
        tail = m.BEFORE_CLOSING + len(self.signers) * _SIGN_PITCH + lines * m.LINE
        pages.flow(body_rows(self.sheet, body), tail)
        self.sheet.down(0, before=m.BEFORE_CLOSING)
        for signer in self.signers:
            self._sign(*signer)
        return pages.ended()

    def _head(self) -> None:
        """What it is, then at the right where and when it was written."""
        facts, sheet = self.facts, self.sheet
        size = sheet.faces.size(_TITLE_SIZE)
        sheet.write(m.CENTRE, _TITLE, font=sheet.faces.bold, size=size, align="centre")
        sheet.down(before=m.BEFORE)
        room = m.PAGE_WIDTH - m.RIGHT - m.CENTRE
        day, at = long_date(official_date(facts.taken_at)), clock_time(local(facts.taken_at))
        told = (facts.office, f"เขียนที่ {facts.place}", f"วันที่ {day} เวลา {at}")
        for text in told:
            for line in sheet.broken(thai_digits(text), room, room):
                self.pages.down(line)
                self.pages.put(m.CENTRE, line)

    def _sign(self, name: str, position: str, part: str) -> None:
        sheet = self.sheet
        middle = m.CENTRE + m.INDENT
        room = 2 * min(middle - m.LEFT, m.PAGE_WIDTH - m.RIGHT - middle)
        sheet.y -= _SIGN_PITCH
        dots = sheet.engine.width(_DOTS, sheet.faces.regular, sheet.body)
        before = sheet.engine.width("ลงชื่อ", sheet.faces.regular, sheet.body)
        sheet.write(middle - dots / 2 - before, f"ลงชื่อ{_DOTS}{part}")
        for text in (f"({name or _DOTS})", position):
            if text:
                for line in sheet.broken(text, room, room):
                    self.pages.down(line, catch=0)
                    self.pages.put(middle - line.width / 2, line)


def _turn(text: str) -> Block:
    """Hang a question's or an answer's words beside the word that begins it."""
    for mark in _TURNS:
        said = text.removeprefix(mark)
        if said != text and said[:1] in {" ", ":", "."}:
            return Item(mark, said.lstrip(" :."), leads=mark == _ASKED)
    return Paragraph(text)
