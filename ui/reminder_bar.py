"""What reminders tell: a line each above whichever page is shown, until somebody has read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.views import Agenda, OfficeView
from desktop.wording import _
from ui.notices import Notice, Notices
from ui.operations import Operations
from ui.reminding import Reminders
from ui.telling import morning_words, passed_words
from ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was told: of this morning, or of complaints that passed a mark."""

    agenda: Agenda
    morning: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """What nobody has closed yet, and up to when there was looked for more."""

    told: tuple[Told, ...]
    since: datetime


class ReminderBar(QObject):
    """Says what reminders tell in the bar, in whichever language it is made.

    `lead` goes to the page of this morning.
    """

    def __init__(
        self,
        operations: Operations,
        office: OfficeView,
        bar: Notices,
        lead: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._lead = bar, lead
        self._said: list[tuple[Notice, Told]] = []
        self.reminders = Reminders(operations, office, self)
        self.reminders.morning.connect(self._tell_morning)
        self.reminders.passed.connect(self._tell_passed)

    def unread(self) -> Unread:
        """Return what stands in the bar still, for one that is made anew."""
        left = tuple(told for notice, told in self._said if isValid(notice))
        return Unread(left, self.reminders.since)

    def go_on(self, unread: Unread) -> None:
        """Say again what stood in the bar before, and look on from where was looked last."""
        self.reminders.since = unread.since
        for told in unread.told:
            self._tell(told)

    def _tell_morning(self, agenda: Agenda) -> None:
        self._tell(Told(agenda, morning=True))

    def _tell_passed(self, agenda: Agenda) -> None:
        for group in agenda.groups:
            self._tell(Told(replace(agenda, groups=(group,)), morning=False))

    def _tell(self, told: Told) -> None:
        """Say it without standing in the way."""
        for said, tone in _words(told):
            notice = self._bar.stay(said, tone, _("This morning"), self._lead)
            self._said.append((notice, told))


def _words(told: Told) -> Iterable[tuple[str, Tone]]:
    if told.morning:
        return [(morning_words(told.agenda), Tone.INFO)]
    return passed_words(told.agenda)
