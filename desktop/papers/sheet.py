"""A sheet of paper being filled from the top: where the next line goes, and on which page."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.papers import measures as m
from desktop.papers.engine import Engine, SetLine
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.words import Words

# Plain compression: readers need no more, and encoding it again as text takes half the time.
rl_config.useA85 = 0


class Document:
    """A PDF being written: deterministic, embedded faces only, in Thai."""

    def __init__(self, title: str, faces: Faces, words: Words, size: tuple[float, float]) -> None:
        self.faces = faces
        self._buffer = BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=size,
            initialFontName=faces.regular.fontName,
            initialFontSize=faces.size(m.BODY_SIZE),
            invariant=1,
            lang="th-TH",
        )
        self.canvas.setTitle(title)
        self.canvas.setCreator("รับเรื่อง")
        self.canvas.setProducer("รับเรื่อง")
        self.engine = Engine(self.canvas, words)

    def finished(self) -> bytes:
        """Close the document and return it."""
        self.canvas.save()
        return self._buffer.getvalue()

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
        self.y = m.PAGE_HEIGHT - m.TOP
        self.page = 1
        self._turn = turn

    @property
    def body(self) -> float:
        """The body's size in the faces at hand."""
        return self.faces.size(m.BODY_SIZE)

    def down(self, lines: float = 1.0, before: float = 0.0) -> float:
        """Go down so many lines and return the baseline."""
        self.y -= m.LINE * lines + before
        return float(self.y)

    def room(self, lines: float) -> bool:
        """Tell whether so many more lines fit above the lower margin."""
        return bool(self.y - m.LINE * lines >= m.BOTTOM)

    def need(self, lines: float) -> None:
        """Turn the page unless so many lines fit."""
        if not self.room(lines):
            self._turn(self)

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

    def broken(self, text: str, first: float, rest: float, **kind: Any) -> tuple[SetLine, ...]:
        """Break a text in the body's face."""
        return self.engine.broken(
            text, kind.get("font") or self.faces.regular, kind.get("size") or self.body, first, rest
        )


def new_document(title: str, faces: Faces, words: Words) -> Document:
    """Begin an A4 document."""
    return Document(title, faces, words, (m.PAGE_WIDTH, m.PAGE_HEIGHT))
