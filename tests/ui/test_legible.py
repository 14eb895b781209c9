"""What looks at every page and dialog sees the faults it is there for."""

from collections.abc import Callable

import pytest
from ink import beyond
from legible import cut_off
from made_up import MadeUp
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tongues import Typed, english_in, foreign, said, thai_in

from ui.appearance import wear
from ui.application import Application
from ui.look import PERCENTS, Look
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import LineField
from ui.widgets.flow import flowing
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import Chip, button, label, scrolling

LONG = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒"
WIDE, NARROW = 900, 90
MARKS = "ชื่อผู้นี้ ครั้งที่ ๒ น้ำท่วมพื้นที่ ซื้อปี๊บ กรุณากตัญญู"


def _choice() -> QWidget:
    plain = QComboBox()
    plain.addItem(LONG)
    plain.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return plain


def _hint() -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText(LONG)
    return line


def _tabs() -> QWidget:
    bar = QTabBar()
    for _place in range(3):
        bar.addTab("บุคลากรของสำนักงาน")
    return bar


def _head() -> QWidget:
    table = QTableWidget(0, 1)
    table.setHorizontalHeaderLabels([LONG])
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _cell() -> QWidget:
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels([""])
    table.setItem(0, 0, QTableWidgetItem(LONG))
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _line() -> QWidget:
    lines = QListWidget()
    lines.addItem(LONG)
    return lines


def _sideways() -> QWidget:
    area = scrolling(label(LONG))
    area.setMinimumWidth(1)
    return area


FAULTS: dict[str, Callable[[], QWidget]] = {
    "cut": lambda: label(LONG),
    "choice": _choice,
    "hint": _hint,
    "tabs": _tabs,
    "head": _head,
    "cell": _cell,
    "line": _line,
    "sideways": _sideways,
}


