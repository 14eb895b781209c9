"""The register by groups: how many there are of each, and a key to step into one."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.views import DueBand, Group, GroupBy, GroupStep, RegisterQuery
from desktop.wording import N_, _
from desktop.wording.names import CHANNEL_KIND, PRIORITY, STATUS
from ui.operations import Operations
from ui.telling import digits
from ui.theme import px, row_height
from ui.widgets.choices import Choice, ChoiceField

GROUP_BY: Mapping[GroupBy, str] = {
    GroupBy.STATUS: N_("Status"),
    GroupBy.OWNER: N_("Owner"),
    GroupBy.CATEGORY: N_("Category"),
    GroupBy.CHANNEL: N_("Channel"),
    GroupBy.PRIORITY: N_("Priority"),
    GroupBy.DUE: N_("Due"),
}
DUE_BAND: Mapping[str, str] = {
    DueBand.LATE.value: N_("Overdue"),
    DueBand.SOON.value: N_("Due soon"),
    DueBand.LATER.value: N_("Due later"),
    DueBand.NONE.value: N_("Nothing due"),
}
_NONE = {GroupBy.OWNER: N_("Unassigned"), GroupBy.CATEGORY: N_("(restricted)")}
_WORDS: Mapping[GroupBy, Mapping[Any, str]] = {
    GroupBy.STATUS: STATUS,
    GroupBy.PRIORITY: PRIORITY,
    GroupBy.CHANNEL: CHANNEL_KIND,
    GroupBy.DUE: DUE_BAND,
}
WIDE = 232
SETTLED = 150
"""Milliseconds after the last key in the list of groups before the register follows."""
_KEY = Qt.ItemDataRole.UserRole
_Answer = tuple[int, Sequence[Group]]


class GroupPanel(QWidget):
    """Lists the groups of what is listed, with their counts; the line chosen narrows the register.

    Signals:
        stepped: Another group was chosen. arg: the GroupStep, None for all.
    """

    stepped = Signal(object)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._asked = 0
        self._query = RegisterQuery()
        self._step: GroupStep | None = None
        self.by = ChoiceField(
            _("Group by"), [Choice(by.value, _(name), by) for by, name in GROUP_BY.items()]
        )
        self.list = QListWidget()
        self.list.setAccessibleName(_("Groups"))
        self.setFixedWidth(px(WIDE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.by)
        column.addWidget(self.list, 1)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED)
        self._settling.timeout.connect(self._take)
        self.by.edited.connect(self._regroup)
        self.list.currentItemChanged.connect(self._settling.start)

    def show_groups(self, query: RegisterQuery) -> None:
        """Count the groups of what is listed; only while somebody looks at them."""
        self._query, self._step = query, query.group
        if query.group is not None and query.group.by is not self.by.value():
            # A page made anew groups as the one before it did.
            blocked = self.by.blockSignals(True)
            self.by.set_text(query.group.by.value)
            self.by.blockSignals(blocked)
        if self.isHidden():
            return
        self._asked += 1
        asked, by, now = self._asked, self.by.value(), self._operations.desk.now()

        def question(desk: Desk, actor: Actor) -> _Answer:
            return asked, desk.reading.register_groups(actor, query, by, now)

        self._operations.read(self, question, self._show)

    def _regroup(self, _text: str = "") -> None:
        if self._step is None:
            self.show_groups(self._query)
        else:
            self.stepped.emit(None)

    def _show(self, answer: _Answer) -> None:
        asked, groups = answer
        if asked != self._asked:
            return
        by: GroupBy = self.by.value()
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self._add(_("All"), sum(group.count for group in groups), None)
        listed = list(groups)
        step = self._step
        if step is not None and step.key not in [group.key for group in groups]:
            # It is empty by now; the list that is shown says so, and this one where one is.
            listed.append(Group(step.key, "", 0))
        for group in listed:
            self._add(_said(by, group), group.count, GroupStep(by, group.key))
        chosen = [row for row in range(self.list.count()) if self._at(row) == step]
        self.list.setCurrentRow(chosen[0] if chosen else 0)
        self.list.blockSignals(blocked)

    def _add(self, name: str, count: int, step: GroupStep | None) -> None:
        item = QListWidgetItem(digits(f"{name}  ·  {count:,}"))
        item.setData(_KEY, step)
        item.setToolTip(item.text())
        item.setSizeHint(QSize(0, row_height()))
        self.list.addItem(item)

    def _at(self, row: int) -> GroupStep | None:
        step: GroupStep | None = self.list.item(row).data(_KEY)
        return step

    def _take(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and self._at(row) != self._step:
            self._step = self._at(row)
            self.stepped.emit(self._step)


def _said(by: GroupBy, group: Group) -> str:
    """Name a group."""
    if group.key is None:
        return _(_NONE[by])
    words = _WORDS.get(by)
    return group.name if words is None else _(words[group.key])
