"""The register of complaints as a collection, inside one unit of work."""

from typing import Any, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db.mapping import CaseRows, Parts, Row, case_of, case_rows
from db.records import (
    AccusedRecord,
    ClockRecord,
    ComplaintRecord,
    IntakeRecord,
    MatterRecord,
    PetitionerRecord,
    StepRecord,
)
from db.visibility import may_open
from db.writing import put, put_one
from desktop.errors import Conflict, Refused
from desktop.rules.case import Case, Step
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason

_R = TypeVar("_R", PetitionerRecord, AccusedRecord)

_PARTS = (
    ("petitioners", PetitionerRecord),
    ("accused", AccusedRecord),
    ("clocks", ClockRecord),
)


class SqlCases:
    """Complaints by identity; what lists show is kept equal with every save."""

    def __init__(self, session: Session, actor: Actor) -> None:
        self._session = session
        self._actor = actor

    def add(self, case: Case) -> int:
        """Store a new case and return its identity."""
        rows = case_rows(case)
        case_id = put_one(self._session, ComplaintRecord, rows.complaint)
        put(self._session, MatterRecord, {**rows.matter, "complaint_id": case_id})
        put(self._session, IntakeRecord, {**rows.intake, "complaint_id": case_id})
        self._add_parts(case_id, rows)
        return case_id

    def get(self, case_id: int) -> Case:
        """Load one case, or refuse one that the actor may not open."""
        parts = parts_of(self._session, case_id)
        if not may_open(self._actor, parts.complaint, parts.accused):
            raise Refused(Reason.NOT_VISIBLE)
        case = case_of(parts)
        self._session.expunge_all()
        return case

    def save(self, case: Case) -> None:
        """Store a changed case, unless somebody else stored a change first."""
        case_id = case.identity()
        rows = case_rows(case)
        rows.complaint["version"] = case.version + 1
        done = self._session.execute(
            update(ComplaintRecord)
            .where(ComplaintRecord.id == case_id, ComplaintRecord.version == case.version)
            .values(rows.complaint)
        )
        if done.rowcount != 1:  # type: ignore[attr-defined]
            raise Conflict
        case.version += 1
        self._update(MatterRecord, case_id, rows.matter)
        self._update(IntakeRecord, case_id, rows.intake)
        for _, record in _PARTS:
            self._session.execute(delete(record).where(record.complaint_id == case_id))
        self._add_parts(case_id, rows)

    def step(self, case_id: int, sequence: int, step: Step) -> None:
        """Add a line to the timeline."""
        put(self._session, StepRecord, step_row(case_id, sequence, step))

    def _add_parts(self, case_id: int, rows: CaseRows) -> None:
        for name, record in _PARTS:
            parts = getattr(rows, name)
            if parts:
                put(self._session, record, [{**part, "complaint_id": case_id} for part in parts])

    def _update(self, record: Any, case_id: int, row: dict[str, Any]) -> None:
        self._session.execute(update(record).where(record.complaint_id == case_id).values(row))


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


def parts_of(session: Session, case_id: int) -> Parts:
    """Read the records of one case; `Refused` when there is none."""
    complaint = session.get(ComplaintRecord, case_id)
    if complaint is None:
        raise Refused(Reason.NOT_VISIBLE)
    clocks = select(ClockRecord).where(ClockRecord.complaint_id == case_id)
    return Parts(
        complaint,
        session.get_one(MatterRecord, case_id),
        session.get_one(IntakeRecord, case_id),
        _in_order(session, PetitionerRecord, case_id),
        _in_order(session, AccusedRecord, case_id),
        list(session.scalars(clocks.order_by(ClockRecord.cycle, ClockRecord.kind))),
    )


def _in_order(session: Session, record: type[_R], case_id: int) -> list[_R]:
    query = select(record).where(record.complaint_id == case_id).order_by(record.position)
    return list(session.scalars(query))
