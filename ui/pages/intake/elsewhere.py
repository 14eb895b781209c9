"""What becomes of the form when what was typed on it went into an earlier complaint."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.rules.complaint import ChannelKind
from desktop.rules.links import UNDOABLE
from desktop.rules.thai.digits import in_digits
from desktop.views import CaseView, Known
from desktop.wording import _
from ui.notices import Notices
from ui.pages.intake.drafting import Drafting
from ui.pages.intake.filing import TAKEN, Filing, left_over, told
from ui.pages.intake.form import EntryForm
from ui.pages.intake.noting import NOTED, TOLD, Again
from ui.pages.intake.taken import Done
from ui.theme import Tone
from ui.widgets.dates import shown_digits


class Elsewhere(QObject):
    """Files a letter or notes a call, and begins anew; what went nowhere is parked and told.

    Signals:
        filed: A letter is filed. arg: the marks of its scans.
        settled: The form is begun anew; what went nowhere is parked.
        case_wanted: The earlier complaint is to be seen whole. arg: its id.
    """

    filed = Signal(object)
    settled = Signal()
    case_wanted = Signal(int)

    def __init__(
        self,
        form: EntryForm,
        drafting: Drafting,
        notices: Notices,
        ways: tuple[Filing, Again],
        begin: Callable[[ChannelKind], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._drafting, self._notices = form, drafting, notices
        self._filing, self._again = ways
        self._begin = begin
        self._filing.filed.connect(self._filed)
        self._again.noted.connect(self._noted)

    def ask(self) -> None:
        """File or note what is typed in the complaint that may be the same."""
        if self._form.kind is ChannelKind.LETTER:
            self._filing.ask()
        else:
            self._again.ask()

    def _filed(self, case: CaseView, origins: Sequence[str]) -> None:
        self.filed.emit(origins)
        parked = _("The letter has no place for this; it is parked as a draft: {fields}")
        self._settle(TAKEN, told(self._form.answers()), parked)
        said = _("The letter is filed in complaint {number}; it took no number of its own.")
        self._say(said, case)

    def _noted(self, case: CaseView) -> None:
        parked = _("The note tells nothing of this; it is parked as a draft: {fields}")
        self._settle(NOTED, TOLD, parked)
        said = _("It is noted in complaint {number}; it took no number of its own.")
        self._say(said, case)

    def _settle(self, taken: Iterable[str], went: Collection[str], parked: str) -> None:
        """Begin anew; of what was typed, what did not go is parked and told."""
        form, drafting = self._form, self._drafting
        key, answers, files = drafting.key, form.answers(), form.side.files.files()
        self._begin(form.kind)
        left = left_over(answers, form.answers(), went)
        if left:
            drafting.park_rest(key, answers, taken, (file.name for file in files))
            named = ", ".join(form.sheet.editor(name).accessibleName() for name in left)
            self._notices.stay(parked.format(fields=named), Tone.SOON)
        else:
            drafting.keeper.drop(key)
        self.settled.emit()

    def say_merged(self, done: Done) -> None:
        """Say in what a complaint goes on that has a number of its own."""
        assert done.alike is not None, "there is one that it goes on in"
        own, days = done.registered.number, UNDOABLE.days
        said = _("Complaint {own} is merged into {number}; it can be undone within {days} days.")
        self._say(said, done.alike, own=str(own), days=str(days))

    def _say(self, said: str, case: CaseView | Known, **words: str) -> None:
        """Say where it went, and offer to open that; `said` tells of its {number}."""
        told = in_digits(said.format(number=case.number, **words), shown_digits())
        wanted = partial(self.case_wanted.emit, case.id)
        self._notices.passing(told, Tone.OK, _("Open the earlier complaint"), wanted)
