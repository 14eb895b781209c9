"""Scans of several pages are read; a damaged one is told as damaged, and nothing else is hidden."""

import random

import pytest
from pictures import scan

from desktop.errors import Refused
from desktop.exchange.tiff import Raster, tiff_page


def small(width: int, height: int) -> tuple[int, int]:
    return max(1, width // 50), max(1, height // 50)


def test_each_page_is_read_in_its_own_size() -> None:
    found = [tiff_page(scan(3), page, 10**7, small) for page in (0, 1, 2, 9)]
    assert [(one.width, one.height, one.pages) for one in found if one] == [
        (16, 22, 3),
        (14, 22, 3),
        (12, 22, 3),
        (12, 22, 3),
    ]


def test_a_page_larger_than_may_be_is_refused() -> None:
    with pytest.raises(Refused):
        tiff_page(scan(1), 0, 1000, small)


@pytest.mark.parametrize("seed", range(200))
def test_whatever_is_damaged_gives_a_picture_or_none(seed: int) -> None:
    drawn, content = random.Random(seed), bytearray(scan(2))
    for _ in range(drawn.randint(1, 8)):
        content[drawn.randrange(len(content))] = drawn.randrange(256)
    del content[drawn.randrange(len(content)) if drawn.random() < 0.3 else len(content) :]
    try:
        found = tiff_page(bytes(content), drawn.randrange(3), 10**7, small)
    except Refused:
        return
    assert found is None or isinstance(found, Raster)
