"""Setting Thai text straight onto a canvas: broken at words, justified between letters.

Every word is shaped once and its operators kept, so that a thousand letters take a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from desktop.papers.fonts import MISSING, ThaiFont
from desktop.papers.words import Words

_SLOT = "@"
"""Marks, in kept operators, each place where justifying may add space."""
_WIDEST = 0.06
"""Most that is added after one letter, in em."""
_NOTICEABLE = 0.4
"""Shifts below this many 1/1000 em are not written."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a run of spaces with its width in points."""

    text: str
    width: float

    @property
    def is_space(self) -> bool:
        """Whether it may vanish at a line's end."""
        return self.text[0] == " "


@dataclass(frozen=True, slots=True)
class SetLine:
    """One broken line: its pieces, their width, and the room they had."""

    pieces: tuple[Piece, ...]
    width: float
    room: float

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Operators:
    """A word as PDF operators: with slots for justifying, and without."""

    text: str
    bare: str
    slotted: str
    plain: str
    letters: int
    overhangs: bool
    """Whether a raised mark at its end begins right of where the next word begins."""


class Engine:
    """Sets text on one canvas. One engine a document; words are kept between its pages."""

    def __init__(self, canvas: Canvas, words: Words) -> None:
        self._canvas = canvas
        self._document = canvas._doc
        self._words = words
        self._kept: dict[tuple[str, float, str], _Operators] = {}
        self.unprintable: dict[str, None] = {}
        self.broken: Callable[[str, ThaiFont, float, float, float], tuple[SetLine, ...]] = (
            lru_cache(4000)(self._broken)
        )

    def printable(self, text: str, font: ThaiFont) -> str:
        """Replace, visibly, what the face cannot show, and remember it."""
        if all(font.knows(char) for char in text):
            return text
        shown = []
        for char in text:
            if font.knows(char):
                shown.append(char)
            elif char.isspace():
                shown.append(" ")
            else:
                self.unprintable[char] = None
                shown.append(MISSING if font.knows(MISSING) else "×")
        return "".join(shown)

    def pieces(self, text: str, font: ThaiFont, size: float) -> list[Piece]:
        """Take a text apart into words and spaces of known width."""
        scale = size / 1000
        return [
            Piece(part, font.width(part) * scale)
            for part in self._words.pieces(self.printable(text, font))
        ]

    def width(self, text: str, font: ThaiFont, size: float) -> float:
        """Return a text's width in points."""
        return sum(piece.width for piece in self.pieces(text, font, size))

    def _broken(
        self, text: str, font: ThaiFont, size: float, first: float, rest: float
    ) -> tuple[SetLine, ...]:
        """Break a text into lines; the first has `first` points of room, the others `rest`."""
        narrow = min(first, rest)
        lines: list[SetLine] = []
        current: list[Piece] = []
        width, room = 0.0, first
        for whole in self.pieces(text, font, size):
            parts = [whole]
            if whole.width > narrow and not whole.is_space:
                parts = _cut(whole.text, font, size, narrow)
            for piece in parts:
                if current and not piece.is_space and width + piece.width > room + 1e-6:
                    lines.append(_ended(current, room))
                    current, width, room = [], 0.0, rest
                if piece.is_space and not current:
                    continue
                current.append(piece)
                width += piece.width
        lines.append(_ended(current, room))
        return tuple(lines)

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
        extra = 0.0
        kept = [self._operators(piece.text, font, size) for piece in line.pieces]
        if spread:
            letters = sum(one.letters for one in kept) - 1
            if letters > 0:
                extra = min((line.room - line.width) / letters / size, _WIDEST) * 1000
        joined = _joined(kept)
        if extra:
            drawn = " ".join(one.slotted for one in joined).replace(_SLOT, f"{-extra:.1f}")
        else:
            drawn = " ".join(one.plain for one in joined)
        font.splitString(" ", self._document)  # so that the first subset exists
        name = font.getSubsetInternalName(0, self._document)
        head = f"BT {name} {fp_str(size)} Tf 1 0 0 1 {fp_str(x)} {fp_str(y)} Tm "
        self._canvas._code.append(head + drawn + " ET")

    def text(
        self, x: float, y: float, text: str, font: ThaiFont, size: float, align: str = "left"
    ) -> float:
        """Draw one unbroken line at, before or around x; return its width in points."""
        pieces = tuple(self.pieces(text, font, size))
        width = sum(piece.width for piece in pieces)
        start = x - {"left": 0.0, "centre": width / 2, "right": width}[align]
        if pieces:
            self.line(start, y, SetLine(pieces, width, width), font, size)
        return width

    def _operators(self, text: str, font: ThaiFont, size: float) -> _Operators:
        key = (font.fontName, size, text)
        if key not in self._kept:
            self._kept[key] = _Writer(self._canvas, self._document, font, size).written(text)
        return self._kept[key]


