"""The office itself: what its paper says about it, and who signs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.rules.letters import LetterSeries


class Garuda(StrEnum):
    """Where the emblem at the head of a letter comes from."""

    PREPRINTED = "preprinted"
    IMAGE = "image"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What the office says of itself from a day on; nothing is guessed.

    `letter_prefix` is the code before the stroke of every outgoing number, e.g. "ศธ ๐๔xxx".
    `garuda_image` is the office's own picture, as bytes of PNG or JPEG; we ship none.
    `stamped_letters` tells that its standing in law lets it send letters under its stamp.
    """

    name: str
    address: str
    letter_prefix: str
    group: str
    phone: str
    effective_from: date
    email: str = ""
    director_title: str = ""
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None
    letter_series: LetterSeries = LetterSeries.OURS
    stamped_letters: bool = False


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who may sign; `acting_for` is the second line (ปฏิบัติราชการแทน …)."""

    id: int | None
    name: str
    position: str
    acting_for: str = ""
    active: bool = True
