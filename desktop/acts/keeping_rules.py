"""Keep the list of who is proposed as owner for what."""

from dataclasses import dataclass

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.journal import Entry
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.routing import AssignmentRule


@dataclass(frozen=True, slots=True)
class KeepAssignmentRules:
    """The whole list, in the order in which it is read."""

    rules: tuple[AssignmentRule, ...]


@dataclass(frozen=True, slots=True)
class RulesKept:
    """How many lines the list has now."""

    count: int
    changes: Changes = Changes.OFFICE


def keep_assignment_rules(command: KeepAssignmentRules, desk: Desk, actor: Actor) -> RulesKept:
    """Put a list in the place of the one before; who assigns or keeps the office may."""
    if not actor.may(Permission.ASSIGN):
        require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        for rule in command.rules:
            if rule.owner_id not in work.people.staff().workers:
                name = work.people.get(rule.owner_id).name
                raise Refused(Reason.OWNER_CANNOT_WORK, field="owner_id", name=name)
        work.office.put_assignment_rules(command.rules)
        said = ";".join(
            f"{rule.category_id or '-'},{rule.rank or '-'},{rule.owner_id}"
            for rule in command.rules
        )
        facts = {"rules": said}
        work.journal(Entry(desk.now(), actor.person_id, "keep_assignment_rules", "office", facts))
        work.commit()
    return RulesKept(len(command.rules))
