"""Open the office: set up on the first run, then do what the command line asks.

Parses on any Python 3.8, so that one too old is told so instead of meeting a syntax error.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence for those who have an older one
    own = "{}.{}".format(*sys.version_info)
    sys.stderr.write(
        f"โปรแกรมนี้ต้องใช้ Python 3.11 ขึ้นไป เครื่องนี้เป็นรุ่น {own}\n"
        f"This program needs Python 3.11 or newer; this is {own} ({sys.executable}).\n"
    )
    raise SystemExit(6)

from desktop import console, machine, setup
from desktop.console import Command, ExitCode, Order

if TYPE_CHECKING:
    from db.furnishing import Strongroom
    from db.place import Place
    from desktop.acts.opening import OpenOffice
    from desktop.ports import Desk

HERE = Path(__file__).resolve()
_IMPORT = builtins.__import__


class Stage:
    """The one place that knows every room: joins register, press and window."""

    def __init__(self) -> None:
        enter_qt()
        from ui.application import Application  # noqa: PLC0415
        from ui.crash import CrashDesk  # noqa: PLC0415
        from ui.sweeping import Sweeper  # noqa: PLC0415
        from ui.window import Window  # noqa: PLC0415

        self.application = Application(later=True)
        self.sweeper = Sweeper(self.application)
        self.crashes = CrashDesk()
        self.window = Window(self.crashes)
        self._closing: list[Callable[[], object]] = []
        self._made_up: Strongroom | None = None

    def open_register(self, place: Place) -> int:
        """Show the window at once, then open the register behind it; return the exit code."""
        return self._run(enter_strongroom, lambda: self._enter(place))

    def open_demo(self, place: Place) -> int:
        """Open the made-up office, signed in."""
        return self._run(lambda: self._make_up(place), self._enter_demo)

    def tour(self, place: Place, folder: Path) -> int:
        """Walk through the made-up office; return the exit code."""
        from ui.tour import Tour, TourStopped  # noqa: PLC0415

        def walk() -> None:
            self._enter_demo()
            try:
                Tour(self.window, folder, console.speak).walk()
            except TourStopped as stopped:
                console.complain(f"หยุดที่ขั้น {stopped}")
                self.application.exit(ExitCode.FAILED)
            else:
                self.application.exit(ExitCode.DONE)

        return self._run(lambda: self._make_up(place), walk)

    def _run(self, prepare: Callable[[], object], begin: Callable[[], object]) -> int:
        """Show the window, prepare behind it once it is painted, then begin."""
        from ui.loading import Loading  # noqa: PLC0415

        self.crashes.watch()
        loading = Loading(prepare, begin, self.window)
        self.window.painted.connect(self.application.finish)
        loading.finished.connect(self.sweeper.start)
        self.window.show_fitting()
        loading.start()
        try:
            return int(self.application.exec())
        finally:
            loading.wait()
            self.window.close()
            for close in reversed(self._closing):
                close()
            self.crashes.rest()

    def _enter(self, place: Place) -> None:
        from db.home import drafts_of_account  # noqa: PLC0415
        from db.place import PlaceRefused  # noqa: PLC0415
        from db.upgrade import exists, upgrade  # noqa: PLC0415
        from desktop.wording.findings import unfit_words  # noqa: PLC0415
        from ui.theme import Tone  # noqa: PLC0415

        try:
            if not exists(place):
                self._first_run(place)
                return
            upgrade(place, now())
            room = furnished(place, drafts_of_account(place))
            if not room.reading.opened():
                # A first run that was cut short left a register without an office.
                room.close()
                self._first_run(place)
                return
            self._furnish(room)
        except PlaceRefused as refused:
            self.window.notices.stay(unfit_words(refused.unfit.value), Tone.LATE)
            return
        self.window.show_sign_in()

    def _first_run(self, place: Place) -> None:
        from db.home import drafts_of_account, own_folder, shared_folder  # noqa: PLC0415
        from db.place import Place as PlaceOf  # noqa: PLC0415
        from desktop.acts.opening import open_office  # noqa: PLC0415
        from desktop.rules.thai.dates import official_date  # noqa: PLC0415
        from ui.pages.first_run.answers import Sharing  # noqa: PLC0415
        from ui.pages.first_run.page import FirstRunPage  # noqa: PLC0415

        folders = {Sharing.EVERYONE: shared_folder(), Sharing.MINE: own_folder()}
        asks = place.folder == own_folder() and not place.server

        def opener(command: OpenOffice, sharing: Sharing) -> Strongroom:
            chosen = PlaceOf(folders[sharing]) if asks else place
            return create_and_open(chosen, drafts_of_account(chosen), command, open_office)

        page = FirstRunPage(
            opener,
            official_date(now()),
            {kind: str(folder) for kind, folder in folders.items()} if asks else None,
        )
        page.opened.connect(self._opened)
        self.window.show_stage(page)

    def _opened(self, room: Strongroom, username: str) -> None:
        del username
        self._furnish(room)
        self.window.show_sign_in()

    def _make_up(self, place: Place) -> None:
        from db.demo import demo  # noqa: PLC0415
        from desktop.papers.press import ThaiPress  # noqa: PLC0415

        self._made_up = demo(place, now(), ThaiPress())

    def _enter_demo(self) -> None:
        from desktop.demo.office import AT_THE_DESK  # noqa: PLC0415
        from desktop.ports import NOBODY  # noqa: PLC0415
        from desktop.rules.thai.dates import official_date  # noqa: PLC0415

        assert self._made_up is not None
        self._furnish(self._made_up)
        assert self.window.operations is not None
        desk = self.window.operations.desk
        with desk.unit(NOBODY) as work:
            person = work.people.named(AT_THE_DESK)
        assert person is not None
        self.window.sign_in(person.actor(), desk.reading.office(official_date(now())))

    def _furnish(self, room: Strongroom) -> None:
        from ui.operations import Operations  # noqa: PLC0415

        operations = Operations(desk_of(room))
        self._closing += [room.close, operations.close]
        self.window.furnish(operations)


def enter_qt() -> None:
    """Load Qt, and make what is loaded from here on load fast."""
    # Loading makes much and drops nothing; sweeping it again and again takes a tenth longer.
    gc.disable()
    import_module("PySide6.QtCore")
    # Qt's own reads the source of every module that is imported, for a feature that nobody here
    # uses; it takes half as long again as the importing.
    builtins.__import__ = _IMPORT


def enter_strongroom() -> None:
    """Load what opening a register needs; the window is on screen meanwhile."""
    for room in ("db.home", "db.upgrade", "db.furnishing", "ui.counter"):
        import_module(room)


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


def furnished(place: Place, drafts: Path) -> Strongroom:
    """Open a register's strongroom."""
    from db.furnishing import furnish  # noqa: PLC0415

    return furnish(place, drafts)


