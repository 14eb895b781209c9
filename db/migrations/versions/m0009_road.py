"""The road: waits, extensions, orders, referrals, investigations, cycles; hours and special days.

Revision ID: 0009
"""

import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_PLACE = ("position",)


def upgrade() -> None:
    """Make the new tables, and carry what a case, a clock and a standard have gained."""
    _case_tables()
    _office_tables()
    _widen_complaints()
    _widen_clocks()
    _widen_matters_and_holidays()
    _widen_standards()


def _of_case(name: str, *columns: sa.Column[object], key: Sequence[str] = _PLACE) -> None:
    op.create_table(
        name,
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        *(sa.Column(part, sa.Integer(), nullable=False) for part in key),
        *columns,
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f(f"fk_{name}_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", *key, name=op.f(f"pk_{name}")),
    )


def _case_tables() -> None:
    _of_case(
        "wait",
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("expected_on", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
    )
    running = sa.text("ended_at IS NULL")
    op.create_index(
        "ix_wait_open", "wait", ["complaint_id"], sqlite_where=running, postgresql_where=running
    )
    _of_case(
        "extension",
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("extra", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("approver", words(), nullable=False),
        sa.Column("letter", words(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.Column("removed_reason", words(), nullable=False),
    )
    _of_case(
        "referral",
        sa.Column("agency", words(), nullable=False),
        sa.Column("letter_number", words(), nullable=False),
        sa.Column("letter_date", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("reminders", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answer", words(), nullable=False),
    )
    unanswered = sa.text("answered_at IS NULL")
    op.create_index(
        "ix_referral_due",
        "referral",
        ["due_at"],
        sqlite_where=unanswered,
        postgresql_where=unanswered,
    )
    _of_case(
        "investigation",
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("order_number", words(), nullable=False),
        sa.Column("ordered_on", sa.Text(), nullable=False),
        sa.Column("members", words(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("extended_to", sa.Text(), nullable=True),
        sa.Column("reported_on", sa.Text(), nullable=True),
        sa.Column("findings", sa.Text(), nullable=True),
        sa.Column("summary", words(), nullable=False),
    )
    _of_case(
        "past_cycle",
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("late_reason", words(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        key=("number",),
    )
    op.create_table(
        "case_order",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", words(), nullable=False),
        sa.Column("giver", words(), nullable=False),
        sa.Column("ordered_on", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        _fk("case_order", "complaint_id", "complaint"),
        _fk("case_order", "recorded_by", "person"),
        _fk("case_order", "attachment_id", "attachment"),
        sa.PrimaryKeyConstraint("complaint_id", "position", name=op.f("pk_case_order")),
    )
    op.create_table(
        "case_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        _fk("case_link", "from_id", "complaint"),
        _fk("case_link", "to_id", "complaint"),
        _fk("case_link", "made_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_link")),
    )
    for end in ("from_id", "to_id"):
        op.create_index(op.f(f"ix_case_link_{end}"), "case_link", [end])


def _office_tables() -> None:
    op.create_table(
        "special_day",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_special_day")),
    )
    op.create_table(
        "office_hours",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_hours")),
    )
    op.create_table(
        "channel_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("checked_at", sa.BigInteger(), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("note", words(), nullable=False),
        _fk("channel_check", "channel_id", "channel"),
        _fk("channel_check", "checked_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel_check")),
    )
    op.create_index(
        op.f("ix_channel_check_channel_id_checked_at"),
        "channel_check",
        ["channel_id", "checked_at"],
    )
    op.create_table(
        "assignment_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("rank", words(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        _fk("assignment_rule", "category_id", "category"),
        _fk("assignment_rule", "owner_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_rule")),
    )


def _fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def _widen_complaints() -> None:
    with op.batch_alter_table("complaint") as complaint:
        complaint.add_column(sa.Column("cycle_ground", sa.Text(), nullable=True))
        for name in ("cycle_started_at", "hidden_at", "contacted_at", "child_taken_at"):
            complaint.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
        complaint.add_column(sa.Column("contact_on", sa.Text(), nullable=True))
    op.execute("UPDATE complaint SET cycle_ground = 'received', cycle_started_at = received_at")
    with op.batch_alter_table("complaint") as complaint:
        complaint.alter_column("cycle_ground", existing_type=sa.Text(), nullable=False)
        complaint.alter_column("cycle_started_at", existing_type=sa.BigInteger(), nullable=False)


def _widen_clocks() -> None:
    with op.batch_alter_table("clock") as clock:
        clock.add_column(sa.Column("extra", sa.Integer(), nullable=True))
        clock.add_column(sa.Column("started_at", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE clock SET extra = 0, started_at = "
        "(SELECT received_at FROM complaint WHERE complaint.id = clock.complaint_id)"
    )
    with op.batch_alter_table("clock") as clock:
        clock.alter_column("extra", existing_type=sa.Integer(), nullable=False)


def _widen_matters_and_holidays() -> None:
    for table, column in (("matter", "child_receiver"), ("holiday", "reference")):
        with op.batch_alter_table(table) as widened:
            widened.add_column(sa.Column(column, words(), nullable=True))
        op.execute(sa.update(sa.table(table, sa.column(column))).values({column: ""}))
        with op.batch_alter_table(table) as widened:
            widened.alter_column(column, existing_type=words(), nullable=False)


def _widen_standards() -> None:
    policy = sa.table("policy", sa.column("version"), sa.column("rows"))
    connection = op.get_bind()
    for version, rows in connection.execute(sa.select(policy.c.version, policy.c.rows)).all():
        widened = json.loads(rows) | {
            "provisions": [],
            "start_roll": False,
            "end_roll": False,
            "cut_off": "16:30",
            "warn_at": [50, 80, 100],
            "contact_days": 15,
        }
        connection.execute(
            sa.update(policy)
            .where(policy.c.version == version)
            .values(rows=json.dumps(widened, ensure_ascii=False, sort_keys=True))
        )
