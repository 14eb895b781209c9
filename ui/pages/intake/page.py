"""The page on which complaints are taken: typed, kept as drafts, saved, and their number shown."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.acts.registering import Registered
from desktop.errors import Refused, Unavailable
from desktop.ports import Draft
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Permission
from desktop.rules.road import ROAD, Move
from desktop.views import Known, Lists, OfficeView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.drafts import DraftKeeper
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.intake.beside import Beside
from ui.pages.intake.calling import Calling
from ui.pages.intake.done import DoneView
from ui.pages.intake.drafting import Drafting
from ui.pages.intake.elsewhere import Elsewhere
from ui.pages.intake.filing import Filing
from ui.pages.intake.filled import FilledBar
from ui.pages.intake.form import EntryForm
from ui.pages.intake.frequents import Frequents
from ui.pages.intake.from_card import FromCard
from ui.pages.intake.furnishing import Furnishing
from ui.pages.intake.last import LastTaken
from ui.pages.intake.noting import Again
from ui.pages.intake.papers import Papers
from ui.pages.intake.parking import ParkedBar
from ui.pages.intake.repeat import Repeat
from ui.pages.intake.saving import Saving
from ui.pages.intake.signing import Signing
from ui.pages.intake.taken import Done
from ui.pages.intake.troubles import Troubles
from ui.pages.intake.work import WorkRoom
from ui.theme import Tone
from ui.widgets.keyed import KeyedButton


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
        self._furnished = False
        self._over = False
        self.saving = Saving(operations, self)
        self.form = EntryForm(operations.desk.now)
        self.form.channel.let_classify(may=operations.actor.may(Permission.CLASSIFY))
        self.beside = Beside(operations, self.form, self)
        self.done = DoneView(operations)
        self.notices = Notices()
        self.troubles = Troubles(self.notices, self._save_again)
        self.parked = ParkedBar(operations, keeper)
        self.drafting = Drafting(self.form, keeper, self.parked, self)
        self.furnishing = Furnishing(operations, self)
        self.papers = Papers(
            self, self.form, self.drafting, self.parked, self.notices, operations.desk.drafts
        )
        self.scans = self.papers.scans
        self.last = LastTaken(self.form, operations.desk.now)
        self.filled = FilledBar(self.form)
        self.frequents = Frequents(self.form, self.filled, self.notices, self)
        self.repeat = Repeat(operations, self.form, self.filled, self.notices, self)
        self.from_card = FromCard(self.form, self.filled, self)
        self.filing = Filing(operations, self.form, self.notices, self)
        self.elsewhere = Elsewhere(
            self.form,
            self.drafting,
            self.notices,
            (self.filing, Again(operations, self.form, self.notices, self)),
            self.begin,
            self,
        )
        self.signing = Signing(operations, self.notices, self)
        self.park = KeyedButton(_("Park draft"), "", spec(Act.PARK).keys)
        frequent = spec(Act.FREQUENT)
        self.frequent_button = KeyedButton(_(frequent.text), "", frequent.keys)
        self.save_button = KeyedButton("", "primary", spec(Act.SAVE).keys)
        self.calling = Calling(operations, self.form, self.save_button)
        self._lay()
        self._connect()
        self.begin(ChannelKind.PHONE)
        self.furnishing.ask()

    def _lay(self) -> None:
        self.work = WorkRoom(
            self.form, self.drafting.status, self.frequent_button, self.park, self.save_button
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 16)
        column.setSpacing(8)
        for bar in (self.notices, self.parked, self.scans, self.filled):
            column.addWidget(bar)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.work)
        self._stack.addWidget(self.done)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.papers.edited.connect(self._edited)
        self.form.side.case_wanted.connect(self.case_wanted)
        self.form.side.merge_wanted.connect(self._merge)
        if self._operations.actor.may(ROAD[Move.MERGE].permission):
            self.form.side.same.let_merge()
        self.park.clicked.connect(self.park_draft)
        self.frequent_button.clicked.connect(self.choose_frequent)
        for filler in (self.frequents, self.repeat, self.from_card):
            filler.filled.connect(self._filled)
        self.filled.changed.connect(self._changed_by_bar)
        self.save_button.clicked.connect(self.save)
        self.saving.saved.connect(self._saved)
        self.saving.refused.connect(self._refused)
        self.saving.failed.connect(self._failed)
        self.elsewhere.filed.connect(self._filed)
        self.elsewhere.settled.connect(self._go_on)
        self.elsewhere.case_wanted.connect(self.case_wanted)
        self.done.next_wanted.connect(self.next)
        self.done.like_wanted.connect(self.next_like)
        self.done.slip_wanted.connect(self.slip_wanted)
        self.done.form_wanted.connect(self.signing.show_form)
        self.done.statement_wanted.connect(self.signing.record_statement)
        self.done.letter_wanted.connect(self.letter_wanted)
        self.done.case_wanted.connect(self.case_wanted)
        self.done.merged.connect(self.elsewhere.say_merged)
        self.parked.wanted.connect(self.open_draft)
        self.drafting.keeper.failed.connect(self._draft_failed)
        self.furnishing.furnished.connect(self._furnish)

    def begin(self, kind: ChannelKind) -> None:
        """Begin an empty form under a key of its own."""
        self.drafting.begin()
        self.saving.begin()
        self.beside.begin()
        self.filing.begin()
        self.filled.forget()
        self.form.begin(kind)
        self._open_form()

    def next(self) -> None:
        """Take the next complaint, by the channel of the last."""
        self.begin(self.form.kind)
        self._go_on()

    def _go_on(self) -> None:
        self.last.go_on_in_pile(self.filled)
        self.form.focus_start()
        self.drafting.offer()

    def next_like(self) -> None:
        """Take a complaint like the last: how it is sorted stays, who it is of and facts do not."""
        if self.last.kind is None or self.drafting.begun or self.saving.under_way:
            return
        self.begin(self.last.kind)
        self.last.carry_over(self.filled)
        self.form.focus_start()
        self.drafting.offer()
        self.beside.look()

    @property
    def _typing(self) -> bool:
        """Whether the form is open to be typed in."""
        return self._stack.currentWidget() is self.work and not self.saving.under_way

    def save(self) -> None:
        """Register what was typed, or show what keeps it from being registered."""
        if self._typing:
            # What was questioned before merging is merged once it is confirmed.
            self._register(self.saving.into if self.saving.questioned else None)

    def merge_into(self) -> None:
        """Let what is typed, or was just saved, go on in what may be the same."""
        if self._stack.currentWidget() is self.done:
            self.done.together.merge()
        elif self._typing and (into := self.form.side.same.open()) is not None:
            self._merge(into.id)

    def _merge(self, case_id: int) -> None:
        """Register what is typed and let it go on in one that is shown, where that may be."""
        same = self.form.side.same
        if self._typing and same.merges:
            self._register(next(one for one in same.known if one.id == case_id))

    def _register(self, into: Known | None) -> None:
        self.form.setEnabled(False)
        self.save_button.setEnabled(False)
        files = self.form.side.files.files()
        self.saving.save(self.drafting.key, self.form.answers(), files, into)

    def _save_again(self) -> None:
        if self._typing:
            self._register(self.saving.into)

    def choose_frequent(self) -> None:
        """Begin with one of the complaints that come often."""
        if self._typing:
            self.frequents.ask()

    def park_draft(self) -> None:
        """Put the form aside and begin another; with nothing typed, go on with the last one."""
        if not self._typing:
            return
        if self.drafting.begun:
            self.drafting.keep()
            self.next()
        elif self.parked.drafts:
            self.open_draft(self.parked.drafts[0])

    def file_into(self) -> None:
        """File or note what is typed in an earlier complaint; once registered, tie it to that."""
        if self._stack.currentWidget() is self.done:
            self.done.together.tie()
        elif self._typing:
            self.elsewhere.ask()

    def read_back(self) -> None:
        """Show what is to be read to the caller; the same key then ticks that it was."""
        if self._typing and self.form.kind is ChannelKind.PHONE:
            self.calling.read_back()

    def promise_call(self) -> None:
        """Promise to call back, in an hour of the office's time unless another is typed."""
        if self._typing and self.form.kind is ChannelKind.PHONE:
            office = self.beside.office
            self.calling.promise(None if office is None else office.calendar)

    def fill_known(self) -> None:
        """Fill in the petitioner as an earlier complaint knows them."""
        if self._typing:
            self.repeat.ask()

    def attach_scans(self) -> None:
        """Attach the new scans to what is being typed."""
        self.papers.attach_scans()

    def scan(self) -> None:
        """Scan into what is being typed."""
        self.papers.scan()

    def read_card(self) -> None:
        """Read the visitor's identity card."""
        if self.form.side.id_card.isVisible() and self.form.isEnabled():
            self.form.side.id_card.read_button.click()

    def open_alike(self) -> None:
        """Open the complaint that may be the same; what is typed stays as it is."""
        first = self.form.side.same.first()
        if first is not None and self._stack.currentWidget() is self.work:
            self.case_wanted.emit(first.id)

    def open_draft(self, draft: Draft) -> None:
        """Go on with an unfinished form; what stands in this one is parked."""
        if self.saving.under_way:
            return
        if self.drafting.begun:
            self.drafting.keep()
        self.begin(self.form.kind)
        self.drafting.resume(draft)
        self.beside.look()
        self.drafting.offer()
        self.form.focus_start()

    def arrive(self) -> None:
        """Come to the page: to what is being typed, or to the next complaint."""
        if self._stack.currentWidget() is self.done:
            self.next()
        elif not self.drafting.begun:
            self.form.stamp()
            self.form.focus_start()

    def place(self) -> str | Done:
        """Name the draft of what is being typed, or tell what was saved and is shown."""
        if self._stack.currentWidget() is self.done and self.done.shown is not None:
            return self.done.shown
        return self.drafting.key if self.drafting.begun else ""

    def return_to(self, place: str | Done) -> None:
        """Go on with the draft of what was being typed, once there are lists to choose from.

        The number of what was saved is shown at once.
        """
        if isinstance(place, Done):
            self.begin(place.kind)
            self._show_done(place)
        else:
            self.drafting.want(place)

    def end(self) -> None:
        """Keep what is typed, and stop what runs beside; once."""
        if self._over:
            return
        self._over = True
        if self.drafting.begun:
            self.drafting.keep()
        self.beside.end()
        self.furnishing.end()
        self.calling.end()
        self.drafting.keeper.close()

    def _edited(self, name: str) -> None:
        if not self.drafting.begun:
            self.drafting.begun = True
            self.form.stamp()
            self.calling.begin()
        self.saving.changed(name)
        self._say_save()
        self.drafting.keep()
        self.beside.soon()

    def _filled(self, names: Iterable[str]) -> None:
        """Take for typed what was filled in because somebody asked for it."""
        for name in names:
            self._edited(name)

    def _changed_by_bar(self, names: Iterable[str]) -> None:
        if self.drafting.begun:
            self._filled(names)
        else:
            self.beside.look()

    def _draft_failed(self, _error: Exception) -> None:
        self.troubles.draft_not_kept()

    def _furnish(self, office: OfficeView, lists: Lists) -> None:
        self.beside.office = office
        self.form.offer(lists)
        if not self.drafting.begun:
            self.form.turn_to(self.form.kind)
        if not self._furnished:
            self._furnished = True
            self.drafting.come_back(self.open_draft)
        self.beside.look()

    def _refused(self, faults: list[Refused]) -> None:
        self._open_form()
        homeless = self.form.blame(faults)
        for fault in homeless:
            self.notices.passing(sentence(fault), Tone.LATE)
        self._say_save()

    def _failed(self, error: Unavailable) -> None:
        self._open_form()
        self.troubles.not_saved(error)

    def _open_form(self) -> None:
        self._stack.setCurrentWidget(self.work)
        self.form.setEnabled(True)
        self.save_button.setEnabled(True)
        self._say_save()

    def _saved(self, registered: Registered) -> None:
        self.scans.attached(self.form.side.files.origins())
        self.drafting.drop()
        self.troubles.saved()
        self.calling.end()
        done = self.last.saved(registered, self.saving.into)
        self._show_done(done)
        if done.merged_into:
            self.elsewhere.say_merged(done)

    def _show_done(self, done: Done) -> None:
        self.filled.forget()
        self.last.shown(done)
        self._stack.setCurrentWidget(self.done)
        self.done.show_done(done)

    def _filed(self, origins: Sequence[str]) -> None:
        self.scans.attached(origins)
        self.last.count_letter()

    def _say_save(self) -> None:
        anyway = _("Save anyway") if self.saving.into is None else _("Merge anyway")
        self.save_button.say(anyway if self.saving.questioned else _("Save and take number"))
