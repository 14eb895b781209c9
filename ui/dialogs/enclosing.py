"""What of a complaint goes with a letter to others: a summary, or a file for a reason."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.views import CaseView, FileView
from desktop.wording import _
from ui.dialogs.releasing import ReleaseSheet, SummarySheet
from ui.operations import Operations


class EncloseButton(QPushButton):
    """Offers the summary and the complaint's files.

    Signals:
        enclosed: Something may go with the letter. arg: the line that names it.
    """

    enclosed = Signal(str)

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        to: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Enclose…"), parent)
        self.setAutoDefault(False)
        self.setAccessibleName(_("Enclose…"))
        self._operations, self._case, self._to = operations, case, to
        self.menu_of_files = QMenu(self)
        summary = self.menu_of_files.addAction(_("Summary without the petitioner…"))
        summary.triggered.connect(self._summarise)
        if case.files:
            self.menu_of_files.addSeparator()
        for file in case.files:
            # An ampersand would underline a letter.
            action = self.menu_of_files.addAction(file.name.replace("&", "&&"))
            action.triggered.connect(partial(self._release, file))
        self.setMenu(self.menu_of_files)

    def _summarise(self, _checked: bool = False) -> None:
        sheet = SummarySheet(self._operations, self._case, self._to(), self.window())
        sheet.accepted.connect(lambda: self.enclosed.emit("สรุปเรื่อง จำนวน ๑ ฉบับ"))
        sheet.open()

    def _release(self, file: FileView, _checked: bool = False) -> None:
        sheet = ReleaseSheet(self._operations, self._case, file, self._to(), self.window())
        name = file.name.rpartition(".")[0] or file.name
        sheet.accepted.connect(lambda: self.enclosed.emit(f"สำเนา{name} จำนวน ๑ ฉบับ"))
        sheet.open()
