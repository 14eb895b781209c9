"""What becomes of a made-up case, chosen by chance in the shares that an office would know."""

import random
from collections.abc import Mapping, Sequence

from desktop.demo import lives
from desktop.demo.lives import Act, Plan
from desktop.rules.case import Case
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ChannelKind, ComplaintType, Outcome, Status
from desktop.rules.proceedings import WaitFor
from desktop.rules.road import Move

_ORAL = (ChannelKind.PHONE, ChannelKind.WALK_IN)
_AGAINST_OFFICIALS = (
    *(Outcome.UNFOUNDED,) * 4,
    *(Outcome.FOUNDED,) * 3,
    Outcome.EXPLAINED,
    Outcome.NO_EVIDENCE,
)
_ORDINARY = (*(Outcome.SOLVED,) * 6, *(Outcome.EXPLAINED,) * 3, Outcome.NO_EVIDENCE)


def plan(case: Case, rng: random.Random, *, against_officials: bool) -> Plan:
    """Choose what will be done to a case and on which working days."""
    if case.type is ComplaintType.PRAISE:
        day = rng.randint(0, 3)
        return [(day, lives.assigned), *_finished(case, day + 1, rng, "praise")]
    end = _end(case, rng, against_officials=against_officials)
    steps: Plan = []
    orally = case.channel_kind in _ORAL and not case.anonymous and rng.random() < 0.92
    if orally:
        steps.append((0, lives.told_orally))
    steps += end or []
    if not (orally or case.anonymous):
        steps += _acknowledged(end, rng)
    if end is not None:
        return steps
    if case.type is ComplaintType.INQUIRY:
        day = rng.randint(0, 2)
        last = day + rng.choices((1, 4, 8, 14), (6, 4, 2, 1))[0]
        return [*steps, (day, lives.assigned), *_finished(case, last, rng, "question")]
    return [*steps, *_worked(case, rng, against_officials=against_officials)]


def _acknowledged(end: Plan | None, rng: random.Random) -> Plan:
    if end is not None and end[0][1] is not lives.referred:
        # What is not taken up, sent back or merged is told by another letter than this one.
        return []
    day = rng.choices((0, 1, 2, 4), (45, 40, 10, 5))[0]
    if end is not None:
        day = end[0][0]
    return [(day, lives.issued), (day, lives.printed), (day + (rng.random() < 0.3), lives.sent)]


def _end(case: Case, rng: random.Random, *, against_officials: bool) -> Plan | None:
    """Choose an ending without work, or None for the usual road."""
    chance, day = rng.random(), rng.randint(1, 4)
    if case.type is ComplaintType.INQUIRY:
        return None
    if chance < (0.15 if case.anonymous else 0.02):
        outcome = Outcome.NO_EVIDENCE if case.anonymous else Outcome.NOT_IN_AUTHORITY
        return [(day, lives.ended(Move.NOT_ACCEPT, outcome, "not_accepted"))]
    if chance > 0.985 and case.channel_kind is ChannelKind.LETTER:
        return [(day, lives.ended(Move.RETURN, None, "returned"))]
    if against_officials:
        return None
    if chance > 0.95:
        return [(day, lives.ended(Move.MERGE, None, "merged"))]
    if chance > 0.83:
        later: Plan = [(day + 45, lives.archived)] if rng.random() < 0.6 else []
        return [(rng.randint(0, 2), lives.referred), *later]
    return None


