"""The sheets by which the record of a letter that came is corrected or withdrawn."""

from PySide6.QtWidgets import QWidget

from desktop.acts.revising import (
    CorrectIncoming,
    WithdrawIncoming,
    correct_incoming,
    withdraw_incoming,
)
from desktop.views import CaseView, IncomingView
from desktop.wording import _
from ui.dialogs.letter_scans import ComingSheet
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.field import LineField


class CorrectIncomingSheet(ComingSheet):
    """What a letter that came says in truth."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        incoming: IncomingView,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Correct the record of a letter that came")
        super().__init__(operations, case, title, correct_incoming, parent)
        self._seen = incoming
        for field, text in (
            (self.came_from, incoming.sender),
            (self.number, incoming.number),
            (self.subject, incoming.subject),
            (self.receipt, incoming.receipt_number),
        ):
            field.set_text(text)
        if incoming.dated is not None:
            self.dated.set_day(incoming.dated)
        self.put_letter()
        self.received_at.set_moment(incoming.received_at)
        self.reason = LineField(_("Reason for the correction"), required=True)
        self.put("reason", self.reason)

    def command(self) -> CorrectIncoming | None:
        """Return what the letter says, and why that was not recorded."""
        told = self.letter()
        if told is None:
            return None
        return CorrectIncoming(
            seen=self._seen,
            sender=told.sender,
            subject=told.subject,
            received_at=told.received_at,
            number=told.number,
            dated=told.dated,
            receipt_number=told.receipt_number,
            reason=self.reason.text(),
            confirmed=told.confirmed,
        )


class WithdrawIncomingSheet(Sheet):
    """Why the record of a letter should not be there."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        incoming: IncomingView,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Withdraw the record of a letter that came")
        super().__init__(operations, title, _("Withdraw"), withdraw_incoming, parent)
        del case
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
