"""The files of what is typed: dropped, pasted, scanned, and the scans that lie in the folder."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ports import Draft, Drafts
from ui.dialogs.scan import scans_into
from ui.notices import Notices
from ui.pages.intake.drafting import Drafting
from ui.pages.intake.form import EntryForm
from ui.pages.intake.parking import ParkedBar
from ui.scanning.bar import ScansBar, not_put_away
from ui.scanning.room import scanners
from ui.theme import Tone
from ui.widgets.files import FILES, origins_in
from ui.widgets.taking import TakesFiles


class Papers(QObject):
    """Keeps files with the draft, and puts scans away once the register has them.

    Signals:
        edited: Files came, went or changed places. arg: how the draft calls them.
    """

    edited = Signal(str)

    def __init__(
        self,
        page: QWidget,
        form: EntryForm,
        drafting: Drafting,
        parked: ParkedBar,
        notices: Notices,
        drafts: Drafts,
    ) -> None:
        super().__init__(page)
        self._drafting, self._notices = drafting, notices
        self._drop = form.side.files
        self.scans = ScansBar(page, self._drop, drafts)
        self._drop.added.connect(self._added)
        self._drop.removed.connect(self._removed)
        self._drop.arranged.connect(partial(self.edited.emit, FILES))
        parked.registered.connect(self._was_registered)
        self.scans.put_away.connect(self._tell_put_away)
        TakesFiles(page, self._drop)
        scans_into(scanners, self._drop)

    def attach_scans(self) -> None:
        """Attach the new scans to what is being typed."""
        if self.scans.isVisible():
            self.scans.take()

    def scan(self) -> None:
        """Scan into what is being typed."""
        if self._drop.isVisible():
            self._drop.scan.click()

    def _added(self, name: str, content: bytes) -> None:
        self.edited.emit(FILES)
        self._drafting.hold(name, content)

    def _removed(self, name: str) -> None:
        self._drafting.let_go(name)
        self.edited.emit(FILES)

    def _was_registered(self, draft: Draft) -> None:
        """Put away the scans of a form that a crash kept from being dropped in time."""
        names = {name for name, _content in draft.files}
        self.scans.attached(origins_in(draft.fields.get(FILES, ""), names))

    def _tell_put_away(self, left: Sequence[str]) -> None:
        if said := not_put_away(left):
            self._notices.passing(said, Tone.SOON)
