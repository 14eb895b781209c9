"""Every door of the house: which room may import which, read from the files themselves."""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("desktop", "db", "ui", "resources")

# Third parties a room may know; for the core and its rules the list is short on purpose.
STRANGERS: Mapping[str, set[str]] = {
    "desktop": {
        "PIL", "babel", "docx", "faker", "holidays", "isal", "lxml", "nlpo3", "platformdirs",
        "pypdfium2", "reportlab", "stdnum", "uharfbuzz", "xlsxwriter",
    },
    "desktop.rules": {"babel", "holidays", "stdnum"},
    "desktop.acts": set(),
    "db": {"alembic", "argon2", "platformdirs", "psycopg", "sqlalchemy", "sqlcipher3"},
    "ui": {"PySide6", "babel", "pypdfium2", "shiboken6"},
    "resources": set(),
}  # fmt: skip
# Rooms a room may enter besides itself.
DOORS: Mapping[str, tuple[str, ...]] = {
    "desktop": ("resources",),
    # A refusal is part of a rule's vocabulary; it knows nothing but the rules' reasons.
    "desktop.rules": ("desktop.errors",),
    "desktop.acts": (
        "desktop.changes",
        "desktop.errors",
        "desktop.ports",
        "desktop.rules",
        "desktop.views",
    ),
    "db": ("desktop",),
    "ui": ("desktop", "resources"),
    "resources": (),
}
# Before the first set-up there is nothing but the standard library.
BARE = {
    "main": ("desktop.console", "desktop.machine", "desktop.setup"),
    "desktop": (),
    "desktop.console": (),
    "desktop.machine": ("desktop.console",),
    "desktop.setup": ("desktop.console", "desktop.machine"),
}
# Third parties that one room of the core has to itself.
OWN_STRANGERS = dict.fromkeys(("docx", "lxml", "xlsxwriter"), "desktop.exchange")
# What no page, dialog, widget, model or delegate may know: those that put them together.
ASSEMBLERS = ("ui.window", "ui.application")
PARTS = ("ui.pages", "ui.dialogs", "ui.widgets", "ui.models", "ui.delegates")


def modules(root: Path) -> dict[str, ast.Module]:
    """Read every module of the house by its dotted name."""
    files = [root / "main.py", *(f for room in ROOMS for f in (root / room).rglob("*.py"))]
    return {
        ".".join(f.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): ast.parse(
            f.read_text("utf-8"), str(f)
        )
        for f in files
        if f.exists()
    }


