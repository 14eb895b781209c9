"""หนังสือประทับตรา: the letter with a stamp in place of a signature (ข้อ ๑๓-๑๔, แบบที่ ๓).

Whether an office may send it depends on its standing in law: nothing prints it by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.model import Body
from desktop.papers.pages import Pages
from desktop.papers.sheet import Document, Rendered
from desktop.papers.signature import Owner, reached
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import long_date

MIDDLE = (m.CENTRE + m.PAGE_WIDTH - m.RIGHT) / 2
ROOM = m.PAGE_WIDTH - m.RIGHT - m.CENTRE
"""The agency's name and the day are centred in the right half."""


@dataclass(frozen=True, slots=True)
class StampedLetter:
    """A stamped letter as it is to be printed: plain words, nothing of which is parsed.

    The stamp is pressed over the agency's name and initialled above the date.
    """

    number: str
    to: str
    body: Body
    office: str
    dated: date | None
    unit: str
    phone: str
    email: str = ""
    urgency: str = ""
    within: tuple[str, ...] = ()
    secrecy: str = ""
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None


def render_stamped(letters: Iterable[StampedLetter], faces: Faces, words: Words) -> Rendered:
    """Print stamped letters one after another, each beginning on its own page."""
    document: Document | None = None
    pages = 0
    for letter in letters:
        if document is None:
            document = Document(f"ถึง {letter.to}", faces, words, made=letter.dated)
        pages += _Setter(document, letter).set()
    if document is None:
        raise ValueError("no letter to print")
    return document.rendered(pages)


class _Setter:
    """Sets one letter, page after page."""

    def __init__(self, document: Document, letter: StampedLetter) -> None:
        self.letter = letter
        self.pages = Pages(document, secrecy=letter.secrecy)
        self.sheet = self.pages.sheet
        self.name = self.sheet.broken(letter.office, ROOM, ROOM)

    def set(self) -> int:
        """Set the letter and return how many pages it took."""
        letter, pages, sheet = self.letter, self.pages, self.sheet
        reach = (letter.unit, *reached(letter.phone, letter.email))
        owner = Owner(pages, reach)
        pages.emblem(letter.garuda, letter.garuda_image)
        pages.speed(letter.urgency, letter.within)
        sheet.y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
        pages.numbered(letter.number, m.TEXT_WIDTH)
        pages.field("ถึง", (letter.to,))
        enters = len(self.name) + m.SIGNATURE_LINES
        tail = m.LINE * enters + m.BEFORE_CLOSING + owner.height
        pages.flow(body_rows(sheet, letter.body), tail)
        self._office()
        owner.draw()
        return pages.ended()

    def _office(self) -> None:
        """The agency's name and the date, with the stamp's place between and beside them."""
        letter, sheet = self.letter, self.sheet
        sheet.down(0, before=m.BEFORE_CLOSING)
        for line in self.name:
            self.pages.down(line, catch=0)
            self.pages.put(MIDDLE - line.width / 2, line)
        sheet.down(m.SIGNATURE_LINES)
        if letter.dated is not None:
            sheet.write(MIDDLE, long_date(letter.dated), align="centre")
