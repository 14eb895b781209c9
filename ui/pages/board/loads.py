"""Who has how much in hand; complaints dropped on somebody become theirs."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import Load
from desktop.wording import _
from ui.pages.board.columns import CASES
from ui.telling import digits
from ui.theme import current, px
from ui.widgets.plain import Card, KeyCap, button, label

BY_KEY = 9
"""People whom a key of their own gives the selected complaints."""


class _Bar(QWidget):
    """How the load is made up: late, due soon, the rest; as long as it is beside the greatest."""

    def __init__(self, load: Load, greatest: int) -> None:
        super().__init__()
        self._load, self._greatest = load, max(1, greatest)
        self.setFixedHeight(px(6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for little; the layout gives the width."""
        return QSize(80, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts one after another."""
        del event
        load, left = self._load, 0
        painter = QPainter(self)
        rest = load.open - load.late - load.soon
        for count, token in ((load.late, "late"), (load.soon, "gold"), (rest, "accent")):
            width = round(self.width() * count / self._greatest)
            painter.fillRect(QRect(left, 0, width, self.height()), current().colour(token))
            left += width
        painter.end()


class _Person(QWidget):
    """One person, the counts, and the place to drop on.

    Signals:
        given: Complaints were given to this person. args: the person, the identities.
        leaves: Everything this person owns is to be handed over. arg: the person.
    """

    given = Signal(int, object)
    leaves = Signal(int)

    def __init__(self, load: Load, place: int, greatest: int) -> None:
        super().__init__()
        self._person_id = load.person_id
        self.setAcceptDrops(True)
        head = QHBoxLayout()
        self.button = button(load.name, "link")
        self.button.clicked.connect(self._clicked)
        head.addWidget(self.button)
        if place <= BY_KEY:
            head.addWidget(KeyCap(f"Alt {place}"))
        head.addStretch()
        said = _("{open} open · {late} overdue · {soon} due soon").format(
            open=load.open, late=load.late, soon=load.soon
        )
        self.counts = label(digits(said), "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        self.hand_over = button(_("Hand over…"), "link")
        self.hand_over.setAccessibleName(_("Hand over the work of {name}").format(name=load.name))
        self.hand_over.clicked.connect(self._leaves)
        column.addWidget(self.counts)
        if load.substitute:
            away = _("On leave: {name} stands in").format(name=load.substitute)
            column.addWidget(label(away, "help", wrap=True))
        self.bar = _Bar(load, greatest)
        column.addWidget(self.bar)
        column.addWidget(self.hand_over, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.bar, self.hand_over):
            part.setVisible(bool(load.open))

    def _clicked(self) -> None:
        self.given.emit(self._person_id, None)

    def _leaves(self) -> None:
        self.leaves.emit(self._person_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take complaints and nothing else."""
        if event.mimeData().hasFormat(CASES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give what was dropped."""
        said = bytes(event.mimeData().data(CASES).data()).decode()
        event.acceptProposedAction()
        self.given.emit(self._person_id, tuple(int(part) for part in said.split(",")))


class LoadsCard(Card):
    """Everybody who works on cases, the most loaded first.

    Signals:
        given: Complaints were given to somebody. args: the person, the identities; none of them
            means those that are selected.
        leaves: Everything somebody owns is to be handed over. arg: the person.
    """

    given = Signal(int, object)
    leaves = Signal(int)

    def __init__(self, loads: tuple[Load, ...]) -> None:
        super().__init__(_("In hand"))
        hint = _("Drag complaints onto a person, or select them and press the person's key.")
        self.column.addWidget(label(hint, "help", wrap=True))
        greatest = max((load.open for load in loads), default=0)
        self.people: list[_Person] = []
        for place, load in enumerate(loads, 1):
            person = _Person(load, place, greatest)
            person.given.connect(self.given)
            person.leaves.connect(self.leaves)
            self.people.append(person)
            self.column.addWidget(person)
            if place <= BY_KEY:
                keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
                keys.activated.connect(person.button.click)
        self.column.addStretch()
