"""What was in hand when the program stopped, or when a letter left without its correction."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fakes import FakeStore
from office import acknowledgement_to, bangkok, form

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import RecordSent, VoidLetter, record_sent, void_letter
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.recovering import RecoverLetters, recover_letters
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import Desk, Draft
from desktop.rules.complaint import Accused
from desktop.rules.letter_fields import LETTER_IN_HAND, correction_key, slip_of
from desktop.rules.letters import Dispatch, LetterDraft, LetterStatus
from desktop.rules.people import Actor
from desktop.rules.proposing import Seen
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)


@pytest.fixture
def draft(desk: Desk, clerk: Actor) -> LetterDraft:
    case = register(RegisterComplaint("case", form(bangkok(DAY))), desk, clerk)
    return acknowledgement_to(case.case_id)


@pytest.fixture
def seen(desk: Desk, clerk: Actor, draft: LetterDraft) -> Seen:
    return Seen(keep_draft(KeepDraft("kept", draft), desk, clerk).proposal_id, 1)


@pytest.fixture
def letter(desk: Desk, clerk: Actor, draft: LetterDraft) -> int:
    return issue(IssueLetter("letter", draft), desk, clerk).letter_id


def begun(store: FakeStore, letter: int, draft: LetterDraft) -> None:
    """Leave a correction to a letter on this computer."""
    slip = slip_of(draft, None, None)
    store.drafts.keep(0, Draft(correction_key(letter), "", slip, store.now))


def corrected(store: FakeStore) -> list[tuple[str | None, int | None]]:
    """List what drafts are about and which letter each puts right."""
    return [(kept.text.draft.subject, kept.corrects_id) for kept in store.drawer.proposals.values()]


def in_hand(store: FakeStore, key: str, draft: LetterDraft, seen: Seen | None = None) -> None:
    """Leave a letter on this computer, as a program that was cut short does."""
    slip = slip_of(draft, seen, None)
    store.drafts.keep(0, Draft(LETTER_IN_HAND + key, "", slip, store.now))


def test_letters_in_hand_when_the_program_stopped_become_drafts_once(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.drafts.keep(0, Draft("intake", "คำร้อง", {}, store.now))
    in_hand(store, "a", replace(draft, subject="ค้างอยู่"))
    again = store.drafts.forms.copy()
    found = recover_letters(RecoverLetters(), desk, clerk)
    assert (found.count, found.lost) == (1, 0)
    store.drafts.forms = again
    recover_letters(RecoverLetters(), desk, clerk)
    assert [kept.text.draft.subject for kept in store.drawer.proposals.values()] == ["ค้างอยู่"]
    assert list(store.drafts.forms) == ["intake"]


def test_a_letter_that_was_issued_before_the_program_stopped_is_no_draft(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    in_hand(store, "a", draft)
    issue(IssueLetter("a", draft), desk, clerk)
    assert recover_letters(RecoverLetters(), desk, clerk).count == 0
    assert not store.drawer.proposals
    assert not store.drafts.forms


def test_what_was_typed_in_a_draft_goes_on_in_it_unless_somebody_else_did(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, seen: Seen
) -> None:
    in_hand(store, "a", replace(draft, subject="ก"), seen)
    in_hand(store, "b", replace(draft, subject="ข"), seen)
    assert recover_letters(RecoverLetters(), desk, clerk).count == 2
    assert [kept.text.draft.subject for kept in store.drawer.proposals.values()] == ["ก", "ข"]


def test_a_letter_of_a_complaint_that_is_closed_to_its_writer_is_told_of(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    in_hand(store, "a", draft)
    case = store.drawer.cases[draft.complaint_id]
    case.accused = (Accused("นางสาวสมหญิง ใจดี", person_id=clerk.person_id),)
    found = recover_letters(RecoverLetters(), desk, clerk)
    assert (found.count, found.lost) == (0, 1)
    assert not store.drafts.forms


def test_a_letter_that_leaves_without_the_correction_begun_to_it_is_asked_about(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    begun(store, letter, replace(draft, subject="ที่ถูก"))
    command = RecordSent(letter, Dispatch.POST, store.now)
    doubts: set[Reason] = set()
    for _again in range(2):
        with pytest.raises(Refused) as refused:
            record_sent(replace(command, confirmed=frozenset(doubts)), desk, clerk)
        doubts.add(refused.value.reason)
    assert doubts == {Reason.CONFIRM_UNPRINTED, Reason.CONFIRM_UNCORRECTED}
    assert store.drawer.letters[letter].status is LetterStatus.ISSUED
    moved = record_sent(replace(command, confirmed=frozenset(doubts)), desk, clerk)
    assert moved.draft_kept
    assert corrected(store) == [("ที่ถูก", letter)]
    assert not store.drafts.forms


def test_what_was_begun_to_correct_in_a_letter_that_is_void_is_a_draft_of_its_own(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    begun(store, letter, replace(draft, subject="ที่ถูก"))
    assert void_letter(VoidLetter(letter, "ผิดคน"), desk, clerk).draft_kept
    assert corrected(store) == [("ที่ถูก", None)]
    assert not store.drafts.forms


def test_a_letter_that_left_has_left_though_its_correction_could_not_be_settled(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    begun(store, letter, replace(draft, subject="ที่ถูก"))
    store.drafts.jammed = True
    doubts = frozenset({Reason.CONFIRM_UNPRINTED, Reason.CONFIRM_UNCORRECTED})
    moved = record_sent(RecordSent(letter, Dispatch.POST, store.now, "", doubts), desk, clerk)
    assert (moved.draft_kept, moved.draft_waits) == (False, True)
    assert store.drawer.letters[letter].status is LetterStatus.SENT
    store.drafts.jammed = False
    recover_letters(RecoverLetters(), desk, clerk)
    assert corrected(store) == [("ที่ถูก", letter)]
    assert not store.drafts.forms


def test_a_correction_is_settled_for_whoever_comes_back_after_the_letter_left(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    begun(store, letter, replace(draft, subject="ที่ถูก"))
    assert recover_letters(RecoverLetters(), desk, clerk).count == 0
    assert list(store.drafts.forms) == [correction_key(letter)]
    # Another desk, which knows nothing of it, sends the letter.
    store.drawer.letters[letter].status = LetterStatus.SENT
    for count in (1, 0):
        assert recover_letters(RecoverLetters(), desk, clerk).count == count
    assert corrected(store) == [("ที่ถูก", letter)]


def test_a_second_correction_of_a_letter_is_kept_too_and_the_same_one_once(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    store.drawer.letters[letter].status = LetterStatus.SENT
    begun(store, letter, replace(draft, subject="ที่โต๊ะหน้า"))
    same = store.drafts.forms.copy()
    assert recover_letters(RecoverLetters(), desk, clerk).count == 1
    store.drafts.forms = same
    recover_letters(RecoverLetters(), desk, clerk)
    store.now += timedelta(minutes=5)
    begun(store, letter, replace(draft, subject="ที่โต๊ะหลัง"))
    assert recover_letters(RecoverLetters(), desk, clerk).count == 1
    assert corrected(store) == [("ที่โต๊ะหน้า", letter), ("ที่โต๊ะหลัง", letter)]


def test_a_correction_that_changes_nothing_leaves_no_draft(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    begun(store, letter, store.drawer.letters[letter].draft)
    assert not void_letter(VoidLetter(letter, "ผิดคน"), desk, clerk).draft_kept
    assert not store.drawer.proposals
    assert not store.drafts.forms
