"""The categories' tab: added, named anew, out of use and in use again; what is offered follows."""

from dataclasses import replace
from datetime import date

import pytest
from office import bangkok, form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, opened, settings_tab, sheet

from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.acts.keeping_rules import KeepAssignmentRules, keep_assignment_rules
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.people import Actor
from desktop.rules.policy import Provision
from desktop.rules.routing import AssignmentRule
from ui.dialogs.assignment_rule import AssignmentRuleSheet
from ui.dialogs.category import CategorySheet
from ui.dialogs.correct import CorrectSheet
from ui.operations import Operations
from ui.pages.intake.page import IntakePage
from ui.pages.settings.categories import CategoriesTab
from ui.pages.settings.provisions import ProvisionSheet

SAFETY = 9
SAFE = "อาคารสถานที่/ความปลอดภัย"
_NEW = "รถรับส่งนักเรียน"


def shown(operations: Operations, qtbot: QtBot) -> CategoriesTab:
    return settings_tab(operations, "หมวดเรื่อง", CategoriesTab, qtbot)


@pytest.fixture
def tab(operations: Operations, admin: Actor, qtbot: QtBot) -> CategoriesTab:
    operations.sign_in(admin)
    return shown(operations, qtbot)


def line(tab: CategoriesTab, name: str) -> list[str]:
    (row,) = (row for row in range(tab.table.rowCount()) if cell(tab, row, 0) == name)
    tab.table.selectRow(row)
    return [cell(tab, row, column) for column in range(tab.table.columnCount())]


def cell(tab: CategoriesTab, row: int, column: int) -> str:
    item = tab.table.item(row, column)
    assert item is not None
    return item.text()


def test_a_category_is_added_named_anew_and_offered_at_once(
    tab: CategoriesTab, operations: Operations, page: IntakePage, desk: Desk, qtbot: QtBot
) -> None:
    tab.add_button.click()
    asked = sheet(tab, CategorySheet, qtbot)
    asked.name.set_text(SAFE)
    asked.save()
    qtbot.waitUntil(lambda: bool(asked.name.error))
    assert SAFE in asked.name.error
    asked.name.set_text(_NEW)
    asked.above.set_text("safety")
    accepted(asked, asked.save, qtbot)
    qtbot.waitUntil(lambda: page.form.matter.category.combo.findText(_NEW) > 0)
    drained(operations, qtbot)
    assert line(tab, _NEW) == [_NEW, SAFE, "ใช้อยู่", "–"]
    above = tab.table.item(tab.table.currentRow() - 1, 0)
    assert above is not None
    assert above.text() == SAFE
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    again = sheet(tab, CategorySheet, qtbot)
    assert (again.name.text(), again.above.text()) == (_NEW, "safety")
    again.name.set_text("รถโรงเรียน")
    accepted(again, again.save, qtbot)
    drained(operations, qtbot)
    assert line(tab, "รถโรงเรียน")[1] == SAFE


def test_what_is_out_of_use_is_offered_no_more_and_may_come_back(
    tab: CategoriesTab,
    operations: Operations,
    page: IntakePage,
    desk: Desk,
    clerk: Actor,
    qtbot: QtBot,
) -> None:
    register(RegisterComplaint("k", form(bangkok(date(2026, 7, 15), 8))), desk, clerk)
    offered = page.form.matter.category.combo
    assert offered.findText(SAFE) > 0
    tab.arrive()
    drained(operations, qtbot)
    assert line(tab, SAFE) == [SAFE, "–", "ใช้อยู่", "๑"]
    tab.offer_button.click()
    qtbot.waitUntil(lambda: offered.findText(SAFE) < 0)
    drained(operations, qtbot)
    assert tab.offer_button.text() == "ใช้อีกครั้ง"
    assert line(tab, SAFE) == [SAFE, "–", "เลิกใช้แล้ว", "๑"]
    tab.offer_button.click()
    qtbot.waitUntil(lambda: offered.findText(SAFE) > 0)
    drained(operations, qtbot)
    assert tab.offer_button.text() == "เลิกใช้"


def test_the_last_one_in_use_stays_and_the_tab_says_why(
    tab: CategoriesTab, operations: Operations, desk: Desk, admin: Actor, qtbot: QtBot
) -> None:
    for number in range(1, 11):
        offer_category(OfferCategory(number, active=False), desk, admin)
    line(tab, "อื่น ๆ")
    tab.offer_button.click()
    drained(operations, qtbot)
    (said,) = tab.notices.shown()
    assert "เพียงหมวดเดียว" in said
    assert desk.reading.lists(admin).categories[-1].active


def test_who_does_not_keep_the_office_only_looks(operations: Operations, qtbot: QtBot) -> None:
    tab = shown(operations, qtbot)
    assert not tab.tools.isVisible()
    line(tab, SAFE)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    drained(operations, qtbot)
    assert not tab.findChildren(CategorySheet)


def test_a_form_on_which_it_went_out_of_use_says_so_at_the_field(
    page: IntakePage, desk: Desk, admin: Actor, operations: Operations, qtbot: QtBot
) -> None:
    page.form.matter.category.set_text(str(SAFETY))
    page.form.matter.subject.set_text("หลังคารั่ว")
    page.form.sheet.field("petitioners.0.first").set_text("ปราณี")
    # Elsewhere, so that nobody tells this window.
    offer_category(OfferCategory(SAFETY, active=False), desk, admin)
    page.save()
    drained(operations, qtbot)
    assert SAFE in page.form.matter.category.error
    assert page.form.matter.subject.text() == "หลังคารั่ว"


def test_what_was_chosen_before_stays_chosen_where_something_else_is_changed(
    operations: Operations, desk: Desk, clerk: Actor, admin: Actor, qtbot: QtBot
) -> None:
    made = register(RegisterComplaint("k", form(bangkok(date(2026, 7, 15), 8))), desk, clerk)
    rules = (AssignmentRule(SAFETY, None, 4),)
    keep_assignment_rules(KeepAssignmentRules(rules), desk, BOSS)
    offer_category(OfferCategory(SAFETY, active=False), desk, admin)
    operations.sign_in(BOSS)
    page = opened(operations, desk, made.case_id, qtbot)
    page.correct_button.click()
    mended = sheet(page, CorrectSheet, qtbot)
    qtbot.waitUntil(lambda: mended.form.answers()["category_id"] == str(SAFETY))
    mended.reason.set_text("ปกปิดตามที่ผู้ร้องขอ")
    mended.form.sheet.field("restricted").set_text("yes")
    accepted(mended, mended.save, qtbot)
    drained(operations, qtbot)
    case = desk.reading.case(BOSS, made.case_id)
    assert (case.restricted, case.category.name) == (True, SAFE)
    lists = desk.reading.lists(BOSS)
    rule = AssignmentRuleSheet(operations, rules, 0, (lists.categories, desk.reading.people(BOSS)))
    qtbot.addWidget(rule)
    assert rule.command() == KeepAssignmentRules(rules)
    provision = Provision(ClockKind.REPLY, 7, Unit.WORKING_DAYS, category_id=SAFETY)
    for before in (provision, replace(provision, category_id=10)):
        asked = ProvisionSheet(lists, before)
        qtbot.addWidget(asked)
        assert asked.made() == before
        assert (asked.category.combo.findText(SAFE) > 0) is (before is provision)
