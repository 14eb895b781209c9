"""Thai wraps at word ends where Qt does not know them, as on Windows; text stays as typed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import without_libthai

from ui.widgets import word_ends


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process tells that finds no libthai: an empty file stands in its place."""
    empty = tmp_path_factory.mktemp("no libthai")
    (empty / "libthai.so.0").touch()
    root = Path(__file__).parents[2]
    answer = subprocess.run(  # noqa: S603 - our own file
        [sys.executable, str(Path(without_libthai.__file__))],
        env={
            **os.environ,
            "LD_LIBRARY_PATH": str(empty),
            "PYTHONPATH": str(root),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        check=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def test_an_editors_lines_end_at_words_while_it_is_filled_typed_in_and_made_wider(
    told: dict[str, Any],
) -> None:
    assert not told["qt_knows"]
    for lines in (told["typed"], told["more"], told["wider"]):
        assert len(lines) > 3
        assert set(lines) <= set(told["ends"])
    assert len(told["wider"]) < len(told["more"])
    assert told["tops"]
    # No line ends long before the margin.
    assert told["filled"] > 0.75


def test_what_is_typed_stays_as_typed(told: dict[str, Any]) -> None:
    said = without_libthai.SAID
    assert told["text"] == f"{said}\nสั้น\n{said}ขอให้ตรวจสอบและแจ้งผลให้ทราบโดยด่วนที่สุด"


def test_qts_own_editor_breaks_inside_words_there(told: dict[str, Any]) -> None:
    """The negative control: without our layout the same text is broken anywhere."""
    assert not set(told["bare"]) <= set(told["ends"])


def test_a_label_wraps_and_its_marks_are_neither_told_nor_copied(told: dict[str, Any]) -> None:
    assert told["said"] == told["aloud"] == told["copied"] == without_libthai.SAID
    # Qt's own label wants room for the longest run without a space.
    assert told["least"] * 3 < told["least_bare"]


def test_where_qt_knows_the_words_nothing_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "ขอเรียนเชิญ\nประชุม"
    monkeypatch.setattr(word_ends, "qt_knows", lambda: True)
    assert word_ends.shown(text) == text
    monkeypatch.setattr(word_ends, "qt_knows", lambda: False)
    marked = word_ends.shown(text)
    assert marked.split("\n")[0].split(word_ends.MARK) == ["ขอ", "เรียนเชิญ"]
    assert word_ends.said(marked) == text
    assert word_ends.shown("no Thai") == "no Thai"
