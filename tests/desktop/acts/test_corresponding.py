from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import acknowledgement_to, bangkok, days, form, gone, signed_by

from desktop.acts.corresponding import IssueLetter, NumberLetter, issue, number_letter
from desktop.acts.dispatching import (
    RecordPrinted,
    RecordReturned,
    VoidLetter,
    record_printed,
    record_returned,
    record_sent,
    void_letter,
)
from desktop.acts.mending import CorrectLetter, correct_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import PetitionerKind, Secrecy, Status, Urgency
from desktop.rules.letters import (
    SPECS,
    Audience,
    Dispatch,
    Form,
    LetterDraft,
    LetterKind,
    LetterSeries,
    LetterStatus,
)
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)


@pytest.fixture
def draft(desk: Desk, clerk: Actor) -> LetterDraft:
    case = register(RegisterComplaint("case", form(bangkok(DAY))), desk, clerk)
    return acknowledgement_to(case.case_id)


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
    letter = store.drawer.letters[1]
    assert (letter.drafted_by, letter.typed_by) == (clerk.person_id, clerk.person_id)
    assert letter.checked_by is None


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
    record_sent(gone(letter, Dispatch.EMS, store.now, "EX123TH"), desk, clerk)
    assert acknowledge() is Verdict.MET
    with pytest.raises(Refused) as error:
        record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)
    assert error.value.reason is Reason.LETTER_ALREADY_SENT


def test_nobody_writes_to_nobody(desk: Desk, clerk: Actor, draft: LetterDraft) -> None:
    unsigned = form(bangkok(DAY), petitioners=signed_by(kind=PetitionerKind.ANONYMOUS))
    case = register(RegisterComplaint("x", unsigned), desk, clerk)
    with pytest.raises(Refused) as error:
        issue(IssueLetter("a", replace(draft, complaint_id=case.case_id)), desk, clerk)
    assert error.value.reason is Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_needs_its_particulars(
    desk: Desk, clerk: Actor, draft: LetterDraft, kind: LetterKind
) -> None:
    empty = replace(draft, kind=kind, recipient=" ", finding=None, blanks={}, subject=" ")
    with pytest.raises(Refusals) as error:
        issue(IssueLetter("a", empty), desk, clerk)
    named = {refused.field for refused in error.value.refusals}
    of_kind = {"finding"} if kind is LetterKind.ACKNOWLEDGEMENT else set()
    if SPECS[kind].form is not Form.ORDER:
        of_kind |= {"recipient"}
    assert named == {"subject", *of_kind, *(b.value for b in SPECS[kind].blanks)}
    assert {refused.reason for refused in error.value.refusals} == {Reason.REQUIRED}


def test_sent_before_it_was_issued_or_tomorrow_is_refused(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id
    for day, reason in ((14, Reason.BEFORE_ISSUE), (16, Reason.IN_THE_FUTURE)):
        with pytest.raises(Refused) as error:
            record_sent(gone(letter, Dispatch.POST, bangkok(date(2026, 7, day))), desk, clerk)
        assert error.value.reason is reason


def filled(draft: LetterDraft, kind: LetterKind) -> LetterDraft:
    blanks = {blank: f"คำ {blank.value}" for blank in SPECS[kind].blanks}
    finding = draft.finding if kind is LetterKind.ACKNOWLEDGEMENT else None
    return replace(draft, kind=kind, blanks=blanks, finding=finding)


@pytest.mark.parametrize("kind", LetterKind)
def test_leaving_stops_what_the_letter_answers_and_nothing_else(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, kind: LetterKind
) -> None:
    letter = issue(IssueLetter("a", filled(draft, kind)), desk, clerk).letter_id
    if store.drawer.letters[letter].status is LetterStatus.AWAITING_NUMBER:
        number_letter(NumberLetter(letter, 9, DAY), desk, clerk)
    record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)
    clocks = store.drawer.cases[draft.complaint_id].clocks
    stopped = {clock.kind for clock in clocks if clock.stopped_at is not None}
    assert stopped == {clock.kind for clock in clocks} & SPECS[kind].stops


