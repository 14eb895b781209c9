"""Set who stands in for somebody on leave, and end that before its last day."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.recording import refuse_gaps
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.substituting import Substitution, why_not_substitute
from desktop.rules.thai.dates import official_date


@dataclass(frozen=True, slots=True)
class SetSubstitute:
    """Who is away, who stands in, and the first and the last day."""

    absent_id: int
    substitute_id: int | None
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class EndSubstitution:
    """A leave that ends before its last day, or was never taken."""

    substitution_id: int


@dataclass(frozen=True, slots=True)
class Substituted:
    """What was set or ended."""

    substitution_id: int
    changes: Changes = Changes.PEOPLE | Changes.COMPLAINTS


def set_substitute(command: SetSubstitute, desk: Desk, actor: Actor) -> Substituted:
    """Let somebody stand in for another; set by who assigns, or by who goes on leave."""
    _refuse_others(actor, command.absent_id)
    refuse_gaps(
        substitute_id=command.substitute_id, first_on=command.first_on, last_on=command.last_on
    )
    assert command.substitute_id is not None
    assert command.first_on is not None
    assert command.last_on is not None
    now = desk.now()
    today = official_date(now)
    if command.last_on < command.first_on:
        raise Refused(Reason.PERIOD_BACKWARDS, field="last_on")
    if command.last_on < today:
        raise Refused(Reason.IN_THE_PAST, field="last_on")
    with desk.unit(actor) as work:
        absent = work.people.get(command.absent_id)
        substitute = work.people.get(command.substitute_id)
        period = command.first_on, command.last_on
        why = why_not_substitute(absent, substitute, *period, work.people.substitutions(today))
        if why is not None:
            names = {"name": substitute.name, "absent": absent.name}
            raise Refused(why, field="substitute_id", **names)
        made = Substitution(absent.identity(), substitute.identity(), *period, actor.person_id, now)
        substitution_id = work.people.add_substitution(made)
        _journal(work, desk, actor, "set_substitute", made)
        work.commit()
    return Substituted(substitution_id)


def end_substitution(command: EndSubstitution, desk: Desk, actor: Actor) -> Substituted:
    """Let somebody stand in no longer; what was done meanwhile stays told as it was."""
    now = desk.now()
    with desk.unit(actor) as work:
        found = work.people.substitution(command.substitution_id)
        _refuse_others(actor, found.absent_id)
        if not found.meets(official_date(now), date.max):
            raise Refused(Reason.SUBSTITUTION_OVER)
        work.people.save_substitution(replace(found, ended_at=now))
        _journal(work, desk, actor, "end_substitution", found)
        work.commit()
    return Substituted(command.substitution_id)


def _refuse_others(actor: Actor, absent_id: int) -> None:
    if actor.person_id != absent_id and not actor.may(Permission.ASSIGN):
        raise Refused(Reason.NOT_ALLOWED)


def _journal(work: UnitOfWork, desk: Desk, actor: Actor, act: str, about: Substitution) -> None:
    facts: dict[str, Value] = {
        "substitute": about.substitute_id,
        "first": about.first_on.isoformat(),
        "last": about.last_on.isoformat(),
    }
    uid = work.people.get(about.absent_id).uid
    work.journal(Entry(desk.now(), actor.person_id, act, f"person:{uid}", facts))
