"""The toolkit itself: a build that loses references to None brings the interpreter down."""

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6 import __version__
from PySide6.QtCore import QObject

CALLS = 2000


def none_lost(act: Callable[[], object]) -> int:
    """Do something many times; return how many references to None went missing meanwhile."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        act()
    return before - sys.getrefcount(None)


def test_no_reference_to_none_is_lost() -> None:
    thing = QObject()
    assert abs(none_lost(lambda: thing.setObjectName("x"))) < CALLS // 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there: nothing to count")
def test_a_lost_reference_is_seen() -> None:
    none = ctypes.py_object(None)
    try:
        assert none_lost(lambda: ctypes.pythonapi.Py_DecRef(none)) >= CALLS
    finally:
        for _ in range(CALLS):
            ctypes.pythonapi.Py_IncRef(none)


def test_toolkit_is_not_the_one_that_loses_them() -> None:
    assert sys.version_info >= (3, 12) or not __version__.startswith("6.12.0")
