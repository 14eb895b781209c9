from collections.abc import Iterator, Sequence
from datetime import date
from threading import Event

import pytest
from office import bangkok
from pytestqt.qtbot import QtBot

from desktop.errors import Unavailable
from desktop.ports import Draft
from ui.drafts import DraftKeeper

NOW = bangkok(date(2026, 7, 15), 10, 42)
PERSON = 7


class SlowDrafts:
    """Drafts in memory, on a disk that can be held up."""

    def __init__(self) -> None:
        self.held = Event()
        self.held.set()
        self.writes: list[Draft] = []
        self.files: list[tuple[str, str, bytes]] = []
        self.dropped: list[str] = []
        self.full = False

    def keep(self, person_id: int, draft: Draft) -> None:
        assert person_id == PERSON
        self.held.wait(5)
        if self.full:
            raise Unavailable("disk full")
        self.writes.append(draft)

    def keep_file(self, person_id: int, key: str, name: str, content: bytes) -> None:
        assert person_id == PERSON
        self.files.append((key, name, content))

    def drop_file(self, person_id: int, key: str, name: str) -> None:
        assert person_id == PERSON
        self.files = [f for f in self.files if f[:2] != (key, name)]

    def left(self, person_id: int) -> Sequence[Draft]:
        assert person_id == PERSON
        return [d for d in self.writes if d.key not in self.dropped]

    def one(self, person_id: int, key: str) -> Draft | None:
        return next((d for d in reversed(self.left(person_id)) if d.key == key), None)

    def every(self, field: str) -> Sequence[tuple[str, frozenset[str]]]:
        return [(d.fields[field], frozenset()) for d in self.writes if field in d.fields]

    def drop(self, person_id: int, key: str) -> None:
        assert person_id == PERSON
        self.dropped.append(key)


@pytest.fixture
def drafts() -> SlowDrafts:
    return SlowDrafts()


@pytest.fixture
def keeper(drafts: SlowDrafts, qtbot: QtBot) -> Iterator[DraftKeeper]:
    keeper = DraftKeeper(drafts, PERSON, lambda: NOW)
    yield keeper
    drafts.held.set()
    keeper.close()


def test_typing_faster_than_the_disk_writes_what_was_typed_last(
    keeper: DraftKeeper, drafts: SlowDrafts, qtbot: QtBot
) -> None:
    drafts.held.clear()
    for typed in ("ห", "หล", "หลั", "หลังคา"):
        keeper.keep("a", typed, {"matter.subject": typed})
    with qtbot.waitSignal(keeper.kept) as told:
        drafts.held.set()
    assert told.args == ["a", NOW]
    qtbot.waitUntil(lambda: drafts.writes[-1].title == "หลังคา")
    assert len(drafts.writes) <= 2


def test_two_forms_do_not_push_each_other_out(
    keeper: DraftKeeper, drafts: SlowDrafts, qtbot: QtBot
) -> None:
    drafts.held.clear()
    keeper.keep("a", "หนึ่ง", {})
    keeper.keep("b", "สอง", {})
    drafts.held.set()
    qtbot.waitUntil(lambda: {d.key for d in drafts.writes} == {"a", "b"})


def test_what_still_waits_is_written_before_leaving(
    drafts: SlowDrafts, keeper: DraftKeeper
) -> None:
    keeper.keep("a", "ค้าง", {})
    keeper.close()
    assert [d.title for d in drafts.writes] == ["ค้าง"]


def test_a_dropped_form_does_not_come_back(
    keeper: DraftKeeper, drafts: SlowDrafts, qtbot: QtBot
) -> None:
    drafts.held.clear()
    keeper.keep("a", "หนึ่ง", {})
    keeper.keep("b", "สอง", {})
    keeper.drop("b")
    drafts.held.set()
    qtbot.waitUntil(lambda: drafts.dropped == ["b"])
    assert "b" not in {d.key for d in drafts.writes}
    answers: list[Sequence[Draft]] = []
    keeper.left(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [d.key for d in answers[0]] == ["a"]


def test_a_full_disk_is_told(keeper: DraftKeeper, drafts: SlowDrafts, qtbot: QtBot) -> None:
    drafts.full = True
    with qtbot.waitSignal(keeper.failed) as told:
        keeper.keep("a", "หนึ่ง", {})
    assert isinstance(told.args[0], Unavailable)


def test_what_was_kept_elsewhere_is_dropped_even_after_closing(
    keeper: DraftKeeper, drafts: SlowDrafts
) -> None:
    keeper.keep("a", "หลังคา", {})
    keeper.close()
    keeper.drop("a")
    assert drafts.left(PERSON) == []
