"""Cards of the board: number and due stay whole, and what is long ends in dots."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from ui.appearance import wear
from ui.application import Application
from ui.delegates.case_card import CARD_ROLE, CaseCard, CaseCardDelegate, Laid, Said
from ui.look import Look
from ui.theme import Tone, px

LONG = "ผู้บริหารโรงเรียนวัดป่าจินตนามีพฤติกรรมข่มขู่ผู้ใต้บังคับบัญชาและเรียกรับเงินจากผู้ปกครอง" * 2
CARD = CaseCard(
    "๒๖๑/๒๕๖๙",
    Said("ด่วนที่สุด", Tone.LATE),
    Said("เกินกำหนด ๑๓๑ วันทำการ", Tone.LATE),
    LONG,
    "นางสาวอรทัย รอบคอบ · รอผู้ร้อง",
)


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("wide", [112, 170, 320])
def test_every_line_has_its_room(wide: int, percent: int, qapp: Application, qtbot: QtBot) -> None:
    wear(qapp, Look(percent=percent))
    cards = QListWidget()
    qtbot.addWidget(cards)
    laid = Laid(CARD, cards.font(), px(wide))
    said = [line.text for line in laid.lines]
    assert said[0] == CARD.number
    assert CARD.priority.text in said
    assert " ".join(said).count(CARD.due.text) == 1
    # Three lines of the subject, the last with dots.
    subject = [line for line in laid.lines if line.text.rstrip("…") in LONG]
    assert len(subject) == 3
    assert subject[-1].text.endswith("…")
    room = QRect(0, 0, px(wide), laid.height)
    for line in laid.lines:
        words = QFontMetrics(line.font).horizontalAdvance(line.text)
        assert room.contains(QRect(line.place.topLeft(), line.place.size()).adjusted(0, -3, 0, 3))
        assert line.place.left() + words <= px(wide)
    for one, other in zip(laid.lines, laid.lines[1:], strict=False):
        beside = one.place.top() == other.place.top()
        assert beside or one.place.bottom() < other.place.top()


def test_a_card_is_read_aloud_as_it_is_drawn() -> None:
    number, due = CARD.number, CARD.due.text
    assert CARD.said() == f"{number} · ด่วนที่สุด · {due}\n{LONG}\n{CARD.below}"


def test_the_cursor_and_what_is_chosen_are_seen(qtbot: QtBot) -> None:
    cards = QListWidget()
    cards.setItemDelegate(CaseCardDelegate(cards))
    for _place in range(2):
        item = QListWidgetItem(CARD.said())
        item.setData(CARD_ROLE, CARD)
        cards.addItem(item)
    qtbot.addWidget(cards)
    cards.resize(200, 420)
    cards.show()
    drawn = [cards.viewport().grab().toImage()]
    cards.setCurrentRow(1)
    drawn.append(cards.viewport().grab().toImage())
    with qtbot.waitActive(cards):
        cards.activateWindow()
        cards.setFocus()
    drawn.append(cards.viewport().grab().toImage())
    assert drawn[0] != drawn[1] != drawn[2]
