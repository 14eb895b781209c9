"""Who stands in for whom during a leave.

Revision ID: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the place; nobody has stood in for anybody so far."""
    people = ("absent_id", "substitute_id", "set_by")
    op.create_table(
        "substitution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("absent_id", sa.Integer(), nullable=False),
        sa.Column("substitute_id", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Text(), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [name], ["person.id"], name=op.f(f"fk_substitution_{name}_person")
            )
            for name in people
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution")),
    )
    op.create_index(
        op.f("ix_substitution_substitute_id_last_on"), "substitution", ["substitute_id", "last_on"]
    )
