"""The same letter to the petitioners of many complaints: what it says, before any is issued."""

import secrets
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.batching import PlanLetters, plan_letters
from desktop.rules.letters import SPECS, Audience, Blank, Finding, LetterKind, LetterSeries
from desktop.views import OfficeView
from desktop.wording import _, ngettext
from desktop.wording.names import FINDING, LETTER_KIND
from ui.dialogs.letter_blanks import ask_particular, blank_field
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField, LineField


class LetterBatchSheet(Sheet):
    """Decides a letter for the selection."""

    def __init__(
        self,
        operations: Operations,
        case_ids: Sequence[int],
        office: OfficeView,
        parent: QWidget | None = None,
    ) -> None:
        count = len(case_ids)
        said = ngettext(
            "Letters to the petitioners of {count} complaint",
            "Letters to the petitioners of {count} complaints",
            count,
        )
        title = digits(said.format(count=count))
        ours = office.facts.letter_series is LetterSeries.OURS
        primary = _("Issue letters") if ours else _("Finish for signing")
        super().__init__(operations, title, primary, plan_letters, parent)
        self._case_ids = tuple(case_ids)
        # One plan, one key: pressing twice plans it once.
        self._key = secrets.token_hex(16)
        kinds = [k for k, spec in SPECS.items() if spec.audience is Audience.PETITIONER]
        self.kind = ChoiceField(_("Letter"), [Choice(k.value, _(LETTER_KIND[k]), k) for k in kinds])
        self.finding = ChoiceField(
            _("Outcome"), [Choice(f.value, _(FINDING[f]), f) for f in Finding]
        )
        asked = {blank for kind in kinds for blank in SPECS[kind].blanks}
        self.blanks: dict[Blank, LineField | BlockField] = {
            blank: blank_field(blank) for blank in Blank if blank in asked
        }
        self._group = office.facts.group
        signatories = [s for s in office.signatories if s.active]
        self.signatory = ChoiceField(
            _("Signed by"),
            [Choice(str(s.id), f"{s.name}  {s.position}", s.id) for s in signatories],
        )
        self.put("kind", self.kind)
        self.put("finding", self.finding)
        for blank, field in self.blanks.items():
            self.put(blank.value, field)
        self.put("signatory_id", self.signatory)
        self.kind.edited.connect(self._kind_changed)
        self.finding.edited.connect(self._finding_changed)
        self._finding_changed("")
        self._kind_changed("")

    def command(self) -> PlanLetters:
        """Return what was decided."""
        kind: LetterKind = self.kind.value()
        return PlanLetters(
            key=self._key,
            case_ids=self._case_ids,
            kind=kind,
            signatory_id=self.signatory.value() or 0,
            blanks={blank: self.blanks[blank].text() for blank in SPECS[kind].blanks},
            finding=self.finding.value() if kind is LetterKind.ACKNOWLEDGEMENT else None,
        )

    def _kind_changed(self, text: str) -> None:
        del text
        kind = self.kind.value()
        self.finding.setVisible(kind is LetterKind.ACKNOWLEDGEMENT)
        for blank, field in self.blanks.items():
            field.setVisible(blank in SPECS[kind].blanks)
            field.set_error("")

    def _finding_changed(self, text: str) -> None:
        del text
        ask_particular(self.blanks[Blank.PARTICULAR], self.finding.value(), self._group)
