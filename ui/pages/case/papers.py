"""The papers of a case besides letters: slip, petition form, envelopes and labels."""

from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.paper_orders import (
    EnvelopeOrder,
    EnvelopeSize,
    ExplanationOrder,
    PaperOrder,
    PetitionOrder,
    SlipOrder,
    SlipPaper,
    StampOrder,
)
from desktop.ports import Desk
from desktop.rules.clocked import Clock
from desktop.rules.complaint import ChannelKind, is_anonymous
from desktop.rules.people import Actor, Permission
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, FileView, OfficeView
from desktop.wording import N_, _
from ui.dialogs.envelope import EnvelopeDialog, letters_out
from ui.dialogs.kept_paper import open_and_show
from ui.dialogs.paper import print_paper
from ui.dialogs.releasing import SummarySheet
from ui.dialogs.statement import StatementSheet
from ui.operations import Operations, Otherwise
from ui.telling import digits
from ui.widgets.plain import button

_SLIPS = {
    SlipPaper.A6: N_("Receipt slip, A6"),
    SlipPaper.A5: N_("Receipt slip, A5"),
    SlipPaper.ROLL: N_("Receipt slip, 80 mm roll"),
}
_ENVELOPES = {
    EnvelopeSize.DL: N_("Envelope DL"),
    EnvelopeSize.C5: N_("Envelope C5"),
    EnvelopeSize.C4: N_("Envelope C4"),
}


class CasePapers:
    """A button that offers the papers of the case on its page."""

    def __init__(self, operations: Operations, page: QWidget, refused: Otherwise) -> None:
        self._operations, self._page, self._refused = operations, page, refused
        self.button: QPushButton = button(_("Papers…"), keys="Ctrl+Shift+B")
        self.button.setShortcut("Ctrl+Shift+B")
        self.button.setEnabled(False)
        self.menu = QMenu(self.button)
        self.button.clicked.connect(self._drop)

    def show_case(self, case: CaseView, office: OfficeView) -> None:
        """Offer the papers of a case."""
        self.menu.clear()
        for paper, text in _SLIPS.items():
            self._offer(_(text), SlipOrder(case, paper), case, office)
        by_phone = case.channel.kind is ChannelKind.PHONE
        form = _("Petition form 2 (phone)") if by_phone else _("Petition form 1 (in person)")
        self.menu.addSeparator()
        self._offer(form, PetitionOrder(case), case, office)
        if self._operations.actor.may(Permission.WORK):
            statement = self.menu.addAction(_("Record of a statement…"))
            statement.triggered.connect(partial(self._state, case, office))
        if self._operations.actor.may(Permission.ISSUE_LETTER):
            summary = self.menu.addAction(_("Summary without the petitioner…"))
            summary.triggered.connect(partial(self._summarise, case))
        if not is_anonymous(case.petitioners):
            self.menu.addSeparator()
            for size, text in _ENVELOPES.items():
                self._offer(_(text), EnvelopeOrder(case, size), case, office)
        if not is_anonymous(case.petitioners) or letters_out(case):
            more = self.menu.addAction(_("Other envelope or label…"))
            more.triggered.connect(partial(self._ask, case, office))
        papers = [file for file in case.files if file.media_type == "application/pdf"]
        if papers:
            self.menu.addSeparator()
        for file in papers:
            # An ampersand would underline a letter.
            name = _("Receipt stamp on “{name}”").format(name=file.name.replace("&", "&&"))
            action = self.menu.addAction(name)
            action.triggered.connect(partial(self._stamp, file, case, office))
        self.button.setEnabled(True)

    def explain(self, clock: Clock, case: CaseView, office: OfficeView) -> None:
        """Print how a clock is counted."""
        today = official_date(self._operations.desk.now())
        self._order(_("Counting of a due date"), ExplanationOrder(case, clock, today), case, office)

    def _drop(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _offer(self, text: str, order: PaperOrder, case: CaseView, office: OfficeView) -> None:
        action = self.menu.addAction(text)
        action.triggered.connect(partial(self._order, text, order, case, office))

    def _order(
        self,
        text: str,
        order: PaperOrder,
        case: CaseView,
        office: OfficeView,
        _checked: bool = False,
    ) -> None:
        title = f"{text} {digits(str(case.number))}"
        print_paper(self._operations, self._page, title, lambda *_: order, office, self._refused)

    def _stamp(
        self, file: FileView, case: CaseView, office: OfficeView, _checked: bool = False
    ) -> None:
        def order(desk: Desk, actor: Actor) -> PaperOrder:
            return StampOrder(case, file.name, desk.reading.file(actor, file.id))

        print_paper(self._operations, self._page, file.name, order, office, self._refused)

    def _state(self, case: CaseView, office: OfficeView, _checked: bool = False) -> None:
        open_and_show(StatementSheet(self._operations, case, office, self._page), self._page)

    def _summarise(self, case: CaseView, _checked: bool = False) -> None:
        open_and_show(SummarySheet(self._operations, case, parent=self._page), self._page)

    def _ask(self, case: CaseView, office: OfficeView, _checked: bool = False) -> None:
        dialog = EnvelopeDialog(case, self._page)
        dialog.chosen.connect(lambda text, order: self._order(text, order, case, office))
        dialog.open()
