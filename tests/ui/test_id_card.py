"""The identity card: its bytes, the reader, consent, and that it never stands in the way."""

import ctypes.util
from collections.abc import Callable, Iterator
from datetime import date
from unittest.mock import patch

import pytest
from pytestqt.qtbot import QtBot
from virtual_card import NUMBER, VirtualCard, card_service, in_reader

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.id_card import IdCard, card_of
from ui.cards.faults import CardFault, NotRead
from ui.cards.pcsc import with_card
from ui.cards.thai_id import Transmit, read_card
from ui.pages.intake.id_card import IdCardReading
from ui.pages.intake.page import IntakePage

WHO = "petitioners.0."
FILLED = {
    "prefix": "นางสาว",
    "first": "ปราณี",
    "last": "สุขใจ",
    "citizen_id": NUMBER,
    "address.house": "99/9",
    "address.village": "4",
    "address.lane": "ร่มเย็น",
    "address.road": "แจ้งวัฒนะ",
    "address.subdistrict": "บางพูด",
    "address.district": "ปากเกร็ด",
    "address.province": "นนทบุรี",
    "address.postcode": "11120",
}


def through(card: VirtualCard) -> Callable[[Callable[[Transmit], IdCard]], IdCard]:
    """Stand in for the reader at the seam where bytes go to the card."""
    return lambda talk: talk(card.transmit)


@pytest.fixture
def visitor(page: IntakePage) -> IntakePage:
    page.form.channels.set_text("walk_in")
    page.form.turn_to(page.form.kind)
    return page


def read(page: IntakePage, card: VirtualCard, qtbot: QtBot) -> IdCardReading:
    reading = page.form.side.id_card
    with patch("ui.pages.intake.id_card.with_card", through(card)):
        page.read_card()
        qtbot.waitUntil(reading.read_button.isEnabled)
    return reading


def answers(page: IntakePage) -> dict[str, str]:
    return {name: page.form.answers()[WHO + name] for name in FILLED}


def test_a_card_is_read_by_the_chips_own_commands() -> None:
    chip = VirtualCard()
    card = read_card(chip.transmit)
    assert (card.number, card.prefix, card.first, card.last) == (
        NUMBER,
        "นางสาว",
        "ปราณี",
        "สุขใจ",
    )
    assert card.born == date(1990, 2, 14)
    assert card.expires is None
    assert (card.lane, card.subdistrict, card.province) == ("ร่มเย็น", "บางพูด", "นนทบุรี")
    assert chip.asked[0].hex() == "00a4040008a000000054480001"
    assert chip.asked[2].hex() == "80b0000402000d"
    # The picture lies from 0x017B on, and is left on the card.
    offsets = [int.from_bytes(one[2:4], "big") for one in chip.asked if one[0] == 0x80]
    assert offsets == [0x0004, 0x0011, 0x00D9, 0x016F, 0x1579]


def test_a_chip_that_names_another_length_is_asked_again() -> None:
    chip = VirtualCard()

    def strict(command: bytes) -> bytes:
        if command[:2] == b"\x00\xc0" and command[4] == 0:
            return b"\x6c\x0d"
        answer = chip.transmit(command)
        return b"\x61\x00" if answer == b"\x61\x0d" else answer

    assert read_card(strict).number == NUMBER


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (b"\x6a\x82", CardFault.OTHER_CARD),
        (b"", CardFault.UNREADABLE),
        (b"\x90", CardFault.UNREADABLE),
    ],
)
def test_another_card_or_one_drawn_out_is_told(answer: bytes, fault: CardFault) -> None:
    with pytest.raises(NotRead) as told:
        read_card(lambda _command: answer)
    assert told.value.fault is fault


def test_a_card_of_bangkok_and_one_with_little_on_it() -> None:
    bangkok = "1#####แขวงจตุจักร#เขตจตุจักร#กรุงเทพมหานคร".encode("cp874")
    card = card_of(b"", "พระ#ก".encode("cp874"), b"25300000", b"", bangkok)
    assert (card.subdistrict, card.district) == ("จตุจักร", "จตุจักร")
    assert (card.province, card.village, card.last) == ("กรุงเทพมหานคร", "", "")
    assert card.born == date(1987, 1, 1)
    assert card_of(b"\xff\xff", b"\x00", b"25331399", b"junk", b"#" * 20).born is None


@pytest.mark.parametrize(
    ("today", "minor"), [(date(2010, 2, 13), True), (date(2010, 2, 14), False)]
)
def test_whoever_is_not_twenty_has_not_come_of_age(today: date, *, minor: bool) -> None:
    assert read_card(VirtualCard().transmit).minor(today) is minor


