"""A PDF on screen exactly as it prints: pages rendered off the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pypdfium2 as pdfium
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.papers.pdfium import PDFIUM
from desktop.wording import _

_POINTS = 72.0


def render(pdf: bytes, dots_per_inch: float) -> list[QImage]:
    """Render every page of a PDF."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            images = []
            for page in document:
                bitmap = page.render(scale=dots_per_inch / _POINTS, rev_byteorder=True)
                image = QImage(
                    bytes(bitmap.buffer),
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    _format(bitmap.n_channels),
                )
                images.append(image.copy())
                page.close()
            return images
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Count a PDF's pages."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _format(channels: int) -> QImage.Format:
    return {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBX8888,
    }[channels]


class _Bridge(QObject):
    rendered = Signal(int, object)


class PdfView(QScrollArea):
    """Pages one under another, as wide as there is room.

    Signals:
        shown: The pages of the last PDF are on screen. arg: how many.
    """

    shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PdfDesk")
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(16)
        self.setWidget(self._ground)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="pdf")
        self._bridge = _Bridge(self)
        self._bridge.rendered.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._wanted = 0
        self._pages: list[QLabel] = []
        self._images: list[QImage] = []
        self.pdf = b""
        self.destroyed.connect(_closer(self._worker))

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF in place of the one before."""
        self.pdf = pdf
        self._wanted += 1
        wanted = self._wanted
        bridge = self._bridge
        ratio = self.devicePixelRatioF()

        def landed(future: Future[list[QImage]]) -> None:
            if isValid(bridge):
                bridge.rendered.emit(wanted, future)

        self._worker.submit(render, pdf, 110 * ratio).add_done_callback(landed)

    def close_worker(self) -> None:
        """Stop rendering; nothing more will be shown."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room."""
        super().resizeEvent(event)
        self._fit()

    def _land(self, wanted: int, future: Future[list[QImage]]) -> None:
        if wanted != self._wanted:
            return
        self._images = future.result()
        while len(self._pages) > len(self._images):
            self._pages.pop().deleteLater()
        while len(self._pages) < len(self._images):
            page = QLabel()
            page.setStyleSheet("background: white;")
            self._column.addWidget(page)
            self._pages.append(page)
        for number, page in enumerate(self._pages, 1):
            page.setAccessibleName(_("Page {number}").format(number=number))
        self._fit()
        self.shown.emit(len(self._images))

    def _fit(self) -> None:
        room = max(200, self.viewport().width() - 34)
        for page, image in zip(self._pages, self._images, strict=False):
            ratio = self.devicePixelRatioF()
            wide = min(int(room * ratio), image.width())
            pixmap = QPixmap.fromImage(
                image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            )
            pixmap.setDevicePixelRatio(ratio)
            page.setPixmap(pixmap)
            page.setFixedSize(pixmap.deviceIndependentSize().toSize())


def _closer(worker: ThreadPoolExecutor) -> Callable[..., None]:
    def close(*_ignored: object) -> None:
        worker.shutdown(wait=False, cancel_futures=True)

    return close
