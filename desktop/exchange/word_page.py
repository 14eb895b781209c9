"""A Word file of official paper being written: our measures in Word's own terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from desktop.exchange.word_marks import STYLES, TAGS, held, unheld
from desktop.exchange.word_package import describe, dress, mark, prepare
from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.pages import RED
from desktop.ports import WordLetter
from desktop.rules.corrections import LetterMark, Part

DROP = m.LOWEST - m.BOTTOM
"""From a baseline at the body's size to the lower edge of its line."""
_PART_OF = {part: tag for tag, part in TAGS.items()}
_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "spread": WD_ALIGN_PARAGRAPH.THAI_JUSTIFY,
}


def pitch(points: float) -> float:
    """Return the depth of a line at a size: single spacing, whatever face the computer has."""
    return m.LINE * points / m.BODY_SIZE


def drop(points: float) -> float:
    """Return how far a line at a size reaches below its baseline."""
    return float(DROP * points / m.BODY_SIZE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a paragraph stands, in points: `left`, `first` and `tabs` from the left margin."""

    left: float = 0.0
    first: float | None = None
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = m.LINE
    align: Literal["left", "centre", "right", "spread"] = "left"
    tabs: tuple[float, ...] = ()
    centre_tabs: tuple[float, ...] = ()
    right_tab: float | None = None
    keeps: bool = False
    """Whether the next paragraph must be on the same page."""


PLAIN = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How words look."""

    bold: bool = False
    points: float = m.BODY_SIZE
    red: bool = False
    dotted: bool = False
    """On a dotted leader."""


BODY_INK = Ink()


def around(middle: float, room: float) -> Place:
    """Return the place of lines centred on a line of the sheet, no wider than their room."""
    left, right = middle - room / 2 - m.LEFT, m.PAGE_WIDTH - m.RIGHT - middle - room / 2
    return Place(left=left, right=right, align="centre", keeps=True)


class WordPage:
    """Writes paragraphs one below another; tabs in what it is given part columns."""

    def __init__(
        self, title: str, author: str, made: date, faces: Faces, *, top: float = m.TOP
    ) -> None:
        self._faces = faces
        self._bookmarks = 0
        self._replaced: dict[str, None] = {}
        self.document: Document = docx.Document(BytesIO(_blank()))
        prepare(self.document, top)
        dress(self.document, STYLES)
        describe(self.document, title, author, made)

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of a text at the body's size, in points."""
        font = self._faces.bold if bold else self._faces.regular
        return float(font.width(text) * self._faces.size(m.BODY_SIZE) / 1000) if text else 0.0

    def line(
        self, text: str, place: Place = PLAIN, ink: Ink = BODY_INK, *, style: str = ""
    ) -> Paragraph:
        """Add a paragraph."""
        made = self.document.add_paragraph()
        if style:
            # By its name, which is its key as well: the library looks through all styles each time.
            made._p.style = style
        stand(made, place)
        self.write(made, text, ink)
        return made

    def write(self, paragraph: Paragraph, text: str, ink: Ink = BODY_INK) -> Run:
        """Add words to a paragraph; a new line in them is a line that Word breaks by hand."""
        run = paragraph.add_run(text)
        if ink.bold:
            run.bold = True
            run.font.cs_bold = True
        if ink.points != m.BODY_SIZE:
            run.font.size = Pt(ink.points)
            _size_of_thai(run, ink.points)
        if ink.red:
            red, green, blue = (round(share * 255) for share in RED.rgb())
            run.font.color.rgb = RGBColor(red, green, blue)
        if ink.dotted:
            run.underline = WD_UNDERLINE.DOTTED
        return run

    def empty(self, count: int, *, keeps: bool = True) -> None:
        """Press Enter so often."""
        for _ in range(count):
            self.line("", Place(keeps=keeps))

    def bookmark(self, part: Part, stretch: Sequence[Paragraph]) -> None:
        """Mark paragraphs that stand one below another as a part."""
        if not stretch:
            return
        self._bookmarks += 1
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (begin, end):
            one.set(qn("w:id"), str(self._bookmarks))
        begin.set(qn("w:name"), _PART_OF[part])
        stretch[0]._p.get_or_add_pPr().addnext(begin)
        stretch[-1]._p.append(end)

    def frame(self, paragraph: Paragraph, left: float, top: float, width: float) -> None:
        """Put a paragraph at a place of its own; `left` and `top` from the sheet's edges."""
        place = OxmlElement("w:framePr")
        for name, points in (("w", width), ("x", left), ("y", top)):
            place.set(qn(f"w:{name}"), str(round(points * 20)))
        for name, value in (("wrap", "around"), ("hAnchor", "page"), ("vAnchor", "page")):
            place.set(qn(f"w:{name}"), value)
        paragraph._p.get_or_add_pPr().insert_element_before(place, *_AFTER_FRAME)

    def rule(self, paragraph: Paragraph, points: float) -> None:
        """Draw a line below a paragraph, as wide as its room."""
        borders, below = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        told = (("val", "single"), ("sz", str(round(points * 8))), ("space", "0"))
        for name, value in (*told, ("color", "000000")):
            below.set(qn(f"w:{name}"), value)
        borders.append(below)
        paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)

    def secrecy(self, word: str) -> None:
        """Write the secrecy class at the top and at the bottom of every page."""
        section = self.document.sections[0]
        ink = Ink(bold=True, points=m.SECRECY_SIZE, red=True)
        place = Place(right=m.LEFT - m.RIGHT, align="centre", line=pitch(m.SECRECY_SIZE))
        for part in (
            section.header,
            section.first_page_header,
            section.footer,
            section.first_page_footer,
        ):
            stand(part.paragraphs[0], place)
            self.write(part.paragraphs[0], self.held(word), ink)
        section.header_distance = Pt(m.SECRECY_EDGE + drop(m.SECRECY_SIZE) - pitch(m.SECRECY_SIZE))
        section.footer_distance = Pt(m.SECRECY_EDGE - drop(m.SECRECY_SIZE))
        self._number(section.header)

    def held(self, text: str) -> str:
        """Return text as the file can hold it, and remember what had to be replaced."""
        self._replaced.update(dict.fromkeys(unheld(text)))
        return held(text)

    def finished(self, whose: LetterMark) -> WordLetter:
        """Mark the file and return it."""
        mark(self.document, whose)
        made = BytesIO()
        self.document.save(made)
        return WordLetter(made.getvalue(), tuple(self._replaced))

    def _number(self, header: Any) -> None:
        """Number the pages after the first, where the regulation has it."""
        number = header.add_paragraph()
        above = m.SECRECY_EDGE + drop(m.SECRECY_SIZE)
        baseline = m.PAGE_NUMBER_TOP + DROP - m.LINE
        stand(
            number,
            Place(
                right=m.LEFT - m.RIGHT, align="centre", before=baseline - above, after=m.LINE / 2
            ),
        )
        self.write(number, "- ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        number._p.append(field)
        field.append(self.write(number, "๒")._r)
        self.write(number, " -")


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
_AFTER_FRAME = ("w:widowControl", "w:numPr", "w:pBdr", *_AFTER_BORDERS)
"""What must follow in a paragraph's properties, whose order is fixed."""


def stand(paragraph: Paragraph, place: Place) -> None:
    """Put a paragraph where it stands."""
    told = paragraph.paragraph_format
    told.line_spacing = Pt(place.line)
    told.space_before, told.space_after = Pt(place.before), Pt(place.after)
    told.left_indent, told.right_indent = Pt(place.left), Pt(place.right)
    first = place.left if place.first is None else place.first
    told.first_line_indent = Pt(first - place.left)
    told.alignment = _ALIGNED[place.align]
    told.keep_with_next = place.keeps
    for tab in place.tabs:
        told.tab_stops.add_tab_stop(Pt(tab))
    for tab in place.centre_tabs:
        told.tab_stops.add_tab_stop(Pt(tab), WD_TAB_ALIGNMENT.CENTER)
    if place.right_tab is not None:
        told.tab_stops.add_tab_stop(Pt(place.right_tab), WD_TAB_ALIGNMENT.RIGHT)


def _size_of_thai(run: Run, points: float) -> None:
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(points * 2)))
    latin = run._r.get_or_add_rPr().find(qn("w:sz"))
    assert latin is not None
    latin.addnext(size)


@lru_cache(maxsize=1)
def _blank() -> bytes:
    """Read the blank file that comes with the library, once."""
    return (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()
