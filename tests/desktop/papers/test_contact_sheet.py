"""README's contact sheet shows every paper: `RENEW_GOLDEN=1` keeps it anew, to be looked at."""

import os

from contact_sheet import FILE, sheet
from made_up import MadeUp
from PIL import Image


def test_the_sheet_in_readme_has_room_for_every_paper(office: MadeUp) -> None:
    laid = sheet(office)
    if os.environ.get("RENEW_GOLDEN"):
        laid.save(FILE, optimize=True)
    with Image.open(FILE) as kept:
        assert kept.size == laid.size
