"""Run where Qt does not find libthai, as on Windows: tell where lines of Thai end."""

import json
import sys
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from desktop.papers.words import Words
from ui.application import Application
from ui.widgets import word_ends
from ui.widgets.field import BlockField
from ui.widgets.plain import label

SAID = (
    "ขอเรียนเชิญคณะกรรมการสถานศึกษาขั้นพื้นฐานเข้าร่วมประชุมเพื่อพิจารณาข้อร้องเรียนของผู้ปกครอง"
    "นักเรียนชั้นประถมศึกษาปีที่ ๔ เรื่องอาคารเรียนหลังคารั่วน้ำท่วมห้องเรียนทุกครั้งที่ฝนตก"
)
WIDE = 330
"""Pixels."""


def main() -> None:
    application = Application(["words"])
    field = BlockField("ข้อเท็จจริง")
    field.resize(WIDE, 400)
    field.show()
    field.set_text(f"{SAID}\nสั้น\n{SAID}")
    application.processEvents()
    typed = _lines(field.block)
    _type(field.block, "ขอให้ตรวจสอบและแจ้งผลให้ทราบโดยด่วนที่สุด")
    application.processEvents()
    more = _lines(field.block)
    field.resize(WIDE + 150, 400)
    application.processEvents()
    told = {
        "qt_knows": word_ends.qt_knows(),
        "ends": _ends(field.text()),
        "typed": typed,
        "more": more,
        "wider": _lines(field.block),
        "text": field.text(),
        "tops": _tops(field.block),
        "filled": _filled(field.block),
        **_bare(application),
        **_labels(application),
    }
    json.dump(told, sys.stdout)


def _bare(application: Application) -> dict[str, object]:
    """Tell how an editor of Qt's own breaks the same text: the negative control."""
    bare = QPlainTextEdit(SAID)
    bare.resize(WIDE, 400)
    bare.show()
    application.processEvents()
    return {"bare": _lines(bare)}


def _labels(application: Application) -> dict[str, object]:
    marked, bare = label(SAID, wrap=True, selectable=True), QLabel(SAID)
    bare.setWordWrap(True)
    marked.show()
    application.processEvents()
    marked.activateWindow()
    marked.setFocus()
    application.processEvents()
    marked.setSelection(0, len(word_ends.shown(SAID)))
    copy = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    application.sendEvent(marked, copy)
    application.processEvents()
    return {
        "said": marked.text(),
        "aloud": marked.accessibleName(),
        "copied": QGuiApplication.clipboard().text(),
        "least": marked.minimumSizeHint().width(),
        "least_bare": bare.minimumSizeHint().width(),
    }


def _type(block: QPlainTextEdit, text: str) -> None:
    block.moveCursor(QTextCursor.MoveOperation.End)
    for letter in text:
        block.insertPlainText(letter)


def _lines(block: QPlainTextEdit) -> list[int]:
    """Return where lines end, counted from the beginning of the text."""
    found, paragraph = [], block.document().firstBlock()
    while paragraph.isValid():
        layout = paragraph.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(paragraph.position() + line.textStart() + line.textLength())
        paragraph = paragraph.next()
    return found


def _filled(block: QPlainTextEdit) -> float:
    """Return how much of its width the emptiest line but the last of a paragraph fills."""
    layout = block.document().firstBlock().layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount() - 1)]
    width = block.viewport().width()
    return min(line.naturalTextWidth() / width for line in lines)


def _tops(block: QPlainTextEdit) -> bool:
    """Tell whether every line stands below the one before it and begins at the same place."""
    layout = block.document().firstBlock().layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return all(
        above.y() + above.height() <= below.y() + 1 and above.x() == below.x()
        for above, below in pairwise(lines)
    )


def _ends(text: str) -> list[int]:
    place, found = 0, []
    for line in text.split("\n"):
        for piece in Words().pieces(line):
            place += len(piece)
            found.append(place)
        found.append(place)
        place += 1
    return found


if __name__ == "__main__":
    main()
