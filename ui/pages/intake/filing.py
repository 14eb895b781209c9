"""A letter that belongs to a complaint already registered: it takes no number of its own."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Permission
from desktop.rules.thai.names import full_name
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.letter_scans import IncomingSheet
from ui.dialogs.openings import Openings
from ui.dialogs.road.other_case import OtherCaseField
from ui.dialogs.sheet import refusals_of
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.intake.answers import BLANKS, FREQUENT, WHO
from ui.pages.intake.form import EntryForm
from ui.telling import digits
from ui.theme import Tone

TAKEN = (
    *("intake.letter_number", "intake.letter_date", "matter.subject", "intake.central_number"),
    *("received_at", "received_time"),
)
"""What a filed letter takes over as it was typed."""
_SENDER = "intake.letter_from"
_NAMES = tuple(f"{WHO}{part}" for part in ("prefix", "first", "last"))
_SORTING = (
    *(BLANKS, FREQUENT),
    *("type", "channel_id", "source_id", "category_id", "restricted"),
    *(f"{WHO}kind", f"{WHO}told_by"),
)
"""How a new complaint is sorted: the earlier one is sorted already."""


class Filing(QObject):
    """Files what is typed on the form as a letter of an earlier complaint.

    Signals:
        filed: The letter is filed. args: the `CaseView` it is filed in, the marks of its scans.
    """

    filed = Signal(object, object)

    def __init__(
        self, operations: Operations, form: EntryForm, notices: Notices, page: QWidget
    ) -> None:
        super().__init__(page)
        self._operations, self._form = operations, form
        self._notices, self._page = notices, page
        self._openings = Openings(operations, page, self._refused)
        self._may = operations.actor.may(Permission.CORRECT)
        if self._may:
            self.finder = OtherCaseField(operations, 0, _("Which complaint"), required=False)
            self.finder.line.setProperty("enterMovesOn", False)
            self.finder.line.returnPressed.connect(self.finder.enter)
            self.finder.meant.connect(self.into)
            form.side.let_file(self.finder)
        form.side.file_wanted.connect(self.into)

    def begin(self) -> None:
        """Forget what was looked for with an earlier form."""
        if self._may:
            self.finder.set_text("")

    def ask(self) -> None:
        """File in the one complaint that is known, or ask in which."""
        if self._form.kind is not ChannelKind.LETTER or not self._may:
            return
        only = self._form.side.same.only()
        if only is not None and not self.finder.text().strip():
            self.into(only.id)
        else:
            self.finder.show_error()

    def into(self, case_id: int) -> None:
        """Ask of a complaint what its letter does there."""
        self._openings.read(
            lambda desk, actor: (desk.reading.case(actor, case_id), [case_id]), self._show
        )

    def _show(self, case: CaseView) -> None:
        sheet = IncomingSheet(self._operations, case, None, self._page)
        answers = self._form.answers()
        names = (answers[name] for name in _NAMES)
        sheet.came_from.set_text(answers[_SENDER] or full_name(*names))
        moment = sheet.received_at
        fields = (sheet.number, sheet.dated, sheet.subject, sheet.receipt, moment.date, moment.time)
        for field, name in zip(fields, TAKEN, strict=True):
            field.set_text(answers[name])
        drop = self._form.side.files
        for file in drop.files():
            sheet.files.hold(file.name, file.content, file.turned)
        sheet.files.arrange(drop.arrangement())
        sheet.tell(f"{digits(str(case.number))} · {case.matter.subject}")
        sheet.done_with.connect(lambda _received: self.filed.emit(case, sheet.files.origins()))
        sheet.open()

    def _refused(self, error: Exception) -> bool:
        refusals = refusals_of(error)
        for refused in refusals:
            self._notices.passing(sentence(refused), Tone.LATE)
        return bool(refusals)


def told(answers: Mapping[str, str]) -> frozenset[str]:
    """Name what a letter filed tells."""
    return frozenset((*TAKEN, _SENDER, *(() if answers[_SENDER].strip() else _NAMES)))


def left_over(
    answers: Mapping[str, str], fresh: Mapping[str, str], went: Collection[str]
) -> list[str]:
    """Name what was filled in on a form, unlike on a fresh one, and went nowhere."""
    filled = (name for name, text in answers.items() if text.strip() and text != fresh[name])
    return [name for name in filled if name not in went and name not in _SORTING]
