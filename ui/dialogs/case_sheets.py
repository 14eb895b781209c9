"""The sheets of a case: note, answer, refer, close, acknowledge by word of mouth."""

from PySide6.QtWidgets import QWidget

from desktop.acts.acknowledging import AcknowledgeOrally, acknowledge_orally
from desktop.acts.answering import Answer, answer
from desktop.acts.classifying import Classify, classify
from desktop.acts.closing import CLOSING, CloseCase, close
from desktop.acts.noting import NoteStep, note
from desktop.acts.referring import Refer, refer
from desktop.rules.complaint import ContactWay, Secrecy
from desktop.rules.letters import LetterKind
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.names import CONTACT_WAY, OUTCOME, SECRECY
from ui.dialogs.road.sent_letter import take_over
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField


class NoteSheet(Sheet):
    """Note a step."""

    def __init__(self, operations: Operations, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(operations, _("Note a step"), _("Save"), note, parent)
        self._case_id = case_id
        self.text = BlockField(_("What was done"), required=True, lines=5)
        self.put("text", self.text)

    def command(self) -> NoteStep:
        """Return what was noted."""
        return NoteStep(self._case_id, self.text.text())


class AnswerSheet(Sheet):
    """Record that the petitioner was answered."""

    def __init__(self, operations: Operations, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(operations, _("Answer the petitioner"), _("Save"), answer, parent)
        self._case_id = case_id
        ways = [w for w in ContactWay if w is not ContactWay.NONE]
        self.way = ChoiceField(_("How"), [Choice(w.value, _(CONTACT_WAY[w]), w) for w in ways])
        self.text = BlockField(_("What the petitioner was told"), required=True, lines=5)
        self.put("way", self.way)
        self.told_at = self.put_moment("told_at", _("Told on"))
        self.put("text", self.text)

    def command(self) -> Answer | None:
        """Return what was told."""
        at = self.told_at.moment()
        if at is None:
            return None
        return Answer(self._case_id, self.way.value(), at, self.text.text())


class OralSheet(Sheet):
    """Record that the number was told by word of mouth."""

    def __init__(self, operations: Operations, case_id: int, parent: QWidget | None = None) -> None:
        title = _("Acknowledge by word of mouth")
        super().__init__(operations, title, _("Save"), acknowledge_orally, parent)
        self._case_id = case_id
        self.told_at = self.put_moment("told_at", _("Told on"))

    def command(self) -> AcknowledgeOrally | None:
        """Return when it was told."""
        at = self.told_at.moment()
        return None if at is None else AcknowledgeOrally(self._case_id, at)


class ClassifySheet(Sheet):
    """Set or lift the secrecy class, as ordered."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Secrecy class"), _("Save"), classify, parent)
        self._case_id = case.id
        kept = (Secrecy.SECRET, Secrecy.NONE)
        choices = [Choice(s.value, _(SECRECY[s]), s) for s in kept if s is not case.secrecy]
        self.secrecy = ChoiceField(_("Secrecy class"), choices)
        self.ordered_by = LineField(
            _("Ordered by"), required=True, help_text=_("Who set the class, and by which paper.")
        )
        self.reason = BlockField(_("Reason"), required=True, lines=3)
        self.put("secrecy", self.secrecy)
        self.put("ordered_by", self.ordered_by)
        self.put("reason", self.reason)

    def command(self) -> Classify:
        """Return the class and whose order it is."""
        return Classify(
            self._case_id, self.secrecy.value(), self.ordered_by.text(), self.reason.text()
        )


class ReferSheet(Sheet):
    """Refer to the agency in charge."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Refer to another agency"), _("Refer"), refer, parent)
        self._case_id = case.id
        self.agency = LineField(_("Agency in charge"), required=True)
        self.number = LineField(_("Number of our letter"), required=True)
        self.dated = DateField(_("Dated"), self.today, required=True)
        self.due_on = DateField(
            _("Answer asked for by"),
            self.today,
            help_text=_("Leave empty where no answer is asked for."),
        )
        sent = frozenset({LetterKind.REFERRAL})
        take_over(case, sent, self.agency, self.number, self.dated)
        self.put("agency", self.agency)
        self.put_beside(letter_number=self.number, letter_date=self.dated)
        self.put("due_on", self.due_on)

    def command(self) -> Refer | None:
        """Return the referral."""
        if not self.days_read(self.dated, self.due_on):
            return None
        return Refer(
            self._case_id,
            self.agency.text(),
            self.number.text(),
            self.dated.day(),
            self.due_on.day(),
        )


class CloseSheet(Sheet):
    """Close a complaint."""

    def __init__(
        self,
        operations: Operations,
        case_id: int,
        *,
        late: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _("Close the complaint"), _("Close complaint"), close, parent)
        self._case_id = case_id
        outcomes = [Choice(o.value, _(OUTCOME[o]), o) for o in CLOSING]
        self.outcome = ChoiceField(_("Outcome"), outcomes, required=True, empty=_("Choose…"))
        self.evidence = BlockField(
            _("Evidence"),
            required=True,
            lines=3,
            help_text=_("What shows the outcome, or why there is nothing to show."),
        )
        self.late_reason = BlockField(_("Why it is late"), required=late, lines=2)
        self.put("outcome", self.outcome)
        self.put("evidence", self.evidence)
        self.put("late_reason", self.late_reason)
        self.late_reason.setVisible(late)

    def command(self) -> CloseCase:
        """Return how it ended."""
        return CloseCase(
            self._case_id,
            self.outcome.value(),
            self.evidence.text(),
            self.late_reason.text(),
        )
