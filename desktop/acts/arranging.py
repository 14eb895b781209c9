"""How the files of a complaint are looked at: their order, and which of them lie on their side.

Neither touches a file: what a citizen handed in stays as it came, byte by byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason

QUARTER, WHOLE = 90, 360


@dataclass(frozen=True, slots=True)
class TurnFile:
    """A file turned further to the right, by quarters of a circle; to the left is less than 0."""

    case_id: int
    file_id: int
    by: int


@dataclass(frozen=True, slots=True)
class OrderFiles:
    """A complaint's files in the order in which they are to be seen.

    Files that came meanwhile, and are not named, stand behind them.
    """

    case_id: int
    file_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The files as they are looked at from now on: how far each is turned, in their order."""

    files: Mapping[int, int]
    changes: Changes = Changes.FILES


def turn_file(command: TurnFile, desk: Desk, actor: Actor) -> Arranged:
    """Turn a file for whoever looks at it."""
    require(actor, Permission.CORRECT)
    if command.by % QUARTER:
        raise Refused(Reason.NOT_ALLOWED)
    with desk.unit(actor) as work:
        files = _own(work, command.case_id, (command.file_id,))
        files[command.file_id] = (files[command.file_id] + command.by) % WHOLE
        told = {"file": command.file_id, "turned": files[command.file_id]}
        return _kept(work, desk, actor, command.case_id, "turn_file", files, told)


def order_files(command: OrderFiles, desk: Desk, actor: Actor) -> Arranged:
    """Put a complaint's files in an order."""
    require(actor, Permission.CORRECT)
    with desk.unit(actor) as work:
        files = _own(work, command.case_id, command.file_ids)
        named = {file_id: files.pop(file_id) for file_id in command.file_ids}
        ordered = named | files
        told = {"files": " ".join(map(str, ordered))}
        return _kept(work, desk, actor, command.case_id, "order_files", ordered, told)


def _own(work: UnitOfWork, case_id: int, file_ids: tuple[int, ...]) -> dict[int, int]:
    """Return a complaint's arrangement; files of another, or one named twice, are refused."""
    work.cases.get(case_id)
    files = dict(work.arrangement(case_id))
    if not files.keys() >= set(file_ids) or len(set(file_ids)) < len(file_ids):
        raise Refused(Reason.NOT_VISIBLE)
    return files


def _kept(
    work: UnitOfWork,
    desk: Desk,
    actor: Actor,
    case_id: int,
    act: str,
    files: dict[int, int],
    told: Mapping[str, Value],
) -> Arranged:
    work.arrange(files)
    # Nothing happened to the complaint: the journal tells it, the timeline is spared it.
    subject = f"complaint:{work.cases.get(case_id).uid}"
    work.journal(Entry(desk.now(), actor.person_id, act, subject, told))
    work.commit()
    return Arranged(files)