def test_nothing_to_the_petitioner_of_an_anonymous_letter_but_agencies_are_written_to(
    desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    unsigned = form(bangkok(DAY), petitioners=signed_by(kind=PetitionerKind.ANONYMOUS))
    case = register(RegisterComplaint("x", unsigned), desk, clerk)
    for kind, spec in SPECS.items():
        command = IssueLetter(kind, replace(filled(draft, kind), complaint_id=case.case_id))
        if spec.audience is not Audience.PETITIONER:
            numbered = bool(issue(command, desk, clerk).number)
            assert numbered == (spec.form is Form.EXTERNAL)
            continue
        with pytest.raises(Refused) as error:
            issue(command, desk, clerk)
        assert error.value.reason is Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS


def test_a_void_letter_keeps_its_number_and_cannot_leave(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id
    void_letter(VoidLetter(letter, " พิมพ์ผิด "), desk, clerk)
    kept = store.drawer.letters[letter]
    assert (kept.status, kept.reason, kept.running) == (LetterStatus.VOID, "พิมพ์ผิด", 1)
    with pytest.raises(Refused) as leaving:
        record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)
    with pytest.raises(Refused) as again:
        void_letter(VoidLetter(letter, "อีกครั้ง"), desk, clerk)
    assert {leaving.value.reason, again.value.reason} == {Reason.LETTER_IS_VOID}
    assert issue(IssueLetter("b", draft), desk, clerk).number.endswith("/2")


def test_what_left_is_not_voided_but_may_come_back(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id
    with pytest.raises(Refused) as early:
        record_returned(RecordReturned(letter, store.now, "ย้ายที่อยู่"), desk, clerk)
    assert early.value.reason is Reason.LETTER_NOT_SENT
    record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)
    with pytest.raises(Refused) as void:
        void_letter(VoidLetter(letter, "พิมพ์ผิด"), desk, clerk)
    assert void.value.reason is Reason.LETTER_ALREADY_SENT
    sent_at = store.now
    with pytest.raises(Refused) as before:
        record_returned(RecordReturned(letter, sent_at - days(1), "ย้าย"), desk, clerk)
    assert before.value.reason is Reason.BEFORE_SENDING
    store.pass_time(days=3)
    record_returned(RecordReturned(letter, store.now, "ย้ายที่อยู่"), desk, clerk)
    kept = store.drawer.letters[letter]
    assert (kept.status, kept.reason, kept.sent_at) == (
        LetterStatus.RETURNED,
        "ย้ายที่อยู่",
        sent_at,
    )


def test_behaviour_36_a_central_letter_is_blank_until_its_number_is_typed_once(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    facts = store.drawer.facts[-1]
    store.drawer.facts.append(replace(facts, letter_series=LetterSeries.CENTRAL))
    first, second = (issue(IssueLetter(key, draft), desk, clerk) for key in "ab")
    assert (first.number, second.number) == ("", "")
    kept = store.drawer.letters[first.letter_id]
    assert (kept.running, kept.dated, kept.status) == (None, None, LetterStatus.AWAITING_NUMBER)
    assert store.drawer.files[kept.pdf].decode() == " None นางปราณี สุขใจ"
    with pytest.raises(Refused) as early:
        record_sent(gone(first.letter_id, Dispatch.POST, store.now), desk, clerk)
    assert early.value.reason is Reason.NUMBER_NEEDED
    with pytest.raises(Refused) as tomorrow:
        number_letter(NumberLetter(first.letter_id, 812, DAY + days(1)), desk, clerk)
    assert tomorrow.value.reason is Reason.IN_THE_FUTURE
    given = number_letter(NumberLetter(first.letter_id, 812, DAY), desk, clerk)
    assert given.number == "ศธ ๐๔๙๙๙/812"
    with pytest.raises(Refused) as taken:
        number_letter(NumberLetter(second.letter_id, 812, DAY), desk, clerk)
    assert taken.value.reason is Reason.NUMBER_TAKEN
    with pytest.raises(Refused) as again:
        number_letter(NumberLetter(first.letter_id, 813, DAY), desk, clerk)
    assert again.value.reason is Reason.LETTER_HAS_NUMBER
    numbered = store.drawer.letters[first.letter_id]
    assert store.drawer.files[numbered.pdf].decode() == "ศธ ๐๔๙๙๙/812 2026-07-15 นางปราณี สุขใจ"
    record_sent(gone(first.letter_id, Dispatch.POST, store.now), desk, clerk)


def test_the_result_of_a_closed_case_is_its_notice(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.drawer.cases[draft.complaint_id].status = Status.CLOSED
    letter = issue(IssueLetter("a", filled(draft, LetterKind.RESULT)), desk, clerk).letter_id
    record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)
    assert store.drawer.cases[draft.complaint_id].status is Status.INFORMED


def test_an_order_is_numbered_with_its_year_apart_from_letters(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.drawer.facts.append(replace(store.drawer.facts[-1], letter_series=LetterSeries.CENTRAL))
    letter = issue(IssueLetter("a", draft), desk, clerk).letter_id
    number_letter(NumberLetter(letter, 249, DAY), desk, clerk)
    made = replace(filled(draft, LetterKind.COMMITTEE), recipient="")
    order = issue(IssueLetter("b", made), desk, clerk).letter_id
    assert store.drawer.letters[order].status is LetterStatus.AWAITING_NUMBER
    assert number_letter(NumberLetter(order, 249, DAY), desk, clerk).number == "249/2569"


def to_agency(draft: LetterDraft, **changes: object) -> LetterDraft:
    reminder = replace(filled(draft, LetterKind.REMINDER), recipient="โรงเรียน ก")
    return replace(reminder, **changes)  # type: ignore[arg-type]


def test_a_circular_and_a_secret_letter_take_numbers_of_their_own(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    several = to_agency(draft, recipient=" โรงเรียน ก \n\nโรงเรียน ข")
    drafts = [several, to_agency(draft), to_agency(draft, secrecy=Secrecy.SECRET), several]
    issued = [issue(IssueLetter(str(n), one), desk, clerk) for n, one in enumerate(drafts)]
    assert [one.number for one in issued] == [
        "ศธ ๐๔๙๙๙/ว 1",
        "ศธ ๐๔๙๙๙/1",
        "ศธ ๐๔๙๙๙/ลับ 1",
        "ศธ ๐๔๙๙๙/ว 2",
    ]
    circular = store.drawer.letters[1]
    assert circular.series is LetterSeries.CIRCULAR
    assert circular.draft.recipients == ("โรงเรียน ก", "โรงเรียน ข")


def test_the_central_registry_gives_circulars_the_same_number_as_a_letter(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.drawer.facts.append(replace(store.drawer.facts[-1], letter_series=LetterSeries.CENTRAL))
    several = to_agency(draft, recipient="โรงเรียน ก\nโรงเรียน ข")
    drafts = (to_agency(draft), several, to_agency(draft, secrecy=Secrecy.SECRET))
    letters = [issue(IssueLetter(str(n), one), desk, clerk) for n, one in enumerate(drafts)]
    numbers = [
        number_letter(NumberLetter(one.letter_id, 7, DAY), desk, clerk).number for one in letters
    ]
    assert numbers == ["ศธ ๐๔๙๙๙/7", "ศธ ๐๔๙๙๙/ว 7", "ศธ ๐๔๙๙๙/ลับ 7"]


def test_a_petitioners_letter_is_never_a_circular(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    letter = issue(IssueLetter("a", replace(draft, recipient="นาง ก\nนาง ข")), desk, clerk)
    assert letter.number == "ศธ ๐๔๙๙๙/1"
    assert store.drawer.letters[1].draft.recipient == "นาง ก นาง ข"


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"secrecy": Secrecy.VERY_SECRET}, Reason.SECRET_ELSEWHERE, "secrecy"),
        ({"secrecy": Secrecy.MOST_SECRET}, Reason.SECRET_ELSEWHERE, "secrecy"),
        (
            {"secrecy": Secrecy.SECRET, "recipient": "ก\nข"},
            Reason.SECRET_TO_ONE,
            "recipient",
        ),
        ({"stamped": True}, Reason.UNKNOWN_CHOICE, "form"),
        ({"within": bangkok(DAY, 8)}, Reason.IN_THE_PAST, "within"),
    ],
)
def test_what_a_letter_may_not_be_is_refused_at_its_field(
    desk: Desk,
    clerk: Actor,
    draft: LetterDraft,
    changes: dict[str, object],
    reason: Reason,
    field: str,
) -> None:
    with pytest.raises(Refused) as error:
        issue(IssueLetter("a", to_agency(draft, **changes)), desk, clerk)
    assert (error.value.reason, error.value.field) == (reason, field)


def test_the_stamp_is_for_offices_that_may_and_for_small_matters_between_them(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    store.drawer.facts.append(replace(store.drawer.facts[-1], stamped_letters=True))
    stamped = to_agency(draft, stamped=True, enclosures=("สำเนา",), copies_to="ใคร", subject="x")
    assert issue(IssueLetter("a", stamped), desk, clerk).number == "ศธ ๐๔๙๙๙/1"
    kept = store.drawer.letters[1].draft
    assert (kept.subject, kept.enclosures, kept.copies_to) == (None, (), "")
    may = {kind for kind, spec in SPECS.items() if spec.stampable}
    assert may == {LetterKind.REFERRAL, LetterKind.REMINDER, LetterKind.EXPLANATION}
    with pytest.raises(Refused) as error:
        issue(IssueLetter("b", replace(draft, stamped=True)), desk, clerk)
    assert error.value.reason is Reason.UNKNOWN_CHOICE


def test_a_moment_to_arrive_by_stands_in_the_speed_classs_place(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    within = bangkok(DAY, 16, 30)
    timed = to_agency(draft, within=within, urgency=Urgency.MOST_URGENT)
    issue(IssueLetter("a", timed), desk, clerk)
    kept = store.drawer.letters[1].draft
    assert (kept.within, kept.urgency) == (within, Urgency.NONE)


def test_an_enclosure_that_tells_others_of_the_petitioner_needs_a_reason(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    telling = ("สำเนาคำร้องของนางปราณี สุขใจ จำนวน ๑ ฉบับ",)
    to_others = to_agency(draft, enclosures=telling)
    with pytest.raises(Refused) as refused:
        issue(IssueLetter("a", to_others), desk, clerk)
    assert (refused.value.reason, refused.value.field) == (Reason.IDENTITY_SHOWN, "enclosures")
    assert refused.value.parameters["words"] == "ปราณี, สุขใจ"
    assert not store.drawer.letters
    reason = "ศาลสั่งให้ส่งต้นเรื่อง"
    made = issue(IssueLetter("a", replace(to_others, identity_reason=reason)), desk, clerk)
    (step,) = [s for _, _, s in store.drawer.steps if s.kind is StepKind.LETTER_ISSUED]
    assert (step.note, step.facts["identity"]) == (reason, True)
    letter = store.drawer.letters[made.letter_id]
    mended = replace(letter.draft, identity_reason="", copies_to="นายอำเภอ")
    with pytest.raises(Refused) as refused:
        correct_letter(CorrectLetter(made.letter_id, letter.sha256, mended, "แก้"), desk, clerk)
    assert refused.value.reason is Reason.IDENTITY_SHOWN
    # The petitioner may read the petitioner's own name.
    issue(IssueLetter("b", replace(draft, enclosures=telling)), desk, clerk)
