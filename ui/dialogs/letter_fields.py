"""The fields of a letter, and where each stands on its form."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.complaint import Secrecy, Urgency, is_anonymous
from desktop.rules.letters import (
    CLOSINGS,
    SPECS,
    Audience,
    Blank,
    Finding,
    LetterDraft,
    LetterKind,
)
from desktop.views import CaseView, OfficeView
from desktop.wording import _
from desktop.wording.names import FINDING, LETTER_FORM, LETTER_KIND, SECRECY, URGENCY
from ui.dialogs.letter_blanks import blank_field
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import MomentField
from ui.widgets.field import BlockField, Field, LineField
from ui.widgets.fitting import tab_as_shown

WITHIN = "within"
_KEPT = (Secrecy.NONE, Secrecy.SECRET)


class LetterFields(QWidget):
    """All that may be asked about a letter; `left` is the draft that is to be put back, if any."""

    def __init__(
        self,
        case: CaseView,
        office: OfficeView,
        today: Callable[[], date],
        left: LetterDraft | None,
    ) -> None:
        super().__init__()
        self.case, self._office, self._today, self._left = case, office, today, left
        self._make_fields()
        self._lay_out()

    def _make_fields(self) -> None:
        kinds = kinds_for(self.case)
        if self._left is not None and self._left.kind not in kinds:
            # Nobody has a name any more to whom it was written; what was written stays.
            kinds.append(self._left.kind)
        self.kind = ChoiceField(_("Letter"), [Choice(k.value, _(LETTER_KIND[k]), k) for k in kinds])
        findings = [Choice(f.value, _(FINDING[f]), f) for f in Finding]
        self.finding = ChoiceField(_("Outcome"), findings)
        self.blanks: dict[Blank, LineField | BlockField] = {
            blank: blank_field(blank) for blank in Blank
        }
        self.blanks[Blank.PARTICULAR].set_text(self._office.facts.group)
        for blank in (Blank.SUMMARY, Blank.BACKGROUND):
            self.blanks[blank].set_text(self.case.matter.facts)
        self.blanks[Blank.ROUND].set_text("๑")
        self.salutation = LineField(_("Salutation"), width=120)
        self.salutation.suggest(tuple(CLOSINGS))
        self.salutation.set_text("เรียน")
        self.recipient = BlockField(_("To"), required=True, lines=1)
        signatories = [s for s in self._office.signatories if s.active]
        self.signatory = ChoiceField(
            _("Signed by"),
            [Choice(str(s.id), f"{s.name}  {s.position}", s.id) for s in signatories],
        )
        self.layout_choice = ChoiceField(
            _("Form of the letter"), [Choice(f.value, _(LETTER_FORM[f]), f) for f in LETTER_FORM]
        )
        self.secrecy = ChoiceField(
            _("Secrecy class"), [Choice(s.value, _(SECRECY[s]), s) for s in _KEPT]
        )
        self.secrecy.set_text(self.case.secrecy.value)
        self.urgency = ChoiceField(_("Speed class"), speeds(within=True))
        self.within = MomentField(_("With the recipient by"), _("Time"), self._today)
        each_line = _("One a line.")
        self.subject = LineField(_("Subject of the letter"))
        self.references = BlockField(_("References"), lines=2, help_text=each_line)
        self.enclosures = BlockField(_("Enclosures"), lines=2, help_text=each_line)
        self.identity_reason = LineField(
            _("Why it has to stand there"),
            help_text=_("Only where it cannot be left out; the reason stays in the journal."),
        )
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
            "form": self.layout_choice,
            "secrecy": self.secrecy,
            "urgency": self.urgency,
            "within": self.within.date,
            "within_time": self.within.time,
            "subject": self.subject,
            "references": self.references,
            "enclosures": self.enclosures,
            "identity_reason": self.identity_reason,
            "copies_to": self.copies,
            "paragraphs": self.body,
        }

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        to = QHBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        to.addWidget(self.salutation, 0, top)
        to.addWidget(self.recipient, 1, top)
        classes = QHBoxLayout()
        classes.addWidget(self.secrecy, 1, top)
        classes.addWidget(self.urgency, 1, top)
        column.addWidget(self.kind)
        column.addWidget(self.layout_choice)
        column.addWidget(self.finding)
        column.addLayout(to)
        for field in self.blanks.values():
            column.addWidget(field)
        column.addWidget(self.signatory)
        column.addLayout(classes)
        column.addWidget(self.within)
        column.addWidget(self.subject)
        column.addWidget(self.body, 1)
        self._beside = (self.references, self.enclosures, self.copies)
        for field in (self.references, self.enclosures, self.identity_reason, self.copies):
            column.addWidget(field)

    def add_on_top(self, field: QWidget) -> None:
        """Ask for something else before the rest."""
        self._column.insertWidget(0, field)
        # Tab goes by how parts hang on the form, and this one hangs on it last.
        field.lower()
        tab_as_shown(self)

    def add_below_enclosures(self, offer: QWidget) -> None:
        """Put beneath the enclosures what offers some."""
        below = self._column.indexOf(self.enclosures) + 1
        self._column.insertWidget(below, offer, 0, Qt.AlignmentFlag.AlignLeft)


def speeds(*, within: bool) -> list[Choice]:
    """List the speed classes; one with a moment of its own has no value."""
    classes = [Choice(u.value, _(URGENCY[u]), u) for u in Urgency]
    return [*classes, Choice(WITHIN, _("Urgent, to arrive by…"))] if within else classes


def kinds_for(case: CaseView) -> list[LetterKind]:
    """List the letters a case can have: nobody writes to nobody."""
    anonymous = is_anonymous(case.petitioners)
    return [
        kind
        for kind, spec in SPECS.items()
        if not (anonymous and spec.audience is Audience.PETITIONER)
    ]
