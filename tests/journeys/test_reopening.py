"""A matter that ended late is contested: a second cycle begins, and the first stays as it was."""

from datetime import date

from clock import Clock
from hands import BOSS, OWNER, Hands, first_case
from office import bangkok, form
from windows import words

from desktop.acts.acknowledging import AcknowledgeOrally, acknowledge_orally
from desktop.acts.assigning import AssignCases, assign
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Status

CALLED = bangkok(date(2026, 6, 1), 9, 0)
"""Twenty-three working days from here: 6 July; what ends on the 15th is late."""
ENDED = bangkok(date(2026, 7, 15), 10, 0)
CONTESTED = bangkok(date(2026, 7, 20), 9, 0)


def test_reopen(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = CALLED
    case_id = first_case(desk, form(CALLED))
    acknowledge_orally(AcknowledgeOrally(case_id, clock()), desk, BOSS)
    assign(AssignCases((case_id,), owner_id=OWNER.person_id), desk, BOSS)
    clock.at = ENDED
    hands.sign_in("owner")
    hands.press("Ctrl+5")
    hands.rest()
    hands.picture("overdue")
    hands.press("Down", "Up", "Return")
    page = hands.case("๑/๒๕๖๙")
    hands.press("Ctrl+E")
    hands.sheet("ยุติเรื่อง")
    hands.write("ผลการดำเนินการ", "ไม่มีมูล")
    hands.write("หลักฐาน", "บันทึกการตรวจอาคาร")
    hands.press("Ctrl+S")
    hands.rest()
    hands.picture("late needs its reason")
    hands.write("เหตุที่ล่าช้า", "รอผลตรวจของวิศวกร")
    hands.keep()
    hands.until(lambda: page.case is not None and page.case.status is Status.CLOSED)
    hands.press("Ctrl+T")
    hands.sheet("แจ้งผู้ร้อง")
    hands.write("ข้อความที่แจ้งผู้ร้อง", "ตรวจแล้วไม่พบรอยรั่ว")
    hands.picture("told")
    hands.keep()
    hands.until(lambda: words(page, "แจ้งผลแล้ว"))
    hands.picture("ended")
    first = desk.reading.case(hands.actor, case_id)
    verdicts = {one.kind: one.verdict for one in first.clocks if one.cycle == 1}

    clock.at = CONTESTED
    hands.sign_in("clerk")
    page = hands.open_numbered("๑/๒๕๖๙")
    hands.press("Ctrl+J")
    hands.picture("what can be done of what has ended")
    hands.order("ผู้ร้องขอให้ทบทวน")
    hands.sheet("ผู้ร้องขอให้ทบทวน")
    hands.write("เรื่องหรือสาระสำคัญ", "ขอให้ตรวจใหม่ ฝนตกแล้วยังรั่ว")
    hands.write("เหตุที่ขอให้ทบทวนหรือคัดค้าน", "มีภาพถ่ายวันที่ฝนตก")
    hands.picture("contested")
    hands.keep()
    hands.until(lambda: words(page, "รอสั่งการ"))
    hands.picture("a second cycle")
    again = desk.reading.case(hands.actor, case_id)
    assert (again.cycle, again.status) == (2, Status.AWAITING_ORDER)
    assert {one.kind: one.verdict for one in again.clocks if one.cycle == 1} == verdicts
    assert verdicts[ClockKind.RESOLVE] is Verdict.MISSED
    (past,) = again.proceedings.past
    assert past.late_reason == "รอผลตรวจของวิศวกร"
    running = {one.kind: one for one in again.clocks if one.cycle == 2}
    assert set(running) == {ClockKind.REPLY, ClockKind.RESOLVE}
    # Twenty-three working days from 20 July: three holidays within a week, one on 12 August.
    assert running[ClockKind.RESOLVE].due_at == bangkok(date(2026, 8, 26), 16, 30)
    assert running[ClockKind.REPLY].due_at == bangkok(date(2026, 8, 4), 16, 30)
    hands.press("Ctrl+1")
    hands.rest()
    hands.picture("the list after it")
    rows = desk.reading.register_rows(hands.actor, (case_id,))
    assert rows[0].due_at == bangkok(date(2026, 8, 4), 16, 30)
