"""Identity numbers and telephones."""

import pytest

from desktop.rules.identity import IdReading, Phone, display_id, display_phone, read_id, read_phone
from desktop.rules.thai.digits import Digits


@pytest.mark.parametrize(
    ("typed", "digits", "valid"),
    [
        ("1234545678781", "1234545678781", True),
        ("3-1006-00445-63-5", "3100600445635", True),
        ("๓ ๑๐๐๖ ๐๐๔๔๕ ๖๓ ๕", "3100600445635", True),
        ("1-2345-45678-78-9", "1234545678789", False),
        ("0105536112014", "0105536112014", False),
        ("g123456789012", "G123456789012", False),
        ("123", "123", False),
        ("", "", False),
    ],
)
def test_a_check_digit_warns_and_refuses_nothing(typed: str, digits: str, valid: bool) -> None:
    assert read_id(typed) == IdReading(digits, valid)


def test_an_identity_number_is_shown_as_on_the_card() -> None:
    assert display_id("3100600445635") == "๓-๑๐๐๖-๐๐๔๔๕-๖๓-๕"
    assert display_id("3100600445635", Digits.ARABIC) == "3-1006-00445-63-5"
    assert display_id("G123") == "G123"


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("๐๘๑-๒๓๔ ๕๖๗๘", Phone("0812345678", "", True)),
        ("+66 81 234 5678", Phone("0812345678", "", True)),
        ("+66 (0) 81 234 5678", Phone("0812345678", "", True)),
        ("0066812345678", Phone("0812345678", "", True)),
        ("66 3931 2100", Phone("039312100", "", True)),
        ("0661234567", Phone("0661234567", "", True)),
        ("โทร. 0 3931 2100 ต่อ ๑๑๕", Phone("039312100", "115", True)),
        ("02-281-1234 ext. 12, 13", Phone("022811234", "12,13", True)),
        ("022811234#5", Phone("022811234", "5", True)),
        ("1111", Phone("1111", "", True)),
        ("191", Phone("191", "", True)),
        ("1800 123 456", Phone("1800123456", "", True)),
        ("0812345", Phone("0812345", "", False)),
        ("0912345678901", Phone("0912345678901", "", False)),
        ("ไม่มี", Phone("ไม่มี", "", False)),
        ("", Phone("", "", False)),
    ],
)
def test_a_telephone_is_read_in_any_writing(typed: str, phone: Phone) -> None:
    assert read_phone(typed) == phone


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0812345678", "๐๘ ๑๒๓๔ ๕๖๗๘"),
        ("039312100", "๐ ๓๙๓๑ ๒๑๐๐"),
        ("02 281 1234 ต่อ 115", "๐ ๒๒๘๑ ๑๒๓๔ ต่อ ๑๑๕"),
        ("1579", "๑๕๗๙"),
        ("0 3931 2100-3", "๐ ๓๙๓๑ ๒๑๐๐-๓"),
    ],
)
def test_a_telephone_is_grouped_as_in_letters(typed: str, shown: str) -> None:
    assert display_phone(typed) == shown


def test_a_telephone_may_be_shown_in_arabic_digits() -> None:
    assert display_phone("๐๘๑๒๓๔๕๖๗๘", Digits.ARABIC) == "08 1234 5678"
