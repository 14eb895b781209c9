"""Paws before the real window: keys, buttons, fields and the mouse, at random and without meaning.

Whatever they do is told, so that it can be told what went before when something goes wrong.
"""

import random
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from clock import Clock
from hostile import ATOMS
from office import days
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.rules.thai.dates import official_date
from ui.widgets.dates import DateField, typed_date
from ui.window import Window

WORDS = (
    *("ไฟถนนดับ", "สมหญิง ใจดี", "นายสมชาย", "ถนนมิตรภาพ", "๑๒/๒๕๖๙", "0812345678", "1"),
    *("15/07/2569", "๑๖ ก.ค. ๒๕๖๙", "31/2/2569", "1100700000001", "10400", "ศธ ๐๔๐๐๑/๑๒๓", "ช่อง:"),
    *("สถานะ:", "เกิน:", "-", '"', "สวัสดี\nครับ", "08:30", "ลับ", "99999999999999999999"),
)
_KEYS = (
    *("Tab", "Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"),
    *("Return", "Return", "Ctrl+Return", "Space", "Esc", "Delete", "Backspace", "F4", "Alt+Down"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Shift+Down", "Ctrl+Space", "Ctrl+Home"),
    *("Ctrl+End", "Menu", "Ctrl+Tab"),
)
_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_PRESSABLE = (QAbstractButton, QComboBox, QTabBar, QAbstractItemView, QLineEdit, QPlainTextEdit)
_ASKED = {
    ("เวลา", "time"): "09:30",
    ("โทร", "phone"): "0812345678",
    ("จำนวน", "how many", "อายุ", "age"): "30",
    ("เลขที่", "number"): "ศธ ๐๔๐๐๑/๑๒๓",
    ("ค้นหา", "search", "complaint"): "๑/๒๕๖๙",
}
"""What is typed where a name has such a word in it."""
_FILLED, _ANEW, _TICKED = 0.9, 0.4, 0.25
"""How many of the empty fields are filled in, of the others written anew, of the boxes ticked."""
_WITHIN = 0.85
"""How many of the clicks fall on the page, and not beside it."""
_REMEMBERED = 40
"""Doings told when one goes wrong."""


class Paws:
    """Does single things at random, as its dice have it, and can tell what it did last."""

    def __init__(self, window: Window, clock: Clock, files: Path, dice: random.Random) -> None:
        self.done: deque[str] = deque(maxlen=_REMEMBERED)
        self.dice = dice
        self._window, self._clock = window, clock
        self._files = [str(one) for one in sorted(files.iterdir())]

    def tell(self, doing: str) -> None:
        """Remember what is done."""
        self.done.append(doing)

    def top(self) -> QWidget:
        """Return the menu, the sheet or the window that takes what is done."""
        menu = QApplication.activePopupWidget()
        return menu or QApplication.activeModalWidget() or self._window

    def ground(self) -> QWidget:
        """Return the page that is shown, or what stands before it."""
        top, counter = self.top(), self._window.counter
        shown = None if counter is None else counter.stack.currentWidget()
        return shown if top is self._window and shown is not None else top

    def shown(
        self, kinds: tuple[type[QWidget], ...], where: QWidget | None = None
    ) -> list[QWidget]:
        """List what is in sight of some kinds."""
        found = (where or self.top()).findChildren(QWidget)
        return [
            one
            for one in found
            if isinstance(one, kinds) and one.isVisible() and not one.visibleRegion().isEmpty()
        ]

    def press(self, keys: str) -> None:
        """Press a key where the cursor is."""
        cursor = self._cursor()
        self.tell(f"press {keys} on {_named(cursor)}")
        QTest.keySequence(cursor, QKeySequence(keys))

    def press_any(self) -> None:
        """Press one of the keys that every window knows."""
        self.press(self.dice.choice(_KEYS))

    def type_any(self) -> None:
        """Type what is odd, or as odd as it comes."""
        cursor = self._cursor()
        if not isinstance(cursor, _EDITORS):
            shown = [one for one in self.shown(_EDITORS, self.ground()) if one.isEnabled()]
            if not shown:
                return
            cursor = self.dice.choice(shown)
            cursor.setFocus()
        self.write(self.dice.choice(WORDS if self.dice.random() < 0.8 else ATOMS))

    def write(self, text: str) -> None:
        """Type into what has the cursor."""
        cursor = self._cursor()
        self.tell(f"type {text!r} into {_named(cursor)}")
        send(cursor, text)

    def fill_in(self) -> None:
        """Fill in what is empty as its name asks, and save; chance alone seldom comes to that."""
        self.tell("fill in and save")
        for part in self.shown((*_EDITORS, QAbstractButton), self.ground()):
            if not part.isEnabled():
                continue
            if isinstance(part, QAbstractButton):
                if part.isCheckable() and self.dice.random() < _TICKED:
                    part.click()
            elif isinstance(part, QComboBox) and not part.isEditable():
                for _key in range(self.dice.randint(0, 3)):
                    QTest.keyClick(part, Qt.Key.Key_Down)
            elif self.dice.random() < (_FILLED if _is_empty(part) else _ANEW):
                part.setFocus()
                QTest.keySequence(part, QKeySequence("Ctrl+A"))
                send(part, self._asked_by(part))
        self.press("Ctrl+S")

    def click(self) -> None:
        """Click something, seldom beside the page."""
        top = self.top()
        if isinstance(top, QMenu):
            self._choose(top)
            return
        where = self.ground() if self.dice.random() < _WITHIN else top
        self._click_one(self.shown(_PRESSABLE, where))

    def click_button(self) -> None:
        """Click one of the buttons of the page."""
        self._click_one(self.shown((QAbstractButton,), self.ground()))

    def click_twice(self) -> None:
        """Open a line of a list by the mouse."""
        table = self._one_of((QAbstractItemView,))
        if table is not None:
            self.tell(f"double click {_named(table)}")
            where = self._somewhere(table)
            QTest.mouseClick(_face(table), Qt.MouseButton.LeftButton, pos=where)
            QTest.mouseDClick(_face(table), Qt.MouseButton.LeftButton, pos=where)

    def ask_for_menu(self) -> None:
        """Click with the other button."""
        part = self._one_of((QAbstractItemView, QLineEdit))
        if part is not None:
            self.tell(f"right click {_named(part)}")
            button = Qt.MouseButton.RightButton
            QTest.mouseClick(_face(part), button, pos=self._somewhere(part))

    def select_lines(self) -> None:
        """Select some lines of a list, or all."""
        table = self._one_of((QAbstractItemView,))
        if table is not None:
            self.tell(f"select lines of {_named(table)}")
            QTest.mouseClick(_face(table), Qt.MouseButton.LeftButton, pos=self._somewhere(table))
            for _key in range(self.dice.choice((0, 1, 3, 12))):
                QTest.keySequence(table, QKeySequence("Shift+Down"))
            if self.dice.random() < 0.1:
                QTest.keySequence(table, QKeySequence("Ctrl+A"))

    def turn(self) -> None:
        """Turn to a tab."""
        bar = self._one_of((QTabBar,))
        if isinstance(bar, QTabBar):
            place = self.dice.randrange(bar.count())
            self.tell(f"turn to {bar.tabText(place)}")
            where = bar.tabRect(place).center()
            QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=where)

    def pull(self) -> None:
        """Pull the head of a column to another place, or wider."""
        head = self._one_of((QHeaderView,))
        if head is not None:
            begin, end = self._somewhere(head), self._somewhere(head)
            self.tell(f"pull a head from {begin.x()} to {end.x()}")
            QTest.mousePress(_face(head), Qt.MouseButton.LeftButton, pos=begin)
            QTest.mouseMove(_face(head), end)
            QTest.mouseRelease(_face(head), Qt.MouseButton.LeftButton, pos=end)

    def drop(self) -> None:
        """Let something fall where things may be dropped: lines of a list, words, a file."""
        places = [one for one in self.shown((QWidget,)) if one.acceptDrops() and one.isEnabled()]
        if not places:
            return
        place, load = self.dice.choice(places), self._load()
        self.tell(f"drop {load.formats()} on {_named(place)}")
        where, action = place.visibleRegion().boundingRect().center(), Qt.DropAction.CopyAction
        held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(where, action, load, held, none)
        QApplication.sendEvent(place, enter)
        if enter.isAccepted():
            QApplication.sendEvent(place, QDropEvent(where.toPointF(), action, load, held, none))

    def resize(self) -> None:
        """Make the window as large as some screens are."""
        width, height = self.dice.randint(900, 1900), self.dice.randint(500, 1060)
        self.tell(f"resize to {width} x {height}")
        self._window.resize(width, height)

    def _cursor(self) -> QWidget:
        top = self.top()
        if isinstance(top, QMenu):
            return top
        here = QApplication.focusWidget()
        if here is None or here.window() is not top.window():
            top.activateWindow()
            here = top.focusWidget()
        return here or top

    def _asked_by(self, part: QWidget) -> str:
        if isinstance(part.parentWidget(), DateField):
            return typed_date(official_date(self._clock.at) + days(self.dice.randint(-2, 9)))
        name = part.accessibleName().lower()
        asked = (text for words, text in _ASKED.items() if any(word in name for word in words))
        return next(asked, self.dice.choice(WORDS[:3]))

    def _one_of(self, kinds: tuple[type[QWidget], ...]) -> QWidget | None:
        found = self.shown(kinds, self.ground())
        return self.dice.choice(found) if found else None

    def _click_one(self, parts: Sequence[QWidget]) -> None:
        found = [one for one in parts if one.isEnabled()]
        if found:
            part = self.dice.choice(found)
            self.tell(f"click {_named(part)}")
            QTest.mouseClick(_face(part), Qt.MouseButton.LeftButton, pos=self._somewhere(part))

    def _choose(self, menu: QMenu) -> None:
        choices = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        if not choices:
            menu.close()
            return
        chosen = self.dice.choice(choices)
        self.tell(f"choose {chosen.text()!r}")
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(chosen).center())

    def _load(self) -> QMimeData:
        """Take lines of a list into the hand, or else some words, or else a file."""
        for one in self.shown((QAbstractItemView,)):
            assert isinstance(one, QAbstractItemView)
            chosen = one.selectionModel()
            lines = [] if chosen is None or not one.dragEnabled() else chosen.selectedIndexes()
            if lines:
                return one.model().mimeData(lines)
        load = QMimeData()
        if self.dice.random() < 0.3:
            load.setText(self.dice.choice(WORDS))
        else:
            load.setUrls([QUrl.fromLocalFile(self.dice.choice(self._files))])
        return load

    def _somewhere(self, part: QWidget) -> QPoint:
        seen = _face(part).visibleRegion().boundingRect()
        if isinstance(part, QAbstractItemView | QTabBar) and not seen.isEmpty():
            return QPoint(
                self.dice.randint(seen.left(), seen.right()),
                self.dice.randint(seen.top(), seen.bottom()),
            )
        return seen.center()


def _face(part: QWidget) -> QWidget:
    """Return what takes the mouse in a part: of a list, what its lines are painted on."""
    return part.viewport() if isinstance(part, QAbstractItemView) else part


def _named(part: QWidget) -> str:
    text = part.text() if isinstance(part, QAbstractButton) else ""
    return f"{type(part).__name__} {part.accessibleName() or text or part.objectName()!r}"


def send(part: QWidget, text: str) -> None:
    """Type into what has the cursor, which may go from the part as it is typed in."""
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(QApplication.focusWidget() or part, event)


def _is_empty(part: QWidget) -> bool:
    if isinstance(part, QPlainTextEdit | QTextEdit):
        return not part.toPlainText() and not part.isReadOnly()
    return isinstance(part, QLineEdit) and not part.text() and not part.isReadOnly()
