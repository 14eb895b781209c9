"""People of the office, their roles, and what a role may do."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """A part a person plays in the office; one person may play several."""

    CLERK = "clerk"
    OWNER = "owner"
    SUPERVISOR = "supervisor"
    DIRECTOR = "director"
    SECRET_REGISTRAR = "secret_registrar"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """One thing a person may do."""

    REGISTER = "register"
    CORRECT = "correct"
    ASSIGN = "assign"
    WORK = "work"
    REFER = "refer"
    ISSUE_LETTER = "issue_letter"
    CLOSE = "close"
    SEE_RESTRICTED = "see_restricted"
    SEE_SECRET = "see_secret"
    CLASSIFY = "classify"
    KEEP_SECRETS = "keep_secrets"
    SEE_REPORTS = "see_reports"
    KEEP_PEOPLE = "keep_people"
    KEEP_OFFICE = "keep_office"
    SEE_JOURNAL = "see_journal"


_DESK = frozenset({Permission.REGISTER, Permission.CORRECT, Permission.ISSUE_LETTER})
CASE_WORK = frozenset(
    {
        Permission.CORRECT,
        Permission.WORK,
        Permission.REFER,
        Permission.ISSUE_LETTER,
        Permission.CLOSE,
    }
)
"""What working on a complaint may take."""
_LEAD = (
    _DESK
    | CASE_WORK
    | {
        Permission.ASSIGN,
        Permission.SEE_RESTRICTED,
        Permission.SEE_REPORTS,
        Permission.SEE_JOURNAL,
    }
)

MAY: dict[Role, frozenset[Permission]] = {
    Role.CLERK: _DESK | {Permission.WORK, Permission.SEE_REPORTS},
    Role.OWNER: CASE_WORK | {Permission.SEE_REPORTS},
    Role.SUPERVISOR: _LEAD,
    Role.DIRECTOR: _LEAD | {Permission.SEE_SECRET, Permission.CLASSIFY},
    Role.SECRET_REGISTRAR: frozenset(
        {
            Permission.REGISTER,
            Permission.CORRECT,
            Permission.SEE_REPORTS,
            Permission.SEE_SECRET,
            Permission.CLASSIFY,
            Permission.KEEP_SECRETS,
        }
    ),
    # Keeping the program is not reading the citizens' papers.
    Role.ADMINISTRATOR: frozenset(
        {Permission.KEEP_PEOPLE, Permission.KEEP_OFFICE, Permission.SEE_JOURNAL}
    ),
}


def permissions(roles: frozenset[Role]) -> frozenset[Permission]:
    """Gather everything that the roles together allow."""
    return frozenset().union(*(MAY[role] for role in roles))


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody on leave for whom another stands in, and who has set that."""

    person_id: int
    set_by: int

    @property
    def own_choice(self) -> bool:
        """Whether who is on leave has chosen who stands in."""
        return self.set_by == self.person_id


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does an act or asks a question.

    `stands_for` are people on leave whose complaints are in the actor's hands meanwhile.
    """

    person_id: int
    name: str
    roles: frozenset[Role]
    stands_for: frozenset[Absent] = frozenset()

    def may(self, permission: Permission) -> bool:
        """Tell whether the actor's roles allow this."""
        return permission in permissions(self.roles)

    def stands_in(self, owner_id: int | None, barred: Collection[int]) -> bool:
        """Tell whether a complaint of this owner is the actor's to work on in the owner's stead.

        Whoever is barred from it, accused or too near, has opened it to nobody either.
        """
        return any(
            one.person_id == owner_id and (one.own_choice or one.set_by not in barred)
            for one in self.stands_for
        )

    def has_in_hand(self, owner_id: int | None, barred: Collection[int]) -> bool:
        """Tell whether a complaint is the actor's to work on: own, or in its owner's stead."""
        return owner_id == self.person_id or self.stands_in(owner_id, barred)


COMMAND_LINE = Actor(0, "command line", frozenset({Role.CLERK}))
"""Who reads when a command is typed: nobody of the office, so nothing that is restricted."""


@dataclass(slots=True)
class Person:
    """A member of the office who may sign in.

    `password` is the stored argon2 digest, never the password; None until the person has one.
    """

    id: int | None
    uid: str
    username: str
    name: str
    position: str
    roles: frozenset[Role]
    password: str | None
    active: bool = True
    failures: int = 0
    failed_at: datetime | None = None

    def identity(self) -> int:
        """Return the stored identity; the person must have been added."""
        assert self.id is not None
        return self.id

    def actor(self) -> Actor:
        """Give this person's hand to an act."""
        return Actor(self.identity(), self.name, self.roles)
