"""How complaints that come often begin, as the office writes it down.

Revision ID: 0024
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their table; no office has written one down yet."""
    op.create_table(
        "frequent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("subject", words(), nullable=False),
        sa.Column("facts", words(), nullable=False),
        sa.Column("place", words(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_frequent_category_id_category")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frequent")),
    )
