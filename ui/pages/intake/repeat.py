"""A petitioner who came before: what is known is filled in, and asked about where unlike."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.complaint import ChannelKind, Petitioner
from desktop.rules.identity import read_phone
from desktop.rules.thai.digits import in_digits
from desktop.rules.thai.text import clean_line
from desktop.views import CaseView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.openings import Openings
from ui.dialogs.sheet import refusals_of
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.intake.answers import WHO, Answers
from ui.pages.intake.filled import FilledBar
from ui.pages.intake.form import CALLER, PHONE, EntryForm
from ui.pages.intake.recalled import petitioner_answers
from ui.theme import Tone
from ui.widgets.dates import shown_digits

_ASKED_ANEW = tuple(f"{WHO}{name}" for name in ("told_by", "wants_secrecy", "headcount"))
"""What is each complaint's own, whoever brings it."""


class Repeat(QObject):
    """Fills in who the petitioner is from the complaint they brought before.

    Signals:
        filled: Fields were filled in. arg: their names.
    """

    filled = Signal(object)

    def __init__(
        self,
        operations: Operations,
        form: EntryForm,
        bar: FilledBar,
        notices: Notices,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._form, self._bar, self._notices = form, bar, notices
        self._openings = Openings(operations, page, self._refused)
        form.side.fill_wanted.connect(self.fill_from)

    def ask(self) -> None:
        """Fill in from the likeliest complaint of the same person, if there is one."""
        known = self._form.side.same.person()
        if known is not None:
            self.fill_from(known.id)

    def fill_from(self, case_id: int) -> None:
        """Fill in from a complaint; it is kept who opens a sealed one."""
        self._openings.read(
            lambda desk, actor: (desk.reading.case(actor, case_id), [case_id]), self._fill
        )

    def _fill(self, case: CaseView) -> None:
        answers = self._form.answers()
        who = next((one for one in case.petitioners if _is(one, answers)), None)
        number = in_digits(str(case.number), shown_digits())
        if who is None:
            said = _("The petitioner of complaint {number} is called otherwise now.")
            self._notices.passing(said.format(number=number), Tone.SOON)
            return
        values = {n: v for n, v in petitioner_answers(who).items() if n not in _ASKED_ANEW}
        if self._form.kind is ChannelKind.PHONE:
            values[CALLER] = answers[CALLER] or values.pop(PHONE)
            values.pop(PHONE, None)
        said = _("Filled in from complaint {number}: {fields}.")
        filled = self._bar.fill(values, said, number=number)
        if self._bar.isHidden():
            said = _("All that complaint {number} tells of the petitioner stands here already.")
            self._notices.passing(said.format(number=number))
        self.filled.emit(filled)

    def _refused(self, error: Exception) -> bool:
        refusals = refusals_of(error)
        for refused in refusals:
            self._notices.passing(sentence(refused), Tone.LATE)
        return bool(refusals)


def _is(who: Petitioner, answers: Answers) -> bool:
    """Tell whether somebody is whom the form names: by name, telephone or citizen ID."""
    name = tuple(clean_line(answers[f"{WHO}{part}"]) for part in ("first", "last"))
    phones = {_digits(answers[CALLER]), _digits(answers[PHONE])} - {""}
    citizen_id = _digits(answers[f"{WHO}citizen_id"])
    return (
        (all(name) and name == (who.first, who.last))
        or _digits(who.phone) in phones
        or (bool(citizen_id) and citizen_id == _digits(who.citizen_id))
    )


def _digits(typed: str) -> str:
    return read_phone(typed).digits if typed.strip() else ""
