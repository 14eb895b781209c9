"""Qt's own tester over every model there is: with lines, while they change, and with none.

Models are found by reading the code: whoever makes one in a new place is asked for its trial here.
"""

import ast
from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from clock import Clock
from office import acknowledgement_to, form
from paged import COLUMNS, identity, lines, listing
from paws import send
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    qInstallMessageHandler,
)
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QListWidget,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from windows import BOSS, drained, letters_page, register_page

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.keeping_categories import AddCategory, add_category
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.asking import Terms
from desktop.rules.calendar_changes import CalendarChanges
from desktop.rules.catalogue import Frequent
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor, Role
from desktop.rules.policy import Complexity, Provision
from desktop.rules.redating import DueMove
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView, Shelf
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.frequent_picker import FrequentPicker
from ui.dialogs.moves import small_table
from ui.models.moves import MovesModel
from ui.models.paged_table import PAGE, PAGES_KEPT, PagedTable
from ui.operations import Operations
from ui.pages.board.page import BoardPage
from ui.pages.checks import ChecksPage
from ui.pages.morning import MorningPage
from ui.pages.register_table.columns import FILLING, Columns
from ui.pages.register_table.page import RegisterPage
from ui.pages.settings.calendar_list import DayList
from ui.pages.settings.categories import CategoriesTab
from ui.pages.settings.provisions import ProvisionList
from ui.tables.drawn import list_table
from ui.widgets.address import AddressPicker
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.columns import TableColumns
from ui.widgets.field import LineField
from ui.widgets.file_list import FileList, Listed
from ui.widgets.search_line import SearchLine

ROOT = Path(__file__).resolve().parents[2]
MADE_OF = (QAbstractItemModel, QListWidget, QTreeWidget, QTableWidget, QComboBox, QCompleter)
"""Models, and parts of a window that bring one with them."""
NEW_CATEGORY = "รถรับส่งนักเรียน"


def qts_own() -> set[str]:
    """Name Qt's classes of models, and of what brings one with it."""
    found = set()
    for room in (QtCore, QtGui, QtWidgets):
        # Read one by one: what nobody asked for yet is not in the room.
        for name in dir(room):
            kind = getattr(room, name)
            if isinstance(kind, type) and issubclass(kind, MADE_OF):
                found.add(name)
    return found


def last_name(part: ast.expr) -> str:
    """Return the last word of `a.b.C` or of `C[T]`."""
    if isinstance(part, ast.Subscript):
        return last_name(part.value)
    return part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "")


def makers(house: dict[str, ast.Module]) -> set[tuple[str, str]]:
    """Find each file and class of a model that is written or made there."""
    known, found = qts_own(), set[tuple[str, str]]()
    while True:
        before = len(known)
        for file, tree in house.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and known & set(map(last_name, node.bases)):
                    known.add(node.name)
                    found.add((file, node.name))
        if len(known) == before:
            break
    for file, tree in house.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (name := last_name(node.func)) in known:
                found.add((file, name))
    return found


class Bench:
    """What trials are made with, and Qt's tester at every model that a trial names."""

    def __init__(self, operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot) -> None:
        self.operations, self.desk, self.clock, self.qtbot = operations, desk, clock, qtbot
        self.counts: set[int] = set()
        self._kept: list[QWidget] = []
        self._models: list[QAbstractItemModel] = []
        self._testers: list[QAbstractItemModelTester] = []
        self._spies: list[QSignalSpy] = []

    def keep(self, part: QWidget) -> None:
        """Let a part stay until its model is watched no longer."""
        self.qtbot.addWidget(part)
        self._kept.append(part)

    def watch(self, model: QAbstractItemModel) -> None:
        """Test a model now and after each change; what is wrong is a warning, which fails."""
        warn = QAbstractItemModelTester.FailureReportingMode.Warning
        self._testers.append(QAbstractItemModelTester(model, warn))
        self._models.append(model)
        told = (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged)
        self._spies += map(QSignalSpy, told)
        self.look()

    def look(self) -> None:
        """Count the lines of what is watched."""
        self.counts |= {model.rowCount() for model in self._models if isValid(model)}

    def leave(self) -> None:
        """Watch no longer: Qt's lists tell of their going when it is too late to ask."""
        self.look()
        self._testers.clear()
        self._models.clear()
        self._kept.clear()

    @property
    def changes(self) -> int:
        """How often something watched has changed."""
        return sum(spy.count() for spy in self._spies)

    def take(self, count: int) -> list[int]:
        """Register complaints at another desk."""
        clerk = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))
        made = []
        for _one in range(count):
            self.clock.pass_time(minutes=3)
            asked = form(self.clock.at - timedelta(minutes=1))
            command = RegisterComplaint(f"k{self.clock.at}", asked)
            made.append(register(command, self.desk, clerk).case_id)
        return made

    def rest(self) -> None:
        """Wait until everything has landed."""
        drained(self.operations, self.qtbot)
        self.look()

    def type(self, line: QtWidgets.QLineEdit, text: str) -> None:
        """Type over what stands in a line."""
        line.selectAll()
        send(line, text)
        self.qtbot.wait(1)
        self.look()


