"""A fault of ours: told calmly, without a word that anybody typed."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.crash import CrashDesk, report
from ui.notices import Notice
from ui.window import Window

SECRET = "นางปราณี สุขใจ 1-2345-67890-12-1"


def fail(words: str) -> None:
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(f"cannot read {words}") from error


def caught() -> BaseException:
    with pytest.raises(ValueError, match="cannot read") as error:
        fail(SECRET)
    return error.value


@pytest.fixture
def crashes(qapp: object) -> Iterator[CrashDesk]:
    desk = CrashDesk()
    desk.watch()
    yield desk
    desk.rest()


def test_a_report_names_kinds_and_places_and_nothing_else() -> None:
    told = report(caught())
    assert "ValueError" in told
    assert "KeyError" in told
    assert "tests/ui/test_crash.py:" in told
    for word in (*SECRET.split(), "cannot read"):
        assert word not in told


def test_faults_on_any_thread_are_told(crashes: CrashDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(crashes.happened) as told:
        sys.excepthook(ValueError, caught(), None)
    assert "ValueError" in told.args[0]
    with qtbot.waitSignal(crashes.happened):
        thread = threading.Thread(target=fail, args=(SECRET,))
        thread.start()
        thread.join()


def test_after_resting_the_hooks_are_as_before(qapp: object) -> None:
    before = (sys.excepthook, threading.excepthook)
    desk = CrashDesk()
    desk.watch()
    assert sys.excepthook != before[0]
    desk.rest()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_window_goes_on_and_offers_the_report(crashes: CrashDesk, qtbot: QtBot) -> None:
    window = Window(crashes)
    qtbot.addWidget(window)
    window.show()
    crashes.tell(caught())
    (notice,) = window.notices.findChildren(Notice)
    assert "เรื่องที่บันทึกแล้วยังอยู่ครบ" in notice.text
    assert notice.action.text() == "คัดลอกรายงานข้อขัดข้อง"
    notice.action.click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert SECRET not in QGuiApplication.clipboard().text()
    assert window.isVisible()
