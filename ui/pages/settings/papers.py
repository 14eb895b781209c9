"""The office's own papers: poster, flow chart, standards, and the journal's head."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.paper_orders import (
    JournalHeadOrder,
    PaperOrder,
    PosterOrder,
    RoadOrder,
    StandardsOrder,
)
from desktop.ports import Desk
from desktop.rules.people import Actor, Permission
from desktop.rules.thai.dates import official_date
from desktop.views import OfficeView
from desktop.wording import _
from ui.dialogs.paper import print_paper
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.theme import px
from ui.widgets.field import LineField
from ui.widgets.plain import Card, button, label


class OfficePapers(QWidget):
    """Prints what hangs on the office's wall or lies in its safe."""

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._operations, self._office = operations, office
        self.notices = Notices()
        self.code = LineField(
            _("What the QR code opens"),
            placeholder="https://",
            help_text=_("An address people can scan from the poster. Empty: no code."),
        )
        self.code.setMaximumWidth(px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notices)
        self.poster = self._offer(
            column,
            _("Channel poster"),
            _("The open channels, the phone number and a QR code, A4 for the wall."),
            self._poster,
            self.code,
        )
        self.road = self._offer(
            column,
            _("Flow chart"),
            _("How a complaint goes from receipt to the archive, and who may do what."),
            lambda *_: RoadOrder(self._today()),
        )
        self.standards = self._offer(
            column,
            _("Time standards"),
            _("Within how many days the office acknowledges, replies and finishes."),
            lambda desk, actor: StandardsOrder(self._today(), desk.reading.lists(actor)),
        )
        if operations.actor.may(Permission.KEEP_OFFICE):
            self.head = self._offer(
                column,
                _("Journal head"),
                _("The journal's last number and check value, signed and kept in the safe."),
                self._head,
            )

    def _offer(
        self,
        column: QVBoxLayout,
        title: str,
        what: str,
        order: Callable[[Desk, Actor], PaperOrder],
        field: QWidget | None = None,
    ) -> QPushButton:
        card = Card(title)
        card.column.addWidget(label(what, "second", wrap=True))
        if field is not None:
            card.column.addWidget(field)
        show = button(_("Show"))
        show.setAccessibleName(title)
        show.clicked.connect(lambda: self._show(title, order))
        card.column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        return show

    def _show(self, title: str, order: Callable[[Desk, Actor], PaperOrder]) -> None:
        self.code.set_error("")
        print_paper(self._operations, self, title, order, self._office, self._refused)

    def _today(self) -> date:
        return official_date(self._operations.desk.now())

    def _poster(self, desk: Desk, actor: Actor) -> PosterOrder:
        return PosterOrder(desk.reading.lists(actor).channels, self.code.text(), self._today())

    def _head(self, desk: Desk, actor: Actor) -> JournalHeadOrder:
        return JournalHeadOrder(desk.reading.journal_head(actor), desk.now())

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {"code": self.code}, self.notices)
