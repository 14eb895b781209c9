"""The list of revisions that opening goes by is the one that Alembic would find."""

from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

import db.migrations
from db.revisions import KNOWN, NEWEST


def test_every_migration_is_known_in_order() -> None:
    config = Config()
    folder = Path(db.migrations.__file__).parent
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert tuple(step.revision for step in script.walk_revisions())[::-1] == KNOWN
    assert script.get_current_head() == NEWEST
