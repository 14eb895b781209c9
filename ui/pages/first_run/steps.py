"""The first-run pages: the office, its letters, the register's place, the first people."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.office import Garuda
from desktop.rules.people import Role
from desktop.wording import _
from desktop.wording.names import GARUDA, ROLE
from ui.pages.first_run.answers import NewPerson, Sharing, administrator
from ui.pages.first_run.emblem import EmblemField
from ui.telling import digits
from ui.widgets.address import AddressPicker, Place
from ui.widgets.choices import CheckField, Choice, ChoiceField, SegmentedChoice
from ui.widgets.field import BlockField, LineField
from ui.widgets.plain import Card, button, label
from ui.widgets.sheet import Sheet, line_up, set_lines

WORKING = (Role.CLERK, Role.OWNER, Role.SUPERVISOR, Role.DIRECTOR)
CAPITAL = "กรุงเทพมหานคร"


def address_line(place: Place) -> str:
    """Write a place as it stands in an address: Bangkok has แขวง and เขต."""
    if place.province == CAPITAL:
        return digits(
            f"แขวง{place.subdistrict} เขต{place.district} {place.province} {place.postcode}"
        )
    parts = f"ตำบล{place.subdistrict} อำเภอ{place.district}"
    return digits(f"{parts} จังหวัด{place.province} {place.postcode}")


class StepPage(QWidget):
    """One page: its title, what it is for, and its fields."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(10)
        self.column.addWidget(label(title, "title"))
        self.column.addWidget(label(about, "second", wrap=True))
        self.column.addSpacing(4)


class OfficeStep(StepPage):
    """What the office is called and where it is."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(
            _("Your office"), _("This stands at the head of every paper. It can be changed later.")
        )
        self.name = LineField(_("Office name"), required=True)
        self.group = LineField(_("Office group"), required=True)
        self.address = BlockField(_("Address"), required=True, lines=3)
        self.place = AddressPicker()
        grid = self.place.layout()
        assert isinstance(grid, QGridLayout)
        for column, field in enumerate(self.place.fields.values(), 1):
            field.setVisible(False)
            grid.setColumnStretch(column, 0)
        self.place.edited.connect(self._place_edited)
        self.phone = LineField(_("Phone"), required=True)
        self.email = LineField(_("E-mail"))
        for name in ("name", "group", "address", "phone", "email"):
            sheet.bind(name, getattr(self, name))
        set_lines(self.address.block, 3)
        self.column.addWidget(self.name)
        self.column.addWidget(self.group)
        self.column.addWidget(self.place)
        self.column.addWidget(self.address)
        self.column.addLayout(line_up((self.phone, 1), (self.email, 1)))
        self.column.addStretch()

    def _place_edited(self, part: str, text: str) -> None:
        # The picker fills its four fields one after another; the postcode is the last.
        if part != "postcode" or not text:
            return
        found = Place(*(self.place.fields[name].text() for name in AddressPicker.PARTS))
        before = self.address.text().rstrip()
        line = address_line(found)
        self.address.set_text(f"{before}\n{line}" if before else line)
        for field in self.place.fields.values():
            field.line.blockSignals(True)
            field.line.clear()
            field.line.blockSignals(False)
        self.address.block.setFocus()


class LettersStep(StepPage):
    """How its letters are numbered, headed and signed."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(
            _("Its letters and numbers"),
            _("Nothing is guessed here: take it from a letter that your office has sent."),
        )
        self.prefix = LineField(
            _("Letter prefix"), required=True, placeholder=_("for example ศธ ๐๔๐๐๑")
        )
        self.prefix.set_help(_("What stands before the stroke of every outgoing number."))
        self.director = LineField(_("Director's title"))
        self.signer = LineField(_("Who signs (name with prefix)"), required=True)
        self.position = LineField(_("Position"), required=True)
        self.acting = LineField(
            _("Acting line (if any)"), placeholder=_("for example ปฏิบัติราชการแทน…")
        )
        self.complaints = LineField(
            _("First complaint number of this fiscal year"), placeholder=digits("1")
        )
        self.letters = LineField(
            _("First letter number of this calendar year"), placeholder=digits("1")
        )
        start = _("Where your paper register stands plus one; 1 if it is new.")
        self.complaints.set_help(digits(start))
        self.garuda = ChoiceField(
            _("Emblem on letters"), [Choice(g.value, _(GARUDA[g])) for g in Garuda]
        )
        self.emblem = EmblemField()
        self.emblem.setVisible(False)
        self.garuda.edited.connect(self._garuda_chosen)
        for name, field in (
            ("letter_prefix", self.prefix),
            ("director_title", self.director),
            ("signatory.name", self.signer),
            ("signatory.position", self.position),
            ("signatory.acting_for", self.acting),
            ("first_complaint_number", self.complaints),
            ("first_letter_number", self.letters),
            ("garuda", self.garuda),
            ("garuda_image", self.emblem),
        ):
            sheet.bind(name, field)
        self.column.addLayout(line_up((self.prefix, 2), (self.director, 3)))
        self.column.addLayout(line_up((self.signer, 1), (self.position, 1)))
        self.column.addWidget(self.acting)
        self.column.addLayout(line_up((self.complaints, 1), (self.letters, 1)))
        self.column.addLayout(line_up((self.garuda, 1), (self.emblem, 1)))
        self.column.addStretch()

    def _garuda_chosen(self, key: str) -> None:
        self.emblem.setVisible(key == Garuda.IMAGE.value)


