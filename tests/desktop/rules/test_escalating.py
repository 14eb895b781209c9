"""Who is told when: the ladder, the part of the time that has gone, the marks that are passed."""

from datetime import date, timedelta

import pytest
from offices import GOVERNMENT, at

from desktop.rules.clocks import ClockKind, Target, Unit
from desktop.rules.counting import due_at
from desktop.rules.escalating import SHIPPED, Held, Ladder, Span, passed, told_from, watches_all
from desktop.rules.people import Actor, Role

RECEIVED = at(date(2026, 7, 1))


def span(amount: int, unit: Unit) -> Span:
    target = Target(ClockKind.RESOLVE, amount, unit)
    return Span(amount, unit, due_at(target, RECEIVED, GOVERNMENT))


def person(number: int, *roles: Role) -> Actor:
    return Actor(number, "", frozenset(roles))


@pytest.mark.parametrize(
    ("actor", "held", "step"),
    [
        (person(1, Role.OWNER), Held.OWN, 50),
        (person(1, Role.OWNER), Held.ANOTHERS, None),
        (person(1, Role.OWNER), Held.NOBODYS, None),
        (person(1, Role.CLERK), Held.NOBODYS, None),
        (person(3, Role.SUPERVISOR), Held.ANOTHERS, 80),
        (person(3, Role.SUPERVISOR), Held.NOBODYS, 50),
        (person(3, Role.SUPERVISOR), Held.OWN, 50),
        (person(4, Role.DIRECTOR), Held.ANOTHERS, 100),
        (person(4, Role.DIRECTOR), Held.NOBODYS, 100),
        (person(4, Role.DIRECTOR, Role.SUPERVISOR), Held.ANOTHERS, 80),
    ],
)
def test_each_is_told_from_a_step_of_the_ladder(actor: Actor, held: Held, step: int | None) -> None:
    assert told_from(SHIPPED, actor, held) == step
    assert watches_all(actor) is bool(actor.roles & {Role.SUPERVISOR, Role.DIRECTOR})


def test_a_ladder_must_not_fall() -> None:
    assert SHIPPED.rises
    assert Ladder(1, 1, 100).rises
    for wrong in (Ladder(0, 80, 100), Ladder(80, 50, 100), Ladder(50, 90, 80), Ladder(50, 80, 101)):
        assert not wrong.rises


@pytest.mark.parametrize("unit", Unit)
def test_the_part_that_has_gone_grows_and_is_whole_only_when_it_falls_due(unit: Unit) -> None:
    clock = span(10 if unit is not Unit.WORKING_MINUTES else 2400, unit)
    moments = [RECEIVED + timedelta(hours=6 * n) for n in range(200)]
    parts = [clock.percent(moment, GOVERNMENT) for moment in moments]
    assert parts == sorted(parts)
    assert parts[0] == 0
    assert 50 in parts or any(45 <= part <= 55 for part in parts)
    assert clock.percent(clock.due_at - timedelta(seconds=1), GOVERNMENT) == 99
    assert clock.percent(clock.due_at, GOVERNMENT) == 100


def test_working_days_go_by_working_days() -> None:
    # Ten working days from Wednesday 1 July 2026: five have gone on Wednesday the 8th.
    clock = span(10, Unit.WORKING_DAYS)
    assert clock.percent(at(date(2026, 7, 7)), GOVERNMENT) == 40
    assert clock.percent(at(date(2026, 7, 8)), GOVERNMENT) == 50
    assert clock.percent(at(date(2026, 7, 11)), GOVERNMENT) == 70
    assert clock.percent(at(date(2026, 7, 12)), GOVERNMENT) == 70


def test_what_is_due_at_once_has_no_part_before_the_whole() -> None:
    clock = span(0, Unit.WORKING_DAYS)
    assert clock.percent(RECEIVED, GOVERNMENT) == 0
    assert clock.percent(clock.due_at, GOVERNMENT) == 100


def test_a_mark_is_passed_once_and_the_highest_is_told() -> None:
    clock = span(10, Unit.WORKING_DAYS)
    marks = (50, 80, 100)
    before, half = at(date(2026, 7, 7)), at(date(2026, 7, 8))
    assert passed(clock, before, half, marks, GOVERNMENT) == 50
    assert passed(clock, half, at(date(2026, 7, 9)), marks, GOVERNMENT) is None
    assert passed(clock, before, at(date(2026, 7, 13)), marks, GOVERNMENT) == 80
    assert passed(clock, before, clock.due_at, marks, GOVERNMENT) == 100
    assert passed(clock, before, half, (80,), GOVERNMENT) is None
