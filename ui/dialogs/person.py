"""People who may sign in: add, change, give a new password."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.acts.staffing import (
    AddPerson,
    ChangePerson,
    SetPassword,
    add_person,
    change_person,
    set_password,
)
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.views import PersonRow
from desktop.wording import _
from desktop.wording.names import ROLE
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import CheckField
from ui.widgets.field import LineField
from ui.widgets.plain import label


class PersonSheet(Sheet):
    """A person's facts and roles; a new one also gets a first password."""

    def __init__(
        self, operations: Operations, person: PersonRow | None, parent: QWidget | None = None
    ) -> None:
        title = _("Add a person") if person is None else _("Change a person")
        act: Callable[[Any, Desk, Actor], Any] = add_person if person is None else change_person
        super().__init__(operations, title, _("Save"), act, parent)
        self._person = person
        self.name = LineField(_("Name with prefix"), required=True)
        self.position = LineField(_("Position"))
        self.username = LineField(_("User name"), required=True)
        self.password = LineField(_("Password"), required=True, secret=True)
        self.again = LineField(_("Password again"), required=True, secret=True)
        self.roles = {role: CheckField(_(ROLE[role])) for role in Role}
        self.active = CheckField(_("Works here"))
        self.put("name", self.name)
        self.put("position", self.position)
        self.put("username", self.username)
        self.put("password", self.password)
        self.put("again", self.again)
        self.body.addWidget(label(_("Roles"), "label"))
        for place, box in enumerate(self.roles.values()):
            if place == 0:
                self.put("roles", box)
            else:
                self.body.addWidget(box)
        self.put("active", self.active)
        self.active.setVisible(person is not None)
        for field in (self.username, self.password, self.again):
            field.setVisible(person is None)
        if person is not None:
            self.name.set_text(person.name)
            self.position.set_text(person.position)
            self.active.set_text("yes" if person.active else "")
            for role, box in self.roles.items():
                box.set_text("yes" if role in person.roles else "")

    def command(self) -> AddPerson | ChangePerson:
        """Return the person as typed."""
        roles = frozenset(role for role, box in self.roles.items() if box.checked())
        if self._person is None:
            return AddPerson(
                self.name.text(),
                self.position.text(),
                self.username.text(),
                roles,
                self.password.text(),
                self.again.text(),
            )
        return ChangePerson(
            self._person.id,
            self.name.text(),
            self.position.text(),
            roles,
            active=self.active.checked(),
        )


class PasswordSheet(Sheet):
    """A new password, typed twice."""

    def __init__(
        self, operations: Operations, person: PersonRow, parent: QWidget | None = None
    ) -> None:
        title = _("New password for {name}").format(name=person.name)
        super().__init__(operations, title, _("Save"), set_password, parent)
        self._person_id = person.id
        self.password = LineField(_("Password"), required=True, secret=True)
        self.again = LineField(_("Password again"), required=True, secret=True)
        self.put("password", self.password)
        self.put("again", self.again)

    def command(self) -> SetPassword:
        """Return the new password."""
        return SetPassword(self._person_id, self.password.text(), self.again.text())
