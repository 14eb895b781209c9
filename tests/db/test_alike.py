"""What may be the same as a complaint being typed: by person, by subject, by place."""

from datetime import date

from clock import Clock
from office import bangkok, form, signed_by

from desktop.acts.closing import CloseCase, close
from desktop.acts.declaring import DeclareInterest, declare_interest
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Matter, Outcome
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import Alike, Sought

TODAY = date(2026, 7, 15)
ROOF = Matter("หลังคารั่ว", "", place="โรงเรียนบ้านตัวอย่าง")
NOBODY_ELSE = signed_by(first="อื่น", last="คน")


def came(desk: Desk, clerk: Actor, key: str, **changes: object) -> int:
    typed = form(bangkok(TODAY, 8), **changes)
    confirmed = frozenset({Reason.CONFIRM_CITIZEN_ID})
    return register(RegisterComplaint(key, typed, confirmed=confirmed), desk, clerk).case_id


def alike(desk: Desk, actor: Actor, **sought: str) -> list[tuple[int, tuple[Alike, ...]]]:
    found = desk.reading.known(actor, Sought(**sought), official_date(desk.now()))
    return [(one.id, one.alike) for one in found]


def test_the_same_person_is_found_by_phone_name_or_citizen_number(desk: Desk, clerk: Actor) -> None:
    made = came(desk, clerk, "a", petitioners=signed_by(phone="0812345678"))
    card = came(desk, clerk, "b", petitioners=signed_by(first="ป", citizen_id="1-1017-00230-70-8"))
    by_name = [(made, (Alike.PERSON,))]
    assert alike(desk, clerk, phone="08 1234 5678") == by_name
    assert alike(desk, clerk, first=" ปราณี ", last="สุขใจ") == by_name
    for typed in ("1101700230708", "1-1017-00230-70-8", "๑๑๐๑๗๐๐๒๓๐๗๐๘"):
        assert alike(desk, clerk, citizen_id=typed) == [(card, (Alike.PERSON,))]
    assert alike(desk, clerk, citizen_id="110170023070") == []
    assert alike(desk, clerk, phone="0899999999", first="อื่น", last="คน") == []
    assert alike(desk, clerk) == []


def test_subject_and_place_are_told_apart_and_the_person_comes_first(
    desk: Desk, clerk: Actor
) -> None:
    person = came(desk, clerk, "a", petitioners=signed_by())
    roof = came(desk, clerk, "b", petitioners=NOBODY_ELSE, matter=ROOF)
    other = Matter("รั้วพัง", "", place=ROOF.place)
    there = came(desk, clerk, "c", petitioners=NOBODY_ELSE, matter=other)
    found = alike(desk, clerk, first="ปราณี", last="สุขใจ", subject=" หลังคารั่ว", place=ROOF.place)
    assert found == [
        (person, (Alike.PERSON,)),
        (roof, (Alike.SUBJECT, Alike.PLACE)),
        (there, (Alike.PLACE,)),
    ]


def test_what_ended_before_this_fiscal_year_is_not_told_and_what_is_open_is(
    desk: Desk, clerk: Actor, boss: Actor, clock: Clock
) -> None:
    ended = came(desk, clerk, "a", matter=ROOF)
    still = came(desk, clerk, "b", matter=ROOF)
    clock.pass_time(days=1)
    close(CloseCase(ended, Outcome.SOLVED, "แก้ไขแล้ว"), desk, boss)
    same = {"subject": ROOF.subject}
    found = [(one, (Alike.SUBJECT,)) for one in (still, ended)]
    assert alike(desk, clerk, **same) == found
    # At a place only what is open may be the same.
    assert alike(desk, clerk, place=ROOF.place) == [(still, (Alike.PLACE,))]
    clock.at = bangkok(date(2026, 10, 1))
    assert alike(desk, clerk, **same) == found[:1]


def test_nothing_is_told_of_a_veiled_one_or_of_one_against_oneself(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    case_id = came(desk, boss, "a", matter=ROOF, restricted=True)
    for sought in ({"subject": ROOF.subject}, {"place": ROOF.place}, {"phone": "0812345678"}):
        assert alike(desk, clerk, **sought) == []
        assert [one for one, _ in alike(desk, boss, **sought)] == [case_id]
    declare_interest(DeclareInterest(case_id, "ญาติ"), desk, boss)
    assert alike(desk, boss, subject=ROOF.subject) == []


def test_a_long_subject_is_the_same_only_whole(desk: Desk, clerk: Actor) -> None:
    long = "ขอให้ตรวจสอบการก่อสร้างอาคารเรียนที่ล่าช้ากว่าสัญญา " * 8
    made = came(desk, clerk, "a", matter=Matter(long.strip()))
    assert alike(desk, clerk, subject=long) == [(made, (Alike.SUBJECT,))]
    assert alike(desk, clerk, subject=f"{long}อีกครั้ง") == []
