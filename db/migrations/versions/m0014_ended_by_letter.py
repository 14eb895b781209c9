"""Waits and referrals: which letter that came ended a wait, or was an agency's answer.

Revision ID: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the places; of what ended earlier nobody wrote down which letter it was."""
    for table, column in (("wait", "ended_by"), ("referral", "answered_by")):
        with op.batch_alter_table(table) as altered:
            altered.add_column(sa.Column(column, sa.Integer(), nullable=True))
            altered.create_foreign_key(
                op.f(f"fk_{table}_{column}_incoming_letter"), "incoming_letter", [column], ["id"]
            )
