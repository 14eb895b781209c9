"""What finds complaints by groups of three letters, in either database.

Each group is listed with the complaints that have it, and nothing of where: an index a fifth of
the text's size, which names a few complaints too many. So what it names is always looked at.
"""

from collections.abc import Sequence

SQLITE: Sequence[str] = (
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

POSTGRESQL: Sequence[str] = (
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
