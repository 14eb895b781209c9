"""Secrecy classes of complaints and letters, and the office's leave to send stamped letters.

Revision ID: 0008
"""

import json

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SAID = {"secrecy": "", "within": None, "stamped": False}
"""What every letter before was: of no class, due at no hour, signed by hand."""


def upgrade() -> None:
    """Let complaints and letters bear a class; what is there bears none."""
    # A default spares the wide tables, their indexes and triggers from being made anew.
    op.add_column("complaint", sa.Column("secrecy", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "office_facts",
        sa.Column("stamped_letters", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "classification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("running", sa.Integer(), nullable=True),
        sa.Column("ordered_by", words(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_classification_complaint_id_complaint"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_classification_made_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classification")),
        sa.UniqueConstraint("year", "running", name=op.f("uq_classification_year_running")),
    )
    op.create_index(
        op.f("ix_classification_complaint_id_id"), "classification", ["complaint_id", "id"]
    )
    _say_of_old_letters("letter", "id")
    _say_of_old_letters("planned_letter", "batch_id", "place")
    _say_of_old_letters("proposed_text", "proposed_id", "number")


def _say_of_old_letters(name: str, *keys: str) -> None:
    table = sa.table(name, *(sa.column(key) for key in (*keys, "content")))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table)).all():
        content = json.loads(row.content) | _SAID
        same = (table.c[key] == getattr(row, key) for key in keys)
        kept = json.dumps(content, ensure_ascii=False, sort_keys=True)
        connection.execute(sa.update(table).where(*same).values(content=kept))
