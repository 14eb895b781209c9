"""คำสั่ง: the order of an agency (ข้อ ๑๖, แบบที่ ๔), whose number carries the year."""

from dataclasses import dataclass
from datetime import date

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.model import Body
from desktop.papers.pages import Pages
from desktop.papers.sheet import Document, Rendered
from desktop.papers.signature import Signature
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import MONTHS, buddhist_year
from desktop.rules.thai.digits import thai_digits

HEAD_ROOM = 2 * (m.CENTRE - m.LEFT)
"""Lines centred on the sheet keep out of the left margin."""
_BLANK = " " * 24
"""Room for a number or a day to be written by hand."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it is to be printed: plain words, nothing of which is parsed.

    `year` is of the Buddhist era. Without number and date their places are left to be written;
    without `effective_from` the body says itself from when the order holds.
    """

    office: str
    number: str
    year: int
    subject: str
    body: Body
    dated: date | None
    signer: str
    position: str
    acting_for: str = ""
    effective_from: date | None = None
    secrecy: str = ""
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None


def render_order(order: Order, faces: Faces, words: Words) -> Rendered:
    """Print an order."""
    document = Document(order.subject, faces, words, made=order.dated)
    return document.rendered(_Setter(document, order).set())


class _Setter:
    """Sets one order, page after page."""

    def __init__(self, document: Document, order: Order) -> None:
        self.order = order
        self.pages = Pages(document, secrecy=order.secrecy)
        self.sheet = self.pages.sheet

    def set(self) -> int:
        """Set the order and return how many pages it took."""
        order, pages, sheet = self.order, self.pages, self.sheet
        signature = Signature(pages, order.signer, (order.position, order.acting_for))
        pages.emblem(order.garuda, order.garuda_image)
        self._head()
        dated = m.LINE + m.BEFORE
        pages.flow(body_rows(sheet, whole_body(order)), dated + signature.height)
        sheet.down(before=m.BEFORE)
        sheet.write(m.ORDER_DATE_LEFT, dated_line(order))
        signature.draw()
        return pages.ended()

    def _head(self) -> None:
        """Whose order it is, its number and what it is about, centred above a short line."""
        sheet = self.sheet
        sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        for text in head_lines(self.order):
            for line in sheet.broken(text, HEAD_ROOM, HEAD_ROOM):
                self.pages.down(line)
                self.pages.put(m.CENTRE - line.width / 2, line)
        sheet.down()
        canvas, y = self.pages.canvas, sheet.y + m.LINE / 4
        canvas.setLineWidth(0.6)
        canvas.line(m.CENTRE - m.SEPARATOR / 2, y, m.CENTRE + m.SEPARATOR / 2, y)


def head_lines(order: Order) -> tuple[str, str, str]:
    """Return whose order it is, its number, and what it is about."""
    number = thai_digits(f"ที่ {order.number or _BLANK}/{order.year}")
    return f"คำสั่ง{order.office}", number, f"เรื่อง {order.subject}"


def whole_body(order: Order) -> Body:
    """Return the body with the day from which the order holds, where that stands apart."""
    if order.effective_from is None:
        return order.body
    return (*order.body, f"ทั้งนี้ ตั้งแต่วันที่ {_told(order.effective_from)} เป็นต้นไป")


def dated_line(order: Order) -> str:
    """Return the line with the order's day, or with room to write it."""
    blank = thai_digits(f"{_BLANK} พ.ศ. {order.year}")
    return f"สั่ง ณ วันที่ {blank if order.dated is None else _told(order.dated)}"


def _told(day: date) -> str:
    """Write ๑๕ สิงหาคม พ.ศ. ๒๕๖๖, as orders do."""
    return thai_digits(f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {buddhist_year(day)}")
