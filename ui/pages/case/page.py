"""The case page: what it is, what happened, what is due, and what can be done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.changes import Changes
from desktop.errors import Refused
from desktop.paper_orders import SlipOrder
from desktop.ports import Desk
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ChannelKind, Secrecy, Status, is_anonymous
from desktop.rules.people import Actor, Permission
from desktop.rules.road import Move, allowed
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, OfficeView, PersonRow
from desktop.wording import _
from desktop.wording.names import STATUS
from ui.dialogs.case_sheets import (
    AnswerSheet,
    ClassifySheet,
    NoteSheet,
    OralSheet,
)
from ui.dialogs.correct import CorrectSheet
from ui.dialogs.interest import DeclareInterestSheet, LiftInterestSheet
from ui.dialogs.letter import LetterDialog
from ui.dialogs.paper import print_paper
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.case.clocks import ClocksCard
from ui.pages.case.facts import FactsCard, head_line
from ui.pages.case.files import FilesCard
from ui.pages.case.letters import LettersCard
from ui.pages.case.papers import CasePapers
from ui.pages.case.proceedings import ProceedingsCard
from ui.pages.case.road import OffersBar, RoadButton
from ui.pages.case.steps import happenings
from ui.pages.case.views import Opening, ViewsCard
from ui.pages.register_table.columns import status_tone
from ui.taking_back import tell_assigned
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.fitting import tab_as_shown
from ui.widgets.flow import flowing
from ui.widgets.plain import Card, Chip, button, label, scrolling
from ui.widgets.taking import TakesFiles
from ui.widgets.timeline import Timeline

_Answer = tuple[CaseView, Sequence[PersonRow], OfficeView]
_SHOWN = Changes.COMPLAINTS | Changes.LETTERS | Changes.FILES | Changes.CALENDAR


class CasePage(QWidget):
    """One complaint whole.

    Signals:
        back_wanted: Somebody wants to go back to the list.
        case_wanted: Somebody wants to see another complaint. arg: its identity.
    """

    back_wanted = Signal()
    case_wanted = Signal(int)

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._operations, self._office = operations, office
        self._case_id: int | None = None
        self._then: str | int = ""
        self.case: CaseView | None = None
        self._people: Sequence[PersonRow] = ()
        self.notices = Notices()
        self.timeline = Timeline()
        self.clocks = ClocksCard()
        self.letters = LettersCard(operations, self.notices, self._refused)
        self.files = FilesCard(operations, self.notices, self._refused, self)
        self.facts = FactsCard()
        self.views = ViewsCard()
        self._opening = Opening(operations, self)
        self.papers = CasePapers(operations, self, self._refused)
        self.road = RoadButton(operations, self)
        self.offers = OffersBar()
        self.proceedings = ProceedingsCard(operations, office)
        self._make_actions()
        self._lay_out()
        self.facts.classify_button.clicked.connect(self._classify)
        self.letters.file_wanted.connect(self.files.open)
        self.facts.declare_button.clicked.connect(self._declare)
        self.facts.lift_button.clicked.connect(self._lift)
        self.clocks.print_wanted.connect(self._explain)
        self.road.moved.connect(self._offer)
        self.road.assigned.connect(
            partial(tell_assigned, operations, self.notices, undone=self.offers.clear)
        )
        self.offers.wanted.connect(self.letters.deeds.issue)
        self.proceedings.case_wanted.connect(self.case_wanted)
        TakesFiles(self, self.files.drop)
        operations.changed.connect(self._changed)

    def show_case(self, case_id: int, then: str | int = "") -> None:
        """Show a complaint; `then` is what is wanted of it once it is there, or which file."""
        if case_id != self._case_id:
            # What was offered of the complaint before is not done from this one's page.
            self.offers.clear()
            self.letters.folder.withdraw_offer()
        self._opening.begin()
        self._case_id = case_id
        self._then = then
        self.refresh()

    def take_cursor(self) -> None:
        """Let Tab begin at the top of the page."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """Tell which complaint is looked at."""
        return str(self._case_id) if self.isVisible() and self._case_id is not None else ""

    def return_to(self, place: str) -> None:
        """Show a complaint again."""
        self.show_case(int(place))

    def attach_scans(self) -> None:
        """Attach the new scans to the complaint on screen."""
        if self.files.scans.isVisible():
            self.files.scans.take()

    def scan(self) -> None:
        """Scan into the complaint on screen."""
        if self.files.drop.isVisible():
            self.files.drop.scan.click()

    def end(self) -> None:
        """Keep a letter that is being written."""
        self.letters.folder.leave()

    def refresh(self) -> None:
        """Read the complaint again."""
        case_id = self._case_id
        if case_id is None:
            return

        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> _Answer:
            # The office as it is now, so that a letter is previewed as it will be issued.
            reading = desk.reading
            return reading.case(actor, case_id), reading.people(actor), reading.office(today)

        self._operations.read(self, question, self._show, partial(self._not_shown, case_id))

    def _make_actions(self) -> None:
        self.note_button = button(_("Note a step…"), keys="Ctrl+N")
        self.answer_button = button(_("Answer petitioner…"), keys="Ctrl+T")
        self.oral_button = button(_("Told by word of mouth…"))
        self.assign_button = button(_("Assign…"), keys="Ctrl+M")
        self.refer_button = button(_("Refer…"), keys="Ctrl+R")
        self.close_button = button(_("Close complaint…"), keys="Ctrl+E")
        self.correct_button = button(_("Correct…"), keys="Ctrl+D")
        self.slip_button = button(_("Receipt slip"), keys="Ctrl+B")
        self.letter_button = button(_("Issue letter…"), "primary", "Ctrl+G")
        for part, do, keys in (
            (self.note_button, self._note, "Ctrl+N"),
            (self.answer_button, self._answer, "Ctrl+T"),
            (self.oral_button, self._oral, ""),
            (self.assign_button, self._assign, "Ctrl+M"),
            (self.refer_button, self._refer, "Ctrl+R"),
            (self.close_button, self._close, "Ctrl+E"),
            (self.correct_button, self._correct, "Ctrl+D"),
            (self.slip_button, self.show_slip, "Ctrl+B"),
            (self.letter_button, self.issue_letter, "Ctrl+G"),
        ):
            part.clicked.connect(do)
            part.setEnabled(False)
            if keys:
                part.setShortcut(keys)

    def _lay_out(self) -> None:
        self.number = label("", "title", selectable=True)
        self.status = Chip()
        self.veil = Chip(_("Restricted"), Tone.QUIET)
        self.danger = Chip(_("Child in danger"), Tone.LATE)
        self.hidden = Chip(_("Hidden"), Tone.QUIET)
        self.subject = label("", "heading", wrap=True, selectable=True)
        self.line = label("", "second", wrap=True)
        self.back = button(_("‹ Back"), "link", "Alt+←")
        self.back.clicked.connect(self.back_wanted)
        head = self._head = Card()
        top = QHBoxLayout()
        for part in (
            self.back,
            self.number,
            self.status,
            self.veil,
            self.danger,
            self.hidden,
        ):
            top.addWidget(part)
        deeds = flowing(
            self.slip_button,
            self.papers.button,
            self.correct_button,
            self.note_button,
            self.letter_button,
            self.road,
        )
        top.addWidget(deeds, 1)
        head.column.addLayout(top)
        head.column.addWidget(self.subject)
        low = QHBoxLayout()
        low.addWidget(self.line, 1)
        moves = flowing(
            self.oral_button,
            self.assign_button,
            self.refer_button,
            self.answer_button,
            self.close_button,
        )
        low.addWidget(moves, 1)
        head.column.addLayout(low)
        events = Card(_("Timeline"))
        events.column.addWidget(self.timeline)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.proceedings)
        left.addWidget(events)
        left.addWidget(self.facts)
        left.addWidget(self.views)
        left.addStretch()
        for card in (self.clocks, self.letters, self.files):
            right.addWidget(card)
        right.addStretch()
        ground = QWidget()
        columns = QHBoxLayout(ground)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        columns.addLayout(left, 11)
        columns.addLayout(right, 9)
        scroll = self._body = scrolling(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 16)
        whole.setSpacing(12)
        whole.addWidget(self.notices)
        whole.addWidget(self.files.scans)
        whole.addWidget(self.offers)
        whole.addWidget(head)
        whole.addWidget(scroll, 1)
        # Nothing can be done of a complaint that is still being read.
        scroll.setVisible(False)

    def _show(self, answer: _Answer) -> None:
        case, people, office = answer
        if case.id != self._case_id:
            return
        if self._opening.must_be_kept(case):
            self._opening.keep(case, self.refresh, partial(self._not_shown, case.id))
            return
        self._people, self._office = people, office
        self.case = case
        self._head.setVisible(True)
        self._body.setVisible(True)
        now = self._operations.desk.now()
        self.number.setText(digits(str(case.number)))
        self.status.say(_(STATUS[case.status]), status_tone(case.status))
        secret = case.secrecy is not Secrecy.NONE
        self.veil.say(
            _("Secret") if secret else _("Restricted"), Tone.LATE if secret else Tone.QUIET
        )
        self.veil.setVisible(case.restricted or secret)
        self.danger.setVisible(case.child_danger)
        self.hidden.setVisible(case.hidden_at is not None)
        self.subject.setText(case.matter.subject)
        self.line.setText(head_line(case))
        names = {person.id: person.name for person in self._people}
        self.timeline.show_happenings(happenings(case, names))
        self.views.show_case(case)
        self.clocks.show_clocks(case, now, office.calendar)
        self.letters.show_case(case, office, people)
        self.files.show_case(case)
        self.facts.show_case(case, names)
        may = self._operations.actor.may
        self.facts.classify_button.setVisible(may(Permission.CLASSIFY))
        self.facts.lift_button.setVisible(
            bool(case.proceedings.interests) and may(Permission.ASSIGN)
        )
        self.road.show_case(case, people)
        self.proceedings.show_case(case, office)
        self.papers.show_case(case, office)
        self._enable(case)
        tab_as_shown(self)
        wanted, self._then = self._then, ""
        if isinstance(wanted, int):
            self.files.look_at(wanted)
        elif wanted:
            {"show_slip": self.show_slip, "issue_letter": self.issue_letter}[wanted]()

    def _enable(self, case: CaseView) -> None:
        """Show what may be done now; what may not says why."""
        may = self._operations.actor.may
        ended = _("The complaint is “{status}”.").format(status=_(STATUS[case.status]))
        role = _("Your role does not allow this.")

        def set_up(part: QPushButton, permission: Permission, *, open_now: bool = True) -> None:
            allowed_now = may(permission) and open_now
            part.setEnabled(allowed_now)
            part.setToolTip("" if allowed_now else (ended if may(permission) else role))

        self.slip_button.setEnabled(True)
        self.oral_button.setEnabled(True)
        set_up(self.note_button, Permission.WORK)
        set_up(self.correct_button, Permission.CORRECT)
        set_up(self.assign_button, Permission.ASSIGN, open_now=allowed(Move.ASSIGN, case.status))
        set_up(self.refer_button, Permission.REFER, open_now=allowed(Move.REFER, case.status))
        set_up(self.close_button, Permission.CLOSE, open_now=allowed(Move.CLOSE, case.status))
        anonymous = is_anonymous(case.petitioners)
        answerable = not anonymous and case.status is not Status.INFORMED
        set_up(self.answer_button, Permission.WORK, open_now=answerable)
        set_up(self.letter_button, Permission.ISSUE_LETTER)
        waits = any(
            clock.kind is ClockKind.ACKNOWLEDGE and clock.stopped_at is None
            for clock in case.clocks
        )
        spoken = case.channel.kind in (ChannelKind.PHONE, ChannelKind.WALK_IN)
        self.oral_button.setVisible(waits and spoken and may(Permission.REGISTER))

    def _not_shown(self, case_id: int, error: Exception) -> bool:
        if isinstance(error, Refused) and case_id == self._case_id:
            # What may not be seen does not stay on screen, nor does the complaint before it.
            self.case = None
            self._head.setVisible(False)
            self._body.setVisible(False)
        return self._refused(error)

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _open(self, sheet: QDialog) -> None:
        sheet.open()

    def _note(self) -> None:
        self._open(NoteSheet(self._operations, self._id(), self))

    def _answer(self) -> None:
        self._open(AnswerSheet(self._operations, self._id(), self))

    def _oral(self) -> None:
        self._open(OralSheet(self._operations, self._id(), self))

    def _refer(self) -> None:
        self.road.ask(Move.REFER)

    def _assign(self) -> None:
        self.road.ask(Move.ASSIGN)

    def _close(self) -> None:
        self.road.ask(Move.CLOSE)

    def _offer(self, move: Move) -> None:
        assert self.case is not None
        self.offers.offer(move, self.case)

    def _classify(self) -> None:
        assert self.case is not None
        self._open(ClassifySheet(self._operations, self.case, self))

    def _declare(self) -> None:
        sheet = DeclareInterestSheet(self._operations, self._id(), self)
        # What one may no longer see does not stay on screen.
        sheet.done_with.connect(self._leave)
        self._open(sheet)

    def _leave(self) -> None:
        self._case_id = None
        self.back_wanted.emit()

    def _lift(self) -> None:
        assert self.case is not None
        names = {person.id: person.name for person in self._people}
        near = [(one.person_id, names[one.person_id]) for one in self.case.proceedings.interests]
        self._open(LiftInterestSheet(self._operations, self._id(), near, self))

    def _correct(self) -> None:
        assert self.case is not None
        self._open(CorrectSheet(self._operations, self.case, self))

    def issue_letter(self) -> LetterDialog:
        """Begin a letter."""
        return self.letters.deeds.issue()

    def _explain(self, clock: Clock) -> None:
        assert self.case is not None
        self.papers.explain(clock, self.case, self._office)

    def show_slip(self) -> None:
        """Show the receipt slip."""
        case, office = self.case, self._office
        assert case is not None
        title = _("Receipt slip {number}").format(number=digits(str(case.number)))
        print_paper(
            self._operations, self, title, lambda *_: SlipOrder(case), office, self._refused
        )

    def _id(self) -> int:
        # An act goes to the complaint on screen, not to one that is still being read.
        assert self.case is not None
        return self.case.id

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & _SHOWN and self.isVisible():
            self.refresh()
