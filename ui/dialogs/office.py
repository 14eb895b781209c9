"""Change what the office says of itself, and who signs."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.acts.keeping_office import ChangeOffice, KeepSignatory, change_office, keep_signatory
from desktop.rules.letters import NUMBERING
from desktop.rules.office import Garuda, OfficeFacts, Signatory
from desktop.rules.thai.entry import DateTrouble
from desktop.wording import _
from desktop.wording.names import GARUDA, LETTER_SERIES
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField


class OfficeSheet(Sheet):
    """New facts from a day on."""

    def __init__(
        self, operations: Operations, facts: OfficeFacts, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Change the office"), _("Save"), change_office, parent)
        self._facts = facts
        self.since = DateField(_("In force from"), self.today, required=True)
        self.since.set_day(self.today())
        self.lines = {
            "name": LineField(_("Office name"), required=True),
            "address": BlockField(_("Address"), required=True, lines=2),
            "letter_prefix": LineField(_("Letter prefix"), required=True),
            "group": LineField(_("Office group"), required=True),
            "phone": LineField(_("Phone"), required=True),
            "email": LineField(_("E-mail")),
            "director_title": LineField(_("Director's title")),
        }
        for name, field in self.lines.items():
            field.set_text(getattr(facts, name))
        kinds = [g for g in Garuda if g is not Garuda.IMAGE or facts.garuda_image is not None]
        self.garuda = ChoiceField(
            _("Emblem on letters"), [Choice(g.value, _(GARUDA[g]), g) for g in kinds]
        )
        self.garuda.set_text(facts.garuda.value)
        series = [Choice(s.value, _(LETTER_SERIES[s]), s) for s in NUMBERING]
        self.series = ChoiceField(_("Who numbers letters"), series)
        self.series.set_text(facts.letter_series.value)
        self.stamped = CheckField(
            _("Sends letters under its stamp"),
            _("Only where the office's standing in law allows it; between offices."),
        )
        self.stamped.set_text("yes" if facts.stamped_letters else "")
        self._lay_out()

    def _lay_out(self) -> None:
        lines = self.lines
        self.put_beside(effective_from=self.since, letter_prefix=lines["letter_prefix"])
        self.put("name", lines["name"])
        self.put("address", lines["address"])
        self.put("director_title", lines["director_title"])
        self.put("group", lines["group"])
        self.put_beside(phone=lines["phone"], email=lines["email"])
        # Each says too much for half the width.
        self.put("garuda", self.garuda)
        self.put("letter_series", self.series)
        self.put("stamped_letters", self.stamped)

    def command(self) -> ChangeOffice | None:
        """Return the new facts."""
        try:
            since = self.since.day()
        except DateTrouble:
            since = None
        if since is None:
            self.since.check()
            self.since.show_error()
            return None
        typed = {name: field.text() for name, field in self.lines.items()}
        facts = replace(
            self._facts,
            effective_from=since,
            garuda=self.garuda.value(),
            letter_series=self.series.value(),
            stamped_letters=self.stamped.checked(),
            **typed,  # type: ignore[arg-type]
        )
        return ChangeOffice(facts)


class SignatorySheet(Sheet):
    """One who signs."""

    def __init__(
        self, operations: Operations, signatory: Signatory | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Who signs"), _("Save"), keep_signatory, parent)
        self._before = signatory or Signatory(None, "", "")
        self.name = LineField(_("Name with prefix"), required=True)
        self.position = LineField(_("Position"), required=True)
        self.acting_for = LineField(
            _("Acting line"), help_text=_("Second line under the position, if any.")
        )
        self.active = CheckField(_("Signs letters now"))
        self.name.set_text(self._before.name)
        self.position.set_text(self._before.position)
        self.acting_for.set_text(self._before.acting_for)
        self.active.set_text("yes" if self._before.active else "")
        self.put("signatory.name", self.name)
        self.put("signatory.position", self.position)
        self.put("signatory.acting_for", self.acting_for)
        self.put("active", self.active)

    def command(self) -> KeepSignatory:
        """Return who signs."""
        return KeepSignatory(
            replace(
                self._before,
                name=self.name.text(),
                position=self.position.text(),
                acting_for=self.acting_for.text(),
                active=self.active.checked(),
            )
        )
