"""Fields to type in: label above, the editor, help or error below, shown where it happened."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.rules.thai.text import LIMIT
from desktop.wording import _
from ui.theme import measures, px
from ui.widgets.in_view import bring_into_view
from ui.widgets.plain import label, restyle
from ui.widgets.word_ends import WordEnds, qt_knows

_NEAR_LIMIT = 500


class Field(QWidget):
    """A labelled place to type; subclasses bring the editor.

    Signals:
        edited: What is typed changed. arg: its text form, as drafts keep it.
    """

    edited = Signal(str)

    def __init__(
        self, text: str, editor: QWidget, *, required: bool = False, help_text: str = ""
    ) -> None:
        super().__init__()
        self.editor = editor
        self._help = help_text
        self.caption = label(f"{text} *" if required else text, "label")
        self.caption.setBuddy(editor)
        self.below = label(help_text, "help", wrap=True)
        editor.setAccessibleName(text)
        self.caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        # The labels bring the air that their tone marks and tails need.
        self.column.setSpacing(0)
        self.column.addWidget(self.caption)
        self.column.addWidget(editor)
        self.column.addWidget(self.below)
        self.below.setVisible(bool(help_text))
        self.setFocusProxy(editor)

    @property
    def error(self) -> str:
        """The error shown, if any."""
        return self.below.text() if self.below.property("role") == "error" else ""

    def set_error(self, text: str) -> None:
        """Show what is wrong here; an empty text takes it back."""
        self._below(text or self._help, "error" if text else "help")
        self.editor.setProperty("fault", bool(text))
        self.editor.setAccessibleDescription(text)
        restyle(self.editor)

    def set_help(self, text: str) -> None:
        """Say something helpful beneath the field."""
        self._help = text
        if not self.error:
            self._below(text, "help")

    def show_error(self) -> None:
        """Bring the field into view and put the cursor in it."""
        bring_into_view(self)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """Return what is typed, as drafts keep it."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        raise NotImplementedError

    def _below(self, text: str, role: str) -> None:
        self.below.setText(text)
        self.below.setProperty("role", role)
        self.below.setVisible(bool(text))
        restyle(self.below)


class _Line(QLineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the next field."""
        if self._choosing() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The list of suggestions asks the line first; what is refused here, it takes.
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.returnPressed.emit()
            if self.property("enterMovesOn") is not False:
                self.focusNextChild()
            event.accept()
            return
        super().keyPressEvent(event)

    def _choosing(self) -> bool:
        completer = self.completer()
        popup = None if completer is None else completer.popup()
        # A list in which nothing is highlighted must not cost a key.
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()


class LineField(Field):
    """One line of text."""

    def __init__(
        self,
        text: str,
        *,
        required: bool = False,
        help_text: str = "",
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        secret: bool = False,
        width: int | None = None,
    ) -> None:
        self.line = _Line()
        self.line.setPlaceholderText(placeholder)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(text, self.line, required=required, help_text=help_text)
        if width is not None:
            self.line.setMaximumWidth(px(width))
        if suggestions:
            self.suggest(suggestions)
        self.line.textChanged.connect(self.edited)

    def suggest(self, suggestions: Sequence[str]) -> None:
        """Offer these while typing; anything else may be typed."""
        # The line lets go of the one before; the words belong to it, as Qt itself keeps neither.
        completer = QCompleter(self.line)
        completer.setModel(QStringListModel(list(suggestions), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.line.setCompleter(completer)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        self.line.setText(text)


_ANY_HEIGHT = 16_777_215
"""What Qt takes for no limit (QWIDGETSIZE_MAX)."""


_PAGE_MARGIN = 2
_AROUND = {False: 15, True: 9}
"""What frame and margins take above and below a block's lines, and less where it is compact."""


class _Block(QPlainTextEdit):
    def __init__(self, lines: int) -> None:
        super().__init__()
        if not qt_knows():
            self.document().setDocumentLayout(WordEnds(self.document()))
        # One line of it begins and ends where a line does that stands beside it.
        self.document().setDocumentMargin(_PAGE_MARGIN)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.high(lines))
        self._lines = lines
        self._most: int | None = None
        self.document().documentLayout().documentSizeChanged.connect(self._follow)

    def keep_to(self, most: int | None) -> None:
        """Be as high as what is typed, up to so many lines; none takes what room there is."""
        self._most = most
        if most is None:
            self.setMaximumHeight(_ANY_HEIGHT)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.setMinimumHeight(self.high(self._lines))
        self._follow()

    def _follow(self) -> None:
        if self._most is not None:
            # The layout of plain text tells its height in lines.
            shown = round(self.document().size().height())
            bar = Qt.ScrollBarPolicy
            all_seen = shown <= max(self._lines, self._most)
            self.setVerticalScrollBarPolicy(
                bar.ScrollBarAlwaysOff if all_seen else bar.ScrollBarAsNeeded
            )
            self.setFixedHeight(self.high(max(self._lines, min(shown, self._most))))

    def high(self, lines: int) -> int:
        """Return the pixels that so many lines take."""
        return self.fontMetrics().lineSpacing() * lines + px(_AROUND[measures().compact])

    def sizeHint(self) -> QSize:
        """Ask for the lines it was made for, and take more only where there is room."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class BlockField(Field):
    """Several lines of text; near the cap it counts, past it an error waits for the save."""

    def __init__(
        self,
        text: str,
        *,
        required: bool = False,
        help_text: str = "",
        lines: int = 3,
        placeholder: str = "",
    ) -> None:
        self.block = _Block(lines)
        self.block.setPlaceholderText(placeholder)
        super().__init__(text, self.block, required=required, help_text=help_text)
        self.block.textChanged.connect(self._changed)

    def text(self) -> str:
        """Return what is typed."""
        return self.block.toPlainText()

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        self.block.setPlainText(text)

    def keep_to(self, lines: int | None) -> None:
        """Be as high as what is typed, up to so many lines; none takes what room there is."""
        self.block.keep_to(lines)

    def _changed(self) -> None:
        text = self.text()
        if len(text) > LIMIT - _NEAR_LIMIT and not self.error:
            said = _("{count} of {limit} characters").format(count=len(text), limit=LIMIT)
            self._below(said, "help")
        self.edited.emit(text)
