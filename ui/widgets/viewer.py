"""A file looked at in the window: pages, size, turning, the next file; all by keys."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.acts.arranging import WHOLE
from desktop.wording import _
from ui.notices import Notices
from ui.telling import digits
from ui.theme import px
from ui.widgets.file_list import LEFT, RIGHT, Listed
from ui.widgets.leaves import PDF, Drawing, Leaf, Wanted, shows, told
from ui.widgets.plain import button, label

SIZES = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""How large a page is shown, of what fits."""
_SETTLED = 80
"""Milliseconds without a change of size before a page is drawn anew."""


class Viewer(QFrame):
    """Covers a page with one file of several; what lies below rests until it is closed.

    Signals:
        wanted: What is in a file is wanted. arg: its key.
        turned: A file was turned. args: its key, by how many degrees to the right.
        copy_wanted: A copy of a file is to be saved. args: the Listed, its bytes.
        print_wanted: A PDF is to be printed. args: the Listed, its bytes.
        closed: It was closed. arg: the key of the file looked at last.
    """

    wanted = Signal(object)
    turned = Signal(object, int)
    copy_wanted = Signal(object, object)
    print_wanted = Signal(object, object)
    closed = Signal(object)

    def __init__(self, page: QWidget, *, prints: bool = False) -> None:
        super().__init__(page)
        self._prints = prints
        self.setObjectName("Viewer")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Preview"))
        self._page = page
        self._files: tuple[Listed, ...] = ()
        self._at = 0
        self._sheet, self._sheets, self._size = 0, 1, 0
        self._content: bytes | None = None
        self._image = QImage()
        self._resting: list[QWidget] = []
        self._focus: QWidget | None = None
        self.drawing = Drawing(self)
        self.drawing.drawn.connect(self._drawn)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._draw)
        self._make()
        self._lay()
        page.installEventFilter(self)
        self.hide()

    def _make(self) -> None:
        self.name = label("", "heading")
        self.count = label("", "second")
        self.sheet = label("", "second")
        self.said = label("", "", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.close_button = self._button(_("‹ Back"), "Esc", self.end)
        self.before_button = self._button(_("Previous file"), "←", self.before)
        self.after_button = self._button(_("Next file"), "→", self.after)
        self.up_button = self._button(_("Previous page"), "Page Up", self.page_up)
        self.down_button = self._button(_("Next page"), "Page Down", self.page_down)
        self.smaller_button = self._button("−", "-", self.smaller, _("Smaller"))
        self.larger_button = self._button("+", "+", self.larger, _("Larger"))
        self.left_button = self._button("⟲", "Shift+R", self.turn_left, _("Turn left"))
        self.right_button = self._button("⟳", "R", self.turn_right, _("Turn right"))
        self.copy_button = self._button(_("Save a copy…"), "Ctrl+S", self._copy)
        self.print_button = self._button(_("Print…"), "Ctrl+P", self._print)
        self.notices = Notices()
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.desk = QScrollArea()
        self.desk.setObjectName("PdfDesk")
        self.desk.setWidget(self.picture)
        self.desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.desk.setAccessibleName(_("Preview"))
        self.desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk.installEventFilter(self)

    def _button(self, text: str, keys: str, do: Callable[[], None], name: str = "") -> QPushButton:
        made = button(text, "", keys)
        if name:
            made.setAccessibleName(name)
            made.setToolTip(f"{name} ({keys})")
        made.clicked.connect(do)
        made.installEventFilter(self)
        return made

    def _lay(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.close_button)
        head.addWidget(self.name)
        head.addWidget(self.count)
        head.addStretch()
        for part in (self.before_button, self.after_button, self.copy_button, self.print_button):
            head.addWidget(part)
        foot.setSpacing(px(8))
        foot.addWidget(self.up_button)
        foot.addWidget(self.sheet)
        foot.addWidget(self.down_button)
        foot.addStretch()
        for part in (
            self.smaller_button,
            self.larger_button,
            self.left_button,
            self.right_button,
        ):
            foot.addWidget(part)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.notices)
        column.addWidget(self.desk, 1)
        column.addWidget(self.said, 1)
        column.addLayout(foot)

    def show_files(self, files: Sequence[Listed], key: int | str) -> None:
        """Look at one of several files."""
        self._files = tuple(files)
        self._at = [file.key for file in self._files].index(key)
        if self.isHidden():
            self._cover()
        self._turn_to()

    def give(self, key: int | str, content: bytes) -> None:
        """Take what is in a file, if it is still the one looked at."""
        if not self.isHidden() and self.file.key == key:
            self._content = content
            self._draw()

    def fail(self, key: int | str, said: str) -> None:
        """Say in the place of a file why it cannot be read."""
        if not self.isHidden() and self.file.key == key:
            self._say(said)

    def follow(self, files: Sequence[Listed]) -> None:
        """Follow what became of the files: turned, put in another order, gone."""
        if self.isHidden():
            return
        keys = [file.key for file in files]
        if self.file.key not in keys:
            self.end()
            return
        turned, key = self.file.turned, self.file.key
        self._files, self._at = tuple(files), keys.index(key)
        self._tell()
        if self.file.turned != turned and self._content is not None:
            self._draw()

    @property
    def key(self) -> int | str | None:
        """The key of the file looked at, while one is."""
        return None if self.isHidden() else self.file.key

    @property
    def file(self) -> Listed:
        """The file looked at."""
        return self._files[self._at]

    @property
    def shown(self) -> QSize:
        """How large the page is that is shown, in pixels of what was drawn; none is empty."""
        return self._image.size()

    def end(self) -> None:
        """Close, and let what lies below be worked with again."""
        if self.isHidden():
            return
        key = self.file.key
        self.drawing.forget()
        self.notices.clear()
        self._content, self._image = None, QImage()
        self.picture.clear()
        # What rests, and what had the cursor, may have been made anew meanwhile.
        for part in filter(isValid, self._resting):
            part.setEnabled(True)
        self._resting = []
        self.hide()
        focus, self._focus = self._focus, None
        if focus is not None and isValid(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit(key)

    def before(self) -> None:
        """Look at the file before."""
        if self._at > 0:
            self._at -= 1
            self._turn_to()

    def after(self) -> None:
        """Look at the file after."""
        if self._at < len(self._files) - 1:
            self._at += 1
            self._turn_to()

    def page_up(self) -> None:
        """Look at the page before."""
        self._go_to(self._sheet - 1)

    def page_down(self) -> None:
        """Look at the page after."""
        self._go_to(self._sheet + 1)

    def larger(self) -> None:
        """Show the page larger."""
        self._resize(self._size + 1)

    def smaller(self) -> None:
        """Show the page smaller."""
        self._resize(self._size - 1)

    def turn_right(self) -> None:
        """Turn the file to the right."""
        self._turn(RIGHT)

    def turn_left(self) -> None:
        """Turn the file to the left."""
        self._turn(LEFT)

    def turn_here(self, by: int) -> None:
        """Turn the file for this look alone."""
        here = replace(self.file, turned=(self.file.turned + by) % WHOLE)
        self.follow([here if file.key == here.key else file for file in self._files])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks."""
        do = self._asked(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page as it grows; take keys before buttons and scroll bars move by them."""
        kind = event.type()
        if watched is self._page:
            if kind == QEvent.Type.Resize and not self.isHidden():
                self.setGeometry(self._page.rect())
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            assert isinstance(event, QKeyEvent)
            do = self._asked(event)
            if do is not None:
                # The window's own shortcuts must not have it either.
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    do()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take keys before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._asked(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def _asked(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Tell what a key asks for."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if held == Qt.KeyboardModifier.ControlModifier:
            return {Qt.Key.Key_S: self._copy, Qt.Key.Key_P: self._print}.get(key)
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if held and not shift:
            return None
        plain: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self.end,
            Qt.Key.Key_Left: self.before,
            Qt.Key.Key_Right: self.after,
            Qt.Key.Key_PageUp: self.page_up,
            Qt.Key.Key_PageDown: self.page_down,
            Qt.Key.Key_Home: self._first,
            Qt.Key.Key_End: self._last,
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: self._fit,
            Qt.Key.Key_R: self.turn_left if shift else self.turn_right,
        }
        return plain.get(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size has settled."""
        super().resizeEvent(event)
        if self._content is not None:
            self._settle.start()

    def _cover(self) -> None:
        self._focus = QApplication.focusWidget()
        self._resting = [
            part
            for part in self._page.children()
            if isinstance(part, QWidget)
            and part is not self
            and not part.isWindow()
            and part.isEnabledTo(self._page)
        ]
        self._size = 0
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        # Keys and the cursor must not reach what is covered.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in self._resting:
            part.setEnabled(False)

    def _turn_to(self) -> None:
        """Begin with another file."""
        self.drawing.forget()
        self._sheet, self._sheets = 0, 1
        self._content, self._image = None, QImage()
        self.picture.clear()
        self._tell()
        self._say(_("Opening…"))
        self.wanted.emit(self.file.key)

    def _tell(self) -> None:
        """Name the file and the page, and offer what can be done."""
        self.name.setText(self.file.shown_name)
        many = len(self._files)
        said = _("File {number} of {count}").format(number=self._at + 1, count=many)
        self.count.setText(digits(said))
        self.count.setVisible(many > 1)
        for part, able in (
            (self.before_button, self._at > 0),
            (self.after_button, self._at < many - 1),
        ):
            part.setVisible(many > 1)
            part.setEnabled(able)
        sheets = self._sheets > 1
        page = _("Page {number} of {count}").format(number=self._sheet + 1, count=self._sheets)
        self.sheet.setText(digits(page))
        for one in (self.sheet, self.up_button, self.down_button):
            one.setVisible(sheets)
        self.up_button.setEnabled(self._sheet > 0)
        self.down_button.setEnabled(self._sheet < self._sheets - 1)
        self.smaller_button.setEnabled(self._size > 0)
        self.larger_button.setEnabled(self._size < len(SIZES) - 1)
        self.print_button.setVisible(self._prints and self.file.media_type == PDF)
        for one in (self.smaller_button, self.larger_button, self.left_button, self.right_button):
            one.setVisible(shows(self.file.media_type))

    def _say(self, said: str) -> None:
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.desk.setVisible(not said)
        if said:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        if self._content is None:
            return
        file, ratio = self.file, self.devicePixelRatioF()
        room = self._room() * (ratio * SIZES[self._size])
        wanted = Wanted(self._content, file.media_type, room, self._sheet, file.turned)
        self.drawing.draw((file.key, self._sheet), wanted)

    def _room(self) -> QSize:
        self._column.activate()
        inside = self.desk.size() if self.desk.isVisible() else self.said.size()
        return (inside - QSize(px(24), px(24))).expandedTo(QSize(200, 200))

    def _drawn(self, asked: tuple[int | str, int], leaf: Leaf) -> None:
        if self.isHidden() or asked != (self.file.key, self._sheet):
            return
        if leaf.why is not None:
            self._say(told(leaf.why, self.file.shown_name))
            self._sheets = 1
            self._tell()
            return
        self._image, self._sheets = leaf.image, leaf.pages
        self._say("")
        self._tell()
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(leaf.image)
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
        self.picture.resize(picture.deviceIndependentSize().toSize())
        page = _("{name}, page {number} of {count}").format(
            name=self.file.shown_name, number=self._sheet + 1, count=self._sheets
        )
        self.picture.setAccessibleName(digits(page))
        if self.hasFocus():
            # Up and down scroll.
            self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, sheet: int) -> None:
        if 0 <= sheet < self._sheets and sheet != self._sheet:
            self._sheet = sheet
            self.desk.verticalScrollBar().setValue(0)
            self._tell()
            self._draw()

    def _first(self) -> None:
        self._go_to(0)

    def _last(self) -> None:
        self._go_to(self._sheets - 1)

    def _fit(self) -> None:
        self._resize(0)

    def _resize(self, size: int) -> None:
        if 0 <= size < len(SIZES) and size != self._size:
            self._size = size
            self._tell()
            self._draw()

    def _turn(self, by: int) -> None:
        if shows(self.file.media_type):
            self.turned.emit(self.file.key, by)

    def _copy(self) -> None:
        if self._content is not None:
            self.copy_wanted.emit(self.file, self._content)

    def _print(self) -> None:
        if self._prints and self._content is not None and self.file.media_type == PDF:
            self.print_wanted.emit(self.file, self._content)
