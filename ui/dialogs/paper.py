"""A paper on screen exactly as it prints: print it, save it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused, Unavailable
from desktop.paper_orders import PaperOrder
from desktop.ports import Desk, Pressed
from desktop.rules.filenames import safe_name
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.views import OfficeView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing import ask_and_print
from ui.theme import Tone
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain import button, label


class PaperDialog(QDialog):
    """Shows one PDF.

    Signals:
        printed: The paper came out, or was saved as a file.
    """

    printed = Signal()

    def __init__(self, title: str, pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(860, 760)
        self._title, self._pdf = title, pdf
        self.notices = Notices()
        self.view = PdfView()
        self.print_button = button(_("Print"), "primary", "Ctrl+P")
        self.save_button = button(_("Save as PDF…"))
        self.close_button = button(_("Close"))
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save_as)
        self.close_button.clicked.connect(self.accept)
        for part in (self.print_button, self.save_button, self.close_button):
            part.setAutoDefault(False)
        self.bar = QHBoxLayout()
        self.bar.addWidget(label(title, "heading"))
        self.bar.addStretch()
        for part in (self.close_button, self.save_button, self.print_button):
            self.bar.addWidget(part)
        column = QVBoxLayout(self)
        column.addLayout(self.bar)
        column.addWidget(self.notices)
        column.addWidget(self.view, 1)
        shortcut = QShortcut(QKeySequence.StandardKey.Print, self)
        shortcut.activated.connect(self.print)
        self.view.show_pdf(pdf)

    def print(self) -> None:
        """Print on paper; a printer that fails is told, and the paper can be printed again."""
        try:
            printed = ask_and_print(self._pdf, self._title, self)
        except Unavailable:
            self.notices.stay(
                _("It was not printed. Check the printer and print again; the number stays."),
                Tone.LATE,
            )
            return
        if printed:
            self.printed.emit()

    def save_as(self) -> None:
        """Save the PDF as a file."""
        name = safe_name(self._title + ".pdf")
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF…"), name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the PDF to a place."""
        try:
            path.write_bytes(self._pdf)
        except OSError:
            self.notices.stay(_("The file could not be written. Choose another place."), Tone.LATE)
            return
        self.notices.passing(_("Saved."))
        self.printed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop rendering."""
        self.view.close_worker()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Stop rendering when the dialog ends."""
        self.view.close_worker()
        super().done(result)


def show_paper(owner: QWidget, title: str, pdf: bytes) -> PaperDialog:
    """Show a paper over the window that asked for it."""
    dialog = PaperDialog(title, pdf, owner)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def print_paper(
    operations: Operations,
    owner: QWidget,
    title: str,
    order: Callable[[Desk, Actor], PaperOrder],
    office: OfficeView,
    refused: Otherwise,
) -> None:
    """Have a paper printed and show it over the window that asked for it."""

    def question(desk: Desk, actor: Actor) -> Pressed:
        return desk.press.paper(order(desk, actor), office)

    def shown(pressed: Pressed) -> None:
        dialog = show_paper(owner, title, pressed.pdf)
        if pressed.unprintable:
            # The paper shows a mark in their places; whoever hands it out should know.
            missing = Refused(Reason.UNPRINTABLE, characters=" ".join(pressed.unprintable))
            dialog.notices.stay(sentence(missing), Tone.LATE)

    operations.read(owner, question, shown, refused)
