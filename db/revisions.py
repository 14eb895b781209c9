"""The shapes a register has had, told without Alembic: entering that takes longer than opening."""

from sqlalchemy import Connection, inspect, text

KNOWN = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
    "0023",
    "0024",
    "0025",
    "0026",
    "0027",
)
"""Every revision in `migrations/versions`, oldest first."""
NEWEST = KNOWN[-1]


def revision_of(connection: Connection) -> str | None:
    """Return a register's revision, or None where there is no register."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)
