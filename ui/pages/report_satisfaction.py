"""The report's card of how satisfied petitioners are."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.rules.figures import SlaFigures
from desktop.rules.satisfaction import Satisfaction
from desktop.wording import _
from desktop.wording.satisfaction import ASKED_BY
from ui.telling import digits
from ui.widgets.plain import Card, label


def satisfaction_card(figures: SlaFigures) -> Card:
    """Show what petitioners answered of what was finished, in all and by each way of asking."""
    told = figures.satisfaction
    card = Card(_("How satisfied petitioners are"))
    card.column.addWidget(label(_base(told), "second", wrap=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    heads = (
        *("", _("Gave a score"), _("Would not answer"), _("Could not be reached")),
        *(_("Average (of 5)"), _("Satisfied %")),
    )
    right = Qt.AlignmentFlag.AlignRight
    for place, head in enumerate(heads):
        side = right if place else Qt.AlignmentFlag.AlignLeft
        grid.addWidget(label(digits(head), "label"), 0, place, side)
    rows = [(_(ASKED_BY[way]), one) for way, one in figures.satisfaction_by_way]
    for row, (name, one) in enumerate((*rows, (_("Total"), told)), 1):
        role = "heading" if row > len(rows) else ""
        grid.addWidget(label(name, role), row, 0)
        for place, text in enumerate(_cells(one), 1):
            grid.addWidget(label(text, role), row, place, right)
    grid.setColumnStretch(0, 1)
    card.column.addLayout(grid)
    said = _(
        "Averages are of those who gave a score. Who would not answer or could not be reached is "
        "no zero, and what nobody signed is part of no share. Satisfied: a score of 4 or more."
    )
    card.column.addWidget(label(digits(said), "help", wrap=True))
    return card


def _base(told: Satisfaction) -> str:
    said = _(
        "Finished {finished} · nobody signed {anonymous} · can be asked {askable} · "
        "answered {share} · not asked yet {not_asked}"
    )
    return digits(
        said.format(
            finished=told.finished,
            anonymous=told.anonymous,
            askable=told.askable,
            share=_shown(told.answered_percent, " %"),
            not_asked=told.not_asked,
        )
    )


def _cells(told: Satisfaction) -> tuple[str, ...]:
    counts = (told.answered, told.refused, told.unreachable)
    return (
        *(digits(str(count)) for count in counts),
        digits(_shown(told.average)),
        digits(_shown(told.satisfied_percent)),
    )


def _shown(share: Decimal | None, unit: str = "") -> str:
    return "-" if share is None else f"{share}{unit}"
