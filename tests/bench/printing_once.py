"""Opens a press, prints letters once and tells the milliseconds: nothing is kept from before."""

import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from bench.floor import timed, undisturbed
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph

import resources
from desktop.papers.fonts import open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.words import Words
from desktop.rules.thai.dates import long_date

_STOCK = "BenchSarabun"
_POINTS = 11.0
_LEADING = 20.0
_FACE = resources.path("fonts", "Sarabun-Light.ttf")


def lines(letter: OfficialLetter) -> list[str]:
    """Return what stands on a letter, one text a block."""
    assert letter.dated is not None
    return [
        letter.number,
        letter.office,
        *letter.address,
        long_date(letter.dated),
        letter.subject,
        f"{letter.salutation} {letter.recipient}",
        *(block for block in letter.paragraphs if isinstance(block, str)),
        letter.closing,
        letter.signer,
        letter.position,
        letter.unit,
        letter.phone,
    ]


Letters = Sequence[OfficialLetter]
Press = Callable[[Letters], bytes]
"""A program that is open, and has printed nothing: no word of the letters is known to it."""


def ours() -> Press:
    """Open our own press: its faces and its dictionary."""
    faces, words = open_faces(), Words(("สำนักงาน", "ตัวอย่าง"))
    words.pieces("ก")
    return lambda letters: render_letters(letters, faces, words).pdf


def stock() -> Press:
    """Open a face for ReportLab's own paragraphs, shaped as it offers."""
    pdfmetrics.registerFont(TTFont(_STOCK, str(_FACE)))
    return _by_paragraphs


def _by_paragraphs(letters: Letters) -> bytes:
    style = ParagraphStyle("bench", fontName=_STOCK, fontSize=_POINTS, leading=_LEADING, shaping=1)
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for letter in letters:
        frame = Frame(85, 57, A4[0] - 142, A4[1] - 114)
        frame.addFromList([Paragraph(text, style) for text in lines(letter)], canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def document() -> Press:
    """Open a face for Qt's text document and Qt's own PDF writer."""
    face = QFontDatabase.addApplicationFont(str(_FACE))
    font = QFont(QFontDatabase.applicationFontFamilies(face)[0])
    font.setPointSizeF(_POINTS)
    return lambda letters: _by_document(letters, font)


def _by_document(letters: Letters, font: QFont) -> bytes:
    """Print each letter on a page of its own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    text = QTextDocument()
    text.setDefaultFont(font)
    cursor = QTextCursor(text)
    begins = QTextBlockFormat()
    begins.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    follows = QTextBlockFormat()
    for number, letter in enumerate(letters):
        for place, block in enumerate(lines(letter)):
            if number or place:
                cursor.insertBlock(follows if place else begins)
            cursor.insertText(block)
    text.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


WAYS: Mapping[str, Callable[[], Press]] = {way.__name__: way for way in (ours, stock, document)}


def main(way: str, file: Path) -> int:
    """Print the letters of a file in one of the ways."""
    application = QApplication(sys.argv[:1])
    letters: list[OfficialLetter] = pickle.loads(file.read_bytes())  # noqa: S301 - made just now
    press = WAYS[way]()
    with undisturbed():
        taken = timed(lambda: press(letters))
    sys.stdout.write(f"{taken}\n")
    application.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[2])))
