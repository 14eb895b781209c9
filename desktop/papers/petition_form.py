"""แบบคำร้องเรียน ๑ และ ๒: a petition brought in person, or by telephone, written out to be signed.

What the register knows stands on dotted lines; what it does not know is left to a pen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import Faces
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.words import Words
from desktop.rules.complaint import Address
from desktop.rules.thai.dates import MONTHS, buddhist_year, clock_time, local
from desktop.rules.thai.digits import thai_digits

_PITCH = 1.13
"""Lines of the letter to one line of the form: a pen wants room."""
_GAP = 4.0
"""Between a label and its dots."""
_BELOW = 2.5
"""From a baseline to the dots under it."""
_COPIES = 74.0
"""Room at a line's end for how many there are of a piece of evidence."""
_TITLES = {False: "แบบคำร้องทุกข์/ร้องเรียน (ด้วยตนเอง)", True: "แบบคำร้องทุกข์/ร้องเรียน (โทรศัพท์)"}
_NAMES = {False: "แบบคำร้องเรียน ๑", True: "แบบคำร้องเรียน ๒"}
_TRUE = "ทั้งนี้ ข้าพเจ้าขอรับรองว่าคำร้องทุกข์/ร้องเรียนตามข้างต้นเป็นจริงทุกประการ"
_WITH_PAPERS = f"{_TRUE} โดยข้าพเจ้าได้ส่งเอกสารหลักฐานประกอบการร้องทุกข์/ร้องเรียน (ถ้ามี) ได้แก่"
_WARNED = (
    "ข้าพเจ้าขอรับรองว่าคำร้องตามข้างต้นเป็นจริง และเจ้าหน้าที่ได้แจ้งให้ข้าพเจ้าทราบแล้วว่า"
    "หากเป็นคำร้องที่ไม่สุจริตอาจต้องรับผิดตามกฎหมายได้"
)


@dataclass(frozen=True, slots=True)
class PetitionFacts:
    """What the form says. Of one who did not give a name, everything about the person is empty."""

    by_phone: bool
    office: str
    addressee: str
    number: str
    received_at: datetime
    subject: str
    receiver: str
    petitioner: str = ""
    signer: str = ""
    address: Address = field(default_factory=Address)
    phone: str = ""
    citizen_id: str = ""
    facts: str = ""
    place: str = ""
    harm: str = ""
    remedy: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class _Blank:
    """A label and its dots; `share` is its part of the room its line has left."""

    label: str
    value: str = ""
    share: float = 1.0
    after: str = ""


def render_petition(facts: PetitionFacts, faces: Faces, words: Words) -> Rendered:
    """Print the form, over as many pages as the facts take."""
    title = f"{_NAMES[facts.by_phone]} {thai_digits(facts.number)}"
    document = Document(title, faces, words, made=facts.received_at)
    setter = _Setter(document, facts)
    setter.set()
    document.canvas.showPage()
    return Rendered(document.finished(), setter.sheet.page, document.unprintable)


