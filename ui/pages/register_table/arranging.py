"""The register's view menu: how the list is arranged, for whoever reads it."""

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.wording import _
from ui.actions import Act, spec
from ui.models.columns_kept import KeptColumns
from ui.widgets.columns import TableColumns

LIST = "register"
"""What settings call the register's list."""


class ViewMenu(QPushButton):
    """Arranges the list, and keeps how it was arranged."""

    def __init__(self, columns: TableColumns, kept: KeptColumns, page: QWidget) -> None:
        super().__init__(_("View"), page)
        keys = spec(Act.VIEW_MENU).keys
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} ({keys})")
        self.setShortcut(keys)
        self._columns, self._kept, self._page = columns, kept, page
        columns.lay_out(kept.of(LIST))
        columns.chosen.connect(self.keep)
        columns.sheet_wanted.connect(self.choose_columns)
        self.setMenu(QMenu(self))
        self._fill()

    def keep(self) -> None:
        """Keep the columns as they are now; as they came, nothing is kept."""
        now = self._columns.now()
        if now == self._columns.shipped:
            self._kept.forget(LIST)
        else:
            self._kept.keep(LIST, now)

    def choose_columns(self) -> None:
        """Choose columns by keys."""
        from ui.dialogs.columns import ColumnsDialog  # noqa: PLC0415 - no list waits for it

        ColumnsDialog(self._columns, self._page).open()

    def _fill(self) -> None:
        menu = self.menu()
        columns = menu.addAction(_("Columns…"))
        columns.setShortcut(spec(Act.COLUMNS).keys)
        columns.triggered.connect(self.choose_columns)
        menu.addAction(_("Columns as they came")).triggered.connect(self._columns.go_back)
