"""Interests; how often a channel is looked at, as something to count by; what is looked for daily.

Revision ID: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_EVERY = {
    "ทุกวันทำการ": "workday",
    "ทุกวัน": "day",
    "สัปดาห์ละ ๑ ครั้ง": "week",
    "ทุกครั้งที่มีผู้ร้อง": "arrival",
}
"""How often, by the words that came with the program; an office's own words stay words."""


def upgrade() -> None:
    """Make the table and the indexes, and read how often each channel is looked at."""
    op.create_table(
        "interest",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("declared_at", sa.BigInteger(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [f"{table}_id"], [f"{table}.id"], name=op.f(f"fk_interest_{table}_id_{table}")
            )
            for table in ("complaint", "person")
        ),
        sa.PrimaryKeyConstraint("complaint_id", "person_id", name=op.f("pk_interest")),
    )
    op.create_index(
        op.f("ix_interest_person_id_complaint_id"), "interest", ["person_id", "complaint_id"]
    )
    unreported = sa.text("reported_on IS NULL")
    op.create_index(
        "ix_investigation_due",
        "investigation",
        ["complaint_id", "due_on"],
        sqlite_where=unreported,
        postgresql_where=unreported,
    )
    # Nothing could be put into this list before, so nothing inactive is lost.
    with op.batch_alter_table("assignment_rule") as rules:
        rules.drop_column("active")
    _channels()


def _channels() -> None:
    with op.batch_alter_table("channel") as channels:
        channels.add_column(sa.Column("every", sa.Text(), nullable=True))
    channel = sa.table("channel", sa.column("checked"), sa.column("every"))
    for said, every in _EVERY.items():
        op.execute(sa.update(channel).where(channel.c.checked == said).values(every=every))
    op.execute(sa.update(channel).where(channel.c.every.is_(None)).values(every="never"))
    with op.batch_alter_table("channel") as channels:
        channels.alter_column("every", existing_type=sa.Text(), nullable=False)
