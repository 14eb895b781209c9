"""Assign one complaint or many: priority, owner, due day."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.assigning import AssignCases, assign
from desktop.rules.people import Permission
from desktop.rules.priority import Priority
from desktop.rules.routing import Routing
from desktop.views import PersonRow
from desktop.wording import _, ngettext
from desktop.wording.names import PRIORITY
from ui.dialogs.people import people_choices
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits, why_routed
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField
from ui.widgets.plain import label


class AssignSheet(Sheet):
    """What the supervisor decides for the selection."""

    def __init__(
        self,
        operations: Operations,
        case_ids: Sequence[int],
        people: Sequence[PersonRow],
        parent: QWidget | None = None,
    ) -> None:
        count = len(case_ids)
        said = ngettext("Assign {count} complaint", "Assign {count} complaints", count)
        title = digits(said.format(count=count))
        super().__init__(operations, title, _("Assign"), assign, parent)
        self._case_ids = tuple(case_ids)
        unchanged = _("Leave as it is")
        self._owners = people_choices(people, {Permission.WORK})
        self.owner = ChoiceField(_("Owner"), self._owners, empty=unchanged)
        self.priority = ChoiceField(
            _("Priority"),
            [Choice(p.value, _(PRIORITY[p]), p) for p in Priority],
            empty=unchanged,
        )
        self.due_on = DateField(
            _("Finish by"),
            self.today,
            help_text=_("Leave empty to keep the day the standard gives."),
        )
        self.note = BlockField(_("Order or note"), lines=2)
        self.why = label("", "second", wrap=True)
        self.why.setVisible(False)
        self.body.addWidget(self.why)
        self.put("owner_id", self.owner)
        self.put("priority", self.priority)
        self.put("due_on", self.due_on)
        self.put("note", self.note)

        if count == 1:
            (case_id,), today = self._case_ids, self.today()
            operations.read(
                self, lambda desk, actor: desk.reading.routing(actor, case_id, today), self._propose
            )

    def _propose(self, routing: Routing) -> None:
        """Choose what is proposed, unless something was chosen by hand already."""
        self.why.setText(why_routed(routing))
        self.why.setVisible(True)
        if routing.leaves:
            self.owner.setEnabled(False)
        self.owner.offer([c for c in self._owners if c.value not in routing.barred])
        if routing.owner_id is not None and not self.owner.text():
            self.owner.set_text(str(routing.owner_id))
        if not self.priority.text():
            self.priority.set_text(routing.priority.priority.value)

    def command(self) -> AssignCases | None:
        """Return what was decided."""
        if not self.days_read(self.due_on):
            return None
        return AssignCases(
            self._case_ids,
            self.priority.value(),
            self.owner.value(),
            self.due_on.day(),
            self.note.text(),
        )
