"""The journal's list: its columns, and where it comes from."""

from desktop.acts.exporting import entries_out
from desktop.rules.saved_tables import SavedList
from desktop.views import EntryRow, JournalSort
from desktop.wording import N_, _
from desktop.wording.journal import JOURNAL
from ui.models.paged_table import ColumnSpec
from ui.tables.source import Source
from ui.telling import digits, short_moment


def _what(row: EntryRow) -> str:
    return _("(restricted)") if row.veiled else _(JOURNAL[row.act])


def _about(row: EntryRow) -> str:
    if row.number is None:
        return row.person
    return _("Complaint {number}").format(number=digits(str(row.number)))


COLUMNS: tuple[ColumnSpec[EntryRow], ...] = (
    ColumnSpec(N_("When"), lambda row: short_moment(row.at), 190, JournalSort.WHEN),
    ColumnSpec(N_("Who"), lambda row: row.actor, 220, JournalSort.WHO),
    ColumnSpec(N_("What was done"), _what, 320, JournalSort.WHAT),
    ColumnSpec(N_("About"), _about, 260, JournalSort.ABOUT),
)
WHAT = 2
"""The column that takes what room is left."""


def _itself(row: EntryRow) -> EntryRow:
    return row


ENTRIES = Source(
    SavedList.JOURNAL,
    lambda desk, actor, query, _now, most, _wanted: desk.reading.journal_ids(actor, query, most),
    lambda desk, actor, ids: desk.reading.journal_rows(actor, ids),
    _itself,
    entries_out,
)


def identity(row: EntryRow) -> int:
    """Name an entry."""
    return row.sequence
