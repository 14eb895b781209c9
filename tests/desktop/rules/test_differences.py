"""Differences: nothing lost, nothing said twice, no letter parted from its marks."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inert import work

from desktop.papers.words import Words
from desktop.rules.differences import (
    Change,
    Piece,
    after,
    before,
    differences,
    may_part,
    text_differences,
)

_K, _R, _A = Change.KEPT, Change.REMOVED, Change.ADDED
THAI = st.text(alphabet="กขคเแโ่้๊์ัิีูะาำ ๆ๑a\u200d\u0301\n", max_size=30)


def by_word(text: str) -> Sequence[str]:
    parts = text.split(" ")
    return [one for part in parts for one in (part, " ")][:-1]


def told(old: str, new: str) -> list[tuple[Change, str]]:
    row = text_differences(old, new, Words().pieces)
    return [(piece.change, piece.text) for piece in row]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(THAI, THAI)
@example("", "")
@example("ที่", "ที")
@example("ab ab", "ab ba")
def test_a_row_holds_both_texts(old: str, new: str) -> None:
    for segment in (list, by_word, Words().pieces):
        row = text_differences(old, new, segment)
        assert (before(row), after(row)) == (old, new)
        assert all(piece.text for piece in row)
        assert (old == new) == all(piece.change is Change.KEPT for piece in row)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(THAI, THAI)
def test_no_letter_is_parted_from_its_marks(old: str, new: str) -> None:
    row = text_differences(old, new, list)
    for whole, left_out in ((old, Change.ADDED), (new, Change.REMOVED)):
        place = 0
        for piece in row:
            if piece.change is left_out:
                continue
            place += len(piece.text)
            if place < len(whole):
                assert may_part(whole[place - 1], whole[place]), (whole, place)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(THAI, max_size=6), st.lists(THAI, max_size=6))
def test_rows_hold_both_bodies(old: list[str], new: list[str]) -> None:
    rows = differences(old, new, list)
    olds = [before(row) for row in rows if {piece.change for piece in row} != {_A}]
    news = [after(row) for row in rows if {piece.change for piece in row} != {_R}]
    assert [text for text in olds if text] == [text for text in old if text]
    assert [text for text in news if text] == [text for text in new if text]


def test_the_same_body_has_no_difference() -> None:
    body = ("ย่อหน้าหนึ่ง", "", "ย่อหน้าสอง")
    assert differences(body, body, list) == tuple((Piece(_K, text),) for text in body)


def test_a_word_in_the_middle_is_told_alone() -> None:
    assert told("ขอให้ชี้แจงข้อเท็จจริงภายใน ๗ วัน", "ขอให้ชี้แจงข้อเท็จจริงภายใน ๑๕ วัน") == [
        (_K, "ขอให้ชี้แจงข้อเท็จจริงภายใน "),
        (_R, "๗"),
        (_A, "๑๕"),
        (_K, " วัน"),
    ]


def test_changes_that_only_a_blank_parts_are_one() -> None:
    assert [piece.text for piece in text_differences("a b c", "x y c", by_word)] == [
        "a b",
        "x y",
        " c",
    ]


def test_a_tone_mark_changes_its_whole_letter() -> None:
    row = text_differences("ปา", "ป้า", list)
    assert [piece.text for piece in row] == ["ปา", "ป้า"]


def test_a_new_paragraph_leaves_the_others_alone() -> None:
    rows = differences(("หนึ่ง", "สาม"), ("หนึ่ง", "สอง", "สาม"), list)
    assert [[piece.change for piece in row] for row in rows] == [[_K], [_A], [_K]]


@pytest.mark.parametrize("alphabet", ["กขคง", "ก", "ก่ เ"])
def test_two_hundred_thousand_characters_stay_in_proportion(alphabet: str) -> None:
    dice = random.Random(41)

    def comparing(size: int) -> int:
        old, new = ("".join(dice.choices(alphabet, k=size)) for _ in range(2))
        return work(lambda: text_differences(old, new, list))

    few, many = comparing(20_000), comparing(200_000)
    assert many <= 15 * few
