"""What is kept of typed text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.thai.text import LIMIT, clean_block, clean_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  น้ำท่วม  ", "น้ำท่วม"),
        ("น้ำ", "น้ำ"),
        ("ที่\u200bดิน\u202e\u2066", "ที่ดิน"),
        ("a\x00b\x07c", "abc"),
        ("หนึ่ง\r\nสอง\rสาม\u2028สี่\u2029ห้า", "หนึ่ง\nสอง\nสาม\nสี่\nห้า"),
        ("ก\tข  \n\n ค", "ก ข\n\n ค"),
        ("e\u0301", "é"),
        ("ﬁ ½ ①", "ﬁ ½ ①"),
        ("<b>{field}</b> &amp; 😀", "<b>{field}</b> &amp; 😀"),
        ("ก\ud800ข\ufffe", "กข"),
        ("", ""),
    ],
)
def test_a_block_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert clean_block(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("นาย\u00a0  สมชาย\tใจดี", "นาย สมชาย ใจดี"),
        ("บรรทัด\nสอง", "บรรทัด สอง"),
        ("\n \n", ""),
    ],
)
def test_a_line_is_one_line(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(), max_size=30))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for clean in (clean_block, clean_line):
        kept = clean(text)
        assert clean(kept) == kept
        assert unicodedata.is_normalized("NFC", kept)
        assert kept == kept.strip()
        seen = kept.replace("\n", "")
        assert not [c for c in seen if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
        kept.encode()
    assert "\n" not in clean_line(text)


def test_the_limit_of_a_field_is_stated() -> None:
    assert LIMIT == 20_000
