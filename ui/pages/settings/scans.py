"""The folder of this desk that is watched for scans."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.wording import _
from ui.actions import Act, spec
from ui.scanning.folder import ATTACHED
from ui.scanning.memory import ScansKept
from ui.widgets.plain import Card, button, label


class ScansCard(Card):
    """Chooses the folder into which this desk's scanner writes; it holds at once."""

    def __init__(self, kept: ScansKept | None = None) -> None:
        super().__init__(_("Scans"))
        self._kept = kept or ScansKept()
        said = _(
            "For this computer: new scans in the folder are offered to the complaint on screen. "
            "{keys} attaches them, and then they are moved to “{folder}” within."
        )
        keys = spec(Act.ATTACH_SCANS).keys
        self.column.addWidget(label(said.format(keys=keys, folder=ATTACHED), "second", wrap=True))
        self.folder = label("", selectable=True, wrap=True)
        self.choose_button = button(_("Choose folder…"))
        self.stop_button = button(_("Stop watching"), "link")
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addWidget(self.stop_button)
        row.addStretch()
        self.column.addWidget(self.folder)
        self.column.addLayout(row)
        self.choose_button.clicked.connect(self._choose)
        self.stop_button.clicked.connect(self._stop)
        self._tell()

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none."""
        self._kept.keep_folder(folder)
        self._tell()

    def _choose(self) -> None:
        before = str(self._kept.folder() or "")
        chosen = QFileDialog.getExistingDirectory(self, _("Choose folder…"), before)
        if chosen:
            self.watch(Path(chosen))

    def _stop(self) -> None:
        self.watch(None)

    def _tell(self) -> None:
        folder = self._kept.folder()
        self.folder.setText(_("No folder is watched.") if folder is None else str(folder))
        self.stop_button.setVisible(folder is not None)
