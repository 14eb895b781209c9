"""What of the look may be chosen, in the words of menu and settings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.wording import N_
from ui.look import PERCENTS, Density, Look, Scheme


@dataclass(frozen=True, slots=True)
class LookChoice:
    """One thing that may be chosen: its words, and what of the look it is."""

    name: str
    part: str
    value: Any

    def worn_with(self, look: Look) -> Look:
        """Return a look with this chosen in it."""
        return replace(look, **{self.part: self.value})

    def of(self, look: Look) -> bool:
        """Tell whether a look has this chosen."""
        return bool(getattr(look, self.part) == self.value)


@dataclass(frozen=True, slots=True)
class LookOffer:
    """Choices of which one holds."""

    name: str
    help_text: str
    choices: Sequence[LookChoice]


OFFERS: Sequence[LookOffer] = (
    LookOffer(
        N_("Language"),
        N_("Of the window only; papers are in Thai."),
        # Each in its own language, to be found by whoever reads only that one.
        (LookChoice("ไทย", "language", "th"), LookChoice("English", "language", "en")),
    ),
    LookOffer(
        N_("Colours"),
        N_("As the computer: light or dark as it is set, also when that changes by night."),
        (
            LookChoice(N_("As the computer"), "scheme", Scheme.SYSTEM),
            LookChoice(N_("Light"), "scheme", Scheme.LIGHT),
            LookChoice(N_("Dark"), "scheme", Scheme.DARK),
        ),
    ),
    LookOffer(
        N_("Size"),
        N_("Of words, fields and pictures; what has no room is scrolled to."),
        tuple(LookChoice(f"{percent} %", "percent", percent) for percent in PERCENTS),
    ),
    LookOffer(
        N_("Tables and forms"),
        N_("Compact shows more lines at once."),
        (
            LookChoice(N_("Comfortable"), "density", Density.COMFORTABLE),
            LookChoice(N_("Compact"), "density", Density.COMPACT),
        ),
    ),
)
