from pytestqt.qtbot import QtBot
from windows import words

from desktop.rules.people import Role
from desktop.rules.road import ROAD, Move
from desktop.wording import _
from desktop.wording.names import ROLE
from desktop.wording.road import MOVE
from ui.actions import ACTIONS
from ui.pages.help import TYPING, HelpPage


def test_every_key_is_told(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    keyed = [_(line.text) for line in ACTIONS if line.keys]
    assert page.shown == keyed + [_(text) for text, _keys in TYPING]


def test_keys_are_found_by_words_and_by_their_names(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.search.set_text("พักร่าง")
    assert page.shown == [_("Park draft")]
    page.search.set_text("f6")
    assert page.shown == [_("Park draft")]
    page.search.set_text("ไม่มีปุ่มนี้")
    assert page.shown == []


def test_every_move_of_the_road_is_told_and_found(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    assert page.road.shown == [_(MOVE[move]) for move in ROAD]
    page.search.set_text("บัตรสนเท่ห์ที่ไม่มี")
    assert page.road.isHidden()
    page.search.set_text("ไม่รับไว้พิจารณา")
    assert page.road.shown[0] == _(MOVE[Move.NOT_ACCEPT])
    assert words(
        page.road, "คำสั่งการ, เหตุที่ไม่รับ, เหตุผล", _(ROLE[Role.SUPERVISOR]), "สิ้นสุดการนับ: แล้วเสร็จ"
    )
