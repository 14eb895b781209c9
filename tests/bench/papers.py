"""Acknowledgement letters: our press, beside ReportLab's shaped paragraphs and Qt's documents."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from bench.floor import Figure, beside
from bench.registers import NOW
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
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph

import resources
from desktop.demo.cases import invent
from desktop.demo.office import Setting, opening
from desktop.papers.composing import LetterFacts, letter_of
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.words import Words
from desktop.rules.thai.dates import long_date, official_date

SHAPED, DOCUMENT = 1 / 6, 1 / 2
_STOCK = "BenchSarabun"
_POINTS = 11.0
_LEADING = 20.0


def letters(setting: Setting, count: int) -> list[OfficialLetter]:
    """Return so many letters, each with names and a matter of its own."""
    made: list[OfficialLetter] = []
    signatory = opening(date(2025, 10, 1)).signatories[0]
    lives = invent(setting, 12, 4 * count, date(2026, 6, 1), NOW)
    for number, life in enumerate((life for life in lives if life.letter is not None), 1):
        if len(made) == count:
            break
        assert life.letter is not None
        case = life.case
        facts = LetterFacts(
            office=setting.facts,
            signatory=signatory,
            draft=life.letter.draft,
            number=f"{setting.facts.letter_prefix}/{number}",
            dated=official_date(NOW),
            type_name="ร้องเรียน",
            channel="หนังสือ/ไปรษณีย์",
            subject=case.matter.subject,
            complaint_number=f"{number}/2569",
            registered_on=case.received_on,
            petition_date=case.intake.letter_date,
            tracking=case.tracking,
        )
        made.append(letter_of(facts))
    return made


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


def stock(pages: Sequence[list[str]]) -> bytes:
    """Print with ReportLab's own paragraphs, shaped as it offers."""
    if _STOCK not in pdfmetrics.getRegisteredFontNames():
        file = resources.path("fonts", "Sarabun-Light.ttf")
        pdfmetrics.registerFont(TTFont(_STOCK, str(file)))
    style = ParagraphStyle("bench", fontName=_STOCK, fontSize=_POINTS, leading=_LEADING, shaping=1)
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for texts in pages:
        frame = Frame(85, 57, A4[0] - 142, A4[1] - 114)
        frame.addFromList([Paragraph(text, style) for text in texts], canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def documents(pages: Sequence[list[str]]) -> bytes:
    """Print with Qt's text document on Qt's own PDF writer, each letter on a page of its own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    font = QFont(_qt_face())
    font.setPointSizeF(_POINTS)
    document = QTextDocument()
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    begins = QTextBlockFormat()
    begins.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    follows = QTextBlockFormat()
    for number, texts in enumerate(pages):
        for place, text in enumerate(texts):
            if number or place:
                cursor.insertBlock(follows if place else begins)
            cursor.insertText(text)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def _qt_face() -> str:
    file = resources.path("fonts", "Sarabun-Light.ttf")
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


def figures(setting: Setting, count: int = 400, rounds: int = 4) -> Iterator[Figure]:
    """Measure printing letters of which no two are alike; told for a thousand."""
    faces, words = open_faces(), Words(frozenset(setting.facts.name.split()))
    printed = letters(setting, count)
    pages = [lines(letter) for letter in printed]
    for name, limit, other in (
        ("ReportLab's shaped paragraphs", SHAPED, stock),
        ("QTextDocument", DOCUMENT, documents),
    ):
        figure = beside(
            f"1,000 letters: ours / {name}",
            limit,
            lambda: ours(printed, faces, words),
            lambda other=other: other(pages),  # type: ignore[misc]
            times=1,
            rounds=rounds,
        )
        assert figure.floor is not None
        scale = 1000 / len(printed)
        yield Figure(figure.name, figure.ours * scale, limit, figure.floor * scale)


def ours(printed: Sequence[OfficialLetter], faces: Faces, words: Words) -> bytes:
    """Print with our own press."""
    return render_letters(printed, faces, words).pdf
