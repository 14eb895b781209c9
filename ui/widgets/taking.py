"""Files taken in anywhere on a page: pasted by their key, or dropped beside their own place."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.files import FileDrop, bears_files, copied


class TakesFiles(QObject):
    """Lets a whole page take files in for its drop, while words go on being pasted as words."""

    def __init__(self, page: QWidget, drop: FileDrop) -> None:
        super().__init__(page)
        self._page, self._drop = page, drop
        self._editor: QWidget | None = None
        drop.ground = page
        # Two shortcuts of one key would both be silent.
        drop.paste_key.setEnabled(False)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        paste = QShortcut(QKeySequence.StandardKey.Paste, page)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def _welcome(self) -> bool:
        return self._drop.isVisibleTo(self._page) and self._drop.isEnabled()

    def _paste(self) -> None:
        if self._welcome:
            self._drop.paste()

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Listen to the editor with the cursor: it would paste a file's path as words."""
        if before is not None and before is self._editor:
            before.removeEventFilter(self)
        self._editor = None
        if now is not None and now is not self._page and self._page.isAncestorOf(now):
            now.installEventFilter(self)
            self._editor = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the paste key to the page where files are copied; welcome what is dragged in."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and watched is not self._page:
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Paste) and bears_files(copied()):
                event.ignore()
                return True
        if watched is self._page and self._welcome:
            if kind == QEvent.Type.DragEnter:
                assert isinstance(event, QDragEnterEvent)
                self._drop.dragEnterEvent(event)
            elif kind == QEvent.Type.Drop:
                assert isinstance(event, QDropEvent)
                self._drop.dropEvent(event)
        return super().eventFilter(watched, event)
