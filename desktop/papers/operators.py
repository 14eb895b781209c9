"""Words as PDF operators, written so that every reader finds the text that was typed.

Readers guess at spaces from the gaps between what is drawn at once, and take things in the order
in which they begin. Hence these rules: a space is drawn with the word before it; nothing that is
drawn ends in a bare shift; and what says which text is meant spans one stretch of letters with
the raised marks over it, never more unless it must.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.papers.fonts import Run, ThaiFont

_SLOT = "\u0100"
"""Stands, in kept operators, before each mark over or below a letter; no byte of theirs.

Where letters are set apart the mark goes back over its own.
"""
_NOTICEABLE, _ADDING = 0.4, 0.2
"""Shifts below so many 1/1000 em are left to be made with the next inside a word; at its end, where
they would add up, only smaller ones are not made at all."""
_LONGEST_SHIFT = 60.0
"""Longer ones are written as several: readers take a long one for a space."""
_MOST = 4_000
"""Characters written as one word: a PDF's strings end at 32,767 bytes."""
_ESCAPED = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"}
"""What would end a string of PDF, or be read in it as another byte."""
_AS_WRITTEN = str.maketrans(_ESCAPED)
_BYTES = [_ESCAPED.get(chr(byte), chr(byte)) for byte in range(256)]
"""Each byte as it stands in a string of PDF, a character below 256."""


@dataclass(frozen=True, slots=True)
class Operators:
    """A word as PDF operators: with slots for justifying, and without."""

    text: str
    bare: str
    """Without what says which text it is."""
    apart: str
    """For letters that are set apart, with slots."""
    plain: str
    letters: int
    open: bool = False
    """Whether a raised mark in it begins right of what follows, which then must share its text."""


class Slots(dict[str, tuple[int, str]]):
    """By a glyph's code: which part of a face writes it in one document, and with which byte."""

    def __init__(self, font: ThaiFont, document: Any) -> None:
        super().__init__()
        self._font, self._document = font, document

    def __missing__(self, code: str) -> tuple[int, str]:
        """Ask the face, once in a document."""
        ((number, (byte,)),) = self._font.splitString(code, self._document)
        told = self[code] = number, _BYTES[byte]
        return told


class Setting:
    """A face at a size on one document, with the words that were set in it last."""

    def __init__(self, canvas: Canvas, font: ThaiFont, size: float, kept: int) -> None:
        self._canvas, self._font, self._size = canvas, font, size
        self._word: Callable[[str], Operators] = lru_cache(kept)(self._written)
        self._slots = Slots(font, canvas._doc)
        self._slots[" "]  # so that the first subset exists
        self._selected = _selected(font, 0, size, canvas._doc)

    def words(self, pieces: Iterable[str]) -> list[Operators]:
        """Return a line's words as operators, each with the space after it.

        A word in which a mark begins right of what follows shares its text with all up to the next
        space: readers that put things in order by where they begin would take that mark for a
        word of its own, and read the word twice.
        """
        whole: list[str] = []
        for piece in pieces:
            if piece[0] == " " and whole:
                whole[-1] += piece
            elif len(piece) <= _MOST:
                whole.append(piece)
            else:
                whole.extend([piece[at : at + _MOST] for at in range(0, len(piece), _MOST)])
        words = [self._word(text) for text in whole]
        return _closed(words) if True in [word.open for word in words] else words

    def _written(self, text: str) -> Operators:
        return _Writer(self._canvas, self._font, self._size, self._slots).word(text)

    def drawn(self, words: list[Operators], extra: float) -> str:
        """Return what draws words one after another, with so many 1/1000 em after each letter."""
        if not extra:
            return f"{self._selected} {' '.join([word.plain for word in words])}"
        drawn = " ".join([word.apart for word in words]).replace(_SLOT, f"{extra:.1f}")
        return f"{self._selected} {extra * self._size / 1000:.4f} Tc {drawn} 0 Tc"


