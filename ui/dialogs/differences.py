"""What came back from Word beside what stands here: each changed part is taken or left."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.rules.corrections import Corrections, LeftOut, Part, PartChange
from desktop.rules.differences import Change, Row
from desktop.wording import N_, _
from ui import theme
from ui.telling import digits
from ui.widgets.choices import CheckField
from ui.widgets.fitting import fit
from ui.widgets.plain import button, label, scrolling
from ui.widgets.word_ends import shown

PART: Mapping[Part, str] = {
    Part.SALUTATION: N_("Salutation"),
    Part.RECIPIENT: N_("To"),
    Part.SUBJECT: N_("Subject of the letter"),
    Part.REFERENCES: N_("References"),
    Part.ENCLOSURES: N_("Enclosures"),
    Part.BODY: N_("Text of the letter"),
    Part.CLOSING: N_("Closing"),
    Part.COPIES: N_("Copies to"),
}
_LEFT_OUT = {
    "tracked": N_("Tracked changes, taken as accepted: {count}"),
    "comments": N_("Comments, not taken over: {count}. Read them in Word."),
    "tables": N_("Tables, not taken over: {count}"),
    "pictures": N_("Pictures, text boxes or symbols, not taken over: {count}"),
    "notes": N_("Footnotes, not taken over: {count}"),
    "numbered": N_("Automatic numbers, not taken over: {count}. Type them in the text."),
    "hidden": N_("Hidden pieces of text, not taken over: {count}"),
}
_TOLD = {Change.REMOVED: N_("Taken out: {text}"), Change.ADDED: N_("Put in: {text}")}
_MOST = 8
"""Texts without a place on the form that are shown."""
_FEWEST_LINES, _MOST_LINES, _LINE_LENGTH = 1, 12, 80
_APART = 6
"""From one paragraph to the next."""


class DifferencesDialog(QDialog):
    """Shows every changed part with a box to tick.

    Signals:
        taken: The ticked parts are to be used. arg: a mapping of parts to their texts.
    """

    taken = Signal(object)

    def __init__(self, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Text from Word"))
        self.setModal(True)
        fit(self, 820, 640)
        self._changes = corrections.changes
        self.boxes: dict[Part, CheckField] = {}
        self.views: dict[Part, QTextEdit] = {}
        self.notes = [label(text, "second", wrap=True) for text in _notes(corrections)]
        self.take_button = button(_("Use the ticked parts"), "primary", "Ctrl+S")
        self.take_button.setShortcut("Ctrl+S")
        self.close_button = button(_("Close"))
        self.take_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._ticked("")

    def take(self) -> None:
        """Hand the ticked parts over."""
        self.taken.emit(
            {
                change.part: change.new
                for change in self._changes
                if self.boxes[change.part].checked()
            }
        )
        self.accept()

    def _lay_out(self) -> None:
        ground = QWidget()
        parts = QVBoxLayout(ground)
        parts.setContentsMargins(0, 0, 8, 0)
        parts.setSpacing(12)
        for note in self.notes:
            parts.addWidget(note)
        if self._changes:
            parts.addWidget(label(_("Struck through: taken out. Underlined: put in."), "help"))
        else:
            parts.addWidget(label(_("The text is the same as here."), "help"))
        for change in self._changes:
            self._add(change, parts)
        parts.addStretch()
        scroll = scrolling(ground)
        foot = QHBoxLayout()
        foot.addStretch()
        for part in (self.close_button, self.take_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(_("Text from Word"), "title"))
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _add(self, change: PartChange, column: QVBoxLayout) -> None:
        box = CheckField(_(PART[change.part]), _told_beside(change))
        box.set_text("yes" if change.may_be_taken else "")
        box.setEnabled(change.may_be_taken)
        box.edited.connect(self._ticked)
        self.boxes[change.part] = box
        view = _view(change.rows)
        view.setAccessibleName(_(PART[change.part]))
        view.setAccessibleDescription(_spoken(change.rows))
        self.views[change.part] = view
        column.addWidget(box)
        column.addWidget(view)

    def _ticked(self, text: str) -> None:
        del text
        self.take_button.setEnabled(any(box.checked() for box in self.boxes.values()))


def _told_beside(change: PartChange) -> str:
    """Say what taking a part also changes, or why it cannot be taken."""
    if change.salutation:
        said = _("It goes with the salutation, which becomes “{salutation}”.")
        return said.format(salutation=change.salutation)
    if change.part is Part.CLOSING:
        return _("Not taken over: a closing goes with the salutation, and this one with none.")
    return "" if change.may_be_taken else _("It cannot be empty here.")


def _view(rows: Sequence[Row]) -> QTextEdit:
    """Show rows in a box that is read; what they say is set, never parsed."""
    view = QTextEdit()
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    inks = _inks()
    cursor = QTextCursor(view.document())
    apart = QTextBlockFormat()
    apart.setBottomMargin(_APART)
    cursor.beginEditBlock()
    cursor.setBlockFormat(apart)
    for number, row in enumerate(rows):
        if number:
            cursor.insertBlock()
        for piece in row:
            cursor.insertText(shown(piece.text), inks[piece.change])
    cursor.endEditBlock()
    lengths = (sum(len(piece.text) for piece in row) for row in rows)
    lines = sum(1 + length // _LINE_LENGTH for length in lengths)
    high = min(max(lines, _FEWEST_LINES), _MOST_LINES)
    view.setFixedHeight(view.fontMetrics().lineSpacing() * high + 24)
    return view


def _inks() -> dict[Change, QTextCharFormat]:
    """Return how each kind of piece looks: never by colour alone."""
    colours = theme.current()
    inks = {change: QTextCharFormat() for change in Change}
    inks[Change.REMOVED].setFontStrikeOut(True)
    inks[Change.ADDED].setFontUnderline(True)
    for change, tone in ((Change.REMOVED, theme.Tone.LATE), (Change.ADDED, theme.Tone.OK)):
        inks[change].setForeground(colours.colour(tone.value))
        inks[change].setBackground(colours.colour(f"{tone.value}_ground"))
    return inks


def _spoken(rows: Sequence[Row]) -> str:
    """Tell the changes to those who do not see how they look."""
    pieces = (piece for row in rows for piece in row)
    return "\n".join(
        _(_TOLD[piece.change]).format(text=piece.text)
        for piece in pieces
        if piece.change in _TOLD and piece.text.strip()
    )


def _notes(corrections: Corrections) -> list[str]:
    """Say what is not taken over, and why the file may not be the newest."""
    said = []
    if not corrections.same_draft:
        said.append(
            _("This file left an earlier draft of this letter. Check that it is the newest.")
        )
    said.extend(_left_out(corrections.left_out))
    put_in, taken_out = (
        _("Put in outside of the text; change it here yourself: {text}"),
        _("Taken out outside of the text; change it here yourself: {text}"),
    )
    nowhere = [put_in.format(text=text) for text in corrections.put_in]
    nowhere += [taken_out.format(text=text) for text in corrections.taken_out]
    said.extend(nowhere[:_MOST])
    if len(nowhere) > _MOST:
        said.append(digits(_("… and {count} more").format(count=len(nowhere) - _MOST)))
    return said


def _left_out(left: LeftOut) -> list[str]:
    counts = ((name, getattr(left, name)) for name in _LEFT_OUT)
    return [digits(_(_LEFT_OUT[name]).format(count=count)) for name, count in counts if count]
