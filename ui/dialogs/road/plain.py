"""Sheets that ask for a reason, or nothing but a word, and do one thing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.acts.hiding import Hide, Restore, hide, restore
from desktop.acts.merging import Unmerge, unmerge
from desktop.acts.moving import MoveCases, move
from desktop.acts.reopening import Reopen, reopen
from desktop.rules.road import ROAD, Demand, Move
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.road import MOVE, clock_effects
from ui.dialogs.sheet import Act, Sheet
from ui.operations import Operations
from ui.widgets.field import BlockField


class MoveSheet(Sheet):
    """A move of one complaint, or of several at once, with a word on it."""

    def __init__(
        self,
        operations: Operations,
        case_ids: tuple[int, ...],
        way: Move,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _(MOVE[way]), _("Save"), move, parent)
        self._case_ids, self._move = case_ids, way
        needed = Demand.REASON in ROAD[way].demands
        self.note = BlockField(_("Reason") if needed else _("Note"), required=needed, lines=3)
        self.tell(*clock_effects(ROAD[way]))
        self.put("note", self.note)

    def command(self) -> MoveCases:
        """Return the move."""
        return MoveCases(self._case_ids, self._move, self.note.text())


class ReasonSheet(Sheet):
    """One thing that is done for a reason."""

    def __init__(
        self,
        operations: Operations,
        title: str,
        act: Act,
        make: Callable[[str], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, title, _("Save"), act, parent)
        self._make = make
        self.reason = BlockField(_("Reason"), required=True, lines=3)
        self.put("reason", self.reason)

    def command(self) -> Any:
        """Return what is done, with its reason."""
        return self._make(self.reason.text())


def reopening(operations: Operations, case: CaseView, parent: QWidget) -> ReasonSheet:
    """Ask why an ended matter begins anew."""
    sheet = ReasonSheet(
        operations, _(MOVE[Move.REOPEN]), reopen, lambda why: Reopen(case.id, why), parent
    )
    sheet.tell(
        _("A new cycle begins now; the earlier result stays on record."),
        *clock_effects(ROAD[Move.REOPEN]),
    )
    return sheet


def unmerging(operations: Operations, case: CaseView, parent: QWidget) -> ReasonSheet:
    """Ask why two complaints were not the same."""
    return ReasonSheet(
        operations, _(MOVE[Move.UNMERGE]), unmerge, lambda why: Unmerge(case.id, why), parent
    )


def hiding(operations: Operations, case: CaseView, parent: QWidget) -> ReasonSheet:
    """Ask why a complaint leaves the lists."""
    sheet = ReasonSheet(
        operations, _(MOVE[Move.HIDE]), hide, lambda why: Hide(case.id, why), parent
    )
    sheet.tell(_("It leaves every list, count and search. Leads find it among the hidden."))
    return sheet


def restoring(operations: Operations, case: CaseView, parent: QWidget) -> ReasonSheet:
    """Ask why a hidden complaint comes back."""
    return ReasonSheet(
        operations, _(MOVE[Move.RESTORE]), restore, lambda why: Restore(case.id, why), parent
    )
