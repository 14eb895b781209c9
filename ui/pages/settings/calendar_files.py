"""Closed days from a file or from the package's government list, and into a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.exchange.holidays_csv import HolidayFile, LineFault, read_holidays, write_holidays
from desktop.rules.calendar import Holiday, government_holidays
from desktop.rules.calendar_changes import CalendarChanges, DayDifference, differences
from desktop.rules.thai.dates import official_date
from desktop.wording import _, ngettext
from desktop.wording.refusals import sentence
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.settings.day_differences import DayDifferencesDialog
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.plain import button

_MOST = 8
"""Lines at fault that are told one by one."""
_FILTER = "CSV (*.csv)"


class CalendarFiles(QWidget):
    """The three ways in and out.

    Signals:
        taken: Something was taken over into the gathered changes.
    """

    taken = Signal()

    def __init__(
        self,
        operations: Operations,
        notices: Notices,
        in_view: Callable[[], tuple[CalendarChanges, int]],
        parent: QWidget | None = None,
    ) -> None:
        """Take where to speak, and what tells the gathered changes and the Christian year shown."""
        super().__init__(parent)
        self._operations, self._notices, self._in_view = operations, notices, in_view
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for text, do in (
            (_("Government list…"), self.compare),
            (_("Import…"), self.ask_import),
            (_("Export…"), self.ask_export),
        ):
            tool = button(text)
            tool.clicked.connect(do)
            row.addWidget(tool)
        row.addStretch()

    def compare(self) -> None:
        """Show where the package's government list differs, for the years up to the next one."""
        this = official_date(self._operations.desk.now()).year
        _changes, shown = self._in_view()
        years = range(min(this, shown), max(this + 1, shown) + 1)
        self._operations.read(self, lambda _desk, _actor: government_holidays(years), self._offer)

    def ask_import(self) -> None:
        """Ask for a file and take its days over."""
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Import…"), "", _FILTER)
        if chosen:
            self.import_from(Path(chosen))

    def import_from(self, path: Path) -> None:
        """Read a file beside the window, then show how it differs."""
        self._notices.clear()
        today = official_date(self._operations.desk.now())
        self._operations.read(
            self,
            lambda _desk, _actor: read_holidays(path.read_bytes(), today),
            self._read,
            self._refused,
        )

    def ask_export(self) -> None:
        """Ask for a file and write every closed day into it."""
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Export…"), "holidays.csv", _FILTER)
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write every closed day, those not applied yet among them."""
        changes, _year = self._in_view()
        try:
            path.write_bytes(write_holidays(changes.facts().holidays))
        except OSError as error:
            said = _("The file could not be written: {cause}").format(cause=error.strerror)
            self._notices.stay(said, Tone.LATE)
            return
        self._notices.stay(_("Written to {file}").format(file=path.name), Tone.OK)

    def _read(self, found: HolidayFile) -> None:
        for fault in found.faults[:_MOST]:
            self._notices.stay(_line_words(fault), Tone.LATE)
        if len(found.faults) > _MOST:
            more = len(found.faults) - _MOST
            said = ngettext(
                "And {count} more line at fault.", "And {count} more lines at fault.", more
            )
            self._notices.stay(digits(said.format(count=more)), Tone.LATE)
        if found.holidays:
            self._offer(found.holidays)

    def _offer(self, theirs: Sequence[Holiday]) -> None:
        changes, _year = self._in_view()
        found = differences(changes.facts().holidays, theirs)
        if not found:
            self._notices.stay(_("Nothing differs from the office's calendar."), Tone.OK)
            return
        dialog = DayDifferencesDialog(found, self)
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, chosen: tuple[DayDifference, ...]) -> None:
        changes, _year = self._in_view()
        changes.take(chosen)
        self.taken.emit()

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, OSError):
            said = _("The file could not be read: {cause}").format(cause=error.strerror)
            self._notices.stay(said, Tone.LATE)
            return True
        return show_refusals(error, {}, self._notices)


def _line_words(fault: LineFault) -> str:
    said = _("Line {line}: {why}").format(line=fault.line, why=sentence(fault.refused))
    return digits(said)
