"""The end of a paper: closing word, printed name and position, and who owns the matter."""

from collections.abc import Iterator, Sequence

from desktop.papers import measures as m
from desktop.papers.engine import SetLine, line_of
from desktop.papers.pages import Pages
from desktop.rules.thai.digits import thai_digits

COPIES = "สำเนาส่ง"


class Signature:
    """The block that begins on the sheet's centre line; below a closing word it is centred.

    `gap` are the Enters before the printed name.
    """

    def __init__(
        self,
        pages: Pages,
        name: str,
        titles: Sequence[str],
        *,
        closing: str = "",
        gap: int = m.SIGNATURE_LINES,
    ) -> None:
        self._pages, self._gap = pages, gap
        sheet = pages.sheet
        beside = m.PAGE_WIDTH - m.RIGHT - m.CENTRE
        self._closing = sheet.broken(closing, beside, beside) if closing else ()
        first = self._closing[0].text if closing else f"({name})"
        width = sheet.engine.width(first, sheet.faces.regular, sheet.body)
        self._middle = middle_below(width)
        room = room_around(self._middle)
        texts = (f"({name})", *titles)
        self._lines = tuple(
            line for text in texts if text for line in sheet.broken(text, room, room)
        )

    @property
    def height(self) -> float:
        """Points from the body's last baseline to the block's."""
        enters = self._gap + len(self._lines) - 1
        if self._closing:
            return m.LINE * (len(self._closing) + enters) + m.BEFORE_CLOSING
        return m.LINE * enters

    def draw(self) -> None:
        """Draw it below the body."""
        sheet = self._pages.sheet
        for number, line in enumerate(self._closing):
            self._pages.down(line, 0.0 if number else m.BEFORE_CLOSING, catch=0)
            self._pages.put(m.CENTRE, line)
        sheet.down(self._gap - 1)
        for line in self._lines:
            self._pages.down(line, catch=0)
            self._pages.put(self._middle - line.width / 2, line)


class Owner:
    """Who owns the matter and how to reach it, at the left."""

    def __init__(
        self,
        pages: Pages,
        texts: Sequence[str],
        *,
        copies_to: str = "",
    ) -> None:
        self._pages = pages
        lines = [(m.LEFT, line) for text in texts if text for line in self._broken(text)]
        if copies_to:
            lines.extend(self._copies(copies_to))
        self._lines: tuple[tuple[float, SetLine], ...] = tuple(lines)

    def _broken(self, text: str, beside: float = 0.0) -> tuple[SetLine, ...]:
        room = m.TEXT_WIDTH - beside
        return self._pages.sheet.broken(text, room, room)

    def _copies(self, names: str) -> Iterator[tuple[float, SetLine]]:
        """Whom copies go to: one name below another, beside the word that tells it."""
        sheet = self._pages.sheet
        label = sheet.engine.unbroken(f"{COPIES} ", sheet.faces.regular, sheet.body)
        lines = [line for name in names.split("\n") for line in self._broken(name, label.width)]
        for number, line in enumerate(lines):
            if number:
                yield m.LEFT + label.width, line
            else:
                yield m.LEFT, line_of((*label.pieces, *line.pieces))

    @property
    def height(self) -> float:
        """Points it takes at its closest below the signature."""
        return m.LINE * (m.CLOSEST_LINES + len(self._lines) - 1) if self._lines else 0.0

    def draw(self) -> None:
        """Draw it, drawn up to the signature where the page is full."""
        sheet = self._pages.sheet
        spare = int(sheet.room / m.LINE) - len(self._lines)
        sheet.down(max(m.CLOSEST_LINES, min(m.SIGNATURE_LINES, spare + 1)) - 1)
        for x, line in self._lines:
            self._pages.down(line, catch=0)
            self._pages.put(x, line)


def middle_below(width: float) -> float:
    """Return the line on which a block is centred below words so wide, from the sheet's centre."""
    return float(m.CENTRE + min(width, m.PAGE_WIDTH - m.RIGHT - m.CENTRE) / 2)


def room_around(middle: float) -> float:
    """Return how wide a line centred there may be."""
    return 2 * float(min(middle - m.LEFT, m.PAGE_WIDTH - m.RIGHT - middle))


def reached(phone: str, email: str) -> tuple[str, ...]:
    """Tell how to reach the owner of the matter, one line a way."""
    return (
        f"โทร. {thai_digits(phone)}" if phone else "",
        f"ไปรษณีย์อิเล็กทรอนิกส์ {email}" if email else "",
    )
