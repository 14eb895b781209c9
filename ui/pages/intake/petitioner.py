"""The part of the form about who brings the matter."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rules.complaint import ChannelKind, PetitionerKind
from desktop.rules.thai.names import PREFIXES, split_name
from desktop.wording import _
from desktop.wording.names import PETITIONER_KIND
from ui.pages.intake.answers import WHO
from ui.theme import air, px
from ui.widgets.address import AddressPicker, meant_place
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import Field, LineField
from ui.widgets.sheet import Sheet, line_up


class PetitionerPart(QWidget):
    """Who calls, writes or comes: telephone, name, address.

    A whole name typed into the first or the prefix field is taken apart on leaving it.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.caller = LineField(_("Calling number"))
        self.phone = LineField(_("Telephone"))
        self.kind = ChoiceField(
            _("Petitioner"), [Choice(k.value, _(PETITIONER_KIND[k])) for k in PetitionerKind]
        )
        self.prefix = LineField(_("Prefix"), suggestions=PREFIXES)
        self.first = LineField(_("First name"), required=True)
        self.last = LineField(_("Last name"))
        self.heading = LineField(_("Name of the group or agency"), required=True)
        self.headcount = LineField(_("Number of people"), width=90)
        self.house = LineField(_("House no."))
        self.village = LineField(_("Moo"))
        self.place = AddressPicker()
        sheet.bind(WHO + "kind", self.kind)
        sheet.bind("intake.caller_phone", self.caller)
        for name, field in (
            ("phone", self.phone),
            ("prefix", self.prefix),
            ("first", self.first),
            ("last", self.last),
            ("heading", self.heading),
            ("headcount", self.headcount),
            ("address.house", self.house),
            ("address.village", self.village),
        ):
            sheet.bind(WHO + name, field)
        for part, field in self.place.fields.items():
            sheet.bind(f"{WHO}address.{part}", field)
        self._lay()
        for field in (self.prefix, self.first):
            field.line.returnPressed.connect(self._take_apart)
            field.line.editingFinished.connect(self._take_apart)
        self.place.search.line.returnPressed.connect(self._take_place)

    def _lay(self) -> None:
        self.kind.setFixedWidth(px(128))
        self.caller.setFixedWidth(px(150))
        self.phone.setFixedWidth(px(150))
        self.house.setFixedWidth(px(64))
        self.village.setFixedWidth(px(46))
        self.place.fields["postcode"].setFixedWidth(px(84))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(air(8))
        who = line_up(
            (self.kind, 0),
            (self.caller, 0),
            (self.phone, 0),
            (self.prefix, 3),
            (self.first, 5),
            (self.last, 5),
        )
        # Takes what is left where a kind of petitioner leaves the names out.
        who.addStretch(0)
        column.addLayout(who)
        column.addLayout(line_up((self.heading, 1), (self.headcount, 0)))
        column.addLayout(line_up((self.house, 0), (self.village, 0), (self.place, 1)))

    def turn_to(self, channel: ChannelKind, kind: PetitionerKind) -> None:
        """Ask what this channel and this kind of petitioner ask, and nothing else."""
        calls = channel is ChannelKind.PHONE
        self.caller.setVisible(calls)
        self.phone.setVisible(not calls)
        named = kind is not PetitionerKind.ANONYMOUS
        gathered = kind in (PetitionerKind.GROUP, PetitionerKind.AGENCY)
        for field in (self.prefix, self.first, self.last):
            field.setVisible(named)
        speaks = kind is PetitionerKind.GROUP
        first = _("Representative's first name") if speaks else _("First name")
        self.first.caption.setText(first if gathered else first + " *")
        self.last.caption.setText(_("Representative's last name") if speaks else _("Last name"))
        self.heading.setVisible(gathered)
        self.headcount.setVisible(kind is PetitionerKind.GROUP)

    def start(self, channel: ChannelKind) -> Field:
        """Return the field at which the talk with a petitioner begins."""
        if channel is ChannelKind.PHONE:
            return self.caller
        # Nobody is asked the name of whoever gave none.
        return self.kind if self.prefix.isHidden() else self.prefix

    def _take_apart(self) -> None:
        if self.last.text().strip():
            return
        typed = self.prefix.text().strip()
        whole = typed if typed not in PREFIXES and not self.first.text().strip() else ""
        name = split_name(whole or self.first.text())
        if not name.last or (whole and not name.prefix):
            return
        with QSignalBlocker(self.prefix.line), QSignalBlocker(self.first.line):
            self.prefix.set_text(name.prefix or ("" if whole else typed))
            self.first.set_text(name.first)
        self.prefix.edited.emit(self.prefix.text())
        self.first.edited.emit(self.first.text())
        self.last.set_text(name.last)
        # What was filled need not be walked through again.
        self.last.line.setFocus()

    def _take_place(self) -> None:
        typed = self.place.search.text()
        completer = self.place.search.line.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            popup.hide()
        meant = meant_place(typed) if typed.strip() else None
        if meant is None or meant.subdistrict:
            # All four parts are filled, or left empty on purpose: Enter goes on past them.
            self.place.fields["postcode"].line.setFocus()
        if meant is not None and meant.province:
            self.place.fill(meant)
            self.place.search.line.clear()
