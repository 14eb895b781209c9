from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, form, signed_by

from desktop.acts.attaching import NewFile
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Intake, Matter, PetitionerKind
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason

NOW = bangkok(date(2026, 7, 15))


def command(key: str = "k1", **changes: object) -> RegisterComplaint:
    return RegisterComplaint(key, form(**{"received_at": NOW, **changes}))  # type: ignore[arg-type]


def reasons(error: pytest.ExceptionInfo[Refusals]) -> dict[str | None, Reason]:
    return {refused.field: refused.reason for refused in error.value.refusals}


def test_takes_the_next_number_of_the_fiscal_year(desk: Desk, clerk: Actor) -> None:
    first = register(command("a"), desk, clerk)
    second = register(command("b"), desk, clerk)
    assert [str(first.number), str(second.number)] == ["1/2569", "2/2569"]


def test_the_year_turns_on_the_first_of_october(store: FakeStore, desk: Desk, clerk: Actor) -> None:
    register(command("a"), desk, clerk)
    store.now = bangkok(date(2026, 10, 2))
    september = replace(form(bangkok(date(2026, 9, 30), 15)))
    october = form(bangkok(date(2026, 10, 1), 9))
    late = register(RegisterComplaint("b", september), desk, clerk)
    new = register(RegisterComplaint("c", october), desk, clerk)
    assert [str(late.number), str(new.number)] == ["2/2569", "1/2570"]


def test_the_same_key_registers_once(store: FakeStore, desk: Desk, clerk: Actor) -> None:
    first = register(command("same"), desk, clerk)
    again = register(command("same"), desk, clerk)
    assert again == first
    assert len(store.drawer.cases) == 1


def test_behaviour_03_clocks_run_from_the_received_time(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    on_the_day = register(command("a"), desk, clerk)
    store.pass_time(days=3)
    typed_late = register(command("b"), desk, clerk)
    cases = store.drawer.cases
    assert [c.due_at for c in cases[on_the_day.case_id].clocks] == [
        c.due_at for c in cases[typed_late.case_id].clocks
    ]
    assert cases[typed_late.case_id].recorded_at > cases[on_the_day.case_id].recorded_at


def test_behaviour_03_future_and_backwards_dates_ask_first(desk: Desk, clerk: Actor) -> None:
    tomorrow = RegisterComplaint("a", form(bangkok(date(2026, 7, 16))))
    with pytest.raises(Refusals) as future:
        register(tomorrow, desk, clerk)
    assert reasons(future) == {"received_at": Reason.CONFIRM_FUTURE}
    before = command(
        "b", received_at=bangkok(date(2026, 7, 10)), intake=Intake(letter_date=date(2026, 7, 13))
    )
    with pytest.raises(Refusals) as backwards:
        register(before, desk, clerk)
    assert reasons(backwards) == {"received_at": Reason.CONFIRM_BEFORE_LETTER}
    sure = replace(before, confirmed=frozenset({Reason.CONFIRM_BEFORE_LETTER}))
    assert register(sure, desk, clerk).number.running == 1


def test_every_fault_is_told_at_once_and_nothing_is_kept(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    bad = command(
        matter=Matter("  ", "ก" * 20_001),
        petitioners=signed_by(first="", email="ไม่มี", citizen_id="1234567890123"),
    )
    with pytest.raises(Refusals) as error:
        register(bad, desk, clerk)
    assert reasons(error) == {
        "petitioners.0.first": Reason.NAME_NEEDED,
        "petitioners.0.email": Reason.BAD_EMAIL,
        "petitioners.0.citizen_id": Reason.CONFIRM_CITIZEN_ID,
        "matter.subject": Reason.REQUIRED,
        "matter.facts": Reason.TOO_LONG,
    }
    assert not store.drawer.cases
    assert not store.drawer.keys


def test_a_fault_cannot_be_confirmed_away(desk: Desk, clerk: Actor) -> None:
    with pytest.raises(Refusals) as error:
        register(
            replace(command(matter=Matter("")), confirmed=frozenset({Reason.REQUIRED})), desk, clerk
        )
    assert reasons(error) == {"matter.subject": Reason.REQUIRED}


def test_behaviour_25_anonymous_needs_no_name_and_promises_nobody(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    done = register(
        command(petitioners=signed_by(kind=PetitionerKind.ANONYMOUS, first="ลืมลบ")), desk, clerk
    )
    case = store.drawer.cases[done.case_id]
    assert done.anonymous
    assert case.petitioners[0].first == ""
    assert {clock.kind for clock in case.clocks} == {ClockKind.RESOLVE}


def test_told_at_once_stops_only_the_acknowledge_clock(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    done = register(replace(command(), told_orally=True), desk, clerk)
    case = store.drawer.cases[done.case_id]
    assert {c.kind: c.verdict for c in case.clocks} == {
        ClockKind.ACKNOWLEDGE: Verdict.MET,
        ClockKind.REPLY: Verdict.RUNNING,
        ClockKind.RESOLVE: Verdict.RUNNING,
    }


def test_danger_to_a_child_is_most_urgent(store: FakeStore, desk: Desk, clerk: Actor) -> None:
    done = register(command(child_danger=True), desk, clerk)
    assert store.drawer.cases[done.case_id].priority is Priority.MOST_URGENT


def test_complaints_against_officials_are_restricted(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    done = register(command(category_id=2), desk, clerk)
    assert store.drawer.cases[done.case_id].restricted


def test_files_come_with_it_or_nothing_does(store: FakeStore, desk: Desk, clerk: Actor) -> None:
    files = (NewFile("../ภาพ หลังคา.jpg", b"\xff\xd8\xff picture"), NewFile("empty.pdf", b""))
    with pytest.raises(Refused) as error:
        register(replace(command(), files=files), desk, clerk)
    assert (error.value.reason, error.value.field) == (Reason.EMPTY_FILE, "files")
    assert not store.drawer.cases
    assert not store.drawer.attachments
    done = register(replace(command(), files=files[:1]), desk, clerk)
    kept = store.drawer.attachments[0]
    assert (kept.complaint_id, kept.media_type) == (done.case_id, "image/jpeg")
    assert "/" not in kept.name


def test_an_administrator_may_not_register(desk: Desk, admin: Actor) -> None:
    with pytest.raises(Refused) as error:
        register(command(), desk, admin)
    assert error.value.reason is Reason.NOT_ALLOWED


def test_the_journal_tells_of_it_without_a_citizens_word(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    register(command(), desk, clerk)
    entry, _ = store.drawer.journal[-1]
    assert entry.act == StepKind.REGISTERED.value
    written = repr(entry.facts)
    assert "ปราณี" not in written
    assert "หลังคา" not in written
    assert "0812345678" not in written


def test_a_category_out_of_use_is_refused(store: FakeStore, desk: Desk, clerk: Actor) -> None:
    store.drawer.categories[9] = replace(store.drawer.categories[9], active=False)
    with pytest.raises(Refusals) as error:
        register(command(), desk, clerk)
    assert reasons(error) == {"category_id": Reason.INACTIVE_CHOICE}
