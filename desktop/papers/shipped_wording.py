"""The wording of every letter as it came with the program."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import resources
from desktop.rules.letters import Finding, LetterKind
from desktop.rules.wording import OfficeWording, Sentence, Wording


@lru_cache
def shipped(kind: LetterKind) -> Wording:
    """Return the wording of a kind of letter."""
    text = resources.path("wording", f"{kind.value}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Wording(
        version=data["version"],
        subject=data["subject"],
        references=_sentences("references", data.get("references", ())),
        body=_sentences("body", data["body"]),
    )


def in_force(kind: LetterKind, own: OfficeWording | None) -> Wording:
    """Return the office's wording of a kind, or the shipped one where it has none.

    Words written for an older shipped wording no longer fit its sentences and are not used; the
    settings page says so.
    """
    wording = shipped(kind)
    if own is None or own.version != wording.version:
        return wording
    return wording.reworded(own.texts)


def _sentences(part: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            slot=f"{part}.{place}",
            text=row["text"],
            needs=tuple(row.get("needs", ())),
            finding=Finding(row["finding"]) if "finding" in row else None,
            heading=bool(row.get("heading")),
        )
        for place, row in enumerate(rows)
    )
