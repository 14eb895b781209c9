"""Keeps the cards beside the form true to what is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.rules.complaint import ChannelKind
from desktop.rules.thai.dates import official_date
from desktop.views import Known, OfficeView, Sought
from ui.operations import Operations
from ui.pages.intake.answers import WHO, read_answers
from ui.pages.intake.forecast import forecast
from ui.pages.intake.form import CALLER, PHONE, EntryForm
from ui.pages.intake.telling import why_priority

PAUSE = 200
"""Milliseconds of quiet after which the cards are made anew."""


class Beside(QObject):
    """Foretells the due dates, and looks for earlier complaints that may be the same."""

    def __init__(self, operations: Operations, form: EntryForm, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._form = operations, form
        self._known_for = Sought()
        self.office: OfficeView | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(PAUSE)
        self._quiet.timeout.connect(self.look)

    def soon(self) -> None:
        """Look once typing rests."""
        self._quiet.start()

    def begin(self) -> None:
        """Forget what was found for an earlier form."""
        self._known_for = Sought()

    def end(self) -> None:
        """Look no more."""
        self._quiet.stop()

    def look(self) -> None:
        """Make the cards anew."""
        answers = self._form.answers()
        self._foretell(answers)
        by_call = self._form.kind is ChannelKind.PHONE
        wanted = Sought(
            answers[CALLER if by_call else PHONE],
            *(answers[f"{WHO}{part}"] for part in ("first", "last", "citizen_id")),
            *(answers[f"matter.{part}"] for part in ("subject", "place")),
        )
        if wanted != self._known_for:
            self._known_for = wanted
            today = official_date(self._operations.desk.now())
            self._operations.read(
                self,
                lambda desk, actor: desk.reading.known(actor, wanted, today),
                partial(self._show_known, wanted),
            )

    def _foretell(self, answers: dict[str, str]) -> None:
        chosen, card = self._form.chosen(), self._form.side.dates
        if chosen is None or self.office is None:
            card.show_forecast(None)
            return
        read = read_answers(answers, self._operations.desk.now())
        began_as = self._form.began_as
        foretold = forecast(read.form, *chosen, began_as, self.office)
        card.show_forecast(foretold, why_priority(foretold.proposal, *chosen, began_as))

    def _show_known(self, wanted: Sought, known: Sequence[Known]) -> None:
        # An answer about what was typed before is no longer wanted.
        if wanted == self._known_for:
            self._form.side.same.show_known(known)
