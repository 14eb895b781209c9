"""Setting Thai text straight onto a canvas: broken at words, justified between letters.

Every word is shaped once and its operators kept, so that a thousand letters take a second.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from desktop.papers.fonts import ThaiFont
from desktop.papers.operators import Setting
from desktop.papers.words import Phrase, Words, may_break

_WIDEST = 0.06
"""Most that is added after one letter, in em."""
_ELLIPSIS = "…"
_ROUNDING = 1e-6
_SPARE = 0.1
"""Points by which what was made to fit may be wider than its room."""
KEPT = 3_000
"""Words of one face and size that are kept between pages, and phrases."""


class Piece(NamedTuple):
    """A word, or a run of spaces that may vanish at a line's end, with its width in points."""

    text: str
    width: float
    is_space: bool = False


class SetLine(NamedTuple):
    """One broken line: its pieces and what they say, their width, and the room they had."""

    pieces: tuple[Piece, ...]
    words: tuple[str, ...]
    width: float
    room: float

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(self.words)


class _Set(NamedTuple):
    """A phrase in a face and size; `widest` is its longest word's width."""

    pieces: tuple[Piece, ...]
    width: float
    widest: float


class Engine:
    """Sets text on one canvas. One engine a document; words are kept between its pages."""

    def __init__(self, canvas: Canvas, words: Words, kept: int = KEPT) -> None:
        self._canvas, self._kept = canvas, kept
        self._words = words
        self._settings: dict[tuple[str, float], Setting] = {}
        self._measured = lru_cache(64)(partial(_measuring, kept))
        self.unprintable: dict[str, None] = {}
        self.broken: Callable[[str, ThaiFont, float, float, float], tuple[SetLine, ...]] = (
            lru_cache(1000)(self._broken)
        )
        self.unbroken: Callable[[str, ThaiFont, float], SetLine] = lru_cache(200)(self._unbroken)
        self._drawn: Callable[[tuple[str, ...], ThaiFont, float, float], str] = lru_cache(500)(
            self._operators
        )

    def printable(self, text: str, font: ThaiFont) -> str:
        """Return a text as it will be read on paper, and remember what had to be replaced."""
        shown = font.printed(text)
        if shown != text:
            lost = zip(text, shown, strict=True)
            self.unprintable.update(
                (typed, None) for typed, seen in lost if seen not in (typed, " ")
            )
        return shown

    def pieces(self, text: str, font: ThaiFont, size: float) -> list[Piece]:
        """Take a text apart into words and spaces of known width."""
        return [piece for phrase in self._phrases(text, font, size) for piece in phrase.pieces]

    def _phrases(self, text: str, font: ThaiFont, size: float) -> list[_Set]:
        measured = self._measured(font, size)
        return [measured(part) for part in self._words.phrases(self.printable(text, font))]

    def width(self, text: str, font: ThaiFont, size: float) -> float:
        """Return a text's width in points."""
        return self.unbroken(text, font, size).width

    def _unbroken(self, text: str, font: ThaiFont, size: float) -> SetLine:
        """Return a text as one line, however long."""
        return line_of(self.pieces(text, font, size))

    def _setting(self, font: ThaiFont, size: float) -> Setting:
        key = (font.fontName, size)
        if key not in self._settings:
            self._settings[key] = Setting(self._canvas, font, size, self._kept)
        return self._settings[key]

    def _broken(
        self, text: str, font: ThaiFont, size: float, first: float, rest: float
    ) -> tuple[SetLine, ...]:
        """Break a text into lines; the first has `first` points of room, the others `rest`."""
        narrow = min(first, rest)
        lines: list[SetLine] = []
        current: list[Piece] = []
        width, room = 0.0, first
        for phrase in self._phrases(text, font, size):
            pieces = phrase.pieces
            if pieces[0].is_space:
                if current:
                    current += pieces
                    width += phrase.width
                continue
            if width + phrase.width <= room + _ROUNDING:
                current += pieces
                width += phrase.width
                continue
            if phrase.widest > narrow:
                pieces = tuple(self._fitting(pieces, font, size, narrow))
            for piece in pieces:
                if current and width + piece.width > room + _ROUNDING:
                    lines.append(_ended(current, room))
                    current, width, room = [], 0.0, rest
                if current or not piece.is_space:
                    current.append(piece)
                    width += piece.width
        lines.append(_ended(current, room))
        return tuple(lines)

    def _fitting(
        self, pieces: Iterable[Piece], font: ThaiFont, size: float, narrow: float
    ) -> Iterator[Piece]:
        """Yield pieces of which none is longer than a line."""
        for piece in pieces:
            if piece.width <= narrow:
                yield piece
            elif len(parts := self._words.parts(piece.text)) > 1:
                smaller = [_piece(part, font, size) for part in parts]
                yield from self._fitting(smaller, font, size, narrow)
            else:
                yield from _cut(piece.text, font, size, narrow)

    def clipped(
        self, text: str, font: ThaiFont, size: float, room: float, most: int
    ) -> tuple[SetLine, ...]:
        """Break a text into at most so many lines; what is left out shows as an ellipsis."""
        return self.cut(self.broken(text, font, size, room, room), font, size, room, most)

    def fitted(
        self, text: str, font: ThaiFont, size: float, room: float, least: float = 0.7
    ) -> tuple[SetLine, float]:
        """Return a text as one line and its size: smaller if need be, then cut with dots.

        `least` is the part of its size below which it is rather cut.
        """
        full = self.width(text, font, size)
        size *= max(min(1.0, room / full if full else 1.0), least)
        return self.clipped(text, font, size, room + _SPARE, 1)[0], size

    def cut(
        self, lines: tuple[SetLine, ...], font: ThaiFont, size: float, room: float, most: int
    ) -> tuple[SetLine, ...]:
        """Return at most so many lines; what is left out shows as an ellipsis."""
        if len(lines) <= most:
            return lines
        dots = Piece(_ELLIPSIS, font.width(_ELLIPSIS) * size / 1000)
        kept = list(lines[most - 1].pieces)
        while kept and sum(piece.width for piece in kept) + dots.width > room:
            last = kept.pop()
            if not kept and not last.is_space:
                kept = _cut(last.text, font, size, room - dots.width)[:1]
                break
        return (*lines[: most - 1], _ended([*_ended(kept, room).pieces, dots], room))

    def line(
        self,
        x: float,
        y: float,
        line: SetLine,
        font: ThaiFont,
        size: float,
        *,
        spread: bool = False,
    ) -> None:
        """Draw a broken line with its left end at x; spread, it fills its room."""
        drawn = self._drawn(line.words, font, size, line.room - line.width if spread else 0.0)
        self._canvas._code.append(f"BT {x:.2f} {y:.2f} Td {drawn} ET")

    def _operators(self, pieces: tuple[str, ...], font: ThaiFont, size: float, spare: float) -> str:
        """Return what draws a line wherever it stands, spreading its letters over spare room."""
        setting = self._setting(font, size)
        words = setting.words(pieces)
        extra = 0.0
        if spare:
            letters = sum([word.letters for word in words]) - 1
            if letters > 0:
                extra = min(spare / letters / size, _WIDEST) * 1000
        return setting.drawn(words, extra)

    def text(
        self, x: float, y: float, text: str, font: ThaiFont, size: float, align: str = "left"
    ) -> float:
        """Draw one unbroken line at, before or around x; return its width in points."""
        line = self.unbroken(text, font, size)
        start = x - {"left": 0.0, "centre": line.width / 2, "right": line.width}[align]
        if line.pieces:
            self.line(start, y, line, font, size)
        return line.width


