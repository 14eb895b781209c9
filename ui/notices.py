"""Notices: a bar that stays until it is dealt with, and one that passes. No dialog is needed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.wording import _
from ui.theme import Tone
from ui.widgets.plain import button, label

PASSING = 6000
"""Milliseconds a passing notice stays."""
WIDEST = 640
"""A notice that floats is no wider; one line is read at a glance."""
ASIDE, FOOT = 18, 64
"""Room at its sides, and below it for a dialog's own buttons."""


class Notice(QFrame):
    """One line of news with what can be done about it."""

    def __init__(
        self, text: str, tone: Tone, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(text)
        self._offer = action
        self._label = label(text, wrap=True, selectable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._label, 1)
        self.action = button(action)
        row.addWidget(self.action)
        self.action.setVisible(bool(action))
        self.close_button = button(_("Close"))
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.deleteLater)

    def give_keys(self, keys: str) -> None:
        """Let keys do what it offers, and name them; no keys take them away."""
        self.action.setText(f"{self._offer} ({keys})" if keys else self._offer)
        self.action.setShortcut(keys)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()


class _Column(QWidget):
    """Notices one below the other; with none it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def add(self, notice: Notice) -> None:
        """Show a notice below those before it."""
        self._column.addWidget(notice)
        self.show()

    def event(self, event: QEvent) -> bool:
        """Go when the last notice has gone."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self._column.count():
            self.hide()
        return done


class _Afloat(_Column):
    """Notices that pass float near a page's foot: nothing moves when they come and go."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        page.installEventFilter(self)

    def add(self, notice: Notice) -> None:
        """Show a notice above whatever is there."""
        super().add(notice)
        self.raise_()
        self._place()

    def event(self, event: QEvent) -> bool:
        """Keep to the foot as notices come and go."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot as the page changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        page = self._page
        width = min(WIDEST, page.width() - 2 * ASIDE)
        self._column.activate()
        height = self._column.totalHeightForWidth(width)
        self.setGeometry((page.width() - width) // 2, page.height() - FOOT - height, width, height)


class Notices(_Column):
    """Where notices stand, above a page; those that pass float on the page itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._afloat: _Afloat | None = None

    def stay(
        self,
        text: str,
        tone: Tone,
        action: str = "",
        do: Callable[[], None] | None = None,
        keys: str = "",
    ) -> Notice:
        """Show a notice that stays until it is closed or dealt with; `keys` do what it offers."""
        notice = Notice(text, tone, action)
        notice.give_keys(keys)
        _offer(notice, do)
        self.add(notice)
        return notice

    def passing(
        self,
        text: str,
        tone: Tone = Tone.OK,
        action: str = "",
        do: Callable[[], None] | None = None,
        keys: str = "",
    ) -> Notice:
        """Show a notice that goes by itself; while it is there `keys` do what it offers."""
        notice = Notice(text, tone, action)
        notice.give_keys(keys)
        _offer(notice, do)
        if self._afloat is None:
            page = self.parentWidget()
            assert page is not None, "notices stand on a page"
            self._afloat = _Afloat(page)
        self._afloat.add(notice)
        QTimer.singleShot(PASSING, notice, notice.deleteLater)
        return notice

    def clear(self) -> None:
        """Take every notice away."""
        for notice in self._all():
            notice.deleteLater()

    def shown(self) -> list[str]:
        """List what the notices say."""
        return [notice.text for notice in self._all()]

    def _all(self) -> list[Notice]:
        columns = (self,) if self._afloat is None else (self, self._afloat)
        return [notice for column in columns for notice in column.findChildren(Notice)]


def _offer(notice: Notice, do: Callable[[], None] | None) -> None:
    if do is not None:
        notice.action.clicked.connect(do)
        notice.action.clicked.connect(notice.deleteLater)
