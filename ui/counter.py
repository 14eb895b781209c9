"""The counter: sidebar, top bar, pages and foot, for whoever is signed in."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.changes import Changes
from desktop.rules.people import Permission
from desktop.rules.thai.dates import local
from desktop.views import (
    OfficeView,
    RegisterView,
    Tiles,
)
from desktop.wording import _
from desktop.wording.dates import clock_time, weekday_date
from desktop.wording.names import ROLE
from ui.actions import Act, spec
from ui.elsewhere import Elsewhere
from ui.hints import HintLine, KeptHints
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.person_menu import PersonMenu
from ui.places import Holding, Place, Returning
from ui.rooms import Rooms
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.frame import Foot, Sidebar, SideItem, TopBar

if TYPE_CHECKING:
    from ui.reminder_bar import ReminderBar, Unread

MINUTE = 60_000
SHOWN_ROLES = 2
"""Of somebody with more roles the bar tells these, and the tooltip all."""
_VIEWS = {
    Act.REGISTER: RegisterView.ALL,
    Act.MY_WORK: RegisterView.MINE,
    Act.UNASSIGNED: RegisterView.UNASSIGNED,
    Act.SOON: RegisterView.SOON,
    Act.LATE: RegisterView.LATE,
}
_WORK = (Act.MORNING, *_VIEWS, Act.LETTERS, Act.CHECKS)
"""Places for whoever works with complaints."""
_ITEMS = (Act.MORNING, *_VIEWS, Act.BOARD, Act.LETTERS, Act.CHECKS, Act.REPORTS)
_LAST = (Act.SETTINGS, Act.HELP)
_HANDED = (
    (Act.SAVE, "save"),
    (Act.NEXT_LIKE, "next_like"),
    (Act.FREQUENT, "choose_frequent"),
    (Act.PARK, "park_draft"),
    (Act.FILE_INTO, "file_into"),
    (Act.MERGE_INTO, "merge_into"),
    (Act.ATTACH_SCANS, "attach_scans"),
    (Act.SCAN, "scan"),
    (Act.READ_CARD, "read_card"),
    (Act.READ_BACK, "read_back"),
    (Act.CALL_BACK, "promise_call"),
    (Act.FILL_KNOWN, "fill_known"),
    (Act.OPEN_ALIKE, "open_alike"),
)
"""Keys that the page shown is handed, by what it does with them."""
_WORKING = (Permission.REGISTER, Permission.WORK, Permission.ASSIGN)


class Counter(QWidget):
    """The office at work; pages are made, and their rooms entered, on the first visit.

    Signals:
        locked: Somebody wants the screen covered.
        look_chosen: Something of the window's look was chosen. arg: the LookChoice.
    """

    locked = Signal()
    look_chosen = Signal(object)

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Ground")
        self._operations, self.office = operations, office
        self._pages: dict[Act, QWidget] = {}
        self._list, self._here = Act.REGISTER, Act.REGISTER
        self._begun = False
        self.reminding: ReminderBar | None = None
        self._unread: Unread | None = None
        self._elsewhere = Elsewhere(operations, self)
        self.side = Sidebar(_item(Act.NEW), [_item(a) for a in _ITEMS], [_item(a) for a in _LAST])
        self.top, self.foot = TopBar(), Foot()
        self.stack = QStackedWidget()
        self._rooms = Rooms(operations, office, self, self)
        self._lay_out()
        self._connect()
        works = any(operations.actor.may(p) for p in _WORKING)
        for act in (*_WORK, Act.NEW):
            self.side.set_visible(act.value, works)
        self.side.set_visible(Act.BOARD.value, operations.actor.may(Permission.ASSIGN))
        self.side.set_visible(Act.REPORTS.value, operations.actor.may(Permission.SEE_REPORTS))
        self.side.set_visible(Act.NEW.value, operations.actor.may(Permission.REGISTER))
        self._tell()
        self._busy(busy=False)
        # The frame is painted first; making both in one go would hold the window up.
        begin = partial(self._begin, Act.REGISTER if works else Act.SETTINGS)
        QTimer.singleShot(0, self, partial(QTimer.singleShot, 0, self, begin))

    def _begin(self, act: Act) -> None:
        # Somebody quick may have gone elsewhere already.
        if not self._begun:
            self.go(act)
        self._make_reminders()
        register = self._pages.get(Act.REGISTER)
        # What is counted beside a list comes after the list, which may be there by now.
        if isinstance(register, RegisterPage) and not register.listed:
            register.filled.connect(self._begin_beside, Qt.ConnectionType.SingleShotConnection)
        else:
            self._begin_beside()

    def _begin_beside(self) -> None:
        self._count()
        if self.reminding is not None:
            self.reminding.reminders.begin()
        self._elsewhere.begin()

    def _make_reminders(self) -> None:
        from ui.reminder_bar import ReminderBar  # noqa: PLC0415

        lead = partial(self.go, Act.MORNING)
        self.reminding = ReminderBar(self._operations, self.office, self.bar, lead, self)
        if self._unread is not None:
            self.reminding.go_on(self._unread)

    def page(self, act: Act) -> QWidget:
        """Return a page, making it on the first visit."""
        kind = Act.REGISTER if act in _VIEWS else act
        if kind not in self._pages:
            self._pages[kind] = self._rooms.make(kind)
            self.stack.addWidget(self._pages[kind])
        return self._pages[kind]

    def go(self, act: Act, *, as_left: bool = False) -> None:
        """Show a page; a list from its beginning, or as it was left."""
        self._begun = True
        page = self.page(act)
        if act is not Act.OPEN:
            self._list = act
        self._here = act
        if isinstance(page, RegisterPage):
            page.show_view(_VIEWS[act], as_left=as_left)
        if act is Act.MORNING:
            # What the bar tells is on the page.
            self.bar.clear()
        arrive = getattr(page, "arrive", None)
        if arrive is not None:
            arrive()
        self.stack.setCurrentWidget(page)
        self.hint.visit(Act.REGISTER if act in _VIEWS else act)
        self.side.select(act.value)
        take_cursor = getattr(page, "take_cursor", None)
        # Whoever types in the search box goes on typing there.
        if take_cursor is not None and not self.top.search.hasFocus():
            take_cursor()

    def show_view(self, view: RegisterView) -> None:
        """List all of a standing view, also one that has no place of its own in the sidebar."""
        act = next((act for act, own in _VIEWS.items() if own is view), Act.REGISTER)
        self.go(act)
        page = self.page(act)
        assert isinstance(page, RegisterPage)
        if view is not _VIEWS[act]:
            page.show_view(view)
        self._forget_search()

    def open_case(self, case_id: int, then: str | int = "") -> None:
        """Show a complaint whole; once it is there, do something with it or look at a file."""
        self.go(Act.OPEN)
        page = self.page(Act.OPEN)
        page.show_case(case_id, then)  # type: ignore[attr-defined]

    def back(self) -> None:
        """Go back to the list or page before, as it was left."""
        self.go(self._list, as_left=True)

    def may_go(self) -> bool:
        """Tell whether the pages may go with nothing lost; the bar tells what would be."""
        held = [page.unsaved() for page in self._pages.values() if isinstance(page, Holding)]
        for name in filter(None, held):
            said = _("First apply or take back what is changed in the settings: {tab}")
            go = partial(self.go, Act.SETTINGS)
            self.bar.stay(said.format(tab=name), Tone.SOON, _("Settings"), go)
        return not any(held)

    def place(self) -> Place:
        """Tell where somebody is, for a counter made anew to return to."""
        pages = self._pages.items()
        within = {act: page.place() for act, page in pages if isinstance(page, Returning)}
        # Before it is made, what it was to go on with is still all there is.
        unread = self._unread if self.reminding is None else self.reminding.unread()
        return Place(self._list, self._here, self.top.search.text(), within, unread)

    def return_to(self, place: Place) -> None:
        """Show what was shown before."""
        self._unread = place.unread
        # The list knows by itself what was sought in it; nobody is led there now.
        blocked = self.top.search.blockSignals(True)
        self.top.search.setText(place.sought)
        self.top.search.blockSignals(blocked)
        self.go(place.listed)
        if place.here is not place.listed:
            self.go(place.here)
        for act, within in place.within.items():
            if within:
                page = self.page(act)
                assert isinstance(page, Returning)
                page.return_to(within)

    def leave(self) -> None:
        """Keep what is typed, and stop what runs beside."""
        self._elsewhere.end()
        if self.reminding is not None:
            self.reminding.reminders.end()
        for page in self._pages.values():
            end = getattr(page, "end", None)
            if end is not None:
                end()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        self.bar = Notices()
        self.bar.setContentsMargins(18, 8, 18, 0)
        right.addWidget(self.bar)
        self.hint = HintLine(self._operations.actor, KeptHints(self._operations.actor.person_id))
        right.addWidget(self.hint)
        right.addWidget(self.stack, 1)
        right.addWidget(self.foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.side.chosen.connect(self._chosen)
        self.top.searched.connect(self._search)
        self.top.entered.connect(self._go_to_found)
        self.top.locked.connect(self.locked)
        menu = PersonMenu(self.top.person)
        menu.look_chosen.connect(self.look_chosen)
        menu.all_wanted.connect(self._show_display)
        self.top.person.setMenu(menu)
        for act in (*_ITEMS, *_LAST, Act.NEW):
            self._shortcut(act, partial(self._go_if_shown, act))
        for act in (Act.JOURNAL, Act.BOOKS, Act.FILES):
            self._shortcut(act, partial(self._go_if_may, act))
        self._shortcut(Act.SEARCH, self.top.search.begin)
        self._shortcut(Act.LOCK, self.locked.emit)
        self._shortcut(Act.PERSON, self.top.person.showMenu)
        self._shortcut(Act.BACK, self.back)
        self._shortcut(Act.REFRESH, self._refresh)
        self._handed = {
            what: self._shortcut(act, partial(self._hand_on, what)) for act, what in _HANDED
        }
        self.stack.currentChanged.connect(self._let_page_have_keys)
        self._operations.changed.connect(self._changed)
        self._operations.busy.connect(self._busy)
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE)
        self._clock.timeout.connect(self._tell)
        self._clock.start()

    def _go_if_may(self, act: Act) -> None:
        needed = spec(act).permission
        if needed is None or self._operations.actor.may(needed):
            self.go(act)

    def _show_display(self) -> None:
        self.go(Act.SETTINGS)
        self.page(Act.SETTINGS).show_display()  # type: ignore[attr-defined]

    def _shortcut(self, act: Act, do: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(spec(act).keys), self)
        made.activated.connect(do)
        return made

    def _let_page_have_keys(self) -> None:
        """Take the keys of which the page makes use; any other may be one of its own."""
        page = self.stack.currentWidget()
        for what, keys in self._handed.items():
            keys.setEnabled(hasattr(page, what))

    def _go_if_shown(self, act: Act) -> None:
        if self.side.offers(act.value):
            self._choose(act)

    def _choose(self, act: Act) -> None:
        """Go where somebody chose to; what an earlier search left out is there again."""
        self.go(act)
        if act in _VIEWS:
            self._forget_search()

    def _forget_search(self) -> None:
        if self.top.search.text():
            self.top.search.clear()
            self._hand_on("take_cursor")

    def _hand_on(self, what: str) -> None:
        """Hand a key to the page that is shown, if it has a use for it."""
        do = getattr(self.stack.currentWidget(), what, None)
        if do is not None:
            do()

    def _chosen(self, key: str) -> None:
        self._choose(Act(key))

    def _search(self, text: str) -> None:
        if self._here not in _VIEWS:
            self.go(Act.REGISTER)
        page = self.page(Act.REGISTER)
        assert isinstance(page, RegisterPage)
        page.search(text)

    def _go_to_found(self) -> None:
        """Lead from the search box to what it finds, also from a page that lists nothing."""
        if self._here not in _VIEWS and self.top.search.text():
            self._search(self.top.search.text())
        self._hand_on("take_cursor")

    def _refresh(self) -> None:
        self._hand_on("refresh")
        self._count()

    def _count(self) -> None:
        now = self._operations.desk.now()
        self._operations.read(
            self, lambda desk, actor: desk.reading.tiles(actor, now), self._show_tiles
        )

    def _show_tiles(self, tiles: Tiles) -> None:
        for act, count in (
            (Act.REGISTER, tiles.everything),
            (Act.MY_WORK, tiles.mine),
            (Act.UNASSIGNED, tiles.unassigned),
            (Act.SOON, tiles.soon),
            (Act.LATE, tiles.late),
            (Act.LETTERS, tiles.letters),
        ):
            self.side.set_count(act.value, digits(f"{count:,}") if count else "")

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.COMPLAINTS | Changes.LETTERS):
            self._count()

    def _busy(self, busy: bool) -> None:
        self.foot.say_saved(_("Working…") if busy else "● " + _("Everything is saved"), busy=busy)

    def _tell(self) -> None:
        actor, facts = self._operations.actor, self.office.facts
        roles = [_(ROLE[role]) for role in ROLE if role in actor.roles]
        more = " …" if len(roles) > SHOWN_ROLES else ""
        self.top.person.setText(" · ".join((actor.name, *roles[:SHOWN_ROLES])) + more)
        self.top.person.setToolTip(" · ".join((actor.name, *roles)) + f" ({spec(Act.PERSON).keys})")
        self.foot.office.setText(facts.name)
        self.foot.group.setText(facts.group)
        at = local(self._operations.desk.now())
        self.foot.day.setText(f"{weekday_date(at.date())} · {clock_time(at)}")


def _item(act: Act) -> SideItem:
    line = spec(act)
    return SideItem(act.value, _(line.text), line.keys)
