"""Letters that must be answered, and the day that a sending agency set.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a letter that came have a clock of its own, and a sender its own day."""
    op.create_table(
        "reply_owed",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("incoming_id", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_reply_owed_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["incoming_id"],
            ["incoming_letter.id"],
            name=op.f("fk_reply_owed_incoming_id_incoming_letter"),
        ),
        sa.PrimaryKeyConstraint("complaint_id", "position", name=op.f("pk_reply_owed")),
    )
    op.add_column("intake", sa.Column("sender_due_on", sa.Text(), nullable=True))
    op.add_column("complaint", sa.Column("beside_at", sa.BigInteger(), nullable=True))
    op.add_column("complaint", sa.Column("beside_kind", sa.Text(), nullable=True))
    some = sa.text("beside_at IS NOT NULL")
    op.create_index(
        "ix_complaint_beside",
        "complaint",
        ["beside_at"],
        sqlite_where=some,
        postgresql_where=some,
    )
