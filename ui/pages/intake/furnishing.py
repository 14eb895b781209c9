"""The office's own lists for the form, and its calendar and standard for the due dates."""

from PySide6.QtCore import QObject, Signal

from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import Lists, OfficeView
from ui.operations import Operations


class Furnishing(QObject):
    """Asks for them at once, and again when the office changes them.

    Signals:
        furnished: They are here. args: the OfficeView, the Lists.
    """

    furnished = Signal(object, object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._over = False
        operations.changed.connect(self._changed)

    def ask(self) -> None:
        """Ask for what is in use now."""
        self._operations.read(self, _office_and_lists, self._furnish)

    def end(self) -> None:
        """Furnish no more."""
        self._over = True

    def _furnish(self, answer: tuple[OfficeView, Lists]) -> None:
        # Somebody may have locked before the answer came; the next page asks for itself.
        if not self._over:
            self.furnished.emit(*answer)

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes & (Changes.OFFICE | Changes.CALENDAR):
            self.ask()


def _office_and_lists(desk: Desk, actor: Actor) -> tuple[OfficeView, Lists]:
    return desk.reading.office(official_date(desk.now())), desk.reading.lists(actor)