@pytest.fixture
def bench(operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot) -> Bench:
    operations.sign_in(BOSS)
    return Bench(operations, desk, clock, qtbot)


def try_pages(bench: Bench) -> None:
    """Pages arrive, the list grows, is sorted, and what is far away is forgotten."""
    model = PagedTable(COLUMNS, identity)
    bench.watch(model)
    model.wanted.connect(lambda ids: model.put_rows(lines(ids)), Qt.ConnectionType.QueuedConnection)
    model.show_ids(listing(PAGE))
    model.put_rows(lines(listing(PAGE)))
    bench.look()
    model.extend_ids(listing(3 * PAGE))
    bench.qtbot.wait(1)
    model.show_ids(array("q", reversed(listing(3 * PAGE))))
    bench.qtbot.wait(1)
    model.extend_ids(listing(2))
    model.put_rows(lines(listing((PAGES_KEPT + 2) * PAGE)))
    model.show_ids(listing(0))
    bench.look()


def try_register(bench: Bench) -> None:
    """The register fills, is sorted and narrowed, and shows what another desk took in."""
    operations = bench.operations
    page = RegisterPage(operations, bench.desk.reading.office(official_date(bench.desk.now())))
    bench.keep(page)
    bench.watch(page.model)
    page.resize(1154, 686)
    page.arrive()
    page.show()
    page.show_view(RegisterView.ALL)
    bench.rest()
    mine = bench.take(5)
    page.refresh()
    bench.rest()
    assert page.model.rowCount() == len(mine)
    for order in Qt.SortOrder:
        for place in range(page.model.columnCount()):
            page.table.sortByColumn(place, order)
            bench.rest()
    operations.write(page, assign, AssignCases(tuple(mine[:2]), owner_id=BOSS.person_id))
    bench.rest()
    page.search("ไม่มีเรื่องใดเลย")
    bench.qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    bench.look()
    page.end()


def try_letters(bench: Bench) -> None:
    """Letters that another desk issued come into the list, and leave it with their shelf."""
    (case_id,) = bench.take(1)
    page = letters_page(bench.operations, bench.qtbot)
    bench.watch(page.model)
    bench.rest()
    issue(IssueLetter("1", acknowledgement_to(case_id)), bench.desk, BOSS)
    page.refresh()
    bench.rest()
    assert page.model.rowCount() == 1
    page.shelves.set_text(Shelf.CHECKED.value)
    page.refresh()
    bench.rest()


def try_groups(bench: Bench) -> None:
    """Groups follow what is listed, and one that is stepped into stays where it is."""
    bench.take(2)
    page = register_page(bench.operations, bench.desk, bench.qtbot)
    bench.watch(page.groups.list.model())
    page.view_menu.groups.trigger()
    bench.rest()
    page.groups.list.setCurrentRow(1)
    bench.rest()
    bench.take(1)
    page.refresh()
    bench.rest()
    assert page.groups.list.count() == 2


def try_moves(bench: Bench) -> None:
    """A list of what would move is made once and never changes; it may have no lines."""
    now = bench.desk.now()
    move = DueMove(1, ComplaintNumber(2569, 1), ClockKind.RESOLVE, now, None)
    for moves in ([], [move, move]):
        bench.watch(MovesModel(moves))


def try_small_table(bench: Bench) -> None:
    """A small table is made once and never changes."""
    for rows in ((), (("ก", "ข"), ("ค", "ง"))):
        table = small_table(("หนึ่ง", "สอง"), rows)
        bench.keep(table)
        bench.watch(table.model())


def try_columns(bench: Bench) -> None:
    """Columns are moved, widened, hidden, and come back as they were."""
    columns = Columns(bench.desk.reading.office(date(2026, 7, 15)).calendar, bench.desk.now).specs()
    table = list_table(PagedTable(columns, attrgetter("id")), "ทะเบียน")
    bench.keep(table)
    dialog = ColumnsDialog(TableColumns(table, columns, FILLING))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    bench.keep(dialog)
    bench.watch(dialog.list.model())
    dialog.list.setCurrentRow(1)
    dialog.move_by(1)
    dialog.widen_by(12)
    dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    dialog.go_back()
    dialog.reject()


def try_board(bench: Bench) -> None:
    """Cards are made anew whenever the board is read, of columns that may be empty."""
    page = BoardPage(bench.operations, bench.desk.reading.office(date(2026, 7, 15)))
    bench.keep(page)
    page.show()
    for count in (0, 3):
        bench.take(count)
        page.arrive()
        bench.rest()
        for column in page.columns:
            bench.watch(column.cards.model())
        bench.leave()


