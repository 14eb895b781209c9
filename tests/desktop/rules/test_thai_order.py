"""The order of the dictionary."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from shared_data import shared

from desktop.rules.thai.sorting import SORT_VERSION, sort_key

ALLOWED_TIES = 505
"""Neighbours in the list that differ only in what the dictionary reads over."""


def shuffled(texts: list[str]) -> list[str]:
    return random.Random(5).sample(texts, len(texts))


def dictionary_part(text: str) -> str:
    """The key without the text itself, which only tells equals apart."""
    letters, marks, _ = sort_key(text).split("\x01", 2)
    return f"{letters}\x01{marks}"


def test_the_institutes_list_has_no_inversions() -> None:
    lines = shared("sorting", "icu72_riwords.txt").read_text("utf-8-sig").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    assert len(words) > 32_000
    keys = [dictionary_part(word).encode() for word in words]
    pairs = list(itertools.pairwise(keys))
    assert [words[n] for n, (one, next_) in enumerate(pairs) if one > next_] == []
    assert sum(one == next_ for one, next_ in pairs) <= ALLOWED_TIES


def test_leading_vowels_stand_behind_their_consonant_and_marks_weigh_last() -> None:
    words = ["กก", "กา", "ก่า", "ก้า", "เก็บ", "เกา", "แกะ", "โกง", "ไก่", "ขา", "เขา", "คน", "โคน"]
    assert sorted(shuffled(words), key=sort_key) == words


def test_numbers_go_by_value_in_either_digits() -> None:
    ordered = ["ซอย ๑", "ซอย 2", "ซอย ๐๙", "ซอย ๑๐", "ซอย 11", "ซอย ๑๐๐", "ซอย ก"]
    assert sorted(shuffled(ordered), key=sort_key) == ordered
    assert dictionary_part("ห้อง ๐๐๔๒") == dictionary_part("ห้อง 42")


def test_case_weighs_nothing_but_equals_stay_apart() -> None:
    assert dictionary_part("Anna") == dictionary_part("ANNA")
    assert sort_key("Anna") != sort_key("ANNA")


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=20), min_size=2, max_size=6))
def test_any_text_has_a_key_that_databases_can_hold_and_compare(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    assert not any("\0" in key for key in keys)
    encoded = sorted(keys, key=str.encode)
    assert encoded == sorted(keys)
    assert {key: sort_key(text) for key, text in zip(keys, texts, strict=True)} == {
        key: key for key in keys
    }


def test_the_keys_have_a_version() -> None:
    assert SORT_VERSION >= 1
