"""Where the Garuda stands on each kind of paper, so that print can leave it to the paper."""

from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from desktop.papers import measures as m
from desktop.papers.envelope import EDGE, GARUDA_HEIGHT
from desktop.rules.printing import PaperKind

_NEAR = 1.0
"""Points by which a picture may stand beside the emblem's place and be the emblem."""
_PICTURES = frozenset({raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM})


@dataclass(frozen=True, slots=True)
class EmblemPlace:
    """An emblem's middle or left edge, lower edge and height, in points."""

    x: float
    bottom: float
    height: float
    centred: bool = True


def emblem_place(kind: PaperKind, page_height: float) -> EmblemPlace | None:
    """Tell where the emblem stands on a kind of paper; nowhere on most."""
    match kind:
        case PaperKind.LETTER | PaperKind.ORDER:
            bottom = page_height - m.GARUDA_TOP - m.GARUDA_HEIGHT
            return EmblemPlace(m.CENTRE, bottom, m.GARUDA_HEIGHT)
        case PaperKind.MEMO:
            bottom = page_height - m.GARUDA_TOP - m.MEMO_GARUDA
            return EmblemPlace(m.LEFT, bottom, m.MEMO_GARUDA, centred=False)
        case PaperKind.ENVELOPE_DL | PaperKind.ENVELOPE_C5 | PaperKind.ENVELOPE_C4:
            bottom = page_height - EDGE - GARUDA_HEIGHT
            return EmblemPlace(EDGE + GARUDA_HEIGHT / 2, bottom, GARUDA_HEIGHT)
        case _:
            return None


def leave_emblem_out(page: pdfium.PdfPage, kind: PaperKind) -> bool:
    """Take the emblem off an opened page that is about to be printed; tell whether it was there.

    Only the one picture of its height at its place goes; words and all else stay as they are.
    """
    place = emblem_place(kind, page.get_height())
    if place is None:
        return False
    for one in list(page.get_objects(max_depth=1)):
        if one.type in _PICTURES and _stands_at(one.get_bounds(), place):
            page.remove_obj(one)
            return True
    return False


def _stands_at(bounds: tuple[float, float, float, float], place: EmblemPlace) -> bool:
    left, bottom, right, top = bounds
    x = (left + right) / 2 if place.centred else left
    return (
        abs(x - place.x) < _NEAR
        and abs(bottom - place.bottom) < _NEAR
        and abs(top - place.bottom - place.height) < _NEAR
    )
