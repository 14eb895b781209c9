"""Correct what was registered: the number stays, the reason is kept."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.recognising import recognised, take_from_barred
from desktop.acts.recording import record, require
from desktop.acts.registering import refuse_faults, unsuitable
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Conflict, Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Intake
from desktop.rules.intake_form import IntakeForm, call_back_day, cleaned, faults, signed
from desktop.rules.journal import digest
from desktop.rules.people import Actor, Permission
from desktop.rules.promises import given_by_sender, recount
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block
from desktop.rules.travelling import count_from
from desktop.rules.worktime import WorkCalendar


@dataclass(frozen=True, slots=True)
class CorrectCase:
    """The form as it should have been; `version` is the one the clerk was looking at."""

    case_id: int
    version: int
    form: IntakeForm
    reason: str
    confirmed: frozenset[Reason] = frozenset()


@dataclass(frozen=True, slots=True)
class Corrected:
    """The case that changed."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def correct(command: CorrectCase, desk: Desk, actor: Actor) -> Corrected:
    """Replace the facts of a case; running clocks are counted again from the received time."""
    by = require(actor, Permission.CORRECT)
    reason = clean_block(command.reason)
    if not reason:
        raise Refused(Reason.REQUIRED, field="reason")
    now = desk.now()
    form = cleaned(command.form)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.version != command.version:
            raise Conflict
        refuse_faults(command.confirmed, _changed_choices(work, case, form) + faults(form, now))
        stood = case.intake.sender_due_on
        _promise_again(case, form.intake, official_date(now))
        _put(work, case, form)
        barred = take_from_barred(case)
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.CORRECTED,
            note=reason,
            content=digest(work.salt(), repr(form)),
            sender_due=_reread(stood, form.intake.sender_due_on),
            barred=barred,
        )
        work.commit()
    return Corrected(command.case_id)


def _reread(stood: date | None, wanted: date | None) -> str | None:
    """Write the sending agency's day as it is read now, empty for none; None where it stayed."""
    if wanted == stood:
        return None
    return "" if wanted is None else wanted.isoformat()


def _changed_choices(work: UnitOfWork, case: Case, form: IntakeForm) -> tuple[Refused, ...]:
    # A choice that was good when the case came in may stay, though no longer offered.
    stays = {
        "channel_id": case.channel_id == form.channel_id,
        "source_id": case.source_id == form.source_id,
        "category_id": case.category_id == form.category_id,
    }
    return tuple(r for r in unsuitable(work, form) if not stays[r.field or ""])


def _put(work: UnitOfWork, case: Case, form: IntakeForm) -> None:
    category = work.office.category(form.category_id)
    case.type = form.type
    case.channel_id = form.channel_id
    case.channel_kind = work.office.channel(form.channel_id).kind
    case.source_id = form.source_id
    if case.category_id != form.category_id:
        # What it began as was another matter.
        case.own_priority = None
    case.category_id = form.category_id
    case.received_at = form.received_at
    # The number stays, and with it its year; only the day the clocks run from moves.
    case.received_on = official_date(form.received_at)
    asked, stood = form.intake.sender_due_on, case.intake.sender_due_on
    case.intake = form.intake
    case.matter = form.matter
    case.petitioners = signed(form.petitioners)
    case.accused = recognised(work, form.accused)
    case.restricted = form.restricted or category.against_officials
    case.child_danger = form.child_danger
    case.policy_version = work.office.policy(case.received_on).version
    standard = standard_of(work, case)
    if asked != stood:
        _read_again(case, standard.calendar)
    if case.cycle == 1:
        count_from(case, case.received_at, standard)
    else:
        recount(case, standard)


def _promise_again(case: Case, intake: Intake, today: date) -> None:
    """Let the next word be promised for the call back's other day, unless it was promised apart.

    A word that was given already is not owed again for a day that is past.
    """
    stood, day = call_back_day(case.intake), call_back_day(intake)
    if day == stood or case.contact_on not in (None, stood):
        return
    if case.contact_on is not None or day is None or day >= today:
        case.contact_on = day


def _read_again(case: Case, calendar: WorkCalendar) -> None:
    """Let the sending agency's day be the one its letter says, where it was read wrongly."""
    kept = [
        one
        for one in case.clocks
        if one.kind is not ClockKind.SENDER or one.cycle != case.cycle or one.stopped_at is not None
    ]
    day = case.intake.sender_due_on
    if day is not None and not any(
        one.kind is ClockKind.SENDER and one.cycle == case.cycle for one in kept
    ):
        due = given_by_sender(day, case.received_at, calendar)
        kept.append(replace(due, cycle=case.cycle))
    case.clocks = tuple(kept)
