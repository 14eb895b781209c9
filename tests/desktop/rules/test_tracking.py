"""Tracking codes: short, unguessable, and a slip of the finger is noticed."""

import math
import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.thai.digits import thai_digits
from desktop.rules.tracking import ALPHABET, LENGTH, new_code, read_code

codes = st.binary(min_size=16, max_size=16).map(lambda drawn: new_code(lambda count: drawn[:count]))
often = settings(max_examples=300, deadline=None, derandomize=True)


def test_a_code_is_short_and_cannot_be_guessed() -> None:
    assert LENGTH * math.log2(len(ALPHABET)) >= 40
    assert not set("01OIUVL") & set(ALPHABET) - {"V", "L"}
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_no_character_is_favoured() -> None:
    drawn = random.Random(7)
    found = Counter("".join(new_code(drawn.randbytes).replace("-", "") for _ in range(5000)))
    assert set(found) == set(ALPHABET)
    assert max(found.values()) < 1.15 * min(found.values())


@often
@given(codes)
def test_a_code_is_read_back_however_it_is_typed(code: str) -> None:
    assert re.fullmatch(r"\w{3}-\w{3}-\w{3}-\w", code)
    plain = code.replace("-", "")
    for typed in (code, plain, code.lower(), f"  {code} ", " ".join(plain), code.replace("-", "–")):
        assert read_code(typed) == code
    assert read_code(thai_digits(code)) == code


@often
@given(codes, st.data())
def test_any_one_wrong_character_is_noticed(code: str, data: st.DataObject) -> None:
    plain = code.replace("-", "")
    place = data.draw(st.integers(0, len(plain) - 1))
    for wrong in set(ALPHABET) - {plain[place]}:
        assert read_code(plain[:place] + wrong + plain[place + 1 :]) is None


@often
@given(codes)
def test_any_two_neighbours_swapped_are_noticed(code: str) -> None:
    plain = code.replace("-", "")
    for place in range(len(plain) - 1):
        one, two = plain[place], plain[place + 1]
        swapped = plain[:place] + two + one + plain[place + 2 :]
        assert (read_code(swapped) is None) == (one != two)


@pytest.mark.parametrize(
    "typed", ["", "K7M", "K7M-4Q2-9XB-T-2", "K7M-4O2-9XB-T", "รับเรื่อง", "\0" * 10]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None
