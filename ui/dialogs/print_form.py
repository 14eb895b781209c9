"""The fields of the print sheet: what a printer can, and what was chosen for this kind of paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.printing import EMBLEMED, Duplex, PrintChoice, copies_wanted, pages_wanted
from desktop.rules.reasons import Reason
from desktop.wording import _
from desktop.wording.printing import DUPLEX, moved_words, tray_words
from desktop.wording.refusals import sentence
from ui.dialogs.calibrate import CalibrateSheet
from ui.printing.devices import Printer
from ui.printing.job import Paper, PrintJob
from ui.printing.room import PrintRoom
from ui.telling import digits
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.field import Field, LineField
from ui.widgets.plain import button

_T = TypeVar("_T")
_AUTOMATIC = frozenset({"auto", "automatic"})


class PrintForm(QWidget):
    """Everything that is chosen about printing one paper.

    Signals:
        entered: Enter was pressed in a line.
    """

    entered = Signal()

    def __init__(self, paper: Paper, count: int, room: PrintRoom) -> None:
        super().__init__()
        self._paper, self._count, self._room = paper, count, room
        self._printer: Printer | None = None
        self._make_fields()
        self._lay_out()
        self._recall()

    def _make_fields(self) -> None:
        names = [Choice(name, name, name) for name in self._room.printers.names()]
        self.printer = ChoiceField(_("Printer"), names, required=True, empty=_("Choose a printer…"))
        self.tray = ChoiceField(_("Paper from"), empty=_("The printer chooses"))
        self.copies = LineField(_("Copies"))
        self.copies.set_text(digits("1"))
        told = _("Empty: all of them ({count})").format(count=self._count)
        self.pages = LineField(
            _("Pages to print"), placeholder=digits("1-3, 5"), help_text=digits(told)
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
        self.printer.edited.connect(self._printer_chosen)
        for line in (self.copies, self.pages):
            # Enter prints, wherever in the sheet the cursor is.
            line.line.setProperty("enterMovesOn", False)
            line.line.returnPressed.connect(self.entered)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
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
        # Only now: whatever is shown before it has a parent flashes up as a window of its own.
        for bears in (self.preprinted, self.move_button):
            bears.setVisible(self._paper.kind in EMBLEMED)

    def job(self) -> PrintJob | None:
        """Return what is to be printed, and remember it; None when a field shows why not."""
        for field in self._fields():
            field.set_error("")
        choice, pages = self._read(self._choice), self._read(self._pages)
        if choice is None or pages is None:
            next(field for field in self._fields() if field.error).show_error()
            return None
        memory, kind = self._room.memory, self._paper.kind
        bears = self.preprinted.checked()
        paper = replace(memory.stationery(choice.printer, kind), preprinted=bears)
        memory.keep_stationery(choice.printer, kind, paper)
        memory.keep_choice(kind, choice)
        return PrintJob(self._paper, choice, paper, pages)

    def as_last_time(self) -> bool:
        """Tell whether all that was chosen last time is here to be chosen again."""
        remembered = self._room.memory.choice(self._paper.kind) is not None
        return remembered and not any(field.error for field in self._fields())

    def calibrate(self) -> None:
        """Find out where print falls on this printer's paper."""
        choice = self._read(self._choice)
        if choice is None:
            return
        sheet = CalibrateSheet(self._paper.kind, choice, self._room, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(self._tell_moved)
        sheet.open()

    def _fields(self) -> tuple[Field, ...]:
        return (self.printer, self.copies, self.pages, self.tray, self.sides)

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
        return pages_wanted(self.pages.text(), self._count)

    def _recall(self) -> None:
        """Put in what was chosen last time; what is gone is asked for anew, by its name."""
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
        self.colour.set_text("yes" if kept.colour else "no")
        for field, key, name in (
            (self.tray, kept.tray, digits(tray_words(kept.tray))),
            (self.sides, kept.duplex.value, _(DUPLEX[kept.duplex])),
        ):
            field.set_text(key)
            if field.text() != key:
                missing = _("“{name}”, used last time, is not in this printer. Choose again.")
                field.set_error(missing.format(name=name))

    def _printer_chosen(self) -> None:
        """Offer what this printer can, and nothing else."""
        name = self.printer.text()
        found = self._printer = self._room.printers.named(name) if name else None
        for field in (self.printer, self.tray, self.sides):
            field.set_error("")
        trays = [] if found is None else [t for t in found.trays if t.lower() not in _AUTOMATIC]
        self.tray.offer([Choice(tray, digits(tray_words(tray)), tray) for tray in trays])
        self.tray.setEnabled(bool(trays))
        can = frozenset({Duplex.ONE_SIDE}) if found is None else found.duplex
        offered = [side for side in Duplex if side in can]
        self.sides.offer([Choice(side.value, _(DUPLEX[side]), side) for side in offered])
        self.sides.setEnabled(len(can) > 1)
        coloured = found is not None and found.colour
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