def imported(name: str, tree: ast.Module, *, inside: set[str]) -> Iterator[str]:
    """Name every module that one imports, anywhere in it; `from a import b` is a.b if that exists.

    What stands under `if TYPE_CHECKING` counts too: knowing a type is knowing the room.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: rooms are named in full, not by dots"
            assert node.module is not None
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in inside else node.module


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def wrong_doors(house: Mapping[str, ast.Module], room: str) -> list[str]:
    """List 'module imports module' for each import that leaves the room by no door of its own."""
    open_to = (room, *DOORS[room])
    known = STRANGERS[room]
    found = []
    for name, tree in house.items():
        if not within(name, room):
            continue
        for target in imported(name, tree, inside=set(house)):
            top = target.partition(".")[0]
            if top in ROOMS or top == "main":
                allowed = any(within(target, door) for door in open_to)
            else:
                allowed = top in sys.stdlib_module_names or top in known
            if not allowed:
                found.append(f"{name} imports {target}")
    return found


def cycles(house: Mapping[str, ast.Module]) -> list[str]:
    """Find import cycles among modules, each told once as a chain."""
    edges = {
        name: {t for t in imported(name, tree, inside=set(house)) if t in house and t != name}
        for name, tree in house.items()
    }
    told: list[str] = []
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            told.append(" → ".join((*path[path.index(name) :], name)))
        elif name not in done:
            for target in sorted(edges[name]):
                walk(target, (*path, name))
            done.add(name)

    for name in sorted(edges):
        walk(name, ())
    return told


def house_of(**sources: str) -> dict[str, ast.Module]:
    """Build a made-up house; `__` in a name stands for a dot."""
    return {name.replace("__", "."): ast.parse(text) for name, text in sources.items()}


@pytest.fixture(scope="module")
def house() -> dict[str, ast.Module]:
    return modules(ROOT)


@pytest.mark.parametrize("room", DOORS)
def test_room_keeps_to_its_doors(house: dict[str, ast.Module], room: str) -> None:
    assert wrong_doors(house, room) == []


@pytest.mark.parametrize(
    ("room", "sources"),
    [
        ("desktop", {"desktop__acts__a": "from db.engine import Engine", "db__engine": ""}),
        ("desktop", {"desktop__acts__a": "import sqlalchemy.orm"}),
        ("desktop", {"desktop__papers__a": "def f():\n    from PySide6 import QtGui"}),
        ("desktop", {"desktop__a": "import main", "main": ""}),
        (
            "desktop.rules",
            {"desktop__rules__a": "from desktop import ports", "desktop__ports": ""},
        ),
        ("desktop.rules", {"desktop__rules__a": "import platformdirs"}),
        ("desktop.rules", {"desktop__rules__a": "import resources", "resources": ""}),
        ("desktop.acts", {"desktop__acts__a": "import desktop.papers.x", "desktop__papers__x": ""}),
        ("db", {"db__a": "from PySide6.QtCore import QObject"}),
        ("db", {"db__a": "import ui", "ui": ""}),
        ("ui", {"ui__pages__a": "from db import reading", "db": "", "db__reading": ""}),
        ("ui", {"ui__a": "from sqlalchemy import select"}),
        ("resources", {"resources": "import desktop", "desktop": ""}),
    ],
)
def test_wrong_door_is_seen(room: str, sources: dict[str, str]) -> None:
    assert len(wrong_doors(house_of(**sources), room)) == 1


def test_own_doors_are_open() -> None:
    house = house_of(
        desktop__rules__a="import re\nfrom babel import dates\nfrom desktop.rules import b",
        desktop__rules__b="",
        desktop__errors="from desktop.rules.a import x",
        desktop__papers__a="import resources",
        resources="from pathlib import Path",
        ui__pages__a="from ui.widgets import w\nfrom desktop import errors",
        ui__widgets__w="import PySide6.QtWidgets",
    )
    assert [wrong for room in DOORS for wrong in wrong_doors(house, room)] == []


def parts_knowing_assemblers(house: Mapping[str, ast.Module]) -> list[str]:
    return [
        f"{name} imports {target}"
        for name, tree in house.items()
        if any(within(name, part) for part in PARTS)
        for target in imported(name, tree, inside=set(house))
        if any(within(target, assembler) for assembler in ASSEMBLERS)
    ]


def strangers_astray(house: Mapping[str, ast.Module]) -> list[str]:
    return [
        f"{name} imports {target}"
        for name, tree in house.items()
        for target in imported(name, tree, inside=set(house))
        if not within(name, OWN_STRANGERS.get(target.partition(".")[0], name))
    ]


def test_files_of_office_programs_are_known_in_one_room(house: dict[str, ast.Module]) -> None:
    assert strangers_astray(house) == []
    guilty = house_of(desktop__exchange__a="import docx", desktop__papers__b="import docx.shared")
    assert strangers_astray(guilty) == ["desktop.papers.b imports docx.shared"]


def test_nothing_imports_the_window(house: dict[str, ast.Module]) -> None:
    assert parts_knowing_assemblers(house) == []


def test_page_that_knows_the_window_is_seen() -> None:
    guilty = house_of(ui__pages__a="from ui import window", ui="", ui__window="")
    assert parts_knowing_assemblers(guilty) == ["ui.pages.a imports ui.window"]


def test_no_cycles(house: dict[str, ast.Module]) -> None:
    assert cycles(house) == []


def test_cycle_is_seen() -> None:
    guilty = house_of(
        desktop__a="from desktop import b",
        desktop__b="from desktop.c import x",
        desktop__c="def late():\n    import desktop.a",
    )
    assert cycles(guilty) == ["desktop.a → desktop.b → desktop.c → desktop.a"]


def met_at_start(node: ast.stmt) -> bool:
    """Tell whether a module's statement runs when the module is read."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return False
    return not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")


@pytest.mark.parametrize("name", BARE)
def test_first_run_needs_the_standard_library_only(house: dict[str, ast.Module], name: str) -> None:
    top_level = ast.Module([n for n in house[name].body if met_at_start(n)], [])
    wanted = set(imported(name, top_level, inside=set(house)))
    strangers = {
        target
        for target in wanted - set(BARE[name]) - set(BARE)
        if target.partition(".")[0] not in sys.stdlib_module_names
    }
    assert strangers == set()


def test_main_parses_where_python_is_too_old() -> None:
    source = (ROOT / "main.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 8))
    with pytest.raises(SyntaxError):
        ast.parse("match 1:\n    case 1: pass", feature_version=(3, 8))
