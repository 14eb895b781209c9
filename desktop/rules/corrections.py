"""A letter's text that went out to be corrected: its parts, whose it is, and what came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.differences import Row, Segment, differences
from desktop.rules.letters import CLOSINGS, LetterKind


class Part(StrEnum):
    """A part of a letter that the office may word as it likes."""

    SALUTATION = "salutation"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    REFERENCES = "references"
    ENCLOSURES = "enclosures"
    BODY = "paragraphs"
    CLOSING = "closing"
    COPIES = "copies_to"


NEVER_EMPTY = frozenset({Part.SALUTATION, Part.SUBJECT, Part.REFERENCES, Part.BODY})
"""Parts that cannot be left empty: the wording fills them again, and a letter greets."""
GREETED: Mapping[str, str] = {closing: salutation for salutation, closing in CLOSINGS.items()}
"""Closings, and the salutation that asks for each: a letter's closing goes with its salutation."""


_KEPT = "kept "


def kept_key(draft_id: int) -> str:
    """Return the key of a draft that the office keeps."""
    return f"{_KEPT}{draft_id}"


@dataclass(frozen=True, slots=True)
class LetterMark:
    """Whose text a file holds: complaint, kind of letter, and the very draft."""

    complaint: str
    kind: LetterKind
    draft: str

    def contradicts(self, other: "LetterMark") -> bool:
        """Tell whether both are of drafts that the office keeps, and not of the same."""
        kept = self.draft.startswith(_KEPT) and other.draft.startswith(_KEPT)
        return kept and self.draft != other.draft


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter's words: its parts, one text a paragraph, and all that stands between them."""

    parts: Mapping[Part, tuple[str, ...]]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of a file is not text of ours to take: each is counted and told."""

    tables: int = 0
    pictures: int = 0
    comments: int = 0
    notes: int = 0
    numbered: int = 0
    """Paragraphs whose number Word counts by itself and does not write."""
    hidden: int = 0
    tracked: int = 0
    """Changes that were marked as such and are taken as accepted."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that came back other than it is here."""

    part: Part
    old: tuple[str, ...]
    new: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def salutation(self) -> str:
        """The salutation that a new closing goes with; none where it goes with none."""
        return GREETED.get(" ".join(self.new), "") if self.part is Part.CLOSING else ""

    @property
    def may_be_taken(self) -> bool:
        """Whether the form can hold it."""
        if self.part is Part.CLOSING:
            return bool(self.salutation)
        return bool(self.new) or self.part not in NEVER_EMPTY


@dataclass(frozen=True, slots=True)
class Corrections:
    """What came back: changed parts, and what came and went where the form has no place."""

    changes: tuple[PartChange, ...]
    put_in: tuple[str, ...]
    taken_out: tuple[str, ...]
    left_out: LeftOut
    same_draft: bool


def compare(here: LetterText, back: LetterText, segment: Segment) -> tuple[PartChange, ...]:
    """Return the parts that differ, in the order of the letter."""
    changes = []
    for part in Part:
        old, new = here.parts.get(part, ()), back.parts.get(part, ())
        if old != new:
            changes.append(PartChange(part, old, new, differences(old, new, segment)))
    return tuple(changes)


def only_in(one: LetterText, other: LetterText) -> tuple[str, ...]:
    """Return what stands between the parts of one text and nowhere between those of the other."""
    known = set(other.others)
    return tuple(dict.fromkeys(text for text in one.others if text not in known))
