"""หนังสือภายนอก: the official letter to citizens and to other agencies (แบบที่ ๑)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import Faces
from desktop.papers.sheet import Document, Sheet, new_document
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

_RED = Color(0.78, 0.05, 0.05)
_BLACK = Color(0, 0, 0)


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """A letter as it is to be printed: plain words, nothing of which is parsed.

    Without number and date they are left blank. `address` has one line an element.
    """

    number: str
    office: str
    address: tuple[str, ...]
    dated: date | None
    subject: str
    salutation: str
    recipient: str
    paragraphs: tuple[str, ...]
    signer: str
    position: str
    unit: str
    phone: str
    email: str = ""
    acting_for: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    copies_to: str = ""
    closing: str = "ขอแสดงความนับถือ"
    urgency: str = ""
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """A printed paper, its page count, and the characters that had to be replaced."""

    pdf: bytes
    pages: int
    unprintable: tuple[str, ...]


def render_letters(letters: Iterable[OfficialLetter], faces: Faces, words: Words) -> Rendered:
    """Print letters one after another, each beginning on its own page."""
    document: Document | None = None
    pages = 0
    for letter in letters:
        if document is None:
            document = new_document(letter.subject, faces, words)
        pages += _Setter(document, letter).set()
    if document is None:
        raise ValueError("no letter to print")
    return Rendered(document.finished(), pages, document.unprintable)


class _Setter:
    """Sets one letter, page after page."""

    def __init__(self, document: Document, letter: OfficialLetter) -> None:
        self.document, self.letter = document, letter
        self.canvas = document.canvas
        self.sheet = Sheet(document, self._turn)
        self._catch: str = ""

    def set(self) -> int:
        """Set the letter and return how many pages it took."""
        self._emblem()
        self._class_and_mark()
        self._head()
        self._fields()
        self._body()
        self._closing()
        self._foot()
        self.canvas.showPage()
        return self.sheet.page

    def _emblem(self) -> None:
        image = self.letter.garuda_image
        if self.letter.garuda is not Garuda.IMAGE or image is None:
            return
        reader = ImageReader(BytesIO(image))
        wide, high = reader.getSize()
        width = m.GARUDA_HEIGHT * wide / high
        bottom = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        self.canvas.drawImage(
            reader, m.CENTRE - width / 2, bottom, width, m.GARUDA_HEIGHT, mask="auto"
        )

    def _class_and_mark(self) -> None:
        sheet, bold = self.sheet, self.document.faces.bold
        if self.letter.urgency:
            size = self.document.faces.size(m.URGENCY_SIZE)
            self.canvas.setFillColor(_RED)
            y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT + m.LINE * 1.3
            sheet.engine.text(m.LEFT, y, self.letter.urgency, bold, size)
            self.canvas.setFillColor(_BLACK)
        if self.letter.is_copy:
            size = self.document.faces.size(m.BODY_SIZE)
            y = m.PAGE_HEIGHT - m.GARUDA_TOP + 4
            sheet.engine.text(m.CENTRE, y, "สำเนา", bold, size, "centre")

    def _head(self) -> None:
        """ที่ stands on the line of the emblem's feet; the sender's block begins on that line."""
        sheet, letter = self.sheet, self.letter
        sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        label = sheet.write(m.LEFT, "ที่ ")
        sheet.write(m.LEFT + label, thai_digits(letter.number))
        room = m.PAGE_WIDTH - m.RIGHT - m.ADDRESS_LEFT
        lines = [
            line
            for text in (letter.office, *letter.address)
            for line in sheet.broken(text, room, room)
        ]
        for number, line in enumerate(lines):
            if number:
                sheet.down()
            sheet.engine.line(m.ADDRESS_LEFT, sheet.y, line, sheet.faces.regular, sheet.body)
        sheet.down(before=m.BEFORE)
        if letter.dated is not None:
            sheet.write(m.CENTRE, long_date(letter.dated))

    def _fields(self) -> None:
        letter = self.letter
        self._field("เรื่อง", (letter.subject,))
        self._field(letter.salutation, (letter.recipient,))
        if letter.references:
            self._field("อ้างถึง", letter.references)
        if letter.enclosures:
            numbered = letter.enclosures
            if len(numbered) > 1:
                numbered = tuple(
                    thai_digits(f"{n}. {text}") for n, text in enumerate(letter.enclosures, 1)
                )
            self._field("สิ่งที่ส่งมาด้วย", numbered)

    def _field(self, label: str, values: tuple[str, ...]) -> None:
        """A label and its words, which hang under their own beginning."""
        sheet = self.sheet
        start = m.LEFT + sheet.engine.width(label + "  ", sheet.faces.regular, sheet.body)
        room = m.PAGE_WIDTH - m.RIGHT - start
        first = True
        for value in values:
            for line in sheet.broken(value, room, room):
                sheet.down(before=m.BEFORE if first else 0.0)
                if first:
                    sheet.write(m.LEFT, label)
                sheet.engine.line(start, sheet.y, line, sheet.faces.regular, sheet.body)
                first = False

    def _body(self) -> None:
        """Paragraphs, so broken over pages that the closing is never alone."""
        sheet = self.sheet
        blocks = [
            (index == 0, number, sheet.broken(part, m.TEXT_WIDTH - m.INDENT, m.TEXT_WIDTH))
            for number, paragraph in enumerate(self.letter.paragraphs)
            for index, part in enumerate(paragraph.split("\n"))
        ]
        last = len(blocks) - 1
        for place, (opens, _, lines) in enumerate(blocks):
            self._block(lines, before=m.BEFORE if opens else 0.0, final=place == last)

    def _block(self, lines: tuple[SetLine, ...], *, before: float, final: bool) -> None:
        sheet = self.sheet
        tail = self._closing_lines() if final else 0.0
        for number, line in enumerate(lines):
            left = len(lines) - number
            # The last two lines of the body go over to the closing's page with it.
            keeps = final and left == min(m.CLOSING_LINES, len(lines))
            wanted = left + tail if keeps else 1.0
            if number == 0 and len(lines) > 1 and not keeps:
                wanted = 2.0
            if not sheet.room(wanted + (before / m.LINE if number == 0 else 0)):
                self._catch = line.text
                self._turn(sheet)
            sheet.down(before=before if number == 0 else 0.0)
            x = m.LEFT + (m.INDENT if number == 0 else 0.0)
            sheet.engine.line(
                x,
                sheet.y,
                line,
                sheet.faces.regular,
                sheet.body,
                spread=number < len(lines) - 1,
            )

    def _closing_lines(self) -> float:
        lines = 1 + m.BEFORE_CLOSING / m.LINE + m.SIGNATURE_LINES + 1
        return lines + (1 if self.letter.acting_for else 0)

    def _closing(self) -> None:
        sheet, letter = self.sheet, self.letter
        sheet.down(before=m.BEFORE_CLOSING)
        width = sheet.write(m.CENTRE, letter.closing)
        middle = m.CENTRE + width / 2
        sheet.down(m.SIGNATURE_LINES)
        room = 2 * min(middle - m.LEFT, m.PAGE_WIDTH - m.RIGHT - middle)
        sheet.write(middle, f"({letter.signer})", align="centre")
        for text in (letter.position, letter.acting_for):
            for line in sheet.broken(text, room, room) if text else ():
                sheet.down()
                start = middle - line.width / 2
                sheet.engine.line(start, sheet.y, line, sheet.faces.regular, sheet.body)

    def _foot(self) -> None:
        """The owner of the matter and how to reach it, at the left margin."""
        sheet, letter = self.sheet, self.letter
        lines = [letter.unit, f"โทร. {thai_digits(letter.phone)}"]
        if letter.email:
            lines.append(f"ไปรษณีย์อิเล็กทรอนิกส์ {letter.email}")
        if letter.copies_to:
            lines.append(f"สำเนาส่ง {letter.copies_to}")
        gap = m.SIGNATURE_LINES - 1
        if sheet.room(gap + len(lines)):
            sheet.down(gap)
        else:
            # On a full page the block stands at its foot.
            sheet.y = max(min(sheet.y - m.LINE, m.BOTTOM + m.LINE * len(lines)), m.BOTTOM)
        for line in lines:
            sheet.down()
            sheet.write(m.LEFT, line)

    def _turn(self, sheet: Sheet) -> None:
        """Write the catch-word, turn the page and number it."""
        words = self._catch.split(" ")[0]
        shown = sheet.engine.pieces(words, sheet.faces.regular, sheet.body)[:4]
        if shown:
            catch = "/" + "".join(piece.text for piece in shown) + "..."
            y = max(sheet.y - m.LINE * m.CATCH_WORD_LINES, m.BOTTOM - m.LINE)
            sheet.engine.text(
                m.PAGE_WIDTH - m.RIGHT, y, catch, sheet.faces.regular, sheet.body, "right"
            )
        self.canvas.showPage()
        sheet.page += 1
        top = m.PAGE_HEIGHT - m.PAGE_NUMBER_TOP
        number = thai_digits(f"- {sheet.page} -")
        sheet.engine.text(m.CENTRE, top, number, sheet.faces.regular, sheet.body, "centre")
        sheet.y = top - m.LINE * 0.5
