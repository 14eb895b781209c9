"""One paper to the printer: how it is printed, how far it is, and what to do when it fails."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.wording import _
from desktop.wording.printing import PAPER_KIND
from ui.dialogs.print_form import PrintForm
from ui.notices import Notices
from ui.printing.job import Paper, paper_size
from ui.printing.room import PrintRoom, failure_words
from ui.printing.run import PrintRun
from ui.telling import digits
from ui.theme import Tone, air, px
from ui.widgets.growing import GrowingDialog
from ui.widgets.pdf_view import Size, page_sizes
from ui.widgets.plain import button, label


class PrintSheet(GrowingDialog):
    """Asks how to print one paper, prints it, and stays when nothing came out.

    Signals:
        printed: The paper went to the printer. arg: whether all of it did.
    """

    printed = Signal(bool)

    def __init__(self, paper: Paper, room: PrintRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setModal(True)
        self.setMinimumWidth(px(560))
        sizes = page_sizes(paper.pdf)
        self._count, self._whole = len(sizes), True
        self._run = PrintRun(room.printers, self)
        self._run.advanced.connect(self._advanced)
        self._run.ended.connect(self._ended)
        self.notices = Notices()
        self.form = PrintForm(paper, len(sizes), room)
        self.form.entered.connect(self.print)
        self._lay_out(paper, sizes[0])

    def _lay_out(self, paper: Paper, size: Size) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Printing"))
        self.line = label(_("Sending to the printer…"), "second")
        self.print_button = button(_("Print"), "primary", "Enter")
        self.print_button.setDefault(True)
        self.cancel_button = button(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.print_button.clicked.connect(self.print)
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(label(_in_the_tray(paper, size), "second"), 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.print_button)
        body = QVBoxLayout()
        body.setSpacing(air(12))
        for part in (self.form, self.bar, self.line):
            body.addWidget(part)
        title = label(paper.title, "title", wrap=True)
        self.frame(title, self.notices, body=body, foot=foot)
        for part in (self.bar, self.line):
            part.hide()

    def print_at_once(self) -> None:
        """Print as last time, unless something of it is not there any more."""
        if self.form.as_last_time():
            self.print()

    def print(self) -> None:
        """Print as chosen; what cannot be read is told at its field."""
        if self._run.running:
            return
        job = self.form.job()
        if job is None:
            return
        self._whole = len(job.pages) == self._count
        self.bar.setRange(0, len(job.pages))
        self.bar.setValue(0)
        self._show_running(running=True)
        self._run.begin(job)

    def reject(self) -> None:
        """Escape and Cancel stop a printing first; only what has ended is closed."""
        if self._run.running:
            self._run.stop()
            self.cancel_button.setEnabled(False)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Let go of the printer when the sheet ends."""
        self._run.close()
        super().done(result)

    def _show_running(self, *, running: bool) -> None:
        self.form.setEnabled(not running)
        self.print_button.setEnabled(not running)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(_("Stop printing") if running else _("Cancel"))
        self.bar.setVisible(running)
        self.line.setVisible(running)

    def _advanced(self, sides: int) -> None:
        self.bar.setMaximum(max(self.bar.maximum(), sides))
        self.bar.setValue(sides)

    def _ended(self, error: Exception | None) -> None:
        self._show_running(running=False)
        if error is None:
            self.printed.emit(self._whole)
            self.accept()
            return
        self.notices.stay(failure_words(error), Tone.LATE)
        self.print_button.setFocus()


def _in_the_tray(paper: Paper, size: Size) -> str:
    """Say what is to be in the tray."""
    sheet = paper_size(paper.kind, size)[0]
    wide, high = sheet.size(sheet.Unit.Millimeter).toTuple()
    measured = digits(_("{wide} × {high} mm").format(wide=round(wide), high=round(high)))
    kind, name = _(PAPER_KIND[paper.kind]), sheet.name()
    told = name.startswith("Custom") or name in kind
    # A name of paper is no figure: A6 stays as the pack has it.
    return " · ".join((kind, measured) if told else (kind, name, measured))
