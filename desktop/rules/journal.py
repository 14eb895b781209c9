"""The journal's chain: canonical entries, salted digests, one hash upon the other."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from json.encoder import encode_basestring

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
    facts = written(entry.facts)
    return canonical_form(
        sequence, entry.at, entry.actor_id, entry.act, entry.subject, facts, previous
    )


def written(facts: Mapping[str, Value]) -> str:
    """Write an entry's facts in the one form that is hashed."""
    return _JSON.encode(dict(facts))


def canonical_form(
    sequence: int,
    at: datetime,
    actor_id: int | None,
    act: str,
    subject: str,
    facts: str,
    previous: str,
) -> bytes:
    """Write an entry whose facts are written already."""
    # Put together by hand: the keys in their order, as sorting and encoding each would give them.
    actor = "null" if actor_id is None else actor_id
    return (
        f'{{"act":{encode_basestring(act)},"actor":{actor},'
        f'"at":"{at.astimezone(UTC).isoformat()}","facts":{facts},"format":{FORMAT},'
        f'"previous":"{previous}","seq":{sequence},"subject":{encode_basestring(subject)}}}'
    ).encode()


def chained(sequence: int, entry: Entry, previous: str) -> str:
    """Hash an entry upon the one before it; hex SHA-256."""
    return sealed(canonical(sequence, entry, previous))


def sealed(form: bytes) -> str:
    """Hash an entry's canonical form; hex SHA-256."""
    return hashlib.sha256(b"rap-rueang/journal\n" + form).hexdigest()


def digest(salt: str, text: str) -> str:
    """Stand in for words that must not enter the journal; hex SHA-256 over salt and text."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()
