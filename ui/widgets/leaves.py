"""One page of a file as a picture: decoded off the window's thread, within limits.

What people hand in may be damaged, locked, or made to fill the memory: a few kilobytes can unfold
to a picture of gigabytes. Whatever cannot be shown says why, and nothing here raises otherwise.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any

import pypdfium2 as pdfium
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QTransform
from shiboken6 import isValid

from desktop.errors import Refused
from desktop.exchange.tiff import tiff_page
from desktop.papers.pdfium import PDFIUM
from desktop.wording import _
from ui.widgets.pdf_view import render_page

MOST_PIXELS = 120_000_000
"""A sheet of A3 scanned at 600 dots per inch has 70 million."""
MOST_DRAWN = 24_000_000
"""Pixels of what is drawn from it: enough to read small print, and 96 MB at most."""
_PER_PIXEL = 4
_UNFOLDED = 256 * 1024 * 1024
"""Bytes a picture may unfold to where it cannot be read smaller than it is."""
_POINTS = 72.0
_PASSWORD = 4
"""PDFium's word for a document that needs a password."""

PDF, TIFF, JPEG = "application/pdf", "image/tiff", "image/jpeg"
_BY_QT = frozenset({JPEG, "image/png", "image/gif", "image/bmp", "image/webp"})
_PHONE = frozenset({"image/heic", "image/heif", "image/avif"})


class Why(Enum):
    """Why a file cannot be shown."""

    DAMAGED = auto()
    LOCKED = auto()
    TOO_LARGE = auto()
    PHONE_PICTURE = auto()
    NO_PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as it is to be seen, and how many there are; or why it cannot be."""

    image: QImage
    pages: int
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of a file, counted from 0, wanted within a room of pixels, turned by degrees."""

    content: bytes
    media_type: str
    room: QSize
    page: int = 0
    turned: int = 0


class _Unshown(Exception):  # noqa: N818 - it is no error of ours
    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def shows(media_type: str) -> bool:
    """Tell whether files of this kind are shown here at all."""
    return media_type in _BY_QT or media_type in (PDF, TIFF)


def leaf(wanted: Wanted) -> Leaf:
    """Draw a page, or tell why it cannot be drawn."""
    lies = wanted.turned % 180 != 0
    room = wanted.room.transposed() if lies else wanted.room
    try:
        image, pages = _drawn(wanted, room)
    except _Unshown as unshown:
        return Leaf(QImage(), 0, unshown.why)
    except MemoryError:
        return Leaf(QImage(), 0, Why.TOO_LARGE)
    if wanted.turned:
        image = image.transformed(QTransform().rotate(wanted.turned))
    return Leaf(image, pages)


def told(why: Why, name: str) -> str:
    """Say why a file cannot be shown, and what to do."""
    said = {
        Why.DAMAGED: _("{name} is damaged and cannot be shown. Ask for it again, or save a copy."),
        Why.LOCKED: _("{name} has a password and cannot be shown. Save a copy and open that."),
        Why.TOO_LARGE: _("{name} is too large a picture to be shown here. Save a copy of it."),
        Why.PHONE_PICTURE: _(
            "{name} is a telephone's picture (HEIC) and is kept as it came, but cannot be shown "
            "here. Save a copy and open that."
        ),
        Why.NO_PICTURE: _("{name} is neither PDF nor picture. Save a copy to open it."),
    }
    return said[why].format(name=name)


def _drawn(wanted: Wanted, room: QSize) -> tuple[QImage, int]:
    if wanted.media_type == PDF:
        return _pdf_page(wanted.content, wanted.page, room)
    if wanted.media_type == TIFF:
        return _tiff_page(wanted.content, wanted.page, room)
    if wanted.media_type in _BY_QT:
        return _picture(wanted.content, room), 1
    raise _Unshown(Why.PHONE_PICTURE if wanted.media_type in _PHONE else Why.NO_PICTURE)


