"""A paper on screen exactly as it prints: print it, save it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.paper_orders import PaperOrder, kind_of
from desktop.papers.pdfium import save
from desktop.ports import Desk, Pressed
from desktop.rules.filenames import safe_name
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind
from desktop.rules.reasons import Reason
from desktop.views import OfficeView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.dialogs.print_sheet import PrintSheet
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing.job import Paper
from ui.printing.room import print_room
from ui.theme import Tone, px
from ui.widgets.fitting import fit
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain import button, label


class PaperDialog(QDialog):
    """Shows one PDF.

    Signals:
        printed: The whole paper went to the printer, or was saved as a file.
    """

    printed = Signal()

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(paper.title)
        fit(self, 860, 760)
        self._paper = paper
        self.room = print_room()
        self.notices = Notices()
        self.view = PdfView()
        again = spec(Act.PRINT_AGAIN)
        self.print_button = button(_("Print…"), "primary", "Ctrl+P")
        self.again_button = button(_(again.text), keys=again.keys)
        self.again_button.setShortcut(again.keys)
        self.again_button.clicked.connect(self.print_again)
        self.save_button = button(_("Save as PDF…"))
        self.close_button = button(_("Close"))
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save_as)
        self.close_button.clicked.connect(self.accept)
        parts = (self.close_button, self.save_button, self.again_button, self.print_button)
        self.bar = QHBoxLayout()
        self.bar.addWidget(label(paper.title, "heading"))
        self.bar.addStretch()
        for part in parts:
            part.setAutoDefault(False)
            self.bar.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addLayout(self.bar)
        column.addWidget(self.notices)
        column.addWidget(self.view, 1)
        self._shortcut = QShortcut(QKeySequence.StandardKey.Print, self)
        self._shortcut.activated.connect(self.print)
        self.print_button.setFocus()
        self.view.show_pdf(paper.pdf)

    def keep_from_printing(self, why: str, *, saving: bool = True) -> None:
        """Let the paper be read and, where it may be, saved as a file, and say why no more."""
        hidden = [self.again_button, self.print_button]
        for part in hidden if saving else [*hidden, self.save_button]:
            part.setVisible(False)
            part.setEnabled(False)
        self._shortcut.setEnabled(False)
        self.notices.stay(why, Tone.INFO)

    def print(self) -> PrintSheet:
        """Ask how to print, and print; what fails is told there and can be printed again."""
        sheet = PrintSheet(self._paper, self.room, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.printed.connect(self._printed)
        sheet.open()
        return sheet

    def print_again(self) -> PrintSheet:
        """Print as this kind of paper was printed last time, without asking."""
        sheet = self.print()
        sheet.print_at_once()
        return sheet

    def save_as(self) -> None:
        """Save the PDF as a file."""
        name = safe_name(self._paper.title + ".pdf")
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF…"), name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the PDF to a place."""
        try:
            save(self._paper.pdf, path)
        except OSError:
            self.notices.stay(_("The file could not be written. Choose another place."), Tone.LATE)
            return
        self.notices.passing(_("Saved."))
        self.printed.emit()

    def _printed(self, whole: bool) -> None:
        self.notices.passing(_("Sent to the printer."))
        if whole:
            self.printed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop rendering."""
        self.view.close_worker()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Stop rendering when the dialog ends."""
        self.view.close_worker()
        super().done(result)


def show_paper(owner: QWidget, paper: Paper) -> PaperDialog:
    """Show a paper over the window that asked for it."""
    dialog = PaperDialog(paper, owner)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def show_pressed(owner: QWidget, title: str, pressed: Pressed, kind: PaperKind) -> None:
    """Show what was pressed, and say what of it no face of ours can show."""
    show_with_marks(owner, Paper(title, pressed.pdf, kind), pressed.unprintable)


def show_with_marks(owner: QWidget, paper: Paper, unprintable: Sequence[str]) -> None:
    """Show a paper, and say which characters it has marks in the places of."""
    dialog = show_paper(owner, paper)
    if unprintable:
        # Whoever hands it out should know.
        missing = Refused(Reason.UNPRINTABLE, characters=" ".join(unprintable))
        dialog.notices.stay(sentence(missing), Tone.LATE)


def print_paper(
    operations: Operations,
    owner: QWidget,
    title: str,
    order: Callable[[Desk, Actor], PaperOrder],
    office: OfficeView,
    refused: Otherwise,
) -> None:
    """Have a paper printed and show it over the window that asked for it."""

    def question(desk: Desk, actor: Actor) -> tuple[Pressed, PaperKind]:
        ordered = order(desk, actor)
        return desk.press.paper(ordered, office), kind_of(ordered)

    def shown(answer: tuple[Pressed, PaperKind]) -> None:
        pressed, kind = answer
        show_pressed(owner, title, pressed, kind)

    operations.read(owner, question, shown, refused)
