"""Which columns of a list somebody wants, in which order and how wide, from one day to the next."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSettings

from desktop.views import ListedColumn


class KeptColumns:
    """One person's columns of each list; they fit this computer's screen, not the register."""

    def __init__(self, person_id: int, settings: QSettings | None = None) -> None:
        self._person_id = person_id
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "lists"
        )

    def of(self, name: str) -> tuple[ListedColumn, ...]:
        """Return what is kept for a list; nothing where nobody chose."""
        return tuple(_read(str(self._settings.value(self._key(name), ""))))

    def keep(self, name: str, columns: Iterable[ListedColumn]) -> None:
        """Keep the columns of a list from left to right."""
        said = ";".join(f"{column.name}:{column.width}" for column in columns)
        self._settings.setValue(self._key(name), said)

    def keep_chosen(
        self, name: str, columns: tuple[ListedColumn, ...], shipped: tuple[ListedColumn, ...]
    ) -> None:
        """Keep what was chosen; a list that is as it was shipped follows what is shipped later."""
        if columns == shipped:
            self.forget(name)
        else:
            self.keep(name, columns)

    def forget(self, name: str) -> None:
        """Let a list be as it was shipped."""
        self._settings.remove(self._key(name))

    def _key(self, name: str) -> str:
        return f"columns/{self._person_id}/{name}"


def _read(said: str) -> Iterator[ListedColumn]:
    for part in said.split(";"):
        name, _colon, width = part.rpartition(":")
        # Somebody edited the file; what cannot be read there is as if it were not chosen.
        if width.isdecimal():
            yield ListedColumn(name, int(width))
