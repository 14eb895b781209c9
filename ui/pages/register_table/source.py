"""Where the register's table comes from."""

from desktop.acts import exporting
from desktop.rules.saved_tables import SavedList
from ui.tables.source import Source

REGISTER = Source(
    SavedList.REGISTER,
    lambda desk, actor, query, now, most, wanted: desk.reading.register_ids(
        actor, query, now, most, wanted
    ),
    lambda desk, actor, ids: desk.reading.register_rows(actor, ids),
    exporting.leaving,
    exporting.lines_out,
)
