"""The page on which complaints are taken: typed, kept as drafts, saved, and their number shown."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.acts.acknowledging import Acknowledged, AcknowledgeOrally, acknowledge_orally
from desktop.acts.registering import Registered
from desktop.changes import Changes
from desktop.errors import Refused, Unavailable
from desktop.ports import Desk, Draft
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from desktop.rules.reasons import WARNINGS
from desktop.rules.thai.dates import clock_time, local, official_date
from desktop.views import Known, Lists, OfficeView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.notices import Notice, Notices
from ui.operations import Operations
from ui.pages.intake.answers import read_answers, title_of
from ui.pages.intake.done import DoneView
from ui.pages.intake.draft import DraftKeeper
from ui.pages.intake.forecast import forecast
from ui.pages.intake.form import CALLER, PHONE, EntryForm
from ui.pages.intake.parking import ParkedBar
from ui.pages.intake.saving import Saving
from ui.pages.intake.side import WIDTH
from ui.pages.intake.telling import why_priority
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.keyed import KeyedButton
from ui.widgets.plain import Card, label

PAUSE = 200
"""Milliseconds of quiet after which the cards beside the form are made anew."""
_NAMES = ("petitioners.0.first", "petitioners.0.last")


class IntakePage(QWidget):
    """Takes complaints.

    Signals:
        case_wanted: A complaint is to be seen whole. arg: its id.
        slip_wanted: A complaint's receipt slip is wanted. arg: its id.
        letter_wanted: A complaint's acknowledgement is wanted. arg: its id.
    """

    case_wanted = Signal(int)
    slip_wanted = Signal(int)
    letter_wanted = Signal(int)

    def __init__(self, operations: Operations, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setObjectName("Page")
        self._operations = operations
        self._keeper = keeper
        self._key = ""
        self._begun = False
        self._only_warnings = False
        self._kept_at: datetime | None = None
        self._registered: Registered | None = None
        self._office: OfficeView | None = None
        self._known_for = ("", "", "")
        self._draft_trouble: Notice | None = None
        self._save_trouble: Notice | None = None
        self.saving = Saving(operations, self)
        self.form = EntryForm(operations.desk.now)
        self.done = DoneView()
        self.notices = Notices()
        self.parked = ParkedBar()
        self.status = label("", "help")
        self.park = KeyedButton(_("Park draft"), "", spec(Act.PARK).keys)
        self.save_button = KeyedButton("", "primary", spec(Act.SAVE).keys)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(PAUSE)
        self._lay()
        self._connect()
        self.begin(ChannelKind.PHONE)
        self._ask_office()

    def _lay(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.setSpacing(8)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.park)
        foot.addWidget(self.save_button)
        card = Card()
        card.column.setContentsMargins(20, 14, 8, 14)
        card.column.addWidget(self.form, 1)
        card.column.addLayout(foot)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setWidget(self.form.side)
        side.setFixedWidth(WIDTH)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(card, 1)
        row.addWidget(side)
        self._work = work
        self._stack = QStackedLayout()
        self._stack.addWidget(work)
        self._stack.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addWidget(self.parked)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.side.files.added.connect(self._file_added)
        self.form.side.files.removed.connect(self._file_removed)
        self.form.side.case_wanted.connect(self.case_wanted)
        self.park.clicked.connect(self.park_draft)
        self.save_button.clicked.connect(self.save)
        self.saving.saved.connect(self._saved)
        self.saving.refused.connect(self._refused)
        self.saving.failed.connect(self._failed)
        self.done.next_wanted.connect(self.next)
        self.done.told_wanted.connect(self._tell_orally)
        self.done.slip_wanted.connect(self._want_slip)
        self.done.letter_wanted.connect(self._want_letter)
        self.done.case_wanted.connect(self._want_case)
        self.parked.wanted.connect(self.open_draft)
        self.parked.unwanted.connect(self._throw_away)
        self._keeper.kept.connect(self._draft_kept)
        self._keeper.failed.connect(self._draft_failed)
        self._quiet.timeout.connect(self._look_beside)
        self._operations.changed.connect(self._changed)

    def begin(self, kind: ChannelKind) -> None:
        """Begin an empty form under a key of its own."""
        self._key = uuid4().hex
        self._begun = False
        self._only_warnings = False
        self._kept_at = None
        self._registered = None
        self._known_for = ("", "", "")
        self.saving.begin()
        self.form.begin(kind)
        self._open_form()
        self._say_status()

    def next(self) -> None:
        """Take the next complaint, by the channel of the last."""
        self.begin(self.form.kind)
        self.form.focus_start()
        self._offer_drafts()

    def save(self) -> None:
        """Register what was typed, or show what keeps it from being registered."""
        if self._stack.currentWidget() is self._work and not self.saving.under_way:
            self.form.setEnabled(False)
            self.save_button.setEnabled(False)
            files = self.form.side.files.files()
            self.saving.save(self._key, self.form.answers(), files)

    def park_draft(self) -> None:
        """Put the form aside and begin another; with nothing typed, go on with the last one."""
        if self._stack.currentWidget() is not self._work or self.saving.under_way:
            return
        if self._begun:
            self._keep()
            self.begin(self.form.kind)
            self.form.focus_start()
            self._offer_drafts()
        elif self.parked.drafts:
            self.open_draft(self.parked.drafts[0])

    def open_draft(self, draft: Draft) -> None:
        """Go on with an unfinished form; what stands in this one is parked."""
        if self.saving.under_way:
            return
        if self._begun:
            self._keep()
        self.begin(self.form.kind)
        self._key = draft.key
        self._begun = True
        self._kept_at = draft.kept_at
        self.form.restore(draft.fields)
        for name, content in draft.files:
            self.form.side.files.hold(name, content)
        self._say_status()
        self._look_beside()
        self._offer_drafts()
        self.form.focus_start()

    def arrive(self) -> None:
        """Come to the page: to what is being typed, or to the next complaint."""
        if self._stack.currentWidget() is self.done:
            self.next()
        elif not self._begun:
            self.form.stamp()
            self.form.focus_start()

    def end(self) -> None:
        """Keep what is typed, and stop what runs beside."""
        if self._begun:
            self._keep()
        self._quiet.stop()
        self.form.side.call.start(None, None)
        self._keeper.close()

    def _edited(self, name: str) -> None:
        if not self._begun:
            self._begun = True
            self.form.stamp()
            now = self._operations.desk.now
            self.form.side.call.start(now(), now)
        self.saving.changed(name)
        self._only_warnings = False
        self._say_save()
        self._keep()
        self._quiet.start()

    def _keep(self) -> None:
        answers = self.form.answers()
        self._keeper.keep(self._key, title_of(answers), answers)

    def _file_added(self, name: str, content: bytes) -> None:
        self._edited("files")
        self._keeper.keep_file(self._key, name, content)

    def _file_removed(self, name: str) -> None:
        self._keeper.drop_file(self._key, name)
        self._edited("files")

    def _draft_kept(self, key: str, at: datetime) -> None:
        if key == self._key:
            self._kept_at = at
            self._say_status()

    def _draft_failed(self, error: Exception) -> None:
        if self._draft_trouble is None and not isinstance(error, RuntimeError):
            said = _("The draft cannot be kept on this computer. Save the complaint soon.")
            self._draft_trouble = self.notices.stay(said, Tone.LATE)
            self._draft_trouble.destroyed.connect(self._draft_trouble_gone)

    def _draft_trouble_gone(self) -> None:
        self._draft_trouble = None

    def _offer_drafts(self) -> None:
        self._keeper.left(self._drafts_left)

    def _drafts_left(self, drafts: Sequence[Draft]) -> None:
        others = tuple(d for d in drafts if d.key != self._key or not self._begun)
        self._operations.read(self, partial(_registered, others), self._show_drafts)

    def _show_drafts(self, found: tuple[tuple[Draft, ...], tuple[Draft, ...]]) -> None:
        registered, open_ = found
        # The machine stopped after the register had it and before the draft was dropped.
        for draft in registered:
            self._keeper.drop(draft.key)
        self.parked.offer([d for d in open_ if d.key != self._key])

    def _throw_away(self, draft: Draft) -> None:
        self._keeper.drop(draft.key)
        self._offer_drafts()

    def _ask_office(self) -> None:
        self._operations.read(self, _office_and_lists, self._furnish)

    def _furnish(self, answer: tuple[OfficeView, Lists]) -> None:
        first = self._office is None
        self._office, lists = answer
        self.form.offer(lists)
        if not self._begun:
            self.form.turn_to(self.form.kind)
        if first:
            self._offer_drafts()
        self._look_beside()

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes & (Changes.OFFICE | Changes.CALENDAR):
            self._ask_office()

    def _look_beside(self) -> None:
        chosen, office = self.form.chosen(), self._office
        answers = self.form.answers()
        if chosen is None or office is None:
            self.form.side.dates.show_forecast(None)
        else:
            read = read_answers(answers, self._operations.desk.now())
            foretold = forecast(read.form, *chosen, office)
            self.form.side.dates.show_forecast(foretold, why_priority(foretold.proposal, *chosen))
        phone = answers[CALLER] if self.form.kind is ChannelKind.PHONE else answers[PHONE]
        wanted = (phone, answers[_NAMES[0]], answers[_NAMES[1]])
        if wanted != self._known_for:
            self._known_for = wanted
            ask = partial(_known, *wanted)
            self._operations.read(self, ask, partial(self._show_known, wanted))

    def _show_known(self, wanted: tuple[str, str, str], known: Sequence[Known]) -> None:
        if wanted == self._known_for:
            self.form.side.same.show_known(known)

    def _refused(self, faults: list[Refused]) -> None:
        self._open_form()
        self._only_warnings = bool(faults) and all(f.reason in WARNINGS for f in faults)
        homeless = self.form.blame(faults)
        for fault in homeless:
            self.notices.passing(sentence(fault), Tone.LATE)
        self._say_save()

    def _failed(self, error: Unavailable) -> None:
        self._open_form()
        if self._save_trouble is not None:
            self._save_trouble.deleteLater()
        said = _(
            "The register cannot be written now ({cause}). Nothing is lost: the draft is kept."
        )
        self._save_trouble = self.notices.stay(
            said.format(cause=error.cause), Tone.LATE, _("Try again"), self.save
        )
        self._save_trouble.destroyed.connect(self._save_trouble_gone)

    def _save_trouble_gone(self) -> None:
        self._save_trouble = None

    def _open_form(self) -> None:
        self._stack.setCurrentWidget(self._work)
        self.form.setEnabled(True)
        self.save_button.setEnabled(True)
        self._say_save()

    def _saved(self, registered: Registered) -> None:
        self._registered = registered
        self._keeper.drop(self._key)
        if self._save_trouble is not None:
            self._save_trouble.deleteLater()
        answers = self.form.answers()
        self._begun = False
        self.form.side.call.start(None, None)
        self._stack.setCurrentWidget(self.done)
        self.done.show_number(registered, self.form.kind, answers["matter.subject"])

    def _tell_orally(self) -> None:
        if self._registered is not None:
            now = self._operations.desk.now()
            command = AcknowledgeOrally(self._registered.case_id, now)
            self._operations.write(self, acknowledge_orally, command, self._told)

    def _told(self, acknowledged: Acknowledged) -> None:
        if self._registered is not None and self._registered.case_id == acknowledged.case_id:
            self.done.show_told()

    def _want_slip(self) -> None:
        if self._registered is not None:
            self.slip_wanted.emit(self._registered.case_id)

    def _want_letter(self) -> None:
        if self._registered is not None:
            self.letter_wanted.emit(self._registered.case_id)

    def _want_case(self) -> None:
        if self._registered is not None:
            self.case_wanted.emit(self._registered.case_id)

    def _say_save(self) -> None:
        text = _("Save anyway") if self._only_warnings else _("Save and take number")
        self.save_button.say(text)

    def _say_status(self) -> None:
        if self._kept_at is None:
            self.status.setText(_("What is typed is kept as a draft at every keystroke."))
            return
        at = clock_time(local(self._kept_at), shown_digits())
        self.status.setText(_("Draft kept at {time}").format(time=at))


def _office_and_lists(desk: Desk, actor: Actor) -> tuple[OfficeView, Lists]:
    return desk.reading.office(official_date(desk.now())), desk.reading.lists(actor)


def _known(phone: str, first: str, last: str, desk: Desk, actor: Actor) -> Sequence[Known]:
    return desk.reading.known(actor, phone, first, last)


def _registered(
    drafts: tuple[Draft, ...], desk: Desk, _actor: Actor
) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """Part drafts that were registered after all from those still open."""
    done = tuple(d for d in drafts if desk.reading.saved(d.key) is not None)
    return done, tuple(d for d in drafts if d not in done)
