"""ซองจดหมาย: the face of an envelope (แบบที่ ๑๕), and labels for those addressed by sticker."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.units import cm, mm

from desktop.paper_orders import EnvelopeSize
from desktop.papers import measures as m
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.thai.digits import thai_digits

SIZES = {
    EnvelopeSize.DL: (220 * mm, 110 * mm),
    EnvelopeSize.C5: (229 * mm, 162 * mm),
    EnvelopeSize.C4: (324 * mm, 229 * mm),
}
"""Envelopes lying (ข้อ ๗๗)."""
EDGE, GARUDA_HEIGHT = 1.5 * cm, 1.5 * cm
"""From the edges to the emblem, and the emblem itself (ข้อ ๗๑)."""
COLUMNS, ROWS = 3, 8
LABEL_WIDTH, LABEL_HEIGHT = 70 * mm, 37 * mm
"""A sheet of 24 labels."""
_PAD = 5 * mm
_SENDER_LEFT = EDGE + GARUDA_HEIGHT + 3 * mm
_SENDER_SIZE, _SENDER_PITCH = 14.0, 17.0
_RECIPIENT_SIZE = {EnvelopeSize.DL: 18.0, EnvelopeSize.C5: 20.0, EnvelopeSize.C4: 24.0}
_RED, _BLACK = Color(0.78, 0.05, 0.05), Color(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom something goes: how addressed, the name, and the address line by line."""

    salutation: str
    name: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnvelopeFacts:
    """What the face of an envelope says; `number` is the letter's, and may be empty."""

    office: str
    address: tuple[str, ...]
    number: str
    recipient: Recipient
    urgency: str = ""
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None


def render_envelopes(
    envelopes: Sequence[EnvelopeFacts], size: EnvelopeSize, faces: Faces, words: Words
) -> Rendered:
    """Print envelopes, each a page."""
    document = Document("ซองจดหมาย", faces, words, size=SIZES[size])
    for facts in envelopes:
        _Face(document, facts, size).set()
        document.canvas.showPage()
    return Rendered(document.finished(), len(envelopes), document.unprintable)


def render_labels(
    recipients: Sequence[Recipient], faces: Faces, words: Words, start: int = 1
) -> Rendered:
    """Print address labels on A4; the first `start` - 1 places of the first sheet are left out."""
    document = Document("ป้ายจ่าหน้า", faces, words)
    pages, place = 1, start - 1
    for recipient in recipients:
        if place == COLUMNS * ROWS:
            document.canvas.showPage()
            pages, place = pages + 1, 0
        row, column = divmod(place, COLUMNS)
        top = m.PAGE_HEIGHT - (m.PAGE_HEIGHT - ROWS * LABEL_HEIGHT) / 2 - row * LABEL_HEIGHT
        _label(document, recipient, column * LABEL_WIDTH, top)
        place += 1
    document.canvas.showPage()
    return Rendered(document.finished(), pages, document.unprintable)


class _Face:
    """Sets one envelope's face."""

    def __init__(self, document: Document, facts: EnvelopeFacts, size: EnvelopeSize) -> None:
        self.document, self.facts, self.size = document, facts, size
        self.canvas, self.faces = document.canvas, document.faces
        self.width, self.height = SIZES[size]

    def set(self) -> None:
        self._sender()
        self._recipient()

    def _sender(self) -> None:
        """The emblem, the office right of it, and below them the number and the speed class."""
        facts, faces = self.facts, self.faces
        top = self.height - EDGE
        if facts.garuda is Garuda.IMAGE and facts.garuda_image is not None:
            self.document.picture(
                facts.garuda_image, EDGE + GARUDA_HEIGHT / 2, top - GARUDA_HEIGHT, GARUDA_HEIGHT
            )
        left = EDGE if facts.garuda is Garuda.NONE else _SENDER_LEFT
        # The right half of the upper edge is the post's.
        room = self.width * 0.62 - left
        y = top - _SENDER_SIZE * 0.8
        for number, text in enumerate((facts.office, *facts.address)):
            font = faces.bold if number == 0 else faces.regular
            _fitted(self.document, left, y, thai_digits(text), font, _SENDER_SIZE, room)
            y -= _SENDER_PITCH
        y = min(y, top - GARUDA_HEIGHT - _SENDER_PITCH) - 6
        if facts.number:
            text = f"ที่ {thai_digits(facts.number)}"
            _fitted(self.document, EDGE, y, text, faces.regular, m.BODY_SIZE, self.width * 0.35)
        if facts.urgency:
            y -= m.URGENCY_SIZE * 1.1
            self.canvas.setFillColor(_RED)
            size = faces.size(m.URGENCY_SIZE)
            self.document.engine.text(EDGE, y, facts.urgency, faces.bold, size)
            self.canvas.setFillColor(_BLACK)

    def _recipient(self) -> None:
        """The one addressed, right and below the middle, where the post looks for it."""
        who, faces = self.facts.recipient, self.faces
        size = _RECIPIENT_SIZE[self.size]
        pitch = size * 1.3
        left = self.width * 0.42
        y = self.height * 0.5
        beside = (self.width - EDGE - left) / 2
        _fitted(self.document, left, y, who.salutation, faces.regular, size, beside)
        label = self.document.engine.width(f"{who.salutation}  ", faces.regular, faces.size(size))
        start = left + min(label, beside + size)
        room = self.width - EDGE - start
        for font, text, most in (
            (faces.bold, who.name, 2),
            *((faces.regular, line, 2) for line in who.address),
        ):
            for line in self.document.engine.clipped(text, font, faces.size(size), room, most):
                self.document.engine.line(start, y, line, font, faces.size(size))
                y -= pitch


def _label(document: Document, who: Recipient, x: float, top: float) -> None:
    faces = document.faces
    y, size = top - _PAD - 10, 14.0
    for number, text in enumerate((f"{who.salutation} {who.name}", *who.address)):
        font = faces.regular if number else faces.bold
        _fitted(document, x + _PAD, y, text, font, size, LABEL_WIDTH - 2 * _PAD)
        y -= size * 1.3


def _fitted(
    document: Document, x: float, y: float, text: str, font: ThaiFont, points: float, room: float
) -> None:
    """Write one line into its room, smaller if need be, then cut with dots."""
    line, size = document.engine.fitted(text, font, document.faces.size(points), room)
    document.engine.line(x, y, line, font, size)
