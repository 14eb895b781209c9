"""How letters say by which way a matter came."""

import pytest

from desktop.papers.manner import _SAID, manner_of
from desktop.rules.catalogue import CHANNELS


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("ด้วยตนเอง", "ด้วยตนเอง"),
        ("หนังสือ/ไปรษณีย์", "โดยหนังสือ"),
        ("โทรศัพท์", "โดยทางโทรศัพท์"),
        ("LINE", "โดยทาง LINE"),
        ("สปน. ๑๑๑๑", "ผ่าน สปน. ๑๑๑๑"),
        ("กล่องรับฟัง", "โดยทางกล่องรับฟัง"),
    ],
)
def test_each_way_reads_as_thai(channel: str, said: str) -> None:
    assert manner_of(channel) == said


def test_no_shipped_channel_reads_as_a_list() -> None:
    assert not any("/" in manner_of(one.name) for one in CHANNELS)


def test_every_phrase_is_of_a_shipped_channel() -> None:
    assert set(_SAID) <= {one.name for one in CHANNELS}
