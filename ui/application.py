"""The application: faces, plain text everywhere, words of the toolkit, the look."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QHelpEvent, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QToolTip, QWidget

import resources
from ui import theme, translator
from ui.widgets import word_ends


class PlainText(QObject):
    """Keeps every label from reading markup into what a citizen typed."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn guessed formats into plain ones before a widget is first shown."""
        kind = event.type()
        if kind == QEvent.Type.Polish:
            if isinstance(watched, QLabel) and watched.textFormat() == Qt.TextFormat.AutoText:
                watched.setTextFormat(Qt.TextFormat.PlainText)
            elif isinstance(watched, QTextEdit):
                watched.setAcceptRichText(False)
        elif kind == QEvent.Type.ToolTip and isinstance(watched, QWidget) and watched.toolTip():
            import html  # noqa: PLC0415 - its table of entities would hold up the window

            assert isinstance(event, QHelpEvent)
            shown = f"<span>{html.escape(word_ends.shown(watched.toolTip()))}</span>"
            QToolTip.showText(event.globalPos(), shown, watched)
            return True
        return False


class Application(QApplication):
    """The one application object; with `later`, an empty window may come before `finish`."""

    def __init__(self, arguments: Sequence[str] | None = None, *, later: bool = False) -> None:
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        # Chosen before there is an application, so that no other style is made first.
        QApplication.setStyle("Fusion")
        super().__init__(list(arguments if arguments is not None else sys.argv[:1]))
        dress(self)
        if not later:
            self.finish()

    def finish(self) -> None:
        """Bring faces, words and rules, before anything is written on the window."""
        theme.add_faces(self)
        self.setWindowIcon(QIcon(str(resources.path("icons", "app.svg"))))
        translator.install(self)
        self.installEventFilter(PlainText(self))
        if not word_ends.qt_knows():
            word_ends.CleanClipboard(self.clipboard(), self)


def dress(application: QApplication, look: str = "light") -> None:
    """Give an application our names and look."""
    application.setApplicationName("rap-rueang")
    application.setApplicationDisplayName("รับเรื่อง")
    QLocale.setDefault(QLocale(QLocale.Language.Thai, QLocale.Country.Thailand))
    theme.apply(application, look)
