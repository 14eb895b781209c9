"""Pages of files as pictures: sizes, which way is up, and all that cannot be shown."""

import pytest
from pictures import (
    DAMAGED_JPEG,
    DAMAGED_PDF,
    DAMAGED_PNG,
    DAMAGED_TIFF,
    HEIC,
    bomb,
    fax_bomb,
    paper,
    picture,
    scan,
)
from PySide6.QtCore import QObject, QSize
from pytestqt.qtbot import QtBot

from desktop.rules.media import media_type
from ui.widgets.leaves import MOST_DRAWN, Drawing, Leaf, Wanted, Why, leaf

ROOM = QSize(600, 800)


def drawn(content: bytes, page: int = 0, turned: int = 0, room: QSize = ROOM) -> Leaf:
    return leaf(Wanted(content, media_type("", content), room, page, turned))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_every_kind_of_picture_fits_its_room(kind: str) -> None:
    shown = drawn(picture(3000, 2000, kind))
    assert (shown.why, shown.image.size()) == (None, QSize(600, 400))
    assert shown.image.pixelColor(300, 200).red() > 240
    assert shown.image.pixelColor(300, 200).blue() < 20


def test_nothing_is_drawn_larger_than_it_is() -> None:
    assert drawn(picture(50, 40)).image.size() == QSize(50, 40)


def test_a_photograph_stands_as_the_camera_was_held_and_then_as_it_was_turned() -> None:
    held = picture(3000, 2000, "JPEG", held=6)
    assert drawn(held).image.size() == QSize(533, 800)
    assert drawn(held, turned=90).image.size() == QSize(600, 400)


def test_pages_are_shown_one_by_one() -> None:
    pdf, fax = paper("one", "two"), scan(3)
    assert [drawn(pdf, page).pages for page in (0, 1)] == [2, 2]
    assert drawn(pdf, 0).image != drawn(pdf, 1).image
    widths = [drawn(fax, page).image.width() for page in range(3)]
    assert widths == pytest.approx([800 * wide / 1100 for wide in (800, 700, 600)], abs=1)
    # A page beyond the last is the last.
    assert drawn(pdf, 9).image == drawn(pdf, 1).image


def test_a_page_lying_on_its_side_fits_the_room_too() -> None:
    assert drawn(paper("one"), turned=90).image.size() == QSize(600, 424)


@pytest.mark.qt_log_ignore("JPEG datastream", "Corrupt JPEG")
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (DAMAGED_PNG, Why.DAMAGED),
        (DAMAGED_JPEG, Why.DAMAGED),
        (DAMAGED_PDF, Why.DAMAGED),
        (DAMAGED_TIFF, Why.DAMAGED),
        (picture(400, 400)[:-300], Why.DAMAGED),
        (paper("one", locked=True), Why.LOCKED),
        (bomb(20_000), Why.TOO_LARGE),
        (fax_bomb(20_000), Why.TOO_LARGE),
        (HEIC, Why.PHONE_PICTURE),
        (b"ID3 a song", Why.NO_PICTURE),
    ],
)
def test_what_cannot_be_shown_says_why(content: bytes, why: Why) -> None:
    assert drawn(content).why is why


def test_however_large_a_page_is_wanted_its_picture_has_an_end() -> None:
    shown = drawn(paper("one"), room=QSize(60_000, 80_000))
    assert shown.image.width() * shown.image.height() <= MOST_DRAWN * 1.01


def test_what_was_wanted_last_is_drawn_first_and_what_was_forgotten_never(qtbot: QtBot) -> None:
    owner = QObject()
    drawing = Drawing(owner)
    told: list[object] = []
    drawing.drawn.connect(lambda key, leaf: told.append((key, leaf.image.width())))
    for key in "abc":
        drawing.draw(key, Wanted(picture(30, 30), "image/png", ROOM))
    drawing.draw("b", Wanted(picture(20, 20), "image/png", ROOM))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [("a", 30), ("b", 20), ("c", 30)] or told == [("a", 30), ("c", 30), ("b", 20)]
    drawing.draw("d", Wanted(picture(30, 30), "image/png", ROOM))
    drawing.forget()
    drawing.draw("e", Wanted(picture(30, 30), "image/png", ROOM))
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told[-1] == ("e", 30)
