"""The supervisor's board: what waits in four columns, and who has how much in hand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.assigning import AssignCases, Assigned, assign
from desktop.changes import Changes
from desktop.rules.worktime import WorkCalendar
from desktop.views import Board, ComplaintRow, OfficeView, PersonRow
from desktop.wording import _, ngettext
from ui.dialogs.hand_over import HandOverSheet
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.board.columns import ColumnCard
from ui.pages.board.loads import LoadsCard
from ui.taking_back import tell_assigned, tell_handed_over
from ui.telling import digits, due_words
from ui.theme import Tone
from ui.widgets.plain import PageTitle, button, scrolling, spread


class BoardPage(QWidget):
    """Shows where the work lies, and gives it to people by drag or by keys.

    Signals:
        opened: Somebody wants to see a complaint. arg: its identity.
        assign_wanted: Somebody wants to assign the selected on a sheet. arg: tuple of identities.
        all_wanted: Somebody wants a whole list. arg: the view.
    """

    opened = Signal(int)
    assign_wanted = Signal(object)
    all_wanted = Signal(object)

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._operations, self._calendar = operations, office.calendar
        self._names: dict[int, str] = {}
        self.columns: list[ColumnCard] = []
        self.loads: LoadsCard | None = None
        self.notices = Notices()
        self.title = PageTitle(_("Supervisor's board"))
        self.assign_button = button(_("Assign…"), keys="Ctrl+M")
        self.assign_button.setShortcut("Ctrl+M")
        self.assign_button.setEnabled(False)
        self.assign_button.clicked.connect(self._want_assign)
        self.title.bar.addWidget(self.assign_button)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        spread(column, self.notices, self.title)
        column.addLayout(self._row, 1)
        for keys, step in (("Ctrl+Right", 1), ("Ctrl+Left", -1)):
            move = QShortcut(QKeySequence(keys), self)
            move.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            move.activated.connect(self._next if step > 0 else self._before)
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Read the board for whoever is signed in."""
        self.refresh()

    def refresh(self) -> None:
        """Read the board again."""
        now = self._operations.desk.now()
        self._operations.read(
            self,
            lambda desk, actor: (desk.reading.board(actor, now), desk.reading.days().calendar()),
            self._show,
        )

    def selected(self) -> tuple[int, ...]:
        """Return the complaints selected, column by column."""
        return tuple(one for column in self.columns for one in column.ids())

    def give(self, person_id: int, case_ids: tuple[int, ...] | None) -> None:
        """Make somebody the owner of these complaints, or of those selected."""
        wanted = self.selected() if case_ids is None else case_ids
        if not wanted:
            self.notices.passing(_("Select complaints first."), Tone.SOON)
            return

        def told(result: Assigned) -> None:
            said = ngettext("{count} complaint", "{count} complaints", result.count)
            text = _("{complaints} given to {name}").format(
                complaints=said.format(count=result.count), name=self._names[person_id]
            )
            tell_assigned(self._operations, self.notices, result, said=digits(text))

        command = AssignCases(wanted, owner_id=person_id)
        self._operations.write(self, assign, command, told, self._refused)

    def hand_over(self, person_id: int) -> None:
        """Look at what handing over everything somebody owns would do, and do it from there."""

        def offer(people: Sequence[PersonRow]) -> None:
            person = next(one for one in people if one.id == person_id)
            sheet = HandOverSheet(self._operations, person, people, self)
            told = partial(tell_handed_over, self._operations, self.notices)
            sheet.done_with.connect(told)
            sheet.open()

        self._operations.read(self, lambda desk, actor: desk.reading.people(actor), offer)

    def _show(self, answer: tuple[Board, WorkCalendar]) -> None:
        board, self._calendar = answer
        focused = next((n for n, c in enumerate(self.columns) if c.cards.hasFocus()), 0)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._names = {load.person_id: load.name for load in board.loads}
        self.columns = [ColumnCard(column, self._due) for column in board.columns]
        for card in self.columns:
            card.opened.connect(self.opened)
            card.all_wanted.connect(self.all_wanted)
            card.selected.connect(self._selected)
            self._row.addWidget(card, 3)
        self.loads = LoadsCard(board.loads)
        self.loads.given.connect(self.give)
        self.loads.leaves.connect(self.hand_over)
        self._row.addWidget(scrolling(self.loads), 3)
        self.columns[focused].cards.setFocus()
        self._selected()

    def _due(self, row: ComplaintRow) -> tuple[str, Tone]:
        now, calendar = self._operations.desk.now(), self._calendar
        return due_words(row.due_at, row.due_kind, row.verdict, now, calendar, row.status)

    def _selected(self) -> None:
        self.assign_button.setEnabled(bool(self.selected()))

    def _want_assign(self) -> None:
        self.assign_wanted.emit(self.selected())

    def _next(self) -> None:
        self._step(1)

    def _before(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        places = [n for n, column in enumerate(self.columns) if column.cards.hasFocus()]
        place = (places[0] + step) % len(self.columns) if places else 0
        self.columns[place].cards.setFocus()

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.COMPLAINTS | Changes.CALENDAR) and self.isVisible():
            self.refresh()
