"""Addresses as they stand on an envelope."""

from desktop.rules.complaint import Address
from desktop.rules.thai.addresses import address_lines


def test_an_address_stands_in_three_lines_in_thai_digits() -> None:
    whole = Address("12/3", "4", "สุขใจ", "ท่าแฉลบ", "มะขาม", "มะขาม", "จันทบุรี", "22150")
    assert address_lines(whole) == (
        "๑๒/๓ หมู่ ๔ ซอยสุขใจ ถนนท่าแฉลบ",
        "ตำบลมะขาม อำเภอมะขาม",
        "จังหวัดจันทบุรี ๒๒๑๕๐",
    )


def test_the_capital_has_its_own_words() -> None:
    bangkok = Address("1", "", "", "", "พญาไท", "พญาไท", "กรุงเทพมหานคร", "10400")
    assert address_lines(bangkok) == ("๑", "แขวงพญาไท เขตพญาไท", "กรุงเทพมหานคร ๑๐๔๐๐")


def test_what_is_not_known_leaves_no_trace() -> None:
    assert address_lines(Address()) == ()
    assert address_lines(Address(province="ตราด")) == ("จังหวัดตราด",)


def test_a_kind_that_was_typed_is_not_said_twice() -> None:
    typed = Address("9", "หมู่ 2", "ซอย 3", "ถนนเทศบาล", "ตำบลวังใหม่", "อำเภอเมือง", "จังหวัดตราด")
    assert address_lines(typed) == (
        "๙ หมู่ ๒ ซอย ๓ ถนนเทศบาล",
        "ตำบลวังใหม่ อำเภอเมือง",
        "จังหวัดตราด",
    )
