"""Who is told at which part of the time."""

from PySide6.QtWidgets import QWidget

from desktop.acts.keeping_ladder import KeepLadder, keep_ladder
from desktop.rules.escalating import Ladder
from desktop.wording import _
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.field import LineField


class LadderSheet(Sheet):
    """Three percents: owner, supervisor, director."""

    def __init__(
        self, operations: Operations, ladder: Ladder, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Who is reminded when"), _("Save"), keep_ladder, parent)
        self.steps: dict[str, LineField] = {}
        for name, text in (
            ("owner", _("Owner, from percent of the time")),
            ("supervisor", _("Supervisor, from percent of the time")),
            ("director", _("Director, from percent of the time")),
        ):
            field = LineField(text, required=True, width=120)
            field.set_text(digits(str(getattr(ladder, name))))
            self.steps[name] = field
            self.put(name, field)

    def command(self) -> KeepLadder | None:
        """Return the ladder as typed."""
        typed: dict[str, int] = {}
        for name, field in self.steps.items():
            said = field.text().strip()
            if not said.isdecimal():
                field.set_error(digits(_("Type a percent, as in 80.")))
                field.show_error()
                return None
            typed[name] = int(said)
        return KeepLadder(Ladder(**typed))
