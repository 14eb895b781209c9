"""A monkey before the real window: it goes everywhere, does anything, and means nothing by it."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from clock import Clock
from hostile import ATOMS
from key_clashes import clashes
from office import form
from paws import WORDS, Paws
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reach import Reach

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.actions import ACTIONS, Act, spec
from ui.sweeping import sweep
from ui.window import Window

_PLACES = (
    *(Act.OPEN,) * 8,
    *(Act.NEW, Act.LETTERS, Act.SETTINGS) * 4,
    *(Act.BOARD, Act.REGISTER) * 2,
    *(Act.MY_WORK, Act.UNASSIGNED, Act.SOON, Act.LATE, Act.CHECKS),
    *(Act.REPORTS, Act.BOOKS, Act.BOOKS, Act.FILES, Act.MORNING, Act.JOURNAL, Act.HELP),
    *(Act.LOCK, Act.LOCK),
)
"""Where it goes: where there is more to do, more often."""
_LEADING = {*_PLACES, Act.SEARCH, Act.BACK}
"""Keys that would lead it away from there."""
_STAYS = (8, 30)
"""For how many doings it stays at a place; a sheet that takes longer is left."""
_ABLE = 0.7
_DEPTH = 4
"""How many lists and sheets may stand one before the other."""
_GONE = "already deleted"
_LOOKS = 10
"""Doings from one look at the keys to the next."""


_Doings = tuple[tuple[int, Callable[[], None]], ...]
"""What is done, and how often."""


class Monkey:
    """Does one thing after another, as its seed has it, and knows where it has been."""

    def __init__(
        self,
        window: Window,
        clock: Clock,
        people: Sequence[Actor],
        files: Path,
        elsewhere: Desk,
        reach: Reach,
        seed: int,
    ) -> None:
        assert window.operations is not None
        self._window, self._clock, self._people = window, clock, people
        self._operations, self._desk = window.operations, window.operations.desk
        self._files, self._elsewhere = files, elsewhere
        self.dice = random.Random(seed)
        self.paws = paws = Paws(window, clock, files, self.dice)
        self._reach = reach
        self.elsewhere: Counter[str] = Counter()
        self._done = self._left = 0
        anywhere = (
            (20, paws.press_any),
            (12, paws.type_any),
            (30, paws.click),
            (3, paws.ask_for_menu),
            (3, paws.turn),
            (2, paws.drop),
            (2, self._work_elsewhere),
            (2, self._let_time_pass),
            (9, self._rest),
        )
        self._on_lists: _Doings = ((6, paws.press_any), (6, paws.click), (3, self._leave))
        self._on_sheets: _Doings = (*anywhere, (30, paws.fill_in), (6, paws.click_button))
        self._on_pages: _Doings = (
            *anywhere,
            (20, self._press_shortcut),
            (6, paws.fill_in),
            (4, paws.click_twice),
            (2, paws.pull),
            (2, paws.resize),
            (9, self._work_on_lines),
            (1, self._search),
        )

    def act(self) -> None:
        """Do something."""
        try:
            self._act()
        except RuntimeError as gone:
            # Lists that drop down go while the hand is on its way. What the program itself does
            # wrong does not come here: Qt tells of it to whoever hears of crashes.
            if _GONE not in str(gone):
                raise
            self.paws.tell("too late")
        QApplication.processEvents()
        self._done += 1
        self._reach.see(self._window)
        if self._done % _LOOKS == 0:
            self._look()

    def told(self) -> list[str]:
        """Tell what was done last."""
        return list(self.paws.done)

    def path(self) -> str:
        """Choose a file that is there, one that is not, or none."""
        found = [str(one) for one in sorted(self._files.iterdir())]
        return self.dice.choice([*found, str(self._files / "ใหม่.pdf"), ""])

    def end(self) -> None:
        """Wait until nothing is under way."""
        while not self._operations.idle:
            QTest.qWait(1)

    def _act(self) -> None:
        if self._window.counter is None:
            self._sign_in()
        self._left -= 1
        if self._left < 0:
            self._go()
            return
        weights, doings = zip(*self._fitting(), strict=True)
        self.dice.choices(doings, weights)[0]()

    def _fitting(self) -> _Doings:
        if QApplication.activePopupWidget() is not None:
            return self._on_lists
        return self._on_pages if self.paws.top() is self._window else self._on_sheets

    def _look(self) -> None:
        """See that no key is taken twice by what stands there now; sweep as the program does."""
        found = clashes(self.paws.top())
        assert found == [], "\n".join([*self.told(), *found])
        sweep()

    def _sign_in(self) -> None:
        # Whoever may do everything is there most of the time.
        first, *others = self._people
        actor = first if self.dice.random() < _ABLE else self.dice.choice(others)
        self.paws.tell(f"sign in {actor.person_id}")
        self._rest()
        self._window.sign_in(actor, self._desk.reading.office(official_date(self._desk.now())))
        self._left = 0

    def _go(self) -> None:
        """Leave what stands there, and go to some place."""
        self._left = self.dice.randint(*_STAYS)
        for _key in range(_DEPTH):
            if self.paws.top() is self._window:
                break
            self._leave()
            self._rest()
        place = self.dice.choice(_PLACES)
        if place is Act.OPEN:
            self.paws.press(spec(Act.REGISTER).keys)
            self._rest()
            self.paws.click_twice()
        else:
            self.paws.press(spec(place).keys)
        self._rest()

    def _leave(self) -> None:
        self.paws.press("Esc")

    def _press_shortcut(self) -> None:
        staying = [one.keys for one in ACTIONS if one.keys and one.act not in _LEADING]
        self.paws.press(self.dice.choice(staying))

    def _work_on_lines(self) -> None:
        """Do something with several lines of a list at once."""
        self.paws.select_lines()
        self._rest()
        if self.dice.random() < 0.3:
            self.paws.press(self.dice.choice(("Ctrl+Return", "Ctrl+M", "Ctrl+G", "Ctrl+C")))
        else:
            self.paws.click_button()
        self._rest()

    def _search(self) -> None:
        """Search for what nobody would search for."""
        self.paws.press(spec(Act.SEARCH).keys)
        self.paws.write(" ".join(self.dice.choices((*WORDS, *ATOMS), k=self.dice.randint(1, 3))))
        if self.dice.random() < 0.5:
            self.paws.press(self.dice.choice(("Return", "Down", "Esc")))

    def _work_elsewhere(self) -> None:
        """Let another desk take a complaint in, and give one to somebody."""
        actor = self._people[0]
        asked = form(self._clock.at - timedelta(minutes=1))
        command = RegisterComplaint(f"{self.dice.random()}", asked)
        try:
            made = register(command, self._elsewhere, actor)
        except Refusals as refused:
            # The monkey at the window may have put the category out of use.
            self.paws.tell(f"another desk is refused: {refused}")
            return
        self.elsewhere.update(("registered", "assigned"))
        self.paws.tell(f"another desk registers {made.number}")
        assign(AssignCases((made.case_id,), owner_id=actor.person_id), self._elsewhere, actor)

    def _let_time_pass(self) -> None:
        minutes = self.dice.choice((1, 5, 60, 24 * 60))
        self.paws.tell(f"let {minutes} minutes pass")
        self._clock.pass_time(minutes=minutes)

    def _rest(self) -> None:
        self.paws.tell("rest")
        self.end()
        QTest.qWait(1)


def forget_clipboard() -> None:
    """Leave nothing to be pasted."""
    QGuiApplication.clipboard().clear()
