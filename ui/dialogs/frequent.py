"""A complaint that comes often: how it begins, as the office writes it down."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.keeping_frequent import KeepFrequent, keep_frequent
from desktop.rules.catalogue import Category, Frequent
from desktop.rules.priority import Priority
from desktop.wording import N_, _
from desktop.wording.names import PRIORITY
from ui.dialogs.category import category_choices
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField, LineField
from ui.widgets.plain import label

AS_CATEGORY = N_("As the category says")


class FrequentSheet(Sheet):
    """Its name, and what the form begins with when it is chosen."""

    def __init__(
        self,
        operations: Operations,
        categories: Sequence[Category],
        frequent: Frequent | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Add a frequent complaint") if frequent is None else _("Frequent complaint")
        super().__init__(operations, title, _("Save"), keep_frequent, parent)
        self._frequent = frequent
        self.name = LineField(_("Name in the list"), required=True)
        self.category = ChoiceField(
            _("Category"), category_choices(categories), required=True, empty=_("Choose…")
        )
        self.subject = LineField(_("Subject"), required=True)
        self.place = LineField(_("Place of the event"))
        self.facts = BlockField(
            _("Facts"),
            lines=6,
            help_text=_("What is asked each time stands as a blank in brackets: [name of school]."),
        )
        self.put("name", self.name)
        self.put("category_id", self.category)
        self.put("subject", self.subject)
        self.put("place", self.place)
        self.put("facts", self.facts)
        self.priority = ChoiceField(
            _("Priority"),
            [Choice(p.value, _(PRIORITY[p]), p) for p in Priority],
            empty=_(AS_CATEGORY),
        )
        self.put("priority", self.priority)
        said = _("A source that goes before others, and a child in danger, still count for more.")
        self.body.addWidget(label(said, "help", wrap=True))
        if frequent is not None:
            self.name.set_text(frequent.name)
            self.category.set_text(str(frequent.category_id))
            self.subject.set_text(frequent.subject)
            self.place.set_text(frequent.place)
            self.facts.set_text(frequent.facts)
            self.priority.set_text("" if frequent.priority is None else frequent.priority.value)

    def command(self) -> KeepFrequent:
        """Return it as typed."""
        return KeepFrequent(
            None if self._frequent is None else self._frequent.id,
            self.name.text(),
            self.category.value() or 0,
            self.subject.text(),
            self.facts.text(),
            self.place.text(),
            self.priority.value(),
        )
