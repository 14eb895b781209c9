"""Names taken apart and put together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.thai.names import PREFIXES, Name, full_name, split_name


@pytest.mark.parametrize(
    ("typed", "prefix", "first", "last"),
    [
        ("นางสาวสมหญิง ใจดี", "นางสาว", "สมหญิง", "ใจดี"),
        ("  นาย  สมชาย   ใจดี ", "นาย", "สมชาย", "ใจดี"),
        ("น.ส.สมหญิง ใจดี", "นางสาว", "สมหญิง", "ใจดี"),
        ("ด.ช. ปิติ ชูใจ", "เด็กชาย", "ปิติ", "ชูใจ"),
        ("สมชาย ใจดี", "", "สมชาย", "ใจดี"),
        ("นายสมชาย ณ อยุธยา", "นาย", "สมชาย", "ณ อยุธยา"),
        ("ว่าที่ ร.ต. สมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
        ("ว่าที่ร้อยตรีหญิงสมใจ ดี", "ว่าที่ร้อยตรีหญิง", "สมใจ", "ดี"),
        ("พ.ต.อ.หญิง สมใจ ดี", "พันตำรวจเอกหญิง", "สมใจ", "ดี"),
        ("พ.ต.สมชาย ดี", "พันตรี", "สมชาย", "ดี"),
        ("ดร.สมชาย ดี", "ดร.", "สมชาย", "ดี"),
        ("นายแพทย์สมชาย ดี", "นายแพทย์", "สมชาย", "ดี"),
        ("พระมหาสมชาย สุธีโร", "พระมหา", "สมชาย", "สุธีโร"),
        ("Mr. John Smith", "Mr.", "John", "Smith"),
        ("Missy Elliot", "", "Missy", "Elliot"),
        ("นา ดี", "", "นา", "ดี"),
        ("นาย", "", "นาย", ""),
        ("นางาม ดี", "", "นางาม", "ดี"),
        ("นายกเทศมนตรีเมืองท่าใหม่", "", "นายกเทศมนตรีเมืองท่าใหม่", ""),
        ("นายกฤษณ์ ดี", "นาย", "กฤษณ์", "ดี"),
        ("นายอำเภอท่าใหม่", "", "นายอำเภอท่าใหม่", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(typed: str, prefix: str, first: str, last: str) -> None:
    assert split_name(typed) == Name(prefix, first, last)


def test_a_thai_prefix_joins_and_a_latin_one_does_not() -> None:
    assert full_name("นางสาว", "สมหญิง", "ใจดี") == "นางสาวสมหญิง ใจดี"
    assert full_name("ดร.", "สมชาย", "ดี") == "ดร.สมชาย ดี"
    assert full_name("Mr.", "John", "Smith") == "Mr. John Smith"
    assert full_name("นาย", "John", "Smith") == "นาย John Smith"
    assert full_name("", "สมชาย", "") == "สมชาย"
    assert full_name("", "", "ใจดี") == "ใจดี"
    assert full_name("นาย", "", "") == "นาย"
    assert full_name("", "", "") == ""


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.sampled_from(PREFIXES),
    st.sampled_from(("สมชาย", "กิตติ", "เอก", "แก้ว", "John", "ไพศาล")),
    st.sampled_from(("", "ใจดี", "ณ อยุธยา", "Smith")),
)
def test_what_was_put_together_comes_apart_again(prefix: str, first: str, last: str) -> None:
    assert split_name(full_name(prefix, first, last)) == Name(prefix, first, last)
