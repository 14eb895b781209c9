"""Somebody who calls or comes again about a complaint already registered: it is noted there."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Permission
from desktop.rules.thai.digits import in_digits
from desktop.rules.thai.names import full_name
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.names import CHANNEL_KIND
from desktop.wording.refusals import sentence
from ui.dialogs.case_sheets import NoteSheet
from ui.dialogs.openings import Openings
from ui.dialogs.sheet import refusals_of
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.intake.answers import WHO
from ui.pages.intake.form import CALLER, PHONE, EntryForm
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.dates import shown_digits

_NAMES = tuple(f"{WHO}{part}" for part in ("prefix", "first", "last"))
_SAID = tuple(
    f"matter.{part}" for part in ("subject", "facts", "place", "harm", "remedy", "evidence")
)
NOTED = (*_SAID, "received_at", "received_time")
"""What a note takes over as it was typed."""
TOLD = frozenset((*NOTED, *_NAMES, f"{WHO}heading", CALLER, PHONE))
"""What a note tells."""


class Again(QObject):
    """Notes what is typed on the form in an earlier complaint, which takes no number.

    Signals:
        noted: It is noted. arg: the `CaseView` it is noted in.
    """

    noted = Signal(object)

    def __init__(
        self, operations: Operations, form: EntryForm, notices: Notices, page: QWidget
    ) -> None:
        super().__init__(page)
        self._operations, self._form = operations, form
        self._notices, self._page = notices, page
        self._openings = Openings(operations, page, self._refused)
        if operations.actor.may(Permission.WORK):
            form.side.same.let_note()
        form.side.note_wanted.connect(self.into)

    def ask(self) -> None:
        """Note it in the likeliest of those that may be the same, if there is one."""
        first = self._form.side.same.first()
        if first is not None and self._operations.actor.may(Permission.WORK):
            self.into(first.id)

    def into(self, case_id: int) -> None:
        """Let the note be read and mended before it is kept."""
        if self._form.side.files.files():
            said = _("A note takes no files along. Open the complaint and attach them there.")
            self._notices.passing(said, Tone.SOON)
            return
        self._openings.read(
            lambda desk, actor: (desk.reading.case(actor, case_id), [case_id]), self._show
        )

    def _show(self, case: CaseView) -> None:
        sheet = NoteSheet(self._operations, case.id, self._page)
        sheet.text.set_text(noted(self._form.answers()))
        sheet.tell(f"{digits(str(case.number))} · {case.matter.subject}")
        sheet.done_with.connect(lambda _noted: self.noted.emit(case))
        sheet.open()

    def _refused(self, error: Exception) -> bool:
        refusals = refusals_of(error)
        for refused in refusals:
            self._notices.passing(sentence(refused), Tone.LATE)
        return bool(refusals)


def noted(answers: Mapping[str, str]) -> str:
    """Write what came again as a note: by which way and when, from whom, and what was said."""
    kind = ChannelKind(answers["channel_kind"])
    when = f"{answers['received_at']} {answers['received_time']}"
    came = _("Came again: {way}, {when}").format(way=_(CHANNEL_KIND[kind]), when=when)
    name = full_name(*(answers[part] for part in _NAMES)) or answers[f"{WHO}heading"]
    who = " ".join(filter(None, (name, answers[CALLER] or answers[PHONE])))
    lines = (in_digits(came, shown_digits()), who, *(answers[part] for part in _SAID))
    return "\n".join(line.strip() for line in lines if line.strip())
