"""Sign in: check the password, and slow down whoever guesses."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import NOBODY, Desk
from desktop.rules.journal import Entry
from desktop.rules.people import Actor, Person
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SignIn:
    """What was typed on the sign-in page."""

    username: str
    password: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose hand the next acts are."""

    actor: Actor
    changes: Changes = Changes.NONE


def wait_after(failures: int) -> timedelta:
    """Return how long the next try waits: nothing at first, then doubling to five minutes."""
    if failures < FREE_TRIES:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(failures - FREE_TRIES, 16)), LONGEST_WAIT)


def sign_in(command: SignIn, desk: Desk, _actor: Actor = NOBODY) -> SignedIn:
    """Check who is there; a wrong name and a wrong password get the same answer."""
    now = desk.now()
    with desk.unit(NOBODY) as work:
        person = work.people.named(clean_line(command.username))
        if person is not None:
            _refuse_haste(person, now)
        digest = person.password if person is not None and person.active else None
        right = desk.passwords.matches(digest, command.password)
        if person is None or not right:
            if person is not None:
                person.failures += 1
                person.failed_at = now
                work.people.save(person)
                work.journal(Entry(now, None, "sign_in_failed", f"person:{person.uid}", {}))
                work.commit()
            raise Refused(Reason.WRONG_PASSWORD, field="password")
        person.failures = 0
        person.failed_at = None
        work.people.save(person)
        work.journal(Entry(now, person.id, "sign_in", f"person:{person.uid}", {}))
        work.commit()
    return SignedIn(person.actor())


def _refuse_haste(person: Person, now: datetime) -> None:
    if person.failed_at is None:
        return
    wait = wait_after(person.failures)
    passed = now - person.failed_at
    # A clock set back must not shorten the wait, nor lock anyone out for longer than it.
    left = wait if passed < timedelta(0) else wait - passed
    if left > timedelta(0):
        seconds = max(1, round(left.total_seconds()))
        raise Refused(Reason.TRY_LATER, field="password", seconds=seconds)
