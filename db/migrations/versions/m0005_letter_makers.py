"""Who drafted, typed and checked a letter.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the places; of older letters nobody wrote it down."""
    with op.batch_alter_table("letter") as letter:
        for part in ("drafted_by", "typed_by", "checked_by"):
            letter.add_column(sa.Column(part, sa.Integer(), nullable=True))
            letter.create_foreign_key(op.f(f"fk_letter_{part}_person"), "person", [part], ["id"])
