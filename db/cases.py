"""The register of complaints as a collection, inside one unit of work."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, delete, select, update

from db import tables as t
from db.kept_keys import keys_of
from db.mapping import CaseRows, Parts, Row, case_of, case_rows
from db.statements import one, one_or_none, put, put_many, put_one
from db.visibility import may_open
from desktop.errors import Conflict, Refused
from desktop.ports import Classification
from desktop.rules.case import Case, Step, StepKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.routing import barred_from
from desktop.rules.satisfaction import Survey
from desktop.rules.thai.names import called, split_name

_CLASSIFICATION = tuple(field.name for field in fields(Classification))
PARTS: tuple[tuple[str, Table[Any]], ...] = (
    ("petitioners", t.petitioner),
    ("accused", t.accused),
    ("clocks", t.clock),
    ("waits", t.wait),
    ("extensions", t.extension),
    ("orders", t.order),
    ("referrals", t.referral),
    ("owed", t.reply_owed),
    ("investigations", t.investigation),
    ("past", t.past_cycle),
    ("interests", t.interest),
)


def _of_case(table: Table[Any], *order: Column[Any]) -> Select[*tuple[Any, ...]]:
    return select(table).where(table.c.complaint_id == bindparam("wanted")).order_by(*order)


_OF_CASE = (
    _of_case(t.petitioner, t.petitioner.c.position),
    _of_case(t.accused, t.accused.c.position),
    _of_case(t.clock, t.clock.c.cycle, t.clock.c.kind),
    _of_case(t.wait, t.wait.c.position),
    _of_case(t.extension, t.extension.c.position),
    _of_case(t.order, t.order.c.position),
    _of_case(t.referral, t.referral.c.position),
    _of_case(t.reply_owed, t.reply_owed.c.position),
    _of_case(t.investigation, t.investigation.c.position),
    _of_case(t.past_cycle, t.past_cycle.c.number),
    _of_case(t.interest, t.interest.c.person_id),
)


class SqlCases:
    """Complaints by identity; what lists show is kept equal with every save."""

    def __init__(self, connection: Connection, actor: Actor, touched: set[int]) -> None:
        self._connection = connection
        self._actor = actor
        # Those of which lists and search may have to say something else.
        self._touched = touched
        self._absent_owners: dict[int, int | None] = {}

    def add(self, case: Case) -> int:
        """Store a new case and return its identity."""
        rows = case_rows(case)
        case_id = put_one(self._connection, t.complaint, rows.complaint)
        put(self._connection, t.matter, {**rows.matter, "complaint_id": case_id})
        put(self._connection, t.intake, {**rows.intake, "complaint_id": case_id})
        self._add_parts(case_id, rows)
        self._touched.add(case_id)
        return case_id

    def get(self, case_id: int) -> Case:
        """Load one case, or refuse one that the actor may not open."""
        parts = parts_of(self._connection, case_id)
        if not may_open(self._actor, parts.complaint, (*parts.accused, *parts.interests)):
            raise Refused(Reason.NOT_VISIBLE)
        case = case_of(parts)
        absent = self._actor.stands_in(case.owner_id, barred_from(case))
        self._absent_owners.setdefault(case_id, case.owner_id if absent else None)
        return case

    def absent_owner(self, case_id: int) -> int | None:
        """Tell for whom the unit's actor stood in with a case as it was when first loaded."""
        return self._absent_owners.get(case_id)

    def save(self, case: Case) -> None:
        """Store a changed case, unless somebody else stored a change first."""
        case_id = case.identity()
        rows = case_rows(case)
        rows.complaint["version"] = case.version + 1
        done = self._connection.execute(
            update(t.complaint)
            .where(t.complaint.c.id == case_id, t.complaint.c.version == case.version)
            .values(rows.complaint)
        )
        if done.rowcount != 1:
            raise Conflict
        case.version += 1
        self._touched.add(case_id)
        self._update(t.matter, case_id, rows.matter)
        self._update(t.intake, case_id, rows.intake)
        for _, table in PARTS:
            self._connection.execute(delete(table).where(table.c.complaint_id == case_id))
        self._add_parts(case_id, rows)

    def classified(self, classification: Classification) -> None:
        """Keep a change of a case's secrecy class beside it."""
        row = {name: getattr(classification, name) for name in _CLASSIFICATION}
        put(self._connection, t.classification, row | keys_of(t.classification, row))

    def surveyed(self, case_id: int, survey: Survey) -> None:
        """Keep what came of asking the petitioner beside the case."""
        put(self._connection, t.survey, survey_row(case_id, survey))

    def step(self, case_id: int, sequence: int, step: Step) -> None:
        """Add a line to the timeline."""
        self._touched.add(case_id)
        put(self._connection, t.step, step_row(case_id, sequence, step))

    def step_of_many(self, case_ids: Sequence[int], sequence: int, step: Step) -> None:
        """Add one line without a note to many timelines; no words come that one might look for."""
        assert not step.note, "what is noted is searched for, and kept with its own case"
        rows = [step_row(case_id, sequence, step) for case_id in case_ids]
        put_many(self._connection, t.step, rows)

    def accusing(self, name: str) -> list[Case]:
        """Load the cases against somebody of this name who is nobody of ours yet."""
        known, a = split_name(name), t.accused.c
        asked = select(a.complaint_id, a.name).where(
            a.person_id.is_(None),
            a.name.contains(known.first, autoescape=True),
            a.name.contains(known.last, autoescape=True),
        )
        found = sorted(
            {
                one.complaint_id
                for one in self._connection.execute(asked)
                if called(one.name, ((1, name, True),)) is not None
            }
        )
        return [case_of(parts_of(self._connection, case_id)) for case_id in found]

    def last_step(self, case_id: int) -> Step | None:
        """Return what was done last; who only looked is passed over."""
        s = t.step.c
        done = select(t.step).where(s.complaint_id == case_id, s.kind != StepKind.VIEWED)
        row = self._connection.execute(done.order_by(s.sequence.desc()).limit(1)).one_or_none()
        return None if row is None else Step(row.kind, row.at, row.actor_id, row.note, row.facts)

    def contested_by(self, case_id: int) -> int | None:
        """Find the letter that contested the result last, and with which a cycle began."""
        s = t.step.c
        appeals = select(s.facts).where(s.complaint_id == case_id, s.kind == StepKind.APPEALED)
        last = self._connection.scalars(appeals.order_by(s.sequence.desc()).limit(1)).one_or_none()
        return None if last is None else int(last["incoming"])

    def _add_parts(self, case_id: int, rows: CaseRows) -> None:
        for name, table in PARTS:
            parts = getattr(rows, name)
            if parts:
                put(self._connection, table, [{**part, "complaint_id": case_id} for part in parts])

    def _update(self, table: Table[Any], case_id: int, row: dict[str, Any]) -> None:
        changed = update(table).where(table.c.complaint_id == case_id).values(row)
        self._connection.execute(changed)


def step_row(case_id: int, sequence: int, step: Step) -> Row:
    """Write a line of the timeline as a row."""
    return {
        "complaint_id": case_id,
        "sequence": sequence,
        "kind": step.kind,
        "at": step.at,
        "actor_id": step.actor_id or None,
        "note": step.note,
        "facts": step.facts,
    }


def survey_row(case_id: int, survey: Survey) -> Row:
    """Write a time of asking as a row."""
    return {
        "complaint_id": case_id,
        "cycle": survey.cycle,
        "asked_on": survey.asked_on,
        "asked_by": survey.asked_by,
        "response": survey.response,
        "score": survey.score,
    }


def parts_of(connection: Connection, case_id: int) -> Parts:
    """Read the rows of one case; `Refused` when there is none."""
    complaint = one_or_none(connection, t.complaint, case_id)
    if complaint is None:
        raise Refused(Reason.NOT_VISIBLE)
    return Parts(
        complaint,
        one(connection, t.matter, case_id),
        one(connection, t.intake, case_id),
        *(connection.execute(question, {"wanted": case_id}).all() for question in _OF_CASE),
    )
