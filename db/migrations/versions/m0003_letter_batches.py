"""Letters that are issued together.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the plan of a batch and its letters."""
    op.create_table(
        "letter_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", words(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_letter_batch_made_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_batch")),
        sa.UniqueConstraint("key", name=op.f("uq_letter_batch_key")),
    )
    op.create_index(
        op.f("ix_letter_batch_made_by_ended_at"), "letter_batch", ["made_by", "ended_at"]
    )
    op.create_table(
        "planned_letter",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("recipient", words(), nullable=False),
        sa.Column("salutation", words(), nullable=False),
        sa.Column("signatory_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["letter_batch.id"], name=op.f("fk_planned_letter_batch_id_letter_batch")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_planned_letter_complaint_id_complaint"),
        ),
        sa.ForeignKeyConstraint(
            ["signatory_id"],
            ["signatory.id"],
            name=op.f("fk_planned_letter_signatory_id_signatory"),
        ),
        sa.PrimaryKeyConstraint("batch_id", "place", name=op.f("pk_planned_letter")),
    )
