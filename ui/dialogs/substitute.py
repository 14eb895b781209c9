"""Who stands in while somebody is on leave, from the first day to the last."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.substituting import SetSubstitute, set_substitute
from desktop.rules.people import CASE_WORK, permissions
from desktop.views import PersonRow
from desktop.wording import _
from ui.dialogs.people import people_choices
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.plain import label


class SubstituteSheet(Sheet):
    """The substitute and the leave; offered are those who may do all that the absent one does."""

    def __init__(
        self,
        operations: Operations,
        person: PersonRow,
        people: Sequence[PersonRow],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Who stands in for {name}").format(name=person.name)
        super().__init__(operations, title, _("Save"), set_substitute, parent)
        self._absent_id = person.id
        needed = CASE_WORK & permissions(person.roles)
        able = people_choices(people, needed, without=person.id)
        self.substitute = ChoiceField(_("Stands in"), able, required=True, empty=_("Choose…"))
        self.first_on = DateField(_("First day of the leave"), self.today, required=True)
        self.first_on.set_day(self.today())
        self.last_on = DateField(_("Last day of the leave"), self.today, required=True)
        self.put("substitute_id", self.substitute)
        self.put_beside(first_on=self.first_on, last_on=self.last_on)
        for said in (
            _(
                "Meanwhile the substitute finds these complaints in “My work”, is reminded of them "
                "and works on them; the timeline tells for whom."
            ),
            _(
                "Secret ones stay closed, and so do those in which the substitute, or another who "
                "decides this for the absent person, is accused or has an interest. It ends by "
                "itself after the last day."
            ),
        ):
            self.body.addWidget(label(said, "help", wrap=True))

    def command(self) -> SetSubstitute | None:
        """Return what was decided."""
        if not self.days_read(self.first_on, self.last_on):
            return None
        return SetSubstitute(
            self._absent_id, self.substitute.value(), self.first_on.day(), self.last_on.day()
        )
