"""The office's list of owners: who is proposed for what, read from top to bottom."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.keeping_rules import KeepAssignmentRules, keep_assignment_rules
from desktop.ports import Desk
from desktop.rules.catalogue import Category
from desktop.rules.people import Actor, Permission
from desktop.rules.routing import INQUIRES, AssignmentRule
from desktop.views import PersonRow
from desktop.wording import _
from desktop.wording.names import INQUIRER, RANK
from ui.dialogs.assignment_rule import AssignmentRuleSheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.plain import Card, button, label, spread

_Answer = tuple[Sequence[AssignmentRule], Sequence[Category], Sequence[PersonRow]]


class AssignmentRules(Card):
    """Shows the list and lets it be changed by who assigns or keeps the office."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(_("Rules of assignment"))
        self._operations = operations
        self.rules: tuple[AssignmentRule, ...] = ()
        self._offered: tuple[Sequence[Category], Sequence[PersonRow]] = ((), ())
        may = operations.actor.may
        self._keeps = may(Permission.ASSIGN) or may(Permission.KEEP_OFFICE)
        ranks = [f"{_(RANK[rank])}: {_(INQUIRER[who])}" for rank, who in INQUIRES.items()]
        said = _("The first line that fits proposes the owner; the supervisor decides.")
        self.column.addWidget(label(said, "second", wrap=True))
        for text in ranks:
            self.column.addWidget(label(text, wrap=True))
        self._lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        if self._keeps:
            self.add_button = button(_("Add…"))
            self.add_button.clicked.connect(partial(self.change, None))
            self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._read()

    def change(self, place: int | None) -> None:
        """Change a line, or add one."""
        AssignmentRuleSheet(self._operations, self.rules, place, self._offered, self).open()

    def raise_line(self, place: int) -> None:
        """Let a line be read before the one above it."""
        rules = list(self.rules)
        rules[place - 1 : place + 1] = reversed(rules[place - 1 : place + 1])
        self._keep(rules)

    def take_out(self, place: int) -> None:
        """Take a line out."""
        self._keep([rule for at, rule in enumerate(self.rules) if at != place])

    def _keep(self, rules: Sequence[AssignmentRule]) -> None:
        command = KeepAssignmentRules(tuple(rules))
        self._operations.write(self, keep_assignment_rules, command)

    def _read(self) -> None:
        def question(desk: Desk, actor: Actor) -> _Answer:
            reading = desk.reading
            categories = reading.lists(actor).categories
            return reading.assignment_rules(actor), categories, reading.people(actor)

        self._operations.read(self, question, self._show)

    def _show(self, answer: _Answer) -> None:
        rules, categories, people = answer
        self.rules, self._offered = tuple(rules), (categories, people)
        names = {person.id: person.name for person in people}
        about = {category.id: category.name for category in categories}
        for line in self._lines:
            line.deleteLater()
        self._lines = [
            self._line(place, rule, about, names) for place, rule in enumerate(self.rules)
        ] or [label(_("The list is empty: owners are chosen by hand."), "second")]
        spread(self._list, *self._lines)

    def _line(
        self,
        place: int,
        rule: AssignmentRule,
        about: dict[int | None, str],
        names: dict[int, str],
    ) -> QWidget:
        category = _("any category") if rule.category_id is None else about[rule.category_id]
        accused = _("anybody or nobody") if rule.rank is None else _(RANK[rule.rank])
        text = _("{place}. {category} · accused: {rank} → {owner}").format(
            place=place + 1, category=category, rank=accused, owner=names[rule.owner_id]
        )
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(digits(text), wrap=True), 1)
        if not self._keeps:
            return made
        acts: list[tuple[str, Callable[[int], None]]] = [
            (_("Change…"), self.change),
            (_("Remove"), self.take_out),
        ]
        if place:
            acts.insert(0, (_("Up"), self.raise_line))
        for said, do in acts:
            part = button(said, "link")
            part.clicked.connect(partial(do, place))
            row.addWidget(part)
        return made
