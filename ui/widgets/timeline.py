"""What happened in a case, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.plain import Hairline, label


@dataclass(frozen=True, slots=True)
class Happening:
    """One line: when, what, in whose words, by whom."""

    when: str
    what: str
    note: str
    who: str


class Timeline(QWidget):
    """A column of happenings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch()
        self._rows: list[QWidget] = []

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Replace what is shown."""
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        for happening in happenings:
            for row in (_row(happening), Hairline()):
                self._column.insertWidget(self._column.count() - 1, row)
                self._rows.append(row)


def _row(happening: Happening) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    when = label(happening.when, "second")
    when.setFixedWidth(px(128))
    line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(label(happening.what, wrap=True))
    if happening.note:
        words.addWidget(label(happening.note, wrap=True, selectable=True))
    words.addWidget(label(happening.who, "second"))
    line.addLayout(words, 1)
    return row
