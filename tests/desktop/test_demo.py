"""The made-up office: its stories are whole, and its cases keep every rule."""

import random
from dataclasses import astuple, replace
from datetime import UTC, date, datetime

import pytest

from desktop.demo.cases import in_order, invent, invent_at_rest
from desktop.demo.lives import Happening, Life
from desktop.demo.office import PASSWORD, Setting, opening
from desktop.demo.plans import RESTING
from desktop.demo.stories import filled, scene, stories
from desktop.rules.calendar import government_holidays, office_calendar
from desktop.rules.case import StepKind
from desktop.rules.catalogue import CATEGORIES, CHANNELS, SOURCES
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Origin, Verdict
from desktop.rules.complaint import Status
from desktop.rules.letters import LetterStatus
from desktop.rules.passwords import check_password
from desktop.rules.people import Actor, Role
from desktop.rules.policy import SHIPPED
from desktop.rules.road import FINISHED

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
FIRST = date(2025, 8, 1)
MANY = 700


@pytest.fixture(scope="module")
def setting() -> Setting:
    owners = (
        Actor(4, "นายหนึ่ง", frozenset({Role.OWNER})),
        Actor(5, "นางสอง", frozenset({Role.OWNER})),
    )
    return Setting(
        channels={c.code: replace(c, id=n) for n, c in enumerate(CHANNELS, 1)},
        sources={s.code: replace(s, id=n) for n, s in enumerate(SOURCES, 1)},
        categories={c.code: replace(c, id=n) for n, c in enumerate(CATEGORIES, 1)},
        policy=SHIPPED,
        calendar=office_calendar(tuple(government_holidays(range(2024, 2028)))),
        facts=opening(FIRST).facts,
        signatories=(1, 2),
        clerks=(Actor(2, "นายสาม", frozenset({Role.CLERK})),),
        owners=owners,
        supervisors=(Actor(3, "นางสี่", frozenset({Role.SUPERVISOR})),),
    )


@pytest.fixture(scope="module")
def lives(setting: Setting) -> list[Life]:
    return list(invent(setting, 7, MANY, FIRST, NOW))


def test_stories_are_many_and_whole() -> None:
    told = [story for kind in stories().values() for story in kind]
    assert len(told) >= 60
    assert set(stories()) == {category.code for category in CATEGORIES}
    assert len({story.matter.subject for story in told}) == len(told)
    rng = random.Random(1)
    for story in told:
        for _ in range(5):
            matter = filled(story, scene(date(2026, 1, 31), rng), rng)
            assert not any("{" in text or "}" in text for text in astuple(matter)), story
            assert matter.facts
            assert len(matter.subject) < 120


def test_office_opens_with_every_part_played() -> None:
    people = opening(FIRST).people
    assert Role.ADMINISTRATOR in people[0].roles
    played = frozenset().union(*(person.roles for person in people))
    assert played == set(Role)
    assert sum(Role.OWNER in person.roles for person in people) == 2
    for person in people:
        check_password(PASSWORD, PASSWORD, person.username)


def test_same_seed_gives_the_same_cases(setting: Setting) -> None:
    def told(seed: int) -> list[object]:
        made = invent(setting, seed, 60, FIRST, NOW)
        return [(life.case, [(h.at, h.kind, h.note) for h in life.happenings]) for life in made]

    assert told(11) == told(11)
    assert told(11) != told(12)


def test_cases_come_in_the_order_of_recording(lives: list[Life]) -> None:
    assert len(lives) == MANY
    recorded = [life.case.recorded_at for life in lives]
    assert recorded == sorted(recorded)
    assert all(life.case.received_at <= life.case.recorded_at <= NOW for life in lives)
    assert len({life.case.channel_id for life in lives}) >= 10
    assert len({life.case.uid for life in lives}) == MANY


def test_nothing_happens_before_its_time_or_after_now(lives: list[Life]) -> None:
    for life in lives:
        moments = [happening.at for happening in life.happenings]
        assert moments == sorted(moments)
        assert life.happenings[0].kind is StepKind.REGISTERED
        assert moments[0] == life.case.recorded_at
        assert moments[-1] <= NOW


def clocks_of(lives: list[Life]) -> list[tuple[Life, Clock]]:
    return [(life, clock) for life in lives for clock in life.case.clocks]


