"""A desk of plain dictionaries: the acts meet the real rules, and no database."""

import copy
import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

from desktop.errors import Conflict, Refused, Unavailable
from desktop.ports import (
    Attachment,
    Batch,
    Classification,
    Composed,
    Desk,
    Draft,
    IncomingLetter,
    Letter,
    Pressed,
    Replaced,
    StoredFile,
    UnitOfWork,
)
from desktop.rules.calendar import CalendarFacts, Holiday
from desktop.rules.case import Case, Step, StepKind
from desktop.rules.catalogue import Category, Channel, Frequent, Source
from desktop.rules.checking import ChannelCheck
from desktop.rules.escalating import SHIPPED as SHIPPED_LADDER
from desktop.rules.escalating import Ladder
from desktop.rules.journal import GENESIS, Entry, chained
from desktop.rules.letters import LetterDraft, LetterSeries
from desktop.rules.links import Link
from desktop.rules.numbering import Series
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Actor, Permission, Person, Role
from desktop.rules.policy import Policy
from desktop.rules.proposing import ProposedLetter
from desktop.rules.reasons import Reason
from desktop.rules.routing import AssignmentRule, Staff, barred_from
from desktop.rules.statement import Statement
from desktop.rules.summary import Summary
from desktop.rules.thai.names import called
from desktop.rules.wording import OfficeWording
from desktop.views import Lists, OfficeView, Saved, SavedView

_T = TypeVar("_T")


@dataclass
class Drawer:
    """Everything the fake register holds; a unit of work changes a copy of it."""

    cases: dict[int, Case] = field(default_factory=dict)
    steps: list[tuple[int, int, Step]] = field(default_factory=list)
    classifications: list[Classification] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    facts: list[OfficeFacts] = field(default_factory=list)
    signatories: dict[int, Signatory] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    categories: dict[int, Category] = field(default_factory=dict)
    frequent: dict[int, Frequent] = field(default_factory=dict)
    holidays: dict[date, Holiday] = field(default_factory=dict)
    policies: list[Policy] = field(default_factory=list)
    wordings: list[tuple[OfficeWording, datetime, int]] = field(default_factory=list)
    letters: dict[int, Letter] = field(default_factory=dict)
    proposals: dict[int, ProposedLetter] = field(default_factory=dict)
    versions: list[Replaced] = field(default_factory=list)
    incoming: list[IncomingLetter] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)
    batches: dict[int, Batch] = field(default_factory=dict)
    saved_views: dict[int, SavedView] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    attachments: list[Attachment] = field(default_factory=list)
    arranged: dict[int, int] = field(default_factory=dict)
    counters: dict[Series, int] = field(default_factory=dict)
    keys: dict[str, Saved] = field(default_factory=dict)
    rules: tuple[AssignmentRule, ...] = ()
    ladder: Ladder = SHIPPED_LADDER
    checks: list[tuple[ChannelCheck, int]] = field(default_factory=list)
    journal: list[tuple[Entry, str]] = field(default_factory=list)

    def days(self) -> CalendarFacts:
        return CalendarFacts(tuple(self.holidays[day] for day in sorted(self.holidays)))


class Shelf(Generic[_T]):
    """Things by identity, handed out as copies, as a database would."""

    def __init__(self, kept: dict[int, Any]) -> None:
        self._kept = kept

    def add(self, thing: _T) -> int:
        number = len(self._kept) + 1
        stored = cast("Any", copy.deepcopy(thing))
        stored.id = number
        self._kept[number] = stored
        return number

    def get(self, number: int) -> _T:
        return cast("_T", copy.deepcopy(self._kept[number]))

    def save(self, thing: _T) -> None:
        stored = cast("Any", copy.deepcopy(thing))
        self._kept[stored.id] = stored


