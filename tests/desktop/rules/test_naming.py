"""What petitioners are called in lists and on letters."""

from desktop.rules.complaint import Petitioner, PetitionerKind
from desktop.rules.naming import addressed, shown_name, signer

PERSON = Petitioner(PetitionerKind.PERSON, "นาย", "ประสิทธิ์", "เพียรดี")
GROUP = Petitioner(PetitionerKind.GROUP, "นาย", "ประสิทธิ์", "เพียรดี", "ผู้ปกครองนักเรียน", 30)
AGENCY = Petitioner(PetitionerKind.AGENCY, "นาย", "ก", "ข", "เทศบาลตำบลตัวอย่าง")


def test_lists_name_a_person_a_group_or_nobody() -> None:
    assert shown_name(PERSON) == "นายประสิทธิ์ เพียรดี"
    assert shown_name(GROUP) == "ผู้ปกครองนักเรียน"
    assert shown_name(AGENCY) == "เทศบาลตำบลตัวอย่าง"
    assert shown_name(Petitioner(PetitionerKind.ANONYMOUS)) == ""


def test_a_group_gets_its_letter_through_its_representative() -> None:
    assert addressed(GROUP) == "นายประสิทธิ์ เพียรดี ผู้แทนผู้ปกครองนักเรียน"
    assert addressed(Petitioner(PetitionerKind.GROUP, heading="ชาวบ้าน")) == "ชาวบ้าน"
    assert addressed(AGENCY) == "เทศบาลตำบลตัวอย่าง"
    assert addressed(PERSON) == shown_name(PERSON)
    assert signer(AGENCY) == "นายก ข"
