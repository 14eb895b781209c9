"""Whom letters go to, as a key in the dictionary's order, for the list of letters.

Revision ID: 0022
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words
from desktop.rules.thai.sorting import kept_key

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_IDENTITY = {"letter": ("id",), "proposed_text": ("proposed_id", "number")}


def upgrade() -> None:
    """Make the places, and the keys of the letters that are there."""
    connection = op.get_bind()
    for name, identity in _IDENTITY.items():
        # A default spares the table from being made anew.
        column = sa.Column("recipient_key", words(), nullable=False, server_default="")
        op.add_column(name, column)
        places: list[sa.ColumnClause[int]] = [sa.column(part) for part in identity]
        table = sa.table(name, *places, sa.column("recipient"), sa.column("recipient_key"))
        there = connection.execute(sa.select(*places, table.c.recipient)).all()
        for *of, recipient in there:
            own = (place == value for place, value in zip(places, of, strict=True))
            changed = sa.update(table).where(*own).values(recipient_key=kept_key(recipient))
            connection.execute(changed)
