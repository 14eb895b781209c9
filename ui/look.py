"""How a person wants the window, and the memory of it on this computer."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QSettings

from desktop.wording.catalogue import LANGUAGES

PERCENTS = (100, 110, 125, 150, 175, 200)
"""How large everything may be, of its design."""


class Density(StrEnum):
    """How close together tables and forms stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Scheme(StrEnum):
    """Light or dark."""

    SYSTEM = "system"
    """As the computer is set, by day and by night."""
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose."""

    language: str = LANGUAGES[0]
    scheme: Scheme = Scheme.SYSTEM
    percent: int = PERCENTS[0]
    density: Density = Density.COMFORTABLE

    def made_as(self, other: "Look") -> bool:
        """Tell whether pages are made alike in both: colours are put on pages that are there."""
        return replace(self, scheme=other.scheme) == other


class Looks:
    """Remembers each person's look; it is of eyes and screens, so it stays out of the register."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "look"
        )

    def of(self, person_id: int) -> Look:
        """Return what a person chose, and know who was here last."""
        self._settings.setValue("last", str(person_id))
        return self._read(str(person_id))

    def last(self) -> Look:
        """Return the look of who was here last: the page that asks who comes speaks so too."""
        return self._read(str(self._settings.value("last", "")))

    def keep(self, person_id: int, look: Look) -> None:
        """Remember what a person chose."""
        for key, text in (
            ("language", look.language),
            ("scheme", look.scheme.value),
            ("percent", str(look.percent)),
            ("density", look.density.value),
        ):
            self._settings.setValue(f"person/{person_id}/{key}", text)

    def _read(self, person: str) -> Look:
        plain = Look()
        language, scheme = self._text(person, "language"), self._text(person, "scheme")
        percent, density = self._text(person, "percent"), self._text(person, "density")
        # Somebody may have edited the file.
        return Look(
            language if language in LANGUAGES else plain.language,
            Scheme(scheme) if scheme in set(Scheme) else plain.scheme,
            int(percent) if percent in map(str, PERCENTS) else plain.percent,
            Density(density) if density in set(Density) else plain.density,
        )

    def _text(self, person: str, key: str) -> str:
        return str(self._settings.value(f"person/{person}/{key}", ""))
