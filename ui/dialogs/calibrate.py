"""Where print falls on paper that bears the Garuda: a test sheet, and what was read off it."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.papers.calibration import render_calibration
from desktop.papers.fonts import office_faces
from desktop.papers.words import Words
from desktop.rules.printing import PaperKind, PrintChoice, Stationery, millimetres
from desktop.wording import _
from desktop.wording.printing import PAPER_KIND
from desktop.wording.refusals import sentence
from ui.notices import Notices
from ui.printing.job import Paper, PrintJob
from ui.printing.room import PrintRoom, failure_words
from ui.printing.run import PrintRun
from ui.telling import digits
from ui.theme import Tone, air, px
from ui.widgets.field import LineField
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import button, label


class CalibrateSheet(GrowingDialog):
    """Prints the test sheet and keeps what was read off it, for one printer and kind of paper."""

    def __init__(
        self, kind: PaperKind, choice: PrintChoice, room: PrintRoom, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Move print"))
        self.setModal(True)
        self.setMinimumWidth(px(520))
        self._kind, self._choice, self._room = kind, choice, room
        self._run = PrintRun(room.printers, self)
        self._run.ended.connect(self._ended)
        self.notices = Notices()
        kept = room.memory.stationery(choice.printer, kind)
        self.right = _distance(_("To the right (mm)"), _("To the left: with a minus"), kept.right)
        self.down = _distance(_("Downwards (mm)"), _("Upwards: with a minus"), kept.down)
        self._fields = {"right": self.right, "down": self.down}
        self._lay_out()

    def _lay_out(self) -> None:
        self.test_button = button(_("Print test sheet"))
        self.save_button = button(_("Save"), "primary", "Enter")
        self.cancel_button = button(_("Cancel"))
        self.save_button.setDefault(True)
        for part in (self.test_button, self.cancel_button):
            part.setAutoDefault(False)
        self.test_button.clicked.connect(self.print_test)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        for field in self._fields.values():
            field.line.setProperty("enterMovesOn", False)
            field.line.returnPressed.connect(self.save)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.right)
        row.addWidget(self.down)
        foot = QHBoxLayout()
        foot.addWidget(self.test_button)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        body = QVBoxLayout()
        body.setSpacing(air(12))
        body.addWidget(
            label(f"{_(PAPER_KIND[self._kind])} · {self._choice.printer}", "second", wrap=True)
        )
        how = _(
            "Print the test sheet on paper that bears the Garuda, read both rulers where the "
            "Garuda stands, and type the two numbers. Print then moves onto the Garuda's place."
        )
        body.addWidget(label(how, wrap=True))
        body.addLayout(row)
        self.frame(label(_("Move print"), "title"), self.notices, body=body, foot=foot)

    def print_test(self) -> None:
        """Print the test sheet where print falls without being moved."""
        self.test_button.setEnabled(False)
        pdf = render_calibration(self._kind, office_faces(), Words()).pdf
        paper = Paper(_("Test sheet"), pdf, self._kind)
        self._run.begin(PrintJob(paper, replace(self._choice, copies=1), Stationery(), (0,)))

    def save(self) -> None:
        """Keep the two numbers."""
        typed: dict[str, float] = {}
        for name, field in self._fields.items():
            field.set_error("")
            try:
                typed[name] = millimetres(field.text(), name)
            except Refused as refused:
                field.set_error(sentence(refused))
        if len(typed) < len(self._fields):
            next(field for field in self._fields.values() if field.error).show_error()
            return
        memory, printer = self._room.memory, self._choice.printer
        kept = memory.stationery(printer, self._kind)
        moved = Stationery(kept.preprinted, typed["right"], typed["down"])
        memory.keep_stationery(printer, self._kind, moved)
        self.accept()

    def done(self, result: int) -> None:
        """Let go of the printer when the sheet ends."""
        self._run.close()
        super().done(result)

    def _ended(self, error: Exception | None) -> None:
        self.test_button.setEnabled(True)
        if error is None:
            self.notices.passing(_("Sent to the printer."))
            self.right.setFocus()
        else:
            self.notices.stay(failure_words(error), Tone.LATE)


def _distance(text: str, help_text: str, kept: float) -> LineField:
    field = LineField(text, help_text=help_text)
    field.set_text(digits(f"{kept:g}"))
    return field