def try_morning(bench: Bench) -> None:
    """Lists are made anew whenever the morning is read; a group without complaints has none."""
    page = MorningPage(bench.operations, bench.desk.reading.office(date(2026, 7, 15)))
    bench.keep(page)
    page.show()
    cases = bench.take(3)
    assign(AssignCases(tuple(cases), owner_id=BOSS.person_id), bench.desk, BOSS)
    bench.clock.pass_time(days=60)
    page.arrive()
    bench.rest()
    for one in page.lists:
        bench.watch(one.model())


def try_days(bench: Bench) -> None:
    """The closed days of a year are listed, one is taken away, and none are left."""
    part = DayList()
    bench.keep(part)
    bench.watch(part.table.model())
    changes = CalendarChanges(bench.desk.reading.days())
    days = bench.desk.reading.days().holidays
    for shown in (days, days[1:], ()):
        part.show_days(shown, (), changes)
        part.table.selectRow(0)
        bench.look()


def try_categories(bench: Bench) -> None:
    """The list fills, and shows what another desk added."""
    bench.operations.sign_in(Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR})))
    tab = CategoriesTab(bench.operations)
    bench.keep(tab)
    bench.watch(tab.table.model())
    tab.arrive()
    bench.rest()
    before = tab.table.rowCount()
    add_category(AddCategory(NEW_CATEGORY, Complexity.GENERAL), bench.desk, bench.operations.actor)
    tab.arrive()
    bench.rest()
    assert tab.table.rowCount() == before + 1


def try_provisions(bench: Bench) -> None:
    """Lines come, one is taken away, and a version has none."""
    part = ProvisionList()
    bench.keep(part)
    bench.watch(part.table.model())
    lists = bench.desk.reading.lists(BOSS)
    line = Provision(ClockKind.REPLY, 7, Unit.WORKING_DAYS)
    part.show_lines((line, replace(line, amount=9)), lists)
    part.table.selectRow(1)
    part.drop_line()
    bench.look()
    part.show_lines((), lists)
    bench.look()


def try_checks(bench: Bench) -> None:
    """The channels are listed, and one of them is looked at by another desk."""
    page = ChecksPage(bench.operations)
    bench.keep(page)
    page.show()
    bench.watch(page.table.model())
    page.arrive()
    bench.rest()
    page.check_all()
    bench.rest()


def try_address(bench: Bench) -> None:
    """Places are offered while one types, and none where nothing is so called."""
    picker = AddressPicker()
    bench.keep(picker)
    picker.show()
    completer = picker.search.line.completer()
    assert completer is not None
    bench.watch(picker._model)
    bench.watch(completer.completionModel())
    for text in ("มะขาม", "มะขาม จันท", "กกกกก", "บาง"):
        bench.type(picker.search.line, text)


def try_search(bench: Bench) -> None:
    """Ways to go on are offered while one types."""
    line = SearchLine()
    bench.keep(line)
    line.show()
    line.know(Terms(channels={"โทรศัพท์": 2}))
    bench.watch(line._ways)
    bench.watch(line.offers.completionModel())
    for text in ("ส", "สถานะ:", "ช่อง:", "ช่อง:โทร", "กกกก"):
        bench.type(line, text)


def try_suggestions(bench: Bench) -> None:
    """Words are offered while one types, and others once the field is of another matter."""
    field = LineField("ถึง")
    bench.keep(field)
    field.show()
    for offers in (("โรงเรียน", "โรงพยาบาล", "อำเภอ"), ()):
        field.suggest(offers)
        completer = field.line.completer()
        assert completer is not None
        model = completer.model()
        assert isinstance(model, QStringListModel)
        bench.watch(model)
        bench.watch(completer.completionModel())
        for text in ("โ", "โรงพ", "ก"):
            bench.type(field.line, text)


def try_choices(bench: Bench) -> None:
    """What may be chosen is replaced, and the choice stays where it is still there."""
    field = ChoiceField("ผู้ลงนาม")
    bench.keep(field)
    bench.watch(field.combo.model())
    one, other = Choice("1", "นายสมคิด"), Choice("2", "นางสาวปรีดา")
    for choices in ((one, other), (other,), ()):
        field.offer(choices)
        field.set_text("2")
        bench.look()


def try_frequent(bench: Bench) -> None:
    """What comes often is found while one types, until nothing is."""
    offered = [
        Frequent(number, name, 1, name, "", "") for number, name in enumerate(("ถนน", "เสียงดัง"), 1)
    ]
    picker = FrequentPicker(offered)
    bench.keep(picker)
    picker.show()
    bench.watch(picker.list.model())
    for text in ("", "ถ", "เสียง", "ไม่มี", ""):
        picker.search.set_text(text)
        bench.look()
    bench.leave()