def test_clocks_run_by_the_rule(lives: list[Life], setting: Setting) -> None:
    for life, clock in clocks_of(lives):
        assert clock.target is not None
        if clock.target.origin is Origin.COMPUTED:
            counted = life.standard.explained(clock, life.case.pauses(clock.kind))
            assert clock.due_at == counted.at
        assert clock.due_at is not None
        if clock.stopped_at is None:
            still = life.case.open_wait() is not None and clock.kind is ClockKind.RESOLVE
            assert clock.verdict in (
                {Verdict.RUNNING, Verdict.PAUSED} if still else {Verdict.RUNNING}
            )
        elif clock.verdict is not Verdict.DROPPED:
            assert (clock.verdict is Verdict.MET) == (clock.stopped_at <= clock.due_at)


def test_every_verdict_and_a_given_day_are_there(lives: list[Life]) -> None:
    clocks = [clock for _, clock in clocks_of(lives)]
    shares = {v: sum(c.verdict is v for c in clocks) / len(clocks) for v in Verdict}
    assert shares[Verdict.MET] > 0.5
    assert 0.05 < shares[Verdict.MISSED] < 0.35
    assert shares[Verdict.RUNNING] > 0.02
    assert any(c.target is not None and c.target.origin is Origin.GIVEN for c in clocks)
    assert any(c.due_at != c.first_due_at for c in clocks)


def test_late_closings_tell_why(lives: list[Life]) -> None:
    closed = [life.case for life in lives if life.case.status in (Status.CLOSED, Status.INFORMED)]
    late = [
        case
        for case in closed
        if (clock := case.clock(ClockKind.RESOLVE)) and clock.verdict is Verdict.MISSED
    ]
    assert late
    assert all(case.late_reason for case in late)
    assert all(case.outcome is not None and case.closed_at is not None for case in closed)


def test_nobody_is_promised_anything_who_did_not_sign(lives: list[Life]) -> None:
    unsigned = [life for life in lives if life.case.anonymous]
    assert unsigned
    for life in unsigned:
        assert not life.case.petitioners[0].first
        assert {clock.kind for clock in life.case.clocks} <= {ClockKind.RESOLVE}
        assert life.letter is None


def test_no_accused_owns_the_case(lives: list[Life]) -> None:
    accused = [(life, who) for life in lives for who in life.case.accused if who.person_id]
    assert accused
    assert all(life.case.owner_id != who.person_id for life, who in accused)


def test_letters_lie_where_their_case_says(lives: list[Life]) -> None:
    letters = [life for life in lives if life.letter is not None]
    assert len(letters) > MANY // 4
    for life in letters:
        assert life.letter is not None
        clock = life.case.clock(ClockKind.ACKNOWLEDGE)
        sent = life.letter.status is LetterStatus.SENT
        assert sent == (life.letter.sent_at is not None)
        assert clock is None or sent == (clock.stopped_at is not None)


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 7, 15, 7, 40, tzinfo=UTC),
        datetime(2026, 4, 15, 3, 0, tzinfo=UTC),  # in the middle of Songkran
        datetime(2026, 1, 4, 17, 30, tzinfo=UTC),  # after midnight, on the new year's first Monday
        datetime(2025, 10, 1, 1, 0, tzinfo=UTC),  # the first morning of a fiscal year
    ],
)
def test_every_rare_status_is_reached(setting: Setting, now: datetime) -> None:
    resting = list(invent_at_rest(setting, 3, 2, now))
    assert sorted(life.case.status for life in resting) == sorted((*RESTING, *RESTING))
    assert all(happening.at <= now for life in resting for happening in life.happenings)
    recorded = [life.case.recorded_at for life in resting]
    assert recorded == sorted(recorded)


def test_all_statuses_are_among_the_demo(setting: Setting, lives: list[Life]) -> None:
    found = {life.case.status for life in lives} | set(RESTING)
    assert found == set(Status)
    assert {Status.CLOSED, Status.INFORMED, Status.ARCHIVED, Status.REFERRED} <= FINISHED


def test_diary_runs_by_the_clock_with_each_case_before_its_deeds(lives: list[Life]) -> None:
    seen: set[str] = set()
    last = datetime.min.replace(tzinfo=UTC)
    count = 0
    for event in in_order(iter(lives)):
        if isinstance(event, Happening):
            assert event.case.uid in seen
            assert event.at >= last
            last = event.at
            count += 1
        else:
            seen.add(event.case.uid)
    assert count == sum(len(life.happenings) for life in lives)


def test_numbers_of_people_belong_to_nobody(lives: list[Life]) -> None:
    for life in lives:
        for who in life.case.petitioners:
            assert not who.phone or who.phone[2:6] == "0000"
            assert not who.citizen_id or who.citizen_id.startswith("00000")
            assert not who.email or who.email.endswith("@example.com")
