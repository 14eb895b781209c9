"""Letters that come to a complaint already registered."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import acknowledgement_to, bangkok, days, form, gone

from desktop.acts.attaching import NewFile
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import record_sent
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.revising import (
    CorrectIncoming,
    WithdrawIncoming,
    correct_incoming,
    withdraw_incoming,
)
from desktop.errors import Conflict, Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.letters import Dispatch, LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.views import IncomingView

DAY = date(2026, 7, 15)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("case", form(bangkok(DAY))), desk, clerk).case_id


@pytest.fixture
def sent(store: FakeStore, desk: Desk, clerk: Actor, case_id: int) -> int:
    letter = issue(IssueLetter("a", acknowledgement_to(case_id)), desk, clerk).letter_id
    record_sent(gone(letter, Dispatch.POST, store.now), desk, clerk)
    store.pass_time(days=3)
    return letter


def came(store: FakeStore, case_id: int, **told: object) -> ReceiveLetter:
    command = ReceiveLetter(
        key="in",
        case_id=case_id,
        sender="โรงเรียนบ้านตัวอย่าง",
        subject="ชี้แจงข้อเท็จจริง",
        received_at=store.now,
        number="ศธ ๐๔๐๕๖/๑๒",
        dated=DAY + days(2),
    )
    return replace(command, **told)  # type: ignore[arg-type]


def test_the_letter_it_answers_is_answered_and_its_scan_is_kept(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, sent: int
) -> None:
    scan = NewFile("ตอบ.pdf", b"%PDF-1.4 x")
    command = came(store, case_id, answers_id=sent, receipt_number=" 488 ", files=(scan,))
    first = receive_letter(command, desk, clerk)
    assert receive_letter(command, desk, clerk) == first
    (kept,) = store.drawer.incoming
    assert (kept.answers_id, kept.receipt_number, kept.sender) == (
        sent,
        "488",
        "โรงเรียนบ้านตัวอย่าง",
    )
    assert store.drawer.letters[sent].status is LetterStatus.ANSWERED
    (file,) = store.drawer.attachments
    assert (file.incoming_id, file.letter_id) == (first.incoming_id, None)
    told = next(s for _, _, s in store.drawer.steps if s.kind is StepKind.LETTER_RECEIVED)
    assert (told.note, told.facts["answers"]) == ("ชี้แจงข้อเท็จจริง", "ศธ ๐๔๙๙๙/1")
    # One letter of ours may be answered more than once.
    receive_letter(came(store, case_id, key="in2", answers_id=sent), desk, clerk)
    assert len(store.drawer.incoming) == 2


def test_what_answers_nothing_of_ours_is_recorded_too(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, sent: int
) -> None:
    receive_letter(came(store, case_id, number="", dated=None), desk, clerk)
    assert store.drawer.incoming[0].answers_id is None
    assert store.drawer.letters[sent].status is LetterStatus.SENT


def test_all_that_is_missing_or_impossible_is_shown_at_once(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    tomorrow = store.now + days(1)
    command = came(
        store, case_id, sender=" ", subject="", received_at=tomorrow, dated=DAY + days(1)
    )
    with pytest.raises(Refusals) as error:
        receive_letter(command, desk, clerk)
    assert {(r.field, r.reason) for r in error.value.refusals} == {
        ("sender", Reason.REQUIRED),
        ("subject", Reason.REQUIRED),
        ("received_at", Reason.IN_THE_FUTURE),
        ("dated", Reason.IN_THE_FUTURE),
    }
    odd = (NewFile("ก.txt", b"MZ"),)
    with pytest.raises(Refused) as file:
        receive_letter(came(store, case_id, dated=None, files=odd), desk, clerk)
    assert file.value.reason is Reason.NOT_A_SCAN
    assert store.drawer.incoming == []


def test_received_before_its_own_date_is_asked_once(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, sent: int
) -> None:
    command = came(store, case_id, received_at=store.now - days(2))
    with pytest.raises(Refused) as error:
        receive_letter(command, desk, clerk)
    assert (error.value.reason, error.value.field) == (Reason.CONFIRM_BEFORE_LETTER, "received_at")
    told = frozenset({Reason.CONFIRM_BEFORE_LETTER})
    receive_letter(replace(command, confirmed=told), desk, clerk)
    assert len(store.drawer.incoming) == 1


def test_only_a_letter_of_the_case_that_left_before_is_answered(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, sent: int
) -> None:
    other = register(RegisterComplaint("other", form(bangkok(DAY))), desk, clerk).case_id
    unsent = issue(IssueLetter("b", acknowledgement_to(case_id)), desk, clerk).letter_id
    for case, letter in ((other, sent), (case_id, unsent)):
        with pytest.raises(Refused) as choice:
            receive_letter(came(store, case, answers_id=letter), desk, clerk)
        assert (choice.value.reason, choice.value.field) == (Reason.UNKNOWN_CHOICE, "answers_id")
    early = came(store, case_id, answers_id=sent, dated=None, received_at=store.now - days(4))
    with pytest.raises(Refused) as before:
        receive_letter(early, desk, clerk)
    assert (before.value.reason, before.value.field) == (Reason.BEFORE_SENDING, "received_at")
    assert store.drawer.letters[sent].status is LetterStatus.SENT


def test_who_may_not_change_a_case_receives_no_letter_for_it(
    store: FakeStore, desk: Desk, admin: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as error:
        receive_letter(came(store, case_id), desk, admin)
    assert error.value.reason is Reason.NOT_ALLOWED


def corrected(incoming_id: int, store: FakeStore, **told: object) -> CorrectIncoming:
    (kept,) = (one for one in store.drawer.incoming if one.id == incoming_id)
    shown = {
        name: getattr(kept, name)
        for name in ("answers_id", "number", "dated", "sender", "subject", "received_at")
    }
    command = CorrectIncoming(
        seen=IncomingView(incoming_id, receipt_number=kept.receipt_number, **shown),
        sender="โรงเรียนบ้านตัวอย่าง",
        subject="ชี้แจงข้อเท็จจริง",
        received_at=store.now,
        number="ศธ ๐๔๐๕๖/๑๒",
        dated=DAY + days(2),
        receipt_number="488",
        reason="พิมพ์เลขรับผิด",
    )
    return replace(command, **told)  # type: ignore[arg-type]


def test_a_record_is_corrected_with_a_reason(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, sent: int
) -> None:
    wrong = came(store, case_id, answers_id=sent, receipt_number="848")
    made = receive_letter(wrong, desk, clerk).incoming_id
    for field, told in (
        ("reason", {"reason": " "}),
        ("sender", {"sender": ""}),
        ("received_at", {"received_at": store.now + days(1)}),
        ("received_at", {"received_at": store.now - days(4), "dated": None}),
    ):
        with pytest.raises(Refused) as refused:
            correct_incoming(corrected(made, store, **told), desk, clerk)
        several = getattr(refused.value, "refusals", (refused.value,))
        assert [one.field for one in several] == [field]
    correct_incoming(corrected(made, store), desk, clerk)
    (kept,) = store.drawer.incoming
    assert (kept.receipt_number, kept.answers_id, kept.withdrawn_at) == ("488", sent, None)
    (owed,) = store.drawer.cases[case_id].owed
    earlier = store.now - days(1)
    correct_incoming(corrected(made, store, received_at=earlier, dated=None), desk, clerk)
    (recounted,) = store.drawer.cases[case_id].owed
    assert recounted.received_at == earlier
    assert recounted.due_at < owed.due_at
    correct_incoming(corrected(made, store), desk, clerk)
    step = store.drawer.steps[-1][2]
    assert (step.kind, step.note) == (StepKind.INCOMING_CORRECTED, "พิมพ์เลขรับผิด")
    assert step.facts["before"] != step.facts["after"]
    with pytest.raises(Refused) as refused:
        correct_incoming(corrected(made, store), desk, clerk)
    assert refused.value.reason is Reason.TEXT_UNCHANGED


def test_what_somebody_else_corrected_meanwhile_is_not_written_over(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    made = receive_letter(came(store, case_id, dated=None), desk, clerk).incoming_id
    first = corrected(made, store, dated=None, sender="โรงเรียนอื่น")
    second = corrected(made, store, dated=None, receipt_number="999")
    correct_incoming(first, desk, clerk)
    with pytest.raises(Conflict):
        correct_incoming(second, desk, clerk)
    assert [one.sender for one in store.drawer.incoming] == ["โรงเรียนอื่น"]


def test_a_record_that_is_withdrawn_keeps_its_line_and_answers_nothing(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, sent: int
) -> None:
    first = receive_letter(came(store, case_id, answers_id=sent), desk, clerk).incoming_id
    again = came(store, case_id, key="in2", answers_id=sent)
    second = receive_letter(again, desk, clerk).incoming_id
    assert [one.incoming_id for one in store.drawer.cases[case_id].owed] == [first, second]
    withdraw_incoming(WithdrawIncoming(first, "ของเรื่องอื่น"), desk, clerk)
    assert store.drawer.letters[sent].status is LetterStatus.ANSWERED
    withdraw_incoming(WithdrawIncoming(second, "บันทึกซ้ำ"), desk, clerk)
    assert store.drawer.letters[sent].status is LetterStatus.SENT
    assert [one.reason for one in store.drawer.incoming] == ["ของเรื่องอื่น", "บันทึกซ้ำ"]
    assert store.drawer.cases[case_id].owed == ()
    step = store.drawer.steps[-1][2]
    assert (step.kind, step.note) == (StepKind.INCOMING_WITHDRAWN, "บันทึกซ้ำ")
    with pytest.raises(Refused) as refused:
        withdraw_incoming(WithdrawIncoming(first, "อีกครั้ง"), desk, clerk)
    assert refused.value.reason is Reason.INCOMING_WITHDRAWN
    with pytest.raises(Refused) as refused:
        correct_incoming(corrected(first, store), desk, clerk)
    assert refused.value.reason is Reason.INCOMING_WITHDRAWN


def test_only_who_corrects_withdraws(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    made = receive_letter(came(store, case_id, dated=None), desk, clerk).incoming_id
    admin = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(Refused) as refused:
        withdraw_incoming(WithdrawIncoming(made, "ผิด"), desk, admin)
    assert refused.value.reason is Reason.NOT_ALLOWED
