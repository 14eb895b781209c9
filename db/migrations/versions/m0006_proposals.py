"""Drafts of letters, and every version of their words.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_DRAFT, _TEXT = "proposed_letter", "proposed_text"


def upgrade() -> None:
    """Make the folder."""
    op.create_table(
        _DRAFT,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("begun_by", sa.Integer(), nullable=False),
        sa.Column("checked_at", sa.BigInteger(), nullable=True),
        sa.Column("checked_by", sa.Integer(), nullable=True),
        sa.Column("approved", sa.Text(), nullable=True),
        sa.Column("signed_on", sa.Text(), nullable=True),
        sa.Column("wanted", words(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        _refers(_DRAFT, "complaint_id", "complaint"),
        _refers(_DRAFT, "begun_by", "person"),
        _refers(_DRAFT, "checked_by", "person"),
        _refers(_DRAFT, "letter_id", "letter"),
        _refers(_DRAFT, "corrects_id", "letter"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_letter")),
    )
    op.create_index(op.f("ix_proposed_letter_complaint_id"), _DRAFT, ["complaint_id"])
    op.create_index(op.f("ix_proposed_letter_step_id"), _DRAFT, ["step", "id"])
    op.create_table(
        _TEXT,
        sa.Column("proposed_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("recipient", words(), nullable=False),
        sa.Column("salutation", words(), nullable=False),
        sa.Column("signatory_id", sa.Integer(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("typed_at", sa.BigInteger(), nullable=False),
        sa.Column("typed_by", sa.Integer(), nullable=False),
        _refers(_TEXT, "proposed_id", _DRAFT),
        _refers(_TEXT, "signatory_id", "signatory"),
        _refers(_TEXT, "typed_by", "person"),
        sa.PrimaryKeyConstraint("proposed_id", "number", name=op.f("pk_proposed_text")),
    )


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)
