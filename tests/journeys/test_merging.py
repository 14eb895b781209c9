"""Two complaints turn out to be one, and then not to be."""

from datetime import date

from asking import search
from clock import Clock
from hands import Hands, first_case
from office import bangkok, form
from windows import words

from desktop.ports import Desk
from desktop.rules.clocks import Verdict
from desktop.rules.complaint import Status
from desktop.rules.links import LinkKind

FIRST = bangkok(date(2026, 7, 15), 9, 0)
SECOND = bangkok(date(2026, 7, 17), 10, 0)
FOUND_OUT = bangkok(date(2026, 7, 20), 9, 0)
PARTED = bangkok(date(2026, 8, 3), 9, 0)


def test_merge_and_undo(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = FIRST
    first = first_case(desk, form(FIRST), "a")
    clock.at = SECOND
    second = first_case(desk, form(SECOND), "b")
    clock.at = FOUND_OUT
    hands.sign_in("boss")
    hands.open_numbered("๒/๒๕๖๙")
    hands.press("Ctrl+J")
    hands.order("รวมกับเรื่องเดิม")
    merging = hands.sheet("รวมกับเรื่องเดิม")
    hands.type("1/2569")
    hands.until(lambda: words(merging, "๑/๒๕๖๙"))
    hands.write("เหตุผล", "ผู้ร้องคนเดียวกัน เรื่องเดียวกัน")
    hands.picture("merging")
    hands.keep()
    page = hands.case("๒/๒๕๖๙")
    hands.picture("merged")
    merged = desk.reading.case(hands.actor, second)
    assert merged.status is Status.MERGED
    assert {clock.verdict for clock in merged.clocks} == {Verdict.DROPPED}
    # Both numbers are still found, and the earlier receipt counts.
    assert len(desk.reading.register_ids(hands.actor, search("2/2569"), clock())) == 1
    hands.press("Ctrl+4")
    hands.rest()
    hands.picture("counted once")

    clock.at = PARTED
    hands.sign_in("boss")
    page = hands.open_numbered("๒/๒๕๖๙")
    hands.press("Ctrl+J")
    hands.picture("what can be done of what is merged")
    hands.order("ยกเลิกการรวมเรื่อง")
    hands.sheet("ยกเลิกการรวมเรื่อง")
    hands.type("คนละอาคารกัน")
    hands.picture("parting")
    hands.keep()
    hands.until(lambda: words(page, "รอสั่งการ"))
    hands.picture("parted")
    parted = desk.reading.case(hands.actor, second)
    assert parted.status is Status.AWAITING_ORDER
    assert parted.received_at == SECOND
    links = desk.reading.case(hands.actor, first).links
    assert not [one for one in links if one.kind is LinkKind.MERGED]
    assert desk.reading.tiles(hands.actor, clock()).everything == 2
