"""README's contact sheet shows every paper: `RENEW_GOLDEN=1` keeps it anew, to be looked at."""

import os

from contact_sheet import FILE, rooms, sheet
from made_up import MadeUp
from PIL import Image, ImageChops, ImageStat

NEAR = 0.5
"""Grey, of 255, by which a page may differ on the whole: a word or two, but no other line."""


def test_the_sheet_in_readme_shows_every_paper_as_it_is(office: MadeUp) -> None:
    laid = sheet(office)
    if os.environ.get("RENEW_GOLDEN"):
        laid.save(FILE, optimize=True)
    with Image.open(FILE) as kept:
        assert kept.size == laid.size
        known = rooms(kept)
    assert [name for name, room in rooms(laid).items() if far(room, known[name])] == []


def far(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two pages do not look alike."""
    (differs,) = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return differs > NEAR
