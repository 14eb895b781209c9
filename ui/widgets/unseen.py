"""An answer that is kept with the others of a form, and that nobody sees or types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Unseen(QWidget):
    """A field of a sheet without a place on it.

    Signals:
        edited: Never told: nobody types here.
    """

    edited = Signal(str)
    error = ""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.editor: QWidget = self
        self._text = ""
        self.hide()

    def text(self) -> str:
        """Return what is kept."""
        return self._text

    def set_text(self, text: str) -> None:
        """Keep another text."""
        self._text = text

    def set_error(self, text: str) -> None:
        """Take no notice: what nobody types is not wrong."""

    def show_error(self) -> None:
        """Take no notice, for the same reason."""
