"""README's contact sheet: the first page of every paper of the made-up office, side by side."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from made_up import MadeUp
from made_up_papers import PAPERS
from PIL import Image

FILE = Path(__file__).parents[1] / "resources" / "pictures" / "papers.png"
_ACROSS = 8
_WIDE, _HIGH = 252, 357
"""The room of one page, in dots: an A4 standing."""
_BETWEEN = 8
_DESK = "#dfe5e9"
_COLOURS = 128
_SMALL = 4


def sheet(made: MadeUp) -> Image.Image:
    """Lay the papers out, row by row, letters first."""
    rows = -(-len(PAPERS) // _ACROSS)
    size = (_ACROSS * (_WIDE + _BETWEEN) + _BETWEEN, rows * (_HIGH + _BETWEEN) + _BETWEEN)
    laid = Image.new("RGB", size, _DESK)
    for place, page in enumerate(_pictures(made)):
        left, top = _corner(place)
        laid.paste(page, (left + (_WIDE - page.width) // 2, top + (_HIGH - page.height) // 2))
    return laid.quantize(_COLOURS, Image.Quantize.FASTOCTREE)


def rooms(laid: Image.Image) -> dict[str, Image.Image]:
    """Cut a sheet into the rooms of its papers, so small and grey that only what is there shows."""
    grey, small = laid.convert("L"), (_WIDE // _SMALL, _HIGH // _SMALL)
    found = {}
    for place, name in enumerate(PAPERS):
        left, top = _corner(place)
        room = grey.crop((left, top, left + _WIDE, top + _HIGH))
        found[name] = room.resize(small, Image.Resampling.BOX)
    return found


def _corner(place: int) -> tuple[int, int]:
    down, across = divmod(place, _ACROSS)
    return _BETWEEN + across * (_WIDE + _BETWEEN), _BETWEEN + down * (_HIGH + _BETWEEN)


def _pictures(made: MadeUp) -> Iterator[Image.Image]:
    for paper in PAPERS.values():
        document = pypdfium2.PdfDocument(paper(made))
        width, height = document[0].get_size()
        scale = min(_WIDE / width, _HIGH / height)
        # Drawn larger and made smaller, thin rules stay even.
        drawn = document[0].render(scale=3 * scale).to_pil().convert("RGB")
        document.close()
        room = (int(width * scale), int(height * scale))
        yield drawn.resize(room, Image.Resampling.LANCZOS)
