"""Change the wording of a kind of letter, or go back to the one that came with the program."""

from dataclasses import dataclass

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.journal import Entry, digest
from desktop.rules.letters import LetterKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_block, clean_line
from desktop.rules.wording import (
    SUBJECT,
    OfficeWording,
    WordingFault,
    missing_blanks,
    unknown_fields,
)


@dataclass(frozen=True, slots=True)
class RewordLetter:
    """Every sentence of a kind by its slot; with none at all the shipped wording is back."""

    wording: OfficeWording


@dataclass(frozen=True, slots=True)
class Reworded:
    """The kind whose wording changed; letters issued before stay as they are."""

    kind: LetterKind
    changes: Changes = Changes.OFFICE


def reword_letter(command: RewordLetter, desk: Desk, actor: Actor) -> Reworded:
    """Keep the office's own wording; a field that is unknown or would be lost is refused."""
    require(actor, Permission.KEEP_OFFICE)
    now = desk.now()
    wording = _checked(command.wording)
    with desk.unit(actor) as work:
        work.office.put_wording(wording, now, actor.person_id)
        facts = {
            "kind": wording.kind.value,
            "version": wording.version,
            "texts": digest(work.salt(), repr(sorted(wording.texts.items()))),
        }
        work.journal(Entry(now, actor.person_id, "reword_letter", "office", facts))
        work.commit()
    return Reworded(wording.kind)


def troubles(wording: OfficeWording) -> tuple[Refused, ...]:
    """List what is wrong with a wording, each at its slot."""
    if not wording.texts:
        return ()
    found: list[Refused] = []
    readable: dict[str, str] = {}
    for slot, text in wording.texts.items():
        try:
            unknown = unknown_fields(wording.kind, text)
        except WordingFault:
            found.append(Refused(Reason.ODD_BRACES, field=slot))
            continue
        readable[slot] = text
        found += [Refused(Reason.UNKNOWN_FIELD, field=slot, name=name) for name in unknown]
    if not wording.texts.get(SUBJECT, "").strip():
        found.append(Refused(Reason.REQUIRED, field=SUBJECT))
    found += [
        Refused(Reason.FIELD_MISSING, name=name) for name in missing_blanks(wording.kind, readable)
    ]
    return tuple(found)


def _checked(wording: OfficeWording) -> OfficeWording:
    texts = {
        slot: clean_line(text) if slot == SUBJECT else clean_block(text)
        for slot, text in wording.texts.items()
    }
    clean = OfficeWording(wording.kind, wording.version, texts)
    if found := troubles(clean):
        raise Refusals(found)
    return clean
