"""Who opened a sealed complaint, the last first."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.exporting import IN_TABLE
from desktop.acts.viewing import ViewCases, Viewed, view_cases
from desktop.rules.case import StepKind
from desktop.views import CaseView, StepView
from desktop.wording import _
from ui.operations import Operations, Otherwise
from ui.telling import digits, moment
from ui.widgets.plain import Card, label

SHOWN = 8
"""Openings shown before the others are unfolded."""


class Opening:
    """One opening of a complaint: a sealed one is shown only once that is kept."""

    def __init__(self, operations: Operations, owner: QWidget) -> None:
        self._operations, self._owner = operations, owner
        self._kept: tuple[int, int] | None = None
        self._under_way: tuple[int, int] | None = None

    def begin(self) -> None:
        """Open anew, whatever was opened before."""
        self._kept = None

    def must_be_kept(self, case: CaseView) -> bool:
        """Tell whether this opening has still to be written down."""
        return case.sealed and self._kept != (case.id, self._operations.actor.person_id)

    def keep(self, case: CaseView, then: Callable[[], None], otherwise: Otherwise) -> None:
        """Write the opening down, and go on."""
        opening = (case.id, self._operations.actor.person_id)
        if self._under_way == opening:
            # Read again meanwhile, it is still one opening.
            return
        self._under_way = opening

        def kept(viewed: Viewed) -> None:
            del viewed
            self._under_way, self._kept = None, opening
            then()

        def failed(error: Exception) -> bool:
            self._under_way = None
            return otherwise(error)

        self._operations.write(self._owner, view_cases, ViewCases((case.id,)), kept, failed)


class ViewsCard(Card):
    """A line for every opening; not there where nothing is sealed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Opened by"), parent)
        self._text = label("", "second", wrap=True, selectable=True)
        self.column.addWidget(self._text)

    def show_case(self, case: CaseView) -> None:
        """Replace what is shown."""
        seen = openings(case)
        told = [_opened(step) for step in seen[:SHOWN]]
        if len(seen) > SHOWN:
            more = _("and {count} more before").format(count=len(seen) - SHOWN)
            told.append(digits(more))
        self._text.setText("\n".join(told))
        self.setVisible(case.sealed and bool(seen))


def _opened(step: StepView) -> str:
    said = [moment(step.at), step.actor]
    if IN_TABLE in step.facts:
        said.append(_("saved in a table"))
    return " · ".join(said)


def openings(case: CaseView) -> Sequence[StepView]:
    """List who opened the complaint, the last first."""
    return [step for step in reversed(case.steps) if step.kind is StepKind.VIEWED]
