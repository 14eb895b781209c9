"""หนังสือภายนอก: the official letter to citizens and to other agencies (แบบที่ ๑)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.model import Body, Enclosure
from desktop.papers.pages import Pages
from desktop.papers.sheet import Document, Rendered
from desktop.papers.signature import Owner, Signature, reached
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """A letter as it is to be printed: plain words, nothing of which is parsed.

    Without number and date they are left blank. `address` has one line an element; an enclosure
    and `copies_to` may have several lines.
    """

    number: str
    office: str
    address: tuple[str, ...]
    dated: date | None
    subject: str
    salutation: str
    recipient: str
    paragraphs: Body
    signer: str
    position: str
    unit: str
    phone: str
    email: str = ""
    acting_for: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[str | Enclosure, ...] = ()
    copies_to: str = ""
    closing: str = "ขอแสดงความนับถือ"
    urgency: str = ""
    within: tuple[str, ...] = ()
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None
    secrecy: str = ""


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
    return document.rendered(pages)


class _Setter:
    """Sets one letter, page after page."""

    def __init__(self, document: Document, letter: OfficialLetter) -> None:
        self.letter = letter
        self.pages = Pages(document, secrecy=letter.secrecy)
        self.sheet = self.pages.sheet

    def set(self) -> int:
        """Set the letter and return how many pages it took."""
        letter, pages = self.letter, self.pages
        titles = (letter.position, letter.acting_for)
        signature = Signature(pages, letter.signer, titles, closing=letter.closing)
        owner = Owner(
            pages,
            (letter.unit, *reached(letter.phone, letter.email)),
            copies_to=letter.copies_to,
        )
        self._top()
        self._head()
        self._fields()
        pages.flow(body_rows(self.sheet, letter.paragraphs), signature.height + owner.height)
        signature.draw()
        owner.draw()
        return pages.ended()

    def _top(self) -> None:
        letter, pages = self.letter, self.pages
        pages.emblem(letter.garuda, letter.garuda_image)
        pages.speed(letter.urgency, letter.within)

    def _head(self) -> None:
        """ที่ stands on the line of the emblem's feet; the sender's block begins on that line."""
        sheet, letter = self.sheet, self.letter
        sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        top = sheet.y
        self.pages.numbered(letter.number, m.CENTRE - m.LEFT)
        sheet.y = top
        room = m.PAGE_WIDTH - m.RIGHT - m.ADDRESS_LEFT
        first = True
        for text in (letter.office, *letter.address):
            for line in sheet.broken(thai_digits(text), room, room):
                if not first:
                    self.pages.down(line)
                self.pages.put(m.ADDRESS_LEFT, line)
                first = False
        sheet.down(before=m.BEFORE)
        if letter.dated is not None:
            sheet.write(m.CENTRE, long_date(letter.dated))

    def _fields(self) -> None:
        letter, pages = self.letter, self.pages
        pages.field("เรื่อง", (letter.subject,))
        pages.field(letter.salutation, (letter.recipient,))
        pages.field("อ้างถึง", letter.references)
        pages.enclosures("สิ่งที่ส่งมาด้วย", letter.enclosures)
