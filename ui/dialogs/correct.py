"""Correct a complaint on the very form it was taken on; the number stays, the reason is kept."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.acts.correcting import CorrectCase, correct
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.complaint import Accused, Petitioner
from desktop.rules.people import Actor
from desktop.rules.reasons import WARNINGS, Reason
from desktop.views import CaseView, Lists
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.sheet import Sheet, refusals_of
from ui.operations import Operations
from ui.pages.intake.answers import read_answers
from ui.pages.intake.form import EntryForm
from ui.pages.intake.recalled import recalled
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.field import LineField
from ui.widgets.fitting import fit

_T = TypeVar("_T", Channel, Source, Category)


class CorrectSheet(Sheet):
    """The form again, filled, and why it is changed."""

    def __init__(
        self, operations: Operations, case: CaseView, parent: QWidget | None = None
    ) -> None:
        title = _("Correct complaint {number}").format(number=digits(str(case.number)))
        super().__init__(operations, title, _("Save"), correct, parent)
        fit(self, 1080, 720)
        self._case = case
        self.form = EntryForm(operations.desk.now)
        # Files and the cards beside the form belong to taking a complaint, not to mending it.
        self.form.side.setVisible(False)
        self.form.title.setVisible(False)
        self.form.edited.connect(self._edited)
        self.reason = LineField(_("Reason for the correction"), required=True)
        self.put("reason", self.reason)
        # The form scrolls by itself: a bar within a bar would lose the reason from sight.
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        place = column.count() - 2
        column.setStretch(place, 0)
        column.insertWidget(place, self.form, 1)
        self._asked: set[tuple[str, Reason]] = set()
        operations.read(self, _lists, self._fill)

    def command(self) -> CorrectCase | None:
        """Return the complaint as it should have been, or show what must be mended."""
        read = read_answers(self.form.answers(), self.operations.desk.now())
        left = [f for f in read.faults if (f.field, f.reason) not in self._asked]
        if left:
            self._blame(left)
            return None
        case, form = self._case, read.form
        petitioners: tuple[Petitioner, ...] = (*form.petitioners, *case.petitioners[1:])
        accused: tuple[Accused, ...] = (*form.accused, *case.accused[1:])
        if case.accused and accused[0].name == case.accused[0].name:
            # Who that is among the people who sign in is not on the form, and stays.
            accused = (replace(accused[0], person_id=case.accused[0].person_id), *accused[1:])
        confirmed = frozenset(reason for _field, reason in self._asked)
        whole = replace(form, petitioners=petitioners, accused=accused)
        return CorrectCase(case.id, case.version, whole, self.reason.text(), confirmed)

    def _fill(self, lists: Lists) -> None:
        self.form.offer(_with_own(lists, self._case))
        self.form.restore(recalled(self._case))

    def _edited(self, name: str) -> None:
        self._asked = {pair for pair in self._asked if pair[0] != name}

    def _refused(self, error: Exception) -> bool:
        refusals = [r for r in refusals_of(error) if r.field != "reason"]
        if not refusals:
            return super()._refused(error)
        self.primary.setEnabled(True)
        self._blame(refusals)
        return True

    def _blame(self, faults: list[Refused]) -> None:
        self._asked |= {(f.field or "", f.reason) for f in faults if f.reason in WARNINGS}
        for fault in self.form.blame(faults):
            self.notices.stay(sentence(fault), Tone.LATE)


def _lists(desk: Desk, actor: Actor) -> Lists:
    return desk.reading.lists(actor)


def _with_own(lists: Lists, case: CaseView) -> Lists:
    """Offer also what the complaint was taken with and is out of use: it may stay as it is."""
    return Lists(
        _in_use(lists.channels, case.channel),
        _in_use(lists.sources, case.source),
        _in_use(lists.categories, case.category),
    )


def _in_use(offered: tuple[_T, ...], own: _T) -> tuple[_T, ...]:
    return tuple(replace(one, active=True) if one.id == own.id else one for one in offered)
