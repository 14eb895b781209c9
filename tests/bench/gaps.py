"""Whether the window stays at hand: the longest silences of its event loop while it is worked."""

import random
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench.floor import Figure
from bench.registers import LEAD, NOW, desk_of
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.furnishing import Strongroom
from desktop.rules.complaint import ChannelKind, Status
from desktop.views import OfficeView
from ui.actions import Act
from ui.counter import Counter
from ui.crash import CrashDesk
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.window import Window

P99, MOST = 50.0, 100.0
BEAT = 1
"""Milliseconds between heartbeats when nothing is in their way."""
_SEARCHES = ("หลังคารั่ว", "ครู", "081", "โรงเรียนบ้านทุ่งสมมติ", "ไม่มีคำนี้")


class Heart(QObject):
    """Beats in the window's own loop; what holds the loop up shows between two beats."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to count."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now

    def p99(self) -> float:
        """Return the silence that one beat in a hundred exceeds."""
        return sorted(self.gaps)[int(len(self.gaps) * 0.99)]


class Worker:
    """Works the register page as somebody in a hurry would."""

    def __init__(self, page: RegisterPage, window: Window) -> None:
        self.page, self.window = page, window
        self.chance = random.Random(4)

    def actions(self) -> Iterator[Callable[[], object]]:
        """Yield what is done, one thing after the other."""
        page = self.page
        bar = page.table.verticalScrollBar()
        for _ in range(30):
            yield partial(QTest.keyClick, page.table, Qt.Key.Key_PageDown)
        for _ in range(30):
            yield lambda: bar.setValue(self.chance.randrange(max(1, bar.maximum())))
        for section in (1, 2, 3, 8, 0):
            yield partial(page.table.sortByColumn, section, Qt.SortOrder.AscendingOrder)
        for field, value in (
            (page.filters.status, Status.IN_PROGRESS.value),
            (page.filters.status, Status.ARCHIVED.value),
            (page.filters.channel, ChannelKind.PHONE.value),
        ):
            yield partial(field.set_text, value)
            yield page.filters.narrowed.emit
        yield page.filters.reset
        yield page.filters.narrowed.emit
        for words in _SEARCHES:
            for end in range(1, len(words) + 1):
                yield partial(page.search, words[:end])
        yield partial(page.search, "")
        counter = self.window.counter
        assert counter is not None
        for act in (Act.LATE, Act.UNASSIGNED, Act.MY_WORK, Act.REGISTER):
            yield partial(counter.go, act)

    def quiet(self, busy: list[bool]) -> bool:
        """Tell whether nothing is under way and what is in view has arrived."""
        model = self.page.model
        return not busy[0] and (not model.rowCount() or model.row_at(0) is not None)


def waited(milliseconds: int) -> None:
    """Let the loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settled(worker: Worker, busy: list[bool]) -> None:
    """Let the loop run until nothing is under way."""
    patience = time.monotonic() + 20
    waited(5)
    while not worker.quiet(busy) and time.monotonic() < patience:
        waited(5)


def figures(room: Strongroom, rounds: int = 3) -> Iterator[Figure]:
    """Open the register in the real window, scroll, sort, filter and search; and all that again.

    The round with the shortest silences counts: what else the computer did spoils the others.
    """
    office = room.reading.office(NOW.date())
    # Who signs in has had this read and counted beside the window's thread.
    office.days.calendar()
    hearts = [_round(room, office) for _ in range(rounds)]
    count = room.reading.tiles(LEAD, NOW).everything
    name = f"window's silence over {count:,} cases"
    yield Figure(f"{name}, p99", min(heart.p99() for heart in hearts), P99)
    yield Figure(f"{name}, longest", min(max(heart.gaps) for heart in hearts), MOST)


def _round(room: Strongroom, office: OfficeView) -> Heart:
    operations = Operations(desk_of(room))
    crashes = CrashDesk()
    window = Window(crashes)
    window.furnish(operations)
    window.show()
    heart = Heart(window)
    busy = [False]
    operations.busy.connect(lambda at_work: busy.__setitem__(0, at_work))
    faults: list[Exception] = []
    operations.failed.connect(faults.append)
    waited(50)
    heart.start()
    counter: Counter = window.sign_in(LEAD, office)
    waited(100)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    worker = Worker(page, window)
    settled(worker, busy)
    page.filter_button.setChecked(True)
    for action in worker.actions():
        action()
        waited(12)
    settled(worker, busy)
    heart.stop()
    assert not faults, faults
    # A keystroke's delay in the search box must not outlive what would answer it.
    waited(300)
    window.close()
    operations.close()
    QApplication.processEvents()
    return heart
