import pytest

from desktop.rules.complaint import Address, Petitioner, PetitionerKind
from desktop.rules.masking import told_of

WHO = Petitioner(
    prefix="นาง",
    first="ปราณี",
    last="สุขใจ",
    citizen_id="1234545678781",
    phone="081-234-5678",
    email="Pranee@example.com",
    address=Address("99/12", "4", "สุขสันต์", "ท่าแฉลบ", "มะขาม", "มะขาม", "จันทบุรี", "22150"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ผู้ร้องชื่อปราณีแจ้งว่า", ("ปราณี",)),
        ("ครอบครัวสุข ใจ", ("สุขใจ",)),
        ("โทร ๐๘๑ ๒๓๔ ๕๖๗๘", ("081-234-5678",)),
        ("เลข ๑-๒๓๔๕-๔๕๖๗๘-๗๘-๑", ("1234545678781",)),
        ("เขียนถึง pranee@EXAMPLE.com", ("Pranee@example.com",)),
        ("บ้านเลขที่ ๙๙/๑๒ ซอยสุขสันต์ ถนนท่าแฉลบ", ("สุขสันต์", "ท่าแฉลบ", "99/12")),
        ("ตำบลมะขาม จังหวัดจันทบุรี รหัส 22150 หมู่ 4", ("มะขาม",)),
        ("หลังคารั่วมา ๓ ปี", ()),
    ],
)
def test_what_tells_of_the_petitioner_is_found_however_it_is_written(
    text: str, found: tuple[str, ...]
) -> None:
    assert told_of((WHO,), text) == found


def test_nothing_is_found_of_one_who_gave_nothing() -> None:
    unsigned = Petitioner(PetitionerKind.ANONYMOUS)
    little = Petitioner(first="ก", phone="191", address=Address("5"))
    assert told_of((unsigned, little), "ก โทร 191 บ้านเลขที่ 5") == ()


def test_a_group_is_known_by_its_heading() -> None:
    group = Petitioner(PetitionerKind.GROUP, heading="ชมรมผู้ปกครองบ้านสวน")
    assert told_of((WHO, group), "ชมรมผู้ปกครองบ้านสวนแจ้ง") == ("ชมรมผู้ปกครองบ้านสวน",)
