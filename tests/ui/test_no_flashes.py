"""No part of the counter flashes up as a window of its own while pages are made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from printers import FakePrinters
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.papers.calibration import render_calibration
from desktop.papers.fonts import open_faces
from desktop.papers.words import Words
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.printing import PaperKind
from desktop.rules.thai.dates import official_date
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.print_sheet import PrintSheet
from ui.operations import Operations
from ui.pages.first_run.answers import Sharing
from ui.pages.first_run.page import FirstRunPage
from ui.pages.sign_in import SignInPage
from ui.printing.job import Paper
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom


class Windows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


PAGES = (Act.REGISTER, Act.NEW, Act.OPEN, Act.LETTERS, Act.REPORTS, Act.SETTINGS, Act.HELP)


def test_pages_of_the_counter(
    operations: Operations, desk: Desk, clerk: Actor, windows: Windows, qtbot: QtBot
) -> None:
    operations.sign_in(Actor(clerk.person_id, clerk.name, frozenset(Role)))
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    counter.show()
    for act in PAGES:
        counter.go(act)
        qtbot.wait(30)
    counter.leave()
    assert windows.seen == ["Counter "]


def test_pages_before_the_counter(operations: Operations, windows: Windows, qtbot: QtBot) -> None:
    first = FirstRunPage(lambda *_: None, date(2026, 7, 15), {Sharing.MINE: "C:\\"})
    sign_in = SignInPage(operations)
    for page in (first, sign_in):
        qtbot.addWidget(page)
    qtbot.wait(30)
    first.end()
    assert windows.seen == []


def test_the_sheets_of_printing(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    settings = QSettings(str(tmp_path / "printing.ini"), QSettings.Format.IniFormat)
    room = PrintRoom(FakePrinters(tmp_path), Remembered(settings))
    pdf = render_calibration(PaperKind.LETTER, open_faces(), Words()).pdf
    sheet = PrintSheet(Paper("ที่ ๑", pdf, PaperKind.LETTER), room)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.form.calibrate()
    qtbot.wait(30)
    sheet.reject()
    assert windows.seen == ["PrintSheet ", "CalibrateSheet "]
