"""A monkey before the real window: it knows keys, buttons and fields, and means nothing by them."""

import random
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from clock import Clock
from hostile import ATOMS
from key_clashes import clashes
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.actions import ACTIONS
from ui.operations import Operations
from ui.window import Window

_KEYS = (
    *("Tab", "Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"),
    *("Return", "Return", "Ctrl+Return", "Space", "Esc", "Delete", "Backspace", "F4", "Alt+Down"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Shift+Down", "Ctrl+Space", "Ctrl+Home"),
    *("Ctrl+End", "Menu", "Ctrl+Tab"),
)
_WORDS = (
    *("ไฟถนนดับ", "สมหญิง ใจดี", "นายสมชาย", "ถนนมิตรภาพ", "๑๒/๒๕๖๙", "0812345678", "1"),
    *("15/07/2569", "๑๖ ก.ค. ๒๕๖๙", "31/2/2569", "1100700000001", "10400", "ศธ ๐๔๐๐๑/๑๒๓", "ช่อง:"),
    *("สถานะ:", "เกิน:", "-", '"', "สวัสดี\nครับ", "08:30", "ลับ", "99999999999999999999"),
)
_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_PRESSABLE = (QAbstractButton, QComboBox, QTabBar, QAbstractItemView, QLineEdit, QPlainTextEdit)
_ASKED = {
    "วัน": "16/7/2569",
    "เวลา": "09:30",
    "โทร": "0812345678",
    "จำนวน": "30",
    "อายุ": "30",
    "เลขที่": "ศธ ๐๔๐๐๑/๑๒๓",
    "ค้นหา": "๑/๒๕๖๙",
}
"""What is typed where a name has such a word in it."""
_FILLED = 0.9
"""How many of the empty fields are filled in."""
_GONE = "already deleted"
_LOOKS = 10
"""Doings from one look at the keys to the next."""
_REMEMBERED = 40
"""Doings told when one goes wrong."""


class Monkey:
    """Does one thing after another, as its seed has it, and can tell what it did last."""

    def __init__(
        self, window: Window, desk: Desk, clock: Clock, people: Sequence[Actor], seed: int
    ) -> None:
        assert window.operations is not None
        self.done: deque[str] = deque(maxlen=_REMEMBERED)
        self._window, self._desk, self._clock, self._people = window, desk, clock, people
        self._operations: Operations = window.operations
        self.dice = random.Random(seed)
        self._done = 0
        self._doings: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._press_key),
            (12, self._press_shortcut),
            (22, self._type),
            (8, self._fill_in),
            (4, self._open),
            (30, self._click),
            (4, self._click_twice),
            (3, self._ask_for_menu),
            (3, self._resize),
            (3, self._let_time_pass),
            (9, self._rest),
        )

    def act(self) -> None:
        """Do something."""
        if self._window.counter is None:
            self._sign_in()
        weights, doings = zip(*self._doings, strict=True)
        try:
            self.dice.choices(doings, weights)[0]()
        except RuntimeError as gone:
            # Lists that drop down go while the hand is on its way. What the program itself does
            # wrong does not come here: Qt tells of it to whoever hears of crashes.
            if _GONE not in str(gone):
                raise
            self._tell("too late")
        QApplication.processEvents()
        self._done += 1
        if self._done % _LOOKS == 0:
            self._look()

    def _look(self) -> None:
        """See that no key is taken twice by what stands there now."""
        found = clashes(self._top())
        assert found == [], "\n".join([*self.done, *found])

    def path(self, folder: Path) -> str:
        """Choose a file of a folder, one that is not there, or none."""
        found = [str(one) for one in sorted(folder.iterdir())]
        return self.dice.choice([*found, str(folder / "ใหม่.pdf"), ""])

    def end(self) -> None:
        """Wait until nothing is under way."""
        while self._operations._under_way:
            QTest.qWait(1)

    def _tell(self, doing: str) -> None:
        self.done.append(doing)

    def _sign_in(self) -> None:
        actor = self.dice.choice(self._people)
        self._tell(f"sign in {actor.person_id}")
        self._rest()
        self._window.sign_in(actor, self._desk.reading.office(official_date(self._desk.now())))

    def _top(self) -> QWidget:
        """Return the menu, the sheet or the window that takes what is done."""
        menu = QApplication.activePopupWidget()
        return menu or QApplication.activeModalWidget() or self._window

    def _cursor(self) -> QWidget:
        top = self._top()
        if isinstance(top, QMenu):
            return top
        here = QApplication.focusWidget()
        if here is None or here.window() is not top.window():
            top.activateWindow()
            here = top.focusWidget()
        return here or top

    def _press_key(self) -> None:
        self._press(self.dice.choice(_KEYS))

    def _press_shortcut(self) -> None:
        self._press(self.dice.choice([one.keys for one in ACTIONS if one.keys]))

    def _press(self, keys: str) -> None:
        cursor = self._cursor()
        self._tell(f"press {keys} on {_named(cursor)}")
        QTest.keySequence(cursor, QKeySequence(keys))

    def _type(self) -> None:
        cursor = self._cursor()
        if not isinstance(cursor, _EDITORS):
            shown = [one for one in self._shown(_EDITORS) if one.isEnabled()]
            if not shown:
                return
            cursor = self.dice.choice(shown)
            cursor.setFocus()
        text = self.dice.choice(_WORDS if self.dice.random() < 0.8 else ATOMS)
        self._tell(f"type {text!r} into {_named(cursor)}")
        send(cursor, text)

    def _fill_in(self) -> None:
        """Fill in what is empty as its name asks, and save; chance alone seldom comes to that."""
        self._tell("fill in and save")
        for part in self._shown(_EDITORS):
            if isinstance(part, QComboBox) and not part.isEditable():
                for _key in range(self.dice.randint(0, 3)):
                    QTest.keyClick(part, Qt.Key.Key_Down)
            elif part.isEnabled() and _is_empty(part) and self.dice.random() < _FILLED:
                part.setFocus()
                send(part, self._asked_by(part))
        self._press("Ctrl+S")

    def _asked_by(self, part: QWidget) -> str:
        name = part.accessibleName()
        return next(
            (text for word, text in _ASKED.items() if word in name), self.dice.choice(_WORDS[:3])
        )

    def _open(self) -> None:
        """Go to a complaint of the list."""
        self._press("Ctrl+1")
        self._rest()
        for _key in range(self.dice.randint(1, 20)):
            self._press("Down")
        self._press("Return")
        self._rest()

    def _click(self) -> None:
        top = self._top()
        if isinstance(top, QMenu):
            self._choose(top)
            return
        found = [one for one in self._shown(_PRESSABLE) if one.isEnabled()]
        if found:
            part = self.dice.choice(found)
            self._tell(f"click {_named(part)}")
            QTest.mouseClick(_ground(part), Qt.MouseButton.LeftButton, pos=self._somewhere(part))

    def _choose(self, menu: QMenu) -> None:
        choices = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        if not choices:
            menu.close()
            return
        chosen = self.dice.choice(choices)
        self._tell(f"choose {chosen.text()!r}")
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(chosen).center())

    def _click_twice(self) -> None:
        tables = self._shown((QAbstractItemView,))
        if tables:
            table = self.dice.choice(tables)
            self._tell(f"double click {_named(table)}")
            where = self._somewhere(table)
            QTest.mouseClick(_ground(table), Qt.MouseButton.LeftButton, pos=where)
            QTest.mouseDClick(_ground(table), Qt.MouseButton.LeftButton, pos=where)

    def _ask_for_menu(self) -> None:
        found = self._shown((QAbstractItemView, QLineEdit))
        if found:
            part = self.dice.choice(found)
            self._tell(f"right click {_named(part)}")
            button = Qt.MouseButton.RightButton
            QTest.mouseClick(_ground(part), button, pos=self._somewhere(part))

    def _resize(self) -> None:
        width, height = self.dice.randint(900, 1900), self.dice.randint(500, 1060)
        self._tell(f"resize to {width} x {height}")
        self._window.resize(width, height)

    def _let_time_pass(self) -> None:
        minutes = self.dice.choice((1, 5, 60, 24 * 60))
        self._tell(f"let {minutes} minutes pass")
        self._clock.pass_time(minutes=minutes)

    def _rest(self) -> None:
        self._tell("rest")
        self.end()
        QTest.qWait(1)

    def _shown(self, kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
        top = self._top()
        found = [one for one in top.findChildren(QWidget) if isinstance(one, kinds)]
        return [one for one in found if one.isVisible() and not one.visibleRegion().isEmpty()]

    def _somewhere(self, part: QWidget) -> QPoint:
        seen = _ground(part).visibleRegion().boundingRect()
        if isinstance(part, QAbstractItemView | QTabBar) and not seen.isEmpty():
            return QPoint(
                self.dice.randint(seen.left(), seen.right()),
                self.dice.randint(seen.top(), seen.bottom()),
            )
        return seen.center()


def _ground(part: QWidget) -> QWidget:
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


def forget_clipboard() -> None:
    """Leave nothing to be pasted."""
    QGuiApplication.clipboard().clear()
