"""Sheets of orders and of finding out: the director's order, the committee, the child."""

from PySide6.QtWidgets import QWidget

from desktop.acts.investigating import (
    AppointCommittee,
    ExtendInquiry,
    ReportFindings,
    appoint,
    extend_inquiry,
    report_findings,
)
from desktop.acts.ordering import RecordOrder, record_order
from desktop.acts.protecting import ProtectChild, protect_child
from desktop.rules.proceedings import Findings
from desktop.rules.road import Move
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.road import FINDINGS, MOVE
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField


class OrderSheet(Sheet):
    """What was ordered on paper, by whom, on which day."""

    def __init__(
        self, operations: Operations, case_ids: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.ORDER]), _("Save"), record_order, parent)
        self._case_ids = case_ids
        self.text = BlockField(_("Order, word for word"), required=True, lines=4)
        self.giver = LineField(_("Given by"), required=True)
        self.ordered_on = DateField(_("Ordered on"), self.today, required=True)
        self.ordered_on.set_day(self.today())
        self.tell(_("The one who gave it need not sign in. What it orders is done as a step."))
        self.put("text", self.text)
        self.put_beside(giver=self.giver, ordered_on=self.ordered_on)

    def command(self) -> RecordOrder | None:
        """Return the order."""
        if not self.days_read(self.ordered_on):
            return None
        return RecordOrder(
            self._case_ids, self.text.text(), self.giver.text(), self.ordered_on.day()
        )


class AppointSheet(Sheet):
    """The committee, its order, and its day."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.INVESTIGATE]), _("Save"), appoint, parent)
        self._case_id = case.id
        self.number = LineField(_("Order number"), required=True)
        self.ordered_on = DateField(_("Dated"), self.today, required=True)
        self.members = BlockField(_("Committee, one member a line"), required=True, lines=4)
        self.due_on = DateField(_("Report due on"), self.today, required=True)
        self.put_beside(order_number=self.number, ordered_on=self.ordered_on)
        self.put("members", self.members)
        self.put("due_on", self.due_on)

    def command(self) -> AppointCommittee | None:
        """Return the appointment."""
        if not self.days_read(self.ordered_on, self.due_on):
            return None
        return AppointCommittee(
            self._case_id,
            self.number.text(),
            self.ordered_on.day(),
            self.members.text(),
            self.due_on.day(),
        )


class ExtendInquirySheet(Sheet):
    """A later day for the committee."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        title = _("More time for the committee")
        super().__init__(operations, title, _("Save"), extend_inquiry, parent)
        self._case_id = case.id
        self.until = DateField(_("Report due on"), self.today, required=True)
        self.reason = LineField(_("Reason"), required=True)
        self.put("until", self.until)
        self.put("reason", self.reason)

    def command(self) -> ExtendInquiry | None:
        """Return the later day."""
        if not self.days_read(self.until):
            return None
        return ExtendInquiry(self._case_id, self.until.day(), self.reason.text())


class FindingsSheet(Sheet):
    """What the committee found."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        title = _(MOVE[Move.REPORT_FINDINGS])
        super().__init__(operations, title, _("Save"), report_findings, parent)
        self._case_id = case.id
        self.reported_on = DateField(_("Reported on"), self.today, required=True)
        self.reported_on.set_day(self.today())
        self.findings = ChoiceField(
            _("Findings"),
            [Choice(f.value, _(FINDINGS[f]), f) for f in Findings],
            required=True,
            empty=_("Choose…"),
        )
        self.summary = BlockField(_("Summary of the report"), required=True, lines=5)
        self.put("reported_on", self.reported_on)
        self.put("findings", self.findings)
        self.put("summary", self.summary)

    def command(self) -> ReportFindings | None:
        """Return the report."""
        if not self.days_read(self.reported_on):
            return None
        return ReportFindings(
            self._case_id, self.reported_on.day(), self.findings.value(), self.summary.text()
        )


class ProtectSheet(Sheet):
    """Who took over the matter of a child in danger, and when."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        title = _(MOVE[Move.PROTECT_CHILD])
        super().__init__(operations, title, _("Save"), protect_child, parent)
        self._case_id = case.id
        self.receiver = LineField(
            _("Taken over by"), required=True, help_text=_("Agency and person, with their phone.")
        )
        self.note = BlockField(
            _("Note"), lines=2, help_text=_("Why, where it was not the day of receipt.")
        )
        self.put("receiver", self.receiver)
        self.taken_at = self.put_moment("taken_at", _("Taken over on"))
        self.put("note", self.note)

    def command(self) -> ProtectChild | None:
        """Return who took over."""
        at = self.taken_at.moment()
        if at is None:
            return None
        return ProtectChild(self._case_id, self.receiver.text(), at, self.note.text())
