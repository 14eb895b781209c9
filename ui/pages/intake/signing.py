"""What is printed from where the number is shown: form, statement, the letter with its stamp."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.paper_orders import PaperOrder, PetitionOrder, StampOrder
from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from desktop.rules.statement import begun
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, OfficeView
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.kept_paper import open_and_show
from ui.dialogs.openings import Openings
from ui.dialogs.paper import print_paper
from ui.dialogs.sheet import refusals_of
from ui.dialogs.statement import StatementSheet
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone

PDF = "application/pdf"


class Signing(QObject):
    """Shows the paper of a complaint over the page; it is printed from there."""

    def __init__(self, operations: Operations, notices: Notices, page: QWidget) -> None:
        super().__init__(page)
        self._operations, self._notices, self._page = operations, notices, page
        self._openings = Openings(operations, page, self._refused)

    def show_form(self, case_id: int) -> None:
        """Show the form to sign, or the letter with its stamp."""
        self._read(case_id, self._show)

    def record_statement(self, case_id: int) -> None:
        """Record what the visitor states, beginning with what was just typed, and show it."""
        self._read(case_id, self._state)

    def _read(self, case_id: int, shown: Callable[[tuple[CaseView, OfficeView]], None]) -> None:
        """Read a complaint; it is kept who opens a sealed one."""

        def question(
            desk: Desk, actor: Actor
        ) -> tuple[tuple[CaseView, OfficeView], tuple[int, ...]]:
            office = desk.reading.office(official_date(desk.now()))
            return (desk.reading.case(actor, case_id), office), (case_id,)

        self._openings.read(question, shown)

    def _state(self, answer: tuple[CaseView, OfficeView]) -> None:
        case, office = answer
        said = begun(case.matter)
        sheet = StatementSheet(self._operations, case, office, self._page, said=said)
        open_and_show(sheet, self._page)

    def _show(self, answer: tuple[CaseView, OfficeView]) -> None:
        case, office = answer
        if case.channel.kind is ChannelKind.LETTER:
            self._show_stamped(case, office)
            return
        title = f"{_('Petition form 1 (in person)')} {digits(str(case.number))}"
        order = PetitionOrder(case)
        print_paper(self._operations, self._page, title, lambda *_: order, office, self._refused)

    def _show_stamped(self, case: CaseView, office: OfficeView) -> None:
        scan = next((file for file in case.files if file.media_type == PDF), None)
        if scan is None:
            said = _("The receipt stamp is printed on a PDF, and none came with this letter.")
            self._notices.passing(said, Tone.SOON)
            return

        def order(desk: Desk, actor: Actor) -> PaperOrder:
            return StampOrder(case, scan.name, desk.reading.file(actor, scan.id))

        print_paper(self._operations, self._page, scan.name, order, office, self._refused)

    def _refused(self, error: Exception) -> bool:
        refusals = refusals_of(error)
        for refused in refusals:
            self._notices.passing(sentence(refused), Tone.LATE)
        return bool(refusals)
