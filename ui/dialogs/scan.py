"""The sheet of the scanner: choose how, scan page after page, attach them as one PDF."""

import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout
from shiboken6 import isValid

from desktop.acts.attaching import LARGEST
from desktop.papers.scan_pdf import bound
from desktop.wording import _, ngettext
from ui.notices import Notices
from ui.scanning.devices import (
    FINENESSES,
    Able,
    Colour,
    NotScanned,
    ScanChoice,
    Scanner,
    Scanners,
    Source,
)
from ui.scanning.memory import ScansKept
from ui.scanning.words import COLOUR, SOURCE, fault_words, none_found
from ui.telling import digits
from ui.theme import Tone, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.file_list import FileList, Listed
from ui.widgets.files import FileDrop, size_text
from ui.widgets.leaves import JPEG
from ui.widgets.plain import button, label
from ui.widgets.sheet import line_up

_SHOWN = 4
"""Pages seen at once; the sheet fits the smallest screen."""
_R = TypeVar("_R")


class ScannerSheet(QDialog):
    """Scans into a drop. Pages that were scanned are not lost by a fault after them."""

    _landed = Signal(object)
    _came = Signal(object)

    def __init__(self, scanners: Scanners, drop: FileDrop, kept: ScansKept | None = None) -> None:
        super().__init__(drop.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Scan"))
        self.setMinimumWidth(px(560))
        self._scanners, self._drop = scanners, drop
        self._kept = kept or ScansKept()
        self._pages: dict[str, bytes] = {}
        self._count, self._fineness = 0, 0
        self._sure = False
        self._stop = Event()
        self._under_way = False
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="scanner")
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._page_came, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_close, self._worker, self._stop))
        self.notices = Notices()
        self.device = ChoiceField(_("Scanner"), [])
        self.source = ChoiceField(_("Paper lies"), [])
        self.colour = ChoiceField(_("Colours"), [])
        self.fineness = ChoiceField(
            _("Fineness"),
            [
                Choice(str(dots), digits(_("{dots} dots per inch").format(dots=dots)))
                for dots in FINENESSES
            ],
        )
        self.list = FileList(removable=True, shown=_SHOWN)
        self.said = label("", "second", wrap=True)
        self.again_button = button(_("Look again"), "link")
        self.scan_button = button(_("Scan"), "primary", "F5")
        self.scan_button.setShortcut("F5")
        self.stop_button = button(_("Stop"))
        self.attach_button = button(_("Attach"), "", "Ctrl+S")
        self.attach_button.setShortcut("Ctrl+S")
        self.cancel_button = button(_("Cancel"))
        self._lay()
        self._connect()
        self._show_pages()
        self.look()

    def _lay(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.again_button)
        foot.addStretch()
        for part in (self.cancel_button, self.stop_button, self.attach_button, self.scan_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(_("Scan"), "title"))
        column.addWidget(self.notices)
        column.addWidget(self.device)
        column.addLayout(line_up((self.source, 3), (self.colour, 2), (self.fineness, 3)))
        column.addWidget(self.list)
        column.addWidget(self.said)
        column.addStretch()
        column.addLayout(foot)

    def _connect(self) -> None:
        self.device.edited.connect(self._device_chosen)
        self.again_button.clicked.connect(self.look)
        self.scan_button.clicked.connect(self.scan)
        self.stop_button.clicked.connect(self._stop.set)
        self.attach_button.clicked.connect(self.attach)
        self.cancel_button.clicked.connect(self.reject)
        self.list.sketch_wanted.connect(self._sketch)
        self.list.opened.connect(self._sketch)
        self.list.arranged.connect(self._arrange)
        self.list.removed.connect(self._remove)
        self.list.let_turn(may=False)

    @property
    def pages(self) -> int:
        """How many pages there are to attach."""
        return len(self._pages)

    def look(self) -> None:
        """Look for scanners."""
        self.notices.clear()
        self._busy(_("Looking for scanners…"))
        self._send(self._scanners.found, self._found)

    def scan(self) -> None:
        """Scan as chosen."""
        device, source, colour = self.device.text(), self.source.text(), self.colour.text()
        if self._under_way or not (device and source and colour):
            return
        choice = ScanChoice(device, Source(source), Colour(colour), int(self.fineness.text()))
        if self._pages and choice.fineness != self._fineness:
            self.notices.stay(
                _("Attach these pages first: the next are finer or coarser."), Tone.SOON
            )
            return
        self._kept.keep_choice(choice)
        self._fineness = choice.fineness
        self._stop.clear()
        self._sure = False
        self.notices.clear()
        self._busy(_("Scanning…"))
        came = self._came.emit
        self._send(partial(_scanned, self._scanners, choice, came, self._stop), self._ended)

    def attach(self) -> None:
        """Bind the pages, and give them to the complaint."""
        if self._pages and not self._under_way:
            self._busy(_("Binding the pages…"))
            self._send(partial(bound, tuple(self._pages.values()), self._fineness), self._bound)

    def reject(self) -> None:
        """Close; pages that were scanned are thrown away only when that is asked again."""
        if self._pages and not self._sure:
            self._sure = True
            said = _("Pages were scanned and not attached. Press Cancel again to throw them away.")
            self.notices.stay(said, Tone.SOON)
            return
        self._stop.set()
        super().reject()

    def _found(self, found: Sequence[Scanner] | NotScanned) -> None:
        self._rest()
        scanners = [] if isinstance(found, NotScanned) else found
        self.device.offer([Choice(one.device, one.name) for one in scanners])
        if isinstance(found, NotScanned):
            self.notices.stay(fault_words(found), Tone.SOON)
        elif not scanners:
            self.notices.stay(none_found(), Tone.SOON)
        last = self._kept.choice()
        if scanners:
            known = [one.device for one in scanners]
            self.device.set_text(
                last.device if last is not None and last.device in known else known[0]
            )
            self._ask_able()

    def _device_chosen(self, _device: str) -> None:
        self._ask_able()

    def _ask_able(self) -> None:
        device = self.device.text()
        if device and not self._under_way:
            self._busy(_("Asking the scanner…"))
            self._send(partial(self._scanners.able, device), self._offer)

    def _offer(self, able: Able | NotScanned) -> None:
        self._rest()
        if isinstance(able, NotScanned):
            self.source.offer([])
            self.colour.offer([])
            self.notices.stay(fault_words(able), Tone.SOON)
            return
        self.source.offer([Choice(one.value, _(SOURCE[one])) for one in able.sources])
        self.colour.offer([Choice(one.value, _(COLOUR[one])) for one in able.colours])
        last = self._kept.choice()
        source, colour, fineness = able.sources[0], able.colours[0], 300
        if last is not None:
            fineness = last.fineness
            source = last.source if last.source in able.sources else source
            colour = last.colour if last.colour in able.colours else colour
        self.source.set_text(source.value)
        self.colour.set_text(colour.value)
        self.fineness.set_text(str(self._fineness if self._pages else fineness))
        self._show_pages()
        self.scan_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_came(self, content: bytes) -> None:
        self._count += 1
        self._pages[str(self._count)] = content
        self._show_pages()

    def _ended(self, ended: NotScanned | None) -> None:
        self._rest()
        if isinstance(ended, NotScanned):
            self.notices.stay(fault_words(ended), Tone.LATE)
        self._show_pages()

    def _bound(self, pdf: bytes | NotScanned) -> None:
        self._rest()
        assert isinstance(pdf, bytes)
        if len(pdf) > LARGEST:
            said = _("So many pages are too large for one file. Take some out and attach twice.")
            self.notices.stay(said, Tone.LATE)
            return
        self._drop.put(_("scan") + ".pdf", pdf)
        self._pages.clear()
        self.accept()

    def _show_pages(self) -> None:
        listed = [
            Listed(key, _("Page {number}").format(number=key) + ".jpg", size_text(len(page)), JPEG)
            for key, page in self._pages.items()
        ]
        self.list.show_files(listed)
        count = len(listed)
        said = ngettext("Attach {count} page", "Attach {count} pages", count)
        self.attach_button.setText(digits(said.format(count=count)) if count else _("Attach"))
        self.scan_button.setText(_("Scan the next page") if count else _("Scan"))
        self._enable()

    def _sketch(self, key: str) -> None:
        self.list.sketch(key, self._pages[key])

    def _arrange(self, keys: Sequence[str]) -> None:
        self._pages = {key: self._pages[key] for key in keys}

    def _remove(self, key: str) -> None:
        del self._pages[key]
        self._show_pages()

    def _busy(self, said: str) -> None:
        self._under_way = True
        self.said.setText(said)
        self._enable()

    def _rest(self) -> None:
        self._under_way = False
        self.said.setText("")
        self._enable()

    def _enable(self) -> None:
        free = not self._under_way
        for part in (self.device, self.source, self.colour, self.fineness, self.again_button):
            part.setEnabled(free)
        self.scan_button.setEnabled(free and bool(self.source.text()))
        self.attach_button.setEnabled(free and bool(self._pages))
        self.stop_button.setVisible(not free)

    def _send(self, work: Callable[[], _R], then: Callable[[_R | NotScanned], None]) -> None:
        def landed(future: Future[_R]) -> None:
            if isValid(self) and not future.cancelled():
                self._landed.emit(partial(_answer, future, then))

        self._worker.submit(work).add_done_callback(landed)

    def _land(self, answer: Callable[[], None]) -> None:
        answer()


def scans_into(scanners: Callable[[], Scanners], drop: FileDrop) -> None:
    """Let a scanner's pages be taken into a drop."""

    def begin() -> None:
        ScannerSheet(scanners(), drop).open()

    drop.scan.setVisible(True)
    drop.scan.clicked.connect(begin)


def _scanned(
    scanners: Scanners, choice: ScanChoice, came: Callable[[bytes], None], stop: Event
) -> None:
    # The folder is the clerk's own, and gone with the scan: a citizen's papers are in it.
    with tempfile.TemporaryDirectory(prefix="scan-") as folder:

        def page(path: Path) -> None:
            came(path.read_bytes())
            path.unlink()

        scanners.scan(choice, Path(folder), page, stop)


def _answer(future: "Future[_R]", then: Callable[[_R | NotScanned], None]) -> None:
    error = future.exception()
    if isinstance(error, NotScanned):
        then(error)
    else:
        then(future.result())


def _close(worker: ThreadPoolExecutor, stop: Event, *_ignored: object) -> None:
    stop.set()
    worker.shutdown(wait=False, cancel_futures=True)
