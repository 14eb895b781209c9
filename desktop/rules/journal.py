"""The journal's chain: canonical entries, salted digests, one hash upon the other."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

FORMAT = 1
GENESIS = "0" * 64
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal before it is chained.

    `facts` hold codes, numbers and digests; never a name or a citizen's words.
    """

    at: datetime
    actor_id: int | None
    act: str
    subject: str
    facts: Mapping[str, Value]


def canonical(sequence: int, entry: Entry, previous: str) -> bytes:
    """Write an entry in the one form that is hashed: sorted UTF-8 JSON with its format number."""
    form = {
        "format": FORMAT,
        "seq": sequence,
        "at": entry.at.astimezone(UTC).isoformat(),
        "actor": entry.actor_id,
        "act": entry.act,
        "subject": entry.subject,
        "facts": dict(entry.facts),
        "previous": previous,
    }
    return _JSON.encode(form).encode()


def chained(sequence: int, entry: Entry, previous: str) -> str:
    """Hash an entry upon the one before it; hex SHA-256."""
    return hashlib.sha256(
        b"rap-rueang/journal\n" + canonical(sequence, entry, previous)
    ).hexdigest()


def digest(salt: str, text: str) -> str:
    """Stand in for words that must not enter the journal; hex SHA-256 over salt and text."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()
