"""Copies of a letter, printed over the very paper that is kept, so that no copy can differ.

สำเนา and สำเนาถูกต้อง (ข้อ ๓๑), and สำเนาคู่ฉบับ with who drafted, typed and checked it (ข้อ ๓๐).
"""

from collections.abc import Callable

from desktop.paper_orders import Certifier, CopyOrder, Makers
from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.overlay import Box, drawn, laid_over
from desktop.papers.pages import Pages
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

_COPY, _FILE_COPY, _CERTIFIED = "สำเนา", "สำเนาคู่ฉบับ", "สำเนาถูกต้อง"
_RIGHT = m.PAGE_WIDTH - m.RIGHT
_ABOVE, _BELOW = 13.0, 5.0
"""How far letters reach above and below a baseline."""


def render_copy(order: CopyOrder, faces: Faces, words: Words) -> Rendered:
    """Print the copy: its mark above every page's first line, what goes with it on the last.

    What finds no room there goes on a page of its own, which says of what letter it is.
    """
    pages = drawn(order.pdf)
    word = _FILE_COPY if isinstance(order.by, Makers) else _COPY
    document = Document(word, faces, words)
    sheets = Pages(document)
    block = _Block(sheets, order)
    for number, filled in enumerate(pages, 1):
        sheets.mark(word)
        if number == len(pages) and order.by is not None and block.clear(filled):
            block.draw(m.LOWEST)
        elif number == len(pages) and order.by is not None:
            document.canvas.showPage()
            sheets.mark(word)
            told = f"{order.cited} จำนวน {thai_digits(str(len(pages)))} หน้า"
            sheets.field(f"{word}หนังสือ", (told,))
            block.draw(sheets.sheet.y - m.LINE * m.SIGNATURE_LINES - block.height)
        document.canvas.showPage()
    copy, count = laid_over(order.pdf, order.cited, document.finished())
    return Rendered(copy, count, document.unprintable)


class _Block:
    """What stands at the lower right of a copy's last page."""

    def __init__(self, pages: Pages, order: CopyOrder) -> None:
        self._pages, self._by = pages, order.by
        self._left = _RIGHT - m.FILE_COPY_WIDTH
        self._lines = self._certified(order.by) if isinstance(order.by, Certifier) else ()

    @property
    def height(self) -> float:
        """Points from its last baseline to its first."""
        if isinstance(self._by, Certifier):
            return m.LINE * (m.CERTIFIED_LINES + len(self._lines))
        return m.LINE * (len(_ROLES) - 1)

    def clear(self, filled: tuple[Box, ...]) -> bool:
        """Tell whether its place at the page's foot is free."""
        top, bottom = m.LOWEST + self.height + _ABOVE, m.LOWEST - _BELOW
        return all(
            right < self._left or left > _RIGHT or upper < bottom or lower > top
            for left, lower, right, upper in filled
        )

    def draw(self, lowest: float) -> None:
        """Draw it with its last baseline there."""
        if isinstance(self._by, Makers):
            self._initials(self._by, lowest)
        else:
            self._certificate(lowest)

    def _certified(self, by: Certifier) -> tuple[str, ...]:
        room = m.FILE_COPY_WIDTH
        texts = (f"({by.name})", by.position, long_date(by.on))
        sheet = self._pages.sheet
        return tuple(line.text for text in texts for line in sheet.broken(text, room, room))

    def _certificate(self, lowest: float) -> None:
        """The word, room to sign in, and who signs, centred one below another."""
        sheet = self._pages.sheet
        middle = self._left + m.FILE_COPY_WIDTH / 2
        sheet.y = lowest + self.height
        sheet.write(middle, _CERTIFIED, align="centre")
        sheet.down(m.CERTIFIED_LINES)
        for line in self._lines:
            sheet.down()
            sheet.write(middle, line, align="centre")

    def _initials(self, by: Makers, lowest: float) -> None:
        sheet, face = self._pages.sheet, self._pages.sheet.faces.regular
        roles = tuple((label, name(by)) for label, name in _ROLES)
        begins = (
            self._left + 4 + max(sheet.engine.width(label, face, sheet.body) for label, _ in roles)
        )
        for place, (label, name) in enumerate(reversed(roles)):
            sheet.y = lowest + m.LINE * place
            sheet.write(self._left, label)
            line = sheet.engine.clipped(name, face, sheet.body, _RIGHT - begins, 1)[0]
            self._pages.put(begins + 2, line)
            self._pages.dots(begins, _RIGHT)


_ROLES: tuple[tuple[str, Callable[[Makers], str]], ...] = (
    ("ร่าง", lambda by: by.drafted),
    ("พิมพ์", lambda by: by.typed),
    ("ตรวจ", lambda by: by.checked),
)
