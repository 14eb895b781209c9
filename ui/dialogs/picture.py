"""A picture on screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

WIDEST, HIGHEST = 900, 680


class PictureDialog(QDialog):
    """Shows one picture, as large as there is room."""

    def __init__(self, title: str, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        shown = QLabel()
        shown.setPixmap(
            picture.scaled(
                WIDEST,
                HIGHEST,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        shown.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.addWidget(shown)