class PlaceStep(StepPage):
    """Where on this computer the register lives."""

    def __init__(self, places: Mapping[Sharing, str]) -> None:
        super().__init__(
            _("Where the register is kept"),
            _("The register, its files and its copies stay on this computer."),
        )
        self._places = places
        self.choice = SegmentedChoice(
            [
                (Sharing.EVERYONE.value, _("For all accounts of this computer"), ""),
                (Sharing.MINE.value, _("Only for my account"), ""),
            ]
        )
        self.about = label("", "", wrap=True)
        self.where = label("", "second", wrap=True, selectable=True)
        self.choice.chosen.connect(self._chosen)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(self.about)
        self.column.addWidget(self.where)
        self.column.addStretch()
        self._chosen(self.choice.text())

    @property
    def sharing(self) -> Sharing:
        """Who can reach the register."""
        return Sharing(self.choice.text())

    def _chosen(self, key: str) -> None:
        sharing = Sharing(key)
        everyone = _(
            "Colleagues who sign in to Windows under their own names work on the same register."
        )
        mine = _("Nobody else who uses this computer can open the register.")
        self.about.setText(everyone if sharing is Sharing.EVERYONE else mine)
        self.where.setText(self._places.get(sharing, ""))


class PersonPart(Card):
    """One of the first people."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.number = number
        first = number == 0
        super().__init__(_("First administrator") if first else _("Another person"))
        self.name = LineField(_("Name with prefix"), required=True)
        self.position = LineField(_("Position"))
        self.username = LineField(_("User name"), required=True)
        self.password = LineField(_("Password"), required=True, secret=True)
        length = _("At least 8 characters; 15 or more are better. Words are fine.")
        self.password.set_help(digits(length))
        self.again = LineField(_("Password again"), required=True, secret=True)
        self.roles = {role: CheckField(_(ROLE[role])) for role in WORKING}
        for name in ("name", "position", "username", "password", "again"):
            sheet.bind(f"people.{number}.{name}", getattr(self, name))
        sheet.bind(f"people.{number}.roles", self.roles[Role.CLERK])
        about = (
            _("The administrator cannot read complaints. Tick what this person does besides.")
            if first
            else _("What this person does")
        )
        self.column.addLayout(line_up((self.name, 3), (self.position, 2)))
        self.column.addLayout(line_up((self.username, 2), (self.password, 3), (self.again, 3)))
        self.column.addWidget(label(about, "label", wrap=True))
        grid = QGridLayout()
        for place, box in enumerate(self.roles.values()):
            grid.addWidget(box, 0, place)
        self.column.addLayout(grid)

    def person(self) -> NewPerson:
        """Return the person as typed; the first one also keeps the program."""
        typed = NewPerson(
            self.name.text(),
            self.position.text(),
            self.username.text(),
            self.password.text(),
            self.again.text(),
            frozenset(role for role, box in self.roles.items() if box.checked()),
        )
        return administrator(typed) if self.number == 0 else typed


class PeopleStep(StepPage):
    """The administrator, and whoever works here from the first day.

    Signals:
        grown: Another person was added.
    """

    grown = Signal()
    MOST = 5

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(
            _("The first people"),
            _("More people are added under Settings at any time."),
        )
        self._sheet = sheet
        self.parts: list[PersonPart] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.more = button(_("+ Another person"), "link")
        self.more.clicked.connect(partial(self.add))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self.add()

    def add(self, _checked: bool = False) -> None:
        """Ask about one more person."""
        part = PersonPart(self._sheet, len(self.parts))
        self.parts.append(part)
        self._rows.addWidget(part)
        self.more.setVisible(len(self.parts) < self.MOST)
        if len(self.parts) > 1:
            part.name.line.setFocus()
            self.grown.emit()

    def filled(self) -> list[PersonPart]:
        """Return the parts of everyone; an untouched extra person is left out."""
        return [p for p in self.parts if p.number == 0 or p.person() != NewPerson()]
