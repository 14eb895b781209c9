"""What is watched: views, lists to remind of, the board, the channels, on a real register."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clock import Clock
from office import bangkok, form, signed_by

from desktop.acts.answering import Answer, answer
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.checking import CheckChannels, SetCheckEvery, check_channels, set_check_every
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.declaring import DeclareInterest, declare_interest
from desktop.acts.keeping_ladder import KeepLadder, keep_ladder
from desktop.acts.noting import NoteStep, note
from desktop.acts.promising_contact import PromiseContact, promise_contact
from desktop.acts.receiving import ReceiveLetter, ReplyToLetter, receive_letter, reply_to_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.splitting import Split, split
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.catalogue import CheckEvery
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ContactWay, Intake, PetitionerKind
from desktop.rules.escalating import Ladder
from desktop.rules.people import Actor, Role
from desktop.rules.proceedings import Investigation, Referral, WaitFor
from desktop.rules.reasons import Reason
from desktop.views import Agenda, AgendaKind, RegisterQuery, RegisterView, SortBy

DAY = date(2026, 7, 15)


@pytest.fixture(autouse=True)
def _morning(clock: Clock) -> None:
    clock.at = bangkok(DAY)


def came(desk: Desk, clerk: Actor, key: str, **changes: object) -> int:
    typed = form(desk.now() - timedelta(minutes=5), **changes)
    return register(RegisterComplaint(key, typed, told_orally=True), desk, clerk).case_id


def seen(desk: Desk, actor: Actor, view: RegisterView) -> list[int]:
    return list(desk.reading.register_ids(actor, RegisterQuery(view), desk.now()))


def kinds(agenda: Agenda) -> dict[AgendaKind, list[int]]:
    return {group.kind: [row.id for row in group.rows] for group in agenda.groups}


def told(desk: Desk, actor: Actor) -> dict[AgendaKind, list[int]]:
    return kinds(desk.reading.agenda(actor, desk.now()))


def test_behaviour_16_what_nobody_owns_and_is_late_is_the_supervisors(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    clock.at = bangkok(DAY + timedelta(days=90))
    assert told(desk, boss)[AgendaKind.LATE] == [case_id]
    assert told(desk, owner) == {}
    (unassigned, _, late, _) = desk.reading.board(boss, desk.now()).columns
    assert ([row.id for row in unassigned.rows], late.total) == ([case_id], 0)
    before = desk.reading.case(boss, case_id).clocks, told(desk, boss)
    note(NoteStep(case_id, "โทรตามแล้ว"), desk, boss)
    assert (desk.reading.case(boss, case_id).clocks, told(desk, boss)) == before
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    assert told(desk, owner)[AgendaKind.LATE] == [case_id]


def test_a_note_leaves_the_step_of_the_ladder_where_it_was(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    clock.at = bangkok(DAY + timedelta(days=8))
    assert AgendaKind.WARNED in told(desk, owner)
    note(NoteStep(case_id, "ลงพื้นที่แล้ว"), desk, owner)
    assert told(desk, owner)[AgendaKind.WARNED] == [case_id]


def test_behaviour_20_a_petitioner_who_has_not_heard_from_us_is_listed(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    nobody = came(desk, clerk, "k2", petitioners=signed_by(kind=PetitionerKind.ANONYMOUS))
    assign(AssignCases((case_id, nobody), owner_id=owner.person_id), desk, boss)
    clock.at = bangkok(DAY + timedelta(days=14))
    assert seen(desk, owner, RegisterView.NO_CONTACT) == []
    clock.at = bangkok(DAY + timedelta(days=16))
    assert seen(desk, owner, RegisterView.NO_CONTACT) == [case_id]
    assert told(desk, owner)[AgendaKind.NO_CONTACT] == [case_id]
    resolve = desk.reading.case(owner, case_id).clocks
    said = Answer(case_id, ContactWay.PHONE, desk.now(), "อยู่ระหว่างตรวจสอบ")
    answer(said, desk, owner)
    assert seen(desk, owner, RegisterView.NO_CONTACT) == []
    assert [c for c in desk.reading.case(owner, case_id).clocks if c.kind is ClockKind.RESOLVE] == [
        c for c in resolve if c.kind is ClockKind.RESOLVE
    ]
    clock.at = bangkok(DAY + timedelta(days=32))
    assert seen(desk, owner, RegisterView.NO_CONTACT) == [case_id]


def test_behaviour_27_my_work_is_what_is_assigned_to_me_and_nothing_else(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    mine, theirs, nobodys = (came(desk, clerk, f"k{n}") for n in range(3))
    assign(AssignCases((mine,), owner_id=owner.person_id), desk, boss)
    assign(AssignCases((theirs,), owner_id=boss.person_id), desk, boss)
    assert seen(desk, owner, RegisterView.MINE) == [mine]
    assert seen(desk, boss, RegisterView.MINE) == [theirs]
    assert seen(desk, clerk, RegisterView.MINE) == []
    assert seen(desk, boss, RegisterView.UNASSIGNED) == [nobodys]


def test_soon_ends_where_late_begins_and_what_stands_still_is_neither(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    said = Answer(case_id, ContactWay.PHONE, desk.now(), "อยู่ระหว่างตรวจสอบ")
    answer(said, desk, owner)
    (due,) = [
        c.due_at
        for c in desk.reading.case(boss, case_id).clocks
        if c.kind is ClockKind.RESOLVE and c.due_at is not None
    ]
    clock.at = due
    assert seen(desk, boss, RegisterView.SOON) == [case_id]
    assert seen(desk, boss, RegisterView.LATE) == []
    clock.at = due + timedelta(seconds=1)
    assert seen(desk, boss, RegisterView.SOON) == []
    assert seen(desk, boss, RegisterView.LATE) == [case_id]
    clock.at = bangkok(DAY, 11)
    until = DAY + timedelta(days=7)
    wait = BeginWait(case_id, WaitFor.PETITIONER, "ขอเอกสารเพิ่ม", desk.now(), until)
    begin_wait(wait, desk, owner)
    clock.at = due + timedelta(days=1)
    for view in (RegisterView.SOON, RegisterView.LATE):
        assert seen(desk, boss, view) == []
    assert seen(desk, boss, RegisterView.WAITING) == [case_id]
    assert seen(desk, boss, RegisterView.WAIT_OVER) == [case_id]
    assert told(desk, owner)[AgendaKind.WAIT_OVER] == [case_id]


def test_inquiries_referrals_and_children_are_watched(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    danger = came(desk, clerk, "k1", child_danger=True)
    inquired = came(desk, clerk, "k2")
    assign(AssignCases((inquired,), owner_id=owner.person_id), desk, boss)
    with desk.unit(boss) as work:
        case = work.cases.get(inquired)
        case.investigations = (
            Investigation("๑๒/๒๕๖๙", DAY, "นายก นายข นายค", DAY + timedelta(days=10)),
        )
        back = bangkok(DAY + timedelta(days=10), 16, 30)
        case.referrals = (Referral("โรงเรียนอื่น", "ศธ ๐๔๙๙๙/๑", DAY, back),)
        work.cases.save(case)
        work.commit()
    assert seen(desk, boss, RegisterView.CHILD_DANGER) == [danger]
    assert seen(desk, boss, RegisterView.INQUIRY_OVER) == []
    clock.at = bangkok(DAY + timedelta(days=11))
    assert seen(desk, boss, RegisterView.INQUIRY_OVER) == [inquired]
    assert seen(desk, boss, RegisterView.REFERRAL_OVER) == [inquired]
    assert told(desk, owner)[AgendaKind.REFERRAL_OVER] == [inquired]
    assert told(desk, boss)[AgendaKind.CHILD_DANGER] == [danger]
    assert told(desk, owner)[AgendaKind.INQUIRY_OVER] == [inquired]


def test_behaviour_33d_nobody_is_reminded_of_what_is_hidden_from_them(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1", child_danger=True)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    declare_interest(DeclareInterest(case_id, "เป็นญาติ"), desk, boss)
    clock.at = bangkok(DAY + timedelta(days=90))
    assert told(desk, boss) == {}
    board = desk.reading.board(boss, desk.now())
    assert [column.total for column in board.columns] == [0, 0, 0, 0]
    assert sum(load.open for load in board.loads) == 0
    assert desk.reading.passing(boss, bangkok(DAY), desk.now()).groups == ()
    assert AgendaKind.LATE in told(desk, owner)


def test_each_is_told_from_the_step_the_office_has_set(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    clock.at = bangkok(DAY + timedelta(days=9))
    assert told(desk, owner)[AgendaKind.WARNED] == [case_id]
    assert told(desk, boss) == {}
    with pytest.raises(Refused) as caught:
        keep_ladder(KeepLadder(Ladder(60, 50, 100)), desk, boss)
    assert caught.value.reason is Reason.LADDER_FALLS
    with pytest.raises(Refused):
        keep_ladder(KeepLadder(Ladder()), desk, clerk)
    keep_ladder(KeepLadder(Ladder(50, 50, 100)), desk, boss)
    assert desk.reading.ladder(boss) == Ladder(50, 50, 100)
    assert told(desk, boss)[AgendaKind.WARNED] == [case_id]
    keep_ladder(KeepLadder(Ladder(90, 95, 100)), desk, boss)
    assert told(desk, owner) == told(desk, boss) == {}


def test_what_passes_a_mark_between_two_moments_is_told_once(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    (due,) = [
        c.due_at
        for c in desk.reading.case(boss, case_id).clocks
        if c.kind is ClockKind.REPLY and c.due_at is not None
    ]
    before, after = due - timedelta(minutes=5), due + timedelta(minutes=5)
    assert kinds(desk.reading.passing(owner, before, after)) == {AgendaKind.LATE: [case_id]}
    assert kinds(desk.reading.passing(boss, before, after)) == {AgendaKind.LATE: [case_id]}
    assert desk.reading.passing(owner, after, after + timedelta(minutes=5)).groups == ()
    half = bangkok(DAY + timedelta(days=7)), bangkok(DAY + timedelta(days=8))
    assert kinds(desk.reading.passing(owner, *half)) == {AgendaKind.WARNED: [case_id]}
    assert desk.reading.passing(boss, *half).groups == ()


def test_the_board_shows_what_waits_and_who_has_how_much(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    first, second, third = (came(desk, clerk, f"k{n}") for n in range(3))
    assign(AssignCases((first, second), owner_id=owner.person_id), desk, boss)
    clock.at = bangkok(DAY + timedelta(days=16))
    board = desk.reading.board(boss, desk.now())
    shown = {column.view: [row.id for row in column.rows] for column in board.columns}
    assert shown == {
        RegisterView.UNASSIGNED: [third],
        RegisterView.SOON: [],
        RegisterView.LATE: [first, second],
        RegisterView.WAITING: [],
    }
    loads = {load.person_id: (load.open, load.soon, load.late) for load in board.loads}
    assert board.loads[0].person_id == owner.person_id
    assert loads[owner.person_id] == (2, 0, 2)
    assert loads[boss.person_id] == (0, 0, 0)
    with pytest.raises(Refused) as caught:
        desk.reading.board(clerk, desk.now())
    assert caught.value.reason is Reason.NOT_ALLOWED


def test_who_looked_at_which_channel_is_logged(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, admin: Actor, clock: Clock
) -> None:
    channels = desk.reading.lists(clerk).channels
    left = desk.reading.agenda(clerk, desk.now()).unchecked
    assert "หนังสือ/ไปรษณีย์" in left
    letter, phone = (c.id for c in channels[:2] if c.id is not None)
    assert check_channels(CheckChannels((letter, phone), 2, " พบในตู้ "), desk, clerk).count == 2
    kept = desk.reading.checks(boss, DAY, DAY)
    assert [(c.channel_id, c.checked_by, c.found, c.note) for c in kept] == [
        (letter, "นางสาวสมหญิง ใจดี", 2, "พบในตู้"),
        (phone, "นางสาวสมหญิง ใจดี", 2, "พบในตู้"),
    ]
    assert desk.reading.checks(boss, DAY - timedelta(days=1), DAY - timedelta(days=1)) == ()
    now = desk.reading.agenda(clerk, desk.now()).unchecked
    assert set(left) - set(now) == {channels[0].name, channels[1].name}
    for command, actor, reason in (
        (CheckChannels(()), clerk, Reason.NOTHING_SELECTED),
        (CheckChannels((letter,), -1), clerk, Reason.BAD_NUMBER),
        (CheckChannels((letter,)), owner, Reason.NOT_ALLOWED),
    ):
        with pytest.raises(Refused) as caught:
            check_channels(command, desk, actor)
        assert caught.value.reason is reason
    with pytest.raises(Refused):
        set_check_every(SetCheckEvery(letter, CheckEvery.DAY, ""), desk, clerk)
    with pytest.raises(Refused):
        desk.reading.checks(admin, DAY, DAY)
    set_check_every(SetCheckEvery(letter, CheckEvery.WEEK, "สัปดาห์ละครั้ง"), desk, admin)
    changed = desk.reading.lists(clerk).channels[0]
    assert (changed.every, changed.checked) == (CheckEvery.WEEK, "สัปดาห์ละครั้ง")


def test_a_director_is_told_of_what_is_late_whoever_owns_it(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    director = Actor(99, "นายสมคิด", frozenset({Role.DIRECTOR}))
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    clock.at = bangkok(DAY + timedelta(days=14))
    assert told(desk, director) == {}
    clock.at = bangkok(DAY + timedelta(days=16))
    assert told(desk, director)[AgendaKind.LATE] == [case_id]


def test_behaviour_10_holidays_that_are_missing_are_told_from_november_on(
    desk: Desk, boss: Actor, clerk: Actor
) -> None:
    assert desk.reading.agenda(boss, bangkok(date(2026, 10, 30))).missing_year is None
    last = max(h.date.year for h in desk.reading.office(DAY).days.holidays)
    november = bangkok(date(last, 11, 2))
    assert desk.reading.agenda(boss, november).missing_year == last + 1
    assert desk.reading.agenda(clerk, november).missing_year is None


def test_a_letter_that_must_be_answered_is_told_of_as_its_own_day_comes(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    until = DAY + timedelta(days=60)
    answer(Answer(case_id, ContactWay.PHONE, desk.now(), "รับทราบแล้ว"), desk, owner)
    begin_wait(
        BeginWait(case_id, WaitFor.PETITIONER, "ขอเอกสารเพิ่ม", desk.now(), until), desk, owner
    )
    # Nothing else runs: only the letter, due fifteen days after it came.
    came_at = clock()
    letter = ReceiveLetter("l", case_id, "นางปราณี สุขใจ", "ถามผล", came_at)
    incoming = receive_letter(letter, desk, clerk).incoming_id
    assert AgendaKind.WARNED not in told(desk, owner)
    clock.at = bangkok(DAY + timedelta(days=8))
    assert told(desk, owner)[AgendaKind.WARNED] == [case_id]
    assert AgendaKind.WARNED not in told(desk, boss)
    half = bangkok(DAY + timedelta(days=7)), bangkok(DAY + timedelta(days=8))
    assert kinds(desk.reading.passing(owner, *half)) == {AgendaKind.WARNED: [case_id]}
    clock.at = bangkok(DAY + timedelta(days=15))
    for actor in (owner, boss):
        assert told(desk, actor)[AgendaKind.TODAY] == [case_id]
    (row,) = desk.reading.register_rows(owner, [case_id])
    assert (row.due_kind, row.due_at) == (
        ClockKind.LETTER,
        bangkok(DAY + timedelta(days=15), 16, 30),
    )
    reply_to_letter(ReplyToLetter(case_id, incoming, clock(), "ศธ ๐๔๙๙๙/๒๐"), desk, owner)
    assert AgendaKind.TODAY not in told(desk, owner)


def test_behaviour_20_a_word_that_was_promised_is_told_of_on_its_morning(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    tomorrow = DAY + timedelta(days=1)
    call = came(desk, clerk, "k2", intake=Intake(call_back_at=bangkok(tomorrow, 14)))
    # Told its number when the call came in: the promise to call back stands.
    assert desk.reading.case(boss, call).contact_on == tomorrow
    assign(AssignCases((case_id, call), owner_id=owner.person_id), desk, boss)
    promise_contact(PromiseContact(case_id, tomorrow, "แจ้งผลตรวจ"), desk, owner)
    assert AgendaKind.PROMISED not in told(desk, owner)
    clock.at = bangkok(tomorrow)
    for actor in (owner, boss):
        assert sorted(told(desk, actor)[AgendaKind.PROMISED]) == [case_id, call]
    answer(Answer(call, ContactWay.PHONE, desk.now(), "โทรกลับแล้ว"), desk, owner)
    assert told(desk, owner)[AgendaKind.PROMISED] == [case_id]
    clock.at = bangkok(tomorrow + timedelta(days=1))
    # Not kept on its day, it is a petitioner who has not heard from us.
    assert AgendaKind.PROMISED not in told(desk, owner)
    assert told(desk, owner)[AgendaKind.NO_CONTACT] == [case_id]


def called_back(desk: Desk, clerk: Actor, case_id: int, on: date | None, hour: int = 14) -> None:
    seen = desk.reading.case(clerk, case_id)
    at = None if on is None else bangkok(on, hour)
    typed = replace(form(seen.received_at), intake=Intake(call_back_at=at))
    correct(CorrectCase(case_id, seen.version, typed, "จดผิด"), desk, clerk)


def test_a_corrected_call_back_moves_the_word_that_was_promised_by_it_and_no_other(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    tomorrow, later = DAY + timedelta(days=1), DAY + timedelta(days=9)
    case_id = came(desk, clerk, "k1", intake=Intake(call_back_at=bangkok(tomorrow, 14)))

    def promised() -> date | None:
        return desk.reading.case(boss, case_id).contact_on

    called_back(desk, clerk, case_id, DAY + timedelta(days=2))
    assert promised() == DAY + timedelta(days=2)
    called_back(desk, clerk, case_id, tomorrow)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    clock.at = bangkok(tomorrow, 10)
    promise_contact(PromiseContact(case_id, later, "แจ้งผลตรวจ"), desk, owner)
    called_back(desk, clerk, case_id, tomorrow, 15)
    called_back(desk, clerk, case_id, DAY)
    assert promised() == later
    clock.at = bangkok(later)
    answer(Answer(case_id, ContactWay.PHONE, desk.now(), "โทรแล้ว"), desk, owner)
    called_back(desk, clerk, case_id, tomorrow)
    assert promised() is None
    called_back(desk, clerk, case_id, later, 16)
    assert promised() == later
    called_back(desk, clerk, case_id, None)
    assert promised() is None


def test_a_matter_that_is_split_off_promises_no_call_of_its_own(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    tomorrow = DAY + timedelta(days=1)
    case_id = came(desk, clerk, "k1", intake=Intake(call_back_at=bangkok(tomorrow, 14)))
    category = form(desk.now()).category_id
    second = Split("s", case_id, "เรื่องที่สอง", "", category, "คนละเรื่อง")
    part = split(second, desk, boss).case_id
    other, first = desk.reading.case(boss, part), desk.reading.case(boss, case_id)
    assert (other.contact_on, other.intake.call_back_at) == (None, None)
    assert first.contact_on == tomorrow


def test_a_list_sorted_by_due_day_runs_by_the_day_that_its_lines_show(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    cases = [came(desk, clerk, f"k{n}") for n in range(3)]
    assign(AssignCases(tuple(cases), owner_id=owner.person_id), desk, boss)
    until = DAY + timedelta(days=60)
    for case_id in cases[:2]:
        answer(Answer(case_id, ContactWay.PHONE, desk.now(), "รับทราบแล้ว"), desk, owner)
        wait = BeginWait(case_id, WaitFor.PETITIONER, "ขอเอกสาร", desk.now(), until)
        begin_wait(wait, desk, owner)
    letter = ReceiveLetter("l", cases[0], "นางปราณี สุขใจ", "ถามผล", clock())
    receive_letter(letter, desk, clerk)
    clock.pass_time(days=1)
    receive_letter(replace(letter, key="m", case_id=cases[2], received_at=clock()), desk, clerk)
    for descending in (False, True):
        query = RegisterQuery(sort=SortBy.DUE, descending=descending)
        ids = desk.reading.register_ids(boss, query, desk.now())
        shown = [row.due_at for row in desk.reading.register_rows(boss, ids)]
        days = [at for at in shown if at is not None]
        assert days == sorted(days, reverse=descending)
        assert shown[-1] is None
    clock.at = bangkok(DAY + timedelta(days=40))
    (late,) = (
        group
        for group in desk.reading.agenda(boss, desk.now()).groups
        if group.kind is AgendaKind.LATE
    )
    first = [row.due_at for row in late.rows if row.due_at is not None]
    assert first == sorted(first)
    assert len(first) == 2
