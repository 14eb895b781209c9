"""The register page in the real window: opened, jumped in, sorted and narrowed; and its memory."""

import gc
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.floor import Figure, undisturbed
from bench.gaps import waited
from bench.registers import LEAD, NOW, desk_of
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from db.furnishing import Strongroom
from desktop.rules.complaint import ChannelKind, Status
from desktop.views import RegisterView
from ui.actions import Act
from ui.crash import CrashDesk
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.window import Window

FIRST_ROWS, JUMP, CHANGE, MEMORY = 100.0, 30.0, 60.0, 300.0
"""Milliseconds, but for the first at the 95th percentile; mebibytes."""
PATIENCE = 20.0
"""Seconds."""


class _Watched(QObject):
    """A register page on screen, and how long it takes to paint what was asked of it."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(page)
        self.page, self.replaced = page, 0
        self._painted, self._done = 0.0, _never
        page.model.modelReset.connect(self._count)
        self.busy = False
        page.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the table has painted what is waited for."""
        if event.type() == QEvent.Type.Paint and not self._painted and self._done():
            self.page.table.viewportEvent(event)
            self._painted = time.perf_counter()
            return True
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        self.replaced += 1

    def listed(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from an act to the painted first rows of the list it asks for."""
        before = self.replaced
        return self._until(act, lambda: self.replaced > before and self._there(0))

    def jumped(self, row: int) -> float:
        """Return the milliseconds from a jump to the painted rows in sight."""
        return self._until(
            partial(self.page.table.verticalScrollBar().setValue, row), lambda: self._there(row)
        )

    def quiet(self) -> None:
        """Let what goes on below the first rows come to its end."""
        patience = time.monotonic() + PATIENCE
        waited(20)
        while self.busy and time.monotonic() < patience:
            waited(10)

    def _there(self, row: int) -> bool:
        model = self.page.model
        return not model.rowCount() or model.row_at(min(row, model.rowCount() - 1)) is not None

    def _until(self, act: Callable[[], object], done: Callable[[], bool]) -> float:
        self._painted, self._done = 0.0, done
        begun = time.perf_counter()
        act()
        while not self._painted:
            # Waiting in the loop, as the program does; who looks again and again keeps the
            # interpreter from the thread that reads.
            waited(1)
            assert time.perf_counter() - begun < PATIENCE
        return 1000 * (self._painted - begun)


def _never() -> bool:
    return False


def _late(taken: Sequence[float]) -> float:
    return sorted(taken)[int(0.95 * (len(taken) - 1))]


def figures(room: Strongroom, jumps: int = 60) -> Iterator[Figure]:
    """Open the register, jump about in it, and ask for every order and some filters."""
    office = room.reading.office(NOW.date())
    office.days.calendar()
    operations = Operations(desk_of(room))
    window = Window(CrashDesk())
    window.furnish(operations)
    window.show()
    counter = window.sign_in(LEAD, office)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    watched = _Watched(page)
    operations.busy.connect(lambda at_work: setattr(watched, "busy", at_work))
    counter.go(Act.REGISTER)
    watched.quiet()
    with undisturbed():
        yield Figure("first rows after opening, p95", _late(_openings(watched)), FIRST_ROWS)
        watched.quiet()
        yield Figure("jump to a random row, p95", _jumps(watched, jumps), JUMP)
        yield Figure("change of order to first rows, p95", _late(_orders(watched)), CHANGE)
        yield Figure("change of filter to first rows, p95", _late(_filters(watched)), CHANGE)
    watched.quiet()
    # What the sweeper of the program would have swept meanwhile.
    gc.collect()
    yield Figure("memory of the window", _memory(), MEMORY, unit="MiB")
    waited(300)
    window.close()
    operations.close()
    QApplication.processEvents()


def _openings(watched: _Watched) -> list[float]:
    taken = []
    for _ in range(8):
        # From a list of another kind, as somebody comes back to the whole register.
        watched.listed(partial(watched.page.show_view, RegisterView.LATE))
        watched.quiet()
        taken.append(watched.listed(partial(watched.page.show_view, RegisterView.ALL)))
        watched.quiet()
    return taken


def _jumps(watched: _Watched, jumps: int, rounds: int = 3) -> float:
    """Jump about; the quickest of several rounds counts: what else ran spoils the others."""
    chance, top = random.Random(5), watched.page.table.verticalScrollBar().maximum()
    late = []
    for _ in range(rounds):
        taken = []
        for _ in range(jumps):
            taken.append(watched.jumped(chance.randrange(max(1, top))))
            waited(10)
        late.append(_late(taken))
    return min(late)


def _orders(watched: _Watched) -> list[float]:
    taken = []
    for section in range(len(watched.page.model.columns)):
        if watched.page.model.columns[section].sort is None:
            continue
        # The list stands in the falling order of its first column.
        for way in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            taken.append(watched.listed(partial(watched.page.table.sortByColumn, section, way)))
            watched.quiet()
    return taken


def _filters(watched: _Watched) -> list[float]:
    taken = []
    filters = watched.page.filters
    for field, value in (
        (filters.status, Status.IN_PROGRESS.value),
        (filters.status, Status.ARCHIVED.value),
        (filters.channel, ChannelKind.PHONE.value),
    ):
        taken.append(watched.listed(partial(field.set_text, value)))
        watched.quiet()
    taken.append(watched.listed(filters.reset))
    return taken


def _memory() -> float:
    """Return the mebibytes that this process holds."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in told.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
