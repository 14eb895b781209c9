"""The words by which a complaint is found, in a table of their own with an index over them.

Revision ID: 0016
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words
from db.search_index import POSTGRESQL, SQLITE

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_KEYS = (("complaint", "subject_key"), ("complaint", "petitioner_key"), ("person", "name_key"))
_LONGEST = 250
"""Characters of a sort key that lists keep; no index takes much longer ones."""


def upgrade() -> None:
    """Make the places; they are filled once the register has today's shape."""
    op.create_table(
        "search_words",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("names", words(), nullable=False),
        sa.Column("numbers", words(), nullable=False),
        sa.Column("words", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_search_words_complaint_id_complaint"),
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_search_words")),
    )
    here = op.get_bind()
    for statement in SQLITE if here.dialect.name == "sqlite" else POSTGRESQL:
        here.exec_driver_sql(statement)
    for gone in ("search_form", "phones"):
        op.drop_column("matter", gone)
    for table, key in _KEYS:
        keys = sa.table(table, sa.column(key, sa.Text()))
        cut = sa.func.substr(keys.c[key], 1, _LONGEST)
        op.execute(sa.update(keys).where(sa.func.length(keys.c[key]) > _LONGEST).values({key: cut}))
    op.execute("UPDATE setting SET value = '0' WHERE name = 'search_version'")
