"""Which language a window speaks: every word it shows, tells when pointed at, or reads aloud."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTableView,
    QWidget,
)

import resources
from ui.scanning.folder import ATTACHED

LINES = 40
"""Lines of a table that are read."""
FEWEST = 4
"""Letters besides its fields by which a sentence is known."""
FIELD = re.compile(r"\\?\{\w+\\?\}")
LATIN = re.compile(r"[A-Za-z]{2,}")
ADDRESSES = re.compile(
    r"\{\w+\}|\S+@\S+|\w+://\S*|\b[A-Z]:\\\S+|(?:/[\w.-]+)+|\.(?:pdf|xlsx|csv|docx|jpg|png|eml)\b"
)
"""Fields of wording, and where something is found."""
CODES = re.compile(r"\b[0-9A-Z]{3,}(?:-[0-9A-Z]{3,})+\b|\b[A-Z]{2}\d{9}TH\b")
"""What a complaint is followed by, and the post's registered letters."""
LONE_DIGITS = re.compile(r"(?<![0-9A-Za-z+/\\:.,-])[0-9]+(?![0-9A-Za-z])")
"""Digits that are no part of a key, of a size of paper or of an address."""
THAI = re.compile(r"[ก-ฺเ-๎]+(?: [ก-ฺเ-๎]+)*")
KEYS = frozenset(
    re.findall(r"\w+", "Ctrl Alt Shift Enter Esc Tab Home End Del Ins Space Page Up Down")
)
IN_EVERY_TONGUE = frozenset(
    re.findall(r"\w+", "Word Excel PDF CSV QR LINE DL EMS SLA KB MB PostgreSQL Windows English")
)
"""Names of things that are written so in Thai too."""
ADDRESS = ("หมู่", "ซอย", "ถนน", "ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เขต")
"""What stands before the names of an address, on screen as on an envelope."""
NAME = "รับเรื่อง"
"""What the program is called in every language."""


def said(top: QWidget) -> set[str]:
    """Return every word that a window shows, tells or reads aloud; not what is typed in it."""
    found: set[str] = {top.windowTitle()}
    for part in (top, *top.findChildren(QWidget)):
        opener = part.parentWidget()
        if isinstance(part, QMenu) and opener is not None and opener.isVisible():
            part.aboutToShow.emit()
            found |= {action.text().split("\t")[0] for action in part.actions()}
            found |= {action.toolTip() for action in part.actions()}
        elif part.isVisible() and part.window() is top.window():
            found |= {part.toolTip(), part.accessibleName(), part.accessibleDescription()}
            found.update(_shown(part))
    return {bare(text) for text in found if text}


def _shown(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QLineEdit | QPlainTextEdit):
        yield part.placeholderText()
    elif isinstance(part, QSpinBox):
        yield part.suffix()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(part.count()))
    elif isinstance(part, QTabBar):
        yield from (part.tabText(place) for place in range(part.count()))
    elif isinstance(part, QAbstractItemView):
        yield from _cells(part)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    # A list tells of no columns.
    columns = range(model.columnCount() if isinstance(view, QTableView) else 1)
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), LINES)):
            index = model.index(row, column)
            yield str(index.data() or "")
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def bare(text: str) -> str:
    """Return words without the keys that press them, and without the star of what is needed."""
    return re.sub(r" \([^)]*\)$| \*$", "", text)


def english_in(texts: Iterable[str], own: Iterable[str] = ()) -> set[str]:
    """Return those of a Thai window's words that are English, beside names of things."""
    known = KEYS | IN_EVERY_TONGUE | frozenset(own)
    return {
        text
        for text in texts
        if not known.issuperset(LATIN.findall(CODES.sub("", ADDRESSES.sub("", text))))
    }


def arabic_in(texts: Iterable[str]) -> set[str]:
    """Return those of a Thai window's words that are in Arabic digits, beside names of things."""
    return {
        text
        for text in texts
        if THAI.search(text) and LONE_DIGITS.search(CODES.sub("", ADDRESSES.sub("", text)))
    }


def thai_in(texts: Iterable[str], typed: "Typed") -> set[str]:
    """Return those of an English window's words that are Thai and that nobody typed."""
    return {text for text in texts if not all(map(typed.has, THAI.findall(text)))}


class Typed:
    """What stands in a register and in the wording of letters: Thai in every language."""

    def __init__(self, register: Path, *besides: str) -> None:
        words = [NAME, "ไทย", ATTACHED, *ADDRESS, *_cells_of(register), *besides]
        for file in sorted(resources.path("wording").iterdir()):
            words.append(file.read_text("utf-8"))
        self._all = "\n".join(words)
        self._single = {word for text in words for word in THAI.findall(text)}

    def has(self, text: str) -> bool:
        """Tell whether words were typed: as they stand, or put together as a name is."""
        if text in self._all:
            return True
        return all(self._put_together(word) for word in text.split())

    def _put_together(self, word: str) -> bool:
        if word in self._single:
            return True
        pairs = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
        return any(one in self._single and other in self._single for one, other in pairs)


def _cells_of(register: Path) -> Iterator[str]:
    reading = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    try:
        tables = reading.execute("select name from sqlite_master where type = 'table'").fetchall()
        for (table,) in tables:
            # The register's own names of its tables.
            for line in reading.execute(f'select * from "{table}"'):  # noqa: S608
                yield from (cell for cell in line if isinstance(cell, str) and THAI.search(cell))
    finally:
        reading.close()


@lru_cache(maxsize=2)
def foreign(spoken: str) -> re.Pattern[str]:
    """Return what knows a sentence of the other language, whatever stands in its fields."""
    with resources.path("translations", "th.po").open("rb") as file:
        entries = [entry for entry in read_po(file, locale="th") if entry.id]
    told = set()
    for entry in entries:
        english, thai = _forms(entry.id), _forms(entry.string)
        for one in english - thai if spoken == "th" else thai - english:
            letters = re.findall("[A-Za-zก-๛]", FIELD.sub("", one))
            if len(letters) >= FEWEST:
                told.add(FIELD.sub(".+", re.escape(one)))
    return re.compile("|".join(sorted(told)))


def _forms(text: object) -> set[str]:
    """Return a message's sentences: one, or one for each count that is told apart."""
    return {text} if isinstance(text, str) else {*text} if isinstance(text, tuple | list) else set()
