"""The files of a case: what there is, looked at in the window, and a place to drop more."""

from collections.abc import Sequence
from functools import partial
from hashlib import sha256

from PySide6.QtWidgets import QWidget

from desktop.acts.arranging import OrderFiles, TurnFile, order_files, turn_file
from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.rules.people import Permission
from desktop.views import CaseView, FileView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.paper import show_paper
from ui.dialogs.scan import scans_into
from ui.dialogs.sheet import refusals_of, trouble
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing.job import Paper
from ui.scanning.bar import ScansBar, not_put_away
from ui.scanning.room import scanners
from ui.telling import short_moment
from ui.theme import Tone
from ui.widgets.file_list import FileList, Listed
from ui.widgets.files import FileDrop, save_copy, size_text
from ui.widgets.plain import Card
from ui.widgets.viewer import Viewer

_SKETCHED = 16 * 1024 * 1024
"""Bytes of the largest file that is read for its small picture alone."""


class FilesCard(Card):
    """The files of the case on the page, and a place to drop more."""

    def __init__(
        self, operations: Operations, notices: Notices, refused: Otherwise, page: QWidget
    ) -> None:
        super().__init__(_("Files"))
        self._operations, self._notices, self._refused = operations, notices, refused
        self._case: CaseView | None = None
        self._unsketched: list[int] = []
        self._sketching = False
        self.list = FileList(removable=False)
        self.drop = FileDrop()
        self.viewer = Viewer(page, prints=True)
        self.scans = ScansBar(page, self.drop, operations.desk.drafts)
        self.scans.put_away.connect(self._tell_put_away)
        self.column.addWidget(self.list)
        self.column.addWidget(self.drop)
        scans_into(scanners, self.drop)
        self.drop.added.connect(self.attach)
        self.list.sketch_wanted.connect(self._want_sketch)
        self.list.opened.connect(self._open_listed)
        self.list.turned.connect(self._turn)
        self.list.arranged.connect(self._arrange)
        self.viewer.wanted.connect(self._read)
        self.viewer.turned.connect(self._turn)
        self.viewer.copy_wanted.connect(self._save_copy)
        self.viewer.print_wanted.connect(self._print)
        self.viewer.closed.connect(self.list.choose)

    def show_case(self, case: CaseView) -> None:
        """Replace what is shown."""
        if self._case is not None and self._case.id != case.id:
            self.viewer.end()
            self._unsketched.clear()
        self._case = case
        may = self._operations.actor.may(Permission.CORRECT)
        self.list.let_arrange(may=may)
        self.list.veil(veiled=case.sealed)
        own = self._own()
        self.list.show_files(own)
        alone = [_listed(file) for file in case.files if file.id == self.viewer.key]
        self.viewer.follow(own if any(one.key == self.viewer.key for one in own) else alone)
        self.drop.list.veil(veiled=case.sealed)
        self.drop.setVisible(may)

    def open(self, file: FileView) -> None:
        """Look at a file: one of the case's own among them, a scan of a letter alone."""
        own = self._own()
        mine = any(one.key == file.id for one in own)
        self.viewer.show_files(own if mine else [_listed(file)], file.id)

    def look_at(self, file_id: int) -> None:
        """Look at a file by its identity, if it is still there."""
        assert self._case is not None
        for file in self._case.files:
            if file.id == file_id:
                self.open(file)

    def attach(self, name: str, content: bytes, origin: str = "") -> None:
        """Keep a file under the case on screen, not under one that is still being read."""
        assert self._case is not None
        origin = origin or self.drop.origin(name)
        if origin and sha256(content).hexdigest() in {file.sha256 for file in self._case.files}:
            # The machine stopped after the register had it and before it was put away.
            self._attached(name, origin, None)
            return
        turned = next((file.turned for file in self.drop.files() if file.name == name), 0)
        command = AttachFiles(self._case.id, (NewFile(name, content, turned),))
        self._operations.write(
            self,
            attach,
            command,
            partial(self._attached, name, origin),
            partial(self._not_attached, name, content, origin),
        )

    def _own(self) -> list[Listed]:
        """List the files but for scans of letters: they are shown with their letters."""
        assert self._case is not None
        return [
            _listed(file)
            for file in self._case.files
            if file.letter_id is None and file.incoming_id is None
        ]

    def _open_listed(self, file_id: int) -> None:
        self.viewer.show_files(self._own(), file_id)

    def _read(self, file_id: int) -> None:
        """Read what is in a file for whoever looks at it."""

        def failed(error: Exception) -> bool:
            said = " ".join(sentence(one) for one in refusals_of(error)) or trouble(error)
            if said:
                self.viewer.fail(file_id, said)
            return bool(said)

        self._operations.read(
            self,
            lambda desk, actor: desk.reading.file(actor, file_id),
            partial(self.viewer.give, file_id),
            failed,
        )

    def _want_sketch(self, file_id: int) -> None:
        if file_id not in self._unsketched:
            self._unsketched.append(file_id)
        self._sketch_next()

    def _sketch_next(self) -> None:
        """Read one file after another: what somebody asks for must not wait behind pictures."""
        assert self._case is not None
        if self._sketching or not self._unsketched:
            return
        file_id = self._unsketched.pop(0)
        small = any(one.id == file_id and one.size <= _SKETCHED for one in self._case.files)
        if not small:
            self._sketch_next()
            return
        self._sketching = True

        def read(content: bytes) -> None:
            self._sketching = False
            self.list.sketch(file_id, content)
            self._sketch_next()

        def failed(_error: Exception) -> bool:
            # Whoever opens the file is told; a list without its picture is whole.
            self._sketching = False
            self._sketch_next()
            return True

        self._operations.read(
            self, lambda desk, actor: desk.reading.file(actor, file_id), read, failed
        )

    def _turn(self, file_id: int, by: int) -> None:
        """Turn a file for everybody; a scan of a letter only for whoever looks at it."""
        assert self._case is not None
        if all(file.key != file_id for file in self._own()):
            self.viewer.turn_here(by)
            return
        command = TurnFile(self._case.id, file_id, by)
        self._operations.write(self, turn_file, command, otherwise=self._refused)

    def _arrange(self, file_ids: Sequence[int]) -> None:
        assert self._case is not None
        command = OrderFiles(self._case.id, tuple(file_ids))
        self._operations.write(self, order_files, command, otherwise=self._refused)

    def _save_copy(self, file: Listed, content: bytes) -> None:
        if not save_copy(self, file, content):
            said = _("The file could not be written. Choose another place.")
            self.viewer.notices.stay(said, Tone.LATE)

    def _print(self, file: Listed, content: bytes) -> None:
        show_paper(self, Paper(file.shown_name, content))

    def _attached(self, name: str, origin: str, result: object) -> None:
        del result
        self.scans.attached((origin,))
        self.drop.let_go(name)

    def _tell_put_away(self, left: Sequence[str]) -> None:
        if said := not_put_away(left):
            self._notices.passing(said, Tone.SOON)

    def _not_attached(self, name: str, content: bytes, origin: str, error: Exception) -> bool:
        # Beside the case's own files it would be taken for kept.
        self.drop.let_go(name)
        if refusals := refusals_of(error):
            self.drop.set_error(f"{name}: {sentence(refusals[0])}")
            return True
        said = trouble(error)
        if said:
            again = partial(self.attach, name, content, origin)
            self._notices.stay(f"{name}: {said}", Tone.LATE, _("Try again"), again)
        return bool(said)


def _listed(file: FileView) -> Listed:
    said = f"{size_text(file.size)} · {file.added_by} · {short_moment(file.added_at)}"
    return Listed(file.id, file.name, said, file.media_type, file.turned)
