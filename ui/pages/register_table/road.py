"""ดำเนินการ on the register: the day's post goes up together, and its orders come back together."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.views import ComplaintRow, OfficeView
from desktop.wording import _
from desktop.wording.road import MOVE
from ui.actions import Act, spec
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone

if TYPE_CHECKING:
    from desktop.paper_orders import PostOrder
    from ui.dialogs.sheet import Sheet

TOGETHER = (Move.SCREEN, Move.AWAIT_ORDER, Move.ORDER, Move.ARCHIVE)
"""Moves that may be made of many complaints at once."""
NAMED = 8
"""Complaints named one by one where some are left out."""


class BulkRoad(QPushButton):
    """Moves the selected complaints together, and prints the memo that lays them up."""

    def __init__(
        self,
        operations: Operations,
        page: QWidget,
        notices: Notices,
        selected: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__(_("Proceed…"), page)
        self.setAccessibleName(_("Proceed…"))
        self.setToolTip(f"{self.text()} (Ctrl+J)")
        self.setShortcut("Ctrl+J")
        self._operations, self._page = operations, page
        self._notices, self._selected = notices, selected
        self.setMenu(QMenu(self))

    def arrive(self) -> None:
        """Offer what the actor may do."""
        menu = self.menu()
        menu.clear()
        for move in TOGETHER:
            if self._operations.actor.may(ROAD[move].permission):
                action = menu.addAction(f"{_(MOVE[move])}…")
                action.triggered.connect(partial(self.ask, move))
        if self._operations.actor.may(ROAD[Move.CLOSE].permission):
            closing = menu.addAction(_("Close many complaints…"))
            closing.setShortcut(spec(Act.CLOSE_CASE).keys)
            closing.triggered.connect(self.close_many)
        if self._operations.actor.may(ROAD[Move.AWAIT_ORDER].permission):
            menu.addSeparator()
            memo = menu.addAction(_("Memo laying them before the director…"))
            memo.triggered.connect(partial(self._with_openable, self.print_memo))
        self.setVisible(bool(menu.actions()))

    # The sheets and the paper bring heavier rooms with them; the register must not wait for those.

    def ask(self, move: Move) -> None:
        """Ask what a move demands of all that are selected; laid up, they are put on one memo."""
        from ui.dialogs.road.inquiry import OrderSheet  # noqa: PLC0415
        from ui.dialogs.road.plain import MoveSheet  # noqa: PLC0415

        def opened(ids: tuple[int, ...]) -> None:
            sheet: Sheet
            if move is Move.ORDER:
                sheet = OrderSheet(self._operations, ids, self._page)
            else:
                sheet = MoveSheet(self._operations, ids, move, self._page)
            if move is Move.AWAIT_ORDER:
                sheet.done_with.connect(lambda _done: self.print_memo(ids))
            sheet.open()

        self._with_openable(opened)

    def close_many(self) -> None:
        """Close all that are selected, once it was shown which of them may be."""
        from ui.dialogs.close_many import CloseManySheet  # noqa: PLC0415

        def opened(ids: tuple[int, ...]) -> None:
            CloseManySheet(self._operations, ids, self._page).open()

        self._with_openable(opened)

    def _with_openable(self, do: Callable[[tuple[int, ...]], None]) -> None:
        """Do something with what is selected and may be opened; what is left out is told."""
        # A long list has not read every line that is selected: those are asked for.
        ids = tuple(self._selected())

        def parted(rows: Sequence[ComplaintRow]) -> None:
            veiled = [str(row.number) for row in rows if row.veiled]
            if veiled:
                said = _("Left out, as you may not open them: {numbers}")
                said = said.format(numbers=", ".join(veiled[:NAMED]))
                if len(veiled) > NAMED:
                    said += " " + _("and {count} more").format(count=len(veiled) - NAMED)
                self._notices.passing(digits(said), Tone.SOON)
            openable = tuple(row.id for row in rows if not row.veiled)
            if openable:
                do(openable)

        self._operations.read(
            self._page, lambda desk, actor: desk.reading.register_rows(actor, ids), parted
        )

    def print_memo(self, ids: Sequence[int]) -> None:
        """Show the memo that lays complaints before the director."""
        from desktop.paper_orders import PostOrder  # noqa: PLC0415
        from ui.dialogs.openings import Openings  # noqa: PLC0415
        from ui.dialogs.paper import print_paper  # noqa: PLC0415

        today = official_date(self._operations.desk.now())

        def order(desk: Desk, actor: Actor) -> "PostOrder":
            # In the order in which they came, however the list is sorted.
            listed = desk.reading.register_rows(actor, ids)
            rows = tuple(sorted(listed, key=lambda row: row.number))
            mine = [one for one in desk.reading.people(actor) if one.id == actor.person_id]
            return PostOrder(rows, actor.name, mine[0].position if mine else "")

        def show(office: OfficeView) -> None:
            title = _("Memo laying them before the director…").rstrip("…")
            print_paper(self._operations, self._page, title, order, office, self._refused)

        opened = Openings(self._operations, self._page, self._refused)
        opened.read(lambda desk, _actor: (desk.reading.office(today), ids), show)

    def _refused(self, error: Exception) -> bool:
        from ui.dialogs.sheet import show_refusals  # noqa: PLC0415

        return show_refusals(error, {}, self._notices)
