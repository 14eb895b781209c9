"""Who may sign in, inside one unit of work."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, update

from db import tables as t
from db.base import Found
from db.statements import one, put_one
from desktop.errors import Refused
from desktop.rules.people import Absent, Actor, Permission, Person, Role, permissions
from desktop.rules.reasons import Reason
from desktop.rules.routing import Staff
from desktop.rules.substituting import Substitution, may_stand_in
from desktop.rules.thai.names import called
from desktop.rules.thai.sorting import kept_key

_SUBSTITUTION = tuple(field.name for field in fields(Substitution) if field.name != "id")


class SqlPeople:
    """People by identity and by user name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, person: Person) -> int:
        """Store a new person and return their identity."""
        return put_one(self._connection, t.person, person_row(person))

    def get(self, person_id: int) -> Person:
        """Load one person."""
        return _person(one(self._connection, t.person, person_id))

    def named(self, username: str) -> Person | None:
        """Find by user name, whatever its case."""
        wanted = t.person.c.folded == username.casefold()
        found = self._connection.execute(select(t.person).where(wanted)).one_or_none()
        return None if found is None else _person(found)

    def called(self, name: str) -> int | None:
        """Find the one person of this first and last name, whatever the prefix; who left, last."""
        person = t.person.c
        everybody = select(person.id, person.name, person.active)
        found = self._connection.execute(everybody)
        return called(name, ((one.id, one.name, one.active) for one in found))

    def save(self, person: Person) -> None:
        """Store a changed person."""
        self._connection.execute(
            update(t.person).where(t.person.c.id == person.id).values(person_row(person))
        )

    def administrators(self) -> int:
        """Count active administrators."""
        role = t.person.c.roles.like(f'%"{Role.ADMINISTRATOR.value}"%')
        query = select(func.count()).select_from(t.person)
        return self._connection.scalars(query.where(t.person.c.active, role)).one()

    def staff(self) -> Staff:
        """Return who works on cases and who leads the office."""
        return staff_of(self._connection)

    def substitutions(self, since: date) -> tuple[Substitution, ...]:
        """List who stands in for whom from a day on, and was not ended, earliest first."""
        return self._standing(since)

    def running(self, today: date, substitute_id: int | None = None) -> tuple[Substitution, ...]:
        """List who stands in for whom on a day; of one substitute, where one is asked for.

        Whoever may do less now than the absent person does stands in no longer.
        """
        s = t.substitution.c
        asked = [s.first_on <= today]
        if substitute_id is not None:
            asked.append(s.substitute_id == substitute_id)
        return tuple(one for one in self._standing(today, *asked) if self.holds(one))

    def holds(self, substitution: Substitution) -> bool:
        """Tell whether the substitute may stand in still, by the roles that each has now."""
        return may_stand_in(self.get(substitution.absent_id), self.get(substitution.substitute_id))

    def substitution(self, substitution_id: int) -> Substitution:
        """Load one."""
        return _substitution(one(self._connection, t.substitution, substitution_id))

    def add_substitution(self, substitution: Substitution) -> int:
        """Store a new one and return its identity."""
        row = {name: getattr(substitution, name) for name in _SUBSTITUTION}
        return put_one(self._connection, t.substitution, row)

    def save_substitution(self, substitution: Substitution) -> None:
        """Store a changed one."""
        row = {name: getattr(substitution, name) for name in _SUBSTITUTION}
        changed = update(t.substitution).where(t.substitution.c.id == substitution.id)
        self._connection.execute(changed.values(row))

    def _standing(self, since: date, *asked: ColumnElement[bool]) -> tuple[Substitution, ...]:
        s = t.substitution.c
        stands = select(t.substitution).where(s.last_on >= since, s.ended_at.is_(None), *asked)
        found = self._connection.execute(stands.order_by(s.first_on, s.id))
        return tuple(_substitution(one) for one in found)


def present(connection: Connection, actor: Actor, today: date) -> Actor:
    """Leave the actor the roles still held, and give what those own for whom they stand in."""
    person = t.person.c
    held = select(person.roles).where(person.id == actor.person_id, person.active)
    roles = actor.roles & roles_of(connection.scalars(held).one_or_none() or [])
    if not roles:
        raise Refused(Reason.NOT_ALLOWED)
    found = SqlPeople(connection).running(today, actor.person_id)
    absent = frozenset(Absent(one.absent_id, one.set_by) for one in found)
    return replace(actor, roles=roles, stands_for=absent)


def staff_of(connection: Connection) -> Staff:
    """Return who works on cases and who leads the office, those who left apart."""
    person = t.person.c
    active = select(person.id, person.roles).where(person.active).order_by(person.id)
    roles = {identity: roles_of(values) for identity, values in connection.execute(active)}
    return Staff(
        frozenset(one for one, has in roles.items() if Permission.WORK in permissions(has)),
        tuple(one for one, has in roles.items() if Role.DIRECTOR in has),
    )


def person_row(person: Person) -> dict[str, Any]:
    """Write a person as a row."""
    return {
        "uid": person.uid,
        "username": person.username,
        "folded": person.username.casefold(),
        "name": person.name,
        "name_key": kept_key(person.name),
        "position": person.position,
        "roles": sorted(role.value for role in person.roles),
        "password": person.password,
        "active": person.active,
        "failures": person.failures,
        "failed_at": person.failed_at,
    }


def names_of(connection: Connection) -> dict[int | None, str]:
    """Return everybody's name by identity; nobody's is empty."""
    found: dict[int | None, str] = {None: ""}
    for identity, name in connection.execute(select(t.person.c.id, t.person.c.name)):
        found[identity] = name
    return found


def roles_of(values: list[str]) -> frozenset[Role]:
    """Read stored roles."""
    return frozenset(Role(value) for value in values)


def _substitution(record: Found) -> Substitution:
    return Substitution(**{name: getattr(record, name) for name in _SUBSTITUTION}, id=record.id)


def _person(record: Found) -> Person:
    return Person(
        id=record.id,
        uid=record.uid,
        username=record.username,
        name=record.name,
        position=record.position,
        roles=roles_of(record.roles),
        password=record.password,
        active=record.active,
        failures=record.failures,
        failed_at=record.failed_at,
    )
