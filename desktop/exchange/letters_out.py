"""Issued letters as files outside the register: which ones, under what names, as they are kept."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.filenames import letter_file
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import buddhist_year
from desktop.rules.thai.entry import DateTrouble, read_date
from desktop.views import LetterView

WITH_NUMBER = frozenset(
    {LetterStatus.ISSUED, LetterStatus.PRINTED, LetterStatus.SENT, LetterStatus.RETURNED}
)
"""Letters that are meant where no status is named."""


@dataclass(frozen=True, slots=True)
class LettersWanted:
    """Letters dated within days, both included, that stand so; without days, all that stand so."""

    statuses: frozenset[LetterStatus] = WITH_NUMBER
    first: date | None = None
    last: date | None = None


def wanted(first: str, last: str, statuses: Sequence[str], today: date) -> LettersWanted:
    """Read which letters are wanted, as typed; `Refused` names the word that cannot be read."""
    named: set[LetterStatus] = set()
    for status in statuses:
        if status not in set(LetterStatus):
            raise Refused(Reason.UNKNOWN_CHOICE, field="status")
        named.add(LetterStatus(status))
    days = (_day(first, "from", today), _day(last, "until", today))
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise Refused(Reason.PERIOD_BACKWARDS, field="until")
    return LettersWanted(frozenset(named) or WITH_NUMBER, *days)


def letters_out(desk: Desk, actor: Actor, which: LettersWanted) -> tuple[LetterView, ...]:
    """List the letters that are wanted and that the actor may see, oldest first."""
    return tuple(
        letter
        for letter in reversed(desk.reading.letters(actor))
        if letter.status in which.statuses and not letter.closed and _within(letter.dated, which)
    )


def write_letters(
    desk: Desk, actor: Actor, letters: Sequence[LetterView], folder: Path
) -> Iterator[Path]:
    """Write each letter as it is kept and yield its file; one of the same name gives way."""
    folder.mkdir(parents=True, exist_ok=True)
    for letter in letters:
        yield _write(folder / file_name(letter), desk.reading.letter_pdf(actor, letter.id))


def write_joined(
    desk: Desk, actor: Actor, letters: Sequence[LetterView], folder: Path, name: str
) -> Path:
    """Write the letters one after another into one file and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    papers = [desk.reading.letter_pdf(actor, letter.id) for letter in letters]
    return _write(folder / name, desk.press.joined(papers))


def file_name(letter: LetterView) -> str:
    """Name a letter's file by day and number: numbers begin anew each year."""
    name = letter_file(letter.number, letter.id)
    if letter.dated is None:
        return name
    return f"{buddhist_year(letter.dated)}-{letter.dated:%m-%d} {name}"


def _write(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all."""
    half = path.with_name(path.name + ".part")
    try:
        half.write_bytes(content)
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
    return path


def _within(day: date | None, which: LettersWanted) -> bool:
    if day is None:
        return which.first is None and which.last is None
    return (which.first is None or day >= which.first) and (which.last is None or day <= which.last)


def _day(text: str, field: str, today: date) -> date | None:
    if not text:
        return None
    try:
        return read_date(text, today)
    except DateTrouble as trouble:
        reason = Reason.CHRISTIAN_YEAR if trouble.suggestion else Reason.NOT_A_DATE
        shown = trouble.suggestion
        suggestion = "" if shown is None else f"{shown.day}/{shown.month}/{buddhist_year(shown)}"
        raise Refused(reason, field=field, suggestion=suggestion) from trouble
