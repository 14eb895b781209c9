"""A PDF on screen exactly as it prints: pages rendered as they come into view, off its thread."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import pypdfium2 as pdfium
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.papers.pdfium import PDFIUM, Pdf
from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from ui.widgets.dates import shown_digits

_POINTS = 72.0
_FINENESS = 110
"""Dots per inch at which a page on screen is as large as it may become."""
_KEPT = 12
"""Rendered pages kept beyond those in view: a book of a thousand would fill the memory."""

_AROUND = 16
"""Room around a page."""

Size = tuple[float, float]
"""A page's width and height in points."""


def render_page(pdf: Pdf, number: int, dots_per_inch: float) -> QImage:
    """Render one page of a PDF, counted from 0."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            page = document[number]
            bitmap = page.render(scale=dots_per_inch / _POINTS, rev_byteorder=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                _format(bitmap.n_channels),
            )
            return image.copy()
        finally:
            document.close()


def page_sizes(pdf: Pdf) -> tuple[Size, ...]:
    """Measure a PDF's pages."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            return tuple(document.get_page_size(number) for number in range(len(document)))
        finally:
            document.close()


def can_be_shown(pdf: Pdf) -> bool:
    """Tell whether this is a PDF with pages that need no password; people send all kinds."""
    try:
        return bool(page_sizes(pdf))
    except pdfium.PdfiumError:
        return False


def _format(channels: int) -> QImage.Format:
    return {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBX8888,
    }[channels]


class _Bridge(QObject):
    measured = Signal(int, object)
    rendered = Signal(int, int, object)


class PdfView(QScrollArea):
    """Pages one under another, as wide as there is room.

    Signals:
        shown: The first pages of the last PDF are on screen. arg: how many it has.
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
        self._column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._column.setSpacing(_AROUND)
        self.setWidget(self._ground)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="pdf")
        self._bridge = _Bridge(self)
        self._bridge.measured.connect(self._measured, Qt.ConnectionType.QueuedConnection)
        self._bridge.rendered.connect(self._rendered, Qt.ConnectionType.QueuedConnection)
        self.verticalScrollBar().valueChanged.connect(self._want)
        self._wanted = 0
        self._told = True
        self._sizes: Sequence[Size] = ()
        self._pages: list[QLabel] = []
        self._tops: list[int] = []
        self._images: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self.pdf: Pdf = b""
        self.destroyed.connect(_closer(self._worker))

    def show_pdf(self, pdf: Pdf) -> None:
        """Show a PDF in place of the one before."""
        self.pdf = pdf
        self._wanted += 1
        bridge, wanted = self._bridge, self._wanted

        def landed(future: Future[tuple[Size, ...]]) -> None:
            if isValid(bridge):
                bridge.measured.emit(wanted, future)

        self._worker.submit(page_sizes, pdf).add_done_callback(landed)

    def close_worker(self) -> None:
        """Stop rendering; nothing more will be shown."""
        self._wanted += 1
        self._worker.shutdown(wait=True, cancel_futures=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room."""
        super().resizeEvent(event)
        self._fit()

    def _measured(self, wanted: int, future: Future[tuple[Size, ...]]) -> None:
        if wanted != self._wanted:
            return
        self._sizes = future.result()
        self._images.clear()
        self._asked.clear()
        self._told = False
        while len(self._pages) > len(self._sizes):
            self._pages.pop().deleteLater()
        while len(self._pages) < len(self._sizes):
            page = QLabel()
            page.setObjectName("PdfPage")
            self._column.addWidget(page)
            self._pages.append(page)
        for number, page in enumerate(self._pages, 1):
            name = _("Page {number}").format(number=number)
            page.setAccessibleName(in_digits(name, shown_digits()))
        self._fit()

    def _rendered(self, wanted: int, number: int, future: Future[QImage]) -> None:
        if wanted != self._wanted:
            return
        self._asked.discard(number)
        self._images[number] = future.result()
        self._draw(number)
        self._forget()
        if not self._told and not self._asked:
            self._told = True
            self.shown.emit(len(self._sizes))

    def _fit(self) -> None:
        """Give every page its size, then its picture where that is in view."""
        room, top = max(200, self.viewport().width() - 2 * _AROUND - 2), _AROUND
        self._tops.clear()
        for number, (width, height) in enumerate(self._sizes):
            wide = min(room, int(width / _POINTS * _FINENESS))
            high = round(wide * height / width)
            self._pages[number].setFixedSize(wide, high)
            self._tops.append(top)
            top += high + _AROUND
            if number in self._images:
                self._draw(number)
        self._want()

    def _want(self) -> None:
        """Ask for the pages in view that are not there yet."""
        ratio, bridge, wanted = self.devicePixelRatioF(), self._bridge, self._wanted

        def landed(number: int, future: Future[QImage]) -> None:
            if isValid(bridge) and not future.cancelled():
                bridge.rendered.emit(wanted, number, future)

        for number in self._in_view():
            if number not in self._images and number not in self._asked:
                self._asked.add(number)
                future = self._worker.submit(render_page, self.pdf, number, _FINENESS * ratio)
                future.add_done_callback(partial(landed, number))

    def _in_view(self) -> range:
        """Return the pages that are seen, and one on either side."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        first, after = bisect_right(self._tops, top) - 1, bisect_right(self._tops, bottom)
        return range(max(0, first - 1), min(len(self._sizes), after + 1))

    def _draw(self, number: int) -> None:
        page, image, ratio = self._pages[number], self._images[number], self.devicePixelRatioF()
        wide = min(round(page.width() * ratio), image.width())
        pixmap = QPixmap.fromImage(
            image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        )
        pixmap.setDevicePixelRatio(ratio)
        page.setPixmap(pixmap)

    def _forget(self) -> None:
        """Let go of the pictures farthest from view."""
        seen = self._in_view()
        middle = (seen.start + seen.stop) / 2
        far = sorted(self._images, key=lambda number: abs(number - middle))[len(seen) + _KEPT :]
        for number in far:
            del self._images[number]
            self._pages[number].clear()


def _closer(worker: ThreadPoolExecutor) -> Callable[..., None]:
    def close(*_ignored: object) -> None:
        worker.shutdown(wait=False, cancel_futures=True)

    return close
