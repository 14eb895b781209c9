"""Where this computer's scans come from; it is of the desk, so it stays out of the register."""

from pathlib import Path

from PySide6.QtCore import QSettings

from ui.scanning.devices import FINENESSES, Colour, ScanChoice, Source


class ScansKept:
    """Remembers the folder that is watched for scans, and how was scanned last."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "scanning"
        )

    def folder(self) -> Path | None:
        """Return the folder that is watched, if one is."""
        text = self._text("folder")
        return Path(text) if text else None

    def keep_folder(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none."""
        self._settings.setValue("folder", "" if folder is None else str(folder))

    def choice(self) -> ScanChoice | None:
        """Return how was scanned last, if ever."""
        device, source, colour = self._text("device"), self._text("source"), self._text("colour")
        fineness = self._text("fineness")
        # Somebody may have edited the file.
        if not device or source not in set(Source) or colour not in set(Colour):
            return None
        known = fineness in map(str, FINENESSES)
        return ScanChoice(device, Source(source), Colour(colour), int(fineness) if known else 300)

    def keep_choice(self, choice: ScanChoice) -> None:
        """Remember how to scan next time."""
        for key, text in (
            ("device", choice.device),
            ("source", choice.source.value),
            ("colour", choice.colour.value),
            ("fineness", str(choice.fineness)),
        ):
            self._settings.setValue(key, text)

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, ""))