def create_and_open(
    place: Place,
    drafts: Path,
    command: OpenOffice,
    open_office: Callable[[OpenOffice, Desk], object],
) -> Strongroom:
    """Make a register and open the office in it; what failed half-way is taken away again."""
    import shutil  # noqa: PLC0415

    from db.upgrade import create, exists  # noqa: PLC0415

    made = not exists(place)
    if made:
        create(place)
    room = furnished(place, drafts)
    try:
        open_office(command, desk_of(room))
    except BaseException:
        room.close()
        if made and not place.server:
            place.file.unlink()
            shutil.rmtree(place.papers, ignore_errors=True)
        raise
    return room


def desk_of(room: Strongroom) -> Desk:
    """Put together what acts and questions lean on."""
    from desktop.papers.late_press import LatePress  # noqa: PLC0415
    from desktop.ports import Desk  # noqa: PLC0415

    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=LatePress(),
        passwords=room.passwords,
        drafts=room.drafts,
        now=now,
        random=os.urandom,
    )


def run_check(order: Order) -> int:
    """Say in plain words what this computer lacks; a missing screen is told, not blamed."""
    problems = setup.lacks(HERE, tests=order.everything, screen=True)
    for problem in problems:
        console.complain(str(problem))
    hindered = hindrances(problems)
    if hindered:
        return hindered[0].code
    console.speak("เครื่องนี้มีสิ่งที่โปรแกรมต้องใช้แล้ว")
    return prove(order)


def hindrances(problems: list[machine.Problem]) -> list[machine.Problem]:
    """Those problems that keep the program from being set up, and the register from being read."""
    return [p for p in machine.blocking(problems) if p.code is not ExitCode.NO_SCREEN]


def run_tests(order: Order) -> int:
    """Pass the tests, handing what follows the command on to pytest."""
    import pytest  # noqa: PLC0415 - a test package, absent from an office's own set-up

    os.chdir(HERE.parent)
    return int(pytest.main([*order.rest]))


