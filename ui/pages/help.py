"""Help: every key of the program and every move of the road, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.rules.road import ROAD, Move
from desktop.rules.thai.searching import search_form
from desktop.wording import N_, _
from desktop.wording.names import STATUS
from desktop.wording.road import MOVE, clock_effects, demanded, who_may
from ui.actions import ACTIONS
from ui.theme import px
from ui.widgets.field import LineField
from ui.widgets.plain import Card, KeyCap, PageTitle, label, scrolling

TYPING: tuple[tuple[str, str], ...] = (
    (N_("Go on to the next field"), "Enter"),
    (N_("Go to the next field, out of several lines too"), "Tab"),
    (N_("Go back to the field before"), "Shift+Tab"),
    (N_("In a date: a day on, a day back"), "↑  ↓"),
    (N_("In a date: choose from the calendar"), "F4"),
    (N_("In a pick-list: open it"), "Alt+↓"),
    (N_("Tick or untick a box, press a button"), "Space"),
    (N_("Paste copied files or a picture"), "Ctrl+V"),
    (N_("In a list of files: look at it, turn it"), "Enter  R"),
    (N_("In a list of files: put it further up or down"), "Alt+↑  Alt+↓"),
    (N_("Looking at a file: the next file, the next page"), "→  Page Down"),
    (N_("Looking at a file: larger, smaller, whole again"), "+  −  0"),
)
"""Keys that every form knows, beside the actions' own."""
_COLUMNS = 2
_WIDE = (4, 2, 4, 4, 4)
"""How wide the columns of the road's table are to each other."""


class HelpPage(QWidget):
    """What can be done, and the keys that do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = LineField(_("Find a key or a move"), placeholder=_("What you want to do"))
        self.search.setMaximumWidth(px(420))
        self.search.edited.connect(self.show_matching)
        self._doing, self._typing = KeysCard(_("Keys")), KeysCard(_("While typing"))
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self._doing)
        cards.addWidget(self._typing)
        self.road = RoadCard()
        cards.addWidget(self.road)
        cards.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(PageTitle(_("Help")))
        column.addWidget(self.search)
        column.addWidget(scrolling(inside), 1)
        self.show_matching("")

    @property
    def shown(self) -> list[str]:
        """What the keys shown do."""
        return self._doing.shown + self._typing.shown

    def arrive(self) -> None:
        """Put the cursor where one seeks."""
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_matching(self, typed: str) -> None:
        """List the keys of what is sought."""
        wanted = search_form(typed)
        self._doing.show_keys([(line.text, line.keycap) for line in ACTIONS if line.keys], wanted)
        self._typing.show_keys(TYPING, wanted)
        self.road.show_moves(wanted)


class RoadCard(Card):
    """The road's table: each move, from where to where, what it asks, who may, and the clocks."""

    def __init__(self) -> None:
        super().__init__(_("The road of a complaint"))
        self._ground: QWidget | None = None
        self.shown: list[str] = []

    def show_moves(self, wanted: str) -> None:
        """Show the moves that are sought; without any the card is not there."""
        if self._ground is not None:
            self._ground.deleteLater()
        self._ground = QWidget()
        grid = QGridLayout(self._ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        heads = (_("Move"), _("Becomes"), _("Asks for"), _("Who may"), _("Clocks"))
        for column, head in enumerate(heads):
            grid.addWidget(label(head, "label"), 0, column)
            grid.setColumnStretch(column, _WIDE[column])
        lines = [line for line in map(_told, ROAD) if wanted in search_form(" ".join(line))]
        for row, line in enumerate(lines, 1):
            for column, text in enumerate(line):
                part = label(text, "" if column == 0 else "second", wrap=True)
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        self.shown = [line[0] for line in lines]
        self.column.addWidget(self._ground)
        self.setVisible(bool(lines))


def _told(move: Move) -> tuple[str, ...]:
    way = ROAD[move]
    return (
        _(MOVE[move]),
        _("as it was") if way.target is None else _(STATUS[way.target]),
        demanded(way) or "–",
        who_may(way.permission),
        " ".join(clock_effects(way)) or "–",
    )


class KeysCard(Card):
    """Some keys and what they do, read downwards in columns."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._ground: QWidget | None = None
        self.shown: list[str] = []

    def show_keys(self, lines: Sequence[tuple[str, str]], wanted: str) -> None:
        """Show those that are sought; without any the card is not there."""
        if self._ground is not None:
            self._ground.deleteLater()
        self._ground = QWidget()
        grid = QGridLayout(self._ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        said = [(_(text), keys) for text, keys in lines]
        found = [line for line in said if wanted in search_form(" ".join(line))]
        self.shown = [text for text, _keys in found]
        deep = -(-len(found) // _COLUMNS)
        for place, (text, keys) in enumerate(found):
            column, row = divmod(place, deep)
            grid.addWidget(KeyCap(keys), row, 2 * column)
            grid.addWidget(label(text), row, 2 * column + 1)
        for column in range(_COLUMNS):
            grid.setColumnStretch(2 * column + 1, 1)
        self.column.addWidget(self._ground)
        self.setVisible(bool(found))
