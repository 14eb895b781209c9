"""The cabinet frees a day of next week: what moves, and which letters told it, is seen first."""

from datetime import date

from cases import clock_of
from clock import Clock
from hands import BOSS, OWNER, Hands, first_case
from office import bangkok, form
from windows import text_of, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Outcome
from desktop.rules.proceedings import WaitFor
from ui.dialogs.moves import MovesSheet

CALLED = bangkok(date(2026, 7, 15), 9, 0)
TODAY = bangkok(date(2026, 7, 22), 9, 0)
BRIDGE = date(2026, 7, 27)
"""The Monday before the holidays of 28 to 30 July."""
TOLD = "จะดำเนินการแล้วเสร็จภายในวันที่ ๒๑ สิงหาคม ๒๕๖๙"


def test_holiday_added_by_cabinet(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = CALLED
    running, waiting, ended = (first_case(desk, form(CALLED), key) for key in "abc")
    assign(AssignCases((running, waiting, ended), owner_id=OWNER.person_id), desk, BOSS)
    begin_wait(
        BeginWait(waiting, WaitFor.PETITIONER, "ขอสำเนา", clock(), date(2026, 7, 31)), desk, BOSS
    )
    close(CloseCase(ended, Outcome.SOLVED, "ภาพถ่าย"), desk, BOSS)
    clock.at = TODAY
    tell_the_old_day(hands)
    before = {
        one: clock_of(desk.reading.case(BOSS, one), ClockKind.RESOLVE)
        for one in (running, waiting, ended)
    }
    assert before[running].due_at == bangkok(date(2026, 8, 21), 16, 30)

    hands.sign_in("admin")
    hands.press(*["Right"] * 5)
    hands.rest()
    hands.picture("calendar")
    hands.to("เพิ่มวันหยุด…")
    hands.press("Return")
    hands.sheet("วันหยุด")
    hands.write("วัน", "27/7/2569")
    hands.write("ชื่อ", "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ")
    hands.write("ประเภท", "วันหยุดพิเศษ")
    hands.write("ประกาศ/มติที่อ้างถึง", "มติคณะรัฐมนตรี ๒๑ ก.ค. ๒๕๖๙")
    hands.picture("closed day")
    hands.keep()
    hands.picture("not applied yet")
    hands.press("Ctrl+S")
    moves = hands.sheet("ผลของการเปลี่ยนปฏิทิน")
    hands.picture("what moves")
    assert words(moves, "ในเรื่องที่ยังไม่แล้วเสร็จ ๒ เรื่อง", "มีหนังสือ ๑ ฉบับที่แจ้งวันเดิมไปแล้ว")
    assert isinstance(moves, MovesSheet)
    told = moves.told.model()
    listed = [told.index(0, column).data() for column in range(4)]
    assert listed == ["ศธ ๐๔๙๙๙/๑", "แจ้งความคืบหน้า", "๑/๒๕๖๙", "๒๑ สิงหาคม ๒๕๖๙"]
    hands.keep()
    hands.picture("applied")
    after = {
        one: clock_of(desk.reading.case(BOSS, one), ClockKind.RESOLVE)
        for one in (running, waiting, ended)
    }
    assert after[running].due_at == bangkok(date(2026, 8, 24), 16, 30)
    assert after[running].first_due_at == before[running].due_at
    assert after[waiting].due_at != before[waiting].due_at
    assert after[ended] == before[ended]
    assert after[ended].verdict is Verdict.MET

    hands.sign_in("owner")
    hands.press("Ctrl+2")
    hands.rest()
    hands.picture("the owner's list")
    page = hands.open_numbered("๑/๒๕๖๙")
    hands.until(lambda: words(page.timeline, "คำนวณวันครบกำหนดใหม่"))
    hands.to("อธิบาย แล้วเสร็จ ๒๓ วันทำการ")
    hands.press("Space")
    hands.picture("the day explains itself")
    assert "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ" in text_of(page.clocks)


def tell_the_old_day(hands: Hands) -> None:
    """Let the owner write to the petitioner by when it will be done."""
    hands.sign_in("owner")
    hands.open_numbered("๑/๒๕๖๙")
    hands.press("Ctrl+G")
    hands.sheet("หนังสือของเรื่อง")
    hands.write("หนังสือ", "แจ้งความคืบหน้า")
    hands.write("ความคืบหน้า", f"อยู่ระหว่างซ่อมหลังคา {TOLD}")
    hands.picture("a letter that tells the day")
    hands.keep()
