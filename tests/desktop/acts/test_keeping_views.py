"""Named views of the register: whose they are, who may change them, and what they may be called."""

from dataclasses import replace

import pytest
from fakes import FakeStore

from desktop.acts.keeping_views import (
    LONGEST,
    KeepView,
    RemoveView,
    RenameView,
    UpdateView,
    keep_view,
    remove_view,
    rename_view,
    update_view,
)
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.views import ListedColumn, RegisterQuery, SavedView, SortBy

CLERK = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))
OTHER = Actor(5, "นายเอก ขยัน", frozenset({Role.CLERK}))
BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
URGENT = RegisterQuery(priorities=frozenset({Priority.MOST_URGENT}), sort=SortBy.DUE)
COLUMNS = (ListedColumn("number", 112), ListedColumn("due", 200))


def kept(desk: Desk, actor: Actor, name: str, *, shared: bool = False) -> int:
    view = keep_view(KeepView(name, URGENT, COLUMNS, shared), desk, actor).view
    assert view.id is not None
    return view.id


def why(error: pytest.ExceptionInfo[Refused]) -> tuple[Reason, str | None]:
    return error.value.reason, error.value.field


def test_a_view_is_kept_updated_renamed_and_forgotten(store: FakeStore, desk: Desk) -> None:
    view_id = kept(desk, CLERK, "  ด่วนที่สุด ")
    stored = store.drawer.saved_views
    assert stored[view_id] == SavedView(view_id, 2, "ด่วนที่สุด", URGENT, COLUMNS)
    update_view(UpdateView(view_id, RegisterQuery(), ()), desk, CLERK)
    assert store.drawer.saved_views[view_id].query == RegisterQuery()
    rename_view(RenameView(view_id, "ทั้งหมด", shared=False), desk, CLERK)
    assert store.drawer.saved_views[view_id].name == "ทั้งหมด"
    remove_view(RemoveView(view_id), desk, CLERK)
    assert store.drawer.saved_views == {}
    told = [entry for entry, _ in store.drawer.journal][-4:]
    assert [one.act for one in told] == ["keep_view", "update_view", "rename_view", "remove_view"]
    assert all("name" not in one.facts for one in told)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("  ", Reason.REQUIRED), ("ก" * (LONGEST + 1), Reason.TOO_LONG), ("ด่วน", Reason.VIEW_THERE)],
)
def test_a_name_says_which_view_it_is(desk: Desk, name: str, reason: Reason) -> None:
    kept(desk, CLERK, "ด่วน")
    with pytest.raises(Refused) as refused:
        kept(desk, CLERK, name)
    assert why(refused) == (reason, "name")
    # What nobody else sees keeps its name from nobody else.
    kept(desk, OTHER, "ด่วน")


def test_who_assigns_shares_a_view_with_the_office(store: FakeStore, desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        kept(desk, CLERK, "ของทุกคน", shared=True)
    assert why(refused)[0] is Reason.NOT_ALLOWED
    own = kept(desk, CLERK, "ของฉัน")
    with pytest.raises(Refused) as refused:
        rename_view(RenameView(own, "ของฉัน", shared=True), desk, CLERK)
    assert why(refused)[0] is Reason.NOT_ALLOWED
    shared = kept(desk, BOSS, "ของทุกคน", shared=True)
    with pytest.raises(Refused) as refused:
        remove_view(RemoveView(shared), desk, CLERK)
    assert why(refused)[0] is Reason.NOT_ALLOWED
    other_boss = Actor(9, "นายสมชาย", frozenset({Role.DIRECTOR}))
    rename_view(RenameView(shared, "ของเรา", shared=False), desk, other_boss)
    assert store.drawer.saved_views[shared].owner_id == BOSS.person_id


def test_what_somebody_keeps_to_themselves_is_nobody_elses_to_change(desk: Desk) -> None:
    own = kept(desk, CLERK, "ของฉัน")
    with pytest.raises(Refused) as refused:
        update_view(UpdateView(own, URGENT, ()), desk, BOSS)
    assert why(refused)[0] is Reason.NOT_VISIBLE
    with pytest.raises(Refused) as refused:
        rename_view(RenameView(own, "x", shared=False), desk, BOSS)
    assert why(refused)[0] is Reason.NOT_VISIBLE
    with pytest.raises(Refused) as refused:
        remove_view(RemoveView(own), desk, BOSS)
    assert why(refused)[0] is Reason.NOT_VISIBLE


def test_a_view_that_was_removed_is_given_back_to_whom_it_belonged(
    store: FakeStore, desk: Desk
) -> None:
    director = Actor(9, "นายสมชาย", frozenset({Role.DIRECTOR}))
    back = KeepView("ของทุกคน", URGENT, COLUMNS, shared=True, owner_id=BOSS.person_id)
    view = keep_view(back, desk, director).view
    assert view.id is not None
    assert store.drawer.saved_views[view.id].owner_id == BOSS.person_id
    # Nobody puts into another's menu what is not the office's, or what they may not share.
    for command, actor in (
        (replace(back, name="ก", shared=False), director),
        (replace(back, name="ข"), CLERK),
    ):
        with pytest.raises(Refused) as refused:
            keep_view(command, desk, actor)
        assert why(refused)[0] is Reason.NOT_ALLOWED
