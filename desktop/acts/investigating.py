"""Find out the facts: appoint a committee, give it more time, record what it reported."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.people import Actor
from desktop.rules.proceedings import Findings, Investigation
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.rules.travelling import check, travel


@dataclass(frozen=True, slots=True)
class AppointCommittee:
    """By which order, of which day, who is on it, and by when it reports."""

    case_id: int
    order_number: str
    ordered_on: date | None
    members: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ExtendInquiry:
    """A later day for the committee at work, and why."""

    case_id: int
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReportFindings:
    """What the committee found, and when it reported."""

    case_id: int
    reported_on: date | None
    findings: Findings | None
    summary: str


@dataclass(frozen=True, slots=True)
class Investigated:
    """The case that is being looked into."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def appoint(command: AppointCommittee, desk: Desk, actor: Actor) -> Investigated:
    """Record that a committee was appointed; one at a time looks into a case."""
    by = require(actor, ROAD[Move.INVESTIGATE].permission)
    now = desk.now()
    number, members = clean_line(command.order_number), clean_block(command.members)
    refuse_gaps(
        order_number=number, ordered_on=command.ordered_on, members=members, due_on=command.due_on
    )
    assert command.ordered_on is not None
    assert command.due_on is not None
    if command.ordered_on > official_date(now):
        raise Refused(Reason.IN_THE_FUTURE, field="ordered_on")
    if command.due_on <= command.ordered_on:
        raise Refused(Reason.NOT_LATER, field="due_on")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if command.ordered_on < case.received_on:
            raise Refused(Reason.BEFORE_RECEIPT, field="ordered_on")
        if _at_work(case) is not None:
            raise Refused(Reason.INQUIRY_OPEN, field="order_number")
        travel(case, Move.INVESTIGATE, actor, now, standard_of(work, case))
        case.investigations += (
            Investigation(number, command.ordered_on, members, command.due_on, cycle=case.cycle),
        )
        work.cases.save(case)
        due = command.due_on.isoformat()
        record(work, by, now, case, StepKind.INVESTIGATED, note=members, order=number, due=due)
        work.commit()
    return Investigated(command.case_id)


def extend_inquiry(command: ExtendInquiry, desk: Desk, actor: Actor) -> Investigated:
    """Give the committee a later day; the case's own clocks are not touched."""
    by = require(actor, ROAD[Move.INVESTIGATE].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(until=command.until, reason=reason)
    assert command.until is not None
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        before = _open(case, "until")
        if command.until <= (before.extended_to or before.due_on):
            raise Refused(Reason.NOT_LATER, field="until")
        _put(case, before, replace(before, extended_to=command.until))
        work.cases.save(case)
        due = command.until.isoformat()
        record(work, by, now, case, StepKind.INQUIRY_EXTENDED, note=reason, due=due)
        work.commit()
    return Investigated(command.case_id)


def report_findings(command: ReportFindings, desk: Desk, actor: Actor) -> Investigated:
    """Record what the committee found; what follows from it is decided apart."""
    by = require(actor, ROAD[Move.REPORT_FINDINGS].permission)
    now, summary = desk.now(), text_of(command.summary, "summary")
    refuse_gaps(reported_on=command.reported_on, findings=command.findings, summary=summary)
    assert command.reported_on is not None
    assert command.findings is not None
    if command.reported_on > official_date(now):
        raise Refused(Reason.IN_THE_FUTURE, field="reported_on")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        check(case, Move.REPORT_FINDINGS, actor)
        before = _open(case, "reported_on")
        if command.reported_on < before.ordered_on:
            raise Refused(Reason.BEFORE_ORDER, field="reported_on")
        reported = replace(
            before,
            reported_on=command.reported_on,
            findings=command.findings,
            summary=summary,
        )
        _put(case, before, reported)
        work.cases.save(case)
        found = command.findings.value
        record(work, by, now, case, StepKind.FOUND, note=summary, findings=found)
        work.commit()
    return Investigated(command.case_id)


def _at_work(case: Case) -> Investigation | None:
    return next((one for one in case.investigations if one.reported_on is None), None)


def _open(case: Case, field: str) -> Investigation:
    found = _at_work(case)
    if found is None:
        raise Refused(Reason.NO_INQUIRY, field=field)
    return found


def _put(case: Case, before: Investigation, after: Investigation) -> None:
    case.investigations = tuple(after if one is before else one for one in case.investigations)
