"""Who may sign in, who is away and who stands in, and what becomes of their work."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.acts.substituting import EndSubstitution, end_substitution
from desktop.rules.people import Permission, permissions
from desktop.views import PersonRow, SubstitutionRow
from desktop.wording import _
from desktop.wording.dates import short_date
from desktop.wording.names import ROLE
from ui.dialogs.hand_over import HandOverSheet
from ui.dialogs.person import PasswordSheet, PersonSheet
from ui.dialogs.substitute import SubstituteSheet
from ui.operations import Operations
from ui.widgets.plain import Card, button, label

_Deed = tuple[str, Callable[[], object]]


class PeopleCard(Card):
    """Everybody with roles and leaves, and what the one signed in may do about each."""

    def __init__(
        self,
        operations: Operations,
        people: Sequence[PersonRow],
        leaves: Sequence[SubstitutionRow],
        page: QWidget,
    ) -> None:
        super().__init__(_("People"))
        self._operations, self.people = operations, people
        # What is typed on a sheet must outlive this card, which is made anew with every change.
        self._page = page
        may = operations.actor.may
        self._keeps, self._assigns = may(Permission.KEEP_PEOPLE), may(Permission.ASSIGN)
        for person in people:
            roles = ", ".join(_(ROLE[role]) for role in ROLE if role in person.roles)
            text = f"{person.name} ({person.username}) · {roles}"
            if not person.active:
                text += " · " + _("left")
            self._line(text, "", self._deeds(person))
            for leave in leaves:
                if leave.absent_id == person.id:
                    self._line(_leave_words(leave), "second", self._leave_deeds(leave))
        if self._keeps:
            add = button(_("Add…"))
            add.clicked.connect(self.add_person)
            self.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

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
        HandOverSheet(self._operations, person, self.people, self._page).open()

    def set_substitute(self, person: PersonRow) -> None:
        """Say who stands in for somebody on leave."""
        SubstituteSheet(self._operations, person, self.people, self._page).open()

    def _deeds(self, person: PersonRow) -> list[_Deed]:
        own = person.id == self._operations.actor.person_id
        works = person.active and Permission.WORK in permissions(person.roles)
        deeds: list[tuple[bool, str, Callable[[PersonRow], object]]] = [
            (self._keeps, _("Change…"), self.change_person),
            (works and (self._assigns or own), _("On leave…"), self.set_substitute),
            (self._assigns, _("Hand over…"), self.hand_over),
            (self._keeps or own, _("New password…"), self.new_password),
        ]
        return [(said, partial(do, person)) for offered, said, do in deeds if offered]

    def _leave_deeds(self, leave: SubstitutionRow) -> list[_Deed]:
        if not self._assigns and leave.absent_id != self._operations.actor.person_id:
            return []
        command = EndSubstitution(leave.id)
        end = partial(self._operations.write, self, end_substitution, command)
        return [(_("End the leave"), end)]

    def _line(self, text: str, role: str, deeds: Sequence[_Deed]) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(text, role, wrap=True), 1)
        for said, do in deeds:
            part = button(said, "link")
            part.clicked.connect(lambda _checked=False, do=do: do())
            line.addWidget(part)
        self.column.addWidget(row)


def _leave_words(leave: SubstitutionRow) -> str:
    first, last = (short_date(day) for day in (leave.first_on, leave.last_on))
    said = (
        _("On leave {first} – {last}: {name} stands in")
        if leave.holds
        else _("On leave {first} – {last}: {name} may do less now and stands in no longer")
    )
    return said.format(first=first, last=last, name=leave.substitute)
