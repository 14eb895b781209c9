"""Complaints of the made-up office open, whatever was done of it in a year."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from clock import Clock
from made_up import NOW, MadeUp
from pytestqt.qtbot import QtBot
from windows import drained

import main
from db.furnishing import Strongroom, furnish
from db.place import Place
from desktop.views import RegisterQuery
from ui.operations import Operations
from ui.pages.case.page import CasePage


@pytest.fixture
def copied(office: MadeUp, tmp_path: Path) -> Iterator[Strongroom]:
    """The made-up office, copied: looking at complaints is noted in their journal."""
    room = furnish(Place(Path(copytree(office.place.folder, tmp_path / "ทะเบียน"))))
    yield room
    room.close()


def unlike(office: MadeUp, room: Strongroom) -> list[int]:
    """Choose the complaints of which no earlier one had the same done to it."""
    chosen: dict[object, int] = {}
    for case_id in room.reading.register_ids(office.director, RegisterQuery(), NOW):
        case = room.reading.case(office.director, case_id)
        chosen.setdefault((case.status, frozenset(step.kind for step in case.steps)), case_id)
    return list(chosen.values())


def test_every_kind_of_complaint_opens(office: MadeUp, copied: Strongroom, qtbot: QtBot) -> None:
    operations = Operations(replace(main.desk_of(copied), now=Clock(14, 40)))
    operations.sign_in(office.director)
    missed: list[Exception] = []
    operations.failed.connect(missed.append)
    page = CasePage(operations, office.office)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    ids = unlike(office, copied)
    for case_id in ids:
        page.show_case(case_id)
        drained(operations, qtbot)
        assert page.case is not None
        assert page.case.id == case_id
    operations.close()
    assert len(ids) > 50
    assert missed == []
