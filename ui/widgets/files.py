"""Files for a complaint: dropped, pasted, or chosen."""

from dataclasses import dataclass
from functools import partial
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

from desktop.acts.attaching import LARGEST, NewFile, fault
from desktop.errors import Refused
from desktop.rules.filenames import safe_name
from desktop.rules.reasons import Reason
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.widgets.plain import button, label


def size_text(size: int) -> str:
    """Write a file's size."""
    if size < 1024 * 1024:
        return f"{max(1, size // 1024)} KB"
    return f"{size / (1024 * 1024):.1f} MB"


def bears_files(data: QMimeData) -> bool:
    """Tell whether files were copied, or a picture alone; words come with pictures of themselves.

    A word processor and a spreadsheet copy both.
    """
    return bool(_paths(data)) or (data.hasImage() and not data.hasText())


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


@dataclass(frozen=True, slots=True)
class _Held:
    file: NewFile
    row: QWidget


class FileDrop(QFrame):
    """Holds the files that will go with a complaint.

    Signals:
        added: A file was taken in. args: its name, its bytes.
        removed: A file was taken out. arg: its name.
    """

    added = Signal(str, object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Drop")
        self.setAcceptDrops(True)
        self._held: list[_Held] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(_("Drop files here, paste a picture, or"), "second", wrap=True), 1)
        self.choose = button(_("Choose files…"), "link")
        self.choose.clicked.connect(self._choose)
        head.addWidget(self.choose)
        self._column.addLayout(head)
        self.below = label("", "error", wrap=True)
        self.below.setVisible(False)
        self._column.addWidget(self.below)
        self.setAccessibleName(_("Files"))
        self.paste_key = QShortcut(QKeySequence.StandardKey.Paste, self)
        self.paste_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.paste_key.activated.connect(self.paste)

    def files(self) -> tuple[NewFile, ...]:
        """Return the files held."""
        return tuple(held.file for held in self._held)

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
        for held in self._held:
            held.row.deleteLater()
        self._held = []
        self.set_error("")

    def let_go(self, name: str) -> None:
        """Forget one file without telling."""
        for held in [held for held in self._held if held.file.name == name]:
            self._held.remove(held)
            held.row.deleteLater()

    def put(self, name: str, content: bytes) -> bool:
        """Take a file in, or show why not."""
        refused = fault(name, len(content))
        if refused is not None:
            self.set_error(sentence(refused))
            return False
        self.set_error("")
        free = self._free(name)
        self.hold(free, content)
        self.added.emit(free, content)
        return True

    def hold(self, name: str, content: bytes) -> None:
        """Show a file that a draft already keeps."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(safe_name(name)))
        line.addWidget(label(size_text(len(content)), "second"))
        line.addStretch()
        held = _Held(NewFile(name, content), row)
        remove = button(_("Remove"), "link")
        remove.setAccessibleName(_("Remove {name}").format(name=safe_name(name)))
        remove.clicked.connect(partial(self._remove, held))
        line.addWidget(remove)
        self._column.addWidget(row)
        self._held.append(held)

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
        self._take(QGuiApplication.clipboard().mimeData())

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

    def _remove(self, held: _Held) -> None:
        self._held.remove(held)
        held.row.deleteLater()
        self.removed.emit(held.file.name)

    def _free(self, name: str) -> str:
        """Two files of one draft never share a name."""
        taken = {held.file.name for held in self._held}
        stem, dot, ending = name.rpartition(".")
        free, number = name, 2
        while free in taken:
            free = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
            number += 1
        return free
