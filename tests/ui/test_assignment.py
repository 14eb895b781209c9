"""Who is proposed, and who is too near: the assign sheet, the office's list, the interests."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, opened, sheet, words

from desktop.acts.keeping_rules import KeepAssignmentRules, keep_assignment_rules
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Accused
from desktop.rules.people import Actor, Role
from desktop.rules.routing import AssignmentRule, Rank
from ui.dialogs.assign import AssignSheet
from ui.dialogs.assignment_rule import AssignmentRuleSheet
from ui.dialogs.interest import DeclareInterestSheet, LiftInterestSheet
from ui.operations import Operations
from ui.pages.settings.page import SettingsPage

OWNER = Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER}))


def came(desk: Desk, clerk: Actor, clock: Clock, *accused: Accused) -> int:
    typed = form(clock.at - timedelta(minutes=5), accused=accused)
    return register(RegisterComplaint("k", typed), desk, clerk).case_id


@pytest.fixture
def principal(desk: Desk, clerk: Actor, clock: Clock) -> int:
    rules = (AssignmentRule(None, Rank.PRINCIPAL, OWNER.person_id),)
    keep_assignment_rules(KeepAssignmentRules(rules), desk, BOSS)
    return came(desk, clerk, clock, Accused("นายเอ", "ผอ.", "โรงเรียนตัวอย่าง"))


def assigning(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> AssignSheet:
    operations.sign_in(BOSS)
    page = opened(operations, desk, case_id, qtbot)
    page.assign_button.click()
    shown = sheet(page, AssignSheet, qtbot)
    qtbot.waitUntil(lambda: not shown.why.isHidden())
    return shown


def test_the_sheet_proposes_owner_and_priority_and_says_by_what(
    operations: Operations, desk: Desk, principal: int, qtbot: QtBot
) -> None:
    shown = assigning(operations, desk, principal, qtbot)
    assert shown.why.text().startswith("ตามระเบียบมอบหมาย: ลำดับที่ ๑")
    assert "ผู้อำนวยการโรงเรียน" in shown.why.text()
    assert shown.owner.value() == OWNER.person_id
    assert shown.priority.text() == "urgent"
    accepted(shown, shown.save, qtbot)
    assert desk.reading.case(BOSS, principal).owner_id == OWNER.person_id


def test_a_matter_against_the_director_is_offered_to_nobody_of_ours(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    case_id = came(desk, clerk, clock, Accused("นายบี", "ผอ.เขต"))
    shown = assigning(operations, desk, case_id, qtbot)
    assert "เสนอหน่วยงานต้นสังกัด" in shown.why.text()
    assert not shown.owner.isEnabled()
    shown.reject()


def test_an_interest_takes_the_case_off_the_screen_until_it_is_lifted(
    operations: Operations, desk: Desk, principal: int, qtbot: QtBot
) -> None:
    operations.sign_in(OWNER)
    page = opened(operations, desk, principal, qtbot)
    assert page.facts.lift_button.isHidden()
    page.facts.declare_button.click()
    declaring = sheet(page, DeclareInterestSheet, qtbot)
    declaring.save()
    qtbot.waitUntil(lambda: bool(declaring.reason.error))
    declaring.reason.set_text("เป็นญาติของผู้ร้อง")
    with qtbot.waitSignal(page.back_wanted):
        declaring.save()
    drained(operations, qtbot)
    operations.sign_in(BOSS)
    page = opened(operations, desk, principal, qtbot)
    assert words(page.facts, "ผู้มีส่วนได้เสีย", OWNER.name)
    page.assign_button.click()
    shown = sheet(page, AssignSheet, qtbot)
    qtbot.waitUntil(lambda: not shown.why.isHidden())
    shown.owner.set_text(str(OWNER.person_id))
    assert shown.owner.value() is None
    shown.reject()
    page.facts.lift_button.click()
    lifting = sheet(page, LiftInterestSheet, qtbot)
    lifting.reason.set_text("แจ้งผิดเรื่อง")
    accepted(lifting, lifting.save, qtbot)
    assert desk.reading.case(OWNER, principal).id == principal


def test_the_offices_list_is_kept_on_its_tab(
    operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    page = SettingsPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: hasattr(page, "rules"))
    drained(operations, qtbot)
    names = [page.tabs.tabText(at) for at in range(page.tabs.count())]
    page.tabs.setCurrentIndex(names.index("มอบหมาย"))
    assert words(page.rules, "ยังไม่มีรายการ")
    for rank, owner in (("principal", 4), ("", 3)):
        page.rules.add_button.click()
        adding = sheet(page.rules, AssignmentRuleSheet, qtbot)
        adding.rank.set_text(rank)
        adding.owner.set_text(str(owner))
        accepted(adding, adding.save, qtbot)
        drained(operations, qtbot)
    assert words(page.rules, "๑. ทุกหมวด · ผู้ถูกร้อง: ผู้อำนวยการโรงเรียน → นายวิชัย ตั้งตรง")
    page.rules.raise_line(1)
    drained(operations, qtbot)
    assert [rule.owner_id for rule in desk.reading.assignment_rules(BOSS)] == [3, 4]
    page.rules.change(0)
    changing = sheet(page.rules, AssignmentRuleSheet, qtbot)
    changing.rank.set_text("office_staff")
    accepted(changing, changing.save, qtbot)
    drained(operations, qtbot)
    page.rules.take_out(1)
    drained(operations, qtbot)
    assert desk.reading.assignment_rules(BOSS) == (AssignmentRule(None, Rank.OFFICE_STAFF, 3),)
