"""Indexes that answer the standing views, and redating, by themselves.

Revision ID: 0015
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_OPEN = (
    "status IN ('assigned', 'awaiting_order', 'closing_proposed', 'in_progress', 'received', "
    "'screening', 'waiting_agency', 'waiting_court', 'waiting_petitioner')"
)


def upgrade() -> None:
    """Make them, in the place of those that had to look into the tables besides."""
    for name in ("ix_complaint_due", "ix_complaint_beside"):
        op.drop_index(name, "complaint")
    _some(
        "ix_complaint_open",
        "complaint",
        (
            *("status", "owner_id", "hidden_at", "due_at", "year", "running", "beside_at"),
            *("child_danger", "child_taken_at", "anonymous"),
            *("contacted_at", "cycle_started_at", "contact_on"),
        ),
        _OPEN,
    )
    _some(
        "ix_complaint_due",
        "complaint",
        ("hidden_at", "due_at", "id", "owner_id", "year", "running", "cycle", "due_kind"),
        "due_at IS NOT NULL",
    )
    _some(
        "ix_complaint_beside",
        "complaint",
        ("beside_at", "due_at", "id", "hidden_at", "owner_id", "year", "running"),
        "beside_at IS NOT NULL",
    )
    _some("ix_complaint_hidden", "complaint", ("id",), "hidden_at IS NOT NULL")
    op.drop_index("ix_wait_open", "wait")
    _some("ix_wait_open", "wait", ("complaint_id", "expected_on", "ended_at"), "ended_at IS NULL")
    for name in ("ix_clock_kind_stopped_at", "ix_clock_running"):
        op.drop_index(name, "clock")
    # Apart from those that run, or the planner would look for these as if they were few.
    _some("ix_clock_stopped", "clock", ("kind", "stopped_at"), "stopped_at IS NOT NULL")
    _some(
        "ix_clock_running",
        "clock",
        (
            *("complaint_id", "cycle", "kind", "amount", "unit", "origin", "first_due_at"),
            *("due_at", "verdict", "extra", "started_at", "stopped_at"),
        ),
        "stopped_at IS NULL",
    )


def _some(name: str, table: str, columns: Sequence[str], which: str) -> None:
    rows = sa.text(which)
    op.create_index(name, table, list(columns), sqlite_where=rows, postgresql_where=rows)
