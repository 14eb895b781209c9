"""Hand over everything somebody owns: look first at what moves and what stays, then do it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QVBoxLayout, QWidget

from desktop.acts.handing_over import Given, HandOver, hand_over
from desktop.errors import Conflict, Refused
from desktop.rules.people import Permission
from desktop.views import HandOverPlan, PersonRow
from desktop.wording import _
from desktop.wording.names import STATUS
from desktop.wording.refusals import sentence
from ui.dialogs.moves import small_table
from ui.dialogs.people import people_choices
from ui.dialogs.sheet import Sheet, refusals_of
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone, px, row_height
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField
from ui.widgets.fitting import fit
from ui.widgets.plain import label

BY_RULES = "rules"
SHOWN = 8
"""Lines of what moves that stand on the sheet at once."""


class HandOverSheet(Sheet):
    """To whom, why, and the list of what moves and what may not."""

    def __init__(
        self,
        operations: Operations,
        person: PersonRow,
        people: Sequence[PersonRow],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Hand over the work of {name}").format(name=person.name)
        super().__init__(operations, title, _("Hand over"), hand_over, parent)
        fit(self, 760, 620)
        self._from, self._plan = person.id, HandOverPlan((), ())
        self.tell(
            _(
                "Every open complaint gets a new owner and stays where it stands; its waits and "
                "due days go on."
            )
        )
        others = people_choices(people, {Permission.WORK}, without=person.id)
        self.receiver = ChoiceField(
            _("New owner"),
            [Choice(BY_RULES, _("Several, by the rules of assignment")), *others],
            required=True,
            empty=_("Choose…"),
        )
        self.reason = BlockField(_("Reason"), lines=2, required=True)
        self.put("owner_id", self.receiver)
        self.put("reason", self.reason)
        self.lists = QVBoxLayout()
        self.body.addLayout(self.lists, 1)
        self.receiver.edited.connect(self._chosen)
        self.primary.setEnabled(False)

    def command(self) -> HandOver:
        """Return everything that moves, as it was looked at."""
        given = tuple(Given(one.case_id, one.owner_id) for one in self._plan.moves)
        return HandOver(self._from, given, self.reason.text())

    def _chosen(self, key: str) -> None:
        self._show(HandOverPlan((), ()))
        if not key:
            return
        from_id, to_id, today = self._from, self.receiver.value(), self.today()

        def shown(plan: HandOverPlan) -> None:
            # Another may have been chosen meanwhile.
            if self.receiver.text() == key:
                self._show(plan)
                self._say_none(plan)

        self.operations.read(
            self,
            lambda desk, actor: desk.reading.hand_over_plan(actor, from_id, to_id, today),
            shown,
            super()._refused,
        )

    def _refused(self, error: Exception) -> bool:
        """Look at the list again where it is no longer true; what was typed stays."""
        stale = isinstance(error, Conflict)
        if stale:
            self.notices.clear()
            self.notices.stay(
                _("The list has changed and nothing was handed over. Look at it as it is now."),
                Tone.LATE,
            )
        elif not super()._refused(error):
            return False
        if stale or any(one.field != "reason" for one in refusals_of(error)):
            self._chosen(self.receiver.text())
        return True

    def _show(self, plan: HandOverPlan) -> None:
        self._plan = plan
        while (item := self.lists.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.primary.setEnabled(bool(plan.moves))
        if plan.moves:
            self._add(_("Moves: {count}"), len(plan.moves), moves_table(plan))
        if plan.stays:
            self._add(_("Stays: {count}"), len(plan.stays), stays_table(plan))

    def _say_none(self, plan: HandOverPlan) -> None:
        if not plan.moves and not plan.stays:
            self.lists.addWidget(label(_("Nothing open is in this person's hands."), "second"))

    def _add(self, text: str, count: int, table: QTableWidget) -> None:
        heading = label(digits(text.format(count=f"{count:,}")), "heading")
        table.setAccessibleName(heading.text())
        self.lists.addWidget(heading)
        self.lists.addWidget(table)
        self.lists.setAlignment(table, Qt.AlignmentFlag.AlignTop)


def moves_table(plan: HandOverPlan) -> QTableWidget:
    """List what moves, and to whom."""
    rows = [
        (digits(str(one.number)), one.subject, _(STATUS[one.status]), one.owner)
        for one in plan.moves
    ]
    table = small_table((_("Number"), _("Subject"), _("Status"), _("New owner")), rows)
    table.setFixedHeight((min(len(rows), SHOWN) + 1) * row_height() + 12)
    return narrowed(table, {0: 100, 2: 150, 3: 190})


def stays_table(plan: HandOverPlan) -> QTableWidget:
    """List what may not move, and by which rule."""
    rows = [
        (digits(str(one.number)), sentence(Refused(one.why, number=str(one.number))))
        for one in plan.stays
    ]
    return narrowed(small_table((_("Number"), _("Why it stays")), rows), {0: 100})


def narrowed(table: QTableWidget, widths: Mapping[int, int]) -> QTableWidget:
    """Give some columns a width of their own; the others share what is left."""
    head = table.horizontalHeader()
    for column, width in widths.items():
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(column, px(width))
    return table
