"""Where a table is saved, and as what: the system's own sheet for saving, with two endings."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.rules.saved_tables import TableKind

_FILTERS = {TableKind.XLSX: "Excel (*.xlsx)", TableKind.CSV: "CSV (*.csv)"}


class TablePlaceSheet(QFileDialog):
    """Asks for a file; the ending that is typed or chosen says its kind.

    Signals:
        placed: A place was chosen. args: its Path, the TableKind.
        taken: A name was typed without its ending, and with it a file is there that the sheet
            did not ask about. arg: the Path.
    """

    placed = Signal(object, object)
    taken = Signal(object)

    def __init__(self, title: str, place: Path, parent: QWidget) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(_FILTERS.values()))
        self.selectNameFilter(_FILTERS[_kind_of(place) or TableKind.XLSX])
        # Added by the sheet itself, so that it asks before it replaces a file of that name.
        self.setDefaultSuffix((_kind_of(place) or TableKind.XLSX).value)
        self.setDirectory(str(place.parent))
        self.selectFile(place.name)
        self.filterSelected.connect(self._end_so)
        self.fileSelected.connect(self._chosen)

    def _end_so(self, chosen: str) -> None:
        """Let the name end as the kind that was chosen does."""
        kind = next(kind for kind, told in _FILTERS.items() if told == chosen)
        self.setDefaultSuffix(kind.value)
        for name in self.selectedFiles()[:1]:
            if _kind_of(Path(name)):
                self.selectFile(Path(name).with_suffix(f".{kind.value}").name)

    def _chosen(self, name: str) -> None:
        place, kind = Path(name), _kind_of(Path(name))
        if kind is None:
            # A name with an ending of its own, as in “สรุป พ.ศ. ๒๕๖๙”.
            kind = TableKind(self.defaultSuffix())
            place = place.with_name(f"{place.name}.{kind.value}")
            if place.exists():
                self.taken.emit(place)
                return
        self.placed.emit(place, kind)


def first_folder() -> Path:
    """Return where tables are saved until another folder is chosen."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def _kind_of(place: Path) -> TableKind | None:
    ending = place.suffix.lower().removeprefix(".")
    return TableKind(ending) if ending in set(TableKind) else None
