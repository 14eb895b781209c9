"""Reading glyphs back from a paper: which are drawn, and where, by the PDF's own operators."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
import uharfbuzz as hb
from pypdf.generic import ContentStream


@dataclass(frozen=True, slots=True)
class Drawn:
    """One glyph: where it begins, in points, its size, and the outline's extents in the face."""

    x: float
    y: float
    size: float
    outline: tuple[int, ...]


def outline(face: hb.Font, glyph: int) -> tuple[int, ...]:
    """Return what tells a glyph from others: its advance and the box around its ink."""
    box = face.get_glyph_extents(glyph)
    assert box is not None
    ink = (box.x_bearing, box.y_bearing, box.width, box.height)
    return (face.get_glyph_h_advance(glyph), *ink)


class _Face:
    """One embedded face: widths and outlines by the codes that stand in the page."""

    def __init__(self, font: Any) -> None:
        self._first = int(font["/FirstChar"])
        self._widths = [float(width) for width in font["/Widths"].get_object()]
        file = font["/FontDescriptor"].get_object()["/FontFile2"].get_object().get_data()
        self._font = hb.Font(hb.Face(file))

    def width(self, code: int) -> float:
        return self._widths[code - self._first]

    def outline(self, code: int) -> tuple[int, ...]:
        # The face has a Macintosh table only, which HarfBuzz asks by Unicode.
        glyph = self._font.get_nominal_glyph(ord(bytes([code]).decode("mac_roman")))
        return outline(self._font, glyph or 0)


class _Pen:
    """Follows the text operators of ISO 32000-1, 9.4, as far as the papers use them."""

    def __init__(self, page: Any) -> None:
        fonts = page["/Resources"]["/Font"]
        self._faces = {name: _Face(font.get_object()) for name, font in fonts.items()}
        self._face: _Face | None = None
        self._size = self._rise = self._apart = 0.0
        self._x = self._y = 0.0

    def drawn(self, operator: bytes, operands: list[object]) -> Iterator[Drawn]:
        if operator == b"Tf":
            self._face, self._size = self._faces[str(operands[0])], float(str(operands[1]))
        elif operator == b"Ts":
            self._rise = float(str(operands[0]))
        elif operator == b"Tc":
            self._apart = float(str(operands[0]))
        elif operator == b"BT":
            self._x = self._y = 0.0
        elif operator == b"Td":
            self._x += float(str(operands[0]))
            self._y += float(str(operands[1]))
        elif operator == b"TJ":
            assert isinstance(operands[0], list)
            for part in operands[0]:
                if isinstance(part, (int, float)):
                    self._x -= float(part) * self._size / 1000
                else:
                    yield from self._string(part)
        else:
            assert operator not in {b"Tj", b"'", b'"', b"Tm", b"TD", b"Tw", b"Tz", b"TL"}

    def _string(self, part: object) -> Iterator[Drawn]:
        codes = getattr(part, "original_bytes", part)
        assert isinstance(codes, bytes)
        assert self._face is not None
        for code in codes:
            yield Drawn(self._x, self._y + self._rise, self._size, self._face.outline(code))
            self._x += self._face.width(code) * self._size / 1000 + self._apart


def lines_drawn(pdf: bytes, page: int = 0) -> list[list[Drawn]]:
    """Return a page's glyphs in the order they are drawn, one list a text object."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    read = reader.pages[page]
    pen = _Pen(read)
    lines: list[list[Drawn]] = []
    for operands, operator in ContentStream(read["/Contents"], reader).operations:
        if operator == b"BT":
            lines.append([])
        for glyph in pen.drawn(operator, operands):
            lines[-1].append(glyph)
    return [line for line in lines if line]
