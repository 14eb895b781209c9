"""The bench measures what it says it does: its pieces run, and both sides do the same work."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from bench import (
    books,
    calendars,
    due_dates,
    gaps,
    listing,
    painting,
    papers,
    printing_once,
    registering,
    registers,
    run,
    searching,
    starting,
)
from bench.floor import Figure, beside
from older_register import first_shape
from paper import pages_of
from PySide6.QtWidgets import QApplication

from db.engine import open_migrating
from db.furnishing import Strongroom
from db.place import Place
from db.revisions import NEWEST, revision_of
from desktop.demo.office import Setting
from desktop.papers.pdfium import PaperFile


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Strongroom, Setting]]:
    room, setting = registers.register(tmp_path_factory.mktemp("bench") / "register", 200)
    yield room, setting
    room.close()


def names(figures: Iterator[Figure]) -> list[str]:
    told = list(figures)
    assert all(figure.ours > 0 for figure in told)
    assert all(figure.floor is None or figure.floor > 0 for figure in told)
    return [figure.name for figure in told]


def test_figure_past_its_limit_fails() -> None:
    assert Figure("a", 2.0, 2.0, 1.0).holds
    assert not Figure("a", 2.1, 2.0, 1.0).holds
    assert Figure("a", 50.0, 50.0).holds
    assert not Figure("a", 50.1, 50.0).holds
    assert Figure("a", 3.0, 2.0, 1.0).line().startswith("FAIL a ")


def test_works_are_measured_in_turn() -> None:
    done: list[str] = []
    figure = beside("x", 1.0, lambda: done.append("o"), lambda: done.append("f"), times=2, rounds=3)
    assert "".join(done) == "of" * 7
    assert figure.floor is not None


def test_walking_and_summing_agree() -> None:
    calendar, closed = due_dates.calendars()
    for at in due_dates.starts():
        for minutes in (1, 209, 210, 211, 420, 2_000, 25_200):
            walked = due_dates.walked(at, minutes, closed)
            assert walked == calendar.add(at, minutes * 60)
            assert walked > at + timedelta(minutes=minutes - 1)
    assert len(names(due_dates.figures(times=1))) == 1


def test_bare_rows_are_the_acts_rows(tmp_path: Path) -> None:
    assert names(registering.figures(tmp_path, times=2, rounds=2, count=5))
    with registers.opened(tmp_path / "acts") as acted, registers.opened(tmp_path / "bare") as bare:
        question = "SELECT uid, running, subject, due_at FROM complaint ORDER BY id"
        told = [
            room.asking.connect().exec_driver_sql(question).fetchall() for room in (acted, bare)
        ]
    assert len(told[0]) == 5 + 2 * 2 + 1
    assert told[0] == told[1]


def test_pages_are_read(made: tuple[Strongroom, Setting]) -> None:
    assert len(names(listing.figures(made[0], times=2))) == 1


def test_words_are_searched(made: tuple[Strongroom, Setting]) -> None:
    missed, *others = searching.figures(made[0], times=1, rounds=1)
    assert (missed.ours, missed.holds) == (0, True)
    assert len(names(iter(others))) == 11


def test_tables_are_painted(made: tuple[Strongroom, Setting], qapp: QApplication) -> None:
    assert len(names(painting.figures(made[0], times=1))) == 2


def test_every_way_prints_all_letters(made: tuple[Strongroom, Setting], qapp: QApplication) -> None:
    letters = papers.letters(made[1], 3)
    assert len({letter.recipient for letter in letters}) == 3
    assert [len(pages_of(way()(letters))) for way in printing_once.WAYS.values()] == [3, 3, 3]


@pytest.mark.slow
def test_letters_are_printed_by_programs_of_their_own(made: tuple[Strongroom, Setting]) -> None:
    assert len(names(papers.figures(made[1], count=2, rounds=1))) == 2


def whole(file: PaperFile) -> bytes:
    with file:
        file.seek(0)
        return file.read()


def test_books_are_printed(made: tuple[Strongroom, Setting]) -> None:
    printer = books.Printer(made[0])
    assert printer.lines() == 200
    long, *short = map(whole, (*printer.printed(20), *printer.printed(20, books=10)))
    assert "รวมทั้งสิ้น๒๐เรื่อง" in pages_of(long)[-1]
    assert ["รวมทั้งสิ้น๒เรื่อง" in pages_of(book)[-1] for book in short] == [True] * 10
    assert len(names(books.figures(made[0], most=20, rounds=1))) == 3


def test_the_calendar_is_moved_there_and_back(
    made: tuple[Strongroom, Setting], qapp: QApplication
) -> None:
    room = made[0]
    before = room.reading.days()
    assert calendars.adding(times=1).holds
    told = names(calendars.figures(room))
    assert sum(name.startswith("check of") for name in told) == 7
    assert room.reading.days() == before


@pytest.mark.slow
def test_window_is_worked(made: tuple[Strongroom, Setting], qapp: QApplication) -> None:
    assert len(names(gaps.figures(made[0], rounds=1))) == 2


@pytest.mark.slow
def test_programs_tell_when_they_are_painted(made: tuple[Strongroom, Setting]) -> None:
    bare = starting.started("bare_window.py")
    own = starting.started("own_window.py", str(made[0].place.folder))
    assert set(bare) == {"shown"}
    assert 0 < own["shown"] < own["usable"]


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["nothing"])
    assert "nothing" in capsys.readouterr().err


def test_a_register_that_was_kept_is_brought_to_todays_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path / "kept")
    first_shape(place)
    measured: list[tuple[str, str | None]] = []

    def elsewhere(group: str, folder: Path) -> bool:
        engine = open_migrating(Place(folder))
        with engine.connect() as connection:
            measured.append((group, revision_of(connection)))
        engine.dispose()
        return False

    monkeypatch.setattr(run, "_elsewhere", elsewhere)
    assert run.main(["listing", "--keep", str(place.folder)]) == 0
    assert measured == [("listing", NEWEST)]
    assert list(place.folder.rglob("*.sqlite")) == [place.file]
