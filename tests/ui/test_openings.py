"""Letters and papers of a sealed complaint are opened by nobody without that being kept."""

from datetime import date
from pathlib import Path

import pytest
from office import acknowledgement_to, bangkok, form
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, letters_page, opened, openings, sheet

from desktop.acts.batching import PlanLetters, plan_letters
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import Shelf
from ui.dialogs.batch_run import BatchRunDialog
from ui.dialogs.letter import LetterDialog
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.letters import LettersPage
from ui.pages.register_table.page import RegisterPage

DAY = date(2026, 7, 15)
SEALED, PLAIN = 1, 2


@pytest.fixture(autouse=True)
def _cases(desk: Desk, clerk: Actor) -> None:
    """A sealed complaint and one open to all, each with a letter, the sealed one with a draft."""
    for key, sealed in (("a", True), ("b", False)):
        made = register(
            RegisterComplaint(key, form(bangkok(DAY, 8), restricted=sealed)), desk, clerk
        )
        issue(IssueLetter(f"letter {key}", acknowledgement_to(made.case_id)), desk, clerk)
    keep_draft(KeepDraft("draft", acknowledgement_to(SEALED)), desk, clerk)


@pytest.fixture
def letters(operations: Operations, qtbot: QtBot) -> LettersPage:
    operations.sign_in(BOSS)
    made = letters_page(operations, qtbot)
    drained(operations, qtbot)
    return made


def kept(desk: Desk) -> tuple[int, int]:
    """Count the openings of both."""
    return len(openings(desk, SEALED)), len(openings(desk, PLAIN))


def lie(page: LettersPage, shelf: Shelf, qtbot: QtBot) -> None:
    page.shelves.set_text(shelf.value)
    drained(page._operations, qtbot)
    page.table.selectAll()


def test_letters_shown_from_the_list_are_kept_once_for_each_sealed_complaint(
    letters: LettersPage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    lie(letters, Shelf.SENDING, qtbot)
    letters.show_button.click()
    paper = sheet(letters, PaperDialog, qtbot)
    assert openings(desk, SEALED) == [BOSS.name]
    assert kept(desk) == (1, 0)
    paper.reject()


def test_drafts_shown_or_gone_on_with_are_kept(
    letters: LettersPage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    lie(letters, Shelf.DRAFT, qtbot)
    letters.show_button.click()
    sheet(letters, PaperDialog, qtbot).reject()
    assert kept(desk) == (1, 0)
    letters.table.activated.emit(letters.model.index(0, 0))
    dialog = sheet(letters, LetterDialog, qtbot)
    assert kept(desk) == (2, 0)
    drained(operations, qtbot)
    dialog.leave()
    drained(operations, qtbot)


def test_nothing_is_shown_where_it_cannot_be_kept(
    letters: LettersPage,
    operations: Operations,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def refuse(*_asked: object) -> None:
        raise Refused(Reason.NOT_VISIBLE)

    lie(letters, Shelf.SENDING, qtbot)
    with monkeypatch.context() as broken:
        broken.setattr("desktop.acts.viewing.record", refuse)
        letters.show_button.click()
        drained(operations, qtbot)
    assert letters.notices.shown()
    assert not letters.findChildren(PaperDialog)
    assert kept(desk) == (0, 0)


def test_letters_of_a_batch_are_kept_when_shown_and_when_saved(
    letters: LettersPage, operations: Operations, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    like = acknowledgement_to(SEALED)
    command = PlanLetters(
        "batch", (SEALED, PLAIN), like.kind, like.signatory_id, like.blanks, like.finding
    )
    planned = plan_letters(command, desk, BOSS)
    dialog = BatchRunDialog(operations, planned.batch_id, (0, 1), parent=letters)
    drained(operations, qtbot)
    assert kept(desk) == (0, 0)
    dialog.show_as_one()
    sheet(dialog, PaperDialog, qtbot).reject()
    assert kept(desk) == (1, 0)
    dialog.save_to(tmp_path)
    drained(operations, qtbot)
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert kept(desk) == (2, 0)
    dialog.reject()


def test_a_memo_from_the_register_is_kept(operations: Operations, desk: Desk, qtbot: QtBot) -> None:
    operations.sign_in(BOSS)
    page = RegisterPage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(page)
    page.show()
    page.road.print_memo((SEALED, PLAIN))
    sheet(page, PaperDialog, qtbot).reject()
    assert kept(desk) == (1, 0)


def test_on_the_complaints_own_page_its_opening_is_kept_already(
    operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    page = opened(operations, desk, SEALED, qtbot)
    drained(operations, qtbot)
    assert kept(desk) == (1, 0)
    assert page.case is not None
    (letter,) = page.case.letters
    page.letters.deeds.show_letter(letter)
    sheet(page, PaperDialog, qtbot).reject()
    assert kept(desk) == (1, 0)
