"""The first run: page after page until the office can open; nothing typed is lost going back."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.acts.opening import OpenOffice
from desktop.errors import Refusals, Refused, Unavailable
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.notices import Notices
from ui.pages.first_run.answers import (
    Sharing,
    Step,
    facts_of,
    letter_faults,
    office_faults,
    opening_of,
    person_faults,
)
from ui.pages.first_run.steps import LettersStep, OfficeStep, PeopleStep, PlaceStep, StepPage
from ui.telling import digits
from ui.theme import Tone, px
from ui.widgets.plain import Card, button, label, restyle, scrolling
from ui.widgets.sheet import Sheet

KEYS = spec(Act.SAVE).keys
Opener = Callable[[OpenOffice, Sharing], object]
"""Makes the register where it shall live and opens the office in it; called off the window's
thread. It raises Refused for what the clerk can mend and Unavailable for what the machine lacks."""


class FirstRunPage(QWidget):
    """Asks what an office must say of itself before its first complaint.

    Signals:
        opened: The office is open. args: what the opener answered, the administrator's user name.
    """

    opened = Signal(object, str)
    _landed = Signal(object)

    def __init__(
        self, opener: Opener, today: date, places: Mapping[Sharing, str] | None = None
    ) -> None:
        """Take the opener, the day, and the folder of each choice; no places, no question."""
        super().__init__()
        self.setObjectName("Page")
        self._opener, self._today = opener, today
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.sheet = Sheet(self)
        self.notices = Notices()
        self.office = OfficeStep(self.sheet)
        self.letters = LettersStep(self.sheet)
        self.place = PlaceStep(places or {})
        self.people = PeopleStep(self.sheet)
        self._steps: dict[Step, StepPage] = {
            Step.OFFICE: self.office,
            Step.LETTERS: self.letters,
            Step.PLACE: self.place,
            Step.PEOPLE: self.people,
        }
        if not places:
            del self._steps[Step.PLACE]
        self.stack = QStackedWidget()
        self._marks: list[QLabel] = []
        self.back = button(_("Back"))
        self.forward = button(_("Next"), "primary", KEYS)
        self._lay()
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        # Not the button's own: a button forgets its keys whenever its words change.
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.go_on)
        self._show(0)

    @property
    def step(self) -> Step:
        """Which page is shown."""
        return list(self._steps)[self.stack.currentIndex()]

    def go_on(self) -> None:
        """Go to the next page, or open the office; what must be mended is shown first."""
        if not self.forward.isEnabled() or self._blame(self.step):
            return
        here = self.stack.currentIndex()
        if here + 1 < len(self._steps):
            self._show(here + 1)
            return
        for step in self._steps:
            if self._blame(step):
                self._show(list(self._steps).index(step))
                return
        self._open()

    def go_back(self) -> None:
        """Go to the page before; everything typed stays."""
        self._show(max(0, self.stack.currentIndex() - 1))

    def end(self) -> None:
        """Stop what runs beside."""
        self._worker.shutdown(wait=True)

    def _lay(self) -> None:
        side = QWidget()
        side.setObjectName("Side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(px(260))
        marks = QVBoxLayout(side)
        marks.setContentsMargins(24, 28, 24, 24)
        marks.setSpacing(14)
        marks.addWidget(label("รับเรื่อง", "title"))
        marks.addWidget(label(_("Set up in a few minutes"), "second"))
        marks.addSpacing(20)
        names = {
            Step.OFFICE: _("Your office"),
            Step.LETTERS: _("Its letters and numbers"),
            Step.PLACE: _("Where the register is kept"),
            Step.PEOPLE: _("The first people"),
        }
        for number, (step, page) in enumerate(self._steps.items(), 1):
            mark = label(digits(f"{number}. {names[step]}"))
            self._marks.append(mark)
            marks.addWidget(mark)
            scroll = scrolling(page)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.stack.addWidget(scroll)
        marks.addStretch()
        foot = QHBoxLayout()
        # The pages keep off their scroll bar; the buttons end where the fields do.
        foot.setContentsMargins(0, 0, 12, 0)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        card = Card()
        card.setMaximumWidth(px(860))
        card.column.setContentsMargins(32, 24, 20, 20)
        card.column.addWidget(self.notices)
        card.column.addWidget(self.stack, 1)
        card.column.addLayout(foot)
        ground = QHBoxLayout()
        ground.setContentsMargins(24, 24, 24, 24)
        ground.addStretch(1)
        ground.addWidget(card, 30)
        ground.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addLayout(ground, 1)

    def _show(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        last = index + 1 == len(self._steps)
        self.back.setVisible(index > 0)
        self.forward.setText(_("Open the office") if last else _("Next"))
        for number, mark in enumerate(self._marks):
            mark.setProperty("role", "heading" if number == index else "second")
            restyle(mark)
        first = self._first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_field(self) -> QWidget | None:
        starts: dict[Step, QWidget] = {
            Step.OFFICE: self.office.name.line,
            Step.LETTERS: self.letters.prefix.line,
            Step.PEOPLE: self.people.parts[0].name.line,
        }
        return starts.get(self.step)

    def _blame(self, step: Step) -> bool:
        answers = self.sheet.answers()
        facts = facts_of(answers, self._today, self.letters.emblem.content)
        found: tuple[Refused, ...] = ()
        if step is Step.OFFICE:
            found = office_faults(facts)
        elif step is Step.LETTERS:
            found = letter_faults(answers, facts)
        elif step is Step.PEOPLE:
            found = self._people_faults()
        for fault in self.sheet.blame(found):
            self.notices.passing(sentence(fault), Tone.LATE)
        return bool(found)

    def _people_faults(self) -> tuple[Refused, ...]:
        parts = self.people.filled()
        people = tuple(part.person() for part in parts)
        return tuple(
            Refused(fault.reason, field=f"people.{part.number}.{fault.field}", **fault.parameters)
            for place, part in enumerate(parts)
            for fault in person_faults(people, place)
        )

    def _open(self) -> None:
        answers = self.sheet.answers()
        facts = facts_of(answers, self._today, self.letters.emblem.content)
        people = tuple(part.person() for part in self.people.filled())
        command = opening_of(answers, facts, people)
        sharing = self.place.sharing
        self._busy(busy=True)
        future = self._worker.submit(self._opener, command, sharing)
        future.add_done_callback(self._landed.emit)

    def _land(self, future: "Future[object]") -> None:
        self._busy(busy=False)
        error = future.exception()
        if error is None:
            self.opened.emit(future.result(), self.people.parts[0].username.text())
        elif isinstance(error, Refused):
            several = error.refusals if isinstance(error, Refusals) else (error,)
            for fault in self.sheet.blame(several):
                self.notices.stay(sentence(fault), Tone.LATE)
        elif isinstance(error, Unavailable):
            said = _("The register cannot be made there ({cause}). Nothing typed is lost.")
            self.notices.stay(said.format(cause=error.cause), Tone.LATE)
        else:
            raise error

    def _busy(self, *, busy: bool) -> None:
        self.stack.setEnabled(not busy)
        for part in (self.back, self.forward):
            part.setEnabled(not busy)
