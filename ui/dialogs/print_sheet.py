"""How a paper is printed: the printer and what it can, remembered for each kind of paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.printing import (
    EMBLEMED,
    Duplex,
    PrintChoice,
    copies_wanted,
    pages_wanted,
)
from desktop.rules.reasons import Reason
from desktop.wording import _
from desktop.wording.printing import DUPLEX, PAPER_KIND, moved_words, tray_words
from desktop.wording.refusals import sentence
from ui.dialogs.calibrate import CalibrateSheet
from ui.notices import Notices
from ui.printing.devices import Printer
from ui.printing.job import Paper, PrintJob, paper_size
from ui.printing.room import PrintRoom, failure_words
from ui.printing.run import PrintRun
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.field import CheckField, Choice, ChoiceField, Field, LineField
from ui.widgets.pdf_view import page_sizes
from ui.widgets.plain import button, label

_T = TypeVar("_T")
_AUTOMATIC = frozenset({"auto", "automatic"})


class PrintSheet(QDialog):
    """Asks how to print one paper, prints it, and stays when nothing came out.

    Signals:
        printed: The paper went to the printer. arg: whether all of it did.
    """

    printed = Signal(bool)

    def __init__(self, paper: Paper, room: PrintRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setModal(True)
        self.setMinimumWidth(560)
        self._paper, self._room = paper, room
        self._sizes = page_sizes(paper.pdf)
        self._printer: Printer | None = None
        self._whole_paper = True
        self._run = PrintRun(room.printers, self)
        self._run.advanced.connect(self._advanced)
        self._run.ended.connect(self._ended)
        self.notices = Notices()
        self._make_fields()
        self._lay_out()
        self._recall()

    def _make_fields(self) -> None:
        count = len(self._sizes)
        names = [Choice(name, name, name) for name in self._room.printers.names()]
        self.printer = ChoiceField(_("Printer"), names, required=True, empty=_("Choose a printer…"))
        self.tray = ChoiceField(_("Paper from"), empty=_("The printer chooses"))
        self.copies = LineField(_("Copies"))
        self.copies.set_text(digits("1"))
        told = _("Empty: all of them ({count})")
        self.pages = LineField(
            _("Pages to print"),
            placeholder=digits("1-3, 5"),
            help_text=digits(told.format(count=count)),
        )
        self.sides = ChoiceField(_("Sides"))
        self.colour = ChoiceField(
            _("Colour"), [Choice("yes", _("In colour")), Choice("no", _("In shades of grey"))]
        )
        self.preprinted = CheckField(
            _("The paper bears the Garuda already"),
            _("The Garuda is then not printed; the letter as kept has it all the same."),
        )
        self.move_button = button(_("Move print…"), "link")
        self.move_button.setAutoDefault(False)
        self.move_button.clicked.connect(self.calibrate)
        for part in (self.preprinted, self.move_button):
            part.setVisible(self._paper.kind in EMBLEMED)
        self.printer.edited.connect(self._printer_chosen)
        for line in (self.copies, self.pages):
            # Enter prints, wherever in the sheet the cursor is.
            line.line.setProperty("enterMovesOn", False)
            line.line.returnPressed.connect(self.print)

    def _lay_out(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Printing"))
        self.bar.hide()
        self.line = label("", "second")
        self.line.hide()
        self.print_button = button(_("Print"), "primary", "Enter")
        self.print_button.setDefault(True)
        self.cancel_button = button(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.print_button.clicked.connect(self.print)
        self.cancel_button.clicked.connect(self.reject)
        self.fields = QWidget()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.printer)
        for pair in ((self.copies, self.pages), (self.tray, self.sides)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for part in pair:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addWidget(self.colour)
        bearing = QHBoxLayout()
        bearing.addWidget(self.preprinted, 1)
        bearing.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(bearing)
        foot = QHBoxLayout()
        foot.addWidget(label(self._told_paper(), "second"), 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.print_button)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(label(self._paper.title, "heading", wrap=True))
        whole.addWidget(self.notices)
        whole.addWidget(self.fields)
        whole.addWidget(self.bar)
        whole.addWidget(self.line)
        whole.addLayout(foot)

    def _told_paper(self) -> str:
        """Say what is to be in the tray."""
        sheet = paper_size(self._paper.kind, self._sizes[0])[0]
        wide, high = sheet.size(sheet.Unit.Millimeter).toTuple()
        measured = _("{wide} × {high} mm").format(wide=round(wide), high=round(high))
        name = "" if sheet.name().startswith("Custom") else sheet.name()
        parts = (_(PAPER_KIND[self._paper.kind]), name, measured)
        return digits(" · ".join(part for part in parts if part))

    def _recall(self) -> None:
        """Put in what was chosen last time; a printer that is gone is asked for anew."""
        kept, printers = self._room.memory.choice(self._paper.kind), self._room.printers
        if kept is None:
            self.printer.set_text(printers.default())
            self._printer_chosen()
            return
        self.copies.set_text(digits(str(kept.copies)))
        if kept.printer not in printers.names():
            self._printer_chosen()
            gone = _("Printer “{name}”, used last time, is no longer here. Choose a printer.")
            self.printer.set_error(gone.format(name=kept.printer))
            return
        self.printer.set_text(kept.printer)
        self._printer_chosen()
        self.sides.set_text(kept.duplex.value)
        self.colour.set_text("yes" if kept.colour else "no")
        self.tray.set_text(kept.tray)
        if self.tray.text() != kept.tray:
            missing = _("“{name}”, used last time, is not in this printer. Choose again.")
            self.tray.set_error(missing.format(name=tray_words(kept.tray)))

    def print_at_once(self) -> None:
        """Print as last time, unless something of it is not there any more."""
        remembered = self._room.memory.choice(self._paper.kind) is not None
        if remembered and not self.printer.error and not self.tray.error:
            self.print()

    def print(self) -> None:
        """Print as chosen; what cannot be read is told at its field."""
        if self._run.running:
            return
        fields: tuple[Field, ...] = (self.printer, self.copies, self.pages, self.tray)
        for field in fields:
            field.set_error("")
        choice, pages = self._read(self._choice), self._read(self._pages)
        if choice is None or pages is None:
            next(field for field in fields if field.error).show_error()
            return
        memory, kind = self._room.memory, self._paper.kind
        paper = replace(
            memory.stationery(choice.printer, kind), preprinted=self.preprinted.checked()
        )
        memory.keep_stationery(choice.printer, kind, paper)
        memory.keep_choice(kind, choice)
        self._whole_paper = len(pages) == len(self._sizes)
        self._show_running(sides=len(pages))
        self._run.begin(PrintJob(self._paper, choice, paper, pages))

    def _read(self, ask: Callable[[], _T]) -> _T | None:
        try:
            return ask()
        except Refused as refused:
            field: Field = getattr(self, refused.field or "printer")
            field.set_error(sentence(refused))
            return None

    def _choice(self) -> PrintChoice:
        if self._printer is None:
            raise Refused(Reason.NO_PRINTER, field="printer")
        return PrintChoice(
            self._printer.name,
            self.tray.text(),
            copies_wanted(self.copies.text()),
            Duplex(self.sides.text()),
            self.colour.text() == "yes",
        )

    def _pages(self) -> tuple[int, ...]:
        return pages_wanted(self.pages.text(), len(self._sizes))

    def calibrate(self) -> None:
        """Find out where print falls on this printer's paper."""
        choice = self._read(self._choice)
        if choice is None:
            return
        sheet = CalibrateSheet(self._paper.kind, choice, self._room, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(self._tell_moved)
        sheet.open()

    def event(self, event: QEvent) -> bool:
        """Grow where more is told: it would cover the next field."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            wanted = self._whole.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), wanted))
        return super().event(event)

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

    def _printer_chosen(self) -> None:
        """Offer what this printer can, and nothing else."""
        name = self.printer.text()
        self._printer = self._room.printers.named(name) if name else None
        if self.printer.error and name:
            self.printer.set_error("")
        trays = () if self._printer is None else self._printer.trays
        self.tray.set_error("")
        self.tray.offer([Choice(t, tray_words(t), t) for t in trays if t.lower() not in _AUTOMATIC])
        self.tray.setEnabled(len(trays) > 0)
        can = frozenset({Duplex.ONE_SIDE}) if self._printer is None else self._printer.duplex
        self.sides.offer(
            [Choice(side.value, _(DUPLEX[side]), side) for side in Duplex if side in can]
        )
        self.sides.setEnabled(len(can) > 1)
        coloured = self._printer is not None and self._printer.colour
        self.colour.set_text("yes" if coloured else "no")
        self.colour.setEnabled(coloured)
        paper = self._room.memory.stationery(name, self._paper.kind)
        self.preprinted.set_text("yes" if paper.preprinted else "")
        self._tell_moved()

    def _tell_moved(self) -> None:
        """Say how far print is moved on this printer, so that nobody wonders."""
        name = self.printer.text()
        moved = moved_words(self._room.memory.stationery(name, self._paper.kind)) if name else ""
        self.move_button.setText(digits(moved) or _("Move print…"))

    def _show_running(self, sides: int) -> None:
        self.fields.setEnabled(False)
        self.print_button.setEnabled(False)
        self.cancel_button.setText(_("Stop printing"))
        self.bar.setRange(0, sides)
        self.bar.setValue(0)
        self.bar.show()
        self.line.setText(_("Sending to the printer…"))
        self.line.show()

    def _advanced(self, sides: int) -> None:
        self.bar.setMaximum(max(self.bar.maximum(), sides))
        self.bar.setValue(sides)

    def _ended(self, error: Exception | None) -> None:
        self.fields.setEnabled(True)
        self.print_button.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(_("Cancel"))
        self.bar.hide()
        self.line.hide()
        if error is None:
            self.printed.emit(self._whole_paper)
            self.accept()
            return
        self.notices.stay(failure_words(error), Tone.LATE)
        self.print_button.setFocus()
