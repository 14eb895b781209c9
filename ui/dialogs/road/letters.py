"""Sheets of letters that came, and of what other agencies owe us."""

from PySide6.QtWidgets import QWidget

from desktop.acts.following_up import RecordAnswer, Remind, record_answer, remind
from desktop.acts.receiving import ReplyToLetter, reply_to_letter
from desktop.acts.reopening import Appeal, appeal
from desktop.rules.proceedings import Referral
from desktop.rules.road import ROAD, Move
from desktop.views import CaseView, IncomingView
from desktop.wording import _
from desktop.wording.road import MOVE, clock_effects
from ui.dialogs.letter_scans import ComingSheet
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits, petitioner_name
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField


class AppealSheet(ComingSheet):
    """The letter that asks for a review of the result."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, case, _(MOVE[Move.APPEAL]), appeal, parent)
        self.came_from.set_text(petitioner_name(case.petitioners[0]) if case.petitioners else "")
        self.reason = BlockField(_("Why the result is contested"), required=True, lines=3)
        self.tell(
            _("A new cycle begins when the letter came; the earlier result stays on record."),
            *clock_effects(ROAD[Move.APPEAL]),
        )
        self.put_letter()
        self.put("reason", self.reason)
        self.put_files()

    def command(self) -> Appeal | None:
        """Return the request."""
        letter = self.letter()
        return None if letter is None else Appeal(letter, self.reason.text())


class ReplySheet(Sheet):
    """When and how a letter that came was answered."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        letter: IncomingView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _("Letter answered"), _("Save"), reply_to_letter, parent)
        self._case_id, self._incoming_id = case.id, letter.id
        self.tell(f"{letter.sender} · {letter.subject}")
        self.replied_at = self.put_moment("replied_at", _("Answered on"))
        self.note = LineField(
            _("How it was answered"), required=True, help_text=_("The number of our letter, say.")
        )
        self.put("note", self.note)

    def command(self) -> ReplyToLetter | None:
        """Return the answer."""
        at = self.replied_at.moment()
        if at is None:
            return None
        return ReplyToLetter(self._case_id, self._incoming_id, at, self.note.text())


class RemindSheet(Sheet):
    """When an agency was reminded, and by which letter."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        position: int,
        parent: QWidget | None = None,
    ) -> None:
        referral = case.proceedings.referrals[position]
        title = digits(_("Reminder no. {round}").format(round=len(referral.reminders) + 1))
        super().__init__(operations, title, _("Save"), remind, parent)
        self._case_id, self._position = case.id, position
        self.tell(_agency(referral))
        self.reminded_on = DateField(_("Reminded on"), self.today, required=True)
        self.reminded_on.set_day(self.today())
        self.number = LineField(_("Number of our letter"))
        self.put("reminded_on", self.reminded_on)
        self.put("letter_number", self.number)

    def command(self) -> Remind | None:
        """Return the reminder."""
        if not self.days_read(self.reminded_on):
            return None
        return Remind(self._case_id, self._position, self.reminded_on.day(), self.number.text())


class ReferralAnswerSheet(Sheet):
    """What an agency answered, and when."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        position: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _("Answer of an agency"), _("Save"), record_answer, parent)
        self._case_id, self._position = case.id, position
        self.tell(_agency(case.proceedings.referrals[position]))
        self.answered_at = self.put_moment("answered_at", _("Answered on"))
        self.answer = BlockField(_("What it answered"), required=True, lines=4)
        self.put("answer", self.answer)

    def command(self) -> RecordAnswer | None:
        """Return the answer."""
        at = self.answered_at.moment()
        if at is None:
            return None
        return RecordAnswer(self._case_id, self._position, at, self.answer.text())


def _agency(referral: Referral) -> str:
    return f"{referral.agency} · {digits(referral.letter_number)}"
