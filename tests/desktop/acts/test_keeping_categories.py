"""The list of categories: one is added, named anew, taken out of use and into use again."""

import pytest
from fakes import FakeStore

from desktop.acts.keeping_categories import (
    AddCategory,
    OfferCategory,
    RenameCategory,
    add_category,
    offer_category,
    rename_category,
)
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.catalogue import Category, in_tree
from desktop.rules.people import Actor
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason

NAME = "รถรับส่งนักเรียน"
SAFETY = 9


def add(desk: Desk, admin: Actor, name: str = NAME, parent: str = "") -> None:
    add_category(AddCategory(name, Complexity.FACT_FINDING, parent=parent), desk, admin)


def newest(store: FakeStore) -> Category:
    return list(store.drawer.categories.values())[-1]


def why(error: pytest.ExceptionInfo[Refused]) -> tuple[Reason, str | None]:
    return error.value.reason, error.value.field


def test_a_category_is_added_with_what_follows_from_it(
    store: FakeStore, desk: Desk, admin: Actor
) -> None:
    command = AddCategory(
        f" {NAME} ", Complexity.COMPLEX, Priority.URGENT, against_officials=True, parent="safety"
    )
    add_category(command, desk, admin)
    made = newest(store)
    assert (made.name, made.parent, made.active) == (NAME, "safety", True)
    assert (made.complexity, made.urgency) == (Complexity.COMPLEX, Priority.URGENT)
    assert (made.corruption, made.against_officials) == (False, True)
    entry, _ = store.drawer.journal[-1]
    assert (entry.act, entry.facts["name"]) == ("add_category", NAME)
    add(desk, admin, "ที่จอดรถ")
    assert newest(store).code != made.code


@pytest.mark.parametrize("taken", ["อาคารสถานที่/ความปลอดภัย", " Safety  first ", "เลิกใช้แล้ว"])
def test_a_name_is_there_once_in_use_or_not(desk: Desk, admin: Actor, taken: str) -> None:
    add(desk, admin, "safety first")
    add(desk, admin, "เลิกใช้แล้ว")
    offer_category(OfferCategory(13, active=False), desk, admin)
    with pytest.raises(Refused) as added:
        add(desk, admin, taken)
    assert why(added) == (Reason.NAME_THERE, "name")
    with pytest.raises(Refused) as renamed:
        rename_category(RenameCategory(1, taken), desk, admin)
    assert why(renamed) == (Reason.NAME_THERE, "name")


def test_a_category_has_a_name(desk: Desk, admin: Actor) -> None:
    with pytest.raises(Refused) as added:
        add(desk, admin, "  ")
    assert why(added) == (Reason.REQUIRED, "name")
    with pytest.raises(Refused) as renamed:
        rename_category(RenameCategory(SAFETY, ""), desk, admin)
    assert why(renamed) == (Reason.REQUIRED, "name")


def test_another_name_changes_nothing_else(store: FakeStore, desk: Desk, admin: Actor) -> None:
    before = store.drawer.categories[SAFETY]
    rename_category(RenameCategory(SAFETY, "อาคารสถานที่"), desk, admin)
    after = store.drawer.categories[SAFETY]
    assert after.name == "อาคารสถานที่"
    assert (after.complexity, after.urgency, after.code) == (
        before.complexity,
        before.urgency,
        before.code,
    )
    with pytest.raises(Refused) as same:
        rename_category(RenameCategory(SAFETY, "อาคารสถานที่"), desk, admin)
    assert why(same) == (Reason.NOTHING_CHANGED, None)


def test_a_category_goes_below_one_that_is_below_none(
    store: FakeStore, desk: Desk, admin: Actor
) -> None:
    add(desk, admin, parent="safety")
    below = newest(store)
    assert below.id is not None
    for category_id, parent in (
        (10, below.code),
        (SAFETY, "finance"),
        (SAFETY, "safety"),
        (10, "no such code"),
    ):
        with pytest.raises(Refused) as error:
            rename_category(RenameCategory(category_id, f"ชื่อ {parent}", parent), desk, admin)
        assert why(error) == (Reason.UNKNOWN_CHOICE, "parent")
    offer_category(OfferCategory(5, active=False), desk, admin)
    with pytest.raises(Refused) as out_of_use:
        add(desk, admin, "พัสดุ", "finance")
    assert why(out_of_use) == (Reason.INACTIVE_CHOICE, "parent")
    # What stands below one that went out of use may stay there under another name.
    offer_category(OfferCategory(SAFETY, active=False), desk, admin)
    rename_category(RenameCategory(below.id, "รถโรงเรียน", "safety"), desk, admin)
    codes = [one.code for one in in_tree(store.drawer.categories.values())]
    assert codes.index(below.code) == codes.index("safety") + 1
    assert len(codes) == len(store.drawer.categories)


def test_the_last_category_in_use_stays(store: FakeStore, desk: Desk, admin: Actor) -> None:
    *others, last = store.drawer.categories
    for number in others:
        offer_category(OfferCategory(number, active=False), desk, admin)
    with pytest.raises(Refused) as error:
        offer_category(OfferCategory(last, active=False), desk, admin)
    assert error.value.reason is Reason.LAST_CATEGORY
    with pytest.raises(Refused) as already:
        offer_category(OfferCategory(others[0], active=False), desk, admin)
    assert already.value.reason is Reason.NOTHING_CHANGED
    offer_category(OfferCategory(others[0], active=True), desk, admin)
    offer_category(OfferCategory(last, active=False), desk, admin)
    entry, _ = store.drawer.journal[-1]
    assert entry.facts == {"category": "other", "active": False}


def test_only_who_keeps_the_office_keeps_the_list(desk: Desk, boss: Actor) -> None:
    for do in (
        lambda: add(desk, boss),
        lambda: rename_category(RenameCategory(SAFETY, NAME), desk, boss),
        lambda: offer_category(OfferCategory(SAFETY, active=False), desk, boss),
    ):
        with pytest.raises(Refused) as error:
            do()
        assert error.value.reason is Reason.NOT_ALLOWED
