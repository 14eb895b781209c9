"""The sheets by which something of a complaint goes to others: a summary, or a file as it came."""

import secrets

from PySide6.QtWidgets import QWidget

from desktop.acts.releasing import ReleaseFile, Summarise, release_file, summarise
from desktop.rules.reasons import Reason
from desktop.rules.summary import Summary
from desktop.views import CaseView, FileView
from desktop.wording import _
from ui.dialogs.sheet import Sheet, refusals_of
from ui.operations import Operations
from ui.theme import px
from ui.widgets.field import BlockField, LineField
from ui.widgets.sheet import set_lines


class SummarySheet(Sheet):
    """What others are told of a complaint, without who brought it."""

    def __init__(
        self, operations: Operations, case: CaseView, to: str = "", parent: QWidget | None = None
    ) -> None:
        title = _("Summary without the petitioner")
        super().__init__(operations, title, _("Save and show"), summarise, parent)
        self.setMinimumWidth(px(680))
        self._case_id = case.id
        self._key = secrets.token_hex(16)
        self.to = LineField(_("For whom"), required=True)
        self.to.set_text(to)
        self.subject = LineField(_("Subject"), required=True)
        self.subject.set_text(case.matter.subject)
        self.facts = BlockField(
            _("Facts"),
            required=True,
            help_text=_("Names, numbers and addresses of the petitioner are looked for on saving."),
        )
        set_lines(self.facts.block, 12)
        self.facts.set_text(case.matter.facts)
        self.reason = LineField(
            _("Why it has to stand there"),
            help_text=_("Only where it cannot be left out; the reason stays in the journal."),
        )
        self.reason.setVisible(False)
        self.put("to", self.to)
        self.put("subject", self.subject)
        self.put("facts", self.facts)
        self.put("reason", self.reason)

    def command(self) -> Summarise:
        """Return the summary as typed."""
        summary = Summary(self.to.text(), self.subject.text(), self.facts.text())
        return Summarise(self._key, self._case_id, summary, self.reason.text())

    def _refused(self, error: Exception) -> bool:
        if any(one.reason is Reason.IDENTITY_SHOWN for one in refusals_of(error)):
            self.reason.setVisible(True)
        return super()._refused(error)


class ReleaseSheet(Sheet):
    """To whom a file goes as it came, and why."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        file: FileView,
        to: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = _("Give “{name}” to others").format(name=file.name)
        super().__init__(operations, title, _("Give it"), release_file, parent)
        self._case_id, self._file_id = case.id, file.id
        self.to = LineField(_("For whom"), required=True)
        self.to.set_text(to)
        self.reason = BlockField(
            _("Reason"),
            required=True,
            lines=3,
            help_text=_("The file may tell who the petitioner is. A summary does not."),
        )
        self.put("to", self.to)
        self.put("reason", self.reason)

    def command(self) -> ReleaseFile:
        """Return to whom and why."""
        return ReleaseFile(self._case_id, self._file_id, self.to.text(), self.reason.text())
