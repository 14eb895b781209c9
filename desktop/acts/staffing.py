"""Keep the people of the office: who may sign in, and in which roles."""

from dataclasses import dataclass

from desktop.acts.recognising import recognise
from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.journal import Entry
from desktop.rules.passwords import check_password
from desktop.rules.people import Actor, Permission, Person, Role
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line


@dataclass(frozen=True, slots=True)
class AddPerson:
    """A new person, with the first password typed twice."""

    name: str
    position: str
    username: str
    roles: frozenset[Role]
    password: str
    again: str


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """New facts about a person; leaving is `active` false, never deletion."""

    person_id: int
    name: str
    position: str
    roles: frozenset[Role]
    active: bool


@dataclass(frozen=True, slots=True)
class SetPassword:
    """A new password for a person, typed twice."""

    person_id: int
    password: str
    again: str


@dataclass(frozen=True, slots=True)
class Staffed:
    """Whose record changed."""

    person_id: int
    changes: Changes = Changes.PEOPLE


def add_person(command: AddPerson, desk: Desk, actor: Actor) -> Staffed:
    """Let a new person sign in."""
    require(actor, Permission.KEEP_PEOPLE)
    with desk.unit(actor) as work:
        person_id = admit(work, command, desk, actor)
        work.commit()
    return Staffed(person_id)


def admit(work: UnitOfWork, command: AddPerson, desk: Desk, actor: Actor) -> int:
    """Add a person inside a unit of work that is already open."""
    name, username = clean_line(command.name), clean_line(command.username)
    for field, value in (("name", name), ("username", username)):
        if not value:
            raise Refused(Reason.REQUIRED, field=field)
    if not command.roles:
        raise Refused(Reason.REQUIRED, field="roles")
    if work.people.named(username) is not None:
        raise Refused(Reason.USERNAME_TAKEN, field="username", name=username)
    check_password(command.password, command.again, username)
    person = Person(
        id=None,
        uid=desk.random(16).hex(),
        username=username,
        name=name,
        position=clean_line(command.position),
        roles=command.roles,
        password=desk.passwords.digest(command.password),
    )
    person_id = work.people.add(person)
    roles = ",".join(sorted(command.roles))
    _journal(work, desk, actor, "add_person", person.uid, roles=roles)
    recognise(work, name, actor, desk.now())
    return person_id


def change_person(command: ChangePerson, desk: Desk, actor: Actor) -> Staffed:
    """Change a person's facts, roles or standing; one administrator always stays."""
    require(actor, Permission.KEEP_PEOPLE)
    if not command.roles:
        raise Refused(Reason.REQUIRED, field="roles")
    name = clean_line(command.name)
    if not name:
        raise Refused(Reason.REQUIRED, field="name")
    with desk.unit(actor) as work:
        person = work.people.get(command.person_id)
        keeps = command.active and Role.ADMINISTRATOR in command.roles
        was = person.active and Role.ADMINISTRATOR in person.roles
        if was and not keeps and work.people.administrators() <= 1:
            raise Refused(Reason.LAST_ADMINISTRATOR, field="roles")
        person.name, person.position = name, clean_line(command.position)
        person.roles, person.active = command.roles, command.active
        work.people.save(person)
        roles = ",".join(sorted(command.roles))
        _journal(work, desk, actor, "change_person", person.uid, roles=roles, active=command.active)
        recognise(work, name, actor, desk.now())
        work.commit()
    return Staffed(command.person_id)


def set_password(command: SetPassword, desk: Desk, actor: Actor) -> Staffed:
    """Give a person a new password; everyone may change their own."""
    if actor.person_id != command.person_id:
        require(actor, Permission.KEEP_PEOPLE)
    with desk.unit(actor) as work:
        person = work.people.get(command.person_id)
        check_password(command.password, command.again, person.username)
        person.password = desk.passwords.digest(command.password)
        person.failures = 0
        work.people.save(person)
        _journal(work, desk, actor, "set_password", person.uid)
        work.commit()
    return Staffed(command.person_id)


def _journal(
    work: UnitOfWork, desk: Desk, actor: Actor, act: str, uid: str, **facts: str | bool
) -> None:
    # Before the first person exists, nobody is the actor.
    work.journal(Entry(desk.now(), actor.person_id or None, act, f"person:{uid}", facts))
