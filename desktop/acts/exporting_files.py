"""Take the list of files out of the program: what may leave, and who may take it."""

from collections.abc import Sequence

from desktop.acts.exporting import LinesOut
from desktop.acts.recording import require
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.saved_tables import MAY_SAVE, SavedList
from desktop.views.files import FileRow


def file_leaving(row: FileRow) -> FileRow:
    """Return a line as it may leave the program: of what is secret not what it holds."""
    return row.bare() if row.secret else row


def files_out(desk: Desk, actor: Actor, ids: Sequence[int]) -> LinesOut:
    """Read lines of the files' list, as the actor may take them out of the program."""
    require(actor, MAY_SAVE[SavedList.FILES])
    rows = desk.reading.file_rows(actor, ids)
    out = tuple(map(file_leaving, rows))
    withheld = tuple(row.id for row in rows if row.secret)
    told = sorted({row.complaint_id for row in out if not row.withheld})
    return LinesOut(out, tuple(desk.reading.sealed(actor, told)), withheld)
