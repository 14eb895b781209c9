"""The time table as a form: the matrix, what else is promised, and how it is counted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Rolling
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import Complexity, Policy, Profile, Provision, targets
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office, local
from desktop.rules.thai.digits import arabic_digits
from desktop.wording import _
from desktop.wording.names import COMPLEXITY, PRIORITY
from desktop.wording.refusals import sentence
from ui.telling import digits
from ui.theme import px
from ui.widgets.choices import CheckField
from ui.widgets.dates import DateField, TimeField, typed_time
from ui.widgets.field import LineField
from ui.widgets.numbers import NumberBox
from ui.widgets.plain import label

_MOST = 999


class StandardForm(QWidget):
    """Everything of a version but its provisions.

    Signals:
        edited: Something was changed.
    """

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy: Policy | None = None
        self.since = DateField(
            _("In force for what is received from"), lambda: today, required=True
        )
        self.acknowledge = NumberBox(_("Acknowledge"), _MOST)
        self.reply = NumberBox(_("Reply"), _MOST)
        self.contact = NumberBox(_("Days without a word"), _MOST)
        self.resolve = {kind: NumberBox(_(COMPLEXITY[kind]), _MOST) for kind in Complexity}
        self.shortened = {kind: NumberBox(_(PRIORITY[kind]), 100) for kind in Priority}
        self.days = {(c, p): label("", "second") for c in Complexity for p in Priority}
        self.start_roll = CheckField(_("What comes on a closed day counts as come the next one"))
        self.end_roll = CheckField(_("A due day that is closed moves to the next open one"))
        self.cut_off = TimeField(_("Cut-off"), required=True)
        self.warn_at = LineField(
            _("Warns at percent of the time"), required=True, placeholder=digits("50, 80, 100")
        )
        self._lay_out()
        for spin in (self.acknowledge, self.reply, self.contact, *self.resolve.values()):
            spin.valueChanged.connect(self._changed)
        for spin in self.shortened.values():
            spin.valueChanged.connect(self._changed)

    def show_policy(self, policy: Policy, since: date) -> None:
        """Begin from a version, to be in force from a day."""
        self._policy = policy
        self.since.set_day(since)
        self.acknowledge.setValue(policy.acknowledge)
        self.reply.setValue(policy.reply)
        self.contact.setValue(policy.contact_days)
        for kind, spin in self.resolve.items():
            spin.setValue(policy.resolve[kind])
        for priority, spin in self.shortened.items():
            spin.setValue(policy.shortened[priority])
        self.start_roll.set_text("yes" if policy.rolling.start_roll else "")
        self.end_roll.set_text("yes" if policy.rolling.end_roll else "")
        cut_off = local(at_office(since, policy.cut_off))
        self.cut_off.set_text(typed_time(cut_off))
        self.warn_at.set_text(digits(", ".join(str(part) for part in policy.warn_at)))
        self._changed()

    def answers(self) -> tuple[int | str, ...]:
        """Return what stands in every field."""
        spins = (self.acknowledge, self.reply, self.contact)
        numbers = (*spins, *self.resolve.values(), *self.shortened.values())
        texts = (self.since, self.start_roll, self.end_roll, self.cut_off, self.warn_at)
        return (*(spin.value() for spin in numbers), *(field.text() for field in texts))

    def policy(self, provisions: tuple[Provision, ...]) -> Policy | None:
        """Return the version as it stands, or None where a field shows what is wrong."""
        assert self._policy is not None
        since = self.since.needed()
        if since is None:
            self.since.show_error()
            return None
        clock = self.cut_off.clock() if self.cut_off.check() else None
        if clock is None:
            self.cut_off.show_error()
            return None
        warnings = _percentages(self.warn_at.text())
        self.warn_at.set_error("" if warnings else sentence(Refused(Reason.BAD_WARNINGS)))
        if not warnings:
            self.warn_at.show_error()
            return None
        return replace(
            self._policy,
            effective_from=since,
            acknowledge=self.acknowledge.value(),
            reply=self.reply.value(),
            resolve={kind: spin.value() for kind, spin in self.resolve.items()},
            shortened={kind: spin.value() for kind, spin in self.shortened.items()},
            provisions=provisions,
            rolling=Rolling(self.start_roll.checked(), self.end_roll.checked()),
            cut_off=clock,
            warn_at=warnings,
            contact_days=self.contact.value(),
        )

    def _changed(self) -> None:
        """Tell what the matrix promises now."""
        if self._policy is None:
            return
        table = replace(
            self._policy,
            resolve={kind: spin.value() for kind, spin in self.resolve.items()},
            shortened={kind: spin.value() for kind, spin in self.shortened.items()},
            provisions=(),
        )
        for (complexity, priority), shown in self.days.items():
            profile = Profile(ComplaintType.COMPLAINT, priority, complexity)
            promised = {t.kind: t for t in targets(table, profile)}
            shown.setText(digits(str(promised[ClockKind.RESOLVE].amount)))
        self.edited.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        _row(grid, 0, [label("", ""), label(_("Finished within, working days"), "label")])
        for place, (priority, spin) in enumerate(self.shortened.items(), 2):
            head = QHBoxLayout()
            head.setSpacing(4)
            head.addWidget(spin)
            head.addWidget(label("%"))
            grid.addWidget(label(_(PRIORITY[priority]), "label"), 0, place)
            grid.addLayout(head, 1, place)
        grid.addWidget(label(_("Share of it, by priority"), "second"), 1, 0)
        for row, (complexity, spin) in enumerate(self.resolve.items(), 2):
            shown = [self.days[complexity, priority] for priority in Priority]
            _row(grid, row, [label(_(COMPLEXITY[complexity])), spin, *shown])
        promises = (
            (_("Acknowledge"), self.acknowledge, _("working days")),
            (_("Reply"), self.reply, _("calendar days")),
            (_("Days without a word"), self.contact, _("calendar days")),
        )
        grid.setRowMinimumHeight(grid.rowCount(), 6)
        for row, (name, spin, unit) in enumerate(promises, grid.rowCount() + 1):
            _row(grid, row, [label(name), spin])
            grid.addWidget(label(unit, "second"), row, 2, 1, len(self.shortened))
        counting = QHBoxLayout()
        counting.setSpacing(18)
        for field, width in ((self.since, 260), (self.cut_off, 120), (self.warn_at, 240)):
            field.setMaximumWidth(px(width))
            counting.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        counting.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(counting)
        line = QHBoxLayout()
        line.addLayout(grid)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self.start_roll)
        column.addWidget(self.end_roll)


def _row(grid: QGridLayout, row: int, parts: Sequence[QWidget]) -> None:
    for column, part in enumerate(parts):
        grid.addWidget(part, row, column)


def _percentages(typed: str) -> tuple[int, ...]:
    """Read rising percentages; nothing where they cannot be read."""
    try:
        found = tuple(int(part) for part in arabic_digits(typed).replace(",", " ").split())
    except ValueError:
        return ()
    rising = list(found) == sorted(set(found))
    return found if rising and set(found) <= set(range(1, 101)) else ()
