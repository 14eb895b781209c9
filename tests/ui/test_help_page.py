from pytestqt.qtbot import QtBot

from desktop.wording import _
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
