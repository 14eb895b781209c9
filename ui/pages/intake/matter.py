"""The part of the form about what happened, and whom it concerns."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rules.catalogue import Category
from desktop.rules.complaint import ContactWay
from desktop.wording import _
from desktop.wording.names import CONTACT_WAY
from ui.pages.intake.answers import ABOUT, BLANKS, FREQUENT, WHO, YES
from ui.pages.intake.blank_fields import BlanksLeft
from ui.theme import air
from ui.widgets.choices import CheckField, Choice, ChoiceField
from ui.widgets.field import BlockField, LineField
from ui.widgets.plain import button
from ui.widgets.sheet import Sheet, line_up, set_lines
from ui.widgets.unseen import Unseen

RESTRICTED = "restricted"


class MatterPart(QWidget):
    """Subject and facts, category, the accused, how to tell the petitioner, what needs care."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.subject = LineField(_("Subject"), required=True)
        self.facts = BlockField(_("Facts"), lines=3)
        self.blanks = BlanksLeft(self.subject.line, self.facts.block)
        self.began_as = Unseen(_("Frequent complaint"), self)
        self.category = ChoiceField(_("Category"), required=True, empty=_("Choose…"))
        self.accused = LineField(_("Accused person"))
        self.position = LineField(_("Position"))
        self.unit = LineField(_("Unit or school"))
        self.told_by = ChoiceField(
            _("Tell by"), [Choice(w.value, _(CONTACT_WAY[w])) for w in ContactWay]
        )
        self.secrecy = CheckField(_("Keep the petitioner's name secret"))
        self.danger = CheckField(_("A child is in danger"))
        self.restricted = CheckField(_("Restricted access"))
        for name, field in (
            ("matter.subject", self.subject),
            ("matter.facts", self.facts),
            (BLANKS, self.blanks),
            (FREQUENT, self.began_as),
            ("category_id", self.category),
            (ABOUT + "name", self.accused),
            (ABOUT + "position", self.position),
            (ABOUT + "unit", self.unit),
            (WHO + "told_by", self.told_by),
            (WHO + "wants_secrecy", self.secrecy),
            ("child_danger", self.danger),
            (RESTRICTED, self.restricted),
        ):
            sheet.bind(name, field)
        self._own_restriction = ""
        self.restricted.box.clicked.connect(self._restricted_by_hand)
        self.facts.block.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(air(8))
        column.addWidget(self.subject)
        column.addWidget(self.facts)
        column.addWidget(self.blanks)
        column.addLayout(
            line_up(
                (self.category, 8),
                (self.accused, 5),
                (self.position, 3),
                (self.unit, 4),
                (self.told_by, 3),
            )
        )
        column.addLayout(line_up((self.secrecy, 4), (self.danger, 3), (self.restricted, 3)))

    def offer(self, categories: tuple[Category, ...]) -> None:
        """Offer the office's categories."""
        self.category.offer([Choice(str(c.id), c.name, c) for c in categories if c.active])

    def follow_category(self) -> None:
        """Restrict what is said against officials; the clerk cannot lift that."""
        category = self.category.value()
        forced = isinstance(category, Category) and category.against_officials
        self.restricted.box.setEnabled(not forced)
        self.restricted.set_text(YES if forced else self._own_restriction)
        self.restricted.box.setToolTip(
            _("Complaints against officials are always restricted.") if forced else ""
        )

    def restrict(self, answer: str) -> None:
        """Take over what a draft says the clerk ticked."""
        self._own_restriction = answer

    def _grow(self, _size: object = None) -> None:
        """Let the facts have as much room as they need, within reason."""
        lines = int(self.facts.block.document().size().height())
        set_lines(self.facts.block, min(max(lines, 3), 12))

    def _restricted_by_hand(self) -> None:
        self._own_restriction = self.restricted.text()


class MorePart(QWidget):
    """What is asked less often, folded away until wanted."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._parts = {
            WHO + "citizen_id": LineField(_("Citizen ID (optional)")),
            WHO + "email": LineField(_("E-mail")),
            WHO + "address.lane": LineField(_("Lane (soi)")),
            WHO + "address.road": LineField(_("Road")),
            "matter.place": LineField(_("Place of the event")),
            "matter.harm": BlockField(_("Harm done"), lines=2),
            "matter.remedy": BlockField(_("Remedy wanted"), lines=2),
            "matter.evidence": BlockField(_("Evidence"), lines=2),
        }
        for name, field in self._parts.items():
            sheet.bind(name, field)
        parts = list(self._parts.values())
        for part in parts:
            if isinstance(part, BlockField):
                set_lines(part.block, 2)
        self.inside = QWidget()
        inside = QVBoxLayout(self.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(line_up(*((part, 3) for part in parts[:2])))
        inside.addLayout(line_up((parts[2], 2), (parts[3], 2), (parts[4], 3)))
        inside.addLayout(line_up(*((part, 1) for part in parts[5:])))
        self.toggle = button("", "link")
        self.toggle.clicked.connect(self._toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.toggle)
        column.addWidget(self.inside)
        self.fold(folded=True)

    @property
    def names(self) -> frozenset[str]:
        """Names of the fields that can be folded away."""
        return frozenset(self._parts)

    def fold(self, *, folded: bool) -> None:
        """Fold away, or show."""
        self.inside.setVisible(not folded)
        self.toggle.setText(_("More details ▸") if folded else _("Fewer details ▾"))
        self.toggle.setAccessibleName(_("More details"))

    def filled(self) -> bool:
        """Tell whether anything stands in the folded fields."""
        return any(field.text().strip() for field in self._parts.values())

    def _toggled(self) -> None:
        self.fold(folded=self.inside.isVisibleTo(self))
