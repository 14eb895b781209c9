"""The Garuda left to paper that bears it: the picture goes, every word stays."""

import io
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pmqa_memo import PMQA_MEMO
from specimens import LETTER, LONG, ORDER

from desktop.paper_orders import EnvelopeSize
from desktop.papers.envelope import EnvelopeFacts, Recipient, render_envelopes
from desktop.papers.fonts import open_faces
from desktop.papers.joining import joined
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.memo import render_memo
from desktop.papers.order import render_order
from desktop.papers.stationery import emblem_place, leave_emblem_out
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.printing import EMBLEMED, PaperKind

DOTS = 150
NEAR = 4
"""Dots around the emblem that its smoothed edge may reach."""


def _black() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (93, 100), "black").save(picture, "PNG")
    return picture.getvalue()


BEARING = {"garuda": Garuda.IMAGE, "garuda_image": _black()}


def _letter(one: OfficialLetter) -> bytes:
    return render_letters([replace(one, **BEARING)], open_faces(), Words()).pdf  # type: ignore[arg-type]


def _envelope(size: EnvelopeSize) -> bytes:
    facts = EnvelopeFacts(
        office="สำนักงานตัวอย่าง",
        address=("ถนนตัวอย่าง",),
        number="ศธ ๐๔๙๙๙/๑",
        recipient=Recipient("เรียน", "นางปราณี สุขใจ", ("ตำบลมะขาม",)),
        urgency="ด่วนที่สุด",
        **BEARING,  # type: ignore[arg-type]
    )
    return render_envelopes([facts], size, open_faces(), Words()).pdf


PAPERS: dict[str, tuple[PaperKind, Callable[[], bytes]]] = {
    "letter": (PaperKind.LETTER, lambda: _letter(LETTER)),
    "urgent": (PaperKind.LETTER, lambda: _letter(replace(LETTER, urgency="ด่วนที่สุด"))),
    "secret": (PaperKind.LETTER, lambda: _letter(replace(LONG, secrecy="ลับ"))),
    "two letters": (PaperKind.LETTER, lambda: joined([_letter(LONG), _letter(LETTER)])),
    "memo": (
        PaperKind.MEMO,
        lambda: render_memo(replace(PMQA_MEMO, **BEARING), open_faces(), Words()).pdf,  # type: ignore[arg-type]
    ),
    "order": (
        PaperKind.ORDER,
        lambda: render_order(replace(ORDER, **BEARING), open_faces(), Words()).pdf,  # type: ignore[arg-type]
    ),
    "dl": (PaperKind.ENVELOPE_DL, lambda: _envelope(EnvelopeSize.DL)),
    "c5": (PaperKind.ENVELOPE_C5, lambda: _envelope(EnvelopeSize.C5)),
    "c4": (PaperKind.ENVELOPE_C4, lambda: _envelope(EnvelopeSize.C4)),
}


def _seen(page: pypdfium2.PdfPage) -> tuple[str, Image.Image]:
    picture = page.render(scale=DOTS / 72, grayscale=True).to_pil()
    return page.get_textpage().get_text_range(), picture


@pytest.mark.parametrize("name", PAPERS)
def test_only_the_emblem_goes_and_every_word_stays(name: str) -> None:
    kind, make = PAPERS[name]
    pdf = make()
    whole, bare = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(pdf)
    taken = 0
    for number in range(len(whole)):
        words, before = _seen(whole[number])
        page = bare[number]
        if not leave_emblem_out(page, kind):
            continue
        taken += 1
        left, after = _seen(page)
        assert left == words
        place = emblem_place(kind, page.get_height())
        assert place is not None
        top = round((page.get_height() - place.bottom - place.height) * DOTS / 72)
        high = round(place.height * DOTS / 72)
        changed = ImageChops.difference(before, after).getbbox()
        assert changed is not None
        x0, y0, x1, y1 = changed
        assert abs(y0 - top) <= NEAR
        assert abs(y1 - y0 - high) <= NEAR
        # Nothing is left where the emblem stood: no word was ever there.
        assert after.crop((x0 + NEAR, y0 + NEAR, x1 - NEAR, y1 - NEAR)).getextrema()[0] == 255
    assert taken == (2 if name == "two letters" else 1)


def test_a_picture_elsewhere_and_a_paper_without_an_emblem_are_left_alone() -> None:
    pdf = _letter(LETTER)
    for kind in (PaperKind.MEMO, PaperKind.ENVELOPE_DL, PaperKind.SLIP_A6, PaperKind.OTHER):
        assert not leave_emblem_out(pypdfium2.PdfDocument(pdf)[0], kind)
    plain = render_letters([LETTER], open_faces(), Words()).pdf
    assert not leave_emblem_out(pypdfium2.PdfDocument(plain)[0], PaperKind.LETTER)


def test_every_paper_that_may_bear_an_emblem_has_a_place_for_it() -> None:
    assert {kind for kind in PaperKind if emblem_place(kind, 842) is not None} == EMBLEMED
