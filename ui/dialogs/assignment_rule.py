"""One line of the office's list of owners."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.keeping_rules import KeepAssignmentRules, keep_assignment_rules
from desktop.rules.catalogue import Category
from desktop.rules.people import Permission
from desktop.rules.routing import AssignmentRule, Rank
from desktop.views import PersonRow
from desktop.wording import _
from desktop.wording.names import RANK
from ui.dialogs.category import category_choices
from ui.dialogs.people import people_choices
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import Choice, ChoiceField


class AssignmentRuleSheet(Sheet):
    """Add a line at the end, or change the one at a place."""

    def __init__(
        self,
        operations: Operations,
        rules: Sequence[AssignmentRule],
        place: int | None,
        offered: tuple[Sequence[Category], Sequence[PersonRow]],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Rule of assignment")
        super().__init__(operations, title, _("Save"), keep_assignment_rules, parent)
        self._rules, self._place = tuple(rules), place
        categories, people = offered
        stands = None if place is None else self._rules[place].category_id
        self.category = ChoiceField(
            _("Category"),
            category_choices(categories, stands),
            empty=_("Any"),
        )
        self.rank = ChoiceField(
            _("Accused"),
            # A matter against the director is given to nobody of ours.
            [Choice(r.value, _(RANK[r]), r) for r in Rank if r is not Rank.DIRECTOR],
            empty=_("Anybody or nobody"),
        )
        owners = people_choices(people, {Permission.WORK})
        self.owner = ChoiceField(_("Proposed owner"), owners)
        self.put("category_id", self.category)
        self.put("rank", self.rank)
        self.put("owner_id", self.owner)
        if place is not None:
            rule = self._rules[place]
            self.category.set_text("" if rule.category_id is None else str(rule.category_id))
            self.rank.set_text(rule.rank or "")
            self.owner.set_text(str(rule.owner_id))

    def command(self) -> KeepAssignmentRules:
        """Return the list as it is to be."""
        typed = AssignmentRule(self.category.value(), self.rank.value(), self.owner.value())
        if self._place is None:
            return KeepAssignmentRules((*self._rules, typed))
        rules = list(self._rules)
        rules[self._place] = typed
        return KeepAssignmentRules(tuple(rules))
