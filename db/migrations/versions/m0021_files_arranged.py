"""How the files of a complaint are looked at: in which order, and turned by how much.

Revision ID: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave every file as it came: upright, in the order of coming."""
    op.add_column("attachment", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column(
        "attachment", sa.Column("turned", sa.Integer(), nullable=False, server_default="0")
    )
