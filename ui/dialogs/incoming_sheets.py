"""The sheets by which the record of a letter that came is corrected or withdrawn."""

from PySide6.QtWidgets import QWidget

from desktop.acts.revising import (
    CorrectIncoming,
    WithdrawIncoming,
    correct_incoming,
    withdraw_incoming,
)
from desktop.views import IncomingView
from desktop.wording import _
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.dates import DateField
from ui.widgets.field import LineField


class CorrectIncomingSheet(Sheet):
    """What a letter that came says in truth."""

    def __init__(
        self, operations: Operations, incoming: IncomingView, parent: QWidget | None = None
    ) -> None:
        title = _("Correct the record of a letter that came")
        super().__init__(operations, title, _("Save correction"), correct_incoming, parent)
        self.setMinimumWidth(640)
        self._incoming_id = incoming.id
        self.came_from = LineField(_("From"), required=True)
        self.number = LineField(_("Its number"))
        self.dated = DateField(_("Dated"), self.today)
        self.subject = LineField(_("Subject or summary"), required=True)
        self.receipt = LineField(_("Our receipt number"))
        self.reason = LineField(_("Reason for the correction"), required=True)
        for field, text in (
            (self.came_from, incoming.sender),
            (self.number, incoming.number),
            (self.subject, incoming.subject),
            (self.receipt, incoming.receipt_number),
        ):
            field.set_text(text)
        if incoming.dated is not None:
            self.dated.set_day(incoming.dated)
        self.put("sender", self.came_from)
        self.put_beside(number=self.number, dated=self.dated)
        self.put("subject", self.subject)
        self.received_at = self.put_moment("received_at", _("Received on"))
        self.received_at.set_moment(incoming.received_at)
        self.put("receipt_number", self.receipt)
        self.put("reason", self.reason)

    def command(self) -> CorrectIncoming | None:
        """Return what the letter says."""
        at = self.received_at.moment()
        if not self.dated.check():
            self.dated.show_error()
            return None
        if at is None:
            return None
        return CorrectIncoming(
            incoming_id=self._incoming_id,
            sender=self.came_from.text(),
            subject=self.subject.text(),
            received_at=at,
            number=self.number.text(),
            dated=self.dated.day(),
            receipt_number=self.receipt.text(),
            reason=self.reason.text(),
            confirmed=frozenset(self.confirmed),
        )


class WithdrawIncomingSheet(Sheet):
    """Why the record of a letter should not be there."""

    def __init__(
        self, operations: Operations, incoming: IncomingView, parent: QWidget | None = None
    ) -> None:
        title = _("Withdraw the record of a letter that came")
        super().__init__(operations, title, _("Withdraw"), withdraw_incoming, parent)
        self._incoming_id = incoming.id
        self.reason = LineField(
            _("Reason"),
            required=True,
            help_text=_("The line stays in the book of letters received, with this reason."),
        )
        self.put("reason", self.reason)

    def command(self) -> WithdrawIncoming:
        """Return why."""
        return WithdrawIncoming(self._incoming_id, self.reason.text())
