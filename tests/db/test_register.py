"""The register on both databases: what is kept, what is found, who sees it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from asking import read
from clock import Clock
from office import acknowledgement_to, bangkok, form, gone, signed_by

from db.check import Fault, prove
from db.files import path_of
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.attaching import NewFile
from desktop.acts.classifying import Classify, classify
from desktop.acts.closing import CloseCase, close
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import record_sent
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, Registered, register
from desktop.errors import Conflict, Refused, Unavailable
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Accused, Matter, Outcome, PetitionerKind, Secrecy, Status
from desktop.rules.figures import Counts
from desktop.rules.letters import Dispatch, LetterStatus
from desktop.rules.numbering import Book, Series
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.views import RegisterQuery, RegisterView, SortBy

DAY = date(2026, 7, 15)


def take(desk: Desk, clerk: Actor, key: str, **changes: object) -> Registered:
    made = form(bangkok(DAY, 8))
    return register(RegisterComplaint(key, replace(made, **changes)), desk, clerk)  # type: ignore[arg-type]


def listed(desk: Desk, actor: Actor, **query: object) -> list[int]:
    return list(
        desk.reading.register_ids(actor, RegisterQuery(**query), desk.now())  # type: ignore[arg-type]
    )


def test_what_was_registered_is_read_back_whole(desk: Desk, clerk: Actor) -> None:
    typed = form(bangkok(DAY, 8), accused=(Accused("นายเอ", "ครู", "โรงเรียนตัวอย่าง"),))
    picture = NewFile("หลังคา.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 50)
    done = register(RegisterComplaint("a", typed, (picture,)), desk, clerk)
    seen = desk.reading.case(clerk, done.case_id)
    assert (seen.matter, seen.petitioners, seen.intake) == (
        typed.matter,
        typed.petitioners,
        typed.intake,
    )
    assert seen.accused == typed.accused
    assert seen.received_at == typed.received_at
    assert [step.kind for step in seen.steps] == [StepKind.REGISTERED, StepKind.ATTACHED]
    assert desk.reading.file(clerk, seen.files[0].id) == picture.content
    row = desk.reading.register_rows(clerk, [done.case_id])[0]
    assert (row.subject, row.petitioner, row.owner) == (typed.matter.subject, "นางปราณี สุขใจ", "")
    assert row.due_kind is ClockKind.ACKNOWLEDGE


def test_a_retry_with_the_same_key_changes_nothing(desk: Desk, clerk: Actor) -> None:
    assert take(desk, clerk, "same") == take(desk, clerk, "same")
    assert len(listed(desk, clerk)) == 1
    saved = desk.reading.saved("same")
    assert saved is not None
    assert saved.subject_id == listed(desk, clerk)[0]
    assert desk.reading.saved("other") is None


def test_leaving_the_unit_undoes_number_row_and_journal(
    room: Strongroom, desk: Desk, clerk: Actor
) -> None:
    series = Series(Book.COMPLAINTS, 2569)

    def fail(work: UnitOfWork) -> None:
        assert work.next_number(series) == 1
        raise RuntimeError("the clerk's machine stops here")

    with pytest.raises(RuntimeError), desk.unit(clerk) as work:
        fail(work)
    assert take(desk, clerk, "a").number.running == 1
    assert prove(room) == []


def test_the_one_who_is_slower_is_told_and_overwrites_nothing(desk: Desk, clerk: Actor) -> None:
    done = take(desk, clerk, "a")
    with desk.unit(clerk) as first:
        mine = first.cases.get(done.case_id)
    with desk.unit(clerk) as second:
        theirs = second.cases.get(done.case_id)
        theirs.priority = Priority.MOST_URGENT
        second.cases.save(theirs)
        second.commit()
    mine.priority = Priority.NORMAL
    with pytest.raises(Conflict), desk.unit(clerk) as late:
        late.cases.save(mine)
    assert desk.reading.case(clerk, done.case_id).priority is Priority.MOST_URGENT


def test_restricted_is_veiled_accused_see_nothing_administrators_none(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, admin: Actor
) -> None:
    about = (Accused("นายวิชัย", person_id=owner.person_id),)
    secret = take(desk, clerk, "a", restricted=True).case_id
    against = take(desk, clerk, "b", accused=about, category_id=2).case_id
    plain = take(desk, clerk, "c").case_id
    assert set(listed(desk, boss)) == {secret, against, plain}
    assert set(listed(desk, owner)) == {secret, plain}
    assert listed(desk, admin) == []
    row = desk.reading.register_rows(owner, [secret])[0]
    assert (row.veiled, row.subject, row.petitioner) == (True, "", "")
    assert listed(desk, owner, asked=read("หลังคา")) == [plain]
    assert desk.reading.tiles(owner, desk.now()).everything == 2
    for actor, case_id in ((owner, secret), (owner, against), (admin, plain)):
        with pytest.raises(Refused) as error:
            desk.reading.case(actor, case_id)
        assert error.value.reason is Reason.NOT_VISIBLE
    with pytest.raises(Refused):
        note(NoteStep(secret, "แอบดู"), desk, owner)
    assert desk.reading.register_rows(admin, [plain]) == []
    assert desk.reading.case(clerk, secret).restricted


def test_a_secret_is_open_only_to_its_owner_and_those_who_may_see_secrets(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    secret = take(desk, clerk, "a").case_id
    plain = take(desk, clerk, "b").case_id
    registrar = replace(boss, roles=frozenset({Role.SECRET_REGISTRAR}))
    assign(AssignCases((secret,), None, owner.person_id), desk, boss)
    made = classify(Classify(secret, Secrecy.SECRET, "ผอ.", "เหตุ"), desk, registrar)
    assert made.running == 1
    for actor in (registrar, owner):
        assert desk.reading.case(actor, secret).secrecy is Secrecy.SECRET
        assert listed(desk, actor, asked=read("หลังคา")) == [plain, secret]
        assert not desk.reading.register_rows(actor, [secret])[0].veiled
    for actor in (clerk, boss):
        with pytest.raises(Refused) as error:
            desk.reading.case(actor, secret)
        assert error.value.reason is Reason.NOT_VISIBLE
        row = desk.reading.register_rows(actor, [secret])[0]
        assert (row.veiled, row.secret, row.subject, row.petitioner) == (True, True, "", "")
        assert listed(desk, actor, asked=read("หลังคา")) == [plain]
        with pytest.raises(Refused):
            note(NoteStep(secret, "แอบดู"), desk, actor)
    classify(Classify(secret, Secrecy.NONE, "ผอ.", "ยุติ"), desk, registrar)
    assert not desk.reading.register_rows(clerk, [secret])[0].veiled


@pytest.mark.parametrize(
    "typed",
    [
        *("๐๐๔๒", "42/2569", "0042", "๔๒/๖๙", "5678", "ปราณี", "ปราณี  สุขใจ", "นํ้าท่วม"),
        *("เเจ้งซ่อม", "ซอย ๕", "ซอย 5", "081-234-5678"),
    ],
)
def test_behaviour_23_every_way_of_asking_finds_it(desk: Desk, clerk: Actor, typed: str) -> None:
    for number in range(41):
        take(
            desk,
            clerk,
            f"other-{number}",
            matter=Matter("เรื่องอื่น"),
            petitioners=signed_by(first="มานะ", last="อดทน"),
            intake=replace(form(bangkok(DAY)).intake, caller_phone=""),
        )
    wanted = take(desk, clerk, "it", matter=Matter("น้ำท่วมซอย 5", "ได้แจ้งซ่อมไปแล้วสองครั้ง")).case_id
    assert wanted in listed(desk, clerk, asked=read(typed))
    assert listed(desk, clerk, asked=read("ไม่มีคำนี้แน่นอน")) == []


def test_odd_searches_never_fail(desk: Desk, clerk: Actor) -> None:
    take(desk, clerk, "a")
    for typed in (
        "%",
        "_",
        "'",
        '"',
        "\\",
        "ต.บางรัก",
        "12/3",
        "08-1234-5678",
        "(",
        "*",
        "NULL",
        "😀",
    ):
        listed(desk, clerk, asked=read(typed))
    assert listed(desk, clerk, asked=read("%")) == []


def test_sorting_is_the_dictionarys_and_runs_both_ways(desk: Desk, clerk: Actor) -> None:
    subjects = ["เกา", "กก", "แกะ", "กา", "ไก่", "ก่า", "๑๐ ข้อ", "๒ ข้อ"]
    ids = {take(desk, clerk, word, matter=Matter(word)).case_id: word for word in subjects}
    order = [ids[i] for i in listed(desk, clerk, sort=SortBy.SUBJECT, descending=False)]
    assert order == ["๒ ข้อ", "๑๐ ข้อ", "กก", "กา", "ก่า", "เกา", "แกะ", "ไก่"]
    back = [ids[i] for i in listed(desk, clerk, sort=SortBy.SUBJECT, descending=True)]
    assert back == order[::-1]
    for sort in SortBy:
        assert sorted(listed(desk, clerk, sort=sort)) == sorted(ids)


def test_views_and_filters(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    first, second = take(desk, clerk, "a").case_id, take(desk, clerk, "b").case_id
    assign(AssignCases((first,), Priority.URGENT, owner.person_id), desk, boss)
    assert listed(desk, owner, view=RegisterView.MINE) == [first]
    assert listed(desk, owner, view=RegisterView.UNASSIGNED) == [second]
    assert set(listed(desk, owner, view=RegisterView.SOON)) == {first, second}
    assert listed(desk, boss, statuses=frozenset({Status.ASSIGNED})) == [first]
    assert listed(desk, boss, owner_ids=frozenset({owner.person_id})) == [first]
    assert listed(desk, boss, fiscal_year=2570) == []
    clock.pass_time(days=1)
    close(CloseCase(first, Outcome.SOLVED, "แก้ไขแล้ว"), desk, owner)
    assert listed(desk, owner, view=RegisterView.MINE) == []


def test_a_letter_is_kept_as_the_very_bytes(
    room: Strongroom, desk: Desk, clerk: Actor, owner: Actor
) -> None:
    case_id = take(desk, clerk, "a").case_id
    draft = acknowledgement_to(case_id)
    letter = issue(IssueLetter("k", draft), desk, clerk)
    assert desk.reading.letter_pdf(clerk, letter.letter_id).startswith("ศธ ๐๔๙๙๙/1".encode())
    assert [one.status for one in desk.reading.letters(owner, unsent_only=True)] == [
        LetterStatus.ISSUED
    ]
    record_sent(gone(letter.letter_id, Dispatch.POST, desk.now()), desk, clerk)
    assert desk.reading.letters(owner, unsent_only=True) == []
    assert prove(room) == []


def test_figures_are_those_counted_by_hand(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    met, missed, late, easy, anonymous = (take(desk, clerk, key).case_id for key in "abcde")
    clock.pass_time(days=2)
    close(CloseCase(met, Outcome.SOLVED, "มีภาพ"), desk, owner)
    clock.pass_time(days=60)
    close(CloseCase(missed, Outcome.SOLVED, "มีภาพ", "รองบประมาณ"), desk, owner)
    fresh = register(RegisterComplaint("f", form(clock.at - timedelta(hours=2))), desk, clerk)
    figures = desk.reading.sla_figures(boss, date(2026, 7, 1), date(2026, 9, 30), clock.at)
    assert figures.headline == Counts(
        closed_on_time=1, closed_late=1, open_overdue=3, open_in_time=1
    )
    assert str(figures.headline.on_time_percent) == "20.0"
    assert (figures.received, figures.finished, figures.carried_forward) == (6, 2, 4)
    assert {case.number for case in figures.late} == {"2/2569", "3/2569", "4/2569", "5/2569"}
    assert [c.reason for c in figures.late if c.closed_on] == ["รองบประมาณ"]
    assert {late, easy, anonymous, fresh.case_id}
    before = desk.reading.sla_figures(boss, date(2025, 10, 1), date(2026, 6, 30), clock.at)
    assert before.headline.on_time_percent is None
    july = desk.reading.sla_figures(boss, date(2026, 7, 1), date(2026, 7, 31), clock.at)
    assert (july.headline.closed_on_time, july.carried_forward) == (1, 4)
    with pytest.raises(Refused):
        desk.reading.sla_figures(boss, date(2026, 9, 1), date(2026, 8, 1), clock.at)


def test_an_anonymous_complaint_lives_without_a_name(desk: Desk, clerk: Actor) -> None:
    done = take(desk, clerk, "a", petitioners=signed_by(kind=PetitionerKind.ANONYMOUS))
    row = desk.reading.register_rows(clerk, [done.case_id])[0]
    assert (row.anonymous, row.petitioner) == (True, "")


def test_a_kept_file_that_changed_or_went_is_noticed(
    room: Strongroom, desk: Desk, clerk: Actor
) -> None:
    if room.papers is None:
        pytest.skip("a shared database keeps its files itself")
    typed = form(bangkok(DAY, 8))
    files = (NewFile("a.txt", b"one"), NewFile("b.txt", b"two"))
    done = register(RegisterComplaint("a", typed, files), desk, clerk)
    with room.asking.connect() as connection:
        names = list(connection.execute(sa.text("SELECT stored FROM attachment ORDER BY id")))
    path_of(room.papers, names[0][0]).write_bytes(b"changed")
    path_of(room.papers, names[1][0]).unlink()
    assert {finding.fault for finding in prove(room)} == {Fault.FILE_CHANGED, Fault.FILE_MISSING}
    seen = desk.reading.case(clerk, done.case_id)
    for file in seen.files:
        with pytest.raises(Unavailable):
            desk.reading.file(clerk, file.id)


def test_verdicts_and_clocks_survive_the_round(
    desk: Desk, clerk: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = take(desk, clerk, "a").case_id
    clock.pass_time(hours=1)
    close(CloseCase(case_id, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, owner)
    seen = desk.reading.case(clerk, case_id)
    resolve = next(c for c in seen.clocks if c.kind is ClockKind.RESOLVE)
    assert (resolve.verdict, resolve.stopped_at) == (Verdict.MET, clock.at)
    assert desk.reading.register_rows(clerk, [case_id])[0].verdict is Verdict.MET
