"""The main window: one stage after another. It assembles; it does not decide.

It is on screen before the register is open, so heavier rooms are entered only when they are needed.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import Conflict, Unavailable
from desktop.wording import _
from ui import appearance
from ui.crash import CrashDesk
from ui.look import Look, Looks
from ui.notices import Notices
from ui.theme import Tone, px
from ui.widgets.room import Room

if TYPE_CHECKING:
    from desktop.ports import Desk
    from desktop.rules.people import Actor
    from desktop.views import OfficeView
    from ui.counter import Counter
    from ui.looks_offered import LookChoice
    from ui.operations import Operations

SMALLEST = QSize(1060, 560)
"""A small screen enlarged by a quarter, less its task bar."""
USUAL = QSize(1366, 768)


class Window(QMainWindow):
    """Shows the first run, the sign-in, or the counter.

    Signals:
        painted: The window is on screen for the first time.
    """

    painted = Signal()

    def __init__(self, crashes: CrashDesk) -> None:
        super().__init__()
        self.setWindowTitle("รับเรื่อง")
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.operations: Operations | None = None
        self.counter: Counter | None = None
        self._crashes = crashes
        self._looks = Looks()
        self._wanted: Look | None = None
        self._seen = False
        self.notices = Notices()
        self.stage = QStackedWidget()
        ground = QWidget()
        ground.setObjectName("Ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.stage, 1)
        # Enlarged much on a small screen, pages need more room than there is.
        self.room = Room(ground)
        self.setCentralWidget(self.room)
        crashes.happened.connect(self._crashed)
        self._wear(self._looks.last())
        _application().styleHints().colorSchemeChanged.connect(self._follow)

    def show_fitting(self) -> None:
        """Come on screen at the usual size, or as large as a small screen allows."""
        room = self.screen().availableSize()
        small = room.width() <= USUAL.width() or room.height() <= USUAL.height()
        # A screen that nobody sees has a size that nobody means.
        if small and QGuiApplication.platformName() != "offscreen":
            self.showMaximized()
        else:
            self.show()

    def furnish(self, operations: "Operations") -> None:
        """Give the window an open register to work on."""
        self.operations = operations
        operations.failed.connect(self._failed)
        operations.busy.connect(self._calmed)

    def show_stage(self, stage: QWidget) -> None:
        """Put a stage in place of the one before."""
        before = self.stage.currentWidget()
        self.stage.addWidget(stage)
        self.stage.setCurrentWidget(stage)
        if before is not None:
            self.stage.removeWidget(before)
            before.deleteLater()

    def sign_in(self, actor: "Actor", office: "OfficeView") -> "Counter":
        """Open the counter for a person, who finds it as she chose."""
        assert self.operations is not None
        self.operations.sign_in(actor)
        self._wear(self._looks.of(actor.person_id))
        counter = self._open_counter(office)
        # What is loaded by now stays to the end; sweeping through it would hold the window up. Done
        # again, it would keep for good what the counter before has left to be swept.
        if not gc.get_freeze_count():
            gc.freeze()
        return counter

    def choose_look(self, choice: "LookChoice") -> None:
        """Change one thing of the look, beside what was chosen before and is still waited for."""
        self.change_look(choice.worn_with(self._wanted or appearance.worn()))

    def change_look(self, look: Look) -> None:
        """Show everything as a person wants it from now on, once what is under way has ended."""
        assert self.operations is not None
        self._wanted = None
        if look.made_as(appearance.worn()):
            self._looks.keep(self.operations.actor.person_id, look)
            self._wear(look)
            return
        self._wanted = look
        self._change()

    def show_sign_in(self) -> None:
        """Cover everything with the sign-in page; drafts stay."""
        from ui.pages.sign_in import SignInPage  # noqa: PLC0415

        assert self.operations is not None
        if self.counter is not None:
            self.counter.leave()
            self.counter = None
        self.operations.sign_out()
        # It was wanted by one person, and not by whoever comes next.
        self._wanted = None
        page = SignInPage(self.operations)
        page.signed_in.connect(self._signed_in)
        self.show_stage(page)

    def event(self, event: QEvent) -> bool:
        """Go on with what a sheet held up, once it has closed."""
        if event.type() is QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self._change)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first painting once it is done."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed before the window goes."""
        if self.counter is not None:
            self.counter.leave()
            self.counter = None
        super().closeEvent(event)

    def _open_counter(self, office: "OfficeView") -> "Counter":
        from ui.counter import Counter  # noqa: PLC0415

        assert self.operations is not None
        counter = self.counter = Counter(self.operations, office)
        counter.locked.connect(self.show_sign_in)
        counter.look_chosen.connect(self.choose_look)
        self.show_stage(counter)
        return counter

    def _wear(self, look: Look) -> None:
        appearance.wear(_application(), look)
        self.room.need(px(SMALLEST.width()), px(SMALLEST.height()))

    def _follow(self) -> None:
        """Turn light or dark with the computer."""
        appearance.follow(_application())

    def _calmed(self, busy: bool) -> None:
        if self._wanted is not None and not busy:
            # What was answered last is still to be shown.
            QTimer.singleShot(0, self, self._change)

    def _change(self) -> None:
        """Keep the look that is wanted, and make the counter anew in it where one was.

        Every page writes its words and measures as it is made; making them anew, as after a lock,
        leaves nothing in the look before, and drafts bring back what is being typed; what is typed
        on a sheet is in no draft, so an open sheet is waited for.
        """
        look, counter = self._wanted, self.counter
        if look is None or counter is None:
            return
        assert self.operations is not None
        if not self.operations.idle or QApplication.activeModalWidget() is not None:
            return
        self._wanted = None
        if not counter.may_go():
            return
        self._looks.keep(self.operations.actor.person_id, look)
        self._wear(look)
        place = counter.place()
        counter.leave()
        self._open_counter(counter.office).return_to(place)

    def _signed_in(self, actor: "Actor") -> None:
        from desktop.rules.thai.dates import official_date  # noqa: PLC0415

        assert self.operations is not None
        today = official_date(self.operations.desk.now())

        def ask(desk: "Desk", _actor: "Actor") -> "OfficeView":
            office = desk.reading.office(today)
            # Counted here once, so that the first list does not wait for it on the window's thread.
            office.days.calendar()
            return office

        def enter(office: "OfficeView") -> None:
            self.sign_in(actor, office)

        self.operations.read(self, ask, enter)

    def _failed(self, error: Exception) -> None:
        """Tell what no page took care of: a bar for the office's rules and the machine's trouble.

        All else is ours and becomes a report.
        """
        from ui.dialogs.sheet import show_refusals, trouble  # noqa: PLC0415

        # Whoever asked has gone, or has no field for it.
        if show_refusals(error, {}, self.notices):
            return
        if isinstance(error, Unavailable | Conflict):
            self.notices.stay(trouble(error), Tone.LATE)
        else:
            self._crashes.tell(error)

    def _crashed(self, report: str) -> None:
        said = _("Something went wrong in the program. What was saved is safe; you can go on.")

        def copy() -> None:
            QGuiApplication.clipboard().setText(report)

        self.notices.stay(said, Tone.LATE, _("Copy report"), copy)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
