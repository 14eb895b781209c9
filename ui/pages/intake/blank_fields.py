"""The blanks of a frequent complaint: Tab goes from one to the next, and what is left is told."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.rules.blanks import blanks, next_blank
from desktop.wording import _
from ui.widgets.plain import label

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class BlanksLeft(QWidget):
    """Names the blanks that still stand; as a field it is the names a form began with.

    Signals:
        edited: Never told: nobody types here.
    """

    edited = Signal(str)
    error = ""

    def __init__(self, *editors: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._editors = editors
        self._names: tuple[str, ...] = ()
        self._said = label("", "help", wrap=True)
        self.editor: QWidget = self._said
        self._said.setAccessibleName(_("Blanks"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        for editor in editors:
            editor.textChanged.connect(self._tell)
            editor.installEventFilter(self)
        self._tell()

    def text(self) -> str:
        """Return the names, one a line, as drafts keep them."""
        return "\n".join(self._names)

    def set_text(self, text: str) -> None:
        """Put back the names."""
        self._names = tuple(text.splitlines())
        self._tell()

    def set_error(self, text: str) -> None:
        """Take no notice: what is wrong with a blank is shown where it stands."""

    def show_error(self) -> None:
        """Go to the first blank that is left."""
        for editor in self._editors:
            if self._left(editor):
                editor.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the first blank on coming, and the next at Tab until there is none."""
        if self._names and isinstance(watched, QLineEdit | QPlainTextEdit):
            if event.type() == QEvent.Type.FocusIn:
                assert isinstance(event, QFocusEvent)
                if event.reason() in _BY_KEY:
                    # A line marks all of itself once it has the cursor.
                    QTimer.singleShot(0, watched, partial(self._mark, watched, 0))
            elif event.type() == QEvent.Type.KeyPress:
                assert isinstance(event, QKeyEvent)
                plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
                if plain and event.key() == Qt.Key.Key_Tab:
                    return self._mark(watched, _end(watched))
        return super().eventFilter(watched, event)

    def _mark(self, editor: QLineEdit | QPlainTextEdit, position: int) -> bool:
        blank = next_blank(_text(editor), position)
        if blank is None or blank.name not in self._names:
            return False
        if isinstance(editor, QLineEdit):
            editor.setSelection(blank.start, blank.end - blank.start)
        else:
            cursor = editor.textCursor()
            cursor.setPosition(blank.start)
            cursor.setPosition(blank.end, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
        return True

    def _left(self, editor: QLineEdit | QPlainTextEdit) -> list[str]:
        return [b.name for b in blanks(_text(editor)) if b.name in self._names]

    def _tell(self) -> None:
        left = list(dict.fromkeys(name for one in self._editors for name in self._left(one)))
        said = _("Still blank: {names}. Tab goes from one to the next.")
        self._said.setText(said.format(names=", ".join(left)))
        self.setVisible(bool(left))


def _text(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _end(editor: QLineEdit | QPlainTextEdit) -> int:
    """Return where the cursor is, behind what is marked."""
    if isinstance(editor, QLineEdit):
        return max(editor.cursorPosition(), editor.selectionEnd())
    return editor.textCursor().selectionEnd()
