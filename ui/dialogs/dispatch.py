"""Record how a letter left."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.acts.corresponding import RecordSent, record_sent
from desktop.rules.letters import Dispatch
from desktop.rules.thai.dates import official_date
from desktop.views import LetterView
from desktop.wording import _
from desktop.wording.names import DISPATCH
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.dates import MomentField
from ui.widgets.field import Choice, ChoiceField, LineField


class DispatchSheet(Sheet):
    """How, when, and the post's own number."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Letter {number} left").format(number=digits(letter.number))
        super().__init__(operations, title, _("Save"), record_sent, parent)
        self._letter_id = letter.id
        self.dispatch = ChoiceField(
            _("How it left"), [Choice(d.value, _(DISPATCH[d]), d) for d in Dispatch]
        )
        self.sent_at = MomentField(_("Left on"), _("Time"), self._today, required=True)
        self.sent_at.set_moment(operations.desk.now())
        self.tracking = LineField(_("Tracking number of the post"))
        self.put("dispatch", self.dispatch)
        self.body.addWidget(self.sent_at)
        self.fields["sent_at"] = self.sent_at.date
        self.put("tracking", self.tracking)

    def _today(self) -> date:
        return official_date(self.operations.desk.now())

    def command(self) -> RecordSent | None:
        """Return how it left."""
        at = self.sent_at.moment()
        if at is None:
            return None
        return RecordSent(self._letter_id, self.dispatch.value(), at, self.tracking.text())
