"""Reading a paper back: what stands where, by a library that did not make it."""

import ctypes
import io
import re

import pypdf
import pypdfium2

Run = tuple[float, float, float, str]
"""A line's left and right edge and its baseline, in points, and its text without blanks."""


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


def pages_of(pdf: bytes) -> list[str]:
    """Read every page's text by another library, blanks left out."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return [re.sub(r"\s+", "", page.extract_text()) for page in reader.pages]


def size_of(pdf: bytes) -> tuple[float, float]:
    """Return the first page's width and height in points."""
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)
