"""Files for a complaint: dropped, pasted, or chosen."""

import json
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.arranging import WHOLE
from desktop.acts.attaching import LARGEST, NewFile, fault
from desktop.errors import Refused
from desktop.rules.filenames import safe_name
from desktop.rules.media import media_type
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.file_list import FileList, Listed
from ui.widgets.plain import button, label
from ui.widgets.viewer import Viewer

_MEGABYTE = 1024 * 1024


def size_text(size: int) -> str:
    """Write a file's size."""
    large = size >= _MEGABYTE
    said = f"{size / _MEGABYTE:.1f} MB" if large else f"{max(1, size // 1024)} KB"
    return in_digits(said, shown_digits())


def copied() -> QMimeData:
    """Return what was copied last; where nothing was, some computers answer with nothing at all."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def bears_files(data: QMimeData) -> bool:
    """Tell whether files were copied, or a picture alone; words come with pictures of themselves.

    A word processor and a spreadsheet copy both.
    """
    return bool(_paths(data)) or (data.hasImage() and not data.hasText())


def save_copy(owner: QWidget, file: Listed, content: bytes) -> bool:
    """Ask where, and write a copy as the file came; tell whether it was not refused by the disk."""
    chosen, _filter = QFileDialog.getSaveFileName(owner, _("Save a copy…"), file.shown_name)
    try:
        if chosen:
            Path(chosen).write_bytes(content)
    except OSError:
        return False
    return True


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _picture(data: QMimeData) -> tuple[str, bytes]:
    """Return a copied picture as it was copied, where its bytes came along, and their ending."""
    for ending, kind in (("jpg", "image/jpeg"), ("png", "image/png")):
        if data.hasFormat(kind):
            return ending, bytes(data.data(kind).data())
    image = data.imageData()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(image, QImage):
        QImageWriter(buffer, QByteArray(b"png")).write(image)
    return "png", bytes(buffer.data().data())


FILES = "files"
"""The field in which a draft tells of its files: their order, turning, and where scans lie."""


def origins_in(written: str, names: Container[str]) -> tuple[str, ...]:
    """Return the marks of the scans that an arrangement tells of, of files that are there.

    A draft is written before a file of it, and the machine may stop between.
    """
    told = json.loads(written or "[]")
    return tuple(str(mark) for name, _turned, mark in told if mark and name in names)


class FileDrop(QFrame):
    """Holds the files that will go with a complaint.

    Signals:
        added: A file was taken in. args: its name, its bytes.
        removed: A file was taken out. arg: its name.
        arranged: The files were turned, or put in another order.
    """

    added = Signal(str, object)
    removed = Signal(str)
    arranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Drop")
        self.setAcceptDrops(True)
        self._held: dict[str, NewFile] = {}
        self._origins: dict[str, str] = {}
        self._viewer: Viewer | None = None
        self.ground: QWidget | None = None
        """What a file is shown over; its window, unless somebody says otherwise."""
        self.list = FileList(removable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(_("Drop files here, paste a picture, or"), "second", wrap=True), 1)
        self.choose = button(_("Choose files…"), "link")
        self.choose.clicked.connect(self._choose)
        self.scan = button(_("Scan…"), "link", spec(Act.SCAN).keys)
        self.scan.setVisible(False)
        head.addWidget(self.scan)
        head.addWidget(self.choose)
        column.addLayout(head)
        self.below = label("", "error", wrap=True)
        self.below.setVisible(False)
        column.addWidget(self.below)
        column.addWidget(self.list)
        self.setAccessibleName(_("Files"))
        self.paste_key = QShortcut(QKeySequence.StandardKey.Paste, self)
        self.paste_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.paste_key.activated.connect(self.paste)
        self.list.sketch_wanted.connect(self._sketch)
        self.list.opened.connect(self.look)
        self.list.turned.connect(self._turn)
        self.list.arranged.connect(self._arrange)
        self.list.removed.connect(self._remove)

    def files(self) -> tuple[NewFile, ...]:
        """Return the files held."""
        return tuple(self._held.values())

    @property
    def error(self) -> str:
        """The error shown, if any."""
        return self.below.text()

    def set_error(self, text: str) -> None:
        """Show what is wrong with a file; an empty text takes it back."""
        self.below.setText(text)
        self.below.setVisible(bool(text))

    def show_error(self) -> None:
        """Put the cursor here."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget all files without telling."""
        self._held = {}
        self._origins = {}
        self._list()
        self.set_error("")

    def let_go(self, name: str) -> None:
        """Forget one file without telling."""
        self._held.pop(name, None)
        self._origins.pop(name, None)
        self._list()

    def arrangement(self) -> str:
        """Write down the order of the files, how each is turned, and where scans lie."""
        origins = self._origins
        told = [[f.name, f.turned, origins.get(f.name, "")] for f in self._held.values()]
        return json.dumps(told, ensure_ascii=False)

    def origins(self) -> tuple[str, ...]:
        """Return the marks of the files that lie in the folder for scans."""
        return tuple(self._origins.values())

    def origin(self, name: str) -> str:
        """Return the mark of a file that lies in the folder for scans; empty for any other."""
        return self._origins.get(name, "")

    def arrange(self, written: str) -> None:
        """Put the files in an order that was written down; one it does not name stands last."""
        told = json.loads(written or "[]")
        turned = {str(name): int(by) for name, by, _mark in told}
        self._origins = {name: mark for name, _by, mark in told if mark and name in self._held}
        named = {name: self._held[name] for name in turned if name in self._held}
        self._held = {
            name: replace(file, turned=turned.get(name, 0))
            for name, file in (named | self._held).items()
        }
        self._list()

    def look(self, name: str) -> None:
        """Look at one of the files."""
        ground = self.ground or self.window()
        if self._viewer is None or self._viewer.parent() is not ground:
            self._viewer = Viewer(ground)
            self._viewer.wanted.connect(self._give)
            self._viewer.turned.connect(self._turn)
            self._viewer.copy_wanted.connect(self._save_copy)
            self._viewer.closed.connect(self.list.choose)
        self._viewer.show_files(self.list.files(), name)

    def put(self, name: str, content: bytes, origin: str = "") -> bool:
        """Take a file in, or show why not; `origin` marks one from the folder for scans."""
        refused = fault(name, len(content))
        if refused is not None:
            self.set_error(sentence(refused))
            return False
        self.set_error("")
        free = self._free(name)
        if origin:
            self._origins[free] = origin
        self.hold(free, content)
        self.added.emit(free, content)
        return True

    def hold(self, name: str, content: bytes, turned: int = 0) -> None:
        """Show a file that a draft already keeps."""
        self._held[name] = NewFile(name, content, turned)
        self._list()

    def put_path(self, path: Path) -> bool:
        """Take in a file from a disk; one that is too large is not read."""
        try:
            size = path.stat().st_size
            content = path.read_bytes() if 0 < size <= LARGEST else b""
        except OSError:
            refused = Refused(Reason.FILE_UNREADABLE, name=safe_name(path.name))
            self.set_error(sentence(refused))
            return False
        if size > LARGEST:
            too_large = fault(path.name, size)
            assert too_large is not None
            self.set_error(sentence(too_large))
            return False
        return self.put(path.name, content)

    def paste(self) -> None:
        """Take in files or a picture from the clipboard."""
        self._take(copied())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files are welcome."""
        if bears_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, data: QMimeData) -> None:
        paths = _paths(data)
        for path in paths:
            self.put_path(path)
        if not paths and bears_files(data):
            ending, content = _picture(data)
            self.put(_("picture") + "." + ending, content)

    def _choose(self) -> None:
        paths, _filter = QFileDialog.getOpenFileNames(self, _("Choose files…"))
        for path in paths:
            self.put_path(Path(path))

    def _list(self) -> None:
        listed = [
            Listed(
                file.name,
                file.name,
                size_text(len(file.content)),
                media_type(file.name, file.content),
                file.turned,
            )
            for file in self._held.values()
        ]
        self.list.show_files(listed)
        if self._viewer is not None:
            self._viewer.follow(listed)

    def _sketch(self, name: str) -> None:
        self.list.sketch(name, self._held[name].content)

    def _give(self, name: str) -> None:
        assert self._viewer is not None
        self._viewer.give(name, self._held[name].content)

    def _turn(self, name: str, by: int) -> None:
        file = self._held[name]
        self._held[name] = replace(file, turned=(file.turned + by) % WHOLE)
        self._list()
        self.arranged.emit()

    def _arrange(self, names: Sequence[str]) -> None:
        self._held = {name: self._held[name] for name in names}
        self._list()
        self.arranged.emit()

    def _remove(self, name: str) -> None:
        self.let_go(name)
        self.removed.emit(name)

    def _save_copy(self, file: Listed, content: bytes) -> None:
        if not save_copy(self, file, content):
            assert self._viewer is not None
            said = _("The file could not be written. Choose another place.")
            self._viewer.notices.stay(said, Tone.LATE)

    def _free(self, name: str) -> str:
        """Two files of one draft never share a name."""
        stem, dot, ending = name.rpartition(".")
        free, number = name, 2
        while free in self._held:
            free = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
            number += 1
        return free
