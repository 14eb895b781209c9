"""Letters of every kind, of the central series too, returned and voided.

Revision ID: 0002
"""

import json

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the letters and keep what the old ones said."""
    with op.batch_alter_table("office_facts") as office:
        office.add_column(sa.Column("letter_series", sa.Text(), nullable=True))
    op.execute("UPDATE office_facts SET letter_series = 'ours'")
    with op.batch_alter_table("office_facts") as office:
        office.alter_column("letter_series", existing_type=sa.Text(), nullable=False)
    with op.batch_alter_table("letter") as letter:
        letter.add_column(sa.Column("series", sa.Text(), nullable=True))
        letter.add_column(sa.Column("content", sa.Text(), nullable=True))
        letter.add_column(sa.Column("reason", words(), nullable=True))
    _carry_over()
    with op.batch_alter_table("letter") as letter:
        letter.drop_constraint(op.f("uq_letter_year_running"), type_="unique")
        letter.create_unique_constraint(
            op.f("uq_letter_series_year_running"), ["series", "year", "running"]
        )
        letter.alter_column("series", existing_type=sa.Text(), nullable=False)
        letter.alter_column("content", existing_type=sa.Text(), nullable=False)
        letter.alter_column("reason", existing_type=words(), nullable=False)
        letter.alter_column("year", existing_type=sa.Integer(), nullable=True)
        letter.alter_column("running", existing_type=sa.Integer(), nullable=True)
        letter.alter_column("dated", existing_type=sa.Text(), nullable=True)
        letter.drop_column("finding")
        letter.drop_column("particular")
        letter.drop_column("paragraphs")


def _carry_over() -> None:
    letter = sa.table(
        "letter",
        *(
            sa.column(name)
            for name in (
                "id",
                "finding",
                "particular",
                "paragraphs",
                "series",
                "content",
                "reason",
            )
        ),
    )
    connection = op.get_bind()
    old = sa.select(letter.c.id, letter.c.finding, letter.c.particular, letter.c.paragraphs)
    for identity, finding, particular, paragraphs in connection.execute(old).all():
        content = {
            "blanks": {"particular": particular},
            "finding": finding,
            "subject": None,
            "references": None,
            "enclosures": [],
            "copies_to": "",
            "urgency": "none",
            "paragraphs": None if paragraphs is None else json.loads(paragraphs),
        }
        connection.execute(
            sa.update(letter)
            .where(letter.c.id == identity)
            .values(
                series="ours",
                reason="",
                content=json.dumps(content, ensure_ascii=False, sort_keys=True),
            )
        )
