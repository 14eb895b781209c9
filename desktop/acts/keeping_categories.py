"""Keep what complaints may be about: add a category, name it anew, take it out of use."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.catalogue import Category
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line
from desktop.views import Lists

_AT = "office"
"""Where the journal keeps it."""


@dataclass(frozen=True, slots=True)
class AddCategory:
    """A new category, and what follows from it; `parent` is the code of the one above it."""

    name: str
    complexity: Complexity
    urgency: Priority = Priority.NORMAL
    corruption: bool = False
    against_officials: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class RenameCategory:
    """Another name, or another place.

    What follows from a category stays: the due days of its complaints were counted by it.
    """

    category_id: int
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class OfferCategory:
    """Whether new complaints may be of a category; those that are stay what they are."""

    category_id: int
    active: bool


@dataclass(frozen=True, slots=True)
class CategoryKept:
    """The list changed."""

    changes: Changes = Changes.OFFICE


def add_category(command: AddCategory, desk: Desk, actor: Actor) -> CategoryKept:
    """Add a category to the list."""
    require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        others = work.office.lists().categories
        category = Category(
            None,
            f"office_{desk.random(8).hex()}",
            _checked_name(command.name, others),
            command.complexity,
            command.urgency,
            corruption=command.corruption,
            against_officials=command.against_officials,
            parent=_checked_parent(command.parent, "", others),
        )
        facts: dict[str, Value] = {
            "name": category.name,
            "parent": category.parent,
            "complexity": category.complexity.value,
            "urgency": category.urgency.value,
            "corruption": category.corruption,
            "against_officials": category.against_officials,
        }
        return _keep(work, category, Entry(desk.now(), actor.person_id, "add_category", _AT, facts))


def rename_category(command: RenameCategory, desk: Desk, actor: Actor) -> CategoryKept:
    """Name a category anew, or put it below another; its complaints are told by the new name."""
    require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        before = work.office.category(command.category_id)
        others = [one for one in work.office.lists().categories if one.id != before.id]
        category = replace(
            before,
            name=_checked_name(command.name, others),
            parent=_checked_parent(command.parent, before.parent, others, below=before.code),
        )
        if category == before:
            raise Refused(Reason.NOTHING_CHANGED)
        facts: dict[str, Value] = {
            "before": before.name,
            "name": category.name,
            "parent": category.parent,
        }
        told = Entry(desk.now(), actor.person_id, "rename_category", _AT, facts)
        return _keep(work, category, told)


def offer_category(command: OfferCategory, desk: Desk, actor: Actor) -> CategoryKept:
    """Take a category out of use, or into use again; one at least stays in use."""
    require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        category = work.office.category(command.category_id)
        if category.active == command.active:
            raise Refused(Reason.NOTHING_CHANGED)
        in_use = [one for one in work.office.lists().categories if one.active]
        if in_use == [category]:
            raise Refused(Reason.LAST_CATEGORY)
        facts: dict[str, Value] = {"active": command.active}
        told = Entry(desk.now(), actor.person_id, "offer_category", _AT, facts)
        return _keep(work, replace(category, active=command.active), told)


def _keep(work: UnitOfWork, category: Category, told: Entry) -> CategoryKept:
    """Keep a category as it now is, and tell in the journal which it was."""
    work.office.put_lists(Lists((), (), (category,)))
    work.journal(replace(told, facts={"category": category.code, **told.facts}))
    work.commit()
    return CategoryKept()


def _checked_name(typed: str, others: Iterable[Category]) -> str:
    """Return a name that none of the others has, in use or not: reports tell them by it."""
    name = clean_line(typed)
    if not name:
        raise Refused(Reason.REQUIRED, field="name")
    if any(one.name.casefold() == name.casefold() for one in others):
        raise Refused(Reason.NAME_THERE, field="name", name=name)
    return name


def _checked_parent(
    wanted: str, stands: str, others: Iterable[Category], *, below: str | None = None
) -> str:
    """Return where a category goes: nowhere, or below one that is itself below none."""
    if wanted in ("", stands):
        return wanted
    known = {one.code: one for one in others}
    above = known.get(wanted)
    if above is None or above.parent or any(one.parent == below for one in known.values()):
        raise Refused(Reason.UNKNOWN_CHOICE, field="parent")
    if not above.active:
        raise Refused(Reason.INACTIVE_CHOICE, field="parent", name=above.name)
    return wanted
