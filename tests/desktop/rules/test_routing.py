"""Whose matter a complaint is: ranks as they are typed, the office's list, and who may not."""

import pytest
from office import FACTS

from desktop.rules.complaint import Accused
from desktop.rules.routing import INQUIRES, Inquirer, Rank, highest_rank, rank_of

SCHOOL = "โรงเรียนบ้านตัวอย่าง"


@pytest.mark.parametrize(
    ("position", "unit", "rank"),
    [
        ("ครู", SCHOOL, Rank.SCHOOL_STAFF),
        ("ครูชำนาญการพิเศษ", "", Rank.SCHOOL_STAFF),
        ("รอง ผอ.รร.", SCHOOL, Rank.SCHOOL_STAFF),
        ("รองผู้อำนวยการ", SCHOOL, Rank.SCHOOL_STAFF),
        ("นักการภารโรง", "รร.บ้านตัวอย่าง", Rank.SCHOOL_STAFF),
        ("ผู้อำนวยการโรงเรียน", "", Rank.PRINCIPAL),
        ("ผอ. ร.ร. บ้านตัวอย่าง", "", Rank.PRINCIPAL),
        ("ผอ.", SCHOOL, Rank.PRINCIPAL),
        ("รักษาราชการแทน ผู้อำนวยการโรงเรียน", SCHOOL, Rank.PRINCIPAL),
        ("ครูใหญ่", SCHOOL, Rank.PRINCIPAL),
        ("นิติกร", "กลุ่มกฎหมายและคดี", Rank.OFFICE_STAFF),
        ("ผู้อำนวยการกลุ่มกฎหมายและคดี", "", Rank.OFFICE_STAFF),
        ("รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "", Rank.OFFICE_STAFF),
        ("ศึกษานิเทศก์", "", Rank.OFFICE_STAFF),
        (FACTS.director_title, "", Rank.DIRECTOR),
        ("ผอ.สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง", "", Rank.DIRECTOR),
        ("ผอ.", FACTS.name, Rank.DIRECTOR),
        ("ผอ.สพป.ตัวอย่าง เขต 2", "", Rank.DIRECTOR),
        ("ผอ.เขต", "", Rank.DIRECTOR),
        ("ผอ.สพป.อื่น เขต ๑", "", None),
        ("รอง ผอ.เขต", "", Rank.OFFICE_STAFF),
        ("ผู้อำนวยการ", "", None),
        ("ผู้อำนวยการโรงพยาบาล", "โรงพยาบาลอื่น", None),
        ("", "", None),
        ("พ่อค้า", "ตลาด", None),
    ],
)
def test_a_rank_is_read_from_position_and_unit(position: str, unit: str, rank: Rank | None) -> None:
    assert rank_of(Accused("นายเอ", position, unit), FACTS, ()) is rank


def test_whoever_directs_here_is_the_director_whatever_was_typed() -> None:
    assert rank_of(Accused("นายเอ", "ครู", SCHOOL, person_id=7), FACTS, (7,)) is Rank.DIRECTOR
    assert rank_of(Accused("นายเอ", person_id=6), FACTS, (7,)) is Rank.OFFICE_STAFF


def test_the_highest_of_the_accused_decides() -> None:
    teacher, principal = Accused("ก", "ครู", SCHOOL), Accused("ข", "ผอ.", SCHOOL)
    unknown = Accused("ค")
    assert highest_rank((teacher, unknown, principal), FACTS, ()) is Rank.PRINCIPAL
    assert highest_rank((unknown,), FACTS, ()) is None
    assert highest_rank((), FACTS, ()) is None


def test_every_rank_has_its_inquirer() -> None:
    assert INQUIRES == {
        Rank.SCHOOL_STAFF: Inquirer.PRINCIPAL,
        Rank.PRINCIPAL: Inquirer.DIRECTOR,
        Rank.OFFICE_STAFF: Inquirer.DIRECTOR,
        Rank.DIRECTOR: Inquirer.SUPERIOR_AGENCY,
    }
