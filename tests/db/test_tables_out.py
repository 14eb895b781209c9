"""Lines that leave the register as a file: who may, what may, and what is kept of it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from office import PASSWORD, bangkok, form, signed_by

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.acts.exporting import ACT, IN_TABLE, NoteTable, lines_out, note_table
from desktop.acts.hiding import Hide, hide
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import AddPerson, add_person
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Accused, Matter, Secrecy
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.saved_tables import TableKind
from desktop.views import RegisterQuery, SortBy

DAY = date(2026, 7, 15)


@pytest.fixture
def director(desk: Desk, admin: Actor) -> Actor:
    roles = frozenset({Role.DIRECTOR})
    hired = AddPerson("นายสมคิด ตั้งมั่น", "ผอ.", "director", roles, PASSWORD, PASSWORD)
    return Actor(add_person(hired, desk, admin).person_id, hired.name, roles)


def took(desk: Desk, clerk: Actor, subject: str, **changes: object) -> int:
    made = form(bangkok(DAY, 8), matter=Matter(subject, "เหตุ"), **changes)
    return register(RegisterComplaint(subject, made), desk, clerk).case_id


@pytest.fixture
def cases(desk: Desk, clerk: Actor, boss: Actor, owner: Actor, director: Actor) -> dict[str, int]:
    """An open complaint, a restricted one, a secret one, one against the owner, a hidden one."""
    accused = (Accused("นายวิชัย ตั้งตรง", "เจ้าหน้าที่", person_id=owner.person_id),)
    made = {
        "open": took(desk, clerk, "หลังคารั่ว"),
        "restricted": took(desk, clerk, "ครูตีเด็ก", restricted=True, petitioners=signed_by()),
        "secret": took(desk, clerk, "ทุจริตสอบ"),
        "accused": took(desk, clerk, "เรียกเงิน", accused=accused),
        "hidden": took(desk, clerk, "ซ้ำ"),
    }
    classify(Classify(made["secret"], Secrecy.SECRET, "ผอ.", "ราชการลับ"), desk, director)
    hide(Hide(made["hidden"], "ลงซ้ำ"), desk, boss)
    return made


def everything(desk: Desk, actor: Actor) -> list[int]:
    query = RegisterQuery(sort=SortBy.NUMBER, descending=False)
    return list(desk.reading.register_ids(actor, query, desk.now()))


def told(desk: Desk, actor: Actor, ids: Sequence[int]) -> list[tuple[int, str, bool]]:
    return [(row.id, row.subject, row.veiled) for row in lines_out(desk, actor, ids).rows]


def journal(room: Strongroom) -> list[dict[str, Any]]:
    with room.asking.connect() as connection:
        rows = connection.execute(
            sa.text("SELECT actor_id, act, subject, facts FROM journal ORDER BY sequence")
        )
        return [dict(row._mapping) for row in rows]


def test_what_may_not_be_opened_does_not_leave(
    desk: Desk, clerk: Actor, owner: Actor, boss: Actor, cases: dict[str, int]
) -> None:
    ids = list(cases.values())
    assert told(desk, owner, ids) == [
        (cases["open"], "หลังคารั่ว", False),
        (cases["restricted"], "", True),
        (cases["secret"], "", True),
    ]
    assert [row.petitioner for row in lines_out(desk, owner, ids).rows[1:]] == ["", ""]
    # Who registered it may open it; who leads finds again what is hidden.
    assert told(desk, clerk, ids)[1] == (cases["restricted"], "ครูตีเด็ก", False)
    assert cases["hidden"] not in [line[0] for line in told(desk, clerk, ids)]
    assert cases["hidden"] in [line[0] for line in told(desk, boss, ids)]


def test_of_what_is_secret_neither_who_nor_what_leaves_whoever_takes_it(
    desk: Desk, director: Actor, cases: dict[str, int]
) -> None:
    ids = everything(desk, director)
    assert desk.reading.register_rows(director, [cases["secret"]])[0].subject == "ทุจริตสอบ"
    out = lines_out(desk, director, ids)
    assert [row.subject for row in out.rows if row.secret] == [""]
    assert [row.petitioner for row in out.rows if row.secret] == [""]
    assert out.withheld == (cases["secret"],)
    assert out.opened == (cases["restricted"],)
    assert [row.id for row in out.rows] == ids


def test_who_has_nothing_to_do_with_reports_takes_nothing_out(
    room: Strongroom, desk: Desk, admin: Actor, cases: dict[str, int]
) -> None:
    before = journal(room)
    reader = replace(admin, roles=frozenset())
    for who in (admin, reader):
        with pytest.raises(Refused) as refused:
            lines_out(desk, who, list(cases.values()))
        assert refused.value.reason is Reason.NOT_ALLOWED
        with pytest.raises(Refused) as refused:
            note_table(NoteTable(TableKind.XLSX, 3), desk, who)
        assert refused.value.reason is Reason.NOT_ALLOWED
    assert journal(room) == before


def test_one_entry_tells_who_took_how_much_and_nothing_of_whom(
    room: Strongroom, desk: Desk, boss: Actor, cases: dict[str, int]
) -> None:
    before = journal(room)
    out = lines_out(desk, boss, everything(desk, boss))
    made = note_table(NoteTable(TableKind.CSV, len(out.rows), out.opened), desk, boss)
    assert made.lines == len(out.rows) == 4
    (entry,) = journal(room)[len(before) :]
    facts = entry["facts"] if isinstance(entry["facts"], dict) else json.loads(entry["facts"])
    assert facts == {"kind": "csv", "lines": 4, "opened": 1}
    assert (entry["actor_id"], entry["act"], entry["subject"]) == (boss.person_id, ACT, "register")
    assert prove(room) == []


def test_a_sealed_complaint_tells_in_whose_table_it_left(
    room: Strongroom, desk: Desk, boss: Actor, owner: Actor, cases: dict[str, int]
) -> None:
    assign(AssignCases((cases["open"],), owner_id=owner.person_id), desk, boss)
    kept = {
        name: len(desk.reading.case(boss, cases[name]).steps) for name in ("open", "restricted")
    }
    out = lines_out(desk, boss, everything(desk, boss))
    note_table(NoteTable(TableKind.XLSX, len(out.rows), out.opened), desk, boss)
    steps = desk.reading.case(boss, cases["restricted"]).steps
    (step,) = steps[kept["restricted"] :]
    assert (step.kind, step.actor, step.facts) == (StepKind.VIEWED, boss.name, {IN_TABLE: True})
    assert len(desk.reading.case(boss, cases["open"]).steps) == kept["open"]
    assert prove(room) == []
