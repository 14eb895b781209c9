"""Files as a list with small pictures: looked at, turned, put in order, by keys and by mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QFont,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.rules.filenames import safe_name
from desktop.wording import _
from ui import theme
from ui.theme import px
from ui.widgets.leaves import Drawing, Leaf, Wanted, shows
from ui.widgets.plain import button

WIDE, HIGH = 40, 52
"""A small picture; a sheet of A4 upright fills it."""
_SHOWN = 8
"""Lines before the list scrolls."""
_KEY = Qt.ItemDataRole.UserRole
RIGHT, LEFT = 90, -90


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as it is listed; `key` tells it from the others of its list."""

    key: int | str
    name: str
    detail: str
    media_type: str
    turned: int = 0

    @property
    def shown_name(self) -> str:
        """Its name, harmless in any script."""
        return safe_name(self.name)


class FileList(QWidget):
    """A list of files with what can be done of the one with the cursor.

    Signals:
        opened: A file is to be looked at. arg: its key.
        turned: A file was turned. args: its key, by how many degrees to the right.
        arranged: The files were put in another order. arg: their keys in it.
        removed: A file is to be taken out. arg: its key.
        sketch_wanted: A small picture of a file is wanted. arg: its key.
    """

    opened = Signal(object)
    turned = Signal(object, int)
    arranged = Signal(object)
    removed = Signal(object)
    sketch_wanted = Signal(object)

    def __init__(self, *, removable: bool, shown: int = _SHOWN) -> None:
        super().__init__()
        self._files: dict[int | str, Listed] = {}
        self._pictures: dict[int | str, QImage] = {}
        self._veiled = False
        self.drawing = Drawing(self)
        self.drawing.drawn.connect(self._sketched)
        self.list = _Lines(self)
        self.show_button = button(_("Look"), "link", "Enter")
        self.turn_button = button(_("Turn"), "link", "R")
        self.up_button = _arrow("↑", _("Up"))
        self.down_button = _arrow("↓", _("Down"))
        self.remove_button = button(_("Remove"), "link", "Delete")
        self._removable, self._shown = removable, shown
        self._arrangeable, self._turnable = True, True
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(px(4))
        for part, do in (
            (self.show_button, self._open),
            (self.turn_button, self._turn_right),
            (self.up_button, self._up),
            (self.down_button, self._down),
            (self.remove_button, self._remove),
        ):
            bar.addWidget(part)
            part.clicked.connect(do)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.list)
        column.addWidget(self._bar)
        self.list.itemActivated.connect(self._activated)
        self.list.currentRowChanged.connect(self._tell)
        self.show_files(())

    def let_arrange(self, *, may: bool) -> None:
        """Let the files be turned and put in order, or only looked at."""
        self._arrangeable = may
        mode = QAbstractItemView.DragDropMode
        self.list.setDragDropMode(mode.InternalMove if may else mode.NoDragDrop)
        self._tell()

    def let_turn(self, *, may: bool) -> None:
        """Let the files be turned, or only put in order."""
        self._turnable = may
        self._tell()

    def veil(self, *, veiled: bool) -> None:
        """Show no small pictures: who passes by the screen sees nothing of what is in the files."""
        if veiled != self._veiled:
            self._veiled = veiled
            self._pictures.clear()
            self.show_files(tuple(self._files.values()))

    def show_files(self, files: Sequence[Listed]) -> None:
        """Replace what is listed; the cursor stays on its file."""
        current = self.current()
        before, self._files = self._files, {file.key: file for file in files}
        for key in list(self._pictures):
            if key not in self._files or before[key].turned != self._files[key].turned:
                del self._pictures[key]
        self.list.clear()
        for file in files:
            item = QListWidgetItem(f"{file.shown_name}\n{file.detail}")
            item.setData(_KEY, file.key)
            item.setToolTip(file.shown_name)
            item.setIcon(self._icon(file))
            item.setSizeHint(QSize(px(100), px(HIGH + 8)))
            self.list.addItem(item)
        keys = [file.key for file in files]
        if keys:
            self.list.setCurrentRow(keys.index(current) if current in self._files else 0)
        self.list.setFixedHeight(px(HIGH + 8) * min(len(keys), self._shown) + 2 * px(2))
        self.setVisible(bool(keys))
        self._tell()
        self._want()

    def files(self) -> tuple[Listed, ...]:
        """Return what is listed, in order."""
        return tuple(self._files[key] for key in self._keys())

    def current(self) -> int | str | None:
        """Return the key of the file with the cursor."""
        item = self.list.currentItem()
        key: int | str | None = None if item is None else item.data(_KEY)
        return key

    def choose(self, key: int | str) -> None:
        """Put the cursor on a file, if it is listed here."""
        if key in self._files:
            self.list.setCurrentRow(self._keys().index(key))

    def sketch(self, key: int | str, content: bytes) -> None:
        """Make the small picture of a file, unless it has gone or may not be seen meanwhile."""
        file = self._files.get(key)
        if file is None or self._veiled:
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round(px(WIDE) * ratio), round(px(HIGH) * ratio))
        self.drawing.draw(key, Wanted(content, file.media_type, room, 0, file.turned))

    def act(self, event: QKeyEvent) -> bool:
        """Do what a key asks of the file with the cursor; tell whether it asked for anything."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        do = {
            (Qt.Key.Key_Up, alt): self._up,
            (Qt.Key.Key_Down, alt): self._down,
            (Qt.Key.Key_R, plain): self._turn_right,
            (Qt.Key.Key_R, shift): self._turn_left,
            (Qt.Key.Key_Delete, plain): self._remove,
            (Qt.Key.Key_Return, plain): self._open,
            (Qt.Key.Key_Enter, plain): self._open,
        }.get((Qt.Key(event.key()), True))
        if do is not None:
            do()
        return do is not None

    def dropped(self) -> None:
        """Tell of an order that was made by the mouse."""
        self._tell()
        self.arranged.emit(tuple(self._keys()))

    def _keys(self) -> list[int | str]:
        return [self.list.item(row).data(_KEY) for row in range(self.list.count())]

    def _open(self) -> None:
        key = self.current()
        if key is not None:
            self.opened.emit(key)

    def _activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_KEY))

    def _turn_right(self) -> None:
        self._turn(RIGHT)

    def _turn_left(self) -> None:
        self._turn(LEFT)

    def _turn(self, by: int) -> None:
        key = self.current()
        turns = self._arrangeable and self._turnable
        if key is not None and turns and shows(self._files[key].media_type):
            self.turned.emit(key, by)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        to = row + by
        if not self._arrangeable or row < 0 or not 0 <= to < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(to, item)
        self.list.setCurrentRow(to)
        self.arranged.emit(tuple(self._keys()))

    def _remove(self) -> None:
        key = self.current()
        if key is not None and self._removable:
            self.removed.emit(key)

    def _tell(self, _row: int = 0) -> None:
        """Offer what can be done of the file with the cursor, and name it."""
        key, row = self.current(), self.list.currentRow()
        file = None if key is None else self._files.get(key)
        self._bar.setVisible(file is not None)
        if file is None:
            return
        turns = self._arrangeable and self._turnable
        self.turn_button.setVisible(turns and shows(file.media_type))
        several = self._arrangeable and self.list.count() > 1
        self.up_button.setVisible(several)
        self.down_button.setVisible(several)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(row < self.list.count() - 1)
        self.remove_button.setVisible(self._removable)
        name = file.shown_name
        self.remove_button.setAccessibleName(_("Remove {name}").format(name=name))
        self.show_button.setAccessibleName(_("Look at {name}").format(name=name))

    def _want(self) -> None:
        """Ask for the small pictures that are missing."""
        if self._veiled:
            self.drawing.forget()
            return
        for key, file in self._files.items():
            if key not in self._pictures and shows(file.media_type):
                self.sketch_wanted.emit(key)

    def _sketched(self, key: int | str, leaf: Leaf) -> None:
        if key not in self._files or self._veiled or leaf.why is not None:
            return
        self._pictures[key] = leaf.image
        for row, listed in enumerate(self._keys()):
            if listed == key:
                self.list.item(row).setIcon(self._icon(self._files[key]))

    def _icon(self, file: Listed) -> QIcon:
        """Draw a sheet: with what is on it, where that is known, else with its ending."""
        look, ratio = theme.current(), self.devicePixelRatioF()
        made = QPixmap(round(px(WIDE) * ratio), round(px(HIGH) * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        whole = QRect(0, 0, px(WIDE) - 1, px(HIGH) - 1)
        painter = QPainter(made)
        picture = self._pictures.get(file.key)
        if picture is None:
            painter.setPen(look.colour("edge"))
            painter.setBrush(look.colour("card"))
            painter.drawRect(whole)
            font = QFont(self.font())
            font.setPixelSize(px(11))
            painter.setFont(font)
            painter.setPen(look.colour("ink2"))
            ending = file.shown_name.rpartition(".")[2].upper()
            painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), ending)
        else:
            size = picture.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
            at = QRect(0, 0, size.width(), size.height())
            at.moveCenter(whole.center())
            painter.drawImage(at, picture)
            painter.setPen(QColor(look.colour("line")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(at.adjusted(0, 0, -1, -1))
        painter.end()
        icon = QIcon(made)
        # What is chosen is not tinted: it is looked at the more.
        icon.addPixmap(made, QIcon.Mode.Selected)
        return icon


def _arrow(sign: str, name: str) -> QPushButton:
    made = button(sign, "link")
    made.setAccessibleName(name)
    made.setToolTip(f"{name} (Alt+{sign})")
    return made


class _Lines(QListWidget):
    """The lines themselves; keys go to the list they belong to first."""

    def __init__(self, owner: FileList) -> None:
        super().__init__()
        self._owner = owner
        self.setObjectName("Files")
        self.setAccessibleName(_("Files"))
        self.setIconSize(QSize(px(WIDE), px(HIGH)))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the arrows from pages that move with them too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_Return):
                event.accept()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks, else move the cursor."""
        if not self._owner.act(event):
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move a line, and tell of it."""
        super().dropEvent(event)
        self._owner.dropped()
