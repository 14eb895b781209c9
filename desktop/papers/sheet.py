"""A sheet of paper being filled from the top: where the next line goes, and on which page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import IO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader

from desktop.papers import measures as m
from desktop.papers.archive import archive
from desktop.papers.engine import KEPT, Engine, SetLine
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.words import Words
from desktop.papers.writing import WritingCanvas

# Plain compression: readers need no more, and encoding it again as text takes half the time.
rl_config.useA85 = 0


_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Written:
    """The page count of a paper that was written to a file, and what had to be replaced in it."""

    pages: int
    unprintable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A printed paper, its page count, and the characters that had to be replaced."""

    pdf: bytes
    pages: int
    unprintable: tuple[str, ...]


class Document:
    """A PDF being written, fit to be archived: the same bytes for the same contents.

    It calls itself made on the day or at the instant given, never by the computer's clock. Given
    a file, it writes each page there when it is done and keeps none.
    """

    def __init__(
        self,
        title: str,
        faces: Faces,
        words: Words,
        *,
        size: tuple[float, float] = (m.PAGE_WIDTH, m.PAGE_HEIGHT),
        made: date | None = None,
        file: IO[bytes] | None = None,
        kept: int = KEPT,
    ) -> None:
        self.faces = faces
        self._file = file or BytesIO()
        self.canvas = WritingCanvas(
            self._file,
            pagesize=size,
            initialFontName=faces.regular.fontName,
            initialFontSize=faces.size(m.BODY_SIZE),
            invariant=1,
            pdfVersion=(1, 7),
            lang="th-TH",
        )
        archive(self.canvas, title, made)
        self.engine = Engine(self.canvas, words, kept)
        self._pictures: dict[tuple[bytes, float, float, float, str], str] = {}

    def picture(
        self, image: bytes, x: float, bottom: float, height: float, align: str = "centre"
    ) -> None:
        """Draw a picture so high around or from x; drawn there again it is not stored again."""
        key = (image, x, bottom, height, align)
        if key not in self._pictures:
            reader = ImageReader(BytesIO(image))
            wide, high = reader.getSize()
            width = height * wide / high
            name = f"picture{len(self._pictures)}"
            self.canvas.beginForm(name)
            left = x - {"left": 0.0, "centre": width / 2}[align]
            self.canvas.drawImage(reader, left, bottom, width, height, mask="auto")
            self.canvas.endForm()
            self._pictures[key] = name
        self.canvas.doForm(self._pictures[key])

    def finished(self) -> bytes:
        """Close a document that was given no file, and return it."""
        assert isinstance(self._file, BytesIO)
        self.canvas.save()
        return self._file.getvalue()

    def rendered(self, pages: int) -> "Rendered":
        """Close the document of so many pages and return it with what had to be replaced."""
        return Rendered(self.finished(), pages, self.unprintable)

    @property
    def unprintable(self) -> tuple[str, ...]:
        """Characters that had to be replaced."""
        return tuple(self.engine.unprintable)


class Sheet:
    """Lines going down a page of official paper; `turn` is called when one is full."""

    def __init__(self, document: Document, turn: Callable[["Sheet"], None]) -> None:
        self.document = document
        self.engine = document.engine
        self.faces = document.faces
        self.body = self.faces.size(m.BODY_SIZE)
        """The body's size in the faces at hand."""
        self.y = m.PAGE_HEIGHT - m.TOP
        self.page = 1
        self._turn = turn

    def down(self, lines: float = 1.0, before: float = 0.0) -> float:
        """Go down so many lines and return the baseline."""
        self.y -= m.LINE * lines + before
        return float(self.y)

    @property
    def room(self) -> float:
        """Points that are left above the lower margin."""
        return float(self.y - m.LOWEST) + _ROUNDING

    def turn(self) -> None:
        """Go on to the next page."""
        self._turn(self)

    def need(self, lines: float, before: float = 0.0) -> None:
        """Turn the page unless so many lines fit."""
        if m.LINE * lines + before > self.room:
            self.turn()

    def write(
        self,
        x: float,
        text: str,
        *,
        font: ThaiFont | None = None,
        size: float | None = None,
        align: str = "left",
    ) -> float:
        """Write on the current baseline; return the width."""
        face, points = font or self.faces.regular, size or self.body
        return self.engine.text(x, self.y, text, face, points, align)

    def broken(
        self, text: str, first: float, rest: float, *, font: ThaiFont | None = None
    ) -> tuple[SetLine, ...]:
        """Break a text in the body's size."""
        return self.engine.broken(text, font or self.faces.regular, self.body, first, rest)
