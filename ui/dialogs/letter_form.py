"""The fields of a letter: its kind, what only the clerk knows, and the wording to change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ports import Composed
from desktop.rules.complaint import Urgency, is_anonymous
from desktop.rules.letters import (
    BLOCKS,
    CLOSINGS,
    SPECS,
    Audience,
    Blank,
    Finding,
    Form,
    LetterDraft,
    LetterKind,
)
from desktop.views import CaseView, OfficeView
from desktop.wording import N_, _
from desktop.wording.names import BLANK, FINDING, LETTER_KIND, URGENCY
from ui.telling import petitioner_name
from ui.widgets.field import BlockField, Choice, ChoiceField, Field, LineField

_PARTICULAR = {
    Finding.IN_AUTHORITY: N_("Entrusted to"),
    Finding.REFERRED: N_("Referred to"),
    Finding.SPECIAL_PROCEDURE: N_("The law that applies"),
}


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


class LetterForm(QWidget):
    """What the clerk decides about a letter.

    Signals:
        edited: Something changed.
    """

    edited = Signal()

    def __init__(
        self, case: CaseView, office: OfficeView, draft: LetterDraft | None = None
    ) -> None:
        super().__init__()
        self.case, self._office, self._left = case, office, draft
        self._recipients = {
            Audience.PETITIONER: _petitioner(case),
            Audience.OTHERS: case.intake.letter_from,
            Audience.INSIDE: office.facts.director_title,
        }
        self._make_fields()
        self._audience = SPECS[self.kind.value()].audience
        self.recipient.set_text(self._recipients[self._audience])
        self._lay_out()
        self._subject = Proposal(self.subject)
        self._references = Proposal(self.references)
        self._body = Proposal(self.body)
        self.kind.edited.connect(self._kind_changed)
        self.finding.edited.connect(self._finding_changed)
        for field in self.fields.values():
            if field not in (self.kind, self.finding):
                field.edited.connect(self.edited)
        self._kind_changed("")
        if draft is not None:
            self._put_back(draft)

    def _put_back(self, draft: LetterDraft) -> None:
        """Let a draft stand as it was left."""
        self.kind.set_text(draft.kind.value)
        if draft.finding is not None:
            self.finding.set_text(draft.finding.value)
        for blank, text in draft.blanks.items():
            self.blanks[blank].set_text(text)
        self.salutation.set_text(draft.salutation)
        self.recipient.set_text(draft.recipient)
        self.signatory.set_text(str(draft.signatory_id))
        self.urgency.set_text(draft.urgency.value)
        self.subject.set_text(draft.subject or "")
        self.references.set_text("\n".join(draft.references or ()))
        self.enclosures.set_text("\n".join(draft.enclosures))
        self.copies.set_text(draft.copies_to)
        self.body.set_text("\n\n".join(draft.paragraphs or ()))

    def _make_fields(self) -> None:
        kinds = kinds_for(self.case)
        if self._left is not None and self._left.kind not in kinds:
            # Nobody has a name any more to whom it was written; what was written stays.
            kinds.append(self._left.kind)
        self.kind = ChoiceField(_("Letter"), [Choice(k.value, _(LETTER_KIND[k]), k) for k in kinds])
        findings = [Choice(f.value, _(FINDING[f]), f) for f in Finding]
        self.finding = ChoiceField(_("Outcome"), findings)
        self.blanks: dict[Blank, LineField | BlockField] = {
            blank: BlockField(_(BLANK[blank]), required=True, lines=3)
            if blank in BLOCKS
            else LineField(_(BLANK[blank]), required=True)
            for blank in Blank
        }
        self.blanks[Blank.PARTICULAR].set_text(self._office.facts.group)
        for blank in (Blank.SUMMARY, Blank.BACKGROUND):
            self.blanks[blank].set_text(self.case.matter.facts)
        self.blanks[Blank.ROUND].set_text("๑")
        self.salutation = LineField(_("Salutation"), width=120)
        self.salutation.suggest(tuple(CLOSINGS))
        self.salutation.set_text("เรียน")
        self.recipient = LineField(_("To"), required=True)
        signatories = [s for s in self._office.signatories if s.active]
        self.signatory = ChoiceField(
            _("Signed by"),
            [Choice(str(s.id), f"{s.name}  {s.position}", s.id) for s in signatories],
        )
        self.urgency = ChoiceField(
            _("Speed class"), [Choice(u.value, _(URGENCY[u]), u) for u in Urgency]
        )
        each_line = _("One a line.")
        self.subject = LineField(_("Subject of the letter"))
        self.references = BlockField(_("References"), lines=2, help_text=each_line)
        self.enclosures = BlockField(_("Enclosures"), lines=2, help_text=each_line)
        self.copies = LineField(_("Copies to"))
        self.body = BlockField(
            _("Text of the letter"),
            lines=11,
            help_text=_("An empty line parts paragraphs. Clear it to have the wording again."),
        )
        self.fields: dict[str, Field] = {
            "kind": self.kind,
            "finding": self.finding,
            **{blank.value: field for blank, field in self.blanks.items()},
            "recipient": self.recipient,
            "salutation": self.salutation,
            "signatory_id": self.signatory,
            "urgency": self.urgency,
            "subject": self.subject,
            "references": self.references,
            "enclosures": self.enclosures,
            "copies_to": self.copies,
            "paragraphs": self.body,
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(10)
        to = QHBoxLayout()
        to.addWidget(self.salutation)
        to.addWidget(self.recipient, 1)
        signed = QHBoxLayout()
        signed.addWidget(self.signatory, 3)
        signed.addWidget(self.urgency, 2)
        column.addWidget(self.kind)
        column.addWidget(self.finding)
        column.addLayout(to)
        for field in self.blanks.values():
            column.addWidget(field)
        column.addLayout(signed)
        column.addWidget(self.subject)
        column.addWidget(self.body, 1)
        self._beside = (self.urgency, self.references, self.enclosures, self.copies)
        for field in self._beside[1:]:
            column.addWidget(field)

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
            urgency=self.urgency.value(),
            paragraphs=None if body is None else _paragraphs(body),
        )

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
        # An order is addressed to nobody, and encloses nothing.
        for part in (self.salutation, self.recipient, *self._beside):
            part.setVisible(spec.form is not Form.ORDER)
        if spec.audience is not self._audience:
            # What goes to others must not name the petitioner, least of all by oversight.
            self._recipients[self._audience] = self.recipient.text()
            self._audience = spec.audience
            self.recipient.set_text(self._recipients[spec.audience])
        self.edited.emit()

    def _finding_changed(self, text: str) -> None:
        del text
        finding, particular = self.finding.value(), self.blanks[Blank.PARTICULAR]
        particular.caption.setText(_(_PARTICULAR[finding]) + " *")
        own = self._office.facts.group
        if finding is Finding.IN_AUTHORITY and not particular.text():
            particular.set_text(own)
        elif finding is not Finding.IN_AUTHORITY and particular.text() == own:
            particular.set_text("")
        self.edited.emit()


def kinds_for(case: CaseView) -> list[LetterKind]:
    """List the letters a case can have: nobody writes to nobody."""
    anonymous = is_anonymous(case.petitioners)
    return [
        kind
        for kind, spec in SPECS.items()
        if not (anonymous and spec.audience is Audience.PETITIONER)
    ]


def _petitioner(case: CaseView) -> str:
    if is_anonymous(case.petitioners):
        return ""
    return petitioner_name(case.petitioners[0])


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())
