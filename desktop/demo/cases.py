"""Made-up cases, any number of them, consistent with every rule of the office."""

import heapq
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from desktop.demo import arrivals, people
from desktop.demo.lives import Happening, Life, fit_owners
from desktop.demo.office import Setting
from desktop.demo.phrases import texts
from desktop.demo.plans import FRESH, RESTING, plan, plan_to
from desktop.demo.stories import Scene, Story, filled, scene, stories
from desktop.rules.case import Case
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.clocked import Clock
from desktop.rules.clocks import Target
from desktop.rules.complaint import (
    Accused,
    ChannelKind,
    ComplaintType,
    Intake,
    Petitioner,
    PetitionerKind,
    Status,
    Urgency,
)
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import targets
from desktop.rules.priority import proposed
from desktop.rules.promises import TO_THE_PETITIONER, Standard, promised
from desktop.rules.thai.dates import at_office, fiscal_year, official_date
from desktop.rules.thai.digits import thai_digits
from desktop.rules.tracking import new_code

_SOURCES = {
    "gcc_1111": "palace_pm",
    "moe_1579": "ministry",
    "damrong": "ministry",
    "safety": "ministry",
    "media": "media",
}
_UNSIGNED = {"box": 0.5, "po_box": 0.5, "qr": 0.25, "facebook": 0.25, "website": 0.15}
_UNSIGNED_BY_KIND = {ChannelKind.LETTER: 0.1, ChannelKind.PHONE: 0.07, ChannelKind.OTHER: 0.05}
_LETTERS = frozenset({"letter", "fax", "po_box"})

Promise = tuple[date, tuple[Target, ...]]


@dataclass(slots=True)
class _Writer:
    """Writes cases one after another; equal promises are counted once."""

    setting: Setting
    rng: random.Random
    now: datetime
    _promises: dict[Promise, tuple[Clock, ...]] = field(default_factory=dict)

    def life(self, day: date, status: Status | None = None) -> Life:
        """Invent a case that comes on a day, and live it up to now, or up to a status."""
        channel = self.setting.channels[_chosen(_CHANNELS, self.rng)]
        rng, kind = self.rng, channel.kind
        calendar = self.setting.calendar
        received_at = arrivals.received(day, kind, calendar.is_workday(day), rng)
        received_at = min(received_at, self.now - timedelta(minutes=rng.randint(5, 90)))
        day = official_date(received_at)
        recorded_at = arrivals.recorded(received_at, day, kind, calendar, rng)
        category = self._category(status)
        story = rng.choice(stories()[category.code])
        at = scene(day, rng)
        source = self._source(channel)
        petitioner = self._petitioner(channel, source, story, at)
        if petitioner.kind is PetitionerKind.ANONYMOUS and source.code == "public":
            source = self.setting.sources["anonymous"]
        accused = self._accused(story, at)
        case = self._case(story, at, channel, source, category, (petitioner,), accused)
        case.received_at, case.recorded_at = received_at, min(recorded_at, self.now)
        case.cycle_started_at = received_at
        case.intake = self._intake(channel, source, received_at)
        case.clocks = self._clocks(case, category)
        clerk = rng.choice(self.setting.clerks)
        case.registered_by = clerk.person_id
        owner = rng.choice(fit_owners(self.setting.owners, accused))
        life = Life(case, clerk, owner, self.setting, rng)
        against = category.against_officials
        planned = (
            plan(case, rng, against_officials=against)
            if status is None
            else plan_to(status, case, rng)
        )
        life.live(planned, self.now)
        return life

    def _case(
        self,
        story: Story,
        at: Scene,
        channel: Channel,
        source: Source,
        category: Category,
        petitioners: tuple[Petitioner, ...],
        accused: tuple[Accused, ...],
    ) -> Case:
        rng = self.rng
        danger = story.child_danger and rng.random() < 0.5
        midnight = at_office(at.received_on, time())
        return Case(
            uid=rng.randbytes(16).hex(),
            # Numbers are given where the case is stored, in the order of recording.
            number=ComplaintNumber(fiscal_year(at.received_on), 0),
            tracking=new_code(rng.randbytes),
            type=rng.choice(story.types),
            channel_id=_known(channel.id),
            channel_kind=channel.kind,
            source_id=_known(source.id),
            category_id=_known(category.id),
            received_at=midnight,
            cycle_started_at=midnight,
            received_on=at.received_on,
            recorded_at=midnight,
            registered_by=0,
            intake=Intake(),
            matter=filled(story, at, rng),
            petitioners=petitioners,
            accused=accused,
            restricted=category.against_officials
            or (petitioners[0].wants_secrecy and rng.random() < 0.5),
            child_danger=danger,
            priority=proposed(source.rank, category.urgency, child_danger=danger).priority,
            policy_version=self.setting.policy.version,
            clocks=(),
        )

    def _category(self, status: Status | None) -> Category:
        while True:
            category = self.setting.categories[_chosen(_CATEGORIES, self.rng)]
            # Withdrawing never ends a case against an official.
            if status is not Status.WITHDRAWN or not category.against_officials:
                return category

    def _source(self, channel: Channel) -> Source:
        code = _SOURCES.get(channel.code, "public")
        if channel.code == "letter":
            chance = self.rng.random()
            code = "oversight" if chance < 0.04 else "ministry" if chance < 0.2 else "public"
        return self.setting.sources[code]

    def _petitioner(self, channel: Channel, source: Source, story: Story, at: Scene) -> Petitioner:
        rng = self.rng
        unsigned = _UNSIGNED.get(channel.code, _UNSIGNED_BY_KIND.get(channel.kind, 0.0))
        chance = rng.random()
        if chance < unsigned and story.types[0] is ComplaintType.COMPLAINT:
            return people.nobody()
        if source.agency and chance > 0.75:
            return people.agency(rng.choice(texts("agencies", source.code)))
        if chance > 0.93 and channel.kind is not ChannelKind.PHONE:
            return people.group(at, rng)
        return people.person(channel.kind, rng)

    def _accused(self, story: Story, at: Scene) -> tuple[Accused, ...]:
        """Return the accused; now and then it is one of the office's own people."""
        if story.category == "service" and self.rng.random() < 0.06:
            owner = self.setting.owners[0]
            facts = self.setting.facts
            return (Accused(owner.name, "เจ้าหน้าที่", facts.group, owner.person_id),)
        return people.accused(story, at, self.rng)

    def _intake(self, channel: Channel, source: Source, received_at: datetime) -> Intake:
        rng, day = self.rng, official_date(received_at)
        if channel.kind is ChannelKind.PHONE:
            soon = received_at + timedelta(days=1) if rng.random() < 0.15 else None
            return Intake(
                caller_phone=people.phone(rng), call_back_at=soon, read_back=rng.random() < 0.9
            )
        if channel.kind is ChannelKind.WALK_IN:
            return Intake(statement_signed=rng.random() < 0.9)
        if channel.kind is ChannelKind.OTHER:
            return Intake(reference=f"{channel.code}-{day:%y%m%d}-{rng.randint(1, 9999):04d}")
        if channel.code not in _LETTERS:
            return Intake(pages=rng.randint(1, 3))
        number, sender = "", ""
        if source.agency:
            number = thai_digits(f"ตย {rng.randint(1000, 9999)}/{rng.randint(1, 4000)}")
            sender = rng.choice(texts("agencies", source.code))
        return Intake(
            letter_number=number,
            letter_date=day - timedelta(days=rng.randint(0, 6)),
            letter_from=sender,
            pages=rng.randint(1, 12),
            urgency=rng.choices(tuple(Urgency), (80, 12, 5, 3))[0],
            central_number=str(rng.randint(100, 9000)),
        )

    def _clocks(self, case: Case, category: Category) -> tuple[Clock, ...]:
        # Every unit of the shipped standard is a day, so a day's cases share their due dates.
        standard = Standard(self.setting.policy, self.setting.calendar, category.complexity)
        profile = case.profile(category.complexity)
        key = (case.received_on, targets(standard.policy, profile))
        if key not in self._promises:
            self._promises[key] = promised(standard, profile, case.received_at, anonymous=False)
        return tuple(
            replace(clock, started_at=case.received_at)
            for clock in self._promises[key]
            if not (case.anonymous and clock.kind in TO_THE_PETITIONER)
        )