def try_files(bench: Bench) -> None:
    """Files are listed, put in order, taken out, and none are left."""
    part = FileList(removable=True)
    bench.keep(part)
    part.show()
    bench.watch(part.list.model())
    files = [Listed(key, f"{key}.txt", "๑ กิโลไบต์", "text/plain") for key in range(3)]
    for shown in (files, files[1:], ()):
        part.show_files(shown)
        send(part.list, "R")
        part.down_button.click()
        bench.look()


Trial = Callable[[Bench], None]
TRIALS: dict[tuple[str, str], Trial] = {
    ("ui/dialogs/columns.py", "QListWidget"): try_columns,
    ("ui/dialogs/frequent_picker.py", "QListWidget"): try_frequent,
    ("ui/dialogs/moves.py", "MovesModel"): try_moves,
    ("ui/dialogs/moves.py", "QTableWidget"): try_small_table,
    ("ui/models/moves.py", "MovesModel"): try_moves,
    ("ui/models/paged_table.py", "PagedTable"): try_pages,
    ("ui/pages/board/columns.py", "_Cards"): try_board,
    ("ui/pages/checks.py", "QTableWidget"): try_checks,
    ("ui/tables/list_table.py", "PagedTable"): try_letters,
    ("ui/pages/morning.py", "QListWidget"): try_morning,
    ("ui/pages/register_table/grouping.py", "QListWidget"): try_groups,
    ("ui/pages/register_table/page.py", "PagedTable"): try_register,
    ("ui/pages/settings/calendar_list.py", "QTableWidget"): try_days,
    ("ui/pages/settings/kept_table.py", "QTableWidget"): try_categories,
    ("ui/pages/settings/provisions.py", "QTableWidget"): try_provisions,
    ("ui/widgets/address.py", "QCompleter"): try_address,
    ("ui/widgets/address.py", "QStringListModel"): try_address,
    ("ui/widgets/field.py", "QCompleter"): try_suggestions,
    ("ui/widgets/field.py", "QStringListModel"): try_suggestions,
    ("ui/widgets/choices.py", "_Combo"): try_choices,
    ("ui/widgets/file_list.py", "_Lines"): try_files,
    ("ui/widgets/search_line.py", "QCompleter"): try_search,
    ("ui/widgets/search_line.py", "QStringListModel"): try_search,
}
"""How each model is tried, by the file that writes or makes it."""
STILL = (try_moves, try_small_table, try_board, try_morning)
"""Made once, and made anew instead of changing."""
NEVER_EMPTY = (try_morning, try_columns)


def house() -> dict[str, ast.Module]:
    files = [*ROOT.joinpath("ui").rglob("*.py"), ROOT / "main.py"]
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8")) for file in files}


def test_every_model_that_is_made_anywhere_is_tried() -> None:
    assert sorted(makers(house())) == sorted(TRIALS)


@pytest.mark.parametrize(
    "code",
    [
        "from PySide6.QtCore import QSortFilterProxyModel\nmodel = QSortFilterProxyModel()",
        "from PySide6 import QtGui\nmodel = QtGui.QStandardItemModel(3, 2)",
        "from PySide6.QtWidgets import QTreeWidget\nclass Tree(QTreeWidget): pass",
        "from ui.models.paged_table import PagedTable\nclass Own(PagedTable): pass",
    ],
)
def test_a_new_model_is_seen(code: str) -> None:
    now = house()
    assert len(makers({**now, "ui/new.py": ast.parse(code)}) - makers(now)) == 1


@pytest.mark.parametrize("trial", dict.fromkeys(TRIALS.values()), ids=lambda one: one.__name__)
def test_a_model_keeps_qts_rules_with_lines_while_they_change_and_with_none(
    trial: Trial, bench: Bench
) -> None:
    try:
        trial(bench)
    finally:
        bench.leave()
    assert max(bench.counts) > 0
    assert 0 in bench.counts or trial in NEVER_EMPTY
    assert bench.changes or trial in STILL


_ROOT = QModelIndex()


class Broken(QAbstractListModel):
    """Says that it has more lines without saying that they came."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ["หนึ่ง"]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.words)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return self.words[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    def add(self, word: str) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self.words += [word, word]
        self.endInsertRows()


def test_a_model_that_breaks_qts_rules_is_found(bench: Bench, qtlog: Any) -> None:
    model = Broken()
    said: list[str] = []
    # Heard anywhere else, what Qt's tester says fails the test.
    with qtlog.disabled():
        before = qInstallMessageHandler(lambda _kind, _where, text: said.append(text))
        bench.watch(model)
        assert said == []
        model.add("สอง")
        qInstallMessageHandler(before)
    bench.leave()
    assert said[0].startswith("FAIL!")
