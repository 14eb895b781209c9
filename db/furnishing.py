"""The strongroom, furnished: everything of the database that a desk leans on."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from db.drafts import SqlDrafts
from db.elsewhere import OwnEntries
from db.engine import open_for_reading, open_for_writing
from db.passwords import Argon2Passwords
from db.place import Place
from db.reading import SqlReading
from db.unit_of_work import SqlUnitOfWork
from desktop.rules.people import Actor


@dataclass(frozen=True, slots=True)
class Strongroom:
    """An open register, its reading side, its drafts, and passwords' digests."""

    place: Place
    reading: SqlReading
    drafts: SqlDrafts
    passwords: Argon2Passwords
    writing: Engine
    asking: Engine
    papers: Path | None
    own: OwnEntries

    def unit(self, actor: Actor) -> SqlUnitOfWork:
        """Begin a unit of work in an actor's name."""
        return SqlUnitOfWork(self.writing, actor, self.papers, self.own)

    def close(self) -> None:
        """Let the register go; SQLite folds its log back into the file."""
        self.drafts.close()
        self.asking.dispose()
        self.writing.dispose()


def furnish(place: Place, drafts: Path | None = None) -> Strongroom:
    """Open a register that exists and is of today's shape.

    `drafts` is the person's own file of unfinished forms, where it is not beside the register.
    """
    papers = None if place.server else place.papers
    writing, asking, own = open_for_writing(place), open_for_reading(place), OwnEntries()
    return Strongroom(
        place=place,
        reading=SqlReading(asking, papers, own),
        drafts=SqlDrafts(drafts or place.drafts),
        passwords=Argon2Passwords(),
        writing=writing,
        asking=asking,
        papers=papers,
        own=own,
    )
