"""หนังสือภายนอก: the official letter to citizens and to other agencies (แบบที่ ๑)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from reportlab.lib.colors import Color

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import Faces
from desktop.papers.paging import Row, fitting, rows
from desktop.papers.sheet import Document, Sheet
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

_RED = Color(0.78, 0.05, 0.05)
_BLACK = Color(0, 0, 0)
_CATCH_WORDS = 4


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


def render_letters(
    letters: Iterable[OfficialLetter],
    faces: Faces,
    words: Words,
    progress: Callable[[int], None] | None = None,
) -> Rendered:
    """Print letters one after another, each beginning on its own page.

    `progress` is told after each letter how many are set; what it raises ends the printing.
    """
    document: Document | None = None
    pages = 0
    for count, letter in enumerate(letters, 1):
        if document is None:
            document = Document(letter.subject, faces, words, made=letter.dated)
        pages += _Setter(document, letter).set()
        if progress is not None:
            progress(count)
    if document is None:
        raise ValueError("no letter to print")
    return Rendered(document.finished(), pages, document.unprintable)


class _Setter:
    """Sets one letter, page after page."""

    def __init__(self, document: Document, letter: OfficialLetter) -> None:
        self.document, self.letter = document, letter
        self.canvas = document.canvas
        self.sheet = Sheet(document, self._turn)
        self._next: SetLine | None = None
        self._signature = self._signature_lines()
        self._owner = self._owner_lines()

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
        if self.letter.garuda is Garuda.IMAGE and image is not None:
            bottom = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
            self.document.picture(image, m.CENTRE, bottom, m.GARUDA_HEIGHT)

    def _class_and_mark(self) -> None:
        sheet, bold = self.sheet, self.document.faces.bold
        if self.letter.urgency:
            size = self.document.faces.size(m.URGENCY_SIZE)
            self.canvas.setFillColor(_RED)
            y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT + m.LINE * 1.3
            sheet.engine.text(m.LEFT, y, self.letter.urgency, bold, size)
            self.canvas.setFillColor(_BLACK)
        if self.letter.is_copy:
            y = m.PAGE_HEIGHT - m.GARUDA_TOP + 4
            sheet.engine.text(m.CENTRE, y, "สำเนา", bold, sheet.body, "centre")

    def _head(self) -> None:
        """ที่ stands on the line of the emblem's feet; the sender's block begins on that line."""
        sheet, letter = self.sheet, self.letter
        sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        sheet.write(m.LEFT, f"ที่ {thai_digits(letter.number)}")
        room = m.PAGE_WIDTH - m.RIGHT - m.ADDRESS_LEFT
        first = True
        for text in (letter.office, *letter.address):
            for line in sheet.broken(thai_digits(text), room, room):
                if not first:
                    self._down(line)
                self._put(m.ADDRESS_LEFT, line)
                first = False
        sheet.down(before=m.BEFORE)
        if letter.dated is not None:
            sheet.write(m.CENTRE, long_date(letter.dated))

    def _fields(self) -> None:
        letter = self.letter
        self._field("เรื่อง", (letter.subject,))
        self._field(letter.salutation, (letter.recipient,))
        self._field("อ้างถึง", letter.references)
        enclosures = letter.enclosures
        if len(enclosures) > 1:
            enclosures = tuple(
                f"{thai_digits(str(number))}. {text}" for number, text in enumerate(enclosures, 1)
            )
        self._field("สิ่งที่ส่งมาด้วย", enclosures)

    def _field(self, label: str, values: tuple[str, ...]) -> None:
        """A label and its words, which hang under their own beginning."""
        sheet = self.sheet
        start = m.LEFT + sheet.engine.width(label + "  ", sheet.faces.regular, sheet.body)
        room = m.PAGE_WIDTH - m.RIGHT - start
        first = True
        for value in values:
            for line in sheet.broken(value, room, room):
                self._down(line, m.BEFORE if first else 0.0)
                if first:
                    sheet.write(m.LEFT, label)
                self._put(start, line)
                first = False

    def _body(self) -> None:
        """Paragraphs; a line that was ended by hand begins the next like a paragraph."""
        sheet = self.sheet
        waiting = rows(
            (
                m.BEFORE if part == 0 else 0.0,
                sheet.broken(text, m.TEXT_WIDTH - m.INDENT, m.TEXT_WIDTH),
            )
            for paragraph in self.letter.paragraphs
            for part, text in enumerate(paragraph.split("\n"))
        )
        tail = self._tail()
        while waiting:
            count = fitting(waiting, sheet.room, tail)
            if count == 0 and sheet.page > 1:
                # What follows is longer than a page: it turns pages by itself.
                count = len(waiting)
            for row in waiting[:count]:
                self._row(row)
            waiting = waiting[count:]
            if waiting:
                self._next = waiting[0].line
                sheet.turn()

    def _row(self, row: Row) -> None:
        sheet = self.sheet
        sheet.down(before=row.before)
        x = m.LEFT + (m.INDENT if row.opens else 0.0)
        face = sheet.faces.regular
        sheet.engine.line(x, sheet.y, row.line, face, sheet.body, spread=not row.ends)

    def _tail(self) -> float:
        """Points the closing takes, and the owner of the matter at its closest below."""
        enters = 1 + m.SIGNATURE_LINES + len(self._signature) - 1
        if self._owner:
            enters += m.CLOSEST_LINES + len(self._owner) - 1
        return float(enters * m.LINE + m.BEFORE_CLOSING)

    def _signature_lines(self) -> tuple[SetLine, ...]:
        """Name, position and whom the signer acts for, no wider than the page lets them be."""
        sheet, letter = self.sheet, self.letter
        middle = self._middle
        room = 2 * min(middle - m.LEFT, m.PAGE_WIDTH - m.RIGHT - middle)
        texts = (f"({letter.signer})", letter.position, letter.acting_for)
        return tuple(line for text in texts if text for line in sheet.broken(text, room, room))

    @property
    def _middle(self) -> float:
        """The closing begins on the centre line; what is signed is centred below it."""
        sheet = self.sheet
        width = sheet.engine.width(self.letter.closing, sheet.faces.regular, sheet.body)
        return float(m.CENTRE + width / 2)

    def _closing(self) -> None:
        sheet = self.sheet
        sheet.down(before=m.BEFORE_CLOSING)
        sheet.write(m.CENTRE, self.letter.closing)
        sheet.down(m.SIGNATURE_LINES - 1)
        middle = self._middle
        for line in self._signature:
            self._down(line, catch=0)
            self._put(middle - line.width / 2, line)

    def _owner_lines(self) -> tuple[SetLine, ...]:
        """The owner of the matter and how to reach it."""
        letter = self.letter
        texts = [letter.unit]
        if letter.phone:
            texts.append(f"โทร. {thai_digits(letter.phone)}")
        if letter.email:
            texts.append(f"ไปรษณีย์อิเล็กทรอนิกส์ {letter.email}")
        if letter.copies_to:
            texts.append(f"สำเนาส่ง {letter.copies_to}")
        width = m.TEXT_WIDTH
        return tuple(
            line for text in texts if text for line in self.sheet.broken(text, width, width)
        )

    def _foot(self) -> None:
        """The owner of the matter, drawn up to the signature where the page is full."""
        sheet = self.sheet
        spare = int(sheet.room / m.LINE) - len(self._owner)
        sheet.down(max(m.CLOSEST_LINES, min(m.SIGNATURE_LINES, spare + 1)) - 1)
        for line in self._owner:
            self._down(line, catch=0)
            self._put(m.LEFT, line)

    def _put(self, x: float, line: SetLine) -> None:
        sheet = self.sheet
        sheet.engine.line(x, sheet.y, line, sheet.faces.regular, sheet.body)

    def _down(self, line: SetLine, before: float = 0.0, catch: int = m.CATCH_WORD_LINES) -> None:
        """Go to where a line stands, over the page if it must be; `catch` lines stay free."""
        self._next = line
        self.sheet.need(1 + catch, before)
        self.sheet.down(before=before)

    def _turn(self, sheet: Sheet) -> None:
        """Write the next page's first words, turn the page and number it."""
        face, size = sheet.faces.regular, sheet.body
        if self._next is not None:
            words = takewhile(lambda piece: not piece.is_space, self._next.pieces[:_CATCH_WORDS])
            told = "".join(piece.text for piece in words)
            catch = sheet.engine.clipped(told, face, size, m.TEXT_WIDTH / 2, 1)[0].text
            y = max(sheet.y - m.LINE * m.CATCH_WORD_LINES, m.LOWEST - m.LINE)
            right = m.PAGE_WIDTH - m.RIGHT
            sheet.engine.text(right, y, f"/{catch.rstrip('…')}...", face, size, "right")
        self.canvas.showPage()
        sheet.page += 1
        top = m.PAGE_HEIGHT - m.PAGE_NUMBER_TOP
        sheet.engine.text(m.CENTRE, top, thai_digits(f"- {sheet.page} -"), face, size, "centre")
        sheet.y = top - m.LINE * 0.5
