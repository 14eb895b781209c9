"""ค่าตรวจสอบสมุดเหตุการณ์: the journal's head on paper, to be kept where no computer reaches."""

from dataclasses import dataclass
from datetime import datetime

from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.heading import centred
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.words import Words
from desktop.rules.thai.dates import clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

GROUP, GROUPS_A_LINE = 4, 4
"""Letters of the hash read at a time, and groups a line."""
_TITLE = "ค่าตรวจสอบสมุดบันทึกเหตุการณ์"
_MEANING = (
    "ทุกรายการในสมุดบันทึกเหตุการณ์ของทะเบียนเรื่องร้องเรียนผูกต่อกันเป็นลูกโซ่ ค่าตรวจสอบนี้เป็นของรายการล่าสุด"
    "ในขณะที่พิมพ์ หากรายการใดที่บันทึกไว้ก่อนหน้านั้นถูกแก้ไขหรือลบในภายหลัง ค่าตรวจสอบของลำดับเดียวกันจะไม่ตรงกับ"
    "แผ่นนี้ ให้เก็บแผ่นนี้ไว้ในตู้นิรภัย"
)
_CODE_SIZE, _CODE_PITCH = 28.0, 38.0


@dataclass(frozen=True, slots=True)
class JournalHeadFacts:
    """The journal's last entry: its place and its hash in hexadecimal."""

    office: str
    sequence: int
    digest: str
    made_at: datetime


def render_journal_head(facts: JournalHeadFacts, faces: Faces, words: Words) -> Rendered:
    """Print the sheet."""
    document = Document(_TITLE, faces, words, made=facts.made_at)
    sheet = Sheet(document, _turn)
    at = local(facts.made_at)
    centred(sheet, _TITLE, 22, bold=True)
    centred(sheet, facts.office, 18)
    centred(sheet, f"{long_date(at.date())} เวลา {clock_time(at)}", 16)
    sheet.down(2)
    sheet.write(m.LEFT, f"ลำดับรายการล่าสุด  {thai_digits(str(facts.sequence))}", font=faces.bold)
    sheet.down(1.6)
    sheet.write(m.LEFT, "ค่าตรวจสอบ (SHA-256)", font=faces.bold)
    _code(sheet, facts.digest)
    sheet.down(0.8)
    for number, line in enumerate(sheet.broken(_MEANING, m.TEXT_WIDTH - m.INDENT, m.TEXT_WIDTH)):
        sheet.down()
        x = m.LEFT + (0 if number else m.INDENT)
        sheet.engine.line(x, sheet.y, line, faces.regular, sheet.body)
    _signatures(sheet)
    document.canvas.showPage()
    return Rendered(document.finished(), sheet.page, document.unprintable)


def _code(sheet: Sheet, digest: str) -> None:
    """Write the hash in groups that an eye keeps apart, as a computer shows it."""
    size = sheet.faces.size(_CODE_SIZE)
    groups = [digest[start : start + GROUP] for start in range(0, len(digest), GROUP)]
    wide = m.TEXT_WIDTH / GROUPS_A_LINE
    for place, group in enumerate(groups):
        column = place % GROUPS_A_LINE
        if column == 0:
            sheet.y -= _CODE_PITCH
        x = m.LEFT + column * wide + wide / 2
        sheet.engine.text(x, sheet.y, group, sheet.faces.bold, size, "centre")


def _signatures(sheet: Sheet) -> None:
    canvas = sheet.document.canvas
    for role in ("ผู้พิมพ์", "ผู้เก็บรักษา"):
        sheet.down(3)
        start = m.CENTRE - 40
        sheet.write(start, "ลงชื่อ")
        end = start + 190
        sheet.write(end + 6, role)
        canvas.setLineCap(1)
        canvas.setLineWidth(0.7)
        canvas.setDash([0.1, 2.6])
        canvas.line(start + 32, sheet.y - 2.5, end, sheet.y - 2.5)
        sheet.down(1.3)
        sheet.write(start + 32, "(")
        sheet.write(end, ")", align="right")
        canvas.line(start + 38, sheet.y - 2.5, end - 6, sheet.y - 2.5)
        sheet.down(1.3)
        sheet.write(start, "วันที่")
        canvas.line(start + 32, sheet.y - 2.5, end, sheet.y - 2.5)
        canvas.setDash()


def _turn(sheet: Sheet) -> None:
    sheet.document.canvas.showPage()
    sheet.page += 1
    sheet.y = m.PAGE_HEIGHT - m.TOP
