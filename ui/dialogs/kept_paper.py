"""A paper that is typed, kept with its complaint, and then shown to be printed."""

from PySide6.QtWidgets import QWidget

from desktop.acts.releasing import Summarised
from desktop.acts.stating import Stated
from desktop.ports import Pressed
from desktop.rules.printing import PaperKind
from ui.dialogs.paper import show_pressed
from ui.dialogs.releasing import SummarySheet
from ui.dialogs.statement import StatementSheet


def open_and_show(sheet: StatementSheet | SummarySheet, owner: QWidget) -> None:
    """Have it typed and kept, then show it over the page it was asked from."""

    def show(result: Stated | Summarised) -> None:
        pressed = Pressed(result.pdf, result.unprintable)
        show_pressed(owner, sheet.windowTitle(), pressed, PaperKind.FORM)

    sheet.done_with.connect(show)
    sheet.open()
