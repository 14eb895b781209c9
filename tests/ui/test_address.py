from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.address import AddressPicker, find_places


def test_any_part_finds_a_place_and_those_that_begin_with_it_come_first() -> None:
    assert str(find_places("มะขาม จันทบุรี")[0]) == "มะขาม › มะขาม › จันทบุรี 22150"
    assert all("22150" in str(place) for place in find_places("22150"))
    assert find_places("๒๒๑๕๐") == find_places("22150")
    assert find_places("ไม่มีที่นี่แน่นอน") == []
    assert find_places("") == []


def test_the_arrow_keys_pick_a_place_and_fill_every_part(qtbot: QtBot) -> None:
    picker = AddressPicker()
    qtbot.addWidget(picker)
    picker.show()
    qtbot.waitExposed(picker)
    line = picker.search.line
    line.setFocus()
    line.setText("มะขาม จันท")
    line.textEdited.emit("มะขาม จันท")
    completer = line.completer()
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    filled = {name: field.text() for name, field in picker.fields.items()}
    assert filled == {
        "subdistrict": "มะขาม",
        "district": "มะขาม",
        "province": "จันทบุรี",
        "postcode": "22150",
    }
    qtbot.waitUntil(lambda: line.text() == "")
