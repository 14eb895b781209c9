"""A letter of a case on its page, and a letter that came: what is said of each, what is offered."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.rules.letters import LetterStatus
from desktop.views import (
    CaseView,
    FileView,
    IncomingView,
    LetterView,
    ProposalView,
    VersionView,
)
from desktop.wording import _
from desktop.wording.dates import short_date
from desktop.wording.names import DISPATCH, LETTER_STATUS, PROPOSAL_STEP
from ui.telling import (
    LETTER_TONES,
    STEP_TONES,
    addressees,
    digits,
    letter_name,
    short_moment,
)
from ui.widgets.plain import Chip, button, label

Offer = tuple[str, Callable[[], object]]
"""Words on a button, and what it does."""


class RecordRow(QWidget):
    """Lines about one letter, what may be done with it beside or below them."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def head(self, text: str, chip: QWidget) -> None:
        """Say what it is, and how it stands."""
        line = QHBoxLayout()
        line.addWidget(label(text))
        line.addStretch()
        line.addWidget(chip)
        self.column.addLayout(line)

    def tell(self, note: str, offers: Sequence[Offer] = (), more: Sequence[Offer] = ()) -> None:
        """Say something of it in small, with what it offers, and the rest in a menu."""
        links = [_link(text, do) for text, do in offers]
        if more:
            links.append(self._menu(more))
        line = QHBoxLayout()
        said = label(note, "second", wrap=True)
        if len(links) > 1:
            # Beside so many links the words would be a narrow column.
            self.column.addWidget(said)
            said.setVisible(bool(note))
            line.addStretch()
        else:
            line.addWidget(said, 1)
        for link in links:
            line.addWidget(link)
        self.column.addLayout(line)

    def _menu(self, more: Sequence[Offer]) -> QWidget:
        opener = button(_("More…"), "link")
        menu = self.menu = QMenu(opener)
        for text, do in more:
            menu.addAction(text).triggered.connect(partial(_do, do))
        opener.clicked.connect(lambda: menu.popup(opener.mapToGlobal(opener.rect().bottomLeft())))
        return opener


def draft_note(draft: ProposalView) -> str:
    """Say to whom a draft goes, who wrote and checked it, and what is wanted of it."""
    told = [addressees(draft.draft.recipient), _("drafted by {name}").format(name=draft.begun_by)]
    if draft.checked_by:
        told.append(_("checked by {name}").format(name=draft.checked_by))
    if draft.signed_on is not None:
        day = short_date(draft.signed_on)
        told.append(_("signed on {day}").format(day=day))
    if draft.wanted:
        told.append(_("To be corrected: {wanted}").format(wanted=draft.wanted))
    return " · ".join(text for text in told if text)


def draft_chip(draft: ProposalView) -> Chip:
    """Say how a draft stands."""
    return Chip(_(PROPOSAL_STEP[draft.step]), STEP_TONES[draft.step])


def letter_note(letter: LetterView) -> str:
    """Say to whom a letter goes, how it left, and why it came back or is void."""
    to = addressees(letter.recipient)
    parts = [to]
    if letter.status is LetterStatus.VOID:
        parts.append(letter.reason)
    elif letter.sent_at is not None and letter.dispatch is not None:
        left = (_(DISPATCH[letter.dispatch]), short_moment(letter.sent_at))
        parts += [*left, letter.tracking, letter.reason]
    return " · ".join(text for text in parts if text)


def letter_chip(letter: LetterView) -> Chip:
    """Say how a letter stands."""
    return Chip(_(LETTER_STATUS[letter.status]), LETTER_TONES[letter.status])


def kin_notes(letter: LetterView, case: CaseView) -> list[str]:
    """Say which letters a letter puts right, which put it right, and which answer it."""
    notes = [
        _("Corrects {number}").format(number=digits(one.number) or letter_name(one))
        for one in case.letters
        if one.id == letter.corrects_id
    ]
    notes += [
        _("Corrected by {number}").format(number=digits(one.number) or letter_name(one))
        for one in case.letters
        if one.corrects_id == letter.id and one.status is not LetterStatus.VOID
    ]
    notes += [
        _("Answered by {letter}").format(letter=incoming_name(one))
        for one in case.incoming
        if one.answers_id == letter.id and not one.withdrawn
    ]
    return notes


def version_note(version: VersionView) -> str:
    """Say why and by whom a version was replaced."""
    at = short_moment(version.replaced_at)
    return _("Before correction {count}: {reason} · {who} · {when}").format(
        count=digits(str(version.version)), reason=version.reason, who=version.replaced_by, when=at
    )


def incoming_name(incoming: IncomingView) -> str:
    """Name a letter that came by sender, number and day."""
    parts = (incoming.sender, digits(incoming.number), _day(incoming.dated))
    return " · ".join(part for part in parts if part)


def incoming_notes(incoming: IncomingView, case: CaseView) -> list[str]:
    """Say what a letter that came is about, when it was received, and what it answers."""
    received = _("Received {when}").format(when=short_moment(incoming.received_at))
    receipt = digits(incoming.receipt_number)
    if receipt:
        received += " · " + _("our number {number}").format(number=receipt)
    answered = [
        _("Answers {number}").format(number=digits(one.number) or letter_name(one))
        for one in case.letters
        if one.id == incoming.answers_id
    ]
    gone = incoming.withdrawn
    withdrawn = [_("Withdrawn: {reason}").format(reason=gone)] if gone else []
    return [incoming.subject, received, *answered, *withdrawn]


def scan_offers(
    files: Sequence[FileView], opened: Callable[[FileView], object]
) -> tuple[Offer, ...]:
    """Offer files to be opened, by their names."""
    return tuple((file.name, partial(opened, file)) for file in files)


def _day(day: date | None) -> str:
    return "" if day is None else short_date(day)


def _link(text: str, do: Callable[[], object]) -> QWidget:
    made = button(text, "link")
    made.clicked.connect(partial(_do, do))
    return made


def _do(do: Callable[[], object], _checked: bool = False) -> None:
    do()
