"""Complaints as cards in a column: number, due, what it is about, and whose it is."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.theme import BODY_PIXELS, Tone, px

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SMALL = 13
_PAD, _SIDE, _GAP = 8, 7, 5
_AIR = 3
"""Above and below a line, for marks on marks."""
_SUBJECT_LINES, _BELOW_LINES = 3, 2
_ROUND = 6
_AROUND = 1
"""What a chip is larger than its words, above and below."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that mean something by themselves, and the colour that goes with it."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class CaseCard:
    """What a card says; the subject and what is below may wrap."""

    number: str
    priority: Said
    due: Said
    subject: str
    below: str

    def said(self) -> str:
        """Say all of it, to be read aloud."""
        head = " · ".join((self.number, self.priority.text, self.due.text))
        return "\n".join(part for part in (head, self.subject, self.below) if part)


class CaseCardDelegate(QStyledItemDelegate):
    """Draws a card, as high as its words ask for at the width of its list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the height of the words."""
        wide = self._view.viewport().width() - 2 * self._view.spacing()
        card = index.data(CARD_ROLE)
        return QSize(wide, Laid(card, option.font, wide).height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, then the words line by line."""
        look, rect = theme.current(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        # Where the cursor is, once the list has it.
        here = self._view.hasFocus() and index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus" if here else "line"), 2 if here else 1))
        painter.setBrush(look.colour("selection" if chosen else "background"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(_ROUND), px(_ROUND))
        card: CaseCard = index.data(CARD_ROLE)
        laid = Laid(card, option.font, rect.width())
        ground = laid.chip.translated(rect.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{card.due.tone.value}_ground"))
        painter.drawRoundedRect(ground, px(_SIDE), px(_SIDE))
        for line in laid.lines:
            painter.setFont(line.font)
            painter.setPen(look.colour(line.token))
            painter.drawText(line.place.translated(rect.topLeft()), _FLAGS, line.text)
        painter.restore()


_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    place: QRect
    font: QFont
    token: str


class Laid:
    """The lines of a card, each in its place."""

    def __init__(self, card: CaseCard, font: QFont, wide: int) -> None:
        self.lines: list[_Line] = []
        self.height = px(_PAD) - px(_AIR)
        self._room = wide - 2 * px(_PAD)
        whole, small = _sized(font, BODY_PIXELS), _sized(font, _SMALL)
        strong = _sized(font, BODY_PIXELS)
        strong.setWeight(QFont.Weight.DemiBold)
        number = self._add([card.number], strong, "ink")
        beside = self._beside(card.priority, small, self._room - number - px(_GAP))
        top = self.height + px(_GAP) - px(_AIR)
        self.height = top + px(_AROUND)
        due = _at_spaces(card.due.text, small, self._room - 2 * px(_SIDE))
        widest = self._add(due, small, card.due.tone.value, px(_SIDE))
        self.height += px(_AROUND)
        self.chip = QRect(px(_PAD), top, widest + 2 * px(_SIDE), self.height - top)
        self.height += px(_GAP) - px(_AIR)
        self._add(_wrapped(card.subject, whole, self._room, _SUBJECT_LINES), whole, "ink")
        if not beside:
            self._add([card.priority.text], small, card.priority.tone.value)
        self._add(_wrapped(card.below, small, self._room, _BELOW_LINES), small, "ink2")
        self.height += px(_PAD) - px(_AIR)

    def _beside(self, said: Said, font: QFont, room: int) -> bool:
        """Set words at the right end of the line before, if they have room there."""
        metrics, before = QFontMetrics(font), self.lines[-1].place
        wide = metrics.horizontalAdvance(said.text)
        if wide > room:
            return False
        left = px(_PAD) + self._room - wide
        place = QRect(left, before.top(), wide, before.height())
        self.lines.append(_Line(said.text, place, font, said.tone.value))
        return True

    def _add(self, lines: list[str], font: QFont, token: str, inset: int = 0) -> int:
        """Set lines below those before; return the width of the widest."""
        metrics, left = QFontMetrics(font), px(_PAD) + inset
        high, widest = metrics.height(), 0
        # A line's air is shared with the next one.
        self.height += px(_AIR)
        for line in lines:
            self.lines.append(_Line(line, QRect(left, self.height, self._room, high), font, token))
            widest = max(widest, metrics.horizontalAdvance(line))
            self.height += high
        self.height += px(_AIR)
        return widest


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(px(pixels))
    return made


def _wrapped(text: str, font: QFont, wide: int, most: int) -> list[str]:
    """Break text into lines at word ends; what has no room in the last one ends in dots."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = []
    layout.beginLayout()
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=False)][:most]
    if len(starts) > most:
        rest = text[starts[most - 1] :]
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, wide)
    return lines


def _at_spaces(text: str, font: QFont, wide: int) -> list[str]:
    """Break text into lines at its spaces: a number stays whole, and so does what is counted."""
    metrics, lines = QFontMetrics(font), [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]
