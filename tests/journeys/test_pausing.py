"""A petitioner is waited for, the matter grows more urgent, and no day of the wait is lost."""

from datetime import date, datetime

from cases import clock_of
from clock import Clock
from hands import Hands, first_case
from office import bangkok, form
from offices import GOVERNMENT
from walking import walked_due
from windows import text_of, words

from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Pause
from desktop.rules.complaint import Status
from desktop.rules.priority import Priority
from desktop.views import CaseView

CALLED = bangkok(date(2026, 7, 15), 9, 0)
ASKED = bangkok(date(2026, 7, 17), 15, 0)
CAME = bangkok(date(2026, 8, 6), 9, 30)
"""Eleven working days stand still between the two: 17, 20-24, 27 and 31 July, 3-5 August; 28 to 30
July are holidays."""


def oracle(case: CaseView, pause: Pause) -> datetime | None:
    """Count the day it is due the slow way."""
    policy, target = case.policy, clock_of(case, ClockKind.RESOLVE).target
    assert target is not None
    return walked_due(target, CALLED, GOVERNMENT, policy.rolling, policy.cut_off, pauses=(pause,))


def test_pause_then_raise_priority(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = CALLED
    case_id = first_case(desk, form(CALLED))
    hands.sign_in("boss")
    hands.press("Ctrl+3")
    hands.rest()
    hands.until(lambda: hands.counter.bar.shown() == ["ช่องทางที่วันนี้ยังไม่ได้ตรวจ ๑๖"])
    hands.picture("unassigned")
    hands.mark("๑/๒๕๖๙")
    hands.press("Ctrl+M")
    hands.sheet("มอบหมาย")
    hands.write("ผู้รับผิดชอบ", "นายวิชัย")
    hands.picture("assign")
    hands.keep()

    clock.at = ASKED
    hands.sign_in("owner")
    hands.press("Ctrl+2")
    hands.rest()
    hands.press("Home", "Return")
    page = hands.case("๑/๒๕๖๙")
    promised = clock_of(desk.reading.case(hands.actor, case_id), ClockKind.RESOLVE)
    hands.press("Ctrl+J")
    hands.picture("what can be done")
    hands.order("ขอข้อมูลจากผู้ร้อง")
    hands.sheet("ขอข้อมูลจากผู้ร้อง")
    hands.type("ขอภาพถ่ายห้องเรียนที่น้ำท่วม")
    hands.write("คาดว่าจะได้รับภายใน", "31/7/2569")
    hands.picture("wait")
    hands.keep()
    hands.until(lambda: words(page.proceedings, "ขอภาพถ่ายห้องเรียนที่น้ำท่วม"))
    hands.picture("waiting")
    assert words(page.clocks, "หยุดนับเวลาระหว่างรอ")

    clock.at = CAME
    hands.sign_in("owner")
    hands.press("Ctrl+2")
    hands.rest()
    hands.picture("still waiting in the list")
    hands.press("Home", "Return")
    page = hands.case("๑/๒๕๖๙")
    hands.press("Ctrl+J")
    hands.order("ดำเนินการต่อ")
    hands.sheet("ดำเนินการต่อ")
    hands.write("หมายเหตุ", "ได้ภาพถ่าย ๔ ภาพ")
    hands.picture("going on")
    hands.keep()
    case = desk.reading.case(hands.actor, case_id)
    credited, pause = clock_of(case, ClockKind.RESOLVE), Pause(ASKED, CAME)
    assert case.status is Status.IN_PROGRESS
    assert credited.due_at == oracle(case, pause)
    assert credited.due_at != promised.due_at

    hands.sign_in("boss")
    hands.press("Ctrl+1")
    hands.rest()
    hands.press("Home", "Return")
    page = hands.case("๑/๒๕๖๙")
    hands.press("Ctrl+M")
    hands.sheet("มอบหมาย")
    hands.write("ความสำคัญ", "ด่วนมาก")
    hands.write("คำสั่งหรือหมายเหตุ", "ฝนตกซ้ำ น้ำเข้าตู้ไฟ")
    hands.picture("more urgent")
    hands.keep()
    case = desk.reading.case(hands.actor, case_id)
    raised = clock_of(case, ClockKind.RESOLVE)
    assert case.priority is Priority.VERY_URGENT
    assert raised.due_at == oracle(case, pause)
    assert raised.due_at is not None
    assert credited.due_at is not None
    assert raised.due_at < credited.due_at
    hands.until(lambda: words(page.clocks, "แล้วเสร็จ ๑๕ วันทำการ"))
    hands.to("อธิบาย แล้วเสร็จ ๑๕ วันทำการ")
    hands.press("Space")
    hands.picture("explained")
    told = text_of(page.clocks)
    assert told.count("ระหว่างรอ ไม่นับ") == 11
    assert "นับได้ ๑๕ วันทำการ" in told
    hands.to("พิมพ์การนับนี้…")
    hands.press("Space")
    hands.sheet("การนับ")
    hands.picture("the sum on paper")
