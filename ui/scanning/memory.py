"""Where this computer's scans come from; it is of the desk, so it stays out of the register."""

from pathlib import Path

from PySide6.QtCore import QSettings


class ScansKept:
    """Remembers the folder that is watched for scans."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "scanning"
        )

    def folder(self) -> Path | None:
        """Return the folder that is watched, if one is."""
        text = str(self._settings.value("folder", ""))
        return Path(text) if text else None

    def keep_folder(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none."""
        self._settings.setValue("folder", "" if folder is None else str(folder))