class FakeCases(Shelf[Case]):
    def __init__(self, drawer: Drawer, actor: Actor) -> None:
        super().__init__(drawer.cases)
        self._drawer, self._actor = drawer, actor
        self._absent_owners: dict[int, int | None] = {}

    def get(self, number: int) -> Case:
        case = super().get(number)
        if self._actor.person_id in barred_from(case):
            raise Refused(Reason.NOT_VISIBLE)
        absent = self._actor.stands_in(case.owner_id, barred_from(case))
        self._absent_owners.setdefault(number, case.owner_id if absent else None)
        return case

    def absent_owner(self, case_id: int) -> int | None:
        return self._absent_owners.get(case_id)

    def save(self, case: Case) -> None:
        if self._drawer.cases[case.identity()].version != case.version:
            raise Conflict
        case.version += 1
        super().save(case)

    def classified(self, classification: Classification) -> None:
        self._drawer.classifications.append(classification)

    def step(self, case_id: int, sequence: int, step: Step) -> None:
        assert sequence == len(self._drawer.journal)
        self._drawer.steps.append((case_id, sequence, step))

    def step_of_many(self, case_ids: Sequence[int], sequence: int, step: Step) -> None:
        for case_id in case_ids:
            self.step(case_id, sequence, step)

    def accusing(self, name: str) -> list[Case]:
        wanted = (1, name, True)
        return [
            copy.deepcopy(case)
            for case in self._kept.values()
            if any(a.person_id is None and called(a.name, (wanted,)) for a in case.accused)
        ]

    def last_step(self, case_id: int) -> Step | None:
        of_case = [step for one, _, step in self._drawer.steps if one == case_id]
        done = [step for step in of_case if step.kind is not StepKind.VIEWED]
        return done[-1] if done else None

    def contested_by(self, case_id: int) -> int | None:
        of_case = (step for one, _, step in self._drawer.steps if one == case_id)
        appeals = [step for step in of_case if step.kind is StepKind.APPEALED]
        return cast("int", appeals[-1].facts["incoming"]) if appeals else None


class FakePeople(Shelf[Person]):
    def named(self, username: str) -> Person | None:
        wanted = username.casefold()
        found = (p for p in self._kept.values() if p.username.casefold() == wanted)
        return copy.deepcopy(next(found, None))

    def called(self, name: str) -> int | None:
        return called(name, ((p.id or 0, p.name, p.active) for p in self._kept.values()))

    def administrators(self) -> int:
        return sum(p.active and Role.ADMINISTRATOR in p.roles for p in self._kept.values())

    def staff(self) -> Staff:
        active = [p for p in self._kept.values() if p.active]
        return Staff(
            frozenset(p.id for p in active if p.actor().may(Permission.WORK)),
            tuple(p.id for p in active if Role.DIRECTOR in p.roles),
        )


class FakeLetters(Shelf[Letter]):
    def __init__(self, drawer: Drawer) -> None:
        super().__init__(drawer.letters)
        self._drawer = drawer

    def replace(self, replaced: Replaced) -> int:
        self._drawer.versions.append(replaced)
        return sum(one.letter_id == replaced.letter_id for one in self._drawer.versions)

    def receive(self, incoming: IncomingLetter) -> int:
        number = len(self._drawer.incoming) + 1
        self._drawer.incoming.append(replace(incoming, id=number))
        return number

    def incoming(self, incoming_id: int) -> IncomingLetter:
        return self._drawer.incoming[incoming_id - 1]

    def save_incoming(self, incoming: IncomingLetter) -> None:
        assert incoming.id is not None
        self._drawer.incoming[incoming.id - 1] = incoming

    def answers(self, letter_id: int) -> int:
        return sum(
            one.answers_id == letter_id and one.withdrawn_at is None
            for one in self._drawer.incoming
        )

    def numbered(self, series: LetterSeries, year: int, running: int) -> Letter | None:
        wanted = (series, year, running)
        found = (n for n in self._kept.values() if (n.series, n.year, n.running) == wanted)
        return copy.deepcopy(next(found, None))


class FakeLinks(Shelf[Link]):
    def add(self, thing: Link) -> int:
        number = len(self._kept) + 1
        self._kept[number] = replace(thing, id=number)
        return number

    def of(self, case_id: int) -> tuple[Link, ...]:
        return tuple(link for link in self._kept.values() if case_id in (link.from_id, link.to_id))


class FakeProposals(Shelf[ProposedLetter]):
    def save(self, thing: ProposedLetter) -> None:
        if self._kept[thing.identity()].version != thing.version:
            raise Conflict
        thing.version += 1
        super().save(thing)


class FakeBatches(Shelf[Batch]):
    def __init__(self, drawer: Drawer) -> None:
        super().__init__(drawer.batches)
        self._drawer = drawer

    def get(self, number: int) -> Batch:
        batch = super().get(number)
        keys = {place: batch.key_of(place) for place in range(len(batch.drafts))}
        kept = self._drawer.keys
        batch.issued = {place: kept[key].subject_id for place, key in keys.items() if key in kept}
        return batch


