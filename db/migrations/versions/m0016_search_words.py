"""The words by which a complaint is found, in a table of their own with an index over them.

Each group of three letters is listed with the complaints that have it, and nothing of where: an
index a third of the text's size, which names a few complaints too many. What it names is looked at.

Revision ID: 0016
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.migrations.versions.m0001_register import words

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_KEYS = (("complaint", "subject_key"), ("complaint", "petitioner_key"), ("person", "name_key"))
_LONGEST = 250
"""Characters of a sort key that lists keep; no index takes much longer ones."""

_SQLITE: Sequence[str] = (
    *(
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='search_words', "
        "content_rowid='complaint_id', tokenize='trigram case_sensitive 1', detail='none')"
        for name, columns in (
            ("search_index", "names, numbers, words"),
            ("search_names", "names, numbers"),
        )
    ),
    # Which groups there are: those that begin with a word of one or two letters.
    "CREATE VIRTUAL TABLE search_groups USING fts5vocab('search_index', 'row')",
    (
        "CREATE TRIGGER search_words_added AFTER INSERT ON search_words BEGIN "
        "INSERT INTO search_index (rowid, names, numbers, words) "
        "VALUES (NEW.complaint_id, NEW.names, NEW.numbers, NEW.words); "
        "INSERT INTO search_names (rowid, names, numbers) "
        "VALUES (NEW.complaint_id, NEW.names, NEW.numbers); END"
    ),
    (
        "CREATE TRIGGER search_words_changed AFTER UPDATE ON search_words BEGIN "
        "INSERT INTO search_index (search_index, rowid, names, numbers, words) "
        "VALUES ('delete', OLD.complaint_id, OLD.names, OLD.numbers, OLD.words); "
        "INSERT INTO search_index (rowid, names, numbers, words) "
        "VALUES (NEW.complaint_id, NEW.names, NEW.numbers, NEW.words); END"
    ),
    (
        "CREATE TRIGGER search_names_changed AFTER UPDATE ON search_words "
        "WHEN OLD.names <> NEW.names OR OLD.numbers <> NEW.numbers BEGIN "
        "INSERT INTO search_names (search_names, rowid, names, numbers) "
        "VALUES ('delete', OLD.complaint_id, OLD.names, OLD.numbers); "
        "INSERT INTO search_names (rowid, names, numbers) "
        "VALUES (NEW.complaint_id, NEW.names, NEW.numbers); END"
    ),
)
"""Nothing is ever taken away from the words of a complaint but by its own destruction."""

_POSTGRESQL: Sequence[str] = (
    # Letters side by side in windows: taking a text apart by places takes its length squared.
    (
        "CREATE FUNCTION search_groups(said text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT "
        # Told how dear it is, the planner does not take every text apart where the index knows.
        "COST 10000 AS $$ SELECT array_agg(DISTINCT one || two || three) FROM ("
        "SELECT letter AS one, lead(letter) OVER w AS two, lead(letter, 2) OVER w AS three "
        "FROM unnest(string_to_array(said, NULL)) WITH ORDINALITY AS letters (letter, place) "
        "WINDOW w AS (ORDER BY place)) AS groups WHERE three IS NOT NULL $$"
    ),
    *(
        f"CREATE INDEX {name} ON search_words USING gin (search_groups({columns}))"
        for name, columns in (
            ("ix_search_words_index", "names || numbers || words"),
            ("ix_search_words_names", "names || numbers"),
        )
    ),
)


def upgrade() -> None:
    """Make the places; they are filled once the register has today's shape."""
    op.create_table(
        "search_words",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("names", words(), nullable=False),
        sa.Column("numbers", words(), nullable=False),
        sa.Column("words", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_search_words_complaint_id_complaint"),
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_search_words")),
    )
    here = op.get_bind()
    for statement in _SQLITE if here.dialect.name == "sqlite" else _POSTGRESQL:
        here.exec_driver_sql(statement)
    for gone in ("search_form", "phones"):
        op.drop_column("matter", gone)
    for table, key in _KEYS:
        keys = sa.table(table, sa.column(key, sa.Text()))
        cut = sa.func.substr(keys.c[key], 1, _LONGEST)
        op.execute(sa.update(keys).where(sa.func.length(keys.c[key]) > _LONGEST).values({key: cut}))
    op.execute("UPDATE setting SET value = '0' WHERE name = 'search_version'")
