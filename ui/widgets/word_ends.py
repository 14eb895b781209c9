"""Lines of Thai that end at word ends on screen, where the toolkit does not know the words itself.

Qt asks libthai, which Windows has not: labels run out of their room there and editors break inside
words. So text that is shown gets marks between its words, and an editor, whose text is the
citizen's own and stays as typed, lays its lines out by the same words.
"""

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPointF, QRectF, QTextBoundaryFinder
from PySide6.QtGui import QClipboard, QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextDocumentLayout,
    QTextEdit,
    QWidget,
)

from ui.widgets.whole import WholeLabel

if TYPE_CHECKING:
    from desktop.papers.words import Words

MARK = "\u200b"
"""Takes no room; a line may end there."""
_THAI = "\u0e00", "\u0e7f"
_TRIED, _WORD_END = "ขอเรียน", 2
_ROOM = 0.5
"""Pixels, of which a fraction is lost in measuring."""


@cache
def _words() -> "Words":
    # Its dictionary takes time to load; where Qt knows the words nobody waits for it.
    from desktop.papers.words import Words  # noqa: PLC0415

    return Words()


@cache
def qt_knows() -> bool:
    """Tell whether Qt finds the ends of Thai words by itself."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, _TRIED)
    finder.setPosition(_WORD_END)
    return bool(finder.isAtBoundary())


def shown(text: str) -> str:
    """Return text as it is to be shown and wrapped; never kept, copied or compared."""
    if qt_knows() or not any(_THAI[0] <= letter <= _THAI[1] for letter in text):
        return text
    return "\n".join(map(_marked, text.split("\n")))


def _marked(line: str) -> str:
    """Mark the ends of words; a space ends a line by itself, and never begins one."""
    pieces = _words().pieces(line)
    return "".join(
        piece if piece.isspace() or following[:1].isspace() else piece + MARK
        for piece, following in pairwise((*pieces, " "))
    )


def said(text: str) -> str:
    """Return what was shown as it was said."""
    return text.replace(MARK, "")


def wrapping_label(text: str) -> QLabel:
    """Make a label that may wrap."""
    return WholeLabel(text) if qt_knows() else _MarkedLabel(text)


class _MarkedLabel(WholeLabel):
    """Shows its text with marks; whoever asks is told the text itself."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._said = text
        super().setText(shown(text))
        # Read aloud without marks.
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the text without marks."""
        return self._said

    def selectedText(self) -> str:
        """Return what is selected without marks."""
        return said(super().selectedText())


class WordEnds(QPlainTextDocumentLayout):
    """Lays the lines of an editor out by words; cursor, selection and text know nothing of it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._laid: dict[int, _Laid] = {}

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the room of a paragraph, whose lines end as they should by then."""
        room = super().blockBoundingRect(block)
        layout = block.layout()
        if not (block.isValid() and block.isVisible()) or layout.lineCount() <= 1:
            return room
        number = block.blockNumber()
        # Whatever changes a paragraph lets Qt lay it out anew, by its own lines.
        if self._laid.get(number) == _laid(block):
            return room
        _lay_out(layout, block.text())
        block.setLineCount(layout.lineCount())
        self._laid[number] = _laid(block)
        return super().blockBoundingRect(block)


_Laid = tuple[str, tuple[int, ...]]


def _laid(block: QTextBlock) -> _Laid:
    layout = block.layout()
    lines = range(layout.lineCount())
    return block.text(), tuple(layout.lineAt(line).textStart() for line in lines)


def _lay_out(layout: QTextLayout, text: str) -> None:
    """Lay lines out again in the width they have, each up to the last word that has room."""
    width, left = layout.lineAt(0).width(), layout.lineAt(0).x()
    ends, place = [], 0
    for piece in _words().pieces(text):
        place += len(piece)
        ends.append(place)
    option = layout.textOption()
    # Left to itself Qt would end a line at a space long before the margin.
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        start = line.textStart()
        end = start + line.textLength()
        while ends and ends[0] <= start:
            ends.pop(0)
        fitting = [one for one in ends if one <= end]
        # A word that has no room whole is broken as Qt would.
        if fitting and fitting[-1] < end < len(text):
            line.setLineWidth(_across(line, fitting[-1]) + _ROOM)
        line.setPosition(QPointF(left, high))
        high += line.height()
    layout.endLayout()


def _across(line: QTextLine, place: int) -> float:
    """Return how far from its beginning a place of a line is, in pixels."""
    found = line.cursorToX(place)
    # The binding returns the place as well, moved to where a cursor may stand.
    across = found[0] if isinstance(found, tuple) else found
    return float(cast("float", across)) - line.x()


class CleanClipboard(QObject):
    """Takes the marks out of what is copied from what is shown; all else is left as it is."""

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        clipboard.dataChanged.connect(self._clean)

    def _clean(self) -> None:
        # Whoever copies has the cursor there.
        if isinstance(QApplication.focusWidget(), (QLabel, QTextEdit)):
            copied = self._clipboard.text()
            if MARK in copied:
                self._clipboard.setText(said(copied))
