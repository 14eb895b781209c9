from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, form, signed_by

from desktop.acts.corresponding import (
    IssueLetter,
    RecordPrinted,
    RecordSent,
    issue,
    record_printed,
    record_sent,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import PetitionerKind
from desktop.rules.letters import Dispatch, Finding, LetterDraft, LetterStatus
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)


@pytest.fixture
def draft(desk: Desk, clerk: Actor) -> LetterDraft:
    case = register(RegisterComplaint("case", form(bangkok(DAY))), desk, clerk)
    return LetterDraft(case.case_id, "นางปราณี สุขใจ", "เรียน", Finding.IN_AUTHORITY, "กลุ่มอำนวยการ", 1)


def test_issue_takes_a_number_once_per_key(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    first = issue(IssueLetter("a", draft), desk, clerk)
    again = issue(IssueLetter("a", draft), desk, clerk)
    other = issue(IssueLetter("b", draft), desk, clerk)
    assert (first.number, again.number, other.number) == (
        "ศธ ๐๔๙๙๙/1",
        "ศธ ๐๔๙๙๙/1",
        "ศธ ๐๔๙๙๙/2",
    )
    assert len(store.drawer.letters) == 2
    kept = store.drawer.files[store.drawer.letters[1].pdf].decode()
    assert kept == "ศธ ๐๔๙๙๙/1 2026-07-15 นางปราณี สุขใจ"


def test_behaviour_36_a_jam_takes_no_number(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.press.jammed = True
    with pytest.raises(RuntimeError):
        issue(IssueLetter("a", draft), desk, clerk)
    store.press.jammed = False
    assert issue(IssueLetter("a", draft), desk, clerk).number.endswith("/1")


def test_behaviour_22_letters_turn_on_new_years_day(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    issue(IssueLetter("a", draft), desk, clerk)
    store.now = bangkok(date(2027, 1, 4))
    assert issue(IssueLetter("b", draft), desk, clerk).number.endswith("/1")
    assert store.drawer.letters[2].year == 2570


def test_behaviour_35_only_leaving_stops_the_acknowledge_clock(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id

    def acknowledge() -> Verdict:
        clock = store.drawer.cases[draft.complaint_id].clock(ClockKind.ACKNOWLEDGE)
        assert clock is not None
        return clock.verdict

    assert acknowledge() is Verdict.RUNNING
    record_printed(RecordPrinted(letter), desk, clerk)
    assert acknowledge() is Verdict.RUNNING
    assert store.drawer.letters[letter].status is LetterStatus.PRINTED
    record_sent(RecordSent(letter, Dispatch.EMS, store.now, "EX123TH"), desk, clerk)
    assert acknowledge() is Verdict.MET
    with pytest.raises(Refused) as error:
        record_sent(RecordSent(letter, Dispatch.POST, store.now), desk, clerk)
    assert error.value.reason is Reason.LETTER_ALREADY_SENT


def test_nobody_writes_to_nobody(desk: Desk, clerk: Actor, draft: LetterDraft) -> None:
    unsigned = form(bangkok(DAY), petitioners=signed_by(kind=PetitionerKind.ANONYMOUS))
    case = register(RegisterComplaint("x", unsigned), desk, clerk)
    with pytest.raises(Refused) as error:
        issue(IssueLetter("a", replace(draft, complaint_id=case.case_id)), desk, clerk)
    assert error.value.reason is Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS


@pytest.mark.parametrize("field", ["recipient", "particular"])
def test_a_letter_needs_its_particulars(
    desk: Desk, clerk: Actor, draft: LetterDraft, field: str
) -> None:
    with pytest.raises(Refused) as error:
        issue(IssueLetter("a", replace(draft, **{field: " "})), desk, clerk)  # type: ignore[arg-type]
    assert (error.value.reason, error.value.field) == (Reason.REQUIRED, field)


def test_sent_before_it_was_issued_or_tomorrow_is_refused(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id
    for day, reason in ((14, Reason.BEFORE_ISSUE), (16, Reason.IN_THE_FUTURE)):
        with pytest.raises(Refused) as error:
            record_sent(RecordSent(letter, Dispatch.POST, bangkok(date(2026, 7, day))), desk, clerk)
        assert error.value.reason is reason