def invent(
    setting: Setting, seed: int, count: int, first_day: date, now: datetime
) -> Iterator[Life]:
    """Invent cases that came from a day on until now, in the order in which they were recorded.

    The same seed, setting and period give the same cases.
    """
    rng = random.Random(seed)  # noqa: S311 - invented people need no secrecy
    writer = _Writer(setting, rng, now)
    waiting: list[tuple[datetime, int, Life]] = []
    made = 0
    last_day = official_date(now)
    for day, come in arrivals.shared_out(count, first_day, last_day, setting.calendar):
        midnight = at_office(day, time())
        while waiting and waiting[0][0] < midnight:
            yield heapq.heappop(waiting)[2]
        for _ in range(come):
            life = writer.life(day)
            made += 1
            heapq.heappush(waiting, (life.case.recorded_at, made, life))
    while waiting:
        yield heapq.heappop(waiting)[2]


def invent_at_rest(setting: Setting, seed: int, each: int, now: datetime) -> Iterator[Life]:
    """Invent recent cases in every status of which a register shows few, in order of recording."""
    rng = random.Random(f"at rest {seed}")  # noqa: S311 - as above
    writer = _Writer(setting, rng, now)
    today = official_date(now)
    resting = []
    for status in RESTING:
        # The oldest day leaves room for a slow post and for what the plan takes.
        ago = (1, 3) if status is Status.RECEIVED else (4, 7) if status in FRESH else (8, 22)
        for _ in range(each):
            day = setting.calendar.add_workdays(today, -rng.randint(*ago))
            resting.append(writer.life(day, status))
    yield from sorted(resting, key=lambda life: life.case.recorded_at)


def in_order(lives: Iterator[Life]) -> Iterator[Life | Happening]:
    """Merge the lives of cases into one diary: each case, then what happened, by the clock."""
    told: list[tuple[datetime, int, int, Happening]] = []
    for number, life in enumerate(lives):
        begun = life.case.recorded_at
        while told and told[0][0] < begun:
            yield heapq.heappop(told)[3]
        yield life
        for place, happening in enumerate(life.happenings):
            heapq.heappush(told, (happening.at, number, place, happening))
    while told:
        yield heapq.heappop(told)[3]


Chances = tuple[Sequence[str], Sequence[int]]
_CATEGORIES: Chances = (
    tuple(arrivals.CATEGORIES),
    tuple(accumulate(arrivals.CATEGORIES.values())),
)
_CHANNELS: Chances = (tuple(arrivals.CHANNELS), tuple(accumulate(arrivals.CHANNELS.values())))


def _chosen(chances: Chances, rng: random.Random) -> str:
    return rng.choices(chances[0], cum_weights=chances[1])[0]


def _known(identity: int | None) -> int:
    assert identity is not None
    return identity
