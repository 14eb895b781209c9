"""The desk: all that an act or a question may lean on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.ports.kept import Draft
from desktop.ports.press import Press
from desktop.ports.register import UnitOfWork
from desktop.reading import Reading
from desktop.rules.people import Actor


class Passwords(Protocol):
    """Turns passwords into digests that cannot be turned back."""

    def digest(self, password: str) -> str:
        """Return a salted digest."""
        ...

    def matches(self, digest: str | None, password: str) -> bool:
        """Tell whether the password made this digest; takes as long when there is none."""
        ...


class Drafts(Protocol):
    """One person's unfinished forms, kept on every keystroke."""

    def keep(self, person_id: int, draft: Draft) -> None:
        """Store the fields of a draft, leaving its files as they are."""
        ...

    def keep_file(self, person_id: int, key: str, name: str, content: bytes) -> None:
        """Store a file dropped on a draft."""
        ...

    def drop_file(self, person_id: int, key: str, name: str) -> None:
        """Forget a file of a draft."""
        ...

    def left(self, person_id: int) -> Sequence[Draft]:
        """Return the person's drafts, newest first."""
        ...

    def one(self, person_id: int, key: str) -> Draft | None:
        """Find one of the person's drafts, without its files."""
        ...

    def every(self, field: str) -> Sequence[tuple[str, frozenset[str]]]:
        """Return what stands in one field of every draft, and the names of the files it keeps.

        Of all drafts on this computer, whoever's they are.
        """
        ...

    def drop(self, person_id: int, key: str) -> None:
        """Forget a draft."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """All that an act or a question may lean on."""

    unit: Callable[[Actor], UnitOfWork]
    reading: Reading
    press: Press
    passwords: Passwords
    drafts: Drafts
    now: Callable[[], datetime]
    random: Callable[[int], bytes]


NOBODY = Actor(0, "", frozenset())
"""The one who acts before anyone has signed in."""
