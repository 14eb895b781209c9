"""The quiet bar that offers new scans to the complaint on the page."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop.acts.attaching import LARGEST
from desktop.errors import Unavailable
from desktop.ports import Drafts
from desktop.wording import _, ngettext
from ui.actions import Act, spec
from ui.scanning.folder import ATTACHED, Lying, Watch, put_away
from ui.scanning.memory import ScansKept
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.files import FILES, FileDrop, origins_in, size_text
from ui.widgets.plain import button, label, restyle

EVERY = 2000
"""Milliseconds from one look at the folder to the next."""
_NAMED = 3
_R = TypeVar("_R")


class ScansBar(QFrame):
    """Watches this computer's folder for scans while its page is on screen.

    A scan is put away only once the register has it: until then it lies where it was, and is
    offered again after a crash.

    Signals:
        put_away: Scans were moved, or could not be. arg: the names of those that could not.
    """

    put_away = Signal(object)
    _landed = Signal(object)

    def __init__(
        self, page: QWidget, drop: FileDrop, drafts: Drafts, kept: ScansKept | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("Notice")
        self._page, self._drop, self._drafts = page, drop, drafts
        self._kept = kept or ScansKept()
        self._watch: Watch | None = None
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="scans")
        self._looking = False
        self._going: set[str] = set()
        self._later: set[str] = set()
        self.offered: tuple[Lying, ...] = ()
        self.text = label("", wrap=True)
        keys = spec(Act.ATTACH_SCANS).keys
        self.attach_button = button(_("Attach to this complaint") + f" ({keys})", keys=keys)
        self.later_button = button(_("Not now"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 4, 3)
        row.addWidget(self.text, 1)
        row.addWidget(self.attach_button)
        row.addWidget(self.later_button)
        self.attach_button.clicked.connect(self.take)
        self.later_button.clicked.connect(self._put_off)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_close, self._worker))
        page.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look while the page is on screen."""
        if watched is self._page and event.type() == QEvent.Type.Show:
            self._timer.start()
            self.look()
        elif watched is self._page and event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Look at the folder once."""
        folder = self._kept.folder()
        if folder is None:
            self._watch = None
            self._offer(())
            return
        if self._watch is None or self._watch.folder != folder:
            self._watch = Watch(folder)
        if not self._looking:
            self._looking = True
            self._send(partial(_found, self._watch, self._drafts), self._looked)

    def take(self) -> None:
        """Read what is offered, and give it to the complaint on the page."""
        for file in self.offered:
            self._going.add(file.mark)
            self._send(partial(_read, file), partial(self._take_in, file))
        self._offer(())

    def attached(self, marks: Sequence[str]) -> None:
        """Put away what the register has."""
        wanted = [mark for mark in marks if mark]
        if wanted:
            self._going |= set(wanted)
            self._send(partial(_put_away, wanted), partial(self._gone, wanted))

    def _looked(self, found: tuple[Lying, ...] | Exception) -> None:
        self._looking = False
        if isinstance(found, OSError):
            said = _("The folder for scans cannot be opened: {folder}")
            self._say(said.format(folder=self._kept.folder()), Tone.SOON)
        elif not isinstance(found, Exception):
            held = {*self._drop.origins(), *self._going}
            self._offer(tuple(file for file in found if file.mark not in held))

    def _offer(self, files: tuple[Lying, ...]) -> None:
        self.offered = files
        new = {file.mark for file in files} - self._later
        if not new or not self._drop.isVisibleTo(self._page):
            self.hide()
            return
        said = ngettext("{count} new scan: {names}", "{count} new scans: {names}", len(files))
        names = ", ".join(f"{one.path.name} ({size_text(one.size)})" for one in files[:_NAMED])
        more = " …" if len(files) > _NAMED else ""
        self._say(said.format(count=digits(str(len(files))), names=names + more), Tone.INFO)

    def _say(self, said: str, tone: Tone) -> None:
        self.text.setText(said)
        self.attach_button.setVisible(tone is Tone.INFO)
        self.later_button.setVisible(tone is Tone.INFO)
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)
        self.show()

    def _put_off(self) -> None:
        """Offer these again only with others."""
        self._later = {file.mark for file in self.offered}
        self.hide()

    def _take_in(self, file: Lying, content: bytes | Exception) -> None:
        self._going.discard(file.mark)
        if isinstance(content, bytes):
            self._drop.put(file.path.name, content, file.mark)
        else:
            self._drop.put_path(file.path)

    def _gone(self, marks: Sequence[str], failed: list[str] | Exception) -> None:
        # What could not be moved is attached all the same, and not offered again.
        left = marks if isinstance(failed, Exception) else failed
        self._going -= set(marks) - set(left)
        self.put_away.emit([Path(mark.split(":", 2)[2]).name for mark in left])

    def _send(self, work: Callable[[], _R], then: Callable[[_R | Exception], None]) -> None:
        def landed(future: Future[_R]) -> None:
            if isValid(self) and not future.cancelled():
                self._landed.emit(partial(_answer, future, then))

        self._worker.submit(work).add_done_callback(landed)

    def _land(self, answer: Callable[[], None]) -> None:
        answer()


def not_put_away(names: Sequence[str]) -> str:
    """Say that scans were attached but still lie in the folder; nothing where none does."""
    if not names:
        return ""
    said = _("Attached, but not moved to “{folder}”: {names}. Move or remove them yourself.")
    return said.format(folder=ATTACHED, names=", ".join(names))


def _answer(future: "Future[_R]", then: Callable[[_R | Exception], None]) -> None:
    error = future.exception()
    if isinstance(error, OSError | Unavailable):
        then(error)
    else:
        then(future.result())


def _found(watch: Watch, drafts: Drafts) -> tuple[Lying, ...]:
    whole = watch.look()
    if not whole:
        return ()
    # A form that is parked, or was cut short, has taken its scans in already.
    held = {mark for told in drafts.every(FILES) for mark in origins_in(*told)}
    return tuple(file for file in whole if file.mark not in held)


def _read(file: Lying) -> bytes:
    if file.size > LARGEST:
        raise OSError(file.path.name)
    return file.path.read_bytes()


def _put_away(marks: Sequence[str]) -> list[str]:
    failed = []
    for mark in marks:
        try:
            put_away(mark)
        except OSError:
            failed.append(mark)
    return failed


def _close(worker: ThreadPoolExecutor, *_ignored: object) -> None:
    worker.shutdown(wait=False, cancel_futures=False)
