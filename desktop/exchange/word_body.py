"""The body of a letter in Word: paragraphs, headings, points and tables."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from desktop.exchange.word_marks import CONTINUED, HEADING
from desktop.exchange.word_page import Ink, Place, WordPage, stand
from desktop.papers import measures as m
from desktop.papers import model
from desktop.rules.corrections import Part

_BODY = "LetterBody"
_BOLD = Ink(bold=True)


def write_body(page: WordPage, body: model.Body) -> None:
    """Write a body under its bookmark; its last lines stay with the closing."""
    blocks = [model.Paragraph(one) if isinstance(one, str) else one for one in body]
    written: list[Paragraph] = []
    for is_table, run in groupby(blocks, lambda block: isinstance(block, model.TableBlock)):
        if is_table:
            for block in run:
                assert isinstance(block, model.TableBlock)
                _table(page, block)
        else:
            written.extend(_texts(page, list(run)))
    page.bookmark(Part.BODY, written)
    for paragraph in written[-m.CLOSING_LINES :]:
        paragraph.paragraph_format.keep_with_next = True


def _texts(page: WordPage, blocks: list[model.Block]) -> Iterator[Paragraph]:
    """Write what is no table; points of one list hang at the same place."""
    for is_points, run in groupby(blocks, lambda block: isinstance(block, model.Item)):
        if is_points:
            yield from _points(page, [one for one in run if isinstance(one, model.Item)])
            continue
        for block in run:
            if isinstance(block, model.Heading):
                place = Place(before=m.BEFORE, keeps=True)
                yield page.line(page.held(block.text), place, style=HEADING)
            elif isinstance(block, model.Paragraph):
                yield from _lines(page, page.held(block.text), block.indent)


def _lines(page: WordPage, text: str, indent: float) -> Iterator[Paragraph]:
    """Write a paragraph; a line that was begun by hand opens anew, as it does in print."""
    for number, part in enumerate(text.split("\n")):
        before = 0.0 if number else m.BEFORE
        place = Place(first=indent, before=before, align="spread")
        yield page.line(part, place, style=CONTINUED if number else _BODY)


def _points(page: WordPage, items: Iterable[model.Item]) -> Iterator[Paragraph]:
    points = list(items)
    widest = max(page.width(page.held(item.mark)) for item in points)
    hang = m.INDENT + widest + m.MARK_BESIDE
    for number, item in enumerate(points):
        before = 0.0 if number else m.BEFORE
        place = Place(left=hang, first=m.INDENT, before=before, align="spread", tabs=(hang,))
        yield page.line(f"{page.held(item.mark)}\t{page.held(item.text)}", place, style=_BODY)


def _table(page: WordPage, block: model.TableBlock) -> None:
    """Write a table with borders, its head again on each page it goes on."""
    made = page.document.add_table(rows=1 + len(block.rows), cols=len(block.columns))
    made.style, made.autofit = page.document.styles["Table Grid"], False
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    total = sum(column.share for column in block.columns)
    for told, column in zip(made.columns, block.columns, strict=True):
        told.width = Pt(m.TEXT_WIDTH * column.share / total)
    heads = tuple(column.head for column in block.columns)
    for row, texts in zip(made.rows, (heads, *block.rows), strict=True):
        head = texts is heads
        for cell, column, text in zip(row.cells, block.columns, texts, strict=True):
            cell.width = Pt(m.TEXT_WIDTH * column.share / total)
            paragraph = cell.paragraphs[0]
            stand(paragraph, Place(align="centre" if head else column.align))
            page.write(paragraph, page.held(text), _BOLD if head else Ink())
