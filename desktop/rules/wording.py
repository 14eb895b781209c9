"""Letter wording: sentences with named fields, filled once and never read again."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop.rules.letters import SPECS, Finding, LetterKind

SUBJECT = "subject"
FIELDS = frozenset(
    {
        "type",
        "office",
        "group",
        "phone",
        "channel",
        "manner",
        "when",
        "petition",
        "subject",
        "number",
        "registered",
        "code",
        "last_letter",
        "source_letter",
        "source_from",
    }
)
"""What every wording may name; beside these, the blanks of its own kind."""


class WordingFault(ValueError):  # noqa: N818
    """A sentence asks for a field that does not exist, or cannot be read at all."""


class Sentence(NamedTuple):
    """A sentence of a wording: where it stands, and when.

    `slot` names it within its wording. It stands only where every field it needs is known and,
    of an acknowledgement, for one finding where one is given. A heading is set in bold.
    """

    slot: str
    text: str
    needs: tuple[str, ...] = ()
    finding: Finding | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one kind of letter; `version` changes when sentences come or go."""

    version: int
    subject: str
    references: tuple[Sentence, ...]
    body: tuple[Sentence, ...]

    def texts(self) -> dict[str, str]:
        """Return every sentence by its slot, the subject first."""
        sentences = (*self.references, *self.body)
        return {SUBJECT: self.subject} | {one.slot: one.text for one in sentences}

    def reworded(self, texts: Mapping[str, str]) -> "Wording":
        """Put the office's own sentences in; an empty one is left out of every letter."""

        def own(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
            changed = (one._replace(text=texts.get(one.slot, one.text)) for one in sentences)
            return tuple(one for one in changed if one.text.strip())

        subject = texts.get(SUBJECT, self.subject)
        return Wording(self.version, subject, own(self.references), own(self.body))


@dataclass(frozen=True, slots=True)
class OfficeWording:
    """What the office made of a shipped wording; no texts at all restore the shipped one."""

    kind: LetterKind
    version: int
    texts: Mapping[str, str]


def fields_in(sentence: str) -> tuple[str, ...]:
    """Return the fields that a sentence names, in order; `WordingFault` where braces are odd."""
    return tuple(field for _literal, field in _parsed(sentence) if field is not None)


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """Fill a sentence's fields; braces in the values stay braces.

    A number keeps its distance from letters, wherever a value brings one: ภายใน ๗ วัน.
    """
    told = ""
    for literal, field in _parsed(sentence):
        told = _joined(told, literal)
        if field is None:
            continue
        if field not in values:
            raise WordingFault(field)
        told = _joined(told, values[field])
    return told


def _joined(told: str, more: str) -> str:
    before, after = told[-1:], more[:1]
    parted = (before.isdecimal() and _is_letter(after)) or (
        _is_letter(before) and after.isdecimal()
    )
    return f"{told} {more}" if parted else told + more


def _is_letter(character: str) -> bool:
    return "ก" <= character <= "์" and not character.isdecimal()


def unknown_fields(kind: LetterKind, sentence: str) -> tuple[str, ...]:
    """Return the fields that a sentence of this kind may not name."""
    known = FIELDS | {blank.value for blank in SPECS[kind].blanks}
    return tuple(field for field in fields_in(sentence) if field not in known)


def missing_blanks(kind: LetterKind, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the blanks that the clerk fills in and no sentence says."""
    named = {field for text in texts.values() for field in fields_in(text)}
    return tuple(blank.value for blank in SPECS[kind].blanks if blank.value not in named)


def _parsed(sentence: str) -> list[tuple[str, str | None]]:
    try:
        parsed = list(string.Formatter().parse(sentence))
    except ValueError as fault:
        raise WordingFault(sentence) from fault
    for _literal, field, style, conversion in parsed:
        if style or conversion or field == "":
            raise WordingFault(field or sentence)
    return [(literal, field) for literal, field, _style, _conversion in parsed]
