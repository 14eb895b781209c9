"""Letters of all complaints: drafts on their way to the signature, then what is to leave."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.changes import Changes
from desktop.rules.letters import LetterKind
from desktop.rules.people import Permission
from desktop.rules.proposing import ProposalMove
from desktop.views import LetterLine, LetterQuery, LetterView, PersonRow, ProposalView, Shelf
from desktop.wording import _, ngettext
from desktop.wording.names import LETTER_KIND
from ui.dialogs.folder import Folder
from ui.dialogs.letter_sheets import DispatchSheet, NumberSheet, tell_moved
from ui.dialogs.sheet import show_refusals
from ui.models.letters import COLUMNS, LETTERS, SHELF, SUBJECT, YIELDING, identity
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.letter_steps import LetterSteps
from ui.tables.list_table import ListShape, ListTable
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField, SegmentedChoice
from ui.widgets.plain import EmptyState, PageTitle, spread


class LettersPage(QWidget):
    """The clerk's list of letters, shelf by shelf, and what is done with the lines selected.

    Signals:
        opened: Somebody wants to see a letter's complaint. arg: its identity.
    """

    opened = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.notices = Notices()
        self.title = PageTitle(_("Letters"))
        self.folder = Folder(operations, self, self.notices, self._refused)
        self.shelves = SegmentedChoice([(s.value, _(text), "") for s, text in SHELF.items()])
        self.shelves.chosen.connect(self._choose)
        self.kind = ChoiceField(
            _("Letter"), [Choice(k.value, _(LETTER_KIND[k]), k) for k in LetterKind], empty=_("All")
        )
        self.drafter = ChoiceField(_("Drafted by"), empty=_("All"))
        for field in (self.kind, self.drafter):
            field.edited.connect(self._choose)
        empty = EmptyState(_("No letters here"), _("Choose another shelf, letter or drafter."))
        shape = ListShape(
            _("Letters"), COLUMNS, SUBJECT, identity, LETTERS, _counted, yielding=YIELDING
        )
        told = self.title, self.notices, empty
        self.list = ListTable(operations, shape, LetterQuery(), told, self)
        self.model, self.table = self.list.model, self.list.table
        self.steps = self._make_steps()
        self._lay_out()
        self.list.activated.connect(self._activated)
        self.list.chosen.connect(self._selected)
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Read the letters for whoever is signed in."""
        self.steps.offer(may=self._operations.actor.may(Permission.ISSUE_LETTER))
        self.list.arrive()
        self._operations.read(self, lambda desk, actor: desk.reading.people(actor), self._offer)
        self.refresh()

    def take_cursor(self) -> None:
        """Let keys go to the list."""
        self.list.take_cursor()

    def copy(self) -> None:
        """Copy the lines chosen as a spreadsheet takes them."""
        self.list.copy()

    def end(self) -> None:
        """Keep a letter that is being written, and the columns."""
        self.folder.leave()
        self.list.end()

    def refresh(self) -> None:
        """Read the shelf again, and how much lies on each."""
        self.list.refresh()
        self._operations.read(
            self, lambda desk, actor: desk.reading.shelf_counts(actor), self._say_counts
        )

    def shelf(self) -> Shelf:
        """Return the shelf that is shown."""
        return Shelf(self.shelves.text())

    def selected(self) -> list[LetterLine]:
        """Return the lines selected, from top to bottom."""
        return self.list.rows()

    def _make_steps(self) -> LetterSteps:
        steps = LetterSteps(self)
        self.moves, self.show_button = steps.moves, steps.show_button
        self.number_button, self.sent_button = steps.number_button, steps.sent_button
        self.show_button.clicked.connect(self._show_papers)
        for move, part in self.moves.items():
            part.clicked.connect(partial(self._take, move))
        self.number_button.clicked.connect(self._number)
        self.sent_button.clicked.connect(self._send)
        return steps

    def _lay_out(self) -> None:
        spread(self.title.bar, self.list.columns_button, self.list.copy_button, self.list.saving)
        shelves = QHBoxLayout()
        shelves.setSpacing(8)
        low = Qt.AlignmentFlag.AlignBottom
        shelves.addWidget(self.shelves, 1, low)
        shelves.addWidget(self.kind, 0, low)
        shelves.addWidget(self.drafter, 0, low)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        spread(column, self.notices, self.title)
        column.addLayout(shelves)
        column.addWidget(self.steps)
        column.addWidget(self.list, 1)

    def _offer(self, people: Sequence[PersonRow]) -> None:
        self.drafter.offer([Choice(str(one.id), one.name, one.id) for one in people])

    def _choose(self, _text: str = "") -> None:
        """List another shelf, or what is narrowed to on it."""
        kind = self.kind.value()
        kinds = frozenset() if kind is None else frozenset({kind})
        self.list.show_query(LetterQuery(self.shelf(), kinds, self.drafter.value()))

    def _say_counts(self, counts: Mapping[Shelf, int]) -> None:
        for shelf, text in SHELF.items():
            count = counts.get(shelf, 0)
            said = f"{_(text)} {digits(str(count))}" if count else _(text)
            self.shelves.say(shelf.value, said)

    def _selected(self) -> None:
        """Let be done what every line selected allows."""
        self.steps.fit(self.selected())
        # One key prints one thing: what is selected, else what was just issued.
        self.folder.leave_key(taken=self.show_button.isEnabled())

    def _drafts(self) -> list[ProposalView]:
        return [line for line in self.selected() if isinstance(line, ProposalView)]

    def _take(self, move: ProposalMove) -> None:
        self.folder.take(move, self._drafts())

    def _show_papers(self) -> None:
        drafts = self._drafts()
        if drafts:
            self.folder.show(drafts)
        else:
            self.folder.originals.show_all([line.id for line in self.selected()])

    def _number(self) -> None:
        (letter,) = self.selected()
        assert isinstance(letter, LetterView)
        NumberSheet(self._operations, letter, self).open()

    def _send(self) -> None:
        (letter,) = self.selected()
        assert isinstance(letter, LetterView)
        sheet = DispatchSheet(self._operations, letter, self)
        sheet.done_with.connect(lambda moved: tell_moved(moved, self.notices))
        sheet.open()

    def _activated(self, line: LetterLine) -> None:
        if isinstance(line, LetterView):
            self.opened.emit(line.complaint_id)
        elif self._operations.actor.may(Permission.ISSUE_LETTER) and not line.closed:
            self.folder.reopen(line)
        else:
            self.opened.emit(line.draft.complaint_id)

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.LETTERS | Changes.COMPLAINTS) and self.isVisible():
            self.refresh()


def _counted(count: int) -> str:
    said = ngettext("{count} letter", "{count} letters", count)
    return digits(said.format(count=f"{count:,}"))
