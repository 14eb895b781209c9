"""The sheets of an issued letter: its central number, how it left, that it came back, void."""

from PySide6.QtWidgets import QWidget

from desktop.acts.corresponding import NumberLetter, number_letter
from desktop.acts.dispatching import (
    LetterMoved,
    RecordReturned,
    RecordSent,
    VoidLetter,
    record_returned,
    record_sent,
    void_letter,
)
from desktop.acts.mending import ReprintLetter, reprint_letter
from desktop.errors import Refused
from desktop.rules.letters import Dispatch
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.entry import DateTrouble
from desktop.views import LetterView
from desktop.wording import _
from desktop.wording.names import DISPATCH
from desktop.wording.refusals import sentence
from ui.dialogs.sheet import Sheet
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import addressees, digits, letter_name
from ui.theme import Tone
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import LineField
from ui.widgets.plain import label


class NumberSheet(Sheet):
    """The number and the day that the central registry gave."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Number from the registry")
        super().__init__(operations, title, _("Save"), number_letter, parent)
        self._letter_id = letter.id
        # A number is typed once: say of which letter.
        told = f"{letter_name(letter)} · {addressees(letter.recipient)}"
        self.told = label(told.strip(" ·"), "second", wrap=True)
        self.body.addWidget(self.told)
        self.running = LineField(
            _("Running number"), required=True, help_text=_("Digits only, Thai or Arabic.")
        )
        self.dated = DateField(_("Dated"), self.today, required=True)
        self.dated.set_day(self.today())
        self.put("running", self.running)
        self.put("dated", self.dated)

    def command(self) -> NumberLetter | None:
        """Return the number and its day."""
        typed = arabic_digits(self.running.text().strip())
        if not (typed.isascii() and typed.isdecimal() and len(typed) <= 9):
            self.running.set_error(sentence(Refused(Reason.BAD_NUMBER)))
            self.running.show_error()
            return None
        try:
            day = self.dated.day()
        except DateTrouble:
            self.dated.check()
            self.dated.show_error()
            return None
        return NumberLetter(self._letter_id, int(typed), day)


class DispatchSheet(Sheet):
    """How, when, and the post's own number."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Letter {number} left").format(number=digits(letter.number) or "–")
        super().__init__(operations, title, _("Save"), record_sent, parent)
        self._letter_id = letter.id
        self.dispatch = ChoiceField(
            _("How it left"), [Choice(d.value, _(DISPATCH[d]), d) for d in Dispatch]
        )
        self.tracking = LineField(_("Tracking number of the post"))
        self.put("dispatch", self.dispatch)
        self.sent_at = self.put_moment("sent_at", _("Left on"))
        self.put("tracking", self.tracking)

    def command(self) -> RecordSent | None:
        """Return how it left."""
        at = self.sent_at.moment()
        if at is None:
            return None
        return RecordSent(
            self._letter_id,
            self.dispatch.value(),
            at,
            self.tracking.text(),
            frozenset(self.confirmed),
        )


def tell_moved(moved: LetterMoved, notices: Notices) -> None:
    """Say what became of a correction that was begun to a letter before it moved on."""
    if moved.draft_kept:
        said = _("What you had begun to correct in it is kept as a draft, listed under letters.")
        notices.stay(said, Tone.INFO)
    elif moved.draft_waits:
        said = _("What you had begun to correct in it becomes a draft when you next sign in.")
        notices.stay(said, Tone.INFO)


class ReturnedSheet(Sheet):
    """When a letter came back, and why."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Letter {number} came back").format(number=digits(letter.number) or "–")
        super().__init__(operations, title, _("Save"), record_returned, parent)
        self._letter_id = letter.id
        self.returned_at = self.put_moment("returned_at", _("Came back on"))
        self.reason = LineField(_("What the post wrote on it"), required=True)
        self.put("reason", self.reason)

    def command(self) -> RecordReturned | None:
        """Return when and why."""
        at = self.returned_at.moment()
        return None if at is None else RecordReturned(self._letter_id, at, self.reason.text())


class ReprintSheet(Sheet):
    """How an original was spoiled, before it is printed again."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Print letter {number} again").format(number=digits(letter.number) or "–")
        super().__init__(operations, title, _("Record and show"), reprint_letter, parent)
        self._letter_id = letter.id
        self.reason = LineField(
            _("How the original was spoiled"),
            required=True,
            help_text=_("The same letter under the same number; tear up the spoiled sheet."),
        )
        self.put("reason", self.reason)

    def command(self) -> ReprintLetter:
        """Return how."""
        return ReprintLetter(self._letter_id, self.reason.text())


class VoidSheet(Sheet):
    """Why a letter must not leave."""

    def __init__(
        self, operations: Operations, letter: LetterView, parent: QWidget | None = None
    ) -> None:
        title = _("Void letter {number}").format(number=digits(letter.number) or "–")
        super().__init__(operations, title, _("Void letter"), void_letter, parent)
        self._letter_id = letter.id
        self.reason = LineField(
            _("Reason"), required=True, help_text=_("The number stays in the book, marked void.")
        )
        self.put("reason", self.reason)

    def command(self) -> VoidLetter:
        """Return why."""
        return VoidLetter(self._letter_id, self.reason.text())