class _Writer:
    """Writes one shaped word as text operators."""

    def __init__(self, canvas: Canvas, document: Any, font: ThaiFont, size: float) -> None:
        self._escape = canvas._escape
        self._document, self._font, self._size = document, font, size
        self._out: list[str] = []
        self._array: list[str] = []
        self._bytes = bytearray()

    def written(self, text: str) -> _Operators:
        """Return the word's operators; its true text goes with it for readers."""
        run, font, size = self._font.run(text), self._font, self._size
        subset, rise, owed, place = 0, 0.0, 0.0, -1
        for number, codes in font.splitString(run.codes, self._document):
            if number != subset:
                self._end_array()
                subset = number
                name = font.getSubsetInternalName(number, self._document)
                self._out.append(f"{name} {fp_str(size)} Tf")
            for byte in codes:
                place += 1
                at = run.places[place]
                lift = round(at.y_offset * size / 1000, 3)
                if lift != rise:
                    self._end_array()
                    self._out.append(f"{fp_str(lift)} Ts")
                    rise = lift
                self._shift(owed - at.x_offset)
                self._bytes.append(byte)
                owed = at.width - at.x_advance + at.x_offset
                if place + 1 == len(run.places) or run.places[place + 1].x_advance > 0:
                    self._shift(owed)
                    owed = 0.0
                    self._end_bytes()
                    self._array.append(_SLOT)
        self._end_array()
        if rise:
            self._out.append("0 Ts")
        if subset:
            name = font.getSubsetInternalName(0, self._document)
            self._out.append(f"{name} {fp_str(size)} Tf")
        letters = sum(at.x_advance > 0 for at in run.places)
        last = run.places[-1]
        overhangs = bool(last.y_offset and last.x_offset > 0)
        return _marked(text, " ".join(self._out), letters, overhangs=overhangs)

    def _shift(self, amount: float) -> None:
        if abs(amount) > _NOTICEABLE:
            self._end_bytes()
            self._array.append(f"{amount:.1f}")

    def _end_bytes(self) -> None:
        if self._bytes:
            escaped = self._escape(bytes(self._bytes)).replace(_SLOT, "\\100")
            self._array.append(f"({escaped})")
            self._bytes.clear()

    def _end_array(self) -> None:
        self._end_bytes()
        if self._array:
            self._out.append(f"[{' '.join(self._array)}]TJ")
            self._array.clear()


def _marked(text: str, bare: str, letters: int, *, overhangs: bool) -> _Operators:
    """Give operators the text they stand for, which readers then need not guess."""
    slotted = bare
    if not text.isspace() and not text.isascii():
        words = text.encode("utf-16-be").hex().upper()
        slotted = f"/Span<</ActualText<FEFF{words}>>>BDC {bare} EMC"
    plain = slotted.replace(f" {_SLOT}", "").replace(f"{_SLOT} ", "").replace(_SLOT, "")
    return _Operators(text, bare, slotted, plain.replace(") (", ""), letters, overhangs)


def _joined(kept: list[_Operators]) -> list[_Operators]:
    """Let a word whose last mark overhangs share its text with the next.

    Readers that put things in order by where they begin would take that mark for a word after
    the next, and read the word twice.
    """
    if not any(one.overhangs for one in kept):
        return kept
    joined: list[_Operators] = []
    for one in kept:
        before = joined[-1] if joined else None
        if before is None or not before.overhangs:
            joined.append(one)
            continue
        joined[-1] = _marked(
            before.text + one.text,
            f"{before.bare} {one.bare}",
            before.letters + one.letters,
            overhangs=one.overhangs,
        )
    return joined


def _ended(pieces: list[Piece], room: float) -> SetLine:
    while pieces and pieces[-1].is_space:
        pieces.pop()
    return SetLine(tuple(pieces), sum(piece.width for piece in pieces), room)


def _cut(text: str, font: ThaiFont, size: float, limit: float) -> list[Piece]:
    """Cut what is longer than a line (an address, gibberish) between letters, never inside one."""
    scale = size / 1000
    starts, width = [0], 0.0
    for at in font.run(text).places:
        step = at.x_advance * scale
        if step > 0 and width + step > limit and at.cluster > starts[-1]:
            starts.append(at.cluster)
            width = 0.0
        width += step
    ends = [*starts[1:], len(text)]
    cut = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return [Piece(part, font.width(part) * scale) for part in cut]
