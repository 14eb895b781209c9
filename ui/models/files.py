"""The files' list: its columns, and where it comes from."""

from collections.abc import Mapping

from desktop.acts.exporting_files import file_leaving, files_out
from desktop.rules.filenames import safe_name
from desktop.rules.media import FileKind, kind_of
from desktop.rules.saved_tables import SavedList
from desktop.views.files import FileRow, FileSort
from desktop.wording import N_, _
from ui.models.paged_table import ColumnSpec
from ui.tables.source import Source
from ui.telling import digits, short_moment
from ui.widgets.files import size_text

FILE_KIND: Mapping[FileKind, str] = {
    FileKind.PDF: N_("PDF document"),
    FileKind.PICTURE: N_("Picture"),
    FileKind.SOUND: N_("Sound"),
    FileKind.VIDEO: N_("Video"),
    FileKind.OTHER: N_("Other file"),
}


def _name(row: FileRow) -> str:
    return _("(secret)") if row.withheld else safe_name(row.name)


COLUMNS: tuple[ColumnSpec[FileRow], ...] = (
    ColumnSpec(N_("File"), _name, 260, FileSort.NAME),
    ColumnSpec(N_("Kind"), lambda row: _(FILE_KIND[kind_of(row.media_type)]), 120, FileSort.KIND),
    ColumnSpec(N_("Size"), lambda row: size_text(row.size), 96, FileSort.SIZE),
    ColumnSpec(N_("Complaint no."), lambda row: digits(str(row.number)), 122, FileSort.COMPLAINT),
    ColumnSpec(N_("Subject"), lambda row: row.subject, 210, FileSort.SUBJECT),
    ColumnSpec(N_("Added"), lambda row: short_moment(row.added_at), 186, FileSort.ADDED),
    ColumnSpec(N_("Added by"), lambda row: row.added_by, 170, FileSort.BY),
)
NAME = 0
"""The column that takes what room is left."""
FILES = Source(
    SavedList.FILES,
    lambda desk, actor, query, _now, most, _wanted: desk.reading.file_ids(actor, query, most),
    lambda desk, actor, ids: desk.reading.file_rows(actor, ids),
    file_leaving,
    files_out,
)


def identity(row: FileRow) -> int:
    """Name a file."""
    return row.id
