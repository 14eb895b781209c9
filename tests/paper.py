"""Reading a paper back: what stands where, by a library that did not make it."""

import ctypes
import io
import re
from dataclasses import dataclass

import pypdf
import pypdfium2
from PIL import Image

from desktop.papers.pdfium import Pdf

Run = tuple[float, float, float, str]
"""A line's left and right edge and its baseline, in points, and its text without blanks."""

_SAME_LINE = 1.5
"""Points by which baselines of one line may differ."""
Box = tuple[float, float, float, float]


def _lines(pdf: bytes, page: int) -> list[tuple[float, list[tuple[float, float, str]]]]:
    """Read a page's characters by their baselines, from the top."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    found: dict[int, list[tuple[float, float, str]]] = {}
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if not char.strip():
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
        _left, _bottom, right, _top = text.get_charbox(index, loose=True)
        found.setdefault(round(y.value), []).append((x.value, right, char))
    document.close()
    return [(float(y), chars) for y, chars in sorted(found.items(), reverse=True)]


def lines_of(pdf: bytes, page: int = 0) -> list[Run]:
    """Read a page's lines, each whole."""
    return [
        (
            min(left for left, _, _ in chars),
            max(right for _, right, _ in chars),
            baseline,
            "".join(char for _, _, char in chars),
        )
        for baseline, chars in _lines(pdf, page)
    ]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands on a page, in points, and the size and face of its first letter."""

    left: float
    right: float
    baseline: float
    size: float
    face: str


def find(pdf: bytes, told: str, page: int = 0) -> Found:
    """Find the first place where a text stands, blanks left out."""
    wanted = re.sub(r"\s", "", told)
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    kept = [
        (index, char)
        for index in range(text.count_chars())
        if (char := text.get_text_range(index, 1)).strip()
    ]
    start = "".join(char for _, char in kept).find(wanted)
    assert start >= 0, f"{told} is not on page {page + 1}"
    places = [index for index, _ in kept[start : start + len(wanted)]]
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, places[0], x, y)
    found = Found(
        x.value,
        max(text.get_charbox(index, loose=True)[2] for index in places),
        y.value,
        pypdfium2.raw.FPDFText_GetFontSize(text, places[0]),
        _face(text, places[0]),
    )
    document.close()
    return found


def _face(text: pypdfium2.PdfTextPage, index: int) -> str:
    name = ctypes.create_string_buffer(200)
    pypdfium2.raw.FPDFText_GetFontInfo(text, index, name, 200, ctypes.c_int())
    return name.value.decode()


def pictures(pdf: bytes, page: int = 0) -> list[Box]:
    """Return every picture's left, lower, right and upper edge in points."""
    return [box for kind, box, _ in _drawn(pdf, page) if kind == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]


def strokes(pdf: bytes, page: int = 0) -> list[tuple[Box, bool]]:
    """Return every drawn line's edges, and whether it is dotted."""
    return [
        (box, dotted)
        for kind, box, dotted in _drawn(pdf, page)
        if kind == pypdfium2.raw.FPDF_PAGEOBJ_PATH
    ]


def _drawn(pdf: bytes, page: int) -> list[tuple[int, Box, bool]]:
    document = pypdfium2.PdfDocument(pdf)
    found = [
        (one.type, one.get_bounds(), pypdfium2.raw.FPDFPageObj_GetDashCount(one) > 0)
        for one in document[page].get_objects()
    ]
    document.close()
    return found


def red_texts(pdf: bytes) -> dict[str, float]:
    """Return what stands in red on any page, with its smallest size in points."""
    found: dict[str, float] = {}
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        word, sizes = "", []
        for index in range(text.count_chars() + 1):
            if index < text.count_chars() and _is_red(text, index):
                word += text.get_text_range(index, 1)
                sizes.append(pypdfium2.raw.FPDFText_GetFontSize(text, index))
            elif word:
                found[word] = min([*sizes, found.get(word, sizes[0])])
                word, sizes = "", []
    document.close()
    return found


def _is_red(text: pypdfium2.PdfTextPage, index: int) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    pypdfium2.raw.FPDFText_GetFillColor(text, index, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return bool(red > 150 and green < 60 and blue < 60)


def placed_of(pdf: bytes, page: int = 0) -> list[tuple[float, float, str]]:
    """Read a page's lines from the top: where each begins, its exact baseline, its text."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    letters = []
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if char.strip():
            x, y = ctypes.c_double(), ctypes.c_double()
            pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
            letters.append((y.value, x.value, char))
    document.close()
    lines: list[list[tuple[float, float, str]]] = []
    for letter in sorted(letters, key=lambda one: -one[0]):
        if not lines or lines[-1][0][0] - letter[0] > _SAME_LINE:
            lines.append([])
        lines[-1].append(letter)
    return [
        (min(x for _, x, _ in line), line[0][0], "".join(char for _, _, char in line))
        for line in lines
    ]


def off_paper(pdf: bytes) -> str:
    """Return the characters that stand, wholly or in part, outside their page."""
    document = pypdfium2.PdfDocument(pdf)
    lost: list[str] = []
    for page in document:
        (width, height), text = page.get_size(), page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            inside = left >= 0 and bottom >= 0 and right <= width and top <= height
            if right > left and not inside:
                lost.append(text.get_text_range(index, 1))
    document.close()
    return "".join(lost)


def pages_of(pdf: Pdf) -> list[str]:
    """Read every page's text by another library, blanks left out."""
    reader = pypdf.PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    return [re.sub(r"\s+", "", page.extract_text()) for page in reader.pages]


def size_of(pdf: bytes) -> tuple[float, float]:
    """Return the first page's width and height in points."""
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


def inked(picture: Image.Image) -> Image.Image:
    """Tell ink from paper in a picture of a page: ink is 255, paper 0."""
    return picture.convert("L").point(lambda shade: 255 if shade < 128 else 0)