def _measuring(kept: int, font: ThaiFont, size: float) -> Callable[[Phrase], _Set]:
    """Return what measures phrases in a face and size, and keeps those met last."""

    def measured(phrase: Phrase) -> _Set:
        pieces = tuple([_piece(text, font, size) for text in phrase])
        widths = [piece.width for piece in pieces]
        return _Set(pieces, sum(widths), max(widths))

    return lru_cache(kept)(measured)


def _piece(text: str, font: ThaiFont, size: float) -> Piece:
    return Piece(text, font.width(text) * size / 1000, is_space=text[0] == " ")


def line_of(pieces: Iterable[Piece], room: float | None = None) -> SetLine:
    """Return pieces as a line, with no more room than they take unless it is told."""
    kept = tuple(pieces)
    width = sum([piece.width for piece in kept])
    words = tuple([piece.text for piece in kept])
    return SetLine(kept, words, width, width if room is None else room)


def _ended(pieces: list[Piece], room: float) -> SetLine:
    while pieces and pieces[-1].is_space:
        pieces.pop()
    return line_of(pieces, room)


def _cut(text: str, font: ThaiFont, size: float, limit: float) -> list[Piece]:
    """Cut what is longer than a line (an address, gibberish) between letters, never inside one."""
    scale = size / 1000
    starts, width, allowed, beyond = [0], 0.0, 0, 0.0
    for cluster, advance, *_ in font.run(text).places:
        step = advance * scale
        if step > 0 and cluster > starts[-1]:
            if may_break(text, cluster):
                allowed, beyond = cluster, 0.0
            if width + step > limit:
                # Where the script lets nothing end, between any two letters.
                if allowed <= starts[-1]:
                    allowed, beyond = cluster, 0.0
                starts.append(allowed)
                width = beyond
        width += step
        beyond += step
    ends = [*starts[1:], len(text)]
    cut = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return [Piece(part, font.width(part) * scale) for part in cut]