class _Writer:
    """Writes one shaped word as text operators."""

    def __init__(self, canvas: Canvas, font: ThaiFont, size: float, slots: Slots) -> None:
        self._document, self._font, self._size = canvas._doc, font, size
        self._slots = slots
        self._out: list[str] = []
        self._array: list[str] = []
        self._bytes = ""
        self._spans: list[tuple[str, str]] = []
        self._subset, self._rise = 0, 0.0
        self._open = False
        self._ahead = 0.0
        """1/1000 em the pen stands right of where the letters so far end."""

    def word(self, text: str) -> Operators:
        """Return the operators of a word and the spaces after it."""
        word = text.rstrip(" ")
        begun, letters = self._glyphs(self._font.run(word), word) if word else (0, 0)
        if len(word) < len(text):
            blanks = self._font.run(text[len(word) :])
            self._glyphs(blanks, "")
            letters += len(blanks.places)
            self._open = False
        self._end_array()
        self._shift(self._ahead, _ADDING)
        self._end_array()
        if self._rise:
            self._out.append("0 Ts")
        if self._subset:
            self._out.append(_selected(self._font, 0, self._size, self._document))
        self._spans.append((text[begun:], " ".join(self._out)))
        return _marked(text, self._spans, letters, is_open=self._open)

    def _glyphs(self, run: Run, text: str) -> tuple[int, int]:
        """Write glyphs; return where the last stretch of letters begins, and how many letters."""
        begun, cluster, letters = 0, 0, 0
        slots, thousandth = self._slots, self._size / 1000
        for place, code in enumerate(run.codes):
            at, advance, offset, up, width = run.places[place]
            number, byte = slots[code]
            lift = round(up * thousandth, 3) if up else 0.0
            if number != self._subset or lift != self._rise:
                self._end_array()
                if not lift and at > cluster and not self._open:
                    self._spans.append((text[begun:at], " ".join(self._out)))
                    self._out.clear()
                    begun = at
                self._choose(number, lift)
            cluster = at
            if advance > 0:
                letters += 1
            elif place:
                self._end_bytes()
                self._array.append(_SLOT)
            self._open = self._open or bool(lift and offset > 0)
            amount = self._ahead - offset
            if not -_NOTICEABLE <= amount <= _NOTICEABLE:
                self._shift(amount, _NOTICEABLE)
            self._bytes += byte
            self._ahead += width - advance
        return begun, letters

    def _choose(self, subset: int, lift: float) -> None:
        """Take up a part of the face, and raise what follows."""
        if subset != self._subset:
            self._out.append(_selected(self._font, subset, self._size, self._document))
            self._subset = subset
        if lift != self._rise:
            self._out.append(f"{lift:.3f} Ts")
            self._rise = lift

    def _shift(self, amount: float, least: float) -> None:
        """Put the pen where it belongs, but for what is too little to see."""
        if abs(amount) <= least:
            return
        self._end_bytes()
        steps = ceil(abs(amount) / _LONGEST_SHIFT)
        step = round(amount / steps, 1)
        self._array.extend([f"{step:g}"] * steps)
        self._ahead -= step * steps

    def _end_bytes(self) -> None:
        if self._bytes:
            self._array.append(f"({self._bytes})")
            self._bytes = ""

    def _end_array(self) -> None:
        """Draw what was gathered."""
        self._end_bytes()
        if self._array:
            self._out.append(f"[{' '.join(self._array)}]TJ")
            self._array.clear()


def _selected(font: ThaiFont, subset: int, size: float, document: Any) -> str:
    """Return the operator that takes up one part of a face."""
    return f"{font.getSubsetInternalName(subset, document)} {size:.3f} Tf"


def _string(content: bytes) -> str:
    return f"({content.decode('latin-1').translate(_AS_WRITTEN)})"


def _marked(
    text: str, spans: Iterable[tuple[str, str]], letters: int, *, is_open: bool
) -> Operators:
    """Give operators the text they stand for, which readers then need not guess."""
    bare, told = [], []
    for part, drawn in spans:
        bare.append(drawn)
        if part.isascii() or part.isspace():
            told.append(drawn)
        else:
            words = _string(b"\xfe\xff" + part.encode("utf-16-be"))
            told.append(f"/Span<</ActualText{words}>>BDC {drawn} EMC")
    apart = " ".join(told)
    plain = apart.replace(f"{_SLOT} ", "").replace(") (", "")
    return Operators(text, " ".join(bare), apart, plain, letters, is_open)


def _closed(words: Iterable[Operators]) -> list[Operators]:
    """Let each open word share its text with what follows, up to the next space."""
    closed: list[Operators] = []
    for word in words:
        if closed and closed[-1].open and len(closed[-1].text) < _MOST:
            closed[-1] = _joined(closed[-1], word)
        else:
            closed.append(word)
    return closed


def _joined(one: Operators, other: Operators) -> Operators:
    text = one.text + other.text
    is_open = not text.endswith(" ")
    drawn = f"{one.bare} {other.bare}"
    return _marked(text, [(text, drawn)], one.letters + other.letters, is_open=is_open)
