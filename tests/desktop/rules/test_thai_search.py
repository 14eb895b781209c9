"""Finding Thai text however it was typed."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared_data import shared

from desktop.rules.thai.searching import (
    NumberAsked,
    digits_asked,
    number_asked,
    places,
    search_form,
)

SAME = {
    "two เ for แ": ("เเก้ไข", "แก้ไข"),
    "nikhahit and aa": ("น\u0e4d\u0e32", "นำ"),
    "tone, nikhahit, aa": ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
    "nikhahit, tone, aa": ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
    "tone after am": ("น\u0e33\u0e49", "น\u0e49\u0e33"),
    "tone before the vowel above": ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),
    "tone before the vowel below": ("ป\u0e49\u0e38", "ป\u0e38\u0e49"),
    "zero-width space": ("ที่\u200bดิน", "ที่ดิน"),
    "zero-width non-joiner": ("ที่\u200cดิน", "ที่ดิน"),
    "word joiner": ("ที่\u2060ดิน", "ที่ดิน"),
    "byte-order mark": ("\ufeffที่ดิน", "ที่ดิน"),
    "no-break space": ("นาย\u00a0ก", "นาย ก"),
    "soft hyphen": ("ที่\u00adดิน", "ที่ดิน"),
    "tone twice": ("ที่\u0e48ดิน", "ที่ดิน"),
    "vowel twice": ("นาาย", "นาย"),
    "thai digits": ("๑๒/๒๕๖๗", "12/2567"),
    "full-width digits": ("１２/２５６７", "12/2567"),
    "thanthakhat before the vowel": ("สันต\u0e4c\u0e34", "สันต\u0e34\u0e4c"),
    "decomposed latin": ("Cafe\u0301", "Café"),
    "two spaces": ("นาย  ก", "นาย ก"),
    "right-to-left override": ("\u202eที่ดิน\u202c", "ที่ดิน"),
    "case": ("ABC", "abc"),
    "flood": ("นํ้าท่วม", "น้ำท่วม"),
    "report": ("เเจ้ง", "แจ้ง"),
    "lane": ("ซอย ๕", "ซอย 5"),
}
THAI = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.sampled_from("เแำํา่้๊๋็์ิีุู\u200b\u00ad aÄİ1๑ﬁ"),
    ),
    max_size=14,
)


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_23_texts_that_mean_the_same_share_a_form(pair: tuple[str, str]) -> None:
    assert search_form(pair[0]) == search_form(pair[1])


@pytest.mark.parametrize(
    "pair", [("ขา", "ข้า"), ("มา", "ม้า"), ("นำ", "นา"), ("ไก่", "ใก่"), ("เก", "แก"), ("คน", "คัน")]
)
def test_texts_that_differ_keep_apart(pair: tuple[str, str]) -> None:
    assert search_form(pair[0]) != search_form(pair[1])


def test_different_words_of_the_dictionary_do_not_fall_together() -> None:
    lines = shared("sorting", "icu72_riwords.txt").read_text("utf-8-sig").splitlines()
    words = {line for line in lines if line and not line.startswith("#")}
    assert len({search_form(word) for word in words}) == len(words)


@settings(max_examples=3000, deadline=None, derandomize=True)
@given(THAI)
def test_a_form_is_its_own_form(text: str) -> None:
    form = search_form(text)
    assert search_form(form) == form
    assert "\0" not in form


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(st.text(max_size=20))
def test_any_text_has_a_form_and_it_is_its_own_form(text: str) -> None:
    form = search_form(text)
    assert search_form(form) == form
    assert "\0" not in form


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(0, 400), st.integers(3, 30))
def test_a_word_is_found_within_what_was_typed_with_it(start: int, length: int) -> None:
    text = "น้ำท่วมขังหน้าโรงเรียน เลขที่ ๑๒/๓ ซอย ๕ แจ้งแล้วไม่มีใครมาแก้ไข ขอให้ช่วยเร่งรัด" * 6
    words = text.split()
    word = words[start % len(words)]
    assert search_form(word) in search_form(text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("๐๐๔๒", NumberAsked(42, None)),
        ("0042", NumberAsked(42, None)),
        ("42/2569", NumberAsked(42, 2569)),
        (" ๔๒ / ๒๕๖๙ ", NumberAsked(42, 2569)),
        ("๔๒/๖๙", NumberAsked(42, 2569)),
        ("42/2", None),
        ("42/25690", None),
        ("ซอย 5", None),
        ("1234567890", None),
        ("", None),
    ],
)
def test_23_numbers_of_complaints_are_recognised(typed: str, number: NumberAsked | None) -> None:
    assert number_asked(typed) == number


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        *(("๐๘๑-๒๓๔ ๕๖๗๘", "0812345678"), ("5678", "5678"), ("(039) 312100", "039312100")),
        *(("ซอย 5", ""), ("", ""), ("42/2569", "")),
    ],
)
def test_23_digits_of_phones_are_recognised(typed: str, digits: str) -> None:
    assert digits_asked(typed) == digits


def test_real_messages_keep_their_words() -> None:
    lines = shared("text", "q.txt").read_text("utf-8").splitlines()
    for line in itertools.islice(lines, 300):
        form = search_form(line)
        assert search_form(form) == form
        assert all(search_form(word) in form for word in line.split() if len(word) > 3)


@pytest.mark.parametrize(
    ("text", "forms", "shown"),
    [
        ("นํ้าท่วมซอย ๕ เเจ้งแล้ว", ("น้ำท่วม", "5", "แจ้ง"), ["นํ้าท่วม", "๕", "เเจ้ง"]),
        ("ปู่ ปูู", ("ปู",), ["ปู่", "ปูู"]),
        ("  ก  ข", ("ก ข",), ["ก  ข"]),
        ("ABC abc", ("abc",), ["ABC", "abc"]),
        ("กขคง", ("กข", "ขค"), ["กขค"]),
        ("ไม่มี", ("ถนน",), []),
    ],
)
def test_what_was_found_stands_out_as_it_was_typed(
    text: str, forms: tuple[str, ...], shown: list[str]
) -> None:
    assert [text[begin:end] for begin, end in places(text, forms)] == shown


@given(st.text(alphabet="กนำํา้่ิีเแโๆ๕5aA \u200b", max_size=14), st.data())
def test_what_stands_out_is_in_the_text_and_apart(text: str, data: st.DataObject) -> None:
    whole = search_form(text)
    start = data.draw(st.integers(0, max(0, len(whole) - 1)))
    form = whole[start : start + data.draw(st.integers(1, 4))]
    if not form:
        return
    found = places(text, (form,))
    assert found
    assert all(0 <= begin < end <= len(text) for begin, end in found)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(found))
