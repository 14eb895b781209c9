"""What stays together where a line ends."""

import pytest

from desktop.papers.words import Words


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("โทร. ๐ ๓๙๓๑ ๒๑๐๐ ต่อ ๑๑๕", "๐ ๓๙๓๑ ๒๑๐๐"),
        ("โทร. 08 1234 5678", "08 1234 5678"),
        ("ณ วันที่ ๑๒ ตุลาคม ๒๕๖๖", "๑๒ ตุลาคม"),
        ("เด็ก ๆ", "เด็ก ๆ"),
    ],
)
def test_what_is_read_in_one_go_is_not_parted(text: str, together: str) -> None:
    pieces = Words().pieces(text)
    assert together in pieces
    assert "".join(pieces) == text


def test_a_long_row_of_numbers_still_breaks() -> None:
    text = " ".join(str(number) for number in range(1000, 1400))
    pieces = Words().pieces(text)
    assert "".join(pieces) == text
    assert max(len(piece) for piece in pieces) <= 20
