"""What must hold of the figures: what was late stays late, and nothing is counted twice."""

from datetime import date
from decimal import Decimal

import pytest
from clock import Clock
from office import bangkok, form

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.acts.merging import Merge, merge
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.reopening import Reopen, reopen
from desktop.acts.surveying import RecordSurvey, record_survey
from desktop.acts.withdrawing import Withdraw, withdraw
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.complaint import ComplaintType, Outcome, Petitioner, PetitionerKind
from desktop.rules.figures import Counts, SlaFigures
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.satisfaction import AskedBy, Response, Satisfaction
from desktop.rules.thai.dates import official_date

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


def ended(desk: Desk, clerk: Actor, boss: Actor, key: str, **changes: object) -> int:
    case_id = came(desk, clerk, key, **changes)
    close(CloseCase(case_id, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, boss)
    return case_id


def asked(desk: Desk, actor: Actor, case_id: int, *came_of: object) -> None:
    response, score = (*came_of, None)[:2]
    survey = RecordSurvey(case_id, official_date(desk.now()), AskedBy.PHONE, response, score)  # type: ignore[arg-type]
    record_survey(survey, desk, actor)


def test_behaviour_25_an_anonymous_complaint_stays_out_of_satisfaction_denominators(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    nobody = (Petitioner(kind=PetitionerKind.ANONYMOUS),)
    unsigned = ended(desk, clerk, boss, "a", petitioners=nobody)
    signed = ended(desk, clerk, boss, "b")
    with pytest.raises(Refused) as refused:
        asked(desk, clerk, unsigned, Response.SCORED, 5)
    assert refused.value.reason is Reason.NOBODY_TO_ASK
    asked(desk, clerk, signed, Response.SCORED, 5)
    figures = told(desk, boss, YEAR)
    assert figures.finished == 2
    assert figures.satisfaction == Satisfaction(finished=2, anonymous=1, scores=(0, 0, 0, 0, 1))
    assert (figures.satisfaction.askable, figures.satisfaction.not_asked) == (1, 0)
    assert figures.satisfaction.answered_percent == Decimal("100.0")


def test_behaviour_33_who_gives_no_answer_is_no_zero_in_the_average(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    assert told(desk, boss, YEAR).satisfaction.average is None
    four, five, refused, away, silent = (ended(desk, clerk, boss, key) for key in "abcde")
    assert told(desk, boss, YEAR).satisfaction.average is None
    asked(desk, clerk, four, Response.SCORED, 4)
    asked(desk, clerk, five, Response.UNREACHABLE)
    # Who was reached later has answered; what came before counts no more.
    asked(desk, clerk, five, Response.SCORED, 3)
    asked(desk, clerk, refused, Response.REFUSED)
    asked(desk, clerk, away, Response.UNREACHABLE)
    figures = told(desk, boss, YEAR)
    counted = figures.satisfaction
    assert counted == Satisfaction(5, 0, (0, 0, 1, 1, 0), refused=1, unreachable=1)
    assert (counted.average, counted.satisfied_percent) == (Decimal("3.50"), Decimal("50.0"))
    assert (counted.answered_percent, counted.not_asked) == (Decimal("40.0"), 1)
    ((way, by_phone),) = figures.satisfaction_by_way
    assert (way, by_phone.answered, by_phone.not_asked) == (AskedBy.PHONE, 2, 0)
    shown = desk.reading.case(boss, five).surveys
    assert [(one.response, one.score) for one in shown] == [
        (Response.UNREACHABLE, None),
        (Response.SCORED, 3),
    ]
    assert desk.reading.case(boss, silent).surveys == ()


def test_behaviour_33_only_what_has_ended_is_asked_about_and_each_cycle_by_itself(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    with pytest.raises(Refused) as refused:
        asked(desk, clerk, case_id, Response.SCORED, 5)
    assert refused.value.reason is Reason.WRONG_STATUS
    clock.at = bangkok(date(2026, 7, 20))
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    early = RecordSurvey(case_id, date(2026, 7, 19), AskedBy.PHONE, Response.REFUSED)
    late = RecordSurvey(case_id, date(2026, 7, 21), AskedBy.PHONE, Response.REFUSED)
    odd = RecordSurvey(case_id, date(2026, 7, 20), AskedBy.PHONE, Response.SCORED, 6)
    empty = RecordSurvey(case_id, None, None, None)
    for command, reason in (
        (early, Reason.BEFORE_CLOSING),
        (late, Reason.IN_THE_FUTURE),
        (odd, Reason.UNKNOWN_CHOICE),
    ):
        with pytest.raises(Refused) as refused:
            record_survey(command, desk, clerk)
        assert refused.value.reason is reason
    with pytest.raises(Refusals) as gaps:
        record_survey(empty, desk, clerk)
    assert len(gaps.value.refusals) == 3
    asked(desk, clerk, case_id, Response.SCORED, 1)
    clock.at = bangkok(date(2026, 8, 3))
    reopen(Reopen(case_id, "ขอให้ทบทวน"), desk, boss)
    clock.at = bangkok(date(2026, 8, 10))
    close(CloseCase(case_id, Outcome.FOUNDED, "บันทึก"), desk, boss)
    asked(desk, clerk, case_id, Response.SCORED, 5)
    first = told(desk, boss, (DAY, date(2026, 7, 31))).satisfaction
    again = told(desk, boss, (date(2026, 8, 1), date(2026, 8, 31))).satisfaction
    assert (first.scores, again.scores) == ((1, 0, 0, 0, 0), (0, 0, 0, 0, 1))
