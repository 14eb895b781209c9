"""คำสั่ง: the order of an agency (ข้อ ๑๖, แบบที่ ๔), whose number carries the year."""

from dataclasses import dataclass
from datetime import date

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.model import Body, FileCopy
from desktop.papers.pages import Pages
from desktop.papers.sheet import Document, Rendered
from desktop.papers.signature import Owner, Signature, copy_word
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import MONTHS, buddhist_year
from desktop.rules.thai.digits import thai_digits

_ROOM = 2 * (m.CENTRE - m.LEFT)
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
    is_copy: bool = False
    file_copy: FileCopy | None = None


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
        owner = Owner(pages, (), file_copy=order.file_copy)
        pages.emblem(order.garuda, order.garuda_image)
        pages.mark(copy_word(is_copy=order.is_copy, file_copy=order.file_copy))
        self._head()
        body = order.body
        if order.effective_from is not None:
            body = (*body, f"ทั้งนี้ ตั้งแต่วันที่ {_told(order.effective_from)} เป็นต้นไป")
        dated = m.LINE + m.BEFORE
        pages.flow(body_rows(sheet, body), dated + signature.height + owner.height)
        sheet.down(before=m.BEFORE)
        sheet.write(m.ORDER_DATE_LEFT, f"สั่ง ณ วันที่ {self._dated()}")
        signature.draw()
        owner.draw()
        return pages.ended()

    def _dated(self) -> str:
        order = self.order
        if order.dated is not None:
            return _told(order.dated)
        return thai_digits(f"{_BLANK} พ.ศ. {order.year}")

    def _head(self) -> None:
        """Whose order it is, its number and what it is about, centred above a short line."""
        order, sheet = self.order, self.sheet
        sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        number = thai_digits(f"ที่ {order.number or _BLANK}/{order.year}")
        for text in (f"คำสั่ง{order.office}", number, f"เรื่อง {order.subject}"):
            for line in sheet.broken(text, _ROOM, _ROOM):
                self.pages.down(line)
                self.pages.put(m.CENTRE - line.width / 2, line)
        sheet.down()
        canvas, y = self.pages.canvas, sheet.y + m.LINE / 4
        canvas.setLineWidth(0.6)
        canvas.line(m.CENTRE - m.SEPARATOR / 2, y, m.CENTRE + m.SEPARATOR / 2, y)


def _told(day: date) -> str:
    """Write ๑๕ สิงหาคม พ.ศ. ๒๕๖๖, as orders do."""
    return thai_digits(f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {buddhist_year(day)}")
