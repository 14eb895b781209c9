"""A letter as it will print, beside the form in which it is written."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ports import Composed, Desk, Pressed
from desktop.rules.people import Actor
from ui.dialogs.letter_keeping import Versions
from ui.operations import Operations
from ui.widgets.pdf_view import PdfView

PAUSE = 350
"""Milliseconds after the last keystroke before the preview follows."""
Printing = Callable[[Desk, Actor], tuple[Pressed, Composed]]
"""Prints the letter as it stands, and tells what the wording gives."""


class LetterPreview(QWidget):
    """Follows what is typed, once typing pauses; an answer that came too late is not shown.

    Signals:
        printed: A letter was printed to the screen. args: what was printed, the wording's words.
    """

    printed = Signal(object, object)

    def __init__(self, operations: Operations, wanted: Callable[[], Printing | None]) -> None:
        super().__init__()
        self._operations, self._wanted = operations, wanted
        self._asked = 0
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self.print_now)
        self.versions = Versions()
        self.versions.edited.connect(self.print_now)
        self.view = PdfView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.versions)
        column.addWidget(self.view, 1)

    def follow(self) -> None:
        """Print once nothing more is typed for a moment."""
        self._waiting.start()

    def rest(self) -> None:
        """Follow no more until something is typed again."""
        self._waiting.stop()

    def print_now(self) -> None:
        """Print the letter to the screen, if there is one to print."""
        printing = self._wanted()
        if printing is None:
            return
        self._asked += 1
        asked = self._asked

        def answered(answer: tuple[Pressed, Composed]) -> None:
            if asked == self._asked:
                pressed, composed = answer
                self.printed.emit(pressed, composed)
                self.view.show_pdf(pressed.pdf)

        self._operations.read(self, printing, answered)

    def end(self) -> None:
        """Stop rendering: what is still being printed has nowhere to be shown any more."""
        self._waiting.stop()
        self._asked += 1
        self.view.close_worker()
