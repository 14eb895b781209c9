"""Cases that have to do with each other: merged, related, split off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class LinkKind(StrEnum):
    """How one case is tied to another; the first is merged into, related to, split from it."""

    MERGED = "merged"
    RELATED = "related"
    SPLIT = "split"


UNDOABLE = timedelta(days=30)
"""How long a merger may be undone."""


@dataclass(frozen=True, slots=True)
class Link:
    """One tie between two cases."""

    kind: LinkKind
    from_id: int
    to_id: int
    made_at: datetime
    made_by: int
    reason: str = ""
    undone_at: datetime | None = None
    id: int | None = None
