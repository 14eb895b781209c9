"""The form of a letter: its kind, what only the clerk knows, and the wording to change."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refused
from desktop.ports import Composed
from desktop.rules.complaint import Urgency, is_anonymous
from desktop.rules.letters import (
    SPECS,
    Audience,
    Blank,
    Form,
    LetterDraft,
    LetterKind,
)
from desktop.rules.masking import told_of
from desktop.rules.naming import addressed
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office
from desktop.rules.thai.entry import DateTrouble
from desktop.views import CaseView, OfficeView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.letter_blanks import ask_particular
from ui.dialogs.letter_fields import WITHIN, LetterFields, speeds
from ui.widgets.field import Field


class Proposal:
    """A field that shows what the wording gives until the clerk writes something else."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._proposed = ""

    def propose(self, text: str) -> None:
        """Follow the wording, unless the clerk's own words stand there."""
        own = self.own() is not None
        self._proposed = text
        if not own and self._field.text() != text:
            blocked = self._field.blockSignals(True)
            self._field.set_text(text)
            self._field.blockSignals(blocked)

    def own(self) -> str | None:
        """Return the clerk's own words; none where the field is as proposed, or cleared."""
        typed = self._field.text().strip()
        return None if typed in {"", self._proposed.strip()} else typed


class LetterForm(LetterFields):
    """What the clerk decides about a letter.

    Signals:
        edited: Something changed.
    """

    edited = Signal()

    def __init__(
        self,
        case: CaseView,
        office: OfficeView,
        today: Callable[[], date],
        draft: LetterDraft | None = None,
    ) -> None:
        super().__init__(case, office, today, draft)
        self._recipients = {
            Audience.PETITIONER: _petitioner(case),
            Audience.OTHERS: case.intake.letter_from,
            Audience.INSIDE: office.facts.director_title,
        }
        self._offers: tuple[QWidget, ...] = ()
        self._audience = SPECS[self.kind.value()].audience
        self.recipient.set_text(self._recipients[self._audience])
        self._subject = Proposal(self.subject)
        self._references = Proposal(self.references)
        self._body = Proposal(self.body)
        self.kind.edited.connect(self._kind_changed)
        self.layout_choice.edited.connect(self._fit)
        self.urgency.edited.connect(self._fit)
        self.finding.edited.connect(self._finding_changed)
        for field in self.fields.values():
            if field not in (self.kind, self.finding):
                field.edited.connect(self.edited)
        self.enclosures.edited.connect(self._warn)
        self.identity_reason.edited.connect(self._warn)
        self._kind_changed("")
        if draft is not None:
            self.put_back(draft)

    def put_back(self, draft: LetterDraft) -> None:
        """Let a draft stand as it was left."""
        self.kind.set_text(draft.kind.value)
        if draft.finding is not None:
            self.finding.set_text(draft.finding.value)
        for blank, text in draft.blanks.items():
            self.blanks[blank].set_text(text)
        self.salutation.set_text(draft.salutation)
        self.recipient.set_text(draft.recipient)
        self.signatory.set_text(str(draft.signatory_id))
        self.layout_choice.set_text(draft.form.value)
        self.secrecy.set_text(draft.secrecy.value)
        self.urgency.set_text(draft.urgency.value if draft.within is None else WITHIN)
        if draft.within is not None:
            self.within.set_moment(draft.within)
        self.subject.set_text(draft.subject or "")
        self.references.set_text("\n".join(draft.references or ()))
        self.enclosures.set_text("\n".join(draft.enclosures))
        self.identity_reason.set_text(draft.identity_reason)
        self.copies.set_text(draft.copies_to)
        self.body.set_text("\n\n".join(draft.paragraphs or ()))

    def draft(self) -> LetterDraft:
        """Return the letter as it stands."""
        kind: LetterKind = self.kind.value()
        references, body = self._references.own(), self._body.own()
        return LetterDraft(
            complaint_id=self.case.id,
            kind=kind,
            recipient=self.recipient.text(),
            salutation=self.salutation.text(),
            signatory_id=self.signatory.value() or 0,
            blanks={blank: self.blanks[blank].text() for blank in SPECS[kind].blanks},
            finding=self.finding.value() if kind is LetterKind.ACKNOWLEDGEMENT else None,
            subject=self._subject.own(),
            references=None if references is None else _lines(references),
            enclosures=_lines(self.enclosures.text()),
            copies_to=self.copies.text(),
            urgency=self.urgency.value() or Urgency.NONE,
            paragraphs=None if body is None else _paragraphs(body),
            secrecy=self.secrecy.value(),
            within=self._by() if self._timed() else None,
            stamped=self._stamped(),
            identity_reason=self.identity_reason.text() if self._told() else "",
        )

    def offer_enclosures(self, offer: QWidget) -> None:
        """Put beneath the enclosures what offers some; only what goes to others asks for care."""
        self.add_below_enclosures(offer)
        self._offers = (offer,)
        self._fit()

    def enclose(self, line: str) -> None:
        """Name one more enclosure."""
        lines = (*self.enclosures.text().splitlines(), line)
        self.enclosures.set_text("\n".join(text for text in lines if text.strip()))

    def propose(self, composed: Composed) -> None:
        """Show what the wording gives where the clerk wrote nothing else."""
        self._subject.propose(composed.subject)
        self._references.propose("\n".join(composed.references))
        self._body.propose("\n\n".join(composed.paragraphs))

    def _kind_changed(self, text: str) -> None:
        del text
        spec = SPECS[self.kind.value()]
        self.finding.setVisible(self.kind.value() is LetterKind.ACKNOWLEDGEMENT)
        for blank, field in self.blanks.items():
            field.setVisible(blank in spec.blanks)
            field.set_error("")
        self.layout_choice.setVisible(self._office.facts.stamped_letters and spec.stampable)
        self.urgency.offer(speeds(within=spec.form is Form.EXTERNAL))
        several = spec.audience is Audience.OTHERS
        self.recipient.keep_to(None if several else 3)
        self.recipient.set_help(
            _("One a line; a letter to several is a circular.") if several else ""
        )
        self._fit()
        if spec.audience is not self._audience:
            # What goes to others must not name the petitioner, least of all by oversight.
            self._recipients[self._audience] = self.recipient.text()
            self._audience = spec.audience
            self.recipient.set_text(self._recipients[spec.audience])
        self.edited.emit()

    def _fit(self, _text: str = "") -> None:
        """Ask nothing that this form of letter does not have."""
        order, stamped = SPECS[self.kind.value()].form is Form.ORDER, self._stamped()
        # An order is addressed to nobody, and encloses nothing.
        self.recipient.setVisible(not order)
        self.urgency.setVisible(not order)
        self.within.setVisible(self._timed() and not order)
        for part in (self.salutation, *self._beside):
            part.setVisible(not (order or stamped))
        # Nobody signs beneath a seal: whoever answers for it initials it.
        self.signatory.caption.setText(_("Initials the seal") if stamped else _("Signed by"))
        self.subject.setVisible(not stamped)
        others = SPECS[self.kind.value()].audience is Audience.OTHERS
        for offer in self._offers:
            offer.setVisible(others and not stamped)
        self._warn()

    def _told(self) -> tuple[str, ...]:
        """List what the enclosures tell others of the petitioner."""
        if SPECS[self.kind.value()].audience is not Audience.OTHERS or self._stamped():
            return ()
        return told_of(self.case.petitioners, self.enclosures.text())

    def _warn(self, _text: str = "") -> None:
        """Say at once that an enclosure tells who the petitioner is, and ask why."""
        told = self._told()
        self.identity_reason.setVisible(bool(told))
        unsaid = told and not self.identity_reason.text().strip()
        warning = Refused(Reason.IDENTITY_SHOWN, words=", ".join(told))
        self.enclosures.set_error(sentence(warning) if unsaid else "")

    def _stamped(self) -> bool:
        allowed = self._office.facts.stamped_letters and SPECS[self.kind.value()].stampable
        return allowed and self.layout_choice.value() is Form.STAMPED

    def _timed(self) -> bool:
        return self.urgency.value() is None

    def _by(self) -> datetime | None:
        """Return the moment typed so far, if it can be read."""
        try:
            day, clock = self.within.date.day(), self.within.time.clock()
        except DateTrouble:
            return None
        return None if day is None or clock is None else at_office(day, clock)

    def complete(self) -> bool:
        """Tell whether what is typed can be read; faults are shown."""
        return not self._timed() or self.within.moment() is not None

    def _finding_changed(self, text: str) -> None:
        del text
        ask_particular(
            self.blanks[Blank.PARTICULAR], self.finding.value(), self._office.facts.group
        )
        self.edited.emit()


def _petitioner(case: CaseView) -> str:
    if is_anonymous(case.petitioners):
        return ""
    return addressed(case.petitioners[0])


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())
