"""Who may sign in, inside one unit of work."""

from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from db.office_records import PersonRecord
from desktop.rules.people import Person, Role
from desktop.rules.thai.sorting import sort_key


class SqlPeople:
    """People by identity and by user name."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, person: Person) -> int:
        """Store a new person and return their identity."""
        done = self._session.execute(
            insert(PersonRecord).returning(PersonRecord.id), person_row(person)
        )
        return int(done.scalar_one())

    def get(self, person_id: int) -> Person:
        """Load one person."""
        return _person(self._session.get_one(PersonRecord, person_id))

    def named(self, username: str) -> Person | None:
        """Find by user name, whatever its case."""
        wanted = PersonRecord.folded == username.casefold()
        record = self._session.scalars(select(PersonRecord).where(wanted)).one_or_none()
        return None if record is None else _person(record)

    def save(self, person: Person) -> None:
        """Store a changed person."""
        self._session.execute(
            update(PersonRecord).where(PersonRecord.id == person.id).values(person_row(person))
        )
        self._session.expire_all()

    def administrators(self) -> int:
        """Count active administrators."""
        role = PersonRecord.roles.like(f'%"{Role.ADMINISTRATOR.value}"%')
        query = select(func.count()).select_from(PersonRecord)
        return self._session.scalars(query.where(PersonRecord.active, role)).one()


def person_row(person: Person) -> dict[str, Any]:
    """Write a person as a row."""
    return {
        "uid": person.uid,
        "username": person.username,
        "folded": person.username.casefold(),
        "name": person.name,
        "name_key": sort_key(person.name),
        "position": person.position,
        "roles": sorted(role.value for role in person.roles),
        "password": person.password,
        "active": person.active,
        "failures": person.failures,
        "failed_at": person.failed_at,
    }


def roles_of(values: list[str]) -> frozenset[Role]:
    """Read stored roles."""
    return frozenset(Role(value) for value in values)


def _person(record: PersonRecord) -> Person:
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