def test_a_card_fills_in_nothing_before_the_petitioner_consents(
    visitor: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    reading = read(visitor, VirtualCard(), qtbot)
    assert "นางสาวปราณี สุขใจ" in reading.said.text()
    assert "๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘" in reading.said.text()
    assert not any(answers(visitor).values())
    reading.fill_button.click()
    assert answers(visitor) == FILLED
    # It is said where everything that fills the form says it, and there it is taken back.
    assert visitor.filled.text.text().startswith("กรอกจากบัตรแล้ว: คำนำหน้า, ชื่อ, นามสกุล")
    visitor.filled.empty.click()
    assert not any(answers(visitor).values())
    read(visitor, VirtualCard(), qtbot).fill_button.click()
    # All of it is in sight, and the matter comes next.
    assert visitor.form.sheet.editor(WHO + "citizen_id").isVisible()
    assert visitor.form.sheet.editor("matter.subject").hasFocus()
    # Filled in as if typed: a draft keeps it.
    qtbot.waitUntil(lambda: visitor.drafting.kept_at is not None)
    visitor.form.sheet.field("matter.subject").set_text("หลังคารั่ว")
    visitor.form.sheet.field("category_id").set_text("9")
    with qtbot.waitSignal(visitor.saving.saved):
        visitor.save()
    [who] = desk.reading.case(clerk, 1).petitioners
    assert (who.first, who.citizen_id, who.address.postcode) == ("ปราณี", NUMBER, "11120")


def test_who_does_not_consent_leaves_nothing_behind(visitor: IntakePage, qtbot: QtBot) -> None:
    reading = read(visitor, VirtualCard(), qtbot)
    reading.leave_button.click()
    assert not any(answers(visitor).values())
    assert reading.said.text() == ""
    reading.fill()
    assert not any(answers(visitor).values())


def test_it_warns_and_never_blocks(visitor: IntakePage, qtbot: QtBot) -> None:
    visitor.form.sheet.field(WHO + "first").set_text("มานี")
    odd = VirtualCard(number="1101700230709", born="25600101", expires="25600101")
    reading = read(visitor, odd, qtbot)
    warned = reading.warned.text()
    for said in ("หมดอายุ", "ยังไม่บรรลุนิติภาวะ", "เลขบนบัตรไม่ถูกต้อง", "แทนที่ที่พิมพ์ไว้: ชื่อ"):
        assert said in warned
    assert reading.fill_button.isEnabled()
    reading.fill_button.click()
    assert answers(visitor)["first"] == "ปราณี"
    assert visitor.filled.empty.text() == "คืนข้อความเดิม"
    visitor.filled.empty.click()
    assert answers(visitor)["first"] == "มานี"
    assert not visitor.form.free(WHO + "first")


@pytest.mark.parametrize("fault", list(CardFault))
def test_whatever_is_wrong_says_what_to_do_and_typing_goes_on(
    visitor: IntakePage, qtbot: QtBot, fault: CardFault
) -> None:
    def refuse(_talk: object) -> IdCard:
        raise NotRead(fault)

    reading = visitor.form.side.id_card
    visitor.form.sheet.field("matter.subject").set_text("หลังคารั่ว")
    with patch("ui.pages.intake.id_card.with_card", refuse):
        visitor.read_card()
        qtbot.waitUntil(reading.read_button.isEnabled)
    assert reading.warned.text()
    assert not reading.fill_button.isVisible()
    assert visitor.form.answers()["matter.subject"] == "หลังคารั่ว"


def test_a_card_read_for_one_visitor_is_not_offered_to_the_next(
    visitor: IntakePage, qtbot: QtBot
) -> None:
    reading = read(visitor, VirtualCard(), qtbot)
    visitor.form.sheet.field("matter.subject").set_text("หลังคารั่ว")
    visitor.park_draft()
    assert reading.said.text() == ""
    assert not reading.fill_button.isVisible()


@pytest.fixture(scope="module")
def service() -> Iterator[None]:
    with card_service() as missing:
        if missing:
            pytest.skip(f"NOT TESTED: a card through the system's card service ({missing})")
        yield


@pytest.mark.usefixtures("service")
def test_a_card_is_read_through_the_systems_card_service() -> None:
    with pytest.raises(NotRead) as told:
        with_card(read_card)
    assert told.value.fault is CardFault.NO_CARD
    with in_reader(VirtualCard()):
        assert with_card(read_card).number == NUMBER
        # Again while it lies there.
        assert with_card(read_card).first == "ปราณี"
    with in_reader(VirtualCard(select=b"\x00\xa4\x04\x00\x00")), pytest.raises(NotRead) as told:
        with_card(read_card)
    assert told.value.fault is CardFault.OTHER_CARD


@pytest.mark.usefixtures("service")
def test_a_visitors_card_in_the_reader_fills_the_form(visitor: IntakePage, qtbot: QtBot) -> None:
    reading = visitor.form.side.id_card
    with in_reader(VirtualCard()):
        visitor.read_card()
        qtbot.waitUntil(reading.fill_button.isVisible, timeout=15_000)
    reading.fill_button.click()
    assert answers(visitor) == FILLED


def test_a_computer_without_a_card_service_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cards.pcsc._LIBRARY", "libnothing-of-the-kind.so.9")
    assert ctypes.util.find_library("nothing-of-the-kind") is None
    with pytest.raises(NotRead) as told:
        with_card(read_card)
    assert told.value.fault is CardFault.NO_SERVICE
