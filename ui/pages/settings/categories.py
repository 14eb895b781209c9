"""The categories' tab: what complaints may be about, what is out of use, and how many are open."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.ports import Desk
from desktop.rules.catalogue import Category
from desktop.rules.people import Actor
from desktop.wording import _
from ui.dialogs.category import CategorySheet
from ui.dialogs.sheet import Act
from ui.operations import Operations
from ui.pages.settings.kept_tab import KeptTab, state_words
from ui.telling import digits

_Answer = tuple[Sequence[Category], Mapping[int, int]]
_STATE, _OPEN = 2, 3


class CategoriesTab(KeptTab[Category]):
    """Lists the categories, each below the one it belongs to."""

    def __init__(self, operations: Operations) -> None:
        heads = (_("Category"), _("Below"), _("State"), _("Open complaints"))
        said = _(
            "What is out of use is offered no more for new complaints; those that are of it go on"
            " as they are, and reports still name it."
        )
        super().__init__(operations, _("Categories"), heads, {_STATE: 130, _OPEN: 150}, said)

    def arrive(self) -> None:
        """Read the list again; what is chosen stays chosen."""

        def question(desk: Desk, actor: Actor) -> _Answer:
            reading = desk.reading
            return reading.lists(actor).categories, reading.open_by_category(actor)

        self._operations.read(self, question, self._show)

    def changing(self) -> str:
        """Name what changing one is: another name, or another place."""
        return _("Rename…")

    def ask(self, one: Category | None) -> None:
        """Ask about a new category, or for another name or place of one."""
        CategorySheet(self._operations, self.kept, one, self).open()

    def offering(self, identity: int, *, active: bool) -> tuple[Act, Any]:
        """Return the act that takes one out of use or into use again, and its command."""
        return offer_category, OfferCategory(identity, active=active)

    def _show(self, answer: _Answer) -> None:
        categories, counts = answer
        names = {one.code: one.name for one in categories}
        open_now = (counts.get(one.id or 0, 0) for one in categories)
        self.show_kept(
            categories,
            [
                (
                    one.name,
                    names.get(one.parent, "–"),
                    state_words(one),
                    digits(str(count)) if count else "–",
                )
                for one, count in zip(categories, open_now, strict=True)
            ],
        )
