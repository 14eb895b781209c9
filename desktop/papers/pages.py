"""What the pages of all official papers share: emblem, classes, numbers, catch-words and fields."""

from collections.abc import Iterable, Sequence
from itertools import takewhile, zip_longest

from reportlab.lib.colors import Color

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import ThaiFont
from desktop.papers.model import Enclosure
from desktop.papers.paging import Row, fitting
from desktop.papers.sheet import Document, Sheet
from desktop.rules.office import Garuda
from desktop.rules.thai.digits import thai_digits

RED = Color(0.78, 0.05, 0.05)
"""Classes of speed and secrecy."""
BLACK = Color(0, 0, 0)
_CATCH_WORDS = 4
_LABEL_MOST, _SIDE_MOST = m.TEXT_WIDTH / 2, m.TEXT_WIDTH / 4
"""How wide a label may be beside its words, and what stands at their right."""
_NOTHING = SetLine((), (), 0.0, 0.0)
_DOT, _DOT_STEP, _DOT_DROP = 0.75, 2.6, 2.6
"""A leader's dots: how thick, how far from one to the next, and how far below the baseline."""


class Pages:
    """The pages of one paper in a document, from its first to its last."""

    def __init__(self, document: Document, *, secrecy: str = "", foot: str = "") -> None:
        self.document, self.canvas = document, document.canvas
        self.sheet = Sheet(document, self._turn)
        self._secrecy = secrecy
        # What is signed at the foot of a page that goes on.
        self._foot = foot
        self._coming: tuple[str, SetLine] | None = None
        self._class()

    def ended(self) -> int:
        """End the last page and return how many there are."""
        self.canvas.showPage()
        return self.sheet.page

    def emblem(self, garuda: Garuda, image: bytes | None) -> None:
        """Draw the emblem of a letter, centred, unless the paper has it already."""
        if garuda is Garuda.IMAGE and image is not None:
            bottom = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT
            self.document.picture(image, m.CENTRE, bottom, m.GARUDA_HEIGHT)

    def speed(self, urgency: str, within: Sequence[str] = ()) -> None:
        """Write a letter's speed class at the left, above its number, and when it must arrive."""
        y = m.PAGE_HEIGHT - m.GARUDA_TOP - m.GARUDA_HEIGHT + m.SPEED_ABOVE
        for line in reversed((urgency, *within)):
            self.red(m.LEFT, y, line, m.URGENCY_SIZE)
            y += m.URGENCY_PITCH

    def numbered(self, number: str, room: float) -> None:
        """Write the paper's number at the left, in as many lines as its room makes of it."""
        for place, line in enumerate(self.sheet.broken(f"ที่ {thai_digits(number)}", room, room)):
            self.sheet.y -= m.LINE if place else 0.0
            self.put(m.LEFT, line)

    def mark(self, word: str) -> None:
        """Write what kind of copy this is above the first line."""
        sheet = self.sheet
        y = m.PAGE_HEIGHT - m.COPY_TOP
        sheet.engine.text(m.CENTRE, y, word, sheet.faces.bold, sheet.body, "centre")

    def red(self, x: float, y: float, text: str, points: float, align: str = "left") -> None:
        """Write a class in red."""
        if text:
            faces = self.document.faces
            self.canvas.setFillColor(RED)
            self.sheet.engine.text(x, y, text, faces.bold, faces.size(points), align)
            self.canvas.setFillColor(BLACK)

    def dots(self, left: float, right: float) -> None:
        """Draw a dotted leader below the current baseline."""
        if left < right:
            y = self.sheet.y - _DOT_DROP
            self.canvas.saveState()
            self.canvas.setLineCap(1)
            self.canvas.setLineWidth(_DOT)
            self.canvas.setDash([0, _DOT_STEP])
            # Counted from the right, so that the dots of all lines end on the margin.
            self.canvas.line(right - _DOT / 2, y, left, y)
            self.canvas.restoreState()

    def put(self, x: float, line: SetLine, font: ThaiFont | None = None) -> None:
        """Write a line on the current baseline."""
        sheet = self.sheet
        sheet.engine.line(x, sheet.y, line, font or sheet.faces.regular, sheet.body)

    def down(self, line: SetLine, before: float = 0.0, catch: int = m.CATCH_WORD_LINES) -> None:
        """Go to where a line stands, over the page if it must be; `catch` lines stay free."""
        self._coming = ("", line)
        self.sheet.need(1 + catch, before)
        self.sheet.down(before=before)

    def over(self, line: SetLine, mark: str = "") -> None:
        """Turn to the page that begins with this line."""
        self._coming = (mark, line)
        self.sheet.turn()

    def field(self, label: str, values: Iterable[str]) -> None:
        """A label and its words, which hang under their own beginning."""
        self._hang(label, [("", value, "") for value in values])

    def enclosures(self, label: str, sent: Sequence[str | Enclosure]) -> None:
        """What goes with the paper: numbered if several, how much of it at the right."""
        told = [one if isinstance(one, Enclosure) else Enclosure(one) for one in sent]
        several = len(told) > 1
        self._hang(
            label,
            [
                (f"{thai_digits(str(number))}. " if several else "", one.text, one.count)
                for number, one in enumerate(told, 1)
            ],
        )

    def _hang(self, label: str, values: Sequence[tuple[str, str, str]]) -> None:
        """Hang values, each with a mark before it and a word at the right, beside a label.

        Words too long to stand beside others leave these their room: a label goes above its
        values, what is at the right takes more lines.
        """
        if not values:
            return
        sheet, right = self.sheet, m.PAGE_WIDTH - m.RIGHT
        start, before = m.LEFT + self._width(f"{label}  "), m.BEFORE
        if start > m.LEFT + _LABEL_MOST:
            for line in sheet.broken(label, m.TEXT_WIDTH, m.TEXT_WIDTH):
                self.down(line, before)
                self.put(m.LEFT, line)
                before = 0.0
            start, label = m.LEFT, ""
        sides = [
            sheet.broken(told, _SIDE_MOST, _SIDE_MOST) if told else () for _, _, told in values
        ]
        side = max((line.width for lines in sides for line in lines), default=0.0)
        hang = start + max(self._width(mark) for mark, _, _ in values)
        room = right - hang - (side + self._width("  ") if side else 0.0)
        for (mark, value, _), told in zip(values, sides, strict=True):
            lines = [line for part in value.split("\n") for line in sheet.broken(part, room, room)]
            opening = [(m.LEFT, label), (start, mark)]
            for line, beside in zip_longest(lines, told, fillvalue=_NOTHING):
                self.down(line if line.pieces else beside, before)
                for x, word in opening:
                    if word:
                        sheet.write(x, word)
                self.put(hang, line)
                if beside.pieces:
                    self.put(right - side, beside)
                opening, label, before = [], "", 0.0

    def _width(self, text: str) -> float:
        sheet = self.sheet
        return sheet.engine.width(text, sheet.faces.regular, sheet.body)

    def flow(self, waiting: Sequence[Row], tail: float) -> None:
        """Set a body over as many pages as it takes; `tail` points must follow its last lines."""
        sheet, fresh = self.sheet, False
        while waiting:
            if fresh:
                for row in waiting[0].head:
                    row.draw(sheet, cut=False)
            count = fitting(waiting, sheet.room, tail, fresh=fresh)
            if count == 0 and fresh:
                # What follows is longer than a page: it turns pages by itself.
                count = len(waiting)
            over = count < len(waiting)
            for place, row in enumerate(waiting[:count], 1):
                row.draw(sheet, cut=over and place == count)
            waiting = waiting[count:]
            if waiting:
                told = next((row for row in waiting if row.line.pieces), waiting[0])
                self.over(told.line, told.mark)
                fresh = True

    def _turn(self, sheet: Sheet) -> None:
        """Write the next page's first words, turn the page and number it."""
        face, size = sheet.faces.regular, sheet.body
        if self._coming is not None:
            mark, line = self._coming
            words = takewhile(lambda piece: not piece.is_space, line.pieces[:_CATCH_WORDS])
            told = "".join(piece.text for piece in words)
            told = f"{mark} {told}" if mark else told
            catch = sheet.engine.clipped(told, face, size, m.TEXT_WIDTH / 2, 1)[0].text
            y = max(sheet.y - m.LINE * m.CATCH_WORD_LINES, m.LOWEST - m.LINE)
            right = m.PAGE_WIDTH - m.RIGHT
            sheet.engine.text(right, y, f"/{catch.rstrip('…')}...", face, size, "right")
            if self._foot:
                sheet.engine.text(m.LEFT, y, self._foot, face, size)
        self.canvas.showPage()
        sheet.page += 1
        self._class()
        top = m.PAGE_HEIGHT - m.PAGE_NUMBER_TOP
        sheet.engine.text(m.CENTRE, top, thai_digits(f"- {sheet.page} -"), face, size, "centre")
        sheet.y = top - m.LINE * 0.5

    def _class(self) -> None:
        """The secrecy class stands at the top and at the bottom of every page."""
        for y in (m.PAGE_HEIGHT - m.SECRECY_EDGE, m.SECRECY_EDGE):
            self.red(m.CENTRE, y, self._secrecy, m.SECRECY_SIZE, "centre")
