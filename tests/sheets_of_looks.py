"""Pictures of a look, laid out side by side on a sheet."""

import os
from math import ceil
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QWidget

WHERE = "LOOK_PICTURES"
"""Names the folder that pictures are left in."""
_ACROSS, _WIDE, _HIGH, _BETWEEN = 4, 480, 270, 10
_DESK = "#b8c0c8"
_COLOURS = 64


class Album:
    """The pictures of one look; they are kept only where somebody asks for them."""

    def __init__(self, name: str) -> None:
        folder = os.environ.get(WHERE)
        self._folder = Path(folder) if folder else None
        self._name = name.replace(" ", "-")
        self._pictures: dict[str, Image.Image] = {}

    def add(self, name: str, shown: QWidget) -> None:
        """Take a picture of what is shown."""
        if self._folder is None:
            return
        written = QByteArray()
        buffer = QBuffer(written)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        shown.grab().save(buffer, "PNG")
        place = self._folder / self._name / f"{len(self._pictures):03d} {name}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(written.data())
        self._pictures[name] = Image.open(place).convert("RGB")

    def lay_out(self) -> None:
        """Leave the sheet of all that was taken."""
        if self._folder is None or not self._pictures:
            return
        rows = ceil(len(self._pictures) / _ACROSS)
        size = (_ACROSS * (_WIDE + _BETWEEN) + _BETWEEN, rows * (_HIGH + _BETWEEN) + _BETWEEN)
        laid = Image.new("RGB", size, _DESK)
        for place, picture in enumerate(self._pictures.values()):
            down, across = divmod(place, _ACROSS)
            picture.thumbnail((_WIDE, _HIGH), Image.Resampling.LANCZOS)
            left = _BETWEEN + across * (_WIDE + _BETWEEN) + (_WIDE - picture.width) // 2
            top = _BETWEEN + down * (_HIGH + _BETWEEN) + (_HIGH - picture.height) // 2
            laid.paste(picture, (left, top))
        few = laid.quantize(_COLOURS, Image.Quantize.FASTOCTREE)
        few.save(self._folder / f"{self._name}.png", optimize=True)
