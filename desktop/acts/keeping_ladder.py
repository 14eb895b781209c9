"""Set who is told of a complaint at which part of its time."""

from dataclasses import dataclass

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.escalating import Ladder
from desktop.rules.journal import Entry
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class KeepLadder:
    """The ladder as it is to be."""

    ladder: Ladder


@dataclass(frozen=True, slots=True)
class LadderKept:
    """The ladder changed."""

    changes: Changes = Changes.OFFICE


def keep_ladder(command: KeepLadder, desk: Desk, actor: Actor) -> LadderKept:
    """Put a ladder in the place of the one before; it must not fall."""
    if not actor.may(Permission.ASSIGN):
        require(actor, Permission.KEEP_OFFICE)
    ladder = command.ladder
    if not ladder.rises:
        raise Refused(Reason.LADDER_FALLS, field="owner")
    with desk.unit(actor) as work:
        work.office.put_ladder(ladder)
        facts = {
            "owner": ladder.owner,
            "supervisor": ladder.supervisor,
            "director": ladder.director,
        }
        work.journal(Entry(desk.now(), actor.person_id, "keep_ladder", "office", facts))
        work.commit()
    return LadderKept()
