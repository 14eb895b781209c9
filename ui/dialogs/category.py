"""A category of complaints: a new one with what follows from it, or another name for one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.acts.keeping_categories import (
    AddCategory,
    RenameCategory,
    add_category,
    rename_category,
)
from desktop.ports import Desk
from desktop.rules.catalogue import Category
from desktop.rules.people import Actor
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority
from desktop.wording import _
from desktop.wording.names import COMPLEXITY, PRIORITY
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.field import LineField
from ui.widgets.plain import label


def category_choices(categories: Sequence[Category], stands: int | None = None) -> list[Choice]:
    """Offer the categories in use, and the one that stands already though it is out of use."""
    return [Choice(str(c.id), c.name, c.id) for c in categories if c.active or c.id == stands]


class CategorySheet(Sheet):
    """Name and place of a category; of a new one also how long it takes and how it is kept."""

    def __init__(
        self,
        operations: Operations,
        categories: Sequence[Category],
        category: Category | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Add a category") if category is None else _("Rename a category")
        act: Callable[[Any, Desk, Actor], Any] = (
            add_category if category is None else rename_category
        )
        super().__init__(operations, title, _("Save"), act, parent)
        self._category = category
        self.name = LineField(_("Name"), required=True)
        self.above = ChoiceField(_("Below"), _places(categories, category), empty=_("None"))
        self.put("name", self.name)
        self.put("parent", self.above)
        if category is None:
            self._ask_what_follows()
            said = _("What follows from a category is decided now: due days are counted by it.")
        else:
            self.name.set_text(category.name)
            self.above.set_text(category.parent)
            said = _("Complaints of this category, and reports, are told by the new name.")
        self.body.addWidget(label(said, "help", wrap=True))

    def command(self) -> AddCategory | RenameCategory:
        """Return the category as typed."""
        if self._category is not None:
            assert self._category.id is not None
            return RenameCategory(self._category.id, self.name.text(), self.above.text())
        return AddCategory(
            self.name.text(),
            self.complexity.value(),
            self.urgency.value(),
            corruption=self.corruption.checked(),
            against_officials=self.officials.checked(),
            parent=self.above.text(),
        )

    def _ask_what_follows(self) -> None:
        self.complexity = ChoiceField(
            _("Complexity"), [Choice(c.value, _(COMPLEXITY[c]), c) for c in Complexity]
        )
        self.urgency = ChoiceField(
            _("Priority"), [Choice(p.value, _(PRIORITY[p]), p) for p in Priority]
        )
        self.urgency.set_text(Priority.NORMAL.value)
        self.officials = CheckField(_("Against officials: always restricted"))
        self.corruption = CheckField(_("Corruption: goes on when it is withdrawn"))
        self.put("complexity", self.complexity)
        self.put("urgency", self.urgency)
        self.put("against_officials", self.officials)
        self.put("corruption", self.corruption)


def _places(categories: Sequence[Category], moved: Category | None) -> list[Choice]:
    """Offer what a category may stand below: one in use that is itself below none."""
    if moved is not None and any(one.parent == moved.code for one in categories):
        return []
    stands = "" if moved is None else moved.parent
    return [
        Choice(one.code, one.name)
        for one in categories
        if one.code == stands or (one.active and not one.parent and one != moved)
    ]
