"""The office's own picture of the emblem: chosen, looked at, kept as the bytes it came in."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.filenames import safe_name
from desktop.rules.media import media_type
from desktop.rules.reasons import Reason
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.pages.first_run.answers import LARGEST_EMBLEM
from ui.telling import digits
from ui.widgets.field import Field
from ui.widgets.plain import button, label

_SHOWN = 56
_KINDS = {"image/png": b"PNG", "image/jpeg": b"JPG"}


class EmblemField(Field):
    """A picture the office brings; we ship none."""

    def __init__(self) -> None:
        self.content: bytes | None = None
        self.choose = button(_("Choose a picture…"))
        self._picture = label("")
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose)
        row.addWidget(self._picture)
        row.addStretch()
        told = digits(_("PNG or JPEG, to 2 MB"))
        super().__init__(_("Picture of the emblem"), inside, required=True, help_text=told)
        self.choose.clicked.connect(self._choose)

    def text(self) -> str:
        """Return whether there is a picture."""
        return "yes" if self.content is not None else ""

    def set_text(self, text: str) -> None:
        """Forget the picture where none is wanted."""
        if not text:
            self.content = None
            self._picture.clear()

    def show_error(self) -> None:
        """Put the cursor here."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_path(self, path: Path) -> bool:
        """Take a picture from a disk, or show why not."""
        name = safe_name(path.name)
        try:
            large = path.stat().st_size > LARGEST_EMBLEM
            content = b"" if large else path.read_bytes()
        except OSError:
            self.set_error(sentence(Refused(Reason.FILE_UNREADABLE, name=name)))
            return False
        if large:
            megabytes = LARGEST_EMBLEM // (1024 * 1024)
            refused = Refused(Reason.FILE_TOO_LARGE, name=name, megabytes=megabytes)
            self.set_error(sentence(refused))
            return False
        image = _picture(content, _KINDS.get(media_type(path.name, content)))
        if image.isNull():
            self.set_error(sentence(Refused(Reason.FILE_UNREADABLE, name=name)))
            return False
        self.set_error("")
        self.content = content
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(QPixmap.fromImage(image.scaledToHeight(_SHOWN, smooth)))
        self._picture.setAccessibleName(name)
        self.edited.emit(self.text())
        return True

    def _choose(self) -> None:
        found, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a picture…"), "", "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if found:
            self.put_path(Path(found))


def _picture(content: bytes, kind: bytes | None) -> QImage:
    if kind is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # Only the reader of that kind is asked: the others guess at what is no picture.
    return QImageReader(buffer, QByteArray(kind)).read()
