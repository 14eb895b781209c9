"""What must hold of the figures: what was late stays late, and nothing is counted twice."""

from datetime import date
from decimal import Decimal

from clock import Clock
from office import bangkok, form

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.acts.merging import Merge, merge
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.reopening import Reopen, reopen
from desktop.acts.withdrawing import Withdraw, withdraw
from desktop.ports import Desk
from desktop.rules.complaint import ComplaintType, Outcome
from desktop.rules.figures import Counts, SlaFigures
from desktop.rules.people import Actor

DAY = date(2026, 7, 15)
YEAR = (date(2025, 10, 1), date(2026, 9, 30))
NEXT_YEAR = (date(2026, 10, 1), date(2027, 9, 30))


def came(desk: Desk, clerk: Actor, key: str, **changes: object) -> int:
    typed = form(bangkok(DAY, 8), **changes)
    return register(RegisterComplaint(key, typed, told_orally=True), desk, clerk).case_id


def told(desk: Desk, actor: Actor, period: tuple[date, date]) -> SlaFigures:
    return desk.reading.sla_figures(actor, *period, desk.now())


def moved(figures: SlaFigures) -> tuple[int, int, int, int, int]:
    """Brought forward, received, begun anew, finished, carried forward."""
    return (
        figures.brought_forward,
        figures.received,
        figures.begun_anew,
        figures.finished,
        figures.carried_forward,
    )


def test_behaviour_07_what_was_closed_late_is_told_late_in_every_later_report(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    clock.at = bangkok(date(2026, 9, 15))
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพถ่าย", "พยานป่วย"), desk, boss)
    (late,) = told(desk, boss, YEAR).late
    assert (late.reason, late.closed_on) == ("พยานป่วย", date(2026, 9, 15))
    assert (late.due_on, late.late_by) == (date(2026, 8, 21), 17)
    before = told(desk, boss, YEAR)
    clock.at = bangkok(date(2026, 10, 5))
    reopen(Reopen(case_id, "พบหลักฐานใหม่"), desk, boss)
    clock.at = bangkok(date(2026, 10, 6))
    close(CloseCase(case_id, Outcome.FOUNDED, "รายงาน"), desk, boss)
    # Last year's report is what it was, and this year's tells of the new cycle alone.
    assert told(desk, boss, YEAR) == before
    after = told(desk, boss, NEXT_YEAR)
    assert after.headline == Counts(closed_on_time=1)
    assert after.late == ()


def test_behaviour_08_no_more_are_reopened_than_were_finished(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    assert told(desk, boss, YEAR).reopened_percent is None
    first, second = (came(desk, clerk, key) for key in "ab")
    clock.at = bangkok(date(2026, 7, 20))
    for case_id in (first, second):
        close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    for day in (5, 6, 7):
        clock.at = bangkok(date(2026, 8, day))
        reopen(Reopen(first, "ขอให้ทบทวน"), desk, boss)
        seen = told(desk, boss, YEAR)
        # Reopened, it is not resolved; what ended before keeps its verdict.
        assert seen.headline.open_in_time == 1
        close(CloseCase(first, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    figures = told(desk, boss, YEAR)
    assert moved(figures) == (0, 2, 3, 5, 0)
    assert (figures.reopened, figures.reopened_percent) == (3, Decimal("60.0"))
    reopen(Reopen(first, "อีก"), desk, boss)
    reopen(Reopen(second, "อีก"), desk, boss)
    figures = told(desk, boss, YEAR)
    assert (figures.reopened, figures.reopened_percent) == (5, Decimal("100.0"))
    assert moved(figures) == (0, 2, 5, 5, 2)
    assert moved(told(desk, boss, NEXT_YEAR)) == (2, 0, 0, 0, 2)


def test_behaviour_08_days_between_closing_and_reopening_count_in_neither_cycle(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    clock.at = bangkok(date(2026, 7, 20))
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    clock.at = bangkok(date(2026, 12, 1))
    reopen(Reopen(case_id, "ขอให้ทบทวน"), desk, boss)
    clock.at = bangkok(date(2026, 12, 3))
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    assert told(desk, boss, YEAR).headline == Counts(closed_on_time=1)
    assert told(desk, boss, NEXT_YEAR).headline == Counts(closed_on_time=1)
    between = told(desk, boss, (date(2026, 8, 1), date(2026, 11, 30)))
    assert (moved(between), between.headline.total) == ((0, 0, 0, 0, 0), 0)


def test_behaviour_24_what_is_merged_or_withdrawn_is_counted_once_or_not_at_all(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    first, second = (came(desk, clerk, key) for key in "ab")
    question = came(desk, clerk, "c", type=ComplaintType.INQUIRY)
    merge(Merge(first, second, "เรื่องเดียวกัน"), desk, boss)
    withdraw(Withdraw(question, "ได้คำตอบแล้ว", "หนังสือถอนเรื่อง"), desk, boss)
    figures = told(desk, boss, YEAR)
    # What nobody owes any more was not answered on time.
    assert figures.headline == Counts(open_in_time=1)
    assert moved(figures) == (0, 2, 0, 1, 1)
    clock.at = bangkok(date(2026, 7, 20))
    close(CloseCase(second, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, boss)
    assert told(desk, boss, YEAR).headline == Counts(closed_on_time=1)


def test_behaviour_28_reports_name_a_category_that_is_offered_no_more(
    desk: Desk, admin: Actor, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    name = desk.reading.case(boss, case_id).category.name
    offer_category(OfferCategory(9, active=False), desk, admin)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    (group,) = told(desk, boss, YEAR).by_category
    assert (group.name, group.counts) == (name, Counts(closed_on_time=1))