def _worked(case: Case, rng: random.Random, *, against_officials: bool) -> Plan:
    clock = case.clock(ClockKind.RESOLVE)
    days = 10 if clock is None or clock.target is None else clock.target.amount
    begin = rng.choices((0, 1, 2, 3, 6), (20, 40, 20, 15, 5))[0]
    last = begin + max(2, round(days * _pace(rng)))
    steps: Plan = []
    if rng.random() < 0.25:
        steps.append((min(begin, 1), lives.screened))
        if rng.random() < 0.7:
            steps.append((min(begin, 1), lives.awaited))
    steps.append((begin, lives.assigned))
    count = min(1 + last // 8, rng.choices((0, 1, 2, 4), (3, 5, 3, 1))[0])
    steps += [(begin + round((last - begin) * n / (count + 1)), lives.worked) for n in range(count)]
    steps += _waited(begin, last, rng)
    if not case.anonymous and last > 8:
        late = rng.random() < 0.12
        steps.append((min(last, rng.randint(11, 18) if late else rng.randint(3, 8)), _PROGRESS))
    if not against_officials and rng.random() < 0.03:
        end = lives.ended(Move.WITHDRAW, Outcome.WITHDRAWN, "withdrawn")
        return [*steps, (last, end)]
    if rng.random() < 0.35:
        steps.append((last, lives.proposed))
        last += rng.randint(0, 2)
    outcomes = _AGAINST_OFFICIALS if against_officials else _ORDINARY
    return [*steps, *_finished(case, last, rng, "final", *outcomes)]


_PROGRESS = lives.progress_told


def _pace(rng: random.Random) -> float:
    """Return how much of its time a case takes: most are in time, some late, a few very late."""
    chance = rng.random()
    if chance < 0.82:
        return rng.uniform(0.2, 0.92)
    return rng.uniform(1.05, 1.5) if chance < 0.95 else rng.uniform(1.6, 3.5)


def _waited(begin: int, last: int, rng: random.Random) -> Plan:
    if last - begin < 6 or rng.random() > 0.25:
        return []
    since = begin + (last - begin) // 2
    until = last - 1
    kinds = (
        lives.waiting(WaitFor.PETITIONER, "waiting_petitioner"),
        lives.waiting(WaitFor.AGENCY, "waiting_agency"),
        lives.waiting(WaitFor.COURT, "waiting_court"),
    )
    return [(since, rng.choices(kinds, (5, 4, 1))[0]), (until, lives.resumed)]


def _finished(case: Case, day: int, rng: random.Random, phrase: str, *outcomes: Outcome) -> Plan:
    steps: Plan = [(day, lives.closed(*(outcomes or (Outcome.EXPLAINED,))))]
    if case.anonymous or rng.random() < 0.06:
        return steps
    steps.append((day + rng.choices((0, 1, 4), (5, 3, 1))[0], lives.informed(phrase)))
    if rng.random() < 0.6:
        steps.append((day + rng.randint(15, 45), lives.archived))
    return steps


def plan_to(status: Status, case: Case, rng: random.Random) -> Plan:
    """Choose what brings a case to a status and leaves it there."""
    steps: Plan = [(0, lives.enclosed)]
    if case.channel_kind in _ORAL and not case.anonymous:
        steps.append((0, lives.told_orally))
    elif not case.anonymous and status in _ROADS:
        # Some letters lie on the desk, some in the tray; the rest have left.
        letters: Plan = [(0, lives.issued), (0, lives.printed), (0, lives.sent)]
        steps += letters[: rng.randint(1, 2)] if status in FRESH else letters
    return [*steps, *_ROADS.get(status, _SHORTCUTS.get(status, ()))]


_SCREENED = ((0, lives.screened),)
_STARTED = ((1, lives.assigned), (2, lives.worked))
_ROADS: Mapping[Status, Sequence[tuple[int, Act]]] = {
    Status.RECEIVED: (),
    Status.SCREENING: _SCREENED,
    Status.AWAITING_ORDER: (*_SCREENED, (0, lives.awaited)),
    Status.ASSIGNED: _STARTED[:1],
    Status.IN_PROGRESS: _STARTED,
    Status.WAITING_PETITIONER: (
        *_STARTED,
        (3, lives.waiting(WaitFor.PETITIONER, "waiting_petitioner")),
    ),
    Status.WAITING_AGENCY: (*_STARTED, (3, lives.waiting(WaitFor.AGENCY, "waiting_agency"))),
    Status.WAITING_COURT: (*_STARTED, (3, lives.waiting(WaitFor.COURT, "waiting_court"))),
    Status.CLOSING_PROPOSED: (*_STARTED, (4, lives.proposed)),
}
_SHORTCUTS: Mapping[Status, Sequence[tuple[int, Act]]] = {
    Status.NOT_ACCEPTED: (
        (1, lives.ended(Move.NOT_ACCEPT, Outcome.NOT_IN_AUTHORITY, "not_accepted")),
    ),
    Status.RETURNED: ((1, lives.ended(Move.RETURN, None, "returned")),),
    Status.MERGED: ((1, lives.ended(Move.MERGE, None, "merged")),),
    Status.WITHDRAWN: (
        *_STARTED,
        (4, lives.ended(Move.WITHDRAW, Outcome.WITHDRAWN, "withdrawn")),
    ),
}
FRESH = frozenset({Status.RECEIVED, Status.SCREENING, Status.AWAITING_ORDER})
RESTING = (*_ROADS, *_SHORTCUTS)
"""The statuses that `plan_to` knows: those in which few cases are found on any one day."""
