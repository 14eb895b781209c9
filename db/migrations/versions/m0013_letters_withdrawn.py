"""Letters that came and were recorded by mistake: when they were struck out, and why.

Revision ID: 0013
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the places; every letter that came so far stands."""
    with op.batch_alter_table("incoming_letter") as incoming:
        incoming.add_column(sa.Column("withdrawn_at", sa.BigInteger(), nullable=True))
        incoming.add_column(sa.Column("reason", words(), nullable=False, server_default=""))
    with op.batch_alter_table("incoming_letter") as incoming:
        incoming.alter_column("reason", existing_type=words(), server_default=None)
