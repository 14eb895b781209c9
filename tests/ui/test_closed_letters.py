"""A secret letter in the windows of who had no part in it: a line, and nothing to do with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clock import Clock
from office import acknowledgement_to, form
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import BOSS, text_of, words

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Secrecy
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.redating import Told
from desktop.rules.thai.dates import official_date
from desktop.views import LetterView, Shelf
from ui.dialogs.moves import told_table
from ui.operations import Operations
from ui.pages.case.letter_rows import RecordRow
from ui.pages.case.page import CasePage
from ui.pages.letters import LettersPage
from ui.telling import digits, letter_name


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    secret = replace(acknowledgement_to(case_id), secrecy=Secrecy.SECRET)
    issue(IssueLetter("l", secret), desk, clerk)
    keep_draft(KeepDraft("d", secret), desk, clerk)
    return case_id


def test_the_case_page_shows_that_it_is_there(
    operations: Operations, desk: Desk, case_id: int, clerk: Actor, qtbot: QtBot
) -> None:
    for actor, closed in ((BOSS, True), (clerk, False)):
        operations.sign_in(actor)
        page = CasePage(operations, desk.reading.office(official_date(desk.now())))
        qtbot.addWidget(page)
        page.show_case(case_id)
        qtbot.waitUntil(lambda page=page: page.case is not None)  # type: ignore[misc]
        assert page.case is not None
        (letter,) = page.case.letters
        named = f"หนังสือลับ · {digits(letter.number)}"
        assert (letter_name(letter) == named) is closed
        for row in page.letters.findChildren(RecordRow):
            assert (row.findChildren(QPushButton) == []) is closed
        assert words(page.timeline, "ร่างหนังสือ · หนังสือลับ") is closed
        # Not even which kind of letter it is.
        assert ("หนังสือตอบรับ" not in text_of(page)) is closed


def test_the_letters_page_lets_nothing_be_done_with_it(
    operations: Operations, case_id: int, clerk: Actor, qtbot: QtBot
) -> None:
    for actor, closed in ((BOSS, True), (clerk, False)):
        operations.sign_in(actor)
        page = LettersPage(operations)
        qtbot.addWidget(page)
        page.show()
        page.arrive()
        qtbot.waitUntil(lambda page=page: page.model.rowCount() == 2)  # type: ignore[misc]
        kinds = [page.model.index(row, 2).data() for row in range(2)]
        assert (kinds == ["หนังสือลับ", "หนังสือลับ"]) is closed
        page.shelves.set_text(Shelf.DRAFT.value)
        qtbot.waitUntil(lambda page=page: page.model.rowCount() == 1)  # type: ignore[misc]
        page.table.selectAll()
        offered = [*page.moves.values(), page.show_button]
        assert (not any(part.isEnabled() for part in offered)) is closed
        if closed:
            with qtbot.waitSignal(page.opened) as opening:
                page.table.activated.emit(page.model.index(0, 0))
            assert opening.args == [case_id]
        page.shelves.set_text(Shelf.SENDING.value)

        def arrived(page: LettersPage = page) -> bool:
            return page.model.rowCount() == 1 and isinstance(page.model.row_at(0), LetterView)

        qtbot.waitUntil(arrived)
        page.table.selectAll()
        assert page.sent_button.isEnabled() is not closed


@pytest.mark.usefixtures("qapp")
def test_the_letters_that_told_a_day_which_moves_are_named_no_closer() -> None:
    table = told_table((Told(1, ComplaintNumber(2569, 1), None, "ลับ ๑", date(2026, 8, 21)),))
    assert table.model().index(0, 1).data() == "หนังสือลับ"
