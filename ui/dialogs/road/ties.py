"""Sheets that tie complaints together or part them: merge, tie, untie, split."""

import secrets

from PySide6.QtWidgets import QWidget

from desktop.acts.linking import Tie, Untie, tie, untie
from desktop.acts.merging import Merge, merge
from desktop.acts.splitting import Split, split
from desktop.rules.links import UNDOABLE
from desktop.rules.road import ROAD, Move
from desktop.views import CaseView, LinkView, Lists
from desktop.wording import _
from desktop.wording.road import MOVE, clock_effects
from ui.dialogs.category import category_choices
from ui.dialogs.road.other_case import OtherCaseField
from ui.dialogs.road.plain import ReasonSheet
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.choices import ChoiceField
from ui.widgets.field import BlockField, LineField


class MergeSheet(Sheet):
    """Which complaint this one repeats."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.MERGE]), _("Merge"), merge, parent)
        self._case_id = case.id
        self.other = OtherCaseField(operations, case.id, _("It goes on in"))
        self.reason = BlockField(_("Reason"), required=True, lines=3)
        self.tell(
            _("Both numbers stay; the earlier receipt counts."),
            digits(_("It can be undone within {days} days.").format(days=UNDOABLE.days)),
            *clock_effects(ROAD[Move.MERGE]),
        )
        self.put("other", self.other)
        self.put("reason", self.reason)

    def command(self) -> Merge | None:
        """Return the merger."""
        if self.other.refuse_doubt():
            return None
        return Merge(self._case_id, self.other.case_id, self.reason.text())


class TieSheet(Sheet):
    """Which complaint this one has to do with."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.LINK]), _("Save"), tie, parent)
        self._case_id = case.id
        self.other = OtherCaseField(operations, case.id, _("Related complaint"))
        self.reason = LineField(_("What they have to do with each other"))
        self.put("other", self.other)
        self.put("reason", self.reason)

    def command(self) -> Tie | None:
        """Return the tie."""
        if self.other.refuse_doubt():
            return None
        return Tie(self._case_id, self.other.case_id, self.reason.text())


def untying(operations: Operations, case: CaseView, link: LinkView, parent: QWidget) -> ReasonSheet:
    """Ask why two complaints are not related."""
    return ReasonSheet(
        operations, _("Untie"), untie, lambda why: Untie(case.id, link.case_id, why), parent
    )


class SplitSheet(Sheet):
    """What the second matter of a complaint is about."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.SPLIT]), _("Split off"), split, parent)
        self._case_id, self._key = case.id, secrets.token_hex(16)
        self.subject = LineField(_("Subject of the second matter"), required=True)
        self.category = ChoiceField(_("Category"), [], required=True, empty=_("Choose…"))
        self.facts = BlockField(_("Facts"), lines=6)
        self.facts.set_text(case.matter.facts)
        self.reason = LineField(_("Reason"), required=True)
        self.tell(_("It takes a number of its own, with the same petitioners and day of receipt."))
        self.put("subject", self.subject)
        self.put("category", self.category)
        self.fields["category_id"] = self.category
        self.put("facts", self.facts)
        self.put("reason", self.reason)
        operations.read(self, lambda desk, actor: desk.reading.lists(actor), self._offer)

    def _offer(self, lists: Lists) -> None:
        self.category.offer(category_choices(lists.categories))

    def command(self) -> Split:
        """Return the second matter."""
        return Split(
            self._key,
            self._case_id,
            self.subject.text(),
            self.facts.text(),
            self.category.value(),
            self.reason.text(),
        )