@pytest.mark.parametrize("kind", FAULTS)
def test_words_without_room_are_seen_and_with_room_are_not(kind: str, qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    part = FAULTS[kind]()
    part.setParent(top)
    top.resize(WIDE, 200)
    part.setGeometry(0, 0, WIDE, 100)
    top.show()
    qtbot.wait(1)
    assert cut_off(top) == []
    part.setGeometry(0, 0, NARROW, 100)
    qtbot.wait(1)
    assert [found.split(":")[0] for found in cut_off(top)] == [kind]


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("role", ["", "title", "heading", "label", "help", "error", "second"])
def test_every_label_has_room_for_marks_on_marks_and_for_tails(
    role: str, percent: int, qapp: Application, qtbot: QtBot
) -> None:
    wear(qapp, Look(percent=percent))
    whole, wrapped, chip = label(MARKS, role), label(MARKS, role, wrap=True), Chip(MARKS)
    wrapped.setFixedWidth(200)
    for part in (whole, wrapped, chip):
        qtbot.addWidget(part)
        part.show()
        assert cut_off(part.window()) == []
        assert not beyond(part)


@pytest.mark.parametrize("wrap", [False, True])
def test_words_that_can_be_selected_are_drawn_like_all_others(wrap: bool, qtbot: QtBot) -> None:
    drawn = []
    for selectable in (False, True):
        part = label(MARKS, "heading", wrap=wrap, selectable=selectable)
        qtbot.addWidget(part)
        part.resize(220, 60)
        part.show()
        drawn.append(part.grab().toImage())
        if selectable:
            part.setSelection(0, 4)
            assert part.grab().toImage() != drawn[-1]
    assert drawn[0] == drawn[1]


def test_marks_over_the_edge_of_a_label_are_seen(qtbot: QtBot) -> None:
    # As high as the face says it is, and no higher.
    bare = QLabel(MARKS)
    bare.setStyleSheet("padding: 0")
    qtbot.addWidget(bare)
    bare.show()
    assert cut_off(bare) == []
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(bare)
    holder.show()
    assert cut_off(holder) == [f"marks: {MARKS}"]


def test_what_reaches_over_its_edge_or_over_another_is_seen(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    one, other = QPushButton("ก", top), QPushButton("ข", top)
    other.move(0, 100)
    top.resize(300, 200)
    top.show()
    assert cut_off(top) == []
    other.move(4, 4)
    assert cut_off(top) == ["over each other: ก | ข"]
    one.move(280, 100)
    assert cut_off(top) == ["outside: ก"]


def test_a_choice_too_long_for_its_box_tells_itself_when_pointed_at(qtbot: QtBot) -> None:
    field = ChoiceField("ผู้ลงนาม", [Choice("1", LONG), Choice("2", "สั้น")])
    qtbot.addWidget(field)
    field.resize(200, 60)
    field.show()
    qtbot.waitUntil(lambda: field.combo.toolTip() == LONG)
    assert cut_off(field) == []
    field.set_text("2")
    assert field.combo.toolTip() == ""
    field.set_text("1")
    field.resize(WIDE, 60)
    qtbot.waitUntil(lambda: field.combo.toolTip() == "")


def test_buttons_go_on_in_the_next_line_and_none_is_cut_off(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    names = ("ใบรับเรื่อง", "เอกสาร…", "แก้ไข…", "บันทึกขั้นตอน…", "ออกหนังสือ…")
    parts = [button(name) for name in names]
    column = QVBoxLayout(top)
    column.addWidget(flowing(*parts))
    column.addStretch()
    top.resize(WIDE, 300)
    top.show()
    assert len({part.mapTo(top, QPoint()).y() for part in parts}) == 1
    top.resize(260, 300)
    qtbot.wait(1)
    assert len({part.mapTo(top, QPoint()).y() for part in parts}) > 1
    assert cut_off(top) == []


def test_a_dialog_scrolls_above_its_buttons_where_the_screen_is_low(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = GrowingDialog()
    qtbot.addWidget(dialog)
    body, foot = QVBoxLayout(), QHBoxLayout()
    fields = [LineField(f"ช่องที่ {place}") for place in range(20)]
    for field in fields:
        body.addWidget(field)
    save = button("บันทึก", "primary")
    foot.addWidget(save)
    dialog.frame(label("หัวเรื่อง", "title"), body=body, foot=foot)
    room = dialog.screen().size()
    room.setHeight(400)
    monkeypatch.setattr("ui.widgets.fitting.room_for", lambda _window: room)
    dialog.show()
    qtbot.wait(1)
    assert dialog.height() <= 400
    assert dialog.rect().contains(save.geometry())
    assert not fields[-1].line.visibleRegion().contains(fields[-1].line.rect())
    fields[-1].set_error("กรุณากรอกช่องนี้")
    fields[-1].show_error()
    qtbot.wait(1)
    assert not fields[-1].line.visibleRegion().isEmpty()
    assert cut_off(dialog) == []


@pytest.fixture
def typed(office: MadeUp) -> Typed:
    return Typed(office.place.file)


def test_english_in_thai_and_thai_in_english_are_seen(typed: Typed, qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for text in ("Save", "บันทึก (Ctrl+S)", "ไฟล์ PDF", "สรุป.pdf", "law@example.go.th"):
        column.addWidget(QLabel(text))
    column.addWidget(button("ปิด", keys="Alt+F4"))
    hint = QLineEdit()
    hint.setPlaceholderText("type here")
    hint.setText("what somebody typed")
    column.addWidget(hint)
    top.show()
    assert english_in(said(top)) == {"Save", "type here"}
    assert thai_in({"บันทึกเป็นฉบับร่างก่อนปิด", "นางสมศรี ตัวอย่างดี", "Save"}, typed) == {
        "บันทึกเป็นฉบับร่างก่อนปิด"
    }
    assert foreign("en").fullmatch("ยกเลิก")
    assert foreign("th").fullmatch("Cancel")


@pytest.fixture(params=["th", "en"])
def tongue(request: pytest.FixtureRequest, qapp: Application) -> str:
    wear(qapp, Look(str(request.param)))
    return str(request.param)


def test_menus_and_buttons_of_the_toolkit_speak_as_the_window(
    tongue: str, typed: Typed, qtbot: QtBot
) -> None:
    line, block, spin = QLineEdit("ก"), QPlainTextEdit("ก"), QSpinBox()
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Yes
        | QDialogButtonBox.StandardButton.No
        | QDialogButtonBox.StandardButton.Save
        | QDialogButtonBox.StandardButton.Close
    )
    for part in (line, block, spin, box):
        qtbot.addWidget(part)
    menus = [line.createStandardContextMenu(), block.createStandardContextMenu()]
    menus.append(spin.lineEdit().createStandardContextMenu())
    told = {act.text().split("\t")[0] for menu in menus for act in menu.actions() if act.text()}
    told |= {one.text() for one in box.buttons()}
    assert len(told) > 10
    found = english_in(told) if tongue == "th" else thai_in(told, typed)
    assert found == set()
    for menu in menus:
        menu.deleteLater()
