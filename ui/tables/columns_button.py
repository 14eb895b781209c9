"""The columns of a list without named views: chosen in a sheet, kept for whoever reads it."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.wording import _
from ui.actions import Act, spec
from ui.models.columns_kept import KeptColumns
from ui.widgets.columns import TableColumns


class ColumnsButton(QPushButton):
    """Lays a list's columns out as they were chosen last, and keeps what is chosen."""

    def __init__(self, kept: KeptColumns, name: str, columns: TableColumns, page: QWidget) -> None:
        action = spec(Act.COLUMNS)
        super().__init__(_(action.text), page)
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} ({action.keys})")
        self.setShortcut(action.keys)
        self._kept, self._name = kept, name
        self._columns, self._page = columns, page
        columns.lay_out(kept.of(name))
        columns.chosen.connect(self._keep)
        columns.sheet_wanted.connect(self.choose)
        self.clicked.connect(self.choose)

    def choose(self) -> None:
        """Choose columns by keys."""
        from ui.dialogs.columns import ColumnsDialog  # noqa: PLC0415 - no list waits for it

        ColumnsDialog(self._columns, self._page).open()

    def _keep(self) -> None:
        self._kept.keep_chosen(self._name, self._columns.now(), self._columns.shipped)
