"""A letter mended before it left, put right after it left, and the scan of what was signed."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import acknowledgement_to, bangkok, form, gone

from desktop.acts.attaching import AttachScan, NewFile, attach_scan
from desktop.acts.corresponding import IssueLetter, NumberLetter, issue, number_letter
from desktop.acts.dispatching import (
    RecordPrinted,
    VoidLetter,
    record_printed,
    record_sent,
    void_letter,
)
from desktop.acts.mending import CorrectLetter, ReprintLetter, correct_letter, reprint_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Conflict, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import (
    SPECS,
    Dispatch,
    LetterDraft,
    LetterKind,
    LetterSeries,
    LetterStatus,
)
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)
INVITED = dict.fromkeys(SPECS[LetterKind.INVITATION].blanks, "คำ")
PDF = NewFile("ลงนาม.pdf", b"%PDF-1.4 x")


@pytest.fixture
def draft(desk: Desk, clerk: Actor) -> LetterDraft:
    case = register(RegisterComplaint("case", form(bangkok(DAY))), desk, clerk)
    return acknowledgement_to(case.case_id)


@pytest.fixture
def letter(desk: Desk, clerk: Actor, draft: LetterDraft) -> int:
    return issue(IssueLetter("a", draft), desk, clerk).letter_id


def correcting(store: FakeStore, letter: int, **changes: object) -> CorrectLetter:
    kept = store.drawer.letters[letter]
    draft = replace(kept.draft, **changes)  # type: ignore[arg-type]
    return CorrectLetter(letter, kept.sha256, draft, "ชื่อผู้รับผิด")


def send(store: FakeStore, desk: Desk, clerk: Actor, letter: int) -> None:
    record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)


def test_a_spoiled_original_is_noted_with_its_reason_and_stays_what_it_is(
    store: FakeStore, desk: Desk, clerk: Actor, letter: int
) -> None:
    record_printed(RecordPrinted(letter), desk, clerk)
    before = store.drawer.letters[letter]
    with pytest.raises(Refused) as silent:
        reprint_letter(ReprintLetter(letter, " "), desk, clerk)
    assert (silent.value.reason, silent.value.field) == (Reason.REQUIRED, "reason")
    reprint_letter(ReprintLetter(letter, " หมึกเลอะ "), desk, clerk)
    assert store.drawer.letters[letter] == before
    _, _, step = store.drawer.steps[-1]
    assert (step.kind, step.note) == (StepKind.LETTER_REPRINTED, "หมึกเลอะ")
    entry, _ = store.drawer.journal[-1]
    assert (entry.facts["number"], entry.facts["sha256"]) == (before.number, before.sha256)


@pytest.mark.parametrize("gone", ["sent", "void"])
def test_what_left_or_is_void_is_neither_printed_again_nor_corrected(
    store: FakeStore, desk: Desk, clerk: Actor, letter: int, gone: str
) -> None:
    if gone == "sent":
        send(store, desk, clerk, letter)
    else:
        void_letter(VoidLetter(letter, "พิมพ์ผิด"), desk, clerk)
    with pytest.raises(Refused) as printing:
        reprint_letter(ReprintLetter(letter, "หมึกเลอะ"), desk, clerk)
    with pytest.raises(Refused) as changing:
        correct_letter(correcting(store, letter, recipient="นาง ก"), desk, clerk)
    expected = {
        "sent": (Reason.LETTER_ALREADY_SENT, Reason.LETTER_HAS_LEFT),
        "void": (Reason.LETTER_IS_VOID, Reason.LETTER_IS_VOID),
    }
    assert (printing.value.reason, changing.value.reason) == expected[gone]
    assert store.drawer.versions == []


def test_a_correction_keeps_number_and_day_and_what_the_letter_was(
    store: FakeStore, desk: Desk, clerk: Actor, letter: int
) -> None:
    record_printed(RecordPrinted(letter), desk, clerk)
    before = store.drawer.letters[letter]
    store.pass_time(days=1)
    done = correct_letter(correcting(store, letter, recipient="นางปราณี สุขใส"), desk, clerk)
    after = store.drawer.letters[letter]
    assert done.number == before.number
    assert (after.number, after.running, after.dated) == (before.number, 1, DAY)
    assert after.status is LetterStatus.ISSUED
    assert store.drawer.files[after.pdf].decode() == "ศธ ๐๔๙๙๙/1 2026-07-15 นางปราณี สุขใส"
    (kept,) = store.drawer.versions
    assert (kept.letter_id, kept.pdf, kept.reason) == (letter, before.pdf, "ชื่อผู้รับผิด")
    assert (kept.at, kept.by) == (store.now, clerk.person_id)
    assert store.drawer.files[before.pdf].decode().endswith("นางปราณี สุขใจ")
    entry, _ = store.drawer.journal[-1]
    assert (entry.facts["replaced"], entry.facts["sha256"]) == (before.sha256, after.sha256)
    correct_letter(correcting(store, letter, recipient="นางปราณี สุขสม"), desk, clerk)
    assert store.drawer.journal[-1][0].facts["version"] == 2


def test_a_correction_needs_a_reason_a_change_and_the_same_kind(
    store: FakeStore, desk: Desk, clerk: Actor, letter: int
) -> None:
    changed = correcting(store, letter, recipient="นาง ก")
    cases = (
        (replace(changed, reason=" "), Reason.REQUIRED, "reason"),
        (correcting(store, letter), Reason.TEXT_UNCHANGED, None),
        (
            correcting(store, letter, kind=LetterKind.INVITATION, blanks=INVITED),
            Reason.UNKNOWN_CHOICE,
            "kind",
        ),
        (correcting(store, letter, recipient=""), Reason.REQUIRED, "recipient"),
    )
    for command, reason, field in cases:
        with pytest.raises(Refused) as error:
            correct_letter(command, desk, clerk)
        assert (error.value.reason, error.value.field) == (reason, field)
    correct_letter(changed, desk, clerk)
    with pytest.raises(Conflict):
        correct_letter(replace(changed, reason="อีกครั้ง"), desk, clerk)
    assert len(store.drawer.versions) == 1


@pytest.mark.parametrize(
    "changes", [{"secrecy": Secrecy.SECRET}, {"recipient": "โรงเรียน ก\nโรงเรียน ข"}]
)
def test_a_correction_leaves_the_letter_in_the_series_of_its_number(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, changes: dict[str, object]
) -> None:
    invited = replace(draft, kind=LetterKind.INVITATION, blanks=INVITED)
    letter = issue(IssueLetter("i", invited), desk, clerk).letter_id
    store.drawer.facts.append(replace(store.drawer.facts[-1], letter_series=LetterSeries.CENTRAL))
    with pytest.raises(Refused) as error:
        correct_letter(correcting(store, letter, **changes), desk, clerk)
    assert error.value.reason is Reason.OTHER_SERIES
    corrected = correcting(store, letter, recipient="โรงเรียน ข")
    assert correct_letter(corrected, desk, clerk).number == "ศธ ๐๔๙๙๙/1"


def test_behaviour_36_a_correction_that_fails_to_print_changes_nothing(
    store: FakeStore, desk: Desk, clerk: Actor, letter: int
) -> None:
    before = store.drawer.letters[letter]
    store.press.jammed = True
    with pytest.raises(RuntimeError):
        correct_letter(correcting(store, letter, recipient="นาง ก"), desk, clerk)
    assert store.drawer.letters[letter] == before
    assert store.drawer.versions == []


def test_a_letter_that_awaits_its_number_is_corrected_without_one(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.drawer.facts.append(replace(store.drawer.facts[-1], letter_series=LetterSeries.CENTRAL))
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id
    correct_letter(correcting(store, letter, recipient="นางปราณี สุขใส"), desk, clerk)
    assert store.drawer.letters[letter].status is LetterStatus.AWAITING_NUMBER
    number_letter(NumberLetter(letter, 812, DAY), desk, clerk)
    kept = store.drawer.files[store.drawer.letters[letter].pdf].decode()
    assert kept == "ศธ ๐๔๙๙๙/812 2026-07-15 นางปราณี สุขใส"


def test_a_letter_that_left_is_put_right_by_one_with_its_own_number(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, letter: int
) -> None:
    with pytest.raises(Refused) as early:
        issue(IssueLetter("b", draft, corrects_id=letter), desk, clerk)
    assert early.value.reason is Reason.LETTER_NOT_SENT
    send(store, desk, clerk, letter)
    invitation = replace(draft, kind=LetterKind.INVITATION, blanks=INVITED)
    with pytest.raises(Refused) as other:
        issue(IssueLetter("b", invitation, corrects_id=letter), desk, clerk)
    assert (other.value.reason, other.value.field) == (Reason.UNKNOWN_CHOICE, "kind")
    right = issue(IssueLetter("b", draft, corrects_id=letter), desk, clerk)
    assert right.number.endswith("/2")
    assert store.drawer.letters[right.letter_id].corrects_id == letter
    assert store.drawer.letters[letter].status is LetterStatus.SENT
    assert store.drawer.journal[-1][0].facts["corrects"] == "ศธ ๐๔๙๙๙/1"


def test_a_signed_scan_is_kept_with_its_letter_if_it_is_one(
    store: FakeStore, desk: Desk, clerk: Actor, letter: int
) -> None:
    with pytest.raises(Refused) as odd:
        attach_scan(AttachScan(letter, (PDF, NewFile("ก.txt", b"MZ"))), desk, clerk)
    assert (odd.value.reason, odd.value.parameters) == (Reason.NOT_A_SCAN, {"name": "ก.txt"})
    with pytest.raises(Refused) as none:
        attach_scan(AttachScan(letter, ()), desk, clerk)
    assert none.value.reason is Reason.NOTHING_SELECTED
    attach_scan(AttachScan(letter, (PDF,)), desk, clerk)
    (kept,) = store.drawer.attachments
    assert (kept.letter_id, kept.incoming_id, kept.name) == (letter, None, PDF.name)
    assert store.drawer.journal[-1][0].facts["letter"] == letter
    void_letter(VoidLetter(letter, "พิมพ์ผิด"), desk, clerk)
    with pytest.raises(Refused) as void:
        attach_scan(AttachScan(letter, (PDF,)), desk, clerk)
    assert void.value.reason is Reason.LETTER_IS_VOID


def test_who_may_not_issue_letters_mends_none(store: FakeStore, desk: Desk, letter: int) -> None:
    registrar = Actor(9, "นายทะเบียน", frozenset({Role.SECRET_REGISTRAR}))
    for attempt in (
        lambda: reprint_letter(ReprintLetter(letter, "หมึกเลอะ"), desk, registrar),
        lambda: correct_letter(correcting(store, letter, recipient="ก"), desk, registrar),
        lambda: attach_scan(AttachScan(letter, (PDF,)), desk, registrar),
    ):
        with pytest.raises(Refused) as error:
            attempt()
        assert error.value.reason is Reason.NOT_ALLOWED
