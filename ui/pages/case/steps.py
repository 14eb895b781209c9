"""What each step of a timeline says."""

from collections.abc import Mapping
from datetime import date

from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ContactWay, Outcome, Secrecy
from desktop.rules.grounds import NonAcceptance
from desktop.rules.journal import Value
from desktop.rules.letters import Dispatch, LetterKind
from desktop.rules.priority import Priority
from desktop.rules.proceedings import Findings, WaitFor
from desktop.rules.satisfaction import Response
from desktop.views import CaseView, StepView
from desktop.wording import _
from desktop.wording.dates import short_date
from desktop.wording.names import (
    CLOCK,
    CONTACT_WAY,
    DISPATCH,
    LETTER_KIND,
    OUTCOME,
    PRIORITY,
    SECRECY,
    STEP,
)
from desktop.wording.road import FINDINGS, NON_ACCEPTANCE, WAIT_FOR
from desktop.wording.satisfaction import response_told
from ui.telling import digits, short_moment
from ui.widgets.timeline import Happening


def happenings(case: CaseView, people: Mapping[int, str]) -> list[Happening]:
    """Tell what happened, the last first; who only looked stands apart from it."""
    steps = (step for step in reversed(case.steps) if step.kind is not StepKind.VIEWED)
    return [happening(step, people) for step in steps]


def happening(step: StepView, people: Mapping[int, str]) -> Happening:
    """Put a step into words."""
    who, absent = step.actor, step.facts.get("in_stead")
    if absent is not None:
        who = _("{name} for {absent}").format(name=who, absent=people.get(int(str(absent)), ""))
    return Happening(short_moment(step.at), _what(step, people), step.note, who)


def _what(step: StepView, people: Mapping[int, str]) -> str:
    facts = step.facts
    said = _(STEP[step.kind])
    match step.kind:
        case StepKind.ASSIGNED:
            return _assigned(facts, people)
        case StepKind.LETTER_CHECKED:
            checker = people.get(int(str(facts["checker"])), "")
            return " · ".join(part for part in (said, _kind(facts), checker) if part)
        case StepKind.LETTER_SIGNED:
            day = short_date(date.fromisoformat(str(facts["signed_on"])))
            return f"{said} · {_kind(facts)} · {day}"
        case (
            StepKind.LETTER_DRAFTED
            | StepKind.LETTER_REDRAFTED
            | StepKind.LETTER_SENT_BACK
            | StepKind.LETTER_DISCARDED
        ):
            return f"{said} · {_kind(facts)}"
        case (
            StepKind.LETTER_ISSUED
            | StepKind.LETTER_REPRINTED
            | StepKind.LETTER_CORRECTED
            | StepKind.LETTER_NUMBERED
            | StepKind.LETTER_RETURNED
            | StepKind.LETTER_RECEIVED
            | StepKind.INCOMING_CORRECTED
            | StepKind.INCOMING_WITHDRAWN
            | StepKind.LETTER_VOIDED
        ):
            number = digits(str(facts["number"]))
            return f"{said} · {number}" if number else said
        case StepKind.LETTER_SENT:
            way = _(DISPATCH[Dispatch(str(facts["dispatch"]))])
            tracking = str(facts.get("tracking") or "")
            parts = [said, digits(str(facts["number"])), way, tracking]
            return " · ".join(part for part in parts if part)
        case StepKind.CLASSIFIED:
            return f"{said} · {_(SECRECY[Secrecy(str(facts['secrecy']))])}"
        case StepKind.CLOSED | StepKind.CLOSING_PROPOSED:
            return f"{said} · {_(OUTCOME[Outcome(str(facts['outcome']))])}"
        case StepKind.ANSWERED:
            return f"{said} · {_(CONTACT_WAY[ContactWay(str(facts['way']))])}"
        case StepKind.REFERRED | StepKind.HANDED_BACK:
            return f"{said} · {digits(str(facts['letter']))}"
        case StepKind.CORRECTED | StepKind.RECOGNISED:
            return " · ".join((said, *_corrected(facts)))
        case StepKind.RECOUNTED:
            return " · ".join((said, *_recounted(facts)))
    return " · ".join(part for part in (said, _on_the_road(step, people)) if part)


def _assigned(facts: Mapping[str, Value], people: Mapping[int, str]) -> str:
    owner = facts.get("owner")
    name = people.get(int(str(owner)), "") if owner is not None else ""
    priority = _(PRIORITY[Priority(str(facts["priority"]))])
    if not name:
        return _("Priority {priority}").format(priority=priority)
    said = _("Assigned to {name} · priority {priority}")
    return said.format(name=name, priority=priority)


def _held(facts: Mapping[str, Value], people: Mapping[int, str]) -> str:
    """Say who owns it again."""
    owner = facts["owner"]
    return _("Unassigned") if owner is None else people.get(int(str(owner)), "")


def _from_to(facts: Mapping[str, Value], people: Mapping[int, str]) -> str:
    before, owner = (people.get(int(str(facts[name])), "") for name in ("before", "owner"))
    return _("from {before} to {name}").format(before=before, name=owner)


def _on_the_road(step: StepView, people: Mapping[int, str]) -> str:
    """Say what a move of the road was about, where that is not told by its name."""
    facts = step.facts
    match step.kind:
        case StepKind.SURVEYED:
            return digits(response_told(Response(str(facts["response"])), _score(facts)))
        case StepKind.ASSIGNMENT_UNDONE | StepKind.HAND_OVER_UNDONE:
            return _held(facts, people)
        case StepKind.HANDED_OVER:
            return _from_to(facts, people)
        case StepKind.NOT_ACCEPTED:
            return _(NON_ACCEPTANCE[NonAcceptance(str(facts["ground"]))])
        case StepKind.FOUND:
            return _(FINDINGS[Findings(str(facts["findings"]))])
        case StepKind.WAITED | StepKind.RESUMED:
            return _(WAIT_FOR[WaitFor(str(facts["whom"]))])
        case StepKind.EXTENDED | StepKind.EXTENSION_REMOVED:
            return _(CLOCK[ClockKind(str(facts["clock"]))])
        case StepKind.REMINDED:
            return digits(_("no. {round}").format(round=facts["round"]))
        case (
            StepKind.MERGED
            | StepKind.TOOK_IN
            | StepKind.UNMERGED
            | StepKind.LINKED
            | StepKind.UNLINKED
            | StepKind.SPLIT
        ):
            return digits(str(facts["other"]))
    return ""


def _corrected(facts: Mapping[str, Value]) -> list[str]:
    """Say what followed from a correction."""
    said = []
    if facts.get("sender_due") is not None:
        said.append(f"{_(CLOCK[ClockKind.SENDER])} {_day(facts['sender_due'])}")
    if facts.get("barred") is not None:
        said.append(_("the owner is accused; to be assigned anew"))
    return said


def _recounted(facts: Mapping[str, Value]) -> list[str]:
    """Say each clock that moved and its new day."""
    return [
        f"{_(CLOCK[kind])} {_day(facts[kind.value])}" for kind in ClockKind if kind.value in facts
    ]


def _day(written: Value) -> str:
    return short_date(date.fromisoformat(str(written))) if written else "–"


def _kind(facts: Mapping[str, Value]) -> str:
    """Name the kind of a letter; of one that is closed it is not told."""
    kind = facts.get("letter_kind")
    return _("Secret letter") if kind is None else _(LETTER_KIND[LetterKind(str(kind))])


def _score(facts: Mapping[str, Value]) -> int | None:
    score = facts["score"]
    return None if score is None else int(str(score))
