"""Lines that head a sheet for the wall or the safe, centred and as long as they need."""

from desktop.papers import measures as m
from desktop.papers.sheet import Sheet

_PITCH = 1.4
"""From line to line, in parts of the text's size."""


def centred(sheet: Sheet, text: str, points: float, *, bold: bool = False) -> None:
    """Write a text in the middle of the paper, on lines that keep the margins."""
    font, size = sheet.faces.bold if bold else sheet.faces.regular, sheet.faces.size(points)
    # The left margin is the wider: what is centred on the paper keeps to it on both sides.
    room = 2 * (m.CENTRE - m.LEFT)
    for line in sheet.engine.broken(text, font, size, room, room):
        sheet.y -= points * _PITCH
        sheet.engine.line(m.CENTRE - line.width / 2, sheet.y, line, font, size)