class FakeOffices:
    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def facts(self, on: date) -> OfficeFacts | None:
        past = [f for f in self._drawer.facts if f.effective_from <= on]
        return past[-1] if past else None

    def put_facts(self, facts: OfficeFacts) -> None:
        self._drawer.facts.append(facts)

    def add_signatory(self, signatory: Signatory) -> int:
        number = len(self._drawer.signatories) + 1
        self._drawer.signatories[number] = replace(signatory, id=number)
        return number

    def signatory(self, signatory_id: int) -> Signatory:
        return self._drawer.signatories[signatory_id]

    def save_signatory(self, signatory: Signatory) -> None:
        assert signatory.id is not None
        self._drawer.signatories[signatory.id] = signatory

    def put_lists(self, lists: Lists) -> None:
        for shelf, things in (
            (self._drawer.channels, lists.channels),
            (self._drawer.sources, lists.sources),
            (self._drawer.categories, lists.categories),
            (self._drawer.frequent, lists.frequent),
        ):
            for thing in things:
                number = thing.id or len(shelf) + 1
                cast("dict[int, Any]", shelf)[number] = replace(thing, id=number)

    def lists(self) -> Lists:
        drawer = self._drawer
        return Lists(
            tuple(drawer.channels.values()),
            tuple(drawer.sources.values()),
            tuple(drawer.categories.values()),
            tuple(drawer.frequent.values()),
        )

    def channel(self, channel_id: int) -> Channel:
        return self._drawer.channels[channel_id]

    def source(self, source_id: int) -> Source:
        return self._drawer.sources[source_id]

    def category(self, category_id: int) -> Category:
        return self._drawer.categories[category_id]

    def days(self) -> CalendarFacts:
        return self._drawer.days()

    def put_holidays(self, holidays: Sequence[Holiday]) -> None:
        self._drawer.holidays |= {holiday.date: holiday for holiday in holidays}

    def policy(self, on: date) -> Policy:
        return [p for p in self._drawer.policies if p.effective_from <= on][-1]

    def policy_version(self, version: int) -> Policy:
        return next(p for p in self._drawer.policies if p.version == version)

    def put_wording(self, wording: OfficeWording, at: datetime, by: int) -> None:
        self._drawer.wordings.append((wording, at, by))

    def put_ladder(self, ladder: Ladder) -> None:
        self._drawer.ladder = ladder

    def add_check(self, check: ChannelCheck, by: int) -> None:
        self._drawer.checks.append((check, by))

    def assignment_rules(self) -> tuple[AssignmentRule, ...]:
        return self._drawer.rules

    def put_assignment_rules(self, rules: Sequence[AssignmentRule]) -> None:
        self._drawer.rules = tuple(rules)

    def put_policy(self, policy: Policy) -> None:
        self._drawer.policies.append(policy)


class FakeSavedViews:
    def __init__(self, drawer: Drawer) -> None:
        self._kept = drawer.saved_views

    def add(self, view: SavedView) -> int:
        number = len(self._kept) + 1
        self._kept[number] = replace(view, id=number)
        return number

    def seen_by(self, person_id: int) -> tuple[SavedView, ...]:
        return tuple(v for v in self._kept.values() if v.shared or v.owner_id == person_id)

    def save(self, view: SavedView) -> None:
        assert view.id is not None
        self._kept[view.id] = view

    def remove(self, view_id: int) -> None:
        del self._kept[view_id]


class FakeFiles:
    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def put(self, content: bytes) -> StoredFile:
        name = f"file-{len(self._drawer.files) + 1}"
        self._drawer.files[name] = content
        return StoredFile(name, len(content), hashlib.sha256(content).hexdigest())

    def read(self, name: str) -> bytes:
        return self._drawer.files[name]


class FakeUnit:
    """One transaction: a copy of the drawer that only `commit` puts back."""

    def __init__(self, store: "FakeStore", actor: Actor) -> None:
        self._store = store
        self.drawer = copy.deepcopy(store.drawer)
        self.cases = FakeCases(self.drawer, actor)
        self.people = FakePeople(self.drawer.people)
        self.office = FakeOffices(self.drawer)
        self.proposals = FakeProposals(self.drawer.proposals)
        self.letters = FakeLetters(self.drawer)
        self.links = FakeLinks(self.drawer.links)
        self.batches = FakeBatches(self.drawer)
        self.saved_views = FakeSavedViews(self.drawer)
        self.files = FakeFiles(self.drawer)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        del kind, error, trace

    def commit(self) -> None:
        self._store.drawer = self.drawer

    def start_series(self, series: Series, first: int) -> None:
        self.drawer.counters.setdefault(series, first - 1)

    def next_number(self, series: Series) -> int:
        self.drawer.counters[series] = self.drawer.counters.get(series, 0) + 1
        return self.drawer.counters[series]

    def attach(self, attachment: Attachment) -> int:
        self.drawer.attachments.append(attachment)
        return len(self.drawer.attachments)

    def arrangement(self, case_id: int) -> Mapping[int, int]:
        own = {
            number: file.turned
            for number, file in enumerate(self.drawer.attachments, 1)
            if file.complaint_id == case_id and file.letter_id is None and file.incoming_id is None
        }
        before = {
            number: turned for number, turned in self.drawer.arranged.items() if number in own
        }
        return before | {number: turned for number, turned in own.items() if number not in before}

    def arrange(self, arrangement: Mapping[int, int]) -> None:
        self.drawer.arranged |= arrangement

    def saved(self, key: str) -> Saved | None:
        return self.drawer.keys.get(key)

    def keep_key(self, key: str, saved: Saved) -> None:
        assert key not in self.drawer.keys
        self.drawer.keys[key] = saved

    def journal(self, entry: Entry) -> int:
        book = self.drawer.journal
        previous = book[-1][1] if book else GENESIS
        book.append((entry, chained(len(book) + 1, entry, previous)))
        return len(book)

    def salt(self) -> str:
        return "salt"


