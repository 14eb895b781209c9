"""Channels and sources out of use, on both databases: refused anew, kept where they are, named."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from office import bangkok, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.checking import CheckChannels, check_channels
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.keeping_channels import OfferChannel, OfferSource, offer_channel, offer_source
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.books import CaseLine, OfficeBook
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.views import RegisterQuery

DAY = date(2026, 7, 15)
PHONE, MOBILE, PUBLIC, MEDIA = 2, 4, 5, 4


def take(desk: Desk, clerk: Actor, key: str = "a", **changes: object) -> int:
    asked = RegisterComplaint(key, form(bangkok(DAY, 8), **changes))
    return register(asked, desk, clerk).case_id


def refused(error: pytest.ExceptionInfo[Refusals]) -> tuple[Reason, str | None]:
    (one,) = error.value.refusals
    return one.reason, one.field


def test_what_is_out_of_use_is_refused_anew_and_stays_where_it_is(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, admin: Actor
) -> None:
    case_id = take(desk, clerk)
    other_id = take(desk, clerk, "b", channel_id=MOBILE, source_id=MEDIA)
    offer_channel(OfferChannel(PHONE, active=False), desk, admin)
    with pytest.raises(Refusals) as new:
        take(desk, clerk, "c")
    assert refused(new) == (Reason.INACTIVE_CHOICE, "channel_id")
    offer_source(OfferSource(PUBLIC, active=False), desk, admin)
    with pytest.raises(Refusals) as both:
        take(desk, clerk, "d")
    assert [one.field for one in both.value.refusals] == ["channel_id", "source_id"]
    # Neither does a correction lead there; what came so may be corrected and stays so.
    typed = form(bangkok(DAY, 8))
    with pytest.raises(Refusals) as moved:
        correct(CorrectCase(other_id, 1, typed, "จำแนกใหม่"), desk, boss)
    assert {one.field for one in moved.value.refusals} == {"channel_id", "source_id"}
    correct(CorrectCase(case_id, 1, replace(typed, restricted=True), "ปกปิด"), desk, boss)
    seen = desk.reading.case(boss, case_id)
    assert (seen.channel.name, seen.source.name) == ("โทรศัพท์", "ประชาชนโดยตรง")
    ids = desk.reading.register_ids(boss, RegisterQuery(), desk.now())
    (row,) = (row for row in desk.reading.register_rows(boss, ids) if row.id == case_id)
    assert row.channel == "โทรศัพท์"
    line: CaseLine
    line, _other = desk.reading.book(boss, OfficeBook.COMPLAINTS, DAY, DAY)  # type: ignore[assignment]
    assert (line.channel, line.source) == ("โทรศัพท์", "ประชาชนโดยตรง")
    with pytest.raises(Refused) as looked:
        check_channels(CheckChannels((PHONE,)), desk, clerk)
    assert looked.value.reason is Reason.INACTIVE_CHOICE
    offer_channel(OfferChannel(PHONE, active=True), desk, admin)
    offer_source(OfferSource(PUBLIC, active=True), desk, admin)
    assert desk.reading.case(boss, take(desk, clerk, "e")).channel.active
    assert prove(room) == []
    with room.asking.connect() as connection:
        asked = sa.text("SELECT act, facts FROM journal WHERE act LIKE 'offer%' ORDER BY sequence")
        told = [tuple(row) for row in connection.execute(asked)]
    assert [act for act, _facts in told] == ["offer_channel", "offer_source"] * 2
    assert told[0][1] == '{"active":false,"channel":"phone"}'


def test_one_channel_of_each_kind_and_one_source_stay(desk: Desk, admin: Actor) -> None:
    offer_channel(OfferChannel(PHONE, active=False), desk, admin)
    with pytest.raises(Refused) as last:
        offer_channel(OfferChannel(MOBILE, active=False), desk, admin)
    assert last.value.reason is Reason.LAST_CHANNEL
    with pytest.raises(Refused) as already:
        offer_channel(OfferChannel(PHONE, active=False), desk, admin)
    assert already.value.reason is Reason.NOTHING_CHANGED
    *others, only = (one.id for one in desk.reading.lists(admin).sources)
    for one in others:
        assert one is not None
        offer_source(OfferSource(one, active=False), desk, admin)
    assert only is not None
    with pytest.raises(Refused) as last:
        offer_source(OfferSource(only, active=False), desk, admin)
    assert last.value.reason is Reason.LAST_SOURCE
    with pytest.raises(Refused) as already:
        offer_source(OfferSource(only, active=True), desk, admin)
    assert already.value.reason is Reason.NOTHING_CHANGED
    offer_channel(OfferChannel(PHONE, active=True), desk, admin)
    offer_channel(OfferChannel(MOBILE, active=False), desk, admin)


def test_only_who_keeps_the_office_keeps_the_lists(desk: Desk, boss: Actor) -> None:
    with pytest.raises(Refused) as channel:
        offer_channel(OfferChannel(PHONE, active=False), desk, boss)
    with pytest.raises(Refused) as source:
        offer_source(OfferSource(PUBLIC, active=False), desk, boss)
    assert {channel.value.reason, source.value.reason} == {Reason.NOT_ALLOWED}
