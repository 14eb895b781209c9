"""Keys that two parts of one window would both take: Qt then gives them to neither."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTabBar, QWidget

_WITHIN = {
    Qt.ShortcutContext.WidgetShortcut,
    Qt.ShortcutContext.WidgetWithChildrenShortcut,
}
_Key = tuple[str, QWidget, Qt.ShortcutContext, str]
"""The key, whose it is, from where it is taken, and what it does."""


def clashes(top: QWidget) -> list[str]:
    """Name what has a key in common in a window; buttons switched off may be on the next moment."""
    taken: dict[str, list[_Key]] = defaultdict(list)
    for one in _keys(top):
        if one[0] and one[1].isVisibleTo(top):
            taken[one[0]].append(one)
    found = [
        f"{key}: {_called(one)} / {_called(other)}"
        for key, takers in taken.items()
        for one, other in combinations(takers, 2)
        if _meet(one, other)
    ]
    return found + [told for menu in top.findChildren(QMenu) for told in _twice_in(menu)]


def _keys(top: QWidget) -> Iterator[_Key]:
    in_window = Qt.ShortcutContext.WindowShortcut
    for short in top.findChildren(QShortcut):
        owner = short.parent()
        if isinstance(owner, QWidget) and owner.window() is top.window() and short.isEnabled():
            for keys in QShortcut.keys(short):
                yield keys.toString(), owner, short.context(), "shortcut"
    for part in [top, *top.findChildren(QWidget)]:
        if part.window() is not top.window():
            continue
        if isinstance(part, QAbstractButton):
            # A mnemonic in its words is a button's key too, unless it is given another.
            yield part.shortcut().toString(), part, in_window, part.text()
        elif isinstance(part, QLabel) and part.buddy() is not None:
            yield QKeySequence.mnemonic(part.text()).toString(), part, in_window, part.text()
        elif isinstance(part, QTabBar):
            for place in range(part.count()):
                text = part.tabText(place)
                yield QKeySequence.mnemonic(text).toString(), part, in_window, text
        for action in part.actions():
            yield from _of_action(action, part)


def _of_action(action: QAction, part: QWidget) -> Iterator[_Key]:
    for keys in action.shortcuts():
        yield keys.toString(), part, action.shortcutContext(), action.text()


def _meet(one: _Key, other: _Key) -> bool:
    """Tell whether there is a place from which both are taken."""
    if one[2] in _WITHIN and other[2] in _WITHIN:
        return one[1] is other[1] or one[1].isAncestorOf(other[1]) or other[1].isAncestorOf(one[1])
    return True


def _twice_in(menu: QMenu) -> list[str]:
    """Name lines of one menu that begin with the same underlined letter."""
    letters: dict[str, list[str]] = defaultdict(list)
    for action in menu.actions():
        letters[QKeySequence.mnemonic(action.text()).toString()].append(action.text())
    return [f"{key}: {lines}" for key, lines in letters.items() if key and len(lines) > 1]


def _called(one: _Key) -> str:
    part = one[1]
    return f"{type(part).__name__} {one[3]} {part.accessibleName() or part.objectName()}"
