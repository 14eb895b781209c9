"""The complaint taken last: what the next like it takes over, and which of the pile it was."""

from collections.abc import Callable
from datetime import date, datetime

from desktop.acts.registering import Registered
from desktop.rules.complaint import ChannelKind
from desktop.rules.thai.dates import official_date
from desktop.views import Known
from desktop.wording import _
from ui.pages.intake.answers import YES
from ui.pages.intake.filled import FilledBar
from ui.pages.intake.form import EntryForm
from ui.pages.intake.taken import Done


class LastTaken:
    """Remembers what was saved last, and counts the letters that were done one after another."""

    def __init__(self, form: EntryForm, now: Callable[[], datetime]) -> None:
        self._form, self._now = form, now
        self._receipt: dict[str, str] = {}
        self._received_on: date | None = None
        self._done: Done | None = None
        self._in_a_row = 0

    @property
    def kind(self) -> ChannelKind | None:
        """By which kind of channel it came; None before the first."""
        return None if self._done is None else self._done.kind

    def count_letter(self) -> None:
        """Count a letter of the pile that took no number."""
        self._in_a_row += 1
        self._remember_receipt()

    def saved(self, registered: Registered, into: Known | None) -> Done:
        """Tell what was saved, with what stands on the form, and in what it goes on."""
        form = self._form
        self._in_a_row = self._in_a_row + 1 if form.kind is ChannelKind.LETTER else 0
        self._remember_receipt()
        return Done(
            registered,
            form.kind,
            form.shared(),
            alike=into or form.side.same.first(),
            merged_into="" if into is None else str(into.number),
            signed=form.answers()["intake.statement_signed"] == YES,
            scanned=bool(form.side.files.files()),
            in_a_row=self._in_a_row,
        )

    def shown(self, done: Done) -> None:
        """Remember what is shown."""
        self._done, self._in_a_row = done, done.in_a_row

    def carry_over(self, bar: FilledBar) -> None:
        """Fill in what the next complaint shares with it: nobody, and nothing of facts."""
        assert self._done is not None, "there is a complaint to be like"
        said = _("Like complaint {number}: {fields}. Petitioner and facts are to be typed.")
        bar.fill(self._done.shared, said, number=str(self._done.registered.number))

    def go_on_in_pile(self, bar: FilledBar) -> None:
        """Let the next letter have come when the one before did, where that was typed today."""
        today = official_date(self._now())
        if self._form.kind is ChannelKind.LETTER and self._received_on == today:
            bar.fill(self._receipt, _("Received as the letter before: {fields}."))

    def _remember_receipt(self) -> None:
        letter = self._form.kind is ChannelKind.LETTER
        self._receipt = self._form.receipt() if letter else {}
        self._received_on = official_date(self._now())
