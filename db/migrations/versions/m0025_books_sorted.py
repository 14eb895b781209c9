"""Keys in the dictionary's order for what stands in the office's books, and the days of letters.

Revision ID: 0025
"""

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words
from desktop.rules.thai.sorting import kept_key

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def _of(*names: str) -> Callable[[Any], str]:
    return lambda row: " ".join(getattr(row, name) for name in names if getattr(row, name))


# By table: its identity, what is read of it, and of which words each key is made.
_KEYS: dict[str, tuple[str, tuple[str, ...], dict[str, Callable[[Any], str]]]] = {
    "intake": (
        "complaint_id",
        ("letter_number", "letter_from"),
        {"letter_number_key": _of("letter_number"), "letter_from_key": _of("letter_from")},
    ),
    "petitioner": (
        "id",
        ("district", "province", "postcode"),
        {"lives_key": _of("district", "province", "postcode")},
    ),
    "accused": ("id", ("name", "post", "unit"), {"shown_key": _of("name", "post", "unit")}),
    "classification": ("id", ("ordered_by",), {"ordered_key": _of("ordered_by")}),
    "letter": (
        "id",
        ("content",),
        {"title_key": lambda row: json.loads(row.content)["subject"] or ""},
    ),
    "incoming_letter": (
        "id",
        ("number", "sender", "subject"),
        {
            "number_key": _of("number"),
            "sender_key": _of("sender"),
            "subject_key": _of("subject"),
        },
    ),
}
_RANGE = 2_000


def upgrade() -> None:
    """Make the places, the keys of what is there, and the indexes of the letters' days."""
    connection = op.get_bind()
    for name, (identity, read, keys) in _KEYS.items():
        for key in keys:
            # A default spares the table from being made anew.
            op.add_column(name, sa.Column(key, words(), nullable=False, server_default=""))
        _fill(connection, name, identity, read, keys)
    op.create_index("ix_letter_dated", "letter", ["dated"])
    op.create_index("ix_letter_sent_at", "letter", ["sent_at"])


def _fill(
    connection: sa.Connection,
    name: str,
    identity: str,
    read: tuple[str, ...],
    keys: dict[str, Callable[[Any], str]],
) -> None:
    of: sa.ColumnClause[int] = sa.column(identity)
    table = sa.table(name, of, *(sa.column(one) for one in (*read, *keys)))
    changed = sa.update(table).where(of == sa.bindparam("of"))
    changed = changed.values({key: sa.bindparam(f"new_{key}") for key in keys})
    # Most lines say nothing here, which has a key of its own.
    connection.execute(sa.update(table).values(dict.fromkeys(keys, kept_key(""))))
    last = connection.scalar(sa.select(sa.func.max(of))) or 0
    for begin in range(1, last + 1, _RANGE):
        asked = sa.select(of, *(table.c[one] for one in read))
        there = connection.execute(asked.where(of.between(begin, begin + _RANGE - 1))).all()
        rows = [
            {"of": row[0]} | {f"new_{key}": kept_key(said(row)) for key, said in keys.items()}
            for row in there
            if any(said(row) for said in keys.values())
        ]
        if rows:
            connection.execute(changed, rows)
