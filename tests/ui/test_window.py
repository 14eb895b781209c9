"""The window around the counter: locking covers it, and faults are told by whose they are."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from office import PASSWORD
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.errors import Conflict, Refusals, Refused, Unavailable
from desktop.ports import NOBODY, Desk
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from ui.actions import Act
from ui.counter import Counter
from ui.crash import CrashDesk
from ui.operations import Operations
from ui.pages.intake.page import IntakePage
from ui.pages.sign_in import SignInPage
from ui.window import Window


@pytest.fixture
def crashes() -> CrashDesk:
    return CrashDesk()


@pytest.fixture
def window(crashes: CrashDesk, desk: Desk, clerk: Actor, qtbot: QtBot) -> Iterator[Window]:
    operations = Operations(desk)
    made = Window(crashes)
    qtbot.addWidget(made)
    made.furnish(operations)
    made.show()
    made.sign_in(clerk, desk.reading.office(official_date(desk.now())))
    yield made
    made.close()
    operations.close()


def test_whoever_leaves_leaves_nothing_in_memory(
    window: Window, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    assert window.operations is not None
    office, left = desk.reading.office(official_date(desk.now())), []
    for _time in range(3):
        window.show_sign_in()
        left.append(weakref.ref(window.sign_in(clerk, office)))
        drained(window.operations, qtbot)
    window.show_sign_in()
    drained(window.operations, qtbot)
    gc.collect()
    assert [one() for one in left] == [None, None, None]


def test_locking_covers_everything_and_what_was_typed_waits(
    window: Window, clerk: Actor, qtbot: QtBot
) -> None:
    counter = window.counter
    assert counter is not None
    counter.go(Act.NEW)
    page = counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    page.form.sheet.field("matter.subject").set_text("ค้างไว้ครึ่งประโยค")
    counter.locked.emit()
    covered = window.stage.currentWidget()
    assert isinstance(covered, SignInPage)
    assert window.operations is not None
    assert window.operations.actor == NOBODY
    assert window.counter is None
    assert window.stage.count() == 1
    qtbot.waitUntil(lambda: bool(covered.office.text()))
    covered.username.set_text("clerk")
    covered.password.set_text(PASSWORD)
    covered.sign_in()
    qtbot.waitUntil(lambda: isinstance(window.stage.currentWidget(), Counter))
    again = window.stage.currentWidget()
    assert isinstance(again, Counter)
    again.go(Act.NEW)
    later = again.page(Act.NEW)
    assert isinstance(later, IntakePage)
    qtbot.waitUntil(lambda: [d.title for d in later.parked.drafts] == ["ค้างไว้ครึ่งประโยค"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refused(Reason.NOT_VISIBLE), "สิทธิ"),
        (Refusals((Refused(Reason.NOT_ALLOWED), Refused(Reason.NO_SIGNATORY))), "สิทธิ"),
        (Conflict(), "ก่อน"),
        (Unavailable("disk full"), "disk full"),
    ],
)
def test_what_no_page_took_care_of_is_told_in_a_bar_and_is_no_fault_of_ours(
    window: Window, crashes: CrashDesk, qtbot: QtBot, error: Exception, said: str
) -> None:
    reports: list[str] = []
    crashes.happened.connect(reports.append)
    assert window.operations is not None
    window.operations.failed.emit(error)
    assert any(said in notice for notice in window.notices.shown())
    assert reports == []


def test_a_fault_of_ours_becomes_a_report(window: Window, crashes: CrashDesk, qtbot: QtBot) -> None:
    reports: list[str] = []
    crashes.happened.connect(reports.append)
    assert window.operations is not None

    def broken(*_anything: object) -> None:
        raise KeyError("a citizen's words")

    window.operations.read(window, broken, broken)
    qtbot.waitUntil(lambda: bool(reports))
    assert "citizen" not in reports[0]
    assert len(window.notices.shown()) == 1