class _Setter:
    """Sets one form, page after page."""

    def __init__(self, document: Document, facts: PetitionFacts) -> None:
        self.facts = facts
        self.canvas, self.engine = document.canvas, document.engine
        self.regular, self.bold = document.faces.regular, document.faces.bold
        self.sheet = Sheet(document, self._turn)
        self.sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP
        self.right = m.PAGE_WIDTH - m.RIGHT

    def set(self) -> None:
        self._head()
        self._person()
        self._matter()
        if self.facts.by_phone:
            self._evidence("โดยขออ้าง", "เป็นพยานหลักฐานประกอบ")
            self._paragraph(_WARNED)
            self._signed_by_receiver()
        else:
            self._paragraph(_WITH_PAPERS)
            self._enclosures()
            self._paragraph("จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป")
            self._signed_by_petitioner()

    def _head(self) -> None:
        facts, sheet = self.facts, self.sheet
        sheet.down()
        self._say(m.LEFT, f"เลขรับเรื่อง {thai_digits(facts.number)}", m.TEXT_WIDTH / 2)
        sheet.write(self.right, f"({_NAMES[facts.by_phone]})", align="right")
        sheet.down(1.5)
        size = sheet.faces.size(20)
        sheet.write(m.CENTRE, _TITLES[facts.by_phone], font=self.bold, size=size, align="centre")
        day = local(facts.received_at).date()
        self._blanks([_Blank("ที่", facts.office)], start=m.CENTRE - 40)
        self._blanks(
            [
                _Blank("วันที่", thai_digits(str(day.day)), 0.6),
                _Blank("เดือน", MONTHS[day.month - 1], 1.5),
                _Blank("พ.ศ.", thai_digits(str(buddhist_year(day)))),
            ],
            start=m.CENTRE - 40,
        )
        self._passage("เรื่อง", facts.subject, least=1)
        self._passage("เรียน", facts.addressee, least=1)

    def _person(self) -> None:
        facts, home = self.facts, self.facts.address
        self._blanks(
            [_Blank("ข้าพเจ้า", facts.petitioner, 5), _Blank("อายุ", after="ปี")],
            start=m.LEFT + m.INDENT,
        )
        road = " ".join(part for part in (home.lane, home.road) if part)
        self._blanks(
            [
                _Blank("อยู่บ้านเลขที่", home.house),
                _Blank("หมู่ที่", home.village, 0.6),
                _Blank("ซอย/ถนน" if home.lane else "ถนน", road, 1.3),
                _Blank("ตำบล", home.subdistrict, 1.3),
            ]
        )
        self._blanks(
            [
                _Blank("อำเภอ", home.district),
                _Blank("จังหวัด", home.province),
                _Blank("โทรศัพท์", facts.phone, 1.2),
            ]
        )
        self._blanks([_Blank("อาชีพ"), _Blank("ตำแหน่ง", share=1.4)])
        card = "ประจำตัวประชาชน" if facts.citizen_id else ""
        self._blanks([_Blank("ถือบัตร", card), _Blank("เลขที่", facts.citizen_id, 1.4)])
        self._blanks([_Blank("ออกโดย", share=1.6), _Blank("วันออกบัตร"), _Blank("บัตรหมดอายุ")])

    def _matter(self) -> None:
        facts = self.facts
        wish = (
            f"มีความประสงค์ขอร้องทุกข์/ร้องเรียน เพื่อให้{facts.office} "
            "พิจารณาดำเนินการช่วยเหลือหรือแก้ไขปัญหาในเรื่อง"
        )
        for line in self.sheet.broken(wish, m.TEXT_WIDTH, m.TEXT_WIDTH):
            self._down()
            self._put(m.LEFT, line)
        self._passage("", facts.facts, least=3)
        self._passage("สถานที่เกิดเหตุ", facts.place, least=1)
        self._passage("ความเดือดร้อนหรือความเสียหาย", facts.harm, least=1)
        self._passage("สิ่งที่ขอให้ดำเนินการ", facts.remedy, least=1)

    def _evidence(self, before: str, after: str) -> None:
        self._passage(before, " ".join(self.facts.evidence.split("\n")), least=1)
        self._down()
        self.sheet.write(m.LEFT, after)

    def _enclosures(self) -> None:
        named = [line for line in self.facts.evidence.split("\n") if line.strip()]
        for number in range(1, max(len(named), 2) + 1):
            text = named[number - 1] if number <= len(named) else ""
            self._passage(f"{thai_digits(str(number))})", text, least=1, indent=28.0, keep=_COPIES)
            self._fill([_Blank("จำนวน", after="ชุด")], self.right - _COPIES + _GAP, self.right)

    def _signed_by_petitioner(self) -> None:
        self.sheet.need(4.4 * _PITCH)
        self._down(1.3)
        self.sheet.write(m.CENTRE, "ขอแสดงความนับถือ")
        self._signature("ผู้ร้องทุกข์/ร้องเรียน", self.facts.signer)

    def _signed_by_receiver(self) -> None:
        self.sheet.need(5.1 * _PITCH)
        self._signature("เจ้าหน้าที่ผู้รับเรื่อง", self.facts.receiver)
        at = local(self.facts.received_at)
        day = thai_digits(f"{at.day} {MONTHS[at.month - 1]} {buddhist_year(at.date())}")
        self._blanks([_Blank("วันที่", day)], start=m.CENTRE - 40)
        hour = clock_time(at).removesuffix("น.").strip()
        self._blanks([_Blank("เวลา", hour, after="น.")], start=m.CENTRE - 40)

    def _signature(self, role: str, name: str) -> None:
        start = m.CENTRE - 40
        self._down(2)
        self._fill([_Blank("ลงชื่อ", after=role)], start, self.right)
        self._down()
        label = self._width("ลงชื่อ") + _GAP
        end = self.right - self._width(role) - _GAP
        left, right = start + label, end
        if name:
            width = right - left + 40
            self._say(left - 20, f"({name})", width, centre=True)
        else:
            self.sheet.write(left, "(")
            self.sheet.write(right, ")", align="right")
            self._dots(left + 6, right - 6)

    def _paragraph(self, text: str) -> None:
        lines = self.sheet.broken(text, m.TEXT_WIDTH - m.INDENT, m.TEXT_WIDTH)
        for number, line in enumerate(lines):
            self._down()
            last = number == len(lines) - 1
            self._put(m.LEFT + (0 if number else m.INDENT), line, spread=not last)

    def _blanks(self, blanks: Sequence[_Blank], start: float = m.LEFT) -> None:
        self._down()
        self._fill(blanks, start, self.right)

    def _fill(self, blanks: Sequence[_Blank], start: float, end: float) -> None:
        """Write labels across a line and share the rest of it among their dots."""
        taken = sum(self._taken(blank) for blank in blanks) - _GAP
        one = (end - start - taken) / sum(blank.share for blank in blanks)
        x = start
        for blank in blanks:
            self.sheet.write(x, blank.label)
            x += self._width(blank.label) + _GAP
            room = one * blank.share
            self._dots(x, x + room)
            self._say(x + 2, thai_digits(blank.value), room - 4, centre=True)
            x += room + _GAP
            if blank.after:
                self.sheet.write(x, blank.after)
                x += self._width(blank.after) + _GAP

    def _taken(self, blank: _Blank) -> float:
        after = self._width(blank.after) + _GAP if blank.after else 0.0
        return self._width(blank.label) + 2 * _GAP + after

    def _passage(
        self, label: str, text: str, *, least: int, indent: float = 0.0, keep: float = 0.0
    ) -> None:
        """Write a label and a text of any length on dotted lines, `keep` points left free."""
        first = m.LEFT + indent + (self._width(label) + _GAP if label else 0.0)
        rest = first if indent else m.LEFT
        end = self.right - keep
        lines: list[SetLine | None] = []
        for part in text.split("\n"):
            opens = first if not lines else rest
            if part.strip():
                lines += self.sheet.broken(part, end - opens - 4, end - rest - 4)
        lines += [None] * (least - len(lines))
        for number, line in enumerate(lines):
            self._down()
            if label and number == 0:
                self.sheet.write(m.LEFT + indent, label)
            x = rest if number else first
            self._dots(x, end)
            if line is not None:
                self._put(x + 2, line)

    def _dots(self, start: float, end: float) -> None:
        self.canvas.setLineWidth(0.7)
        self.canvas.setLineCap(1)
        self.canvas.setDash([0.1, 2.6])
        y = self.sheet.y - _BELOW
        self.canvas.line(start, y, end, y)
        self.canvas.setDash()

    def _say(self, x: float, text: str, room: float, *, centre: bool = False) -> None:
        """Write a text into its place, smaller if need be, then cut with dots."""
        if not text:
            return
        line, size = self.engine.fitted(text, self.regular, self.sheet.body, room)
        start = x + (room - line.width) / 2 if centre else x
        self.engine.line(start, self.sheet.y, line, self.regular, size)

    def _put(self, x: float, line: SetLine, *, spread: bool = False) -> None:
        self.engine.line(x, self.sheet.y, line, self.regular, self.sheet.body, spread=spread)

    def _width(self, text: str) -> float:
        return self.engine.width(text, self.regular, self.sheet.body)

    def _down(self, lines: float = 1.0) -> None:
        self.sheet.need(lines * _PITCH)
        self.sheet.down(lines * _PITCH)

    def _turn(self, sheet: Sheet) -> None:
        self.canvas.showPage()
        sheet.page += 1
        sheet.y = m.PAGE_HEIGHT - m.PAGE_NUMBER_TOP
        sheet.write(m.CENTRE, f"- {thai_digits(str(sheet.page))} -", align="centre")
        sheet.down(0.6)
