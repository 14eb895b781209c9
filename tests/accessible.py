"""What a screen reader is told of a window, and what keys alone can reach in it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollArea, QWidget

_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}
_KEYS = 400
"""After as many Tabs a page goes round without end."""


def nameless(top: QWidget) -> list[str]:
    """Name, by their kind and where they stand, the controls in front that have no name."""
    found = []
    for one in _told(QAccessible.queryAccessibleInterface(top)):
        state = one.state()
        if state.invisible or state.offscreen:
            continue
        asks = one.role() in _CONTROLS or bool(state.focusable)
        if asks and not one.text(QAccessible.Text.Name).strip():
            found.append(f"{one.role().name} {_whereabouts(one)}")
    return found


def _told(told: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what is told within something; of tables and lists not each cell."""
    for place in range(told.childCount()):
        one = told.child(place)
        if one is None or not one.isValid():
            continue
        yield one
        if one.role() not in {QAccessible.Role.Table, QAccessible.Role.List}:
            yield from _told(one)


def _whereabouts(one: QAccessibleInterface) -> str:
    part: QObject | None = one.object()
    names = []
    while part is not None:
        names.append(type(part).__name__)
        part = part.parent()
    return " < ".join(names[:5])


def out_of_reach(top: QWidget) -> list[str]:
    """Name the controls in front that Tab does not come to on its way round."""
    wanted = {one for one in top.findChildren(QWidget) if _takes_tab(one) and one.isVisibleTo(top)}
    top.setFocus()
    passed: set[QWidget] = set()
    for _key in range(_KEYS):
        here = QApplication.focusWidget()
        assert here is not None
        if here in passed and passed >= wanted:
            break
        passed |= {here, *_in_its_group(here)}
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return [
        f"{type(one).__name__} {one.accessibleName() or one.objectName()}"
        for one in wanted - passed
    ]


def _in_its_group(part: QWidget) -> list[QAbstractButton]:
    """Return the choices that arrows come to from one of them."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


def _takes_tab(part: QWidget) -> bool:
    if isinstance(part, QMenu | QScrollArea) or part.window() is not part.nativeParentWidget():
        return False
    tabbed = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and part.isEnabled() and part.focusProxy() is None
