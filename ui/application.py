"""The application: faces, plain text everywhere, words of the toolkit, the look."""

import html
import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QHelpEvent, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QToolTip, QWidget

import resources
from ui import theme
from ui.translator import CatalogueTranslator


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
            assert isinstance(event, QHelpEvent)
            shown = f"<span>{html.escape(watched.toolTip())}</span>"
            QToolTip.showText(event.globalPos(), shown, watched)
            return True
        return False


class Application(QApplication):
    """The one application object."""

    def __init__(self, arguments: Sequence[str] | None = None) -> None:
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        super().__init__(list(arguments if arguments is not None else sys.argv[:1]))
        dress(self)


def dress(application: QApplication, look: str = "light") -> None:
    """Give an application our faces, words, look and rules."""
    application.setApplicationName("rap-rueang")
    application.setApplicationDisplayName("รับเรื่อง")
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Thai, QLocale.Country.Thailand))
    theme.add_faces(application)
    theme.apply(application, look)
    application.setWindowIcon(QIcon(str(resources.path("icons", "app.svg"))))
    translator = CatalogueTranslator(application)
    application.installTranslator(translator)
    plain = PlainText(application)
    application.installEventFilter(plain)
