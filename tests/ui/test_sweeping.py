"""Garbage is swept on the window's thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.sweeping import Sweeper, sweep


@pytest.fixture
def by_itself(qapp: QApplication) -> Iterator[None]:
    """Let Python sweep as it would; the other tests with windows keep it from that."""
    del qapp
    gc.collect()
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def sweeper(by_itself: None, qapp: QApplication) -> Iterator[Sweeper]:
    del by_itself
    made = Sweeper(qapp)
    assert not gc.isenabled()
    yield made
    made.deleteLater()


def leave_behind(ended_on: list[str]) -> None:
    """Drop an object with a running timer that only a sweep can end."""
    one = QObject()
    one.setProperty("itself", one)
    timer = QTimer(one)
    timer.start(10_000)
    ring: list[object] = [one, timer]
    ring.append(ring)

    def ended() -> None:
        ended_on.append(threading.current_thread().name)

    one.destroyed.connect(ended, Qt.ConnectionType.DirectConnection)


def make_much() -> None:
    """Make and drop rings of which any one could set off a sweep."""
    for _ in range(50_000):
        ring: list[object] = []
        ring.append(ring)


def work_aside() -> None:
    """Make much on another thread, and wait for it."""
    worker = threading.Thread(target=make_much, name="worker")
    worker.start()
    worker.join()


class Left:
    """Something that only a sweep can end, wherever that is."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("by_itself")
def test_without_a_sweeper_a_worker_ends_what_the_window_left() -> None:
    """A negative control, on what may end anywhere."""
    ended_on: list[str] = []
    one = Left()
    weakref.finalize(one, lambda: ended_on.append(threading.current_thread().name))
    del one
    work_aside()
    assert ended_on == ["worker"]


def test_a_worker_ends_nothing_that_belongs_to_the_window(sweeper: Sweeper, qtbot: QtBot) -> None:
    ended_on: list[str] = []
    leave_behind(ended_on)
    work_aside()
    assert ended_on == []
    sweeper.start()
    qtbot.waitUntil(lambda: bool(ended_on))
    assert ended_on == [threading.main_thread().name]


def test_a_sweep_takes_what_is_full_and_leaves_the_rest(sweeper: Sweeper) -> None:
    gc.collect()
    before = gc.get_stats()
    sweep()
    assert gc.get_stats() == before
    make_much()
    sweep()
    assert gc.get_stats()[0]["collections"] == before[0]["collections"] + 1
    assert gc.get_stats()[0]["collected"] >= before[0]["collected"] + 50_000
    assert gc.get_stats()[2] == before[2]
