"""Pages of a TIFF: what scanners and fax machines make, often of many pages, each of its own size.

Qt's reader of these is not on every computer, and shows the first page only.
"""

import io
import struct
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from desktop.errors import Refused
from desktop.rules.reasons import Reason

_DAMAGED = (
    *(OSError, EOFError, SyntaxError, struct.error),
    *(ValueError, TypeError, LookupError, ArithmeticError),
)
"""What Pillow raises over a damaged file: whatever its bytes lead it into."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Rows of red, green and blue bytes."""

    width: int
    height: int
    rows: bytes
    pages: int


def tiff_page(
    content: bytes, page: int, most: int, fit: Callable[[int, int], tuple[int, int]]
) -> Raster | None:
    """Read a page, counted from 0, in the size that `fit` makes of its own; None is damaged.

    One of more than `most` pixels is refused before it is unfolded.
    """
    try:
        with warnings.catch_warnings():
            # Of what is merely odd Pillow warns; what cannot be read still raises.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=["TIFF"]) as opened:
                pages = int(getattr(opened, "n_frames", 1))
                opened.seek(min(page, pages - 1))
                if opened.width * opened.height > most:
                    raise Refused(Reason.FILE_TOO_LARGE)
                seen = opened.convert("RGB").resize(fit(opened.width, opened.height))
    except Image.DecompressionBombError as error:
        raise Refused(Reason.FILE_TOO_LARGE) from error
    except _DAMAGED:
        return None
    return Raster(seen.width, seen.height, seen.tobytes(), pages)
