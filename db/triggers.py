"""Triggers that keep journal and timeline append-only, whatever the statement."""

from collections.abc import Sequence

FIXED = ("journal", "step")
_IDENTITY = {"journal": "sequence", "step": "id"}

SQLITE: Sequence[str] = (
    *(
        f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in FIXED
        for what in ("update", "delete")
    ),
    # INSERT OR REPLACE deletes without a delete trigger; it must not reach an old row.
    *(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {_IDENTITY[table]} = NEW.{_IDENTITY[table]}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in FIXED
    ),
    (
        "CREATE TRIGGER journal_in_order BEFORE INSERT ON journal WHEN NEW.sequence <> "
        "(SELECT coalesce(max(sequence), 0) + 1 FROM journal) "
        "OR EXISTS (SELECT 1 FROM journal WHERE hash = NEW.hash) "
        "BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END"
    ),
)

POSTGRESQL: Sequence[str] = (
    (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    ),
    *(
        f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        for table in FIXED
    ),
)
