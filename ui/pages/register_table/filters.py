"""The register's filters: a quiet row of choices, each shown as a chip that can be taken off."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.priority import Priority
from desktop.views import Lists, PersonRow, RegisterQuery, RegisterView
from desktop.wording import _
from desktop.wording.names import CHANNEL_KIND, PRIORITY, STATUS
from ui.telling import digits
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.plain import button

YEARS = 5
"""Fiscal years offered, this one first."""


class Filters(QWidget):
    """What the list is narrowed to.

    Signals:
        narrowed: Another choice was made.
    """

    narrowed = Signal()

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = year
        self._awaited: dict[ChoiceField, str] = {}
        every = _("All")
        self.year = ChoiceField(_("Fiscal year"), _years(year), empty=every)
        self.status = ChoiceField(
            _("Status"), [Choice(s.value, _(STATUS[s]), s) for s in Status], empty=every
        )
        self.priority = ChoiceField(
            _("Priority"), [Choice(p.value, _(PRIORITY[p]), p) for p in Priority], empty=every
        )
        self.channel = ChoiceField(
            _("Channel"), [Choice(k.value, _(CHANNEL_KIND[k]), k) for k in ChannelKind], empty=every
        )
        self.category = ChoiceField(_("Category"), empty=every)
        self.owner = ChoiceField(_("Owner"), empty=every)
        self.fields = (
            self.year,
            self.status,
            self.priority,
            self.channel,
            self.category,
            self.owner,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in self.fields:
            row.addWidget(field, 1)
            field.edited.connect(self.narrowed)
        self.hidden = CheckField(_("Only hidden ones"))
        self.hidden.edited.connect(self.narrowed)
        row.addWidget(self.hidden)
        self.clear = button(_("Clear filters"), "link")
        self.clear.clicked.connect(self.reset)
        row.addWidget(self.clear)

    def offer(self, lists: Lists, people: Sequence[PersonRow]) -> None:
        """Offer the office's categories and people."""
        self.category.offer([Choice(str(c.id), c.name, c.id) for c in lists.categories])
        self.owner.offer([Choice(str(p.id), p.name, p.id) for p in people])
        for field, key in self._awaited.items():
            _put(field, key)
        self._awaited.clear()

    def show_query(self, query: RegisterQuery) -> None:
        """Show what a query is narrowed to, telling nobody; of several of a kind the first."""
        self.year.offer(_years(self._year, query.fiscal_year))
        keys = {
            self.year: _key([query.fiscal_year]),
            self.status: _key(query.statuses),
            self.priority: _key(query.priorities),
            self.channel: _key(query.channel_kinds),
            self.category: _key(query.category_ids),
            self.owner: _key(query.owner_ids),
        }
        for field, key in keys.items():
            _put(field, key)
            if field.text() != key:
                # The office's categories and people are still being read.
                self._awaited[field] = key
        _put(self.hidden, "yes" if query.view is RegisterView.HIDDEN else "")

    def chosen(self) -> bool:
        """Tell whether the list is narrowed to anything."""
        return self.hidden.checked() or any(
            field.text() or field in self._awaited for field in self.fields
        )

    def reset(self) -> None:
        """Take every filter off, and tell it once."""
        self._awaited.clear()
        for field in (*self.fields, self.hidden):
            _put(field, "")
        self.narrowed.emit()

    def narrow(self, query: RegisterQuery) -> RegisterQuery:
        """Narrow a query to what is chosen."""
        view = RegisterView.ALL if query.view is RegisterView.HIDDEN else query.view
        return replace(
            query,
            view=RegisterView.HIDDEN if self.hidden.checked() else view,
            fiscal_year=self.year.value(),
            statuses=_one(self.status),
            priorities=_one(self.priority),
            channel_kinds=_one(self.channel),
            category_ids=self._known(self.category),
            owner_ids=self._known(self.owner),
        )

    def _known(self, field: ChoiceField) -> frozenset[int]:
        key = self._awaited.get(field)
        return frozenset({int(key)}) if key else _one(field)


def _put(field: ChoiceField | CheckField, text: str) -> None:
    """Show something chosen, telling nobody."""
    with QSignalBlocker(field):
        field.set_text(text)


def _key(chosen: Iterable[object]) -> str:
    """Name the one that is chosen as its field does."""
    return next((str(one) for one in chosen if one is not None), "")


def _one(field: ChoiceField) -> frozenset[Any]:
    value = field.value()
    return frozenset() if value is None else frozenset({value})


def _years(year: int, another: int | None = None) -> list[Choice]:
    years = list(range(year, year - YEARS, -1))
    if another is not None and another not in years:
        years.append(another)
    return [Choice(str(y), digits(str(y)), y) for y in years]
