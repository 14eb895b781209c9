"""Pictures of a look, laid out side by side on a sheet, and the sheets that are kept.

With LOOK_PICTURES=DIR every picture and every sheet is left there. With LOOK_SHEETS=keep the sheets
beside the tests are made anew, each with an index of what is on it.
"""

import os
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QWidget

import resources

WHERE, KEEPS = "LOOK_PICTURES", "LOOK_SHEETS"
KEPT = Path(__file__).parent / "ui" / "contact_sheets"
"""The sheets as they were looked at last."""
ACROSS, TILE, BETWEEN, BELOW = 6, (420, 240), 8, 18
"""Pictures in a row, and pixels: of a picture, between two, and for its name below it."""
_DESK, _INK = "#b8c0c8", "#17212b"
_LETTERS, _FINENESS = 13, 34
"""Pixels of a name below its picture, and how finely a sheet is kept, of 100."""


class Album:
    """The pictures of one look; they are taken only where somebody asks for them."""

    def __init__(self, name: str) -> None:
        folder = os.environ.get(WHERE)
        self._folder = Path(folder) if folder else None
        self._keeps = os.environ.get(KEEPS) == "keep"
        self._name = name.replace(" ", "-")
        self._tiles: list[Image.Image] = []
        self.names: list[str] = []

    @property
    def wanted(self) -> bool:
        """Whether pictures are asked for."""
        return self._keeps or self._folder is not None

    def add(self, name: str, shown: QWidget) -> None:
        """Take a picture of what is shown."""
        self.names.append(name)
        if not self.wanted:
            return
        written = QByteArray()
        buffer = QBuffer(written)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        shown.grab().save(buffer, "PNG")
        if self._folder is not None:
            place = self._folder / self._name / f"{len(self._tiles):03d} {name}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(written.data())
        tile = Image.open(BytesIO(written.data())).convert("RGB")
        tile.thumbnail(TILE, Image.Resampling.LANCZOS)
        self._tiles.append(tile)

    def lay_out(self) -> None:
        """Leave the sheet of all that was taken."""
        for folder in (self._folder, KEPT if self._keeps else None):
            if folder is not None and self._tiles:
                folder.mkdir(parents=True, exist_ok=True)
                self._sheet().save(folder / f"{self._name}.avif", quality=_FINENESS)
        if self._keeps:
            index = "".join(f"{name}\n" for name in self.names)
            (KEPT / f"{self._name}.txt").write_text(index, "utf-8")

    def forgotten(self) -> list[str]:
        """Name what is on the kept sheet or was seen now, and not both in the same place."""
        kept = (KEPT / f"{self._name}.txt").read_text("utf-8").splitlines()
        return [] if kept == self.names else sorted({*kept} ^ {*self.names}) or kept

    def _sheet(self) -> Image.Image:
        laid = Image.new("RGB", sheet_size(len(self._tiles)), _DESK)
        draw = ImageDraw.Draw(laid)
        face = ImageFont.truetype(str(resources.path("fonts", "Sarabun-Regular.ttf")), _LETTERS)
        for place, tile in enumerate(self._tiles):
            down, across = divmod(place, ACROSS)
            left = BETWEEN + across * (TILE[0] + BETWEEN)
            top = BETWEEN + down * (TILE[1] + BELOW)
            laid.paste(tile, (left + (TILE[0] - tile.width) // 2, top))
            draw.text((left, top + TILE[1]), f"{place:03d} {self.names[place]}", _INK, face)
        return laid


def sheet_size(count: int) -> tuple[int, int]:
    """Return the pixels of a sheet of so many pictures."""
    wide, high = TILE
    return ACROSS * (wide + BETWEEN) + BETWEEN, ceil(count / ACROSS) * (high + BELOW) + BETWEEN
