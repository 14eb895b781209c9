"""บันทึกข้อความ: the memo inside an agency (แบบที่ ๒)."""

from dataclasses import dataclass
from datetime import date

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.model import Body, Enclosure
from desktop.papers.pages import Pages
from desktop.papers.sheet import Document, Rendered
from desktop.papers.signature import Signature
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

TITLE = "บันทึกข้อความ"


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo as it is to be printed: plain words, nothing of which is parsed.

    `office` is the agency with its group and phone. `gap` are the Enters from the body's last line
    to the printed name. Without number and date their places are left blank.
    """

    office: str
    number: str
    dated: date | None
    subject: str
    salutation: str
    recipient: str
    body: Body
    signer: str
    position: str
    acting_for: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[str | Enclosure, ...] = ()
    urgency: str = ""
    secrecy: str = ""
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None
    gap: int = m.SIGNATURE_LINES


def render_memo(memo: Memo, faces: Faces, words: Words) -> Rendered:
    """Print a memo."""
    document = Document(memo.subject, faces, words, made=memo.dated)
    return document.rendered(_Setter(document, memo).set())


class _Setter:
    """Sets one memo, page after page."""

    def __init__(self, document: Document, memo: Memo) -> None:
        self.document, self.memo = document, memo
        self.pages = Pages(document, secrecy=memo.secrecy)
        self.sheet = self.pages.sheet
        self.label_size = document.faces.size(m.LABEL_SIZE)

    def set(self) -> int:
        """Set the memo and return how many pages it took."""
        memo, pages = self.memo, self.pages
        titles = (memo.position, memo.acting_for)
        signature = Signature(pages, memo.signer, titles, gap=memo.gap)
        self._title()
        self._head()
        pages.field(memo.salutation, (memo.recipient,))
        pages.field("อ้างถึง", memo.references)
        pages.enclosures("สิ่งที่ส่งมาด้วย", memo.enclosures)
        pages.flow(body_rows(self.sheet, memo.body), signature.height)
        signature.draw()
        return pages.ended()

    def _title(self) -> None:
        """The emblem at the left, the speed class between it and the title."""
        memo, sheet, bold = self.memo, self.sheet, self.document.faces.bold
        if memo.garuda is Garuda.IMAGE and memo.garuda_image is not None:
            bottom = m.PAGE_HEIGHT - m.GARUDA_TOP - m.MEMO_GARUDA
            self.document.picture(memo.garuda_image, m.LEFT, bottom, m.MEMO_GARUDA, "left")
        sheet.y = m.PAGE_HEIGHT - m.TITLE_TOP
        size = self.document.faces.size(m.TITLE_SIZE)
        width = sheet.write(m.CENTRE, TITLE, font=bold, size=size, align="centre")
        between = (m.LEFT + m.MEMO_GARUDA + m.CENTRE - width / 2) / 2
        self.pages.red(between, sheet.y, memo.urgency, m.URGENCY_SIZE, "centre")

    def _head(self) -> None:
        """Labels with their words on dotted leaders; number and date share a line."""
        memo, sheet = self.memo, self.sheet
        right = m.PAGE_WIDTH - m.RIGHT
        sheet.y -= m.TITLE_PITCH
        self._led("ส่วนราชการ", thai_digits(memo.office), m.LEFT, right)
        sheet.y -= m.LABEL_LINE
        dated = long_date(memo.dated) if memo.dated is not None else ""
        top = sheet.y
        self._led("ที่", thai_digits(memo.number), m.LEFT, m.CENTRE - m.LABEL_BESIDE)
        below, sheet.y = sheet.y, top
        self._led("วันที่", dated, m.CENTRE, right)
        sheet.y = below - m.LABEL_LINE
        self._led("เรื่อง", memo.subject, m.LEFT, right)

    def _led(self, label: str, value: str, left: float, right: float) -> None:
        """A bold label and its words, which hang under their own beginning, all on dots."""
        sheet = self.sheet
        width = sheet.write(left, label, font=self.document.faces.bold, size=self.label_size)
        start = left + width + m.LABEL_BESIDE
        room = right - start
        lines = sheet.broken(value, room, room)
        for number, line in enumerate(lines):
            if number:
                if sheet.room < m.LABEL_LINE + m.LINE * m.CATCH_WORD_LINES:
                    self.pages.over(line)
                sheet.y -= m.LABEL_LINE
            self.pages.put(start, line)
            self.pages.dots(start - m.LABEL_BESIDE / 2, right)
