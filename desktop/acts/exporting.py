"""Take lines of a list out of the program as a file: what may leave, and who took it.

Of what is of a secrecy class neither who nor what leaves, as in the ordinary books.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.case import Step, StepKind
from desktop.rules.journal import Entry
from desktop.rules.people import Actor
from desktop.rules.saved_tables import MAY_SAVE, SavedList, TableKind
from desktop.views import ComplaintRow, LetterLine, LetterView

ACT = "save_table"
IN_TABLE = "table"
"""The fact that tells an opening by a saved table from one on the screen."""


@dataclass(frozen=True, slots=True)
class LinesOut:
    """Lines that may leave; `opened` are sealed complaints of which they say who and what.

    `withheld` are those that the actor may open, and of which neither leaves.
    """

    rows: tuple[Any, ...]
    opened: tuple[int, ...] = ()
    withheld: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteTable:
    """A table that is written and about to be put in its place."""

    kind: TableKind
    lines: int
    opened: tuple[int, ...] = ()
    of: SavedList = SavedList.REGISTER


@dataclass(frozen=True, slots=True)
class TableNoted:
    """How many lines left."""

    lines: int
    changes: Changes = Changes.NONE


def leaving(row: ComplaintRow) -> ComplaintRow:
    """Return a line as it may leave the program, in a file or on the clipboard."""
    return row._replace(subject="", petitioner="", veiled=True) if row.secret else row


def lines_out(desk: Desk, actor: Actor, ids: Sequence[int]) -> LinesOut:
    """Read lines in the order asked, as the actor may take them out of the program."""
    require(actor, MAY_SAVE[SavedList.REGISTER])
    rows = desk.reading.register_rows(actor, ids)
    withheld = tuple(row.id for row in rows if row.secret and not row.veiled)
    out = tuple(map(leaving, rows))
    told = tuple(row.id for row in out if not row.veiled)
    return LinesOut(out, tuple(desk.reading.sealed(actor, told)), withheld)


def letter_leaving(line: LetterLine) -> LetterLine:
    """Return a line of the letters' list as it may leave the program."""
    return line.bare() if line.secret and not line.closed else line


def letters_out(desk: Desk, actor: Actor, ids: Sequence[int]) -> LinesOut:
    """Read lines of the letters' list, as the actor may take them out of the program."""
    require(actor, MAY_SAVE[SavedList.LETTERS])
    rows = desk.reading.letter_rows(actor, ids)
    out = tuple(map(letter_leaving, rows))
    withheld = tuple(row.id for row in rows if row.secret and not row.closed)
    told = {_complaint(row) for row in out if not row.closed}
    return LinesOut(out, tuple(desk.reading.sealed(actor, sorted(told))), withheld)


def entries_out(desk: Desk, actor: Actor, ids: Sequence[int]) -> LinesOut:
    """Read entries of the journal, as the actor may take them out of the program."""
    require(actor, MAY_SAVE[SavedList.JOURNAL])
    return LinesOut(tuple(desk.reading.journal_rows(actor, ids)))


def _complaint(line: LetterLine) -> int:
    return line.complaint_id if isinstance(line, LetterView) else line.draft.complaint_id


def note_table(command: NoteTable, desk: Desk, actor: Actor) -> TableNoted:
    """Write down that the actor takes a table out, and on each sealed complaint that it is in it.

    One entry for the whole table. It comes before the file is in its place: none is there that
    nobody knows of.
    """
    require(actor, MAY_SAVE[command.of])
    now = desk.now()
    facts = {"kind": command.kind.value, "lines": command.lines, "opened": len(command.opened)}
    with desk.unit(actor) as work:
        sequence = work.journal(Entry(now, actor.person_id, ACT, command.of.value, facts))
        opened = Step(StepKind.VIEWED, now, actor.person_id, facts={IN_TABLE: True})
        work.cases.step_of_many(command.opened, sequence, opened)
        work.commit()
    return TableNoted(command.lines)
