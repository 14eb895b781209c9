"""The files of a case: what there is, opened read-only, and a place to drop more."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.ports import Desk
from desktop.rules.people import Actor, Permission
from desktop.views import CaseView, FileView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.paper import show_paper
from ui.dialogs.picture import PictureDialog
from ui.dialogs.sheet import refusals_of, trouble
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing.job import Paper
from ui.telling import short_moment
from ui.theme import Tone
from ui.widgets.files import FileDrop, size_text
from ui.widgets.pdf_view import can_be_shown
from ui.widgets.plain import Card, button, label

_PDF = "application/pdf"
_Read = tuple[bytes, bool]
"""What is in a file, and whether it is a PDF that can be shown."""


class FilesCard(Card):
    """The files of the case on the page, and a place to drop more."""

    def __init__(self, operations: Operations, notices: Notices, refused: Otherwise) -> None:
        super().__init__(_("Files"))
        self._operations, self._notices, self._refused = operations, notices, refused
        self._case: CaseView | None = None
        self._rows: list[QWidget] = []
        self.drop = FileDrop()
        self.drop.added.connect(self.attach)

    def show_case(self, case: CaseView) -> None:
        """Replace what is shown."""
        self._case = case
        for row in self._rows:
            row.deleteLater()
        self._rows = [
            self._row(file)
            for file in case.files
            # A scan of a letter is shown with its letter.
            if file.letter_id is None and file.incoming_id is None
        ]
        for row in self._rows:
            self.column.addWidget(row)
        self.column.addWidget(self.drop)
        self.drop.setVisible(self._operations.actor.may(Permission.CORRECT))

    def open(self, file: FileView) -> None:
        """Read a file and show it."""

        def question(desk: Desk, actor: Actor) -> _Read:
            content = desk.reading.file(actor, file.id)
            return content, file.media_type == _PDF and can_be_shown(content)

        self._operations.read(
            self,
            question,
            partial(self._show, file),
            self._refused,
        )

    def attach(self, name: str, content: bytes) -> None:
        """Keep a file under the case on screen, not under one that is still being read."""
        assert self._case is not None
        command = AttachFiles(self._case.id, (NewFile(name, content),))
        self._operations.write(
            self,
            attach,
            command,
            partial(self._attached, name),
            partial(self._not_attached, name, content),
        )

    def _row(self, file: FileView) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        show = button(file.name, "link")
        show.clicked.connect(partial(self.open, file))
        line.addWidget(show)
        line.addWidget(label(size_text(file.size), "second"))
        line.addStretch()
        line.addWidget(label(f"{file.added_by} · {short_moment(file.added_at)}", "second"))
        return row

    def _attached(self, name: str, result: object) -> None:
        del result
        self.drop.let_go(name)

    def _not_attached(self, name: str, content: bytes, error: Exception) -> bool:
        # Beside the case's own files it would be taken for kept.
        self.drop.let_go(name)
        if refusals := refusals_of(error):
            self.drop.set_error(f"{name}: {sentence(refusals[0])}")
            return True
        said = trouble(error)
        if said:
            again = partial(self.attach, name, content)
            self._notices.stay(f"{name}: {said}", Tone.LATE, _("Try again"), again)
        return bool(said)

    def _show(self, file: FileView, read: _Read) -> None:
        """Show a PDF or a picture here; anything else is only saved, never run."""
        content, is_paper = read
        if is_paper:
            show_paper(self, Paper(file.name, content))
            return
        if file.media_type == _PDF:
            said = _("{name} is damaged or has a password, and cannot be shown; save a copy of it.")
            self._notices.stay(said.format(name=file.name), Tone.SOON)
        pixmap = QPixmap()
        if file.media_type.startswith("image/") and pixmap.loadFromData(content):
            PictureDialog(file.name, pixmap, self).open()
            return
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save a copy…"), file.name)
        if not chosen:
            return
        try:
            Path(chosen).write_bytes(content)
        except OSError:
            said = _("The file could not be written. Choose another place.")
            self._notices.stay(said, Tone.LATE)
