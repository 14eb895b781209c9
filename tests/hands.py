"""Hands on the real window that only know keys, and a picture of each step for who asks for it."""

import os
from collections.abc import Callable
from datetime import datetime
from math import ceil
from pathlib import Path
from time import monotonic

from office import PASSWORD
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.intake_form import IntakeForm
from desktop.rules.people import Actor, Role
from ui.actions import Act
from ui.counter import Counter
from ui.crash import CrashDesk
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.intake.page import IntakePage
from ui.pages.register_table.page import RegisterPage
from ui.window import Window

PICTURES = "JOURNEY_PICTURES"
"""Names the folder in which every step leaves its picture."""
BUTTON_DOWN = 0.15
"""Seconds, and some to spare, in which Qt shows a button as pressed that was pressed by its key."""
REACH = 80
"""Keys after which a field or a line counts as out of reach."""


CLERK = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))
BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
OWNER = Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER}))


def first_case(desk: Desk, taken: IntakeForm, key: str = "k") -> int:
    """Register what was there before the journey begins."""
    return register(RegisterComplaint(key, taken), desk, CLERK).case_id


def called(part: QWidget) -> str:
    """Say how a screen reader would call what has the cursor."""
    return part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")


class Hands:
    """Whoever sits before the window: types, goes from field to field, looks."""

    def __init__(self, desk: Desk, qtbot: QtBot, journey: str) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.keys = 0
        self.crashes = CrashDesk()
        self.reports: list[str] = []
        self.crashes.happened.connect(self.reports.append)
        self.operations = Operations(desk)
        self.window = Window(self.crashes)
        self.window.furnish(self.operations)
        folder = os.environ.get(PICTURES)
        self._folder = Path(folder) / journey if folder else None
        self._taken = 0
        self._pressed: dict[str, float] = {}
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    # What hands do.

    def press(self, *keys: str) -> None:
        """Press keys as a help page names them: "Ctrl+S", "Down"."""
        for name in keys:
            self._wait_for_buttons(name)
            QTest.keySequence(self.cursor, QKeySequence(name))
            # No hand is faster than the screen.
            QApplication.processEvents()
            self.keys += 1

    def _wait_for_buttons(self, name: str) -> None:
        """Press a button's key no sooner than Qt takes it again, which a hand never does."""
        keys = QKeySequence(name)
        if any(one.shortcut() == keys for one in self.window.findChildren(QAbstractButton)):
            since = monotonic() - self._pressed.get(name, -BUTTON_DOWN)
            if since < BUTTON_DOWN:
                self.qtbot.wait(ceil(1000 * (BUTTON_DOWN - since)))
            self._pressed[name] = monotonic()

    def type(self, text: str) -> None:
        """Type a text where the cursor is; Return goes to its next line."""
        first, *lines = text.split("\n")
        self._type_line(first)
        for line in lines:
            self.press("Return")
            self._type_line(line)

    def _type_line(self, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.cursor, event)
        self.keys += len(text)

    def to(self, name: str, key: str = "Tab") -> None:
        """Go by Tab, or back by Shift+Tab, to what is called so."""
        passed: list[str] = []
        for _key in range(REACH):
            here = called(self.cursor)
            if here == name:
                return
            if passed.count(here) > 2:
                break
            passed.append(here)
            self.press(key)
        raise AssertionError(f"{name!r} is not reached; passed {passed}")

    def write(self, name: str, text: str, key: str = "Tab") -> None:
        """Go to a field and type over what stands in it."""
        self.to(name, key)
        if isinstance(self.cursor, QComboBox) and not self.cursor.isEditable():
            self.choose(text)
            return
        self.press("Ctrl+A")
        self.type(text)

    def choose(self, text: str) -> None:
        """Choose in the box that has the cursor by typing how it begins."""
        box = self.cursor
        assert isinstance(box, QComboBox)
        for letter in text:
            if box.currentText() == text:
                break
            self.type(letter)
        for _key in range(REACH):
            if box.currentText().startswith(text):
                return
            self.press("Down")
        raise AssertionError(
            f"{text!r} is not among {[box.itemText(i) for i in range(box.count())]}"
        )

    def order(self, text: str) -> None:
        """Choose from the menu that is open."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _key in range(REACH):
            chosen = menu.activeAction()
            if chosen is not None and chosen.text().startswith(text):
                self.press("Return")
                return
            self.press("Down")
        raise AssertionError(f"{text!r} is not among {[one.text() for one in menu.actions()]}")

    def mark(self, *numbers: str) -> None:
        """Select lines of the list that has the cursor by the words of their first column."""
        table = self.cursor
        assert isinstance(table, QTableView), table
        model = table.model()
        self.until(lambda: model.rowCount() > 0)
        # What was marked before is marked no more.
        self.press("Ctrl+Home", "Down", "Up")
        if table.selectionModel().hasSelection():
            self.press("Ctrl+Space")
        wanted = set(numbers)
        for row in range(model.rowCount()):
            if model.index(row, 0).data() in wanted:
                wanted.discard(model.index(row, 0).data())
                self.press("Ctrl+Space")
            self.press("Ctrl+Down")
        assert not wanted, wanted

    # What hands wait for, and what eyes see.

    @property
    def cursor(self) -> QWidget:
        """What keys go to."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            # Where no window manager does so, what is left comes to the front by these hands:
            # after a sheet, and after a list of suggestions, that went.
            top = QApplication.activeModalWidget() or self.window
            with self.qtbot.waitActive(top):
                top.activateWindow()
        found = (
            QApplication.activePopupWidget()
            or QApplication.focusWidget()
            or QApplication.activeWindow()
        )
        assert found is not None, "no window is active"
        return found

    @property
    def counter(self) -> Counter:
        """The counter of whoever is signed in."""
        assert self.window.counter is not None
        return self.window.counter

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        return self.operations.actor

    @property
    def now(self) -> datetime:
        """What the clock says."""
        return self.desk.now()

    def until(self, true: Callable[[], object]) -> None:
        """Wait until something is true."""
        self.qtbot.waitUntil(lambda: bool(true()))

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.operations._under_way)

    def sheet(self, title: str) -> QWidget:
        """Wait for a sheet that is called so and has the cursor."""

        def there() -> bool:
            shown = QApplication.activeModalWidget()
            focused = QApplication.focusWidget()
            return (
                shown is not None
                and shown.windowTitle().startswith(title)
                and focused is not None
                and shown.isAncestorOf(focused)
            )

        self.until(there)
        self.rest()
        found = QApplication.activeModalWidget()
        assert found is not None
        return found

    def keep(self) -> None:
        """Save the sheet that is open, and wait until it is gone."""
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        self.press("Ctrl+S")
        self.until(lambda: QApplication.activeModalWidget() is not sheet)
        self.rest()

    def keep_new(self) -> str:
        """Save the complaint that is being taken, and read its number."""
        page = self.counter.page(Act.NEW)
        assert isinstance(page, IntakePage)
        self.press("Ctrl+S")
        self.until(page.done.isVisible)
        self.rest()
        return page.done.number.text()

    def sign_in(self, username: str) -> None:
        """Come to the desk, by name and password."""
        if self.window.counter is None:
            self.window.show_sign_in()
        else:
            self.press("Ctrl+L")
        self.until(lambda: self.window.counter is None)
        self.rest()
        self.write("ชื่อผู้ใช้", username)
        self.write("รหัสผ่าน", PASSWORD)
        self.press("Return")
        self.until(lambda: self.window.counter is not None)
        self.until(lambda: self.counter.stack.currentWidget() is not None)
        self.rest()

    def case(self, number: str) -> CasePage:
        """Wait for the page of a complaint."""
        page = self.counter.page(Act.OPEN)
        assert isinstance(page, CasePage)
        self.until(lambda: page.isVisible() and page.number.text() == number)
        self.rest()
        return page

    def open_numbered(self, number: str) -> CasePage:
        """Search for a number, and open the complaint."""
        self.press("Ctrl+K", "Ctrl+A")
        self.type(number)
        self.press("Return")
        register = self.counter.page(Act.REGISTER)
        assert isinstance(register, RegisterPage)
        self.until(lambda: register.model.index(0, 0).data() == number)
        self.rest()
        self.press("Return")
        return self.case(number)

    def send_on(self, to: str, summary: str) -> None:
        """Write the letter that sends the matter on the page to an agency, and issue it."""
        self.press("Ctrl+G")
        self.sheet("หนังสือของเรื่อง")
        self.write("หนังสือ", "ส่งเรื่องให้หน่วยงาน")
        self.write("ถึง", to)
        self.write("สรุปเรื่องโดยไม่ระบุตัวผู้ร้อง", summary)
        self.picture("letter to an agency")
        self.keep()
        self.picture("letter issued")

    def picture(self, name: str) -> None:
        """Leave a picture of what is on screen, if somebody wants to look."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        self.rest()
        self.qtbot.wait(150)
        self._taken += 1
        self._screen().save(str(self._folder / f"{self._taken:02d}-{name}.png"))

    def _screen(self) -> QPixmap:
        if QGuiApplication.platformName() != "offscreen":
            return QGuiApplication.primaryScreen().grabWindow(0)
        # There is no screen; windows are laid over each other as one would show them.
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        popup = Qt.WindowType.Popup
        shown.sort(key=lambda one: (one is not self.window, one.windowType() == popup))
        whole = QRect()
        for one in shown:
            whole = whole.united(QRect(one.mapToGlobal(QPoint()), one.size()))
        ground = QPixmap(whole.size())
        painter = QPainter(ground)
        for one in shown:
            painter.drawPixmap(one.mapToGlobal(QPoint()) - whole.topLeft(), one.grab())
        painter.end()
        return ground

    def close(self) -> None:
        """Go home; whatever went wrong by then fails the journey."""
        self.window.close()
        self.operations.close()
        assert self.reports == []
