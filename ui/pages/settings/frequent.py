"""The frequent complaints' tab: how what comes often begins, changed by who keeps the office."""

from typing import Any

from desktop.acts.keeping_frequent import OfferFrequent, offer_frequent
from desktop.rules.catalogue import Category, Frequent
from desktop.views import Lists
from desktop.wording import _
from desktop.wording.names import PRIORITY
from ui.dialogs.frequent import AS_CATEGORY, FrequentSheet
from ui.dialogs.sheet import Act
from ui.operations import Operations
from ui.pages.settings.kept_tab import KeptTab, state_words

_STATE, _PRIORITY = 3, 4


class FrequentTab(KeptTab[Frequent]):
    """Lists them with category and state."""

    def __init__(self, operations: Operations) -> None:
        self._categories: tuple[Category, ...] = ()
        heads = (_("Name in the list"), _("Category"), _("Subject"), _("State"), _("Priority"))
        said = _(
            "Whoever takes a complaint chooses one of these by a key, and the form begins with it."
        )
        super().__init__(
            operations, _("Frequent complaints"), heads, {_STATE: 130, _PRIORITY: 160}, said
        )

    def arrive(self) -> None:
        """Read the list again; what is chosen stays chosen."""
        self._operations.read(self, lambda desk, actor: desk.reading.lists(actor), self._show)

    def changing(self) -> str:
        """Name what changing one is."""
        return _("Change…")

    def ask(self, one: Frequent | None) -> None:
        """Ask how a new one begins, or the chosen one is to begin."""
        FrequentSheet(self._operations, self._categories, one, self).open()

    def offering(self, identity: int, *, active: bool) -> tuple[Act, Any]:
        """Return the act that takes one out of use or into use again, and its command."""
        return offer_frequent, OfferFrequent(identity, active=active)

    def _show(self, lists: Lists) -> None:
        self._categories = lists.categories
        names = {one.id: one.name for one in lists.categories}
        self.show_kept(
            lists.frequent,
            [
                (
                    one.name,
                    names[one.category_id],
                    one.subject,
                    state_words(one),
                    _(AS_CATEGORY if one.priority is None else PRIORITY[one.priority]),
                )
                for one in lists.frequent
            ],
        )
