"""Named views on both databases: read back whole, own ones first, in a dictionary's order."""

from desktop.acts.keeping_views import KeepView, RemoveView, keep_view, remove_view
from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.views import ListedColumn, RegisterQuery, RegisterView, SortBy

EVERYTHING = RegisterQuery(
    RegisterView.MINE,
    statuses=frozenset({Status.ASSIGNED, Status.IN_PROGRESS}),
    priorities=frozenset({Priority.URGENT}),
    channel_kinds=frozenset({ChannelKind.PHONE}),
    category_ids=frozenset({3, 1}),
    owner_ids=frozenset({4}),
    fiscal_year=2569,
    sort=SortBy.OWNER,
    descending=False,
)
COLUMNS = (ListedColumn("number", 112), ListedColumn("due", 200))


def test_a_named_view_is_read_back_whole(desk: Desk, clerk: Actor) -> None:
    kept = keep_view(KeepView("ทั้งหมด", EVERYTHING, COLUMNS), desk, clerk).view
    assert desk.reading.saved_views(clerk) == (kept,)
    assert (kept.query, kept.columns, kept.shared) == (EVERYTHING, COLUMNS, False)


def test_own_views_come_first_and_those_of_others_are_only_what_they_share(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    for name, who, shared in (
        ("เก้า", clerk, False),
        ("กลาง", clerk, False),
        ("กก", boss, True),
        ("ของหัวหน้า", boss, False),
    ):
        keep_view(KeepView(name, RegisterQuery(), COLUMNS, shared), desk, who)
    assert [one.name for one in desk.reading.saved_views(clerk)] == ["กลาง", "เก้า", "กก"]
    (first, *_) = desk.reading.saved_views(clerk)
    assert first.id is not None
    remove_view(RemoveView(first.id), desk, clerk)
    assert [one.name for one in desk.reading.saved_views(clerk)] == ["เก้า", "กก"]
    assert [one.name for one in desk.reading.saved_views(boss)] == ["กก", "ของหัวหน้า"]
