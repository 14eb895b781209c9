"""Keep the office's own facts: what its paper says from a day on, and who signs."""

from dataclasses import dataclass

from desktop.acts.opening import checked_facts, checked_signatory
from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.journal import Entry
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Actor, Permission


@dataclass(frozen=True, slots=True)
class ChangeOffice:
    """New facts, in force from their effective date; earlier ones stay for earlier papers."""

    facts: OfficeFacts


@dataclass(frozen=True, slots=True)
class KeepSignatory:
    """One who signs: new without an identity, else changed."""

    signatory: Signatory


@dataclass(frozen=True, slots=True)
class Kept:
    """The office changed."""

    changes: Changes = Changes.OFFICE


def change_office(command: ChangeOffice, desk: Desk, actor: Actor) -> Kept:
    """Store the office's facts from a day on."""
    require(actor, Permission.KEEP_OFFICE)
    facts = checked_facts(command.facts)
    with desk.unit(actor) as work:
        work.office.put_facts(facts)
        since = facts.effective_from.isoformat()
        work.journal(
            Entry(desk.now(), actor.person_id, "change_office", "office", {"since": since})
        )
        work.commit()
    return Kept()


def keep_signatory(command: KeepSignatory, desk: Desk, actor: Actor) -> Kept:
    """Add one who signs, or change one."""
    require(actor, Permission.KEEP_OFFICE)
    signatory = checked_signatory(command.signatory)
    with desk.unit(actor) as work:
        if signatory.id is None:
            number = work.office.add_signatory(signatory)
        else:
            work.office.save_signatory(signatory)
            number = signatory.id
        facts = {"signatory": number, "active": signatory.active}
        work.journal(Entry(desk.now(), actor.person_id, "keep_signatory", "office", facts))
        work.commit()
    return Kept()
