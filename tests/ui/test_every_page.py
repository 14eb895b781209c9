"""Every page: keys come to all of it, and all of it has a name."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from accessible import nameless, out_of_reach
from every_page import LOOKS, opened_window, pages
from key_clashes import clashes
from made_up import MadeUp
from pytestqt.qtbot import QtBot
from windows import drained

from db.furnishing import Strongroom, furnish
from db.place import Place
from ui.window import Window


@pytest.fixture(scope="module")
def made_office(office: MadeUp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strongroom]:
    """The made-up office, copied: looking at complaints is noted in their journal."""
    folder = tmp_path_factory.mktemp("looked at") / "register"
    room = furnish(Place(Path(copytree(office.place.folder, folder))))
    yield room
    room.close()


@pytest.fixture(params=["thai light"])
def window(
    request: pytest.FixtureRequest, office: MadeUp, made_office: Strongroom, qtbot: QtBot
) -> Iterator[Window]:
    """The window in a look, whoever may do everything signed in."""
    yield from opened_window(*LOOKS[request.param], office, made_office, qtbot)


<<<<<<< HEAD
def pages(window: Window, office: MadeUp) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield every page of the counter, and how one gets there."""
    counter = window.counter
    assert counter is not None
    for act in (Act.MORNING, Act.REGISTER, Act.LETTERS, Act.BOARD, Act.CHECKS, Act.REPORTS):
        yield act.value, partial(counter.go, act)
    for act in (Act.JOURNAL, Act.HELP):
        yield act.value, partial(counter.go, act)
    intake = counter.page(Act.NEW)
    assert isinstance(intake, IntakePage)
    for kind in ChannelKind:
        yield f"new {kind.value}", partial(_begin, counter, intake, kind)
    for name in DOSSIERS:
        yield f"case {name}", partial(counter.open_case, office.case(name).id)
    settings = counter.page(Act.SETTINGS)
    assert isinstance(settings, SettingsPage)
    for place in range(settings.tabs.count()):
        yield f"settings {place}", partial(_turn, counter, settings, place)


def _begin(counter: Counter, intake: IntakePage, kind: ChannelKind) -> None:
    counter.go(Act.NEW)
    intake.begin(kind)


def _turn(counter: Counter, settings: SettingsPage, place: int) -> None:
    counter.go(Act.SETTINGS)
    settings.tabs.setCurrentIndex(place)


def without_room(window: Window) -> list[str]:
    """Name the words in front that are cut off."""
    parts: list[QLabel | QPushButton | QCheckBox] = [*window.findChildren(QLabel)]
    parts += [*window.findChildren(QPushButton), *window.findChildren(QCheckBox)]
    shown = [one for one in parts if one.isVisible() and one.text()]
    found = [one.text() for one in shown if clipped(one)]
    for bar in window.findChildren(QTabBar):
        if bar.isVisible():
            wanted = sum(bar.tabSizeHint(at).width() for at in range(bar.count()))
            found += [bar.accessibleName() or "tabs"] if bar.width() < wanted else []
    for table in window.findChildren(QTableView):
        if table.isVisible():
            found += _cut_heads(table)
    return found


def _cut_heads(table: QTableView) -> list[str]:
    header, model = table.horizontalHeader(), table.model()
    found = []
    for place in range(model.columnCount()):
        text = str(model.headerData(place, Qt.Orientation.Horizontal) or "")
        wanted = header.fontMetrics().horizontalAdvance(text) + px(BESIDE_HEAD)
        if not header.isSectionHidden(place) and header.sectionSize(place) < wanted:
            found.append(text)
    return found


def said(window: Window) -> set[str]:
    """Return every word that the window shows, tells or reads aloud."""
    found: set[str] = {window.windowTitle()}
    for part in [*window.findChildren(QWidget)]:
        if not part.isVisible():
            continue
        found |= {part.toolTip(), part.accessibleName(), part.accessibleDescription()}
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
        elif isinstance(part, QLineEdit):
            found.add(part.placeholderText())
        elif isinstance(part, QComboBox):
            found |= {part.itemText(place) for place in range(part.count())}
        elif isinstance(part, QTabBar):
            found |= {part.tabText(place) for place in range(part.count())}
        elif isinstance(part, QAbstractItemView):
            found |= _cells(part)
    return {_bare(text) for text in found if text}


