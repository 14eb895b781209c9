"""The sheets that are kept of every look: whole, readable, and no heavier than a letter."""

from every_page import LOOKS
from PIL import Image
from sheets_of_looks import KEPT, sheet_size

HEAVIEST = 1_500_000
"""Bytes of all of them together."""


def test_every_look_has_its_sheets_of_pages_and_dialogs_and_their_index() -> None:
    sheets = {f"{look.replace(' ', '-')}-{of}" for look in LOOKS for of in ("pages", "dialogs")}
    assert {file.name for file in KEPT.iterdir()} == {
        f"{sheet}.{kind}" for sheet in sheets for kind in ("avif", "txt")
    }
    for sheet in sheets:
        names = (KEPT / f"{sheet}.txt").read_text("utf-8").splitlines()
        assert names
        assert len(set(names)) == len(names)
        with Image.open(KEPT / f"{sheet}.avif") as picture:
            assert picture.size == sheet_size(len(names))


def test_they_are_light_enough_to_be_kept() -> None:
    assert sum(file.stat().st_size for file in KEPT.iterdir()) < HEAVIEST
