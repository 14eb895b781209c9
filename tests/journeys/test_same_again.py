"""Somebody else calls about what is registered already: one key registers and merges."""

from datetime import date

from clock import Clock
from hands import Hands, first_case
from office import bangkok, form
from windows import words

from desktop.ports import Desk
from desktop.rules.complaint import Status
from ui.actions import Act
from ui.pages.intake.page import IntakePage

FIRST = bangkok(date(2026, 7, 15), 9, 0)
LATER = bangkok(date(2026, 7, 15), 10, 0)


def test_a_call_about_what_is_there_already(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = FIRST
    made = form(FIRST)
    first = first_case(desk, made)
    clock.at = LATER
    hands.sign_in("boss")
    hands.press("F2")
    hands.rest()
    hands.write("โทรศัพท์ที่โทรเข้า", "0898765432")
    hands.write("คำนำหน้า", "นายบุญมี สุขสม")
    hands.press("Return")
    hands.write("เรื่อง", made.matter.subject)
    hands.write("หมวดเรื่อง", "อาคารสถานที่")
    page = hands.counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    hands.until(lambda: page.form.side.same.open() is not None)
    hands.picture("may be the same")
    hands.press("Shift+F7")
    hands.until(page.done.isVisible)
    hands.rest()
    hands.picture("registered and merged")
    assert page.done.number.text() == "๒/๒๕๖๙"
    assert words(page, "รวมกับเรื่อง ๑/๒๕๖๙ แล้ว")
    (link,) = desk.reading.case(hands.actor, first).links
    assert desk.reading.case(hands.actor, link.case_id).status is Status.MERGED
    # Whoever sent it here is shown the complaint in which it goes on.
    hands.press("F1")
    hands.rest()
    hands.picture("help")
