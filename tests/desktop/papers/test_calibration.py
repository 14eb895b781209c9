"""The test sheet: its rulers stand where the emblem does, true to the millimetre."""

import golden
import pytest
from golden import TOLERANCE
from paper import lines_of, pages_of, size_of, strokes
from reportlab.lib.units import mm

from desktop.papers.calibration import REACH, render_calibration
from desktop.papers.fonts import open_faces
from desktop.papers.stationery import emblem_place
from desktop.papers.words import Words
from desktop.rules.printing import EMBLEMED, PaperKind

CLOSE = TOLERANCE / 100 * mm


@pytest.mark.parametrize("kind", sorted(EMBLEMED))
def test_the_rulers_meet_where_the_emblem_stands(kind: PaperKind) -> None:
    pdf = render_calibration(kind, open_faces(), Words()).pdf
    wide, high = size_of(pdf)
    place = emblem_place(kind, high)
    assert place is not None
    drawn = [box for box, _ in strokes(pdf)]
    thin = 2.5
    upright = [box for box in drawn if box[2] - box[0] < thin and box[3] - box[1] > thin]
    lying = [box for box in drawn if box[3] - box[1] < thin and box[2] - box[0] > thin]
    middles = {round((left + right) / 2, 2) for left, _, right, _ in upright}
    heights = {round((low + top) / 2, 2) for _, low, _, top in lying}
    for step in range(-REACH, REACH + 1):
        assert min(abs(x - place.x - step * mm) for x in middles) < CLOSE
        assert min(abs(y - place.bottom - step * mm) for y in heights) < CLOSE
    proof = max(lying, key=lambda box: box[2] - box[0])
    assert proof[2] - proof[0] == pytest.approx(100 * mm, abs=1.5)
    for left, right, baseline, _ in lines_of(pdf):
        assert left > 0
        assert right < wide - 5 * mm
        assert 5 * mm < baseline < high


def test_it_says_what_to_read_and_where_to_type_it() -> None:
    for kind, edge in ((PaperKind.LETTER, "กึ่งกลาง"), (PaperKind.MEMO, "ขอบซ้าย")):
        (said,) = pages_of(render_calibration(kind, open_faces(), Words()).pdf)
        assert f"{edge}ของตราครุฑ" in said
        assert "ปรับตำแหน่งพิมพ์" in said
        assert "๑๐เซนติเมตรพอดี" in said


@pytest.mark.parametrize("kind", [PaperKind.LETTER, PaperKind.MEMO, PaperKind.ENVELOPE_DL])
def test_it_stands_as_it_was_kept(kind: PaperKind) -> None:
    pdf = render_calibration(kind, open_faces(), Words()).pdf
    assert golden.compare(f"calibration-{kind.value}", pdf) == []


def test_a_paper_without_an_emblem_has_no_such_sheet() -> None:
    with pytest.raises(ValueError, match="no emblem"):
        render_calibration(PaperKind.BOOK, open_faces(), Words())
