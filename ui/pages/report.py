"""The SLA report: a period, its figures on screen, and the paper as it prints."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.ports import Desk
from desktop.rules.figures import Counts, GroupCounts, SlaFigures, total
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind
from desktop.rules.thai.dates import official_date
from desktop.wording import N_, _
from desktop.wording.dates import short_date, short_month
from desktop.wording.names import PRIORITY
from ui.actions import Act, spec
from ui.dialogs.paper import show_paper
from ui.operations import Operations
from ui.pages.period import PeriodFields
from ui.pages.report_satisfaction import satisfaction_card
from ui.printing.job import Paper
from ui.telling import digits
from ui.widgets.bars import Bar, Bars
from ui.widgets.plain import Card, PageTitle, button, label, scrolling, spread

_HEADS = (
    N_("Done on time"),
    N_("Done late"),
    N_("Open, overdue"),
    N_("Open, in time"),
    N_("No due date"),
    N_("Total"),
    N_("On time %"),
)


class ReportPage(QWidget):
    """Figures of a period, and the paper of the same figures.

    Signals:
        books_wanted: Somebody wants to see the office's books.
        files_wanted: Somebody wants to see the files of all complaints.
    """

    books_wanted = Signal()
    files_wanted = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._asked = 0
        self.figures: SlaFigures | None = None
        self.title = PageTitle(_("SLA report"))
        self.paper_button = button(_("Preview and print"), "primary", "Ctrl+P")
        self.paper_button.setShortcut("Ctrl+P")
        self.paper_button.clicked.connect(self.show_paper)
        self.books_button = button(_(spec(Act.BOOKS).text), keys=spec(Act.BOOKS).keys)
        self.books_button.clicked.connect(self.books_wanted)
        self.files_button = button(_(spec(Act.FILES).text), keys=spec(Act.FILES).keys)
        self.files_button.clicked.connect(self.files_wanted)
        spread(self.title.bar, self.books_button, self.files_button, self.paper_button)
        self.span = PeriodFields(self._today)
        self.period, self.first, self.last = self.span.period, self.span.first, self.span.last
        self.span.edited.connect(self.refresh)
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        scroll = scrolling(self._ground)
        choose = QHBoxLayout()
        choose.addWidget(self.span, 4)
        choose.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 16)
        whole.setSpacing(12)
        whole.addWidget(self.title)
        whole.addLayout(choose)
        whole.addWidget(scroll, 1)

    def arrive(self) -> None:
        """Count the period for whoever is signed in."""
        self.refresh()

    def set_period(self, first: date, last: date) -> None:
        """Show another period."""
        self.span.set_days(first, last)

    def refresh(self) -> None:
        """Count the period again."""
        period = self.span.days()
        if period is None:
            return
        first, last = period
        now = self._operations.desk.now()
        self._asked += 1
        asked = self._asked

        def land(figures: SlaFigures) -> None:
            # A long period may be counted after a short one that was asked for later.
            if asked == self._asked:
                self.show_figures(figures)

        self._operations.read(
            self, lambda desk, actor: desk.reading.sla_figures(actor, first, last, now), land
        )

    def show_paper(self) -> None:
        """Show the report as it prints."""
        figures, now = self.figures, self._operations.desk.now()
        if figures is None:
            return

        def question(desk: Desk, actor: Actor) -> bytes:
            del actor
            office = desk.reading.office(official_date(now))
            return desk.press.sla_report(figures, office, now).pdf

        self._operations.read(self, question, self._show_pdf)

    def show_figures(self, figures: SlaFigures) -> None:
        """Put figures on screen."""
        self.figures = figures
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_headline(figures), 3)
        row.addWidget(_chart(figures), 4)
        self._column.addWidget(top)
        priorities = {kind.value: _(name) for kind, name in PRIORITY.items()}
        nobody = {"": _("Unassigned")}
        for title, groups in (
            (_("By priority"), _named(figures.by_priority, priorities)),
            (_("By category"), figures.by_category),
            (_("By owner"), _named(figures.by_owner, nobody)),
            (_("By month"), _months(figures.by_month)),
        ):
            self._column.addWidget(_table(title, groups))
        self._column.addWidget(satisfaction_card(figures))
        self._column.addWidget(_late(figures))
        self._column.addStretch()

    def _show_pdf(self, pdf: bytes) -> None:
        show_paper(self, Paper(_("SLA report"), pdf, PaperKind.REPORT))

    def _today(self) -> date:
        return official_date(self._operations.desk.now())


def percent_text(counts: Counts) -> str:
    """Say an on-time share; what cannot be counted is "-"."""
    share = counts.on_time_percent
    return "-" if share is None else digits(str(share))


def _headline(figures: SlaFigures) -> Card:
    card = Card(_("On time"))
    counts = figures.headline
    share = label(percent_text(counts) + ("" if counts.on_time_percent is None else " %"), "number")
    share.setAccessibleName(_("On time %"))
    card.column.addWidget(share)
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    numbers = (
        (_("Done on time"), counts.closed_on_time),
        (_("Done late"), counts.closed_late),
        (_("Open, overdue"), counts.open_overdue),
        (_("Open, in time"), counts.open_in_time),
        (_("Brought forward"), figures.brought_forward),
        (_("Newly received"), figures.received),
        (_("Begun anew"), figures.begun_anew),
        (_("Finished"), figures.finished),
        (_("Carried forward"), figures.carried_forward),
    )
    for place, (name, value) in enumerate(numbers):
        row, column = (place, 0) if place < 4 else (place - 4, 2)
        grid.addWidget(label(name, "second"), row, column)
        shown = label(digits(str(value)), "heading")
        grid.addWidget(shown, row, column + 1, Qt.AlignmentFlag.AlignRight)
    grid.addWidget(label(_("Reopened %"), "second"), 4, 0)
    again = label(_reopened(figures), "heading")
    grid.addWidget(again, 4, 1, Qt.AlignmentFlag.AlignRight)
    card.column.addLayout(grid)
    said = _("On time % = done on time ÷ (done on time + done late + open, overdue)")
    card.column.addWidget(label(said, "help", wrap=True))
    said = _("Reopened % = finished in the period and begun anew within it ÷ finished")
    card.column.addWidget(label(said, "help", wrap=True))
    if not (figures.received or figures.brought_forward):
        card.column.addWidget(label(_("No complaints in this period."), "second"))
    return card


def _reopened(figures: SlaFigures) -> str:
    share = figures.reopened_percent
    return "-" if share is None else digits(f"{share} % ({figures.reopened})")


def _chart(figures: SlaFigures) -> Card:
    card = Card(_("By month"))
    bars = Bars()
    shown = []
    for group in _months(figures.by_month):
        counts = group.counts
        bad = counts.closed_late + counts.open_overdue
        said = digits(str(counts.closed_on_time + bad))
        shown.append(Bar(group.name, counts.closed_on_time, bad, said))
    bars.show_bars(shown)
    card.column.addWidget(bars, 1)
    note = _("Teal: done on time. Red: late, done or still open.")
    card.column.addWidget(label(note, "help"))
    return card


def _table(title: str, groups: Sequence[GroupCounts]) -> Card:
    card = Card(title)
    grid = _grid(card, ("", *(_(head) for head in _HEADS)))
    rows = [*groups]
    if rows:
        rows.append(GroupCounts("", _("Total"), total(g.counts for g in groups)))
    for row, group in enumerate(rows, 1):
        counts = group.counts
        role = "heading" if row == len(rows) else ""
        cells = (
            counts.closed_on_time,
            counts.closed_late,
            counts.open_overdue,
            counts.open_in_time,
            counts.without_target,
            counts.total,
        )
        grid.addWidget(label(group.name, role), row, 0)
        for place, value in enumerate(cells, 1):
            grid.addWidget(_number(digits(str(value)), role), row, place)
        grid.addWidget(_number(percent_text(counts), role), row, len(cells) + 1)
    if not rows:
        grid.addWidget(label("-"), 1, 0)
    return card


def _late(figures: SlaFigures) -> Card:
    card = Card(_("Past the due date"))
    heads = (
        *(_("No."), _("Subject"), _("Owner"), _("Due"), _("Done")),
        *(_("Late by (working days)"), _("Why it is late")),
    )
    grid = _grid(card, heads, stretch=1)
    for row, case in enumerate(figures.late, 1):
        done = _("still open")
        if case.closed_on is not None:
            done = short_date(case.closed_on)
        number = case.number
        if case.cycle > 1:
            number = _("{number} cycle {cycle}").format(number=number, cycle=case.cycle)
        cells = (
            digits(number),
            case.subject or _("(restricted)"),
            case.owner or _("Unassigned"),
            short_date(case.due_on),
            done,
            digits(str(case.late_by) if case.late_by else _("less than 1")),
            case.reason or "-",
        )
        for place, text in enumerate(cells):
            grid.addWidget(label(text, wrap=place in (1, 6)), row, place)
    if not figures.late:
        grid.addWidget(label("-"), 1, 0)
    return card


def _grid(card: Card, heads: Sequence[str], stretch: int = 0) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    for place, head in enumerate(heads):
        side = Qt.AlignmentFlag.AlignLeft
        if stretch == 0 and place:
            side = Qt.AlignmentFlag.AlignRight
        grid.addWidget(label(head, "label"), 0, place, side)
    grid.setColumnStretch(stretch, 1)
    card.column.addLayout(grid)
    return grid


def _number(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    return made


def _named(groups: Sequence[GroupCounts], names: Mapping[str, str]) -> tuple[GroupCounts, ...]:
    return tuple(GroupCounts(g.key, names.get(g.key, g.name), g.counts) for g in groups)


def _months(groups: Sequence[GroupCounts]) -> tuple[GroupCounts, ...]:
    return tuple(GroupCounts(g.key, short_month(int(g.key[-2:])), g.counts) for g in groups)
