"""Earlier calendars kept; what runs, what somebody owns and what is due counted by an index.

Revision ID: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the indexes."""
    op.create_table(
        "past_calendar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("replaced_at", sa.BigInteger(), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_calendar")),
    )
    _index("ix_clock_running", "clock", ["complaint_id"], "stopped_at IS NULL")
    op.drop_index("ix_complaint_due", "complaint")
    _index("ix_complaint_due", "complaint", ["due_at", "id", "hidden_at"], "due_at IS NOT NULL")
    op.drop_index(op.f("ix_complaint_owner_id_status"), "complaint")
    op.create_index(
        op.f("ix_complaint_owner_id_status_hidden_at"),
        "complaint",
        ["owner_id", "status", "hidden_at"],
    )


def _index(name: str, table: str, columns: list[str], only: str) -> None:
    where = sa.text(only)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
