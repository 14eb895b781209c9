"""Keep how complaints that come often begin: a new one, another wording, out of use."""

from dataclasses import dataclass, replace

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.catalogue import Frequent
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import LIMIT, clean_block, clean_line
from desktop.views import Lists


@dataclass(frozen=True, slots=True)
class KeepFrequent:
    """How a complaint that comes often begins; without an identity it is a new one."""

    frequent_id: int | None
    name: str
    category_id: int
    subject: str
    facts: str
    place: str = ""
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class OfferFrequent:
    """Whether it is offered when a complaint is taken."""

    frequent_id: int
    active: bool


@dataclass(frozen=True, slots=True)
class FrequentKept:
    """The list changed."""

    changes: Changes = Changes.OFFICE


def keep_frequent(command: KeepFrequent, desk: Desk, actor: Actor) -> FrequentKept:
    """Add one to the list, or change one; what was begun with it stays as it is."""
    require(actor, Permission.KEEP_OFFICE)
    typed = Frequent(
        command.frequent_id,
        clean_line(command.name),
        command.category_id,
        clean_line(command.subject),
        clean_block(command.facts),
        clean_line(command.place),
        priority=command.priority,
    )
    with desk.unit(actor) as work:
        known = {one.id: one for one in work.office.lists().frequent}
        faults = _faults(work, typed, [one for one in known.values() if one.id != typed.id])
        if faults:
            raise Refusals(tuple(faults))
        before = known.get(typed.id)
        kept = typed if before is None else replace(typed, active=before.active)
        if kept == before:
            raise Refused(Reason.NOTHING_CHANGED)
        return _told(work, desk, actor, "keep_frequent", kept)


def offer_frequent(command: OfferFrequent, desk: Desk, actor: Actor) -> FrequentKept:
    """Take one out of use, or into use again."""
    require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        found = next(f for f in work.office.lists().frequent if f.id == command.frequent_id)
        if found.active == command.active:
            raise Refused(Reason.NOTHING_CHANGED)
        kept = replace(found, active=command.active)
        return _told(work, desk, actor, "offer_frequent", kept)


def _faults(work: UnitOfWork, typed: Frequent, others: list[Frequent]) -> list[Refused]:
    texts = {name: getattr(typed, name) for name in ("name", "subject", "facts", "place")}
    found = [
        Refused(Reason.REQUIRED, field=name) for name in ("name", "subject") if not texts[name]
    ]
    if any(one.name.casefold() == typed.name.casefold() for one in others):
        found.append(Refused(Reason.NAME_THERE, field="name", name=typed.name))
    category = next((c for c in work.office.lists().categories if c.id == typed.category_id), None)
    if category is None:
        found.append(Refused(Reason.REQUIRED, field="category_id"))
    elif not category.active:
        named = category.name
        found.append(Refused(Reason.INACTIVE_CHOICE, field="category_id", name=named))
    return found + [
        Refused(Reason.TOO_LONG, field=name, length=len(text), limit=LIMIT)
        for name, text in texts.items()
        if len(text) > LIMIT
    ]


def _told(work: UnitOfWork, desk: Desk, actor: Actor, act: str, kept: Frequent) -> FrequentKept:
    work.office.put_lists(Lists((), (), (), (kept,)))
    asked = None if kept.priority is None else kept.priority.value
    facts: dict[str, Value] = {"name": kept.name, "active": kept.active, "priority": asked}
    work.journal(Entry(desk.now(), actor.person_id, act, "office", facts))
    work.commit()
    return FrequentKept()