def prove(order: Order) -> int:
    """Prove the register, where there is one."""
    from db.check import prove as proven  # noqa: PLC0415 - set-up comes before every package
    from db.furnishing import furnish  # noqa: PLC0415
    from db.home import home  # noqa: PLC0415
    from db.place import PlaceRefused  # noqa: PLC0415
    from db.upgrade import exists  # noqa: PLC0415
    from desktop.wording.findings import (  # noqa: PLC0415
        finding_words,
        proof_words,
        reached_words,
        unfit_words,
    )

    place = home(order.data, order.server)
    try:
        if not exists(place):
            console.speak("ยังไม่มีทะเบียนในเครื่องนี้")
            return ExitCode.DONE
        room = furnish(place)
    except PlaceRefused as refused:
        console.complain(unfit_words(refused.unfit.value))
        return ExitCode.FAILED
    try:
        findings = proven(
            room,
            lambda part, took: console.speak(proof_words(part.value, took)),
            console.now_and_then(reached_words),
        )
    finally:
        room.close()
    for finding in findings:
        console.complain(finding_words(finding.fault.value, finding.where))
    if not findings:
        console.speak("ทะเบียนถูกต้องครบถ้วน")
    return ExitCode.FAILED if findings else ExitCode.DONE


def run_letters(order: Order) -> int:
    """Write issued letters into a folder, or print them."""
    from db.furnishing import furnish  # noqa: PLC0415
    from db.home import home  # noqa: PLC0415
    from db.place import PlaceRefused  # noqa: PLC0415
    from db.upgrade import exists  # noqa: PLC0415
    from desktop.wording.findings import unfit_words  # noqa: PLC0415
    from ui.unattended import run_letters as letters  # noqa: PLC0415

    place = home(order.data, order.server)
    try:
        if not exists(place):
            console.complain("ยังไม่มีทะเบียนในเครื่องนี้")
            return ExitCode.FAILED
        room = furnish(place)
    except PlaceRefused as refused:
        console.complain(unfit_words(refused.unfit.value))
        return ExitCode.FAILED
    try:
        return letters(order.letters, desk_of(room))
    finally:
        room.close()


def open_window(order: Order) -> int:
    """Open the office of this computer, or the one `--data` names."""
    from db.home import home  # noqa: PLC0415

    return Stage().open_register(home(order.data, order.server))


def open_demo(order: Order) -> int:
    """Open the made-up office, made anew in `--data` or for this once only."""
    import tempfile  # noqa: PLC0415

    from db.place import Place  # noqa: PLC0415

    if order.data is not None:
        return Stage().open_demo(Place(order.data))
    with tempfile.TemporaryDirectory() as folder:
        return Stage().open_demo(Place(Path(folder)))


def run_tour(order: Order) -> int:
    """Do the main job in the made-up office and leave papers and pictures."""
    import tempfile  # noqa: PLC0415

    from db.place import Place  # noqa: PLC0415

    assert order.folder is not None
    with tempfile.TemporaryDirectory() as folder:
        return Stage().tour(Place(Path(folder)), order.folder)


def run_bench(order: Order) -> int:
    """Print every speed beside its own floor; fail past a ratio."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    from bench.run import main as bench  # noqa: PLC0415

    return int(bench(list(order.rest)))


DOORS = {
    Command.WINDOW: open_window,
    Command.DEMO: open_demo,
    Command.TOUR: run_tour,
    Command.CHECK: run_check,
    Command.LETTERS: run_letters,
    Command.TEST: run_tests,
    Command.BENCH: run_bench,
}


def main(arguments: list[str]) -> int:
    """Read the order, make the program ready for it, and carry it out; return the exit code."""
    console.make_streams_safe()
    order = console.read(arguments)
    command = order.command
    unseen = command in (Command.TOUR, Command.LETTERS)
    without_screen = unseen and not machine.screen_answers()
    if command in (Command.TEST, Command.BENCH) or without_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tests = order.everything or command in (Command.TEST, Command.BENCH)
    screen = command in (Command.WINDOW, Command.DEMO, Command.TOUR)
    # A check on a computer that cannot run the program tells why instead of mending it.
    if command is not Command.CHECK or not hindrances(setup.lacks(HERE, tests=tests, screen=False)):
        setup.prepare(HERE, arguments, tests=tests, screen=screen)
    return DOORS[command](order)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