def _picture(content: bytes, room: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    # A camera writes which way up it was held beside the picture.
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        raise _Unshown(Why.DAMAGED)
    pixels = size.width() * size.height()
    whole = bytes(reader.format().data()) != b"jpeg"
    if pixels > MOST_PIXELS or (whole and pixels * _PER_PIXEL > _UNFOLDED):
        raise _Unshown(Why.TOO_LARGE)
    lies = QImageIOHandler.Transformation.TransformationRotate90
    sideways = bool(reader.transformation() & lies)
    smaller = _within(size, room.transposed() if sideways else room)
    if not whole:
        reader.setScaledSize(smaller)
    image = reader.read()
    if image.isNull():
        raise _Unshown(Why.DAMAGED)
    return _fitted(image, room)


def _tiff_page(content: bytes, page: int, room: QSize) -> tuple[QImage, int]:
    def fit(width: int, height: int) -> tuple[int, int]:
        smaller = _within(QSize(width, height), room)
        return smaller.width(), smaller.height()

    try:
        read = tiff_page(content, page, MOST_PIXELS, fit)
    except Refused as refused:
        raise _Unshown(Why.TOO_LARGE) from refused
    if read is None:
        raise _Unshown(Why.DAMAGED)
    rgb = QImage.Format.Format_RGB888
    return QImage(read.rows, read.width, read.height, 3 * read.width, rgb).copy(), read.pages


def _pdf_page(content: bytes, page: int, room: QSize) -> tuple[QImage, int]:
    try:
        with PDFIUM:
            document = pdfium.PdfDocument(content)
            try:
                pages = len(document)
                width, height = document.get_page_size(min(page, pages - 1)) if pages else (0, 0)
            finally:
                document.close()
        if not (pages and width >= 1 and height >= 1):
            raise _Unshown(Why.DAMAGED)
        scale = min(room.width() / width, room.height() / height)
        scale = min(scale, (MOST_DRAWN / (width * height)) ** 0.5)
        return render_page(content, min(page, pages - 1), scale * _POINTS), pages
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise _Unshown(Why.LOCKED if locked else Why.DAMAGED) from error


def _within(size: QSize, room: QSize) -> QSize:
    """Shrink a size into a room; nothing is drawn larger than it is."""
    most = QSize(min(size.width(), room.width()), min(size.height(), room.height()))
    fitted = size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    pixels = fitted.width() * fitted.height()
    if pixels > MOST_DRAWN:
        fitted *= (MOST_DRAWN / pixels) ** 0.5
    return fitted.expandedTo(QSize(1, 1))


def _fitted(image: QImage, room: QSize) -> QImage:
    smaller = _within(image.size(), room)
    if smaller == image.size():
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(smaller, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


class Drawing(QObject):
    """Draws pages one after another off the window's thread; what is wanted last comes first.

    Signals:
        drawn: A page was drawn. args: the key it was asked for by, its Leaf.
    """

    drawn = Signal(object, object)
    _landed = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="leaves")
        self._waiting: dict[Any, Wanted] = {}
        self._under_way: Any = None
        self._closed = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_close, self._worker))

    def draw(self, key: Any, wanted: Wanted) -> None:
        """Draw a page; of one key only what was wanted last."""
        self._waiting[key] = wanted
        self._go_on()

    def forget(self) -> None:
        """Draw nothing more of what was wanted; what is under way tells nobody."""
        self._waiting.clear()
        self._under_way = None

    def _go_on(self) -> None:
        if self._under_way is not None or not self._waiting:
            return
        key = next(reversed(self._waiting))
        wanted = self._waiting.pop(key)
        self._under_way = (key, object())
        token = self._under_way

        def landed(future: Future[Leaf]) -> None:
            if isValid(self) and not future.cancelled():
                self._landed.emit(token, future)

        self._worker.submit(leaf, wanted).add_done_callback(landed)

    def _land(self, token: Any, future: Future[Leaf]) -> None:
        if token is not self._under_way:
            self._go_on()
            return
        self._under_way = None
        self._go_on()
        self.drawn.emit(token[0], future.result())


def _close(worker: ThreadPoolExecutor, *_ignored: object) -> None:
    worker.shutdown(wait=False, cancel_futures=True)
