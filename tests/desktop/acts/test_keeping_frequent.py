"""How complaints that come often begin: written down, changed, out of use and in use again."""

import pytest
from fakes import FakeStore

from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.acts.keeping_frequent import (
    KeepFrequent,
    OfferFrequent,
    keep_frequent,
    offer_frequent,
)
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.blanks import blanks, next_blank
from desktop.rules.catalogue import Frequent
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import LIMIT

ROOF = KeepFrequent(None, " หลังคารั่ว ", 9, "หลังคา[อาคาร]รั่ว", "รั่วตั้งแต่ [วันที่]\r\nห้อง [ห้อง]", "")


def test_one_is_written_down_changed_and_told_in_the_journal(
    store: FakeStore, desk: Desk, admin: Actor
) -> None:
    keep_frequent(ROOF, desk, admin)
    kept = store.drawer.frequent[1]
    assert kept == Frequent(
        1, "หลังคารั่ว", 9, "หลังคา[อาคาร]รั่ว", "รั่วตั้งแต่ [วันที่]\nห้อง [ห้อง]", "", active=True
    )
    offer_frequent(OfferFrequent(1, active=False), desk, admin)
    changed = KeepFrequent(1, "หลังคารั่ว", 9, "หลังคารั่ว", "", "โรงเรียน", Priority.NORMAL)
    keep_frequent(changed, desk, admin)
    assert store.drawer.frequent[1] == Frequent(
        1, "หลังคารั่ว", 9, "หลังคารั่ว", "", "โรงเรียน", active=False, priority=Priority.NORMAL
    )
    told = [(entry.act, entry.facts) for entry, _ in store.drawer.journal[-3:]]
    assert [act for act, _ in told] == ["keep_frequent", "offer_frequent", "keep_frequent"]
    assert told[-1][1] == {"name": "หลังคารั่ว", "active": False, "priority": "normal"}
    with pytest.raises(Refused) as same:
        keep_frequent(changed, desk, admin)
    assert same.value.reason is Reason.NOTHING_CHANGED
    with pytest.raises(Refused) as same:
        offer_frequent(OfferFrequent(1, active=False), desk, admin)
    assert same.value.reason is Reason.NOTHING_CHANGED


def test_everything_wrong_is_told_at_its_field_and_nothing_is_kept(
    store: FakeStore, desk: Desk, admin: Actor
) -> None:
    keep_frequent(ROOF, desk, admin)
    offer_category(OfferCategory(8, active=False), desk, admin)
    for command, expected in (
        (
            KeepFrequent(None, " ", 0, "", "ก" * (LIMIT + 1)),
            {
                ("name", Reason.REQUIRED),
                ("subject", Reason.REQUIRED),
                ("category_id", Reason.REQUIRED),
                ("facts", Reason.TOO_LONG),
            },
        ),
        (
            KeepFrequent(None, "หลังคารั่ว", 8, "เรื่อง", ""),
            {("name", Reason.NAME_THERE), ("category_id", Reason.INACTIVE_CHOICE)},
        ),
    ):
        with pytest.raises(Refusals) as refused:
            keep_frequent(command, desk, admin)
        assert {(one.field, one.reason) for one in refused.value.refusals} == expected
    assert list(store.drawer.frequent) == [1]


def test_only_who_keeps_the_office_keeps_them(desk: Desk, admin: Actor, clerk: Actor) -> None:
    keep_frequent(ROOF, desk, admin)
    with pytest.raises(Refused) as refused:
        keep_frequent(ROOF, desk, clerk)
    assert refused.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refused) as refused:
        offer_frequent(OfferFrequent(1, active=False), desk, clerk)
    assert refused.value.reason is Reason.NOT_ALLOWED


def test_blanks_are_found_in_their_order() -> None:
    text = "[ก] ข [ ค ง ]\n[]จ[ฉ\nช]"
    assert [blank.name for blank in blanks(text)] == ["ก", "ค ง"]
    (first, second) = blanks(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("[ก]", "[ ค ง ]")
    assert next_blank(text, 0) == first
    assert next_blank(text, 1) == second
    assert next_blank(text, second.end) is None
