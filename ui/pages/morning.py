"""This morning: what is late, due or running out, and what else waits to be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.changes import Changes
from desktop.rules.thai.dates import ERA, official_date
from desktop.rules.worktime import WorkCalendar
from desktop.views import Agenda, AgendaGroup, AgendaKind, ComplaintRow, OfficeView, RegisterView
from desktop.wording import _
from desktop.wording.dates import weekday_date
from desktop.wording.names import AGENDA
from ui.operations import Operations
from ui.pages.register_table.columns import veil
from ui.telling import digits, due_words, owner_words
from ui.theme import row_height
from ui.widgets.plain import Card, EmptyState, PageTitle, button, label, scrolling

_ID = int(Qt.ItemDataRole.UserRole)
_LISTS = {
    AgendaKind.LATE: RegisterView.LATE,
    AgendaKind.CHILD_DANGER: RegisterView.CHILD_DANGER,
    AgendaKind.NO_CONTACT: RegisterView.NO_CONTACT,
    AgendaKind.WAIT_OVER: RegisterView.WAIT_OVER,
    AgendaKind.REFERRAL_OVER: RegisterView.REFERRAL_OVER,
    AgendaKind.INQUIRY_OVER: RegisterView.INQUIRY_OVER,
}
"""The lists of the register that hold the whole of a group."""


class MorningPage(QWidget):
    """A quiet list, group by group; it waits to be read and never stands in the way.

    Signals:
        opened: Somebody wants to see a complaint. arg: its identity.
        all_wanted: Somebody wants a whole list. arg: the view.
        checks_wanted: Somebody wants to look at the channels.
        settings_wanted: Somebody wants to enter holidays.
    """

    opened = Signal(int)
    all_wanted = Signal(object)
    checks_wanted = Signal()
    settings_wanted = Signal()

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._operations, self._calendar = operations, office.calendar
        self.lists: list[QListWidget] = []
        self.title = PageTitle(_("This morning"))
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        empty = EmptyState(_("Nothing is due this morning"), _("All that runs is within its time."))
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(scrolling(self._ground))
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(below, 1)
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Read what waits for whoever is signed in."""
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        now = self._operations.desk.now()
        self._operations.read(
            self,
            lambda desk, actor: (desk.reading.agenda(actor, now), desk.reading.days().calendar()),
            self._show,
        )

    def _show(self, answer: tuple[Agenda, WorkCalendar]) -> None:
        agenda, self._calendar = answer
        today = official_date(self._operations.desk.now())
        self.title.note.setText(weekday_date(today))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lists = []
        for group in agenda.groups:
            self._column.addWidget(self._card(group))
        if agenda.unchecked:
            self._column.addWidget(self._unchecked(agenda.unchecked))
        if agenda.missing_year is not None:
            self._column.addWidget(self._missing(agenda.missing_year))
        self._column.addStretch()
        self._stack.setCurrentIndex(1 if agenda.empty else 0)
        if self.lists and self.isVisible():
            self.lists[0].setFocus()

    def _card(self, group: AgendaGroup) -> Card:
        name = _(AGENDA[group.kind])
        card = _card(f"{name} {digits(f'{group.total:,}')}")
        rows = QListWidget()
        rows.setObjectName("Bare")
        rows.setAccessibleName(name)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in group.rows:
            item = QListWidgetItem(self._said(row))
            item.setToolTip(item.text())
            item.setData(_ID, row.id)
            rows.addItem(item)
        high = max(rows.sizeHintForRow(0), row_height() - 6)
        for place in range(rows.count()):
            rows.item(place).setSizeHint(QSize(0, high))
        rows.setFixedHeight(high * len(group.rows) + 8)
        rows.itemActivated.connect(self._activated)
        rows.setCurrentRow(0)
        self.lists.append(rows)
        card.column.addWidget(rows)
        view = _LISTS.get(group.kind)
        if view is not None and group.total > len(group.rows):
            more = button(_("Show all"), "link")
            more.setAccessibleName(f"{_('Show all')}: {name}")
            more.clicked.connect(lambda: self.all_wanted.emit(view))
            card.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _said(self, row: ComplaintRow) -> str:
        now, calendar = self._operations.desk.now(), self._calendar
        due, _tone = due_words(row.due_at, row.due_kind, row.verdict, now, calendar, row.status)
        subject = veil(row) if row.veiled else row.subject
        owner = _("owner {name}").format(name=row.owner or _("nobody yet"))
        if row.in_stead:
            owner = owner_words(row)
        return " · ".join((digits(str(row.number)), due, owner, subject))

    def _unchecked(self, names: tuple[str, ...]) -> Card:
        card = _card(_("Channels not checked today"))
        card.column.addWidget(label(" · ".join(names), "second", wrap=True))
        return self._with_button(card, _("Check channels"), self.checks_wanted.emit)

    def _missing(self, year: int) -> Card:
        card = _card(_("Holidays are missing"))
        shown = digits(str(year + ERA))
        said = _("Due dates in {year} are not to be relied on until its holidays are entered.")
        card.column.addWidget(label(said.format(year=shown), "second", wrap=True))
        return self._with_button(card, _("Settings"), self.settings_wanted.emit)

    def _with_button(self, card: Card, text: str, do: object) -> Card:
        row = QHBoxLayout()
        part = button(text)
        part.clicked.connect(do)
        row.addWidget(part)
        row.addStretch()
        card.column.addLayout(row)
        return card

    def _activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(int(item.data(_ID)))

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.COMPLAINTS | Changes.CALENDAR | Changes.OFFICE) and self.isVisible():
            self.refresh()


def _card(heading: str) -> Card:
    made = Card(heading)
    # What is left of the page stays below the cards, not within them.
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return made
