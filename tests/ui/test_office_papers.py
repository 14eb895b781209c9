"""The office's own papers from the settings page."""

from pathlib import Path

import pytest
from paper import pages_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.settings.page import SettingsPage

KEEPER = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))
TAB = "แบบพิมพ์"


def opened(operations: Operations, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: hasattr(page, "papers"))
    page.tabs.setCurrentIndex([page.tabs.tabText(i) for i in range(page.tabs.count())].index(TAB))
    return page


@pytest.fixture
def page(operations: Operations, qtbot: QtBot) -> SettingsPage:
    operations.sign_in(KEEPER)
    return opened(operations, qtbot)


def paper(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> str:
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    shown = page.findChildren(PaperDialog)[-1]
    assert isinstance(shown, PaperDialog)
    shown.save_to(tmp_path / "paper.pdf")
    with qtbot.waitSignal(shown.destroyed):
        shown.reject()
    return "".join(pages_of((tmp_path / "paper.pdf").read_bytes()))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("poster", "ช่องทางที่เปิดรับ"),
        ("road", "ผังขั้นตอนการจัดการเรื่องร้องเรียน"),
        ("standards", "มาตรฐานระยะเวลาการจัดการเรื่องร้องเรียน"),
        ("head", "ค่าตรวจสอบสมุดบันทึกเหตุการณ์"),
    ],
)
def test_each_paper_opens_by_keys(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path, name: str, said: str
) -> None:
    button = getattr(page.papers, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    text = paper(page, qtbot, tmp_path)
    assert said in text
    assert "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่างเขต๒" in text


def test_the_poster_carries_the_code_typed_or_says_why_not(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.papers.code.set_text("https://www.example.go.th/" + "x" * 300)
    page.papers.poster.click()
    qtbot.waitUntil(lambda: "๓๐๐" in page.papers.code.error)
    page.papers.code.set_text("https://www.example.go.th/x")
    page.papers.poster.click()
    assert "https://www.example.go.th/x" in paper(page, qtbot, tmp_path)
    assert not page.papers.code.error


def test_the_journals_head_is_the_keepers_alone(
    operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = opened(operations, qtbot)
    assert page.papers.poster.isVisible()
    assert not hasattr(page.papers, "head")
    with pytest.raises(Refused) as refused:
        desk.reading.journal_head(clerk)
    assert refused.value.reason is Reason.NOT_ALLOWED
    head = desk.reading.journal_head(KEEPER)
    assert head.sequence > 0
    assert len(head.digest) == 64