class FakeReading:
    """The few questions that acts ask."""

    def __init__(self, store: "FakeStore") -> None:
        self._store = store

    def office(self, on: date) -> OfficeView:
        drawer = self._store.drawer
        facts = FakeOffices(drawer).facts(on)
        assert facts is not None
        signatories = tuple(drawer.signatories.values())
        return OfficeView(facts, signatories, drawer.days(), drawer.policies[-1])

    def saved(self, key: str) -> Saved | None:
        return self._store.drawer.keys.get(key)

    def case(self, actor: Actor, case_id: int) -> Case:
        return FakeCases(self._store.drawer, actor).get(case_id)


class FakePress:
    """Prints a letter as its own number; jams when told to."""

    def __init__(self) -> None:
        self.jammed = False
        self.wording = "เรื่องตามแบบ"

    def composed(self, case: object, draft: LetterDraft, office: OfficeView, on: date) -> Composed:
        del case, draft, office
        return Composed(self.wording, (), (f"ณ วันที่ {on}",))

    def letter(
        self,
        case: object,
        draft: LetterDraft,
        office: OfficeView,
        number: str,
        dated: date | None,
        on: date,
    ) -> Pressed:
        del case, office, on
        if self.jammed:
            raise RuntimeError("jam")
        return Pressed(f"{number} {dated} {draft.recipient}".encode())

    def summary(self, case: object, summary: Summary, office: OfficeView, on: date) -> Pressed:
        del case, office, on
        return Pressed(f"%PDF {summary}".encode())

    def statement(self, case: object, statement: Statement, office: OfficeView) -> Pressed:
        del case, office
        if self.jammed:
            raise RuntimeError("jam")
        return Pressed(f"%PDF {statement}".encode())


class FakeDrafts:
    """One person's unfinished forms; none is forgotten while it is jammed."""

    def __init__(self) -> None:
        self.forms: dict[str, Draft] = {}
        self.jammed = False

    def keep(self, person_id: int, draft: Draft) -> None:
        del person_id
        self.forms[draft.key] = draft

    def left(self, person_id: int) -> Sequence[Draft]:
        del person_id
        return tuple(self.forms.values())

    def one(self, person_id: int, key: str) -> Draft | None:
        del person_id
        return self.forms.get(key)

    def drop(self, person_id: int, key: str) -> None:
        del person_id
        if self.jammed:
            raise Unavailable("disk full")
        del self.forms[key]


class FakePasswords:
    """Digests that a test can read."""

    def digest(self, password: str) -> str:
        return f"digest of {password}"

    def matches(self, digest: str | None, password: str) -> bool:
        return digest == self.digest(password)


class FakeStore:
    """A register in memory, its clock, and the desk that works on them."""

    def __init__(self, now: datetime) -> None:
        self.drawer = Drawer()
        self.now = now
        self.press = FakePress()
        self.drafts = FakeDrafts()
        self._bytes = itertools.count(1)

    def pass_time(self, **amount: float) -> None:
        self.now += timedelta(**amount)

    def desk(self) -> Desk:
        return Desk(
            unit=lambda actor: cast("UnitOfWork", FakeUnit(self, actor)),
            reading=cast("Any", FakeReading(self)),
            press=cast("Any", self.press),
            passwords=FakePasswords(),
            drafts=cast("Any", self.drafts),
            now=lambda: self.now,
            random=lambda size: hashlib.sha256(str(next(self._bytes)).encode()).digest()[:size],
        )
