"""A draft of a letter in plain values, for whatever keeps it."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop.rules.complaint import Secrecy, Urgency
from desktop.rules.letters import Blank, Finding, LetterDraft, LetterKind
from desktop.rules.proposing import Seen

LETTER_IN_HAND = "letter:"
"""How the keys of letters in hand begin, among a person's unfinished forms."""


CORRECTION_IN_HAND = "correction:"
"""How the keys of corrections that were begun to letters begin, the letter's identity after it."""


def correction_key(letter_id: int) -> str:
    """Return under which key a correction that was begun to a letter is parked."""
    return f"{CORRECTION_IN_HAND}{letter_id}"


def letter_corrected_in(key: str) -> int | None:
    """Return which letter a parked form corrects; none where it is no correction."""
    if not key.startswith(CORRECTION_IN_HAND):
        return None
    return int(key.removeprefix(CORRECTION_IN_HAND))


def content_of(draft: LetterDraft) -> dict[str, Any]:
    """Return what the clerk decided beside kind, recipient, salutation and signatory."""
    return {
        "blanks": {blank.value: text for blank, text in draft.blanks.items()},
        "finding": None if draft.finding is None else draft.finding.value,
        "subject": draft.subject,
        "references": draft.references,
        "enclosures": draft.enclosures,
        "copies_to": draft.copies_to,
        "urgency": draft.urgency.value,
        "paragraphs": draft.paragraphs,
        "secrecy": draft.secrecy.value,
        "within": None if draft.within is None else draft.within.isoformat(),
        "stamped": draft.stamped,
        "identity_reason": draft.identity_reason,
    }


def draft_of(head: Any, content: Mapping[str, Any]) -> LetterDraft:
    """Put a draft together: from an object with what has a name of its own, and its content."""
    return LetterDraft(
        complaint_id=head.complaint_id,
        kind=head.kind,
        recipient=head.recipient,
        salutation=head.salutation,
        signatory_id=head.signatory_id or 0,
        blanks={Blank(name): text for name, text in content["blanks"].items()},
        finding=None if content["finding"] is None else Finding(content["finding"]),
        subject=content["subject"],
        references=_lines(content["references"]),
        enclosures=tuple(content["enclosures"]),
        copies_to=content["copies_to"],
        urgency=Urgency(content["urgency"]),
        paragraphs=_lines(content["paragraphs"]),
        secrecy=Secrecy(content["secrecy"]),
        within=None if content["within"] is None else datetime.fromisoformat(content["within"]),
        stamped=content["stamped"],
        # Of letters that are older than the question nobody told why.
        identity_reason=content.get("identity_reason", ""),
    )


def slip_of(draft: LetterDraft, seen: Seen | None, corrects_id: int | None) -> dict[str, str]:
    """Write a letter in hand, and the kept draft it is written in, as the fields of a form."""
    head = {
        "complaint_id": draft.complaint_id,
        "kind": draft.kind.value,
        "recipient": draft.recipient,
        "salutation": draft.salutation,
        "signatory_id": draft.signatory_id,
    }
    return {
        "letter": json.dumps(head | content_of(draft), ensure_ascii=False),
        "seen": "" if seen is None else f"{seen.id}.{seen.version}",
        "corrects": "" if corrects_id is None else str(corrects_id),
    }


def read_slip(fields: Mapping[str, str]) -> tuple[LetterDraft, Seen | None, int | None]:
    """Read a letter in hand back; what an earlier program did not ask is as nobody answered it."""
    letter = json.loads(fields["letter"])
    head = LetterDraft(
        letter["complaint_id"],
        LetterKind(letter["kind"]),
        letter["recipient"],
        letter["salutation"],
        letter["signatory_id"],
    )
    draft = draft_of(head, content_of(head) | letter)
    seen = Seen(*map(int, fields["seen"].split("."))) if fields["seen"] else None
    return draft, seen, int(fields["corrects"]) if fields["corrects"] else None


def _lines(kept: list[str] | None) -> tuple[str, ...] | None:
    return None if kept is None else tuple(kept)
