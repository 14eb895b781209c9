"""Who is reminded when, on the settings page."""

from PySide6.QtCore import Qt

from desktop.rules.escalating import SHIPPED, Ladder
from desktop.rules.people import Permission
from desktop.wording import _
from ui.dialogs.ladder import LadderSheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.plain import Card, button, label


class LadderCard(Card):
    """Says from which part of the time each is told, and lets it be changed."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(_("Reminders"))
        self._operations = operations
        self.ladder = SHIPPED
        self.said = label("", wrap=True)
        self.column.addWidget(self.said)
        hint = _("Where nobody owns a complaint, the supervisor is told in the owner's stead.")
        self.column.addWidget(label(hint, "second", wrap=True))
        may = operations.actor.may
        if may(Permission.ASSIGN) or may(Permission.KEEP_OFFICE):
            change = button(_("Change…"))
            change.clicked.connect(self.change)
            self.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        operations.read(self, lambda desk, actor: desk.reading.ladder(actor), self._show)

    def change(self) -> None:
        """Change who is told when."""
        LadderSheet(self._operations, self.ladder, self).open()

    def _show(self, ladder: Ladder) -> None:
        self.ladder = ladder
        text = _(
            "Owner from {owner} %, supervisor from {supervisor} %, director from {director} %"
            " of the time; in office hours only."
        )
        said = text.format(
            owner=ladder.owner, supervisor=ladder.supervisor, director=ladder.director
        )
        self.said.setText(digits(said))
