"""The time standard changes amid the year: tried on last quarter, and binding only what comes."""

from datetime import date

from cases import clock_of
from clock import Clock
from hands import BOSS, OWNER, Hands, first_case
from office import bangkok, form
from windows import words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Outcome
from ui.actions import Act
from ui.pages.intake.page import IntakePage

SPRING = bangkok(date(2026, 5, 18), 9, 0)
SPRING_END = bangkok(date(2026, 6, 16), 9, 0)
"""Nineteen working days later: within the thirty of then, not within twenty less a quarter."""
CALLED = bangkok(date(2026, 7, 15), 9, 0)
TODAY = bangkok(date(2026, 7, 20), 9, 0)
IN_FORCE = date(2026, 8, 3)
AFTER = bangkok(date(2026, 8, 4), 9, 0)


def test_standard_changed_mid_year(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = SPRING
    done = first_case(desk, form(SPRING), "a")
    assign(AssignCases((done,), owner_id=OWNER.person_id), desk, BOSS)
    clock.at = SPRING_END
    close(CloseCase(done, Outcome.SOLVED, "ภาพถ่าย"), desk, BOSS)
    clock.at = CALLED
    running = first_case(desk, form(CALLED), "b")
    clock.at = TODAY
    before = {
        one: clock_of(desk.reading.case(BOSS, one), ClockKind.RESOLVE) for one in (done, running)
    }
    hands.sign_in("admin")
    hands.press(*["Right"] * 6)
    hands.rest()
    hands.picture("settings")
    hands.write("ใช้กับเรื่องที่รับตั้งแต่วันที่", "3/8/2569")
    hands.write("เรื่องที่ต้องตรวจสอบข้อเท็จจริง", "20")
    hands.picture("new table")
    hands.press("Ctrl+S")
    tried = hands.sheet("ผลของเกณฑ์ใหม่")
    hands.picture("what it would have done")
    assert words(tried, "ไตรมาสที่แล้ว", "ไม่มีวันครบกำหนดใดเลื่อน")
    hands.keep()
    hands.picture("kept")
    assert {
        one: clock_of(desk.reading.case(BOSS, one), ClockKind.RESOLVE) for one in (done, running)
    } == before

    clock.at = AFTER
    hands.sign_in("clerk")
    hands.press("F2")
    hands.rest()
    hands.type("0812345678")
    hands.write("คำนำหน้า", "นางปราณี สุขใจ")
    hands.press("Return")
    hands.write("เรื่อง", "พื้นอาคารทรุด")
    hands.write("หมวดเรื่อง", "อาคารสถานที่")
    page = hands.counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    # Twenty working days, less a quarter of it for what is urgent.
    hands.until(lambda: words(page.form.side.dates, "แล้วเสร็จ (๑๕ วันทำการ)"))
    hands.picture("a call under the new table")
    hands.press("Ctrl+S")
    hands.until(page.done.isVisible)
    hands.to("เปิดเรื่อง", "Shift+Tab")
    hands.press("Return")
    case_page = hands.case("๓/๒๕๖๙")
    hands.picture("promised by the new table")
    assert words(case_page.clocks, "แล้วเสร็จ ๑๕ วันทำการ", "ครบ ๒๖ ส.ค. ๒๕๖๙ ๑๖.๓๐ น.")
    new = desk.reading.case(BOSS, 3)
    assert (new.policy.version, desk.reading.case(BOSS, running).policy.version) == (2, 1)

    # What came before goes by its own table, also when it grows more urgent.
    hands.sign_in("boss")
    old = hands.open_numbered("๒/๒๕๖๙")
    hands.press("Ctrl+M")
    hands.sheet("มอบหมาย")
    hands.write("ความสำคัญ", "ด่วนมาก")
    hands.keep()
    hands.until(lambda: words(old.clocks, "แล้วเสร็จ ๑๕ วันทำการ"))
    hands.picture("the older one by its own")
    target = clock_of(desk.reading.case(BOSS, running), ClockKind.RESOLVE).target
    assert target is not None
    assert target.amount == 15
