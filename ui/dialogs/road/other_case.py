"""A field that finds another complaint by its number or its words."""

from PySide6.QtCore import QTimer, Signal

from desktop.ports import Desk
from desktop.rules.asking import read_search
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import ComplaintRow, RegisterQuery, SortBy
from desktop.wording import _
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.field import LineField

PAUSE = 200
"""Milliseconds after the last keystroke before it is looked for."""
OFFERED = 8
"""Complaints offered while typing."""


class OtherCaseField(LineField):
    """Another complaint than the one on the page.

    Signals:
        meant: What was typed and entered names one complaint. arg: its identity.
    """

    meant = Signal(int)

    def __init__(
        self, operations: Operations, case_id: int, text: str, *, required: bool = True
    ) -> None:
        self._plain = _("Type its number, or words of it.")
        super().__init__(text, required=required, help_text=self._plain)
        self._operations, self._own = operations, case_id
        self._found: dict[str, int] = {}
        self._only: int | None = None
        self._answered = ""
        self._entered = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self._look)
        self.edited.connect(self._typed)

    @property
    def case_id(self) -> int | None:
        """The complaint that is meant, once there is no doubt."""
        return self._found.get(self.text(), self._only)

    def refuse_doubt(self) -> bool:
        """Show that what is typed names no complaint; tell whether it was so."""
        if self.case_id is not None or not self.text().strip():
            return False
        self.set_error(_("No complaint, or more than one, is found by this. Type its number."))
        self.show_error()
        return True

    def enter(self) -> None:
        """Take what is typed for what is meant, looking for it first where it still waits."""
        if self.case_id is None and self.text().strip() and self._answered != self.text():
            self._entered = True
            if self._waiting.isActive():
                self._waiting.stop()
                self._look()
        elif not self.refuse_doubt() and self.case_id is not None:
            self.meant.emit(self.case_id)

    def _typed(self, text: str) -> None:
        self._only, self._entered = None, False
        self.set_error("")
        if text in self._found:
            self._waiting.stop()
            return
        self.set_help(self._plain)
        self._waiting.start()

    def _look(self) -> None:
        typed, now = self.text(), self._operations.desk.now()
        if not typed.strip():
            return

        asked = read_search(typed, official_date(now))

        def question(desk: Desk, actor: Actor) -> list[ComplaintRow]:
            query = RegisterQuery(asked=asked, sort=SortBy.FIT)
            ids = desk.reading.register_ids(actor, query, now, OFFERED + 1)
            return [row for row in desk.reading.register_rows(actor, ids) if not row.veiled]

        def offer(rows: list[ComplaintRow]) -> None:
            if typed == self.text():
                self._answered = typed
                self._offer([row for row in rows if row.id != self._own][:OFFERED])

        self._operations.read(self, question, offer)

    def _offer(self, rows: list[ComplaintRow]) -> None:
        self.set_error("")
        self._found = {called(row): row.id for row in rows}
        self.suggest(tuple(self._found))
        if len(rows) == 1:
            self._only = rows[0].id
            self.set_help(called(rows[0]))
        elif rows:
            said = _("{count} complaints are found; choose one of them.")
            self.set_help(digits(said.format(count=len(rows))))
            self.line.completer().setCompletionPrefix("")
            if self.line.hasFocus():
                self.line.completer().complete()
        else:
            self.set_help(_("No complaint is found by this."))
        if self._entered:
            self._entered = False
            self.enter()


def called(row: ComplaintRow) -> str:
    """Say which complaint it is."""
    return " · ".join(
        part for part in (digits(str(row.number)), row.subject, row.petitioner) if part
    )
