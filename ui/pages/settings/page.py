"""The settings page: one tab for each thing the office keeps about itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.office import Signatory
from desktop.rules.people import Actor, Permission
from desktop.rules.thai.dates import official_date
from desktop.views import OfficeView, PersonRow, SubstitutionRow
from desktop.wording import _
from desktop.wording.dates import weekday_date
from desktop.wording.names import GARUDA, LETTER_SERIES
from ui.actions import Act, spec
from ui.dialogs.office import OfficeSheet, SignatorySheet
from ui.dialogs.sheet import Sheet
from ui.dialogs.wording import WordingDialog
from ui.operations import Operations
from ui.pages.settings.calendar import CalendarTab
from ui.pages.settings.categories import CategoriesTab
from ui.pages.settings.channels import ChannelsTab
from ui.pages.settings.display import DisplayTab
from ui.pages.settings.frequent import FrequentTab
from ui.pages.settings.ladder import LadderCard
from ui.pages.settings.papers import OfficePapers
from ui.pages.settings.people import PeopleTab
from ui.pages.settings.rules import AssignmentRules
from ui.pages.settings.scans import ScansCard
from ui.pages.settings.standard import StandardTab
from ui.theme import px
from ui.widgets.plain import Card, PageTitle, button, label, scrolling

_Answer = tuple[OfficeView, Sequence[PersonRow], Sequence[SubstitutionRow]]


class SettingsPage(QWidget):
    """What the office keeps about itself, which the administrator changes, and one's own look.

    Signals:
        look_chosen: Something of the window's look was chosen. arg: the LookChoice.
        journal_wanted: Somebody wants to see the journal.
    """

    look_chosen = Signal(object)
    journal_wanted = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._office: OfficeView | None = None
        self.people: Sequence[PersonRow] = ()
        self._leaves: Sequence[SubstitutionRow] = ()
        self.title = PageTitle(_("Settings"))
        action = spec(Act.JOURNAL)
        self.journal_button = button(_(action.text), keys=action.keys)
        self.journal_button.clicked.connect(self.journal_wanted)
        self.title.bar.addWidget(self.journal_button)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Settings"))
        self._grounds = {
            name: _scrolling(self.tabs, name)
            for name in (
                _("Office"),
                _("Who signs"),
                _("People"),
                _("Assignment"),
                _("Office papers"),
            )
        }
        # Who is chosen in the list stays chosen when it is read again.
        self._people_ground = self._grounds.pop(_("People"))
        self.staff: PeopleTab | None = None
        # What is being changed there must outlive another desk's change of something else.
        self.calendar: CalendarTab | None = None
        self.standard: StandardTab | None = None
        self.lists: tuple[CategoriesTab | ChannelsTab | FrequentTab, ...] = ()
        self._kept = {
            name: _scrolling(self.tabs, name)
            for name in (
                _("Calendar"),
                _("Time standards"),
                _("Categories"),
                _("Channels"),
                _("Frequent complaints"),
            )
        }
        self.display = DisplayTab()
        self.display.look_chosen.connect(self.look_chosen)
        self._display = self.tabs.count()
        own = _scrolling(self.tabs, _("Display"))
        own.addWidget(self.display)
        self.scans = ScansCard()
        own.addWidget(self.scans)
        own.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.tabs, 1)
        operations.changed.connect(self._changed)

    def take_cursor(self) -> None:
        """Let the arrow keys go from tab to tab."""
        self.tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_display(self) -> None:
        """Show how one's own window looks."""
        self.tabs.setCurrentIndex(self._display)
        self.display.take_cursor()

    def place(self) -> str:
        """Tell which tab is in front."""
        return str(self.tabs.currentIndex())

    def return_to(self, place: str) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(int(place))

    def unsaved(self) -> str:
        """Name the tab in which changes wait to be applied."""
        if self.calendar is not None and self.calendar.unsaved:
            return _("Calendar")
        if self.standard is not None and self.standard.unsaved:
            return _("Time standards")
        return ""

    def save(self) -> None:
        """See what the changes on the tab in front would do, and apply them from there."""
        name = self.tabs.tabText(self.tabs.currentIndex())
        if name == _("Calendar") and self.calendar is not None:
            self.calendar.save()
        elif name == _("Time standards") and self.standard is not None:
            self.standard.save()

    def arrive(self) -> None:
        """Read everything for whoever is signed in."""
        today = official_date(self._operations.desk.now())
        self.journal_button.setVisible(self._operations.actor.may(Permission.SEE_JOURNAL))

        def question(desk: Desk, actor: Actor) -> _Answer:
            reading = desk.reading
            return reading.office(today), reading.people(actor), reading.substitutions(actor, today)

        self._operations.read(self, question, self._show)

    def _show(self, answer: _Answer) -> None:
        office, self.people, self._leaves = answer
        self._office = office
        fillers = (
            self._fill_office,
            self._fill_signatories,
            self._fill_rules,
            self._fill_papers,
        )
        for column, fill in zip(self._grounds.values(), fillers, strict=True):
            while (item := column.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()
            fill(column, office)
            column.addStretch()
        if self.staff is None:
            self.staff = PeopleTab(self._operations, self)
            self._people_ground.addWidget(self.staff)
        self.staff.show_people(self.people, self._leaves)
        self._show_kept(office)

    def end(self) -> None:
        """Keep the columns of the people as they were dragged last."""
        if self.staff is not None:
            self.staff.end()

    def _show_kept(self, office: OfficeView) -> None:
        if self.calendar is None or self.standard is None:
            self.calendar = CalendarTab(self._operations)
            self.standard = StandardTab(self._operations)
            kinds = CategoriesTab, ChannelsTab, FrequentTab
            self.lists = tuple(kind(self._operations) for kind in kinds)
            tabs: tuple[QWidget, ...] = (self.calendar, self.standard, *self.lists)
            for column, tab in zip(self._kept.values(), tabs, strict=True):
                # A list takes the room there is and scrolls by itself.
                column.addWidget(tab, 1 if tab in self.lists else 0)
                if tab not in self.lists:
                    column.addStretch()
        self.calendar.show_days(office.days)
        self.standard.arrive()
        for kept in self.lists:
            kept.arrive()

    def _may(self, permission: Permission) -> bool:
        return self._operations.actor.may(permission)

    def _fill_office(self, column: QVBoxLayout, office: OfficeView) -> None:
        card = Card(office.facts.name)
        facts = office.facts
        for name, text in (
            (_("Address"), facts.address),
            (_("Letter prefix"), facts.letter_prefix),
            (_("Office group"), facts.group),
            (_("Phone"), facts.phone),
            (_("E-mail"), facts.email),
            (_("Director's title"), facts.director_title),
            (_("Emblem on letters"), _(GARUDA[facts.garuda])),
            (_("Who numbers letters"), _(LETTER_SERIES[facts.letter_series])),
            (_("Letters under the stamp"), _("Yes") if facts.stamped_letters else _("No")),
            (_("In force since"), weekday_date(facts.effective_from)),
        ):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            caption = label(name, "label")
            caption.setFixedWidth(px(164))
            line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(text or "–", wrap=True, selectable=True), 1)
            card.column.addWidget(row)
        if self._may(Permission.KEEP_OFFICE):
            foot = QHBoxLayout()
            for text, do in (
                (_("Change…"), self.change_office),
                (_("Wording of letters…"), self.change_wording),
            ):
                change = button(text)
                change.clicked.connect(do)
                foot.addWidget(change)
            foot.addStretch()
            card.column.addLayout(foot)
        column.addWidget(card)

    def _fill_signatories(self, column: QVBoxLayout, office: OfficeView) -> None:
        card = Card(_("Who signs"))
        for signatory in office.signatories:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            text = f"{signatory.name} · {signatory.position}"
            if signatory.acting_for:
                text += f" · {signatory.acting_for}"
            if not signatory.active:
                text += " · " + _("no longer")
            line.addWidget(label(text, wrap=True), 1)
            if self._may(Permission.KEEP_OFFICE):
                change = button(_("Change…"), "link")
                change.clicked.connect(partial(self.change_signatory, signatory))
                line.addWidget(change)
            card.column.addWidget(row)
        if self._may(Permission.KEEP_OFFICE):
            add = button(_("Add…"))
            add.clicked.connect(self.add_signatory)
            card.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)

    def _fill_rules(self, column: QVBoxLayout, office: OfficeView) -> None:
        del office
        self.rules = AssignmentRules(self._operations)
        self.ladder = LadderCard(self._operations)
        column.addWidget(self.rules)
        column.addWidget(self.ladder)

    def _fill_papers(self, column: QVBoxLayout, office: OfficeView) -> None:
        self.papers = OfficePapers(self._operations, office)
        column.addWidget(self.papers)

    def change_office(self) -> None:
        """Change the office's facts from a day on."""
        assert self._office is not None
        self._open(OfficeSheet(self._operations, self._office.facts, self))

    def change_wording(self) -> WordingDialog:
        """Change what the letters say."""
        assert self._office is not None
        dialog = WordingDialog(self._operations, self._office, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def add_signatory(self) -> None:
        """Add one who signs."""
        self._open(SignatorySheet(self._operations, None, self))

    def change_signatory(self, signatory: Signatory) -> None:
        """Change one who signs."""
        self._open(SignatorySheet(self._operations, signatory, self))

    def _open(self, sheet: Sheet) -> None:
        sheet.open()

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.OFFICE | Changes.PEOPLE | Changes.CALENDAR) and self.isVisible():
            self.arrive()


def _scrolling(tabs: QTabWidget, name: str) -> QVBoxLayout:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(12)
    tabs.addTab(scrolling(ground), name)
    return column
