"""An agency answers late: it was reminded, every list knew, and the answer goes on record."""

from datetime import date

from clock import Clock
from hands import BOSS, OWNER, Hands, first_case
from office import bangkok, form
from windows import words

from desktop.acts.assigning import AssignCases, assign
from desktop.ports import Desk
from desktop.rules.complaint import Status
from ui.actions import Act
from ui.pages.morning import MorningPage

CALLED = bangkok(date(2026, 7, 15), 9, 0)
REFERRED = bangkok(date(2026, 7, 16), 9, 0)
WANTED = date(2026, 7, 31)
REMINDED = bangkok(date(2026, 8, 5), 9, 0)
ANSWERED = bangkok(date(2026, 8, 17), 14, 0)


def test_referral_answered_late(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = CALLED
    case_id = first_case(desk, form(CALLED))
    assign(AssignCases((case_id,), owner_id=OWNER.person_id), desk, BOSS)
    clock.at = REFERRED
    hands.sign_in("owner")
    hands.press("Ctrl+2")
    hands.rest()
    hands.press("Down", "Up", "Return")
    page = hands.case("๑/๒๕๖๙")
    hands.send_on("โยธาธิการและผังเมืองจังหวัดตัวอย่าง", "ขอให้ตรวจความแข็งแรงของอาคารเรียน")
    hands.press("Ctrl+R")
    hands.sheet("ส่งต่อ")
    hands.write("ขอให้ตอบภายใน", "31/7/2569")
    hands.picture("referred with a day")
    hands.keep()
    hands.until(lambda: words(page, "ส่งต่อแล้ว"))
    hands.picture("waiting for its answer")

    clock.at = REMINDED
    hands.sign_in("owner")
    hands.press("Ctrl+0")
    hands.rest()
    hands.picture("this morning")
    morning = hands.counter.page(Act.MORNING)
    assert isinstance(morning, MorningPage)
    assert words(morning, "ส่งต่อแล้วยังไม่ตอบตามกำหนด ๑")
    hands.to("ส่งต่อแล้วยังไม่ตอบตามกำหนด")
    hands.press("Return")
    page = hands.case("๑/๒๕๖๙")
    hands.to("เตือน…")
    hands.press("Return")
    hands.sheet("หนังสือเตือน ครั้งที่ ๑")
    hands.picture("reminding")
    hands.keep()
    hands.until(lambda: words(page.proceedings, "เตือนครั้งที่ ๑"))
    hands.picture("reminded")

    clock.at = ANSWERED
    hands.sign_in("owner")
    page = hands.open_numbered("๑/๒๕๖๙")
    hands.to("ตอบแล้ว…")
    hands.press("Return")
    hands.sheet("ผลจากหน่วยงาน")
    hands.write("สาระของคำตอบ", "ตรวจแล้ว อาคารปลอดภัย")
    hands.picture("answered late")
    hands.keep()
    hands.picture("what it answered")
    case = desk.reading.case(hands.actor, case_id)
    (sent,) = case.proceedings.referrals
    assert sent.due_at == bangkok(WANTED, 16, 30)
    assert sent.reminders == (REMINDED.date(),)
    assert sent.answered_at == ANSWERED
    assert case.status is Status.REFERRED
