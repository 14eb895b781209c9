"""Indexes by which a person's earlier complaints are found while a name is typed.

Revision ID: 0019
"""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    for columns in (["last", "first"], ["citizen_id"]):
        name = op.f(f"ix_petitioner_{'_'.join(columns)}")
        op.create_index(name, "petitioner", columns)
