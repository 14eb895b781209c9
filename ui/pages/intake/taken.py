"""What was taken: its number, what the next like it takes over, and what was done since."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.acts.registering import Registered
from desktop.rules.complaint import ChannelKind
from desktop.views import Known


@dataclass(frozen=True, slots=True)
class Done:
    """What was saved, by which channel, what it may be the same as, and what was done since.

    `shared` is what the next complaint like it takes over, `scanned` that files came with it,
    `in_a_row` the how-many-eth letter of the pile it is, and `merged_into` the number of the
    complaint in which it goes on.
    """

    registered: Registered
    kind: ChannelKind
    shared: Mapping[str, str]
    alike: Known | None = None
    told: bool = False
    signed: bool = False
    tied: bool = False
    merged_into: str = ""
    scanned: bool = False
    in_a_row: int = 1
