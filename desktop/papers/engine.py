"""Setting Thai text straight onto a canvas: broken at words, justified between letters.

Every word is shaped once and its operators kept, so that a thousand letters take a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.papers.fonts import MISSING, ThaiFont
from desktop.papers.words import Words, may_break

_SLOT = "@"
"""Marks, in kept operators, each place where justifying may add space."""
_WIDEST = 0.06
"""Most that is added after one letter, in em."""
_ELLIPSIS = "…"
_NOTICEABLE = 0.4
"""Shifts below this many 1/1000 em are not written."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a run of spaces that may vanish at a line's end, with its width in points."""

    text: str
    width: float
    is_space: bool = False


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
    """Without what says which text it is."""
    slotted: str
    plain: str
    letters: int
    overhangs: bool
    """Whether a raised mark at its end begins right of where the next word begins."""


class Engine:
    """Sets text on one canvas. One engine a document; words are kept between its pages."""

    def __init__(self, canvas: Canvas, words: Words) -> None:
        self._canvas = canvas
        self._words = words
        self._settings: dict[tuple[str, float], _Setting] = {}
        self.unprintable: dict[str, None] = {}
        self.broken: Callable[[str, ThaiFont, float, float, float], tuple[SetLine, ...]] = (
            lru_cache(4000)(self._broken)
        )
        self.unbroken: Callable[[str, ThaiFont, float], SetLine] = lru_cache(4000)(self._unbroken)

    def printable(self, text: str, font: ThaiFont) -> str:
        """Replace, visibly, what the face cannot show, and remember it."""
        if font.knows(text):
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
        piece = self._setting(font, size).piece
        return [piece(part) for part in self._words.pieces(self.printable(text, font))]

    def width(self, text: str, font: ThaiFont, size: float) -> float:
        """Return a text's width in points."""
        return self.unbroken(text, font, size).width

    def _unbroken(self, text: str, font: ThaiFont, size: float) -> SetLine:
        """Return a text as one line, however long."""
        pieces = tuple(self.pieces(text, font, size))
        width = sum(piece.width for piece in pieces)
        return SetLine(pieces, width, width)

    def _setting(self, font: ThaiFont, size: float) -> "_Setting":
        key = (font.fontName, size)
        if key not in self._settings:
            self._settings[key] = _Setting(self._canvas, font, size)
        return self._settings[key]

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

    def clipped(
        self, text: str, font: ThaiFont, size: float, room: float, most: int
    ) -> tuple[SetLine, ...]:
        """Break a text into at most so many lines; what is left out shows as an ellipsis."""
        lines = self.broken(text, font, size, room, room)
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
        setting = self._setting(font, size)
        kept = [setting.operators(piece.text) for piece in line.pieces]
        extra = 0.0
        if spread:
            letters = sum([one.letters for one in kept]) - 1
            if letters > 0:
                extra = min((line.room - line.width) / letters / size, _WIDEST) * 1000
        joined = _joined(kept)
        if extra:
            drawn = " ".join([one.slotted for one in joined]).replace(_SLOT, f"{-extra:.1f}")
        else:
            drawn = " ".join([one.plain for one in joined])
        place = f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        self._canvas._code.append(f"BT {setting.selected} {place} {drawn} ET")

    def text(
        self, x: float, y: float, text: str, font: ThaiFont, size: float, align: str = "left"
    ) -> float:
        """Draw one unbroken line at, before or around x; return its width in points."""
        line = self.unbroken(text, font, size)
        start = x - {"left": 0.0, "centre": line.width / 2, "right": line.width}[align]
        if line.pieces:
            self.line(start, y, line, font, size)
        return line.width


class _Setting:
    """A face at a size on one document, with every word that was set in it."""

    def __init__(self, canvas: Canvas, font: ThaiFont, size: float) -> None:
        self._canvas, self._font, self._size = canvas, font, size
        self._pieces: dict[str, Piece] = {}
        self._kept: dict[str, _Operators] = {}
        font.splitString(" ", canvas._doc)  # so that the first subset exists
        self.selected = _selected(font, 0, size, canvas._doc)

    def piece(self, text: str) -> Piece:
        """Return a word with its width."""
        found = self._pieces.get(text)
        if found is None:
            width = self._font.width(text) * self._size / 1000
            found = Piece(text, width, is_space=text[0] == " ")
            self._pieces[text] = found
        return found

    def operators(self, text: str) -> _Operators:
        """Return a word as operators."""
        found = self._kept.get(text)
        if found is None:
            found = _Writer(self._canvas, self._font, self._size).written(text)
            self._kept[text] = found
        return found


def _selected(font: ThaiFont, subset: int, size: float, document: Any) -> str:
    """Return the operator that takes up one part of a face."""
    return f"{font.getSubsetInternalName(subset, document)} {size:.3f} Tf"


class _Writer:
    """Writes one shaped word as text operators."""

    def __init__(self, canvas: Canvas, font: ThaiFont, size: float) -> None:
        self._escape = canvas._escape
        self._document, self._font, self._size = canvas._doc, font, size
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
                self._out.append(_selected(font, number, size, self._document))
            for byte in codes:
                place += 1
                at = run.places[place]
                lift = round(at.y_offset * size / 1000, 3)
                if lift != rise:
                    self._end_array()
                    self._out.append(f"{lift:.3f} Ts")
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
            self._out.append(_selected(font, 0, size, self._document))
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
    joined: list[_Operators] = []
    before: _Operators | None = None
    for one in kept:
        if before is None or not before.overhangs:
            joined.append(one)
        else:
            joined[-1] = _marked(
                before.text + one.text,
                f"{before.bare} {one.bare}",
                before.letters + one.letters,
                overhangs=one.overhangs,
            )
        before = joined[-1]
    return joined


def _ended(pieces: list[Piece], room: float) -> SetLine:
    while pieces and pieces[-1].is_space:
        pieces.pop()
    return SetLine(tuple(pieces), sum(piece.width for piece in pieces), room)


def _cut(text: str, font: ThaiFont, size: float, limit: float) -> list[Piece]:
    """Cut what is longer than a line (an address, gibberish) between letters, never inside one."""
    scale = size / 1000
    starts, width, allowed, beyond = [0], 0.0, 0, 0.0
    for at in font.run(text).places:
        step = at.x_advance * scale
        if step > 0 and at.cluster > starts[-1]:
            if may_break(text, at.cluster):
                allowed, beyond = at.cluster, 0.0
            if width + step > limit:
                # Where the script lets nothing end, between any two letters.
                if allowed <= starts[-1]:
                    allowed, beyond = at.cluster, 0.0
                starts.append(allowed)
                width = beyond
        width += step
        beyond += step
    ends = [*starts[1:], len(text)]
    cut = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return [Piece(part, font.width(part) * scale) for part in cut]
