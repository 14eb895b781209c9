"""What a frequent complaint asks instead of its category, and what a complaint began with.

Revision ID: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the columns; nothing asked for a priority of its own before."""
    op.add_column("frequent", sa.Column("priority", sa.Text(), nullable=True))
    op.add_column("matter", sa.Column("own_priority", sa.Text(), nullable=True))
