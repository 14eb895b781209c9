"""The page on which complaints are taken: typed, kept as drafts, saved, and their number shown."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.acts.registering import Registered
from desktop.changes import Changes
from desktop.errors import Refused, Unavailable
from desktop.ports import Desk, Draft
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import WARNINGS
from desktop.rules.thai.dates import local, official_date
from desktop.rules.thai.digits import in_digits
from desktop.views import CaseView, Lists, OfficeView
from desktop.wording import _
from desktop.wording.dates import clock_time
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.dialogs.scan import scans_into
from ui.drafts import DraftKeeper
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.intake.answers import read_answers, title_of
from ui.pages.intake.beside import Beside
from ui.pages.intake.carried import Carried
from ui.pages.intake.done import Done, DoneView
from ui.pages.intake.filing import TAKEN, Filing, left_over, told
from ui.pages.intake.filled import FilledBar
from ui.pages.intake.form import EntryForm
from ui.pages.intake.frequents import Frequents
from ui.pages.intake.noting import NOTED, TOLD, Again
from ui.pages.intake.parking import ParkedBar
from ui.pages.intake.repeat import Repeat
from ui.pages.intake.saving import Saving
from ui.pages.intake.signing import Signing
from ui.pages.intake.spoken import spoken
from ui.pages.intake.troubles import Troubles
from ui.pages.intake.work import WorkRoom
from ui.scanning.bar import ScansBar, not_put_away
from ui.scanning.room import scanners
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.files import FILES, origins_in
from ui.widgets.keyed import KeyedButton
from ui.widgets.plain import label
from ui.widgets.taking import TakesFiles

AN_HOUR = timedelta(hours=1)


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
        self._furnished = False
        self._wanted_key = ""
        self._over = False
        self._last: Carried | None = None
        self._in_a_row = 0
        self.saving = Saving(operations, self)
        self.form = EntryForm(operations.desk.now)
        self.form.channel.let_classify(may=operations.actor.may(Permission.CLASSIFY))
        self.beside = Beside(operations, self.form, self)
        self.done = DoneView(operations)
        self.notices = Notices()
        self.troubles = Troubles(self.notices, self.save)
        self.parked = ParkedBar(operations, keeper)
        self.scans = ScansBar(self, self.form.side.files, operations.desk.drafts)
        self.filled = FilledBar(self.form)
        self.frequents = Frequents(self.form, self.filled, self.notices, self)
        self.again = Again(operations, self.form, self.notices, self)
        self.repeat = Repeat(operations, self.form, self.filled, self.notices, self)
        self.filing = Filing(operations, self.form, self.notices, self)
        self.status = label("", "help", wrap=True)
        self.park = KeyedButton(_("Park draft"), "", spec(Act.PARK).keys)
        frequent = spec(Act.FREQUENT)
        self.frequent_button = KeyedButton(_(frequent.text), "", frequent.keys)
        self.save_button = KeyedButton("", "primary", spec(Act.SAVE).keys)
        self._lay()
        self._connect()
        TakesFiles(self, self.form.side.files)
        scans_into(scanners, self.form.side.files)
        self.begin(ChannelKind.PHONE)
        self._ask_office()

    def _lay(self) -> None:
        self.work = WorkRoom(
            self.form, self.status, self.frequent_button, self.park, self.save_button
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
        self.form.side.files.added.connect(self._file_added)
        self.form.side.files.removed.connect(self._file_removed)
        self.form.side.files.arranged.connect(partial(self._edited, FILES))
        self.form.side.case_wanted.connect(self.case_wanted)
        self.park.clicked.connect(self.park_draft)
        self.frequent_button.clicked.connect(self.choose_frequent)
        for filler in (self.frequents, self.repeat):
            filler.filled.connect(self._filled)
        self.filled.changed.connect(self._changed_by_bar)
        self.save_button.clicked.connect(self.save)
        self.saving.saved.connect(self._saved)
        self.saving.refused.connect(self._refused)
        self.saving.failed.connect(self._failed)
        self.filing.filed.connect(self._filed)
        self.again.noted.connect(self._noted)
        self.done.next_wanted.connect(self.next)
        self.done.like_wanted.connect(self.next_like)
        self.done.slip_wanted.connect(self.slip_wanted)
        self.signing = Signing(self._operations, self.notices, self)
        self.done.form_wanted.connect(self.signing.show_form)
        self.done.letter_wanted.connect(self.letter_wanted)
        self.done.case_wanted.connect(self.case_wanted)
        self.parked.wanted.connect(self.open_draft)
        self.parked.registered.connect(self._was_registered)
        self.scans.put_away.connect(self._tell_put_away)
        self._keeper.kept.connect(self._draft_kept)
        self._keeper.failed.connect(self._draft_failed)
        self._operations.changed.connect(self._changed)

    def begin(self, kind: ChannelKind) -> None:
        """Begin an empty form under a key of its own."""
        self._key = uuid4().hex
        self._begun = False
        self._only_warnings = False
        self._kept_at = None
        self.saving.begin()
        self.beside.begin()
        self.filing.begin()
        self.filled.forget()
        self.form.begin(kind)
        self._open_form()
        self._say_status()

    def next(self) -> None:
        """Take the next complaint, by the channel of the last."""
        self.begin(self.form.kind)
        self.form.focus_start()
        self._offer_drafts()

    def next_like(self) -> None:
        """Take a complaint like the last: how it is sorted stays, who it is of and facts do not."""
        if self._last is None or self._begun or self.saving.under_way:
            return
        self.begin(self._last.kind)
        said = _("Like complaint {number}: {fields}. Petitioner and facts are to be typed.")
        self.filled.fill(self._last.answers, said, number=self._last.number)
        self.form.focus_start()
        self._offer_drafts()
        self.beside.look()

    def save(self) -> None:
        """Register what was typed, or show what keeps it from being registered."""
        if self._stack.currentWidget() is self.work and not self.saving.under_way:
            self.form.setEnabled(False)
            self.save_button.setEnabled(False)
            files = self.form.side.files.files()
            self.saving.save(self._key, self.form.answers(), files)

    def choose_frequent(self) -> None:
        """Begin with one of the complaints that come often."""
        if self._stack.currentWidget() is self.work and not self.saving.under_way:
            self.frequents.ask()

    def park_draft(self) -> None:
        """Put the form aside and begin another; with nothing typed, go on with the last one."""
        if self._stack.currentWidget() is not self.work or self.saving.under_way:
            return
        if self._begun:
            self._keep()
            self.begin(self.form.kind)
            self.form.focus_start()
            self._offer_drafts()
        elif self.parked.drafts:
            self.open_draft(self.parked.drafts[0])

    def file_into(self) -> None:
        """File or note what is typed in an earlier complaint; once registered, tie it to that."""
        if self._stack.currentWidget() is self.done:
            self.done.tie()
        elif self.saving.under_way:
            return
        elif self.form.kind is ChannelKind.LETTER:
            self.filing.ask()
        else:
            self.again.ask()

    def read_back(self) -> None:
        """Show what is to be read to the caller; the same key then ticks that it was."""
        if not self._calling():
            return
        call = self.form.side.call
        if call.aloud.isVisible() and call.read_back.box.hasFocus():
            call.read_back.box.setChecked(True)
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            read = read_answers(self.form.answers(), self._operations.desk.now())
            call.say(spoken(read.form))

    def promise_call(self) -> None:
        """Promise to call back, an hour from now unless another time is typed."""
        if self._calling():
            self.form.side.call.promise(self._operations.desk.now() + AN_HOUR)

    def _calling(self) -> bool:
        shown = self._stack.currentWidget() is self.work and not self.saving.under_way
        return shown and self.form.kind is ChannelKind.PHONE

    def fill_known(self) -> None:
        """Fill in the petitioner as an earlier complaint knows them."""
        if self._stack.currentWidget() is self.work and not self.saving.under_way:
            self.repeat.ask()

    def open_alike(self) -> None:
        """Open the complaint that may be the same; what is typed stays as it is."""
        first = self.form.side.same.first()
        if first is not None and self._stack.currentWidget() is self.work:
            self.case_wanted.emit(first.id)

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
        self.form.side.files.arrange(draft.fields.get(FILES, ""))
        self._say_status()
        self.beside.look()
        self._offer_drafts()
        self.form.focus_start()

    def arrive(self) -> None:
        """Come to the page: to what is being typed, or to the next complaint."""
        if self._stack.currentWidget() is self.done:
            self.next()
        elif not self._begun:
            self.form.stamp()
            self.form.focus_start()

    def place(self) -> str | Done:
        """Name the draft of what is being typed, or tell what was saved and is shown."""
        if self._stack.currentWidget() is self.done and self.done.shown is not None:
            return self.done.shown
        return self._key if self._begun else ""

    def return_to(self, place: str | Done) -> None:
        """Go on with the draft of what was being typed, once there are lists to choose from.

        The number of what was saved is shown at once.
        """
        if isinstance(place, Done):
            self.begin(place.kind)
            self._show_done(place)
        else:
            self._wanted_key = place

    def end(self) -> None:
        """Keep what is typed, and stop what runs beside; once."""
        if self._over:
            return
        self._over = True
        if self._begun:
            self._keep()
        self.beside.end()
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
        self.beside.soon()

    def _filled(self, names: Iterable[str]) -> None:
        """Take for typed what was filled in because somebody asked for it."""
        for name in names:
            self._edited(name)

    def _changed_by_bar(self, names: Iterable[str]) -> None:
        if self._begun:
            self._filled(names)
        else:
            self.beside.look()

    def _keep(self) -> None:
        answers = self.form.answers()
        kept = {**answers, FILES: self.form.side.files.arrangement()}
        self._keeper.keep(self._key, title_of(answers), kept)

    def _file_added(self, name: str, content: bytes) -> None:
        self._edited(FILES)
        self._keeper.keep_file(self._key, name, content)

    def _file_removed(self, name: str) -> None:
        self._keeper.drop_file(self._key, name)
        self._edited(FILES)

    def _draft_kept(self, key: str, at: datetime) -> None:
        if key == self._key:
            self._kept_at = at
            self._say_status()

    def _draft_failed(self, error: Exception) -> None:
        if not isinstance(error, RuntimeError):
            self.troubles.draft_not_kept()

    def _offer_drafts(self) -> None:
        self.parked.look(self._key)

    def _ask_office(self) -> None:
        self._operations.read(self, _office_and_lists, self._furnish)

    def _furnish(self, answer: tuple[OfficeView, Lists]) -> None:
        if self._over:
            # Somebody locked before the answer came; the next page asks for itself.
            return
        self.beside.office, lists = answer
        self.form.offer(lists)
        if not self._begun:
            self.form.turn_to(self.form.kind)
        if not self._furnished:
            self._furnished = True
            if self._wanted_key:
                self._keeper.left(self._take_up)
            else:
                self._offer_drafts()
        self.beside.look()

    def _take_up(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            if draft.key == self._wanted_key:
                self.open_draft(draft)

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes & (Changes.OFFICE | Changes.CALENDAR):
            self._ask_office()

    def _refused(self, faults: list[Refused]) -> None:
        self._open_form()
        self._only_warnings = bool(faults) and all(f.reason in WARNINGS for f in faults)
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

    def attach_scans(self) -> None:
        """Attach the new scans to what is being typed."""
        if self.scans.isVisible():
            self.scans.take()

    def scan(self) -> None:
        """Scan into what is being typed."""
        if self.form.side.files.isVisible():
            self.form.side.files.scan.click()

    def read_card(self) -> None:
        """Read the visitor's identity card."""
        if self.form.side.id_card.isVisible() and self.form.isEnabled():
            self.form.side.id_card.read_button.click()

    def _was_registered(self, draft: Draft) -> None:
        """Put away the scans of a form that a crash kept from being dropped in time."""
        names = {name for name, _content in draft.files}
        self.scans.attached(origins_in(draft.fields.get(FILES, ""), names))

    def _tell_put_away(self, left: Sequence[str]) -> None:
        if said := not_put_away(left):
            self.notices.passing(said, Tone.SOON)

    def _saved(self, registered: Registered) -> None:
        self.scans.attached(self.form.side.files.origins())
        self._keeper.drop(self._key)
        self.troubles.saved()
        self._begun = False
        self.form.side.call.start(None, None)
        alike = self.form.side.same.first()
        shared = self.form.shared()
        letter = self.form.kind is ChannelKind.LETTER
        self._in_a_row = self._in_a_row + 1 if letter else 0
        done = Done(registered, self.form.kind, shared, alike)
        scanned = bool(self.form.side.files.files())
        self._show_done(replace(done, scanned=scanned, in_a_row=self._in_a_row))

    def _show_done(self, done: Done) -> None:
        self._in_a_row = done.in_a_row
        self._last = Carried(str(done.registered.number), done.kind, done.shared)
        self._stack.setCurrentWidget(self.done)
        self.done.show_done(done)

    def _filed(self, case: CaseView, origins: Sequence[str]) -> None:
        self.scans.attached(origins)
        self._in_a_row += 1
        parked = _("The letter has no place for this; it is parked as a draft: {fields}")
        self._settle(TAKEN, told(self.form.answers()), parked)
        said = _("The letter is filed in complaint {number}; it took no number of its own.")
        self._say_where(said, case)

    def _noted(self, case: CaseView) -> None:
        parked = _("The note tells nothing of this; it is parked as a draft: {fields}")
        self._settle(NOTED, TOLD, parked)
        said = _("It is noted in complaint {number}; it took no number of its own.")
        self._say_where(said, case)

    def _settle(self, taken: Iterable[str], went: Collection[str], parked: str) -> None:
        """Begin anew after what was typed went elsewhere; what did not is parked and told."""
        key, answers, files = self._key, self.form.answers(), self.form.side.files.files()
        self.begin(self.form.kind)
        left = left_over(answers, self.form.answers(), went)
        if left:
            self._keeper.keep(key, title_of(answers), {**answers, **dict.fromkeys(taken, "")})
            for file in files:
                self._keeper.drop_file(key, file.name)
            named = ", ".join(self.form.sheet.editor(name).accessibleName() for name in left)
            self.notices.stay(parked.format(fields=named), Tone.SOON)
        else:
            self._keeper.drop(key)
        self.form.focus_start()
        self._offer_drafts()

    def _say_where(self, said: str, case: CaseView) -> None:
        number = in_digits(str(case.number), shown_digits())
        wanted = partial(self.case_wanted.emit, case.id)
        self.notices.passing(said.format(number=number), Tone.OK, _("Open complaint"), wanted)

    def _say_save(self) -> None:
        text = _("Save anyway") if self._only_warnings else _("Save and take number")
        self.save_button.say(text)

    def _say_status(self) -> None:
        if self._kept_at is None:
            self.status.setText(_("What is typed is kept as a draft at every keystroke."))
            return
        at = clock_time(local(self._kept_at))
        self.status.setText(_("Draft kept at {time}").format(time=at))


def _office_and_lists(desk: Desk, actor: Actor) -> tuple[OfficeView, Lists]:
    return desk.reading.office(official_date(desk.now())), desk.reading.lists(actor)
