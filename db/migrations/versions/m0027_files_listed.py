"""Names of files as keys in the dictionary's order, and the orders in which files are listed.

Revision ID: 0027
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words
from desktop.rules.thai.sorting import kept_key

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_RANGE = 2_000


def upgrade() -> None:
    """Make the place, the keys of the files that are there, and the indexes."""
    connection = op.get_bind()
    # A default spares the table from being made anew.
    op.add_column("attachment", sa.Column("name_key", words(), nullable=False, server_default=""))
    of: sa.ColumnClause[int] = sa.column("id")
    table = sa.table("attachment", of, sa.column("name"), sa.column("name_key"))
    changed = sa.update(table).where(of == sa.bindparam("of"))
    changed = changed.values(name_key=sa.bindparam("new"))
    last = connection.scalar(sa.select(sa.func.max(of)).select_from(table)) or 0
    for begin in range(1, last + 1, _RANGE):
        asked = sa.select(of, table.c.name).where(of.between(begin, begin + _RANGE - 1))
        rows = [{"of": row.id, "new": kept_key(row.name)} for row in connection.execute(asked)]
        if rows:
            connection.execute(changed, rows)
    op.create_index("ix_attachment_added_at", "attachment", ["added_at", "id"])
    op.create_index("ix_attachment_name_key", "attachment", ["name_key", "id"])
