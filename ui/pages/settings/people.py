"""Who may sign in, who is away and who stands in, and what becomes of their work."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.acts.substituting import EndSubstitution, end_substitution
from desktop.rules.people import Permission, permissions
from desktop.views import PersonRow, SubstitutionRow
from desktop.wording import _, ngettext
from ui.dialogs.hand_over import HandOverSheet
from ui.dialogs.person import PasswordSheet, PersonSheet
from ui.dialogs.substitute import SubstituteSheet
from ui.models.people import (
    COLUMNS,
    FILLING,
    PEOPLE,
    PeopleQuery,
    PersonLine,
    identity,
    leave_words,
)
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.list_table import ListShape, ListTable
from ui.taking_back import tell_handed_over
from ui.telling import digits
from ui.theme import px
from ui.widgets.plain import Card, EmptyState, PageTitle, button, label, spread

HIGH = 330
"""Pixels that the list has at least."""


class PeopleTab(QWidget):
    """Everybody as a list, what the one signed in may do about whom is chosen, and the leaves."""

    def __init__(self, operations: Operations, page: QWidget) -> None:
        super().__init__()
        self._operations, self._page = operations, page
        self.people: Sequence[PersonRow] = ()
        self._keeps = self._assigns = False
        self.notices = Notices()
        self.title = PageTitle(_("People"))
        shape = ListShape(_("People"), COLUMNS, FILLING, identity, PEOPLE, _counted)
        told = self.title, self.notices, EmptyState(_("Nobody here"))
        self.list = ListTable(operations, shape, PeopleQuery(), told, self)
        self.list.setMinimumHeight(px(HIGH))
        self.leaves = Card(_("Leaves"))
        self.change_button = button(_("Change…"))
        self.leave_button = button(_("On leave…"))
        self.hand_over_button = button(_("Hand over…"))
        self.password_button = button(_("New password…"))
        self._lay_out()
        self._begun = False
        self.list.chosen.connect(self._chosen)
        self.list.filled.connect(self._begin)
        self.list.activated.connect(self._activated)
        self._chosen()

    def _lay_out(self) -> None:
        spread(self.title.bar, self.list.columns_button, self.list.copy_button, self.list.saving)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        does: tuple[tuple[QPushButton, Callable[[PersonRow], object]], ...] = (
            (self.change_button, self.change_person),
            (self.leave_button, self.set_substitute),
            (self.hand_over_button, self.hand_over),
            (self.password_button, self.new_password),
        )
        for part, do in does:
            part.clicked.connect(partial(self._do, do))
            deeds.addWidget(part)
        deeds.addStretch()
        self.add_button = button(_("Add…"))
        self.add_button.clicked.connect(self.add_person)
        deeds.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        spread(column, self.notices, self.title)
        column.addLayout(deeds)
        column.addWidget(self.list, 1)
        column.addWidget(self.leaves)

    def show_people(self, people: Sequence[PersonRow], leaves: Sequence[SubstitutionRow]) -> None:
        """Show them as they are now, keeping who is chosen."""
        self.people = people
        may = self._operations.actor.may
        self._keeps, self._assigns = may(Permission.KEEP_PEOPLE), may(Permission.ASSIGN)
        self.change_button.setVisible(self._keeps)
        self.add_button.setVisible(self._keeps)
        self.hand_over_button.setVisible(self._assigns)
        self.list.arrive()
        self._chosen()
        self.list.refresh()
        while (item := self.leaves.column.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        names = {one.id: one.name for one in people}
        for leave in leaves:
            self.leaves.column.addWidget(self._leave(names.get(leave.absent_id, ""), leave))
        self.leaves.setVisible(bool(leaves))

    def end(self) -> None:
        """Keep the columns as they were dragged last."""
        self.list.end()

    def add_person(self) -> PersonSheet:
        """Add a person."""
        sheet = PersonSheet(self._operations, None, self._page)
        sheet.open()
        return sheet

    def change_person(self, person: PersonRow) -> None:
        """Change a person."""
        PersonSheet(self._operations, person, self._page).open()

    def new_password(self, person: PersonRow) -> None:
        """Give a person a new password."""
        PasswordSheet(self._operations, person, self._page).open()

    def hand_over(self, person: PersonRow) -> None:
        """Look at what handing over everything somebody owns would do, and do it from there."""
        sheet = HandOverSheet(self._operations, person, self.people, self._page)
        sheet.done_with.connect(partial(tell_handed_over, self._operations, self.notices))
        sheet.open()

    def set_substitute(self, person: PersonRow) -> None:
        """Say who stands in for somebody on leave."""
        SubstituteSheet(self._operations, person, self.people, self._page).open()

    def _begin(self) -> None:
        """Choose oneself at first: who keeps nobody has nobody else to do anything about."""
        own = self._operations.actor.person_id
        ids = self.list.model.ids()
        if not self._begun and own in ids:
            self._begun = True
            self.list.table.selectRow(ids.index(own))

    def _one(self) -> PersonRow | None:
        lines: list[PersonLine] = self.list.rows()
        return lines[0].person if len(lines) == 1 else None

    def _do(self, do: Callable[[PersonRow], object], _checked: bool = False) -> None:
        person = self._one()
        if person is not None:
            do(person)

    def _chosen(self) -> None:
        """Let be done what may be, about the one who is chosen."""
        person = self._one()
        own = person is not None and person.id == self._operations.actor.person_id
        works = (
            person is not None and person.active and Permission.WORK in permissions(person.roles)
        )
        self.change_button.setEnabled(person is not None and self._keeps)
        self.leave_button.setEnabled(works and (self._assigns or own))
        self.hand_over_button.setEnabled(person is not None and self._assigns)
        self.password_button.setEnabled(person is not None and (self._keeps or own))

    def _activated(self, line: PersonLine) -> None:
        if self._keeps:
            self.change_person(line.person)

    def _leave(self, name: str, leave: SubstitutionRow) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(name))
        line.addWidget(label(leave_words(leave), "second", wrap=True), 1)
        if self._assigns or leave.absent_id == self._operations.actor.person_id:
            part = button(_("End the leave"), "link")
            command = EndSubstitution(leave.id)
            end = partial(self._operations.write, self, end_substitution, command)
            part.clicked.connect(lambda _checked=False: end())
            line.addWidget(part)
        return row


def _counted(count: int) -> str:
    said = ngettext("{count} person", "{count} people", count)
    return digits(said.format(count=f"{count:,}"))
