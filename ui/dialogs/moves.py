"""What a change of calendar or standard moves, shown before it is made."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.redating import Preview, Told, Tried
from desktop.wording import _, ngettext
from desktop.wording.dates import long_date
from desktop.wording.names import CLOCK, LETTER_KIND
from ui.dialogs.sheet import Sheet
from ui.models.moves import MoveColumn, MovesModel
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone, px, row_height
from ui.widgets.fitting import fit
from ui.widgets.plain import label

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MovesSheet(Sheet):
    """Lists every clock that moves, and the letters that told its old day; then applies."""

    def __init__(
        self,
        operations: Operations,
        title: str,
        act: Callable[[Any, Desk, Actor], Any],
        command: object,
        preview: Preview,
        tried: Sequence[Tried] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, title, _("Apply"), act, parent)
        self._command = command
        fit(self, 760, 620)
        self.said = label(_counted(preview), wrap=True)
        self.body.addWidget(self.said)
        if tried:
            self._add(_("What it would have done to last quarter"), tried_table(tried))
        if preview.told:
            self.notices.stay(_told_words(len(preview.told)), Tone.SOON)
            self.told = told_table(preview.told)
            self._add(_("Letters that told the old day"), self.told)
        if preview.moves:
            self.moves = _moves_table(preview)
            self._add(_("Due dates that move"), self.moves, 1)
        # There is nothing to type; what was looked at is applied by Enter.
        self.primary.setFocus()

    def command(self) -> object:
        """Return what was looked at."""
        return self._command

    def _add(self, heading: str, table: QTableView, stretch: int = 0) -> None:
        table.setAccessibleName(heading)
        self.body.addWidget(label(heading, "heading"))
        self.body.addWidget(table, stretch)


def _counted(preview: Preview) -> str:
    if not preview.moves:
        return _("No due date moves.")
    said = _(
        "Due dates that move: {clocks}, of open complaints: {cases}. What has ended keeps its day "
        "and its verdict."
    )
    return digits(said.format(clocks=f"{len(preview.moves):,}", cases=f"{preview.cases:,}"))


def _told_words(count: int) -> str:
    said = ngettext(
        "{count} letter already told an old day. Tell its receiver the new one.",
        "{count} letters already told an old day. Tell their receivers the new one.",
        count,
    )
    return digits(said.format(count=f"{count:,}"))


def _moves_table(preview: Preview) -> QTableView:
    table = QTableView()
    table.setModel(MovesModel(preview.moves, table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(row_height())
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    head.setDefaultAlignment(_LEFT)
    head.setSectionResizeMode(MoveColumn.NUMBER, QHeaderView.ResizeMode.Fixed)
    head.resizeSection(MoveColumn.NUMBER, px(110))
    table.setMinimumHeight(6 * row_height())
    return table


def told_table(told: Sequence[Told]) -> QTableWidget:
    """List letters that told a day which moves."""
    rows = [
        (
            digits(one.number) or "–",
            _("Secret letter") if one.kind is None else _(LETTER_KIND[one.kind]),
            digits(str(one.complaint)),
            long_date(one.day),
        )
        for one in told
    ]
    return small_table((_("Letter"), _("Kind"), _("Number"), _("Told day")), rows)


def tried_table(tried: Sequence[Tried]) -> QTableWidget:
    """Show what ended in a period under both standards."""
    rows = [
        (
            _(CLOCK[one.kind]),
            _share(one.was_met, one.was_missed),
            _share(one.met, one.missed),
            digits(f"{one.free:,}") if one.free else "–",
        )
        for one in tried
    ]
    heads = (_("Clock"), _("On time as it was"), _("On time by the new table"), _("not promised"))
    return small_table(heads, rows)


def _share(met: int, missed: int) -> str:
    whole = met + missed
    if not whole:
        return "–"
    return digits(f"{met:,} / {whole:,} ({100 * met / whole:.1f} %)")


def small_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
    """Lay out a few lines to be read, not changed."""
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(row_height())
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.setItem(place, column, QTableWidgetItem(text))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(_LEFT)
    table.setFixedHeight(min(len(rows), 5) * row_height() + row_height() + 12)
    return table
