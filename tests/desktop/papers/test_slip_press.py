"""What a case says, as each of its papers prints it."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from cases import CASE, OFFICE
from paper import pages_of, size_of
from reportlab.lib.units import mm

from desktop.paper_orders import (
    EnvelopeOrder,
    EnvelopeSize,
    LabelsOrder,
    PaperOrder,
    PetitionOrder,
    SlipOrder,
    SlipPaper,
    StampOrder,
)
from desktop.papers.press import ThaiPress
from desktop.rules.complaint import ChannelKind, Petitioner, PetitionerKind, Urgency
from desktop.rules.letters import LetterStatus
from desktop.views import CaseView

ORDERS: list[Callable[[CaseView], PaperOrder]] = [
    SlipOrder,
    PetitionOrder,
    EnvelopeOrder,
    LabelsOrder,
]


@pytest.fixture(scope="module")
def press() -> ThaiPress:
    return ThaiPress()


def text_of(press: ThaiPress, order: PaperOrder) -> str:
    return "".join(pages_of(press.paper(order, OFFICE).pdf))


@pytest.mark.parametrize("order", ORDERS)
def test_every_paper_names_the_petitioner(
    press: ThaiPress, order: Callable[[CaseView], PaperOrder]
) -> None:
    assert "นางปราณีสุขใจ" in text_of(press, order(CASE))


@pytest.mark.parametrize("order", [SlipOrder, PetitionOrder])
def test_no_paper_names_one_who_gave_no_name(
    press: ThaiPress, order: Callable[[CaseView], PaperOrder]
) -> None:
    # Whatever was typed before the kind was chosen stays off the paper.
    who = replace(CASE.petitioners[0], kind=PetitionerKind.ANONYMOUS)
    said = text_of(press, order(replace(CASE, petitioners=(who,))))
    assert "ไม่ประสงค์ออกนาม" in said
    for part in ("ปราณี", "สุขใจ", "๐๘๑๒๓๔๕๖๗๘", "จันทบุรี"):
        assert part not in said


def test_the_form_follows_the_channel(press: ThaiPress) -> None:
    assert "แบบคำร้องเรียน๒" in text_of(press, PetitionOrder(CASE))
    walked_in = replace(CASE, channel=replace(CASE.channel, kind=ChannelKind.WALK_IN))
    assert "แบบคำร้องเรียน๑" in text_of(press, PetitionOrder(walked_in))


def test_several_petitioners_sign_one_form_and_have_an_envelope_each(press: ThaiPress) -> None:
    monk = Petitioner(prefix="พระครู", first="วัดใหม่")
    case = replace(
        CASE, petitioners=(*CASE.petitioners, monk, Petitioner(PetitionerKind.ANONYMOUS))
    )
    assert "นางปราณีสุขใจและพวกรวม๒คน" in text_of(press, PetitionOrder(case))
    pages = pages_of(press.paper(EnvelopeOrder(case, EnvelopeSize.C5, Urgency.URGENT), OFFICE).pdf)
    assert len(pages) == 2
    assert all("ด่วน" in page for page in pages)
    assert "เรียนนางปราณีสุขใจ" in pages[0]
    assert "นมัสการพระครูวัดใหม่" in pages[1]


def test_a_slip_comes_on_the_paper_ordered(press: ThaiPress) -> None:
    wide = [size_of(press.paper(SlipOrder(CASE, paper), OFFICE).pdf)[0] for paper in SlipPaper]
    assert wide == pytest.approx([148 * mm, 210 * mm, 80 * mm], abs=0.1)
    assert press.slip(CASE, OFFICE) == press.paper(SlipOrder(CASE), OFFICE)


def test_a_copy_is_stamped_with_the_register_of_letters_number_or_else_the_complaints(
    press: ThaiPress,
) -> None:
    came = press.slip(CASE, OFFICE).pdf
    assert "เลขรับ๔๑๐/๒๕๖๙" in text_of(press, StampOrder(CASE, "a.pdf", came))
    central = replace(CASE, intake=replace(CASE.intake, central_number="987"))
    said = text_of(press, StampOrder(central, "a.pdf", came))
    assert "เลขรับ๙๘๗" in said
    assert "เวลา๑๐.๓๘น." in said


def test_an_envelope_bears_the_number_of_the_newest_letter_to_that_petitioner(
    press: ThaiPress,
) -> None:
    def letter(key: int, number: str, recipient: str) -> Any:
        return SimpleNamespace(
            id=key, number=number, recipient=recipient, status=LetterStatus.PRINTED
        )

    others = letter(3, "ศธ ๐๔๙๙๙/๓๓", "ผู้อำนวยการโรงเรียนบ้านตัวอย่าง")
    case = replace(CASE, letters=(others,))
    assert "ที่ศธ" not in text_of(press, EnvelopeOrder(case))
    theirs = [letter(key, f"ศธ ๐๔๙๙๙/{key}๑", "นางปราณี สุขใจ") for key in (2, 1)]
    said = text_of(press, EnvelopeOrder(replace(CASE, letters=(others, *theirs))))
    assert "ที่ศธ๐๔๙๙๙/๒๑" in said
    assert "๓๓" not in said
