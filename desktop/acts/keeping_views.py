"""Name a view of the register, change it, and forget it; own ones, or shared with the office."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.journal import Entry
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line
from desktop.views import ListedColumn, RegisterQuery, SavedView

LONGEST = 60
"""Letters of a view's name: it stands in a menu."""


@dataclass(frozen=True, slots=True)
class KeepView:
    """A view as it is shown now, under a name; what is searched for is left out.

    It is the actor's own, unless one that was removed is given back to whom it belonged.
    """

    name: str
    query: RegisterQuery
    columns: tuple[ListedColumn, ...] = ()
    shared: bool = False
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class UpdateView:
    """What a named view is to show from now on."""

    view_id: int
    query: RegisterQuery
    columns: tuple[ListedColumn, ...]


@dataclass(frozen=True, slots=True)
class RenameView:
    """Another name for a view, and whether the office shares it."""

    view_id: int
    name: str
    shared: bool


@dataclass(frozen=True, slots=True)
class RemoveView:
    """A view that nobody needs any more."""

    view_id: int


@dataclass(frozen=True, slots=True)
class ViewKept:
    """The view as it is kept now, or as it was when it was forgotten."""

    view: SavedView
    changes: Changes = Changes.SAVED_VIEWS


def keep_view(command: KeepView, desk: Desk, actor: Actor) -> ViewKept:
    """Keep the present view under a name."""
    with desk.unit(actor) as work:
        name = _checked_name(command.name, work.saved_views.seen_by(actor.person_id))
        if command.shared:
            require(actor, Permission.ASSIGN)
        owner = actor.person_id if command.owner_id is None else command.owner_id
        view = SavedView(None, owner, name, command.query, command.columns, command.shared)
        if not may_change(view, actor):
            raise Refused(Reason.NOT_ALLOWED)
        view = replace(view, id=work.saved_views.add(view))
        return _told(work, desk, actor, "keep_view", view)


def update_view(command: UpdateView, desk: Desk, actor: Actor) -> ViewKept:
    """Let a named view show what is shown now."""
    with desk.unit(actor) as work:
        view = _own(work, actor, command.view_id)
        view = replace(view, query=command.query, columns=command.columns)
        work.saved_views.save(view)
        return _told(work, desk, actor, "update_view", view)


def rename_view(command: RenameView, desk: Desk, actor: Actor) -> ViewKept:
    """Name a view anew, share it with the office or keep it to oneself."""
    with desk.unit(actor) as work:
        view = _own(work, actor, command.view_id)
        seen = work.saved_views.seen_by(actor.person_id)
        name = _checked_name(command.name, [one for one in seen if one.id != view.id])
        if command.shared != view.shared:
            require(actor, Permission.ASSIGN)
        view = replace(view, name=name, shared=command.shared)
        work.saved_views.save(view)
        return _told(work, desk, actor, "rename_view", view)


def remove_view(command: RemoveView, desk: Desk, actor: Actor) -> ViewKept:
    """Forget a view."""
    with desk.unit(actor) as work:
        view = _own(work, actor, command.view_id)
        work.saved_views.remove(command.view_id)
        return _told(work, desk, actor, "remove_view", view)


def may_change(view: SavedView, actor: Actor) -> bool:
    """Tell whether a view is somebody's to change: their own, or shared and theirs to assign."""
    return view.owner_id == actor.person_id or (view.shared and actor.may(Permission.ASSIGN))


def _own(work: UnitOfWork, actor: Actor, view_id: int) -> SavedView:
    """Return a view the actor may change."""
    for view in work.saved_views.seen_by(actor.person_id):
        if view.id == view_id:
            if not may_change(view, actor):
                raise Refused(Reason.NOT_ALLOWED)
            return view
    raise Refused(Reason.NOT_VISIBLE)


def _checked_name(typed: str, others: Sequence[SavedView]) -> str:
    """Return a name that no other view in the same menu has."""
    name = clean_line(typed)
    if not name:
        raise Refused(Reason.REQUIRED, field="name")
    if len(name) > LONGEST:
        raise Refused(Reason.TOO_LONG, field="name", length=len(name), limit=LONGEST)
    if any(one.name.casefold() == name.casefold() for one in others):
        raise Refused(Reason.VIEW_THERE, field="name", name=name)
    return name


def _told(work: UnitOfWork, desk: Desk, actor: Actor, act: str, view: SavedView) -> ViewKept:
    """Tell in the journal which view it was; a name may hold a citizen's and is left out."""
    facts = {"shared": view.shared}
    work.journal(Entry(desk.now(), actor.person_id, act, f"saved_view:{view.id}", facts))
    work.commit()
    return ViewKept(view)
