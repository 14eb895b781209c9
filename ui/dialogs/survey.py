"""The sheet on which is kept what came of asking a petitioner how satisfied they are."""

from PySide6.QtWidgets import QWidget

from desktop.acts.surveying import RecordSurvey, record_survey
from desktop.rules.satisfaction import Response
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.satisfaction import ASKED_BY, RESPONSE, SCORE
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField


class SurveySheet(Sheet):
    """When and how the petitioner was asked, and what came of it."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        title = _("How satisfied the petitioner is")
        super().__init__(operations, title, _("Save"), record_survey, parent)
        self._case_id = case.id
        answers = [
            Choice(f"score-{score}", digits(_(said)), (Response.SCORED, score))
            for score, said in SCORE.items()
        ]
        answers += [
            Choice(one.value, _(RESPONSE[one]), (one, None))
            for one in (Response.REFUSED, Response.UNREACHABLE)
        ]
        self.response = ChoiceField(
            _("What the petitioner answered"), answers, required=True, empty=_("Choose…")
        )
        ways = [Choice(way.value, _(said), way) for way, said in ASKED_BY.items()]
        self.asked_by = ChoiceField(_("Asked"), ways, required=True)
        self.asked_on = DateField(_("Asked on"), self.today, required=True)
        self.asked_on.set_day(self.today())
        self.note = BlockField(_("What else was said"), lines=3)
        self.tell(_("Who would not answer or could not be reached counts in no average."))
        self.put("response", self.response)
        self.put_beside(asked_by=self.asked_by, asked_on=self.asked_on)
        self.put("note", self.note)

    def command(self) -> RecordSurvey | None:
        """Return what came of asking."""
        if not self.days_read(self.asked_on):
            return None
        response, score = self.response.value() or (None, None)
        return RecordSurvey(
            self._case_id,
            self.asked_on.day(),
            self.asked_by.value(),
            response,
            score,
            self.note.text(),
        )
