"""Interests in a complaint: declare one's own, or lift somebody's."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.declaring import DeclareInterest, LiftInterest, declare_interest, lift_interest
from desktop.wording import _
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField
from ui.widgets.plain import label


class DeclareInterestSheet(Sheet):
    """Say that one is too near to a matter; it disappears from one's screen."""

    def __init__(self, operations: Operations, case_id: int, parent: QWidget | None = None) -> None:
        title = _("Declare an interest")
        super().__init__(operations, title, _("Declare"), declare_interest, parent)
        self._case_id = case_id
        self.body.addWidget(
            label(
                _("You will neither own this complaint nor see it. A supervisor can lift this."),
                "second",
                wrap=True,
            )
        )
        self.reason = BlockField(_("What ties you to the matter"), required=True, lines=2)
        self.put("reason", self.reason)

    def command(self) -> DeclareInterest:
        """Return what was declared."""
        return DeclareInterest(self._case_id, self.reason.text())


class LiftInterestSheet(Sheet):
    """Let somebody see a complaint again."""

    def __init__(
        self,
        operations: Operations,
        case_id: int,
        interested: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            operations, _("Lift an interest"), _("Lift the interest"), lift_interest, parent
        )
        self._case_id = case_id
        self.person = ChoiceField(
            _("Whose"), [Choice(str(person), name, person) for person, name in interested]
        )
        self.reason = BlockField(_("Reason"), required=True, lines=2)
        self.put("person_id", self.person)
        self.put("reason", self.reason)

    def command(self) -> LiftInterest:
        """Return whose interest is lifted, and why."""
        return LiftInterest(self._case_id, self.person.value(), self.reason.text())
