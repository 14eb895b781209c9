"""What the next complaint takes over from the last one like it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.rules.complaint import ChannelKind


@dataclass(frozen=True, slots=True)
class Carried:
    """What a complaint shares with the next of its kind, and its number."""

    number: str
    kind: ChannelKind
    answers: Mapping[str, str] = field(default_factory=dict)
