"""Letters mended before and after they left, and letters that came in answer.

Revision ID: 0007
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the places for earlier versions, correcting letters, letters that came, and scans."""
    op.create_table(
        "letter_version",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pdf", words(), nullable=False),
        sa.Column("replaced_at", sa.BigInteger(), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_letter_version_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(
            ["pdf"], ["stored_file.name"], name=op.f("fk_letter_version_pdf_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["person.id"], name=op.f("fk_letter_version_replaced_by_person")
        ),
        sa.PrimaryKeyConstraint("letter_id", "version", name=op.f("pk_letter_version")),
    )
    op.create_table(
        "incoming_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.Column("number", words(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=True),
        sa.Column("sender", words(), nullable=False),
        sa.Column("subject", words(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("receipt_number", words(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_incoming_letter_complaint_id_complaint"),
        ),
        sa.ForeignKeyConstraint(
            ["answers_id"], ["letter.id"], name=op.f("fk_incoming_letter_answers_id_letter")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["person.id"], name=op.f("fk_incoming_letter_recorded_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incoming_letter")),
    )
    for column in ("complaint_id", "answers_id", "received_at"):
        op.create_index(op.f(f"ix_incoming_letter_{column}"), "incoming_letter", [column])
    with op.batch_alter_table("letter") as letter:
        letter.add_column(sa.Column("corrects_id", sa.Integer(), nullable=True))
        letter.create_foreign_key(
            op.f("fk_letter_corrects_id_letter"), "letter", ["corrects_id"], ["id"]
        )
        letter.create_index(op.f("ix_letter_corrects_id"), ["corrects_id"])
    with op.batch_alter_table("attachment") as attachment:
        for column, table in (("letter_id", "letter"), ("incoming_id", "incoming_letter")):
            attachment.add_column(sa.Column(column, sa.Integer(), nullable=True))
            name = op.f(f"fk_attachment_{column}_{table}")
            attachment.create_foreign_key(name, table, [column], ["id"])