def _bare(text: str) -> str:
    """Return words without the keys that press them, and without the star of what is needed."""
    return re.sub(r" \([^)]*\)$| \*$", "", text)


def _cells(view: QAbstractItemView) -> set[str]:
    model = view.model()
    rows = range(min(model.rowCount(), LINES))
    # A list tells of no columns.
    columns = range(model.columnCount() if isinstance(view, QTableView) else 1)
    heads = {model.headerData(place, Qt.Orientation.Horizontal) for place in columns}
    cells = {model.index(row, column).data() for row in rows for column in columns}
    return {str(text) for text in heads | cells if text is not None}


def foreign(spoken: str) -> re.Pattern[str]:
    """Return what knows a sentence of the other language, whatever stands in its fields."""
    with resources.path("translations", "th.po").open("rb") as file:
        entries = [entry for entry in read_po(file, locale="th") if entry.id]
    told = set()
    for entry in entries:
        english, thai = _forms(entry.id), _forms(entry.string)
        for one in english - thai if spoken == "th" else thai - english:
            letters = re.findall("[A-Za-zก-๛]", FIELD.sub("", one))
            if len(letters) >= FEWEST:
                told.add(FIELD.sub(".+", re.escape(one)))
    return re.compile("|".join(sorted(told)))


def _forms(text: object) -> set[str]:
    """Return a message's sentences: one, or one for each count that is told apart."""
    return {text} if isinstance(text, str) else {*text} if isinstance(text, tuple | list) else set()


def own_words(desk: Desk, office: MadeUp) -> set[str]:
    """Return what the office itself has named, in whatever language."""
    lists = desk.reading.lists(office.chief)
    named = {one.name for one in lists.channels} | {one.name for one in lists.sources}
    days = {_bare(one.name) for one in office.office.days.holidays}
    checked = {one.checked for one in lists.channels}
    return named | checked | {one.name for one in lists.categories} | days | {NAME}


def test_no_page_cuts_its_words_off(window: Window, office: MadeUp, qtbot: QtBot) -> None:
    cut: dict[str, list[str]] = {}
    assert window.operations is not None
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        # What a page says last, the foot tells too, has its room once the layouts have turned.
        qtbot.wait(AFTERWARDS)
        if found := without_room(window):
            cut[name] = found
    assert cut == {}


def test_no_page_speaks_another_language(window: Window, office: MadeUp, qtbot: QtBot) -> None:
    assert window.operations is not None
    other, left = foreign(language()), {}
    own = own_words(window.operations.desk, office)
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        # What a page says last, the foot tells too, has its room once the layouts have turned.
        qtbot.wait(AFTERWARDS)
        if found := {text for text in said(window) - own if other.fullmatch(text)}:
            left[name] = found
    assert left == {}


@pytest.mark.parametrize("window", ["thai light"], indirect=True)
=======
>>>>>>> 23c0929 (Let every dialog fit the smallest screen and every row of buttons its window; look at all of them in every look)
def test_every_control_of_every_page_has_a_name(
    window: Window, office: MadeUp, qtbot: QtBot
) -> None:
    unnamed: dict[str, list[str]] = {}
    assert window.operations is not None
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        if found := nameless(window):
            unnamed[name] = found
    assert unnamed == {}


def test_tab_comes_to_every_control_of_every_page(
    window: Window, office: MadeUp, qtbot: QtBot
) -> None:
    missed: dict[str, list[str]] = {}
    assert window.operations is not None
    window.activateWindow()
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        if found := out_of_reach(window):
            missed[name] = found
    assert missed == {}


@pytest.mark.parametrize("window", ["thai light", "english"], indirect=True)
def test_no_key_of_a_page_is_taken_twice(window: Window, office: MadeUp, qtbot: QtBot) -> None:
    taken: dict[str, list[str]] = {}
    assert window.operations is not None
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        if found := clashes(window):
            taken[name] = found
    assert taken == {}
