"""Record what came of asking a petitioner how satisfied they are."""

from dataclasses import dataclass
from datetime import date

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.journal import Value
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.road import ENDED
from desktop.rules.satisfaction import SCORES, AskedBy, Response, Survey
from desktop.rules.thai.dates import official_date


@dataclass(frozen=True, slots=True)
class RecordSurvey:
    """When and how the petitioner was asked, and the answer; a score only where one was given."""

    case_id: int
    asked_on: date | None
    asked_by: AskedBy | None
    response: Response | None
    score: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The case whose petitioner was asked."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def record_survey(command: RecordSurvey, desk: Desk, actor: Actor) -> Surveyed:
    """Keep one time of asking; of several the last counts, and the earlier stay on the timeline."""
    by = require(actor, Permission.WORK)
    now, note = desk.now(), text_of(command.note, "note")
    refuse_gaps(asked_on=command.asked_on, asked_by=command.asked_by, response=command.response)
    assert command.asked_on is not None
    assert command.asked_by is not None
    assert command.response is not None
    scored = command.response is Response.SCORED
    if scored and command.score not in SCORES:
        raise Refused(Reason.UNKNOWN_CHOICE, field="response")
    if command.asked_on > official_date(now):
        raise Refused(Reason.IN_THE_FUTURE, field="asked_on")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        _refuse_unasked(case, command.asked_on)
        survey = Survey(
            cycle=case.cycle,
            asked_on=command.asked_on,
            asked_by=command.asked_by,
            response=command.response,
            score=command.score if scored else None,
        )
        work.cases.surveyed(case.identity(), survey)
        record(
            work,
            by,
            now,
            case,
            StepKind.SURVEYED,
            note=note,
            **survey_facts(survey),  # type: ignore[arg-type]
        )
        work.commit()
    return Surveyed(command.case_id)


def survey_facts(survey: Survey) -> dict[str, Value]:
    """Return what the journal and the timeline tell of one time of asking."""
    return {
        "asked_on": survey.asked_on.isoformat(),
        "asked_by": survey.asked_by.value,
        "response": survey.response.value,
        "score": survey.score,
    }


def _refuse_unasked(case: Case, asked_on: date) -> None:
    """Refuse where there was nobody to ask, or nothing that had ended."""
    number = str(case.number)
    if case.anonymous:
        raise Refused(Reason.NOBODY_TO_ASK, number=number)
    if case.status not in ENDED:
        raise Refused(Reason.WRONG_STATUS, field="status", status=case.status.value)
    if case.closed_at is not None and asked_on < official_date(case.closed_at):
        raise Refused(Reason.BEFORE_CLOSING, field="asked_on", number=number)
