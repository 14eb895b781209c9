"""Sheets of time: wait, go on, extend, promise the next word."""

from PySide6.QtWidgets import QWidget

from desktop.acts.extending import Extend, RemoveExtension, extend, remove_extension
from desktop.acts.promising_contact import PromiseContact, promise_contact
from desktop.acts.waiting import BeginWait, EndWait, begin_wait, end_wait
from desktop.rules.clocks import ClockKind
from desktop.rules.letters import LetterKind
from desktop.rules.proceedings import WaitFor
from desktop.rules.road import ROAD, Demand, Move
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.names import CLOCK
from desktop.wording.road import MOVE, clock_effects
from ui.dialogs.road.plain import ReasonSheet
from ui.dialogs.road.sent_letter import take_over
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField


class WaitSheet(Sheet):
    """For whom the office waits, why, and until when."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        whom: WaitFor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _(MOVE[whom.move]), _("Save"), begin_wait, parent)
        self._case_id, self._whom = case.id, whom
        way = ROAD[whom.move]
        said = clock_effects(way) or (_("No clock stands still: this is our own time."),)
        self.tell(*said)
        self._asks = Demand.REFERRAL in way.demands
        self.agency = LineField(_("Agency"), required=True)
        self.number = LineField(_("Number of our letter"), required=True)
        self.dated = DateField(_("Dated"), self.today, required=True)
        if self._asks:
            asking = frozenset({LetterKind.EXPLANATION, LetterKind.REFERRAL})
            take_over(case, asking, self.agency, self.number, self.dated)
            self.put("agency", self.agency)
            self.put_beside(letter_number=self.number, letter_date=self.dated)
        self.reason = BlockField(_("What is waited for"), required=True, lines=3)
        self.put("reason", self.reason)
        self.since = self.put_moment("since", _("Since"))
        self.fields["at"] = self.since.date
        self.expected = DateField(
            _("Expected by"), self.today, required=Demand.EXPECTED in way.demands
        )
        self.put("expected_on", self.expected)
        self.fields["due_on"] = self.expected

    def command(self) -> BeginWait | None:
        """Return the wait."""
        since = self.since.moment()
        if since is None or not self.days_read(self.expected, self.dated):
            return None
        asked = (
            (self.agency.text(), self.number.text(), self.dated.day())
            if self._asks
            else ("", "", None)
        )
        return BeginWait(
            self._case_id, self._whom, self.reason.text(), since, self.expected.day(), *asked
        )


class ResumeSheet(Sheet):
    """When what was waited for came."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.RESUME]), _("Save"), end_wait, parent)
        self._case_id = case.id
        self.tell(_("Due days that stood still move by the days of the wait."))
        self.ended_at = self.put_moment("ended_at", _("Came on"))
        self.note = BlockField(_("Note"), lines=2)
        self.put("note", self.note)

    def command(self) -> EndWait | None:
        """Return when it came."""
        at = self.ended_at.moment()
        return None if at is None else EndWait(self._case_id, at, self.note.text())


class ExtendSheet(Sheet):
    """Which clock gets more time, until when, and who approved it."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.EXTEND]), _("Save"), extend, parent)
        self._case_id = case.id
        running = [
            clock.kind
            for clock in case.clocks
            if clock.cycle == case.cycle
            and clock.stopped_at is None
            and clock.due_at is not None
            and clock.kind is not ClockKind.ACKNOWLEDGE
        ]
        self.kind = ChoiceField(_("Clock"), [Choice(k.value, _(CLOCK[k]), k) for k in running])
        if ClockKind.RESOLVE in running:
            self.kind.set_text(ClockKind.RESOLVE.value)
        self.until = DateField(_("New due day"), self.today, required=True)
        self.reason = LineField(_("Reason"), required=True)
        self.approver = LineField(_("Approved by"), required=True)
        self.letter = LineField(
            _("Letter of approval"),
            help_text=_("The day of the sending agency moves only by its own letter."),
        )
        self.tell(_("The first due day stays visible."))
        self.put("kind", self.kind)
        self.put("until", self.until)
        self.put("reason", self.reason)
        self.put("approver", self.approver)
        self.put("letter", self.letter)

    def command(self) -> Extend | None:
        """Return the extension."""
        if not self.days_read(self.until):
            return None
        return Extend(
            self._case_id,
            self.kind.value() or ClockKind.RESOLVE,
            self.until.day(),
            self.reason.text(),
            self.approver.text(),
            self.letter.text(),
        )


def taking_back(
    operations: Operations, case: CaseView, position: int, parent: QWidget
) -> ReasonSheet:
    """Ask why an extension no longer holds."""
    return ReasonSheet(
        operations,
        _("Take the extension back"),
        remove_extension,
        lambda why: RemoveExtension(case.id, position, why),
        parent,
    )


class ContactSheet(Sheet):
    """By when the petitioner hears from us."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Promise the next word"), _("Save"), promise_contact, parent)
        self._case_id = case.id
        self.contact_on = DateField(_("The petitioner hears from us by"), self.today, required=True)
        self.contact_on.set_day(case.contact_on)
        self.note = LineField(_("About what"))
        self.put("contact_on", self.contact_on)
        self.put("note", self.note)

    def command(self) -> PromiseContact | None:
        """Return the promise."""
        if not self.days_read(self.contact_on):
            return None
        return PromiseContact(self._case_id, self.contact_on.day(), self.note.text())
