"""The made-up office as a user finds it, made once for all tests that only look at it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from db.demo import demo
from db.furnishing import Strongroom
from db.place import Place
from desktop.demo.dossiers import case_key, file_key, letter_key
from desktop.papers.fonts import open_faces
from desktop.papers.press import ThaiPress
from desktop.ports import NOBODY
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, JournalHead, LetterView, OfficeView

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
DAY = official_date(NOW)
HASH = "0123456789abcdef" * 4
"""Stands for the journal's hash, which differs with every register that is made."""


@dataclass(frozen=True)
class MadeUp:
    """The made-up register, and what of it papers are made from; nobody writes in it."""

    place: Place
    room: Strongroom
    head: JournalHead
    press: ThaiPress

    def named(self, username: str) -> Actor:
        """Return somebody of the office."""
        with self.room.unit(NOBODY) as work:
            person = work.people.named(username)
        assert person is not None
        return person.actor()

    @cached_property
    def chief(self) -> Actor:
        """The one who sees what is restricted."""
        return self.named("wipha")

    @cached_property
    def director(self) -> Actor:
        """The one who sees what is secret too."""
        return self.named("somkid")

    @cached_property
    def office(self) -> OfficeView:
        """The office as it stands today."""
        return self.room.reading.office(DAY)

    def case(self, name: str) -> CaseView:
        """Return a dossier's complaint."""
        return self.room.reading.case(self.director, self._made(case_key(name)))

    def letter(self, name: str, case: str) -> LetterView:
        """Return a dossier's letter as it is listed."""
        made = self._made(letter_key(name))
        return next(letter for letter in self.case(case).letters if letter.id == made)

    def letter_pdf(self, name: str) -> bytes:
        """Return the very bytes of a dossier's letter."""
        return self.room.reading.letter_pdf(self.director, self._made(letter_key(name)))

    def file(self, name: str) -> bytes:
        """Return a dossier's statement or summary."""
        return self.room.reading.file(self.director, self._made(file_key(name)))

    def _made(self, key: str) -> int:
        saved = self.room.reading.saved(key)
        assert saved is not None, key
        return saved.subject_id


def made_up(folder: Path) -> MadeUp:
    """Make the made-up office in a folder, in the faces that come with the program."""
    place, press = Place(folder), ThaiPress(open_faces)
    room = demo(place, NOW, press)
    with room.unit(NOBODY) as work:
        admin = work.people.named("admin")
    assert admin is not None
    head = replace(room.reading.journal_head(admin.actor()), digest=HASH)
    return MadeUp(place, room, head, press)
