"""Sheets of the ways in which a matter ends here: turned away, returned, withdrawn, proposed."""

from PySide6.QtWidgets import QWidget

from desktop.acts.closing import CLOSING
from desktop.acts.declining import NotAccept, not_accept
from desktop.acts.proposing_closing import ProposeClosing, propose_closing
from desktop.acts.returning import ReturnCase, hand_back
from desktop.acts.withdrawing import Withdraw, withdraw
from desktop.rules.complaint import is_anonymous
from desktop.rules.grounds import NonAcceptance, UnsignedTest
from desktop.rules.letters import LetterKind
from desktop.rules.road import ROAD, Move
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.names import OUTCOME
from desktop.wording.road import MOVE, NON_ACCEPTANCE, UNSIGNED_TEST, clock_effects
from ui.dialogs.road.sent_letter import take_over
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField
from ui.widgets.plain import label


class NotAcceptSheet(Sheet):
    """On which ground a matter is not taken up."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.NOT_ACCEPT]), _("Save"), not_accept, parent)
        self._case_id = case.id
        unsigned = is_anonymous(case.petitioners)
        grounds = [g for g in NonAcceptance if unsigned or g is not NonAcceptance.UNSIGNED]
        self.ground = ChoiceField(
            _("Ground of non-acceptance"),
            [Choice(g.value, _(NON_ACCEPTANCE[g]), g) for g in grounds],
            required=True,
            empty=_("Choose…"),
        )
        self.tests = {test: CheckField(_(UNSIGNED_TEST[test])) for test in UnsignedTest}
        self.reason = BlockField(_("Reason"), required=True, lines=4)
        self.tell(_("The order must be on record, unless the director does this himself."))
        self.put("ground", self.ground)
        self._asked = label(_("Which tests fail"), "label")
        self.body.addWidget(self._asked)
        for box in self.tests.values():
            self.body.addWidget(box)
        self.fields["failed"] = next(iter(self.tests.values()))
        self.put("reason", self.reason)
        self.ground.edited.connect(self._ground_changed)
        self._ground_changed("")

    def _ground_changed(self, text: str) -> None:
        del text
        shown = self.ground.value() is NonAcceptance.UNSIGNED
        for part in (self._asked, *self.tests.values()):
            part.setVisible(shown)

    def command(self) -> NotAccept:
        """Return ground and reason."""
        failed = frozenset(test for test, box in self.tests.items() if box.checked())
        return NotAccept(self._case_id, self.ground.value(), self.reason.text(), failed)


class ReturnSheet(Sheet):
    """To whom a misdelivered paper goes back."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _(MOVE[Move.RETURN]), _("Save"), hand_back, parent)
        self._case_id = case.id
        self.agency = LineField(_("Returned to"), required=True)
        self.number = LineField(_("Number of our letter"), required=True)
        self.dated = DateField(_("Dated"), self.today, required=True)
        take_over(case, frozenset({LetterKind.REFERRAL}), self.agency, self.number, self.dated)
        self.reason = BlockField(_("Reason"), required=True, lines=3)
        self.tell(
            _("There was no case of ours; the number stays in the register."),
            *clock_effects(ROAD[Move.RETURN]),
        )
        self.put("agency", self.agency)
        self.put_beside(letter_number=self.number, letter_date=self.dated)
        self.put("reason", self.reason)

    def command(self) -> ReturnCase | None:
        """Return the return."""
        if not self.days_read(self.dated):
            return None
        return ReturnCase(
            self._case_id,
            self.reason.text(),
            self.agency.text(),
            self.number.text(),
            self.dated.day(),
        )


class WithdrawSheet(Sheet):
    """Why the petitioner withdrew, and by which paper."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        parent: QWidget | None = None,
        *,
        late: bool = False,
    ) -> None:
        super().__init__(operations, _(MOVE[Move.WITHDRAW]), _("Save"), withdraw, parent)
        self._case_id = case.id
        goes_on = case.category.corruption or case.category.against_officials
        self.reason = BlockField(_("Reason"), required=True, lines=3)
        self.paper = LineField(
            _("Paper of withdrawal"), required=True, help_text=_("From whom, of which day.")
        )
        self.late_reason = BlockField(_("Why it is late"), required=True, lines=2)
        if goes_on:
            self.tell(_("The case is about misconduct: the withdrawal is noted, the case goes on."))
        else:
            self.tell(*clock_effects(ROAD[Move.WITHDRAW]))
        self.put("reason", self.reason)
        self.put("paper", self.paper)
        self.put("late_reason", self.late_reason)
        self.late_reason.setVisible(late and not goes_on)

    def command(self) -> Withdraw:
        """Return the withdrawal."""
        return Withdraw(
            self._case_id, self.reason.text(), self.paper.text(), self.late_reason.text()
        )


class ProposeClosingSheet(Sheet):
    """How a case is to end, for whoever closes it."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            operations, _(MOVE[Move.PROPOSE_CLOSING]), _("Save"), propose_closing, parent
        )
        self._case_id = case.id
        outcomes = [Choice(o.value, _(OUTCOME[o]), o) for o in CLOSING]
        self.outcome = ChoiceField(_("Outcome"), outcomes, required=True, empty=_("Choose…"))
        self.evidence = BlockField(
            _("Evidence"),
            required=True,
            lines=3,
            help_text=_("What shows the outcome, or why there is nothing to show."),
        )
        self.tell(_("The due date runs on until the complaint is closed."))
        self.put("outcome", self.outcome)
        self.put("evidence", self.evidence)

    def command(self) -> ProposeClosing:
        """Return the proposal."""
        return ProposeClosing(self._case_id, self.outcome.value(), self.evidence.text())
