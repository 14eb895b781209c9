"""Words and surfaces: labels by role, cards, chips, key caps, hairlines."""

from PySide6.QtCore import QSize, Qt, QTimerEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GRID, Tone, air, px
from ui.widgets.flow import FlowLayout
from ui.widgets.whole import WholeLabel
from ui.widgets.word_ends import wrapping_label


def label(text: str, role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Make a plain-text label that plays a part the style sheet knows."""
    made = wrapping_label(text) if wrap else WholeLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    # A label the style sheet gives a padding would step in by half a letter.
    made.setIndent(0)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class _Scrolling(QScrollArea):
    """Scrolls downwards only where its room allows: sideways nobody looks for the rest."""

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of what is in it, and of the bar beside that."""
        part, least = self.widget(), super().minimumSizeHint()
        if part is None:
            return least
        beside = self.verticalScrollBar().sizeHint().width()
        return QSize(max(least.width(), part.minimumSizeHint().width() + beside), least.height())


def scrolling(part: QWidget) -> QScrollArea:
    """Give a part all the width there is, and scroll it where it is higher than its room.

    Tab passes by: there is nothing to be done in it but what its own parts do.
    """
    made = _Scrolling()
    made.setWidget(part)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


class _Button(QPushButton):
    """A button whose words may change while its keys stay.

    Pressed by its keys it acts a moment later, and not at all if it was switched off meanwhile.
    """

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys

    def setText(self, text: str) -> None:
        """Change the words wherever they are told; Qt would forget the keys with them."""
        kept = self.shortcut()
        super().setText(text)
        self.setShortcut(kept)
        self.setAccessibleName(text)
        if self._keys:
            self.setToolTip(f"{text} ({self._keys})")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too; Qt lets only a dialog's default buttons be pressed so."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Let go of a button that was switched off; Qt would tell of its press all the same."""
        blocked = self.blockSignals(not self.isEnabled())
        super().timerEvent(event)
        self.blockSignals(blocked)


def button(text: str, role: str = "", keys: str = "") -> QPushButton:
    """Make a button; its keys stand in the tooltip and are read aloud with its name."""
    made = _Button(keys)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Card(QFrame):
    """A white surface with a hairline around it; things go into `column`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        self.column.setSpacing(air(GRID))
        self.heading = label(heading, "heading")
        self.column.addWidget(self.heading)
        # Only now: whatever is shown before it has a parent flashes up as a window of its own.
        self.heading.setVisible(bool(heading))


class PageTitle(QWidget):
    """A page's title, what it counts, and its actions at the right."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = FlowLayout(right=True)
        self.title = label(text, "title")
        self.note = label("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addLayout(self.bar, 1)


class Chip(QLabel):
    """A coloured word; it always says its word."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.QUIET, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # A ground lower than twice its radius loses its round ends.
        self.setMinimumHeight(px(22))
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Change word and tone."""
        self.setText(text)
        self.setProperty("chip", tone.value)
        restyle(self)


class KeyCap(QLabel):
    """The key that does it, beside what it does."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys.replace("+", " "), parent)
        self.setProperty("role", "keycap")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class Hairline(QFrame):
    """A line between things, instead of a box around them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Hairline")


_HINT_WIDTH = 340


class EmptyState(QWidget):
    """What a list says when there is nothing in it, and what to do next."""

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = label(text, "heading")
        self.hint = label(hint, "second", wrap=True)
        # What may wrap asks for as little width as two lines take.
        self.hint.setMinimumWidth(px(_HINT_WIDTH))
        for part in (self.text, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)


def spread(row: QLayout, *parts: QWidget) -> None:
    """Put widgets into a row or column one after another."""
    for part in parts:
        row.addWidget(part)
