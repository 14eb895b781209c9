"""What clerks type by mistake: each gives a Thai sentence at its field, and nothing is lost."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.acts.attaching import LARGEST
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.pages.intake.page import IntakePage

CALL = {
    "intake.caller_phone": "๐๘ ๑๒๓๔ ๕๖๗๘",
    "petitioners.0.prefix": "นาง",
    "petitioners.0.first": "ปราณี",
    "petitioners.0.last": "สุขใจ",
    "matter.subject": "อาคารเรียนหลังคารั่ว",
    "matter.facts": "ฝนตกหนัก น้ำเข้าห้องเรียน",
    "category_id": "9",
}
LETTER = {"channel_kind": "letter"}

# The field at fault, what is typed besides, what is typed there, words of the sentence, the cure.
WRONG: list[tuple[str, Mapping[str, str], str, str, str]] = [
    ("received_at", {}, "30 ก.พ. 2569", "ไม่มีวันนี้", "15/7/2569"),
    ("received_at", {}, "31/4/2569", "ไม่มีวันนี้", "15/7/2569"),
    ("received_at", {}, "15/7/2026", "๑๕ กรกฎาคม ๒๕๖๙", "15/7/2569"),
    ("received_at", {}, "15/7/69", "ปี", "15/7/2569"),
    ("received_at", {}, "15/7/9999", "ปี", "15/7/2569"),
    ("received_at", {}, "วันก่อนโน้น", "วันที่", "15/7/2569"),
    ("received_at", {}, "", "กรุณา", "15/7/2569"),
    ("received_at", {}, "16/7/2569", "ไม่ถึง", "15/7/2569"),
    ("received_time", {}, "25.61", "เวลา", "9.30"),
    ("intake.letter_date", LETTER, "1/8/2569", "ไม่ถึง", "1/7/2569"),
    ("intake.letter_date", LETTER, "29/2/2569", "ไม่มีวันนี้", "28/2/2569"),
    ("intake.pages", LETTER, "สองสามหน้า", "จำนวน", "๒"),
    ("secrecy", LETTER, "secret", "ชั้นความลับ", ""),
    ("petitioners.0.first", {}, "", "ชื่อ", "ปราณี"),
    ("petitioners.0.heading", {"petitioners.0.kind": "group"}, "", "ชื่อ", "นาย ก และคณะ"),
    ("petitioners.0.citizen_id", {}, "1234567890123", "เลขประจำตัว", "1101700230708"),
    ("petitioners.0.email", {}, "somying at example", "อีเมล", "somying@example.go.th"),
    ("intake.caller_phone", {}, "๐๘ ๑๒", "โทรศัพท์", "๐๘ ๑๒๓๔ ๕๖๗๘"),
    ("call_back_time", {"call_back": "yes", "call_back_on": "16/7/2569"}, "", "กรุณา", "9.00"),
    ("matter.subject", {}, "   ", "กรุณา", "หลังคารั่ว"),
    ("matter.facts", {}, "ก" * 20_001, "๒๐๐๐๐", "ก" * 8_000),
    ("category_id", {}, "", "กรุณา", "9"),
]


def fill(page: IntakePage, answers: Mapping[str, str]) -> None:
    for name, text in answers.items():
        if name == "channel_kind":
            page.form.channels.set_text(text)
        else:
            page.form.sheet.field(name).set_text(text)


def count(desk: Desk, actor: Actor) -> int:
    return desk.reading.tiles(actor, desk.now()).everything


@pytest.mark.parametrize(
    ("field", "besides", "typed", "words", "cure"),
    WRONG,
    ids=[f"{field} {typed[:16]!r}" for field, _, typed, _, _ in WRONG],
)
def test_a_wrong_entry_is_told_in_thai_at_its_field_and_nothing_is_lost(
    page: IntakePage,
    desk: Desk,
    clerk: Actor,
    qtbot: QtBot,
    field: str,
    besides: Mapping[str, str],
    typed: str,
    words: str,
    cure: str,
) -> None:
    fill(page, CALL)
    fill(page, besides)
    fill(page, {field: typed})
    before = page.form.answers()

    page.save()
    qtbot.waitUntil(lambda: not page.saving.under_way)

    assert page.form.sheet.faulty() == [field]
    error = page.form.sheet.field(field).error
    assert words in error, error
    assert not any(
        "a" <= letter.lower() <= "z" for letter in error.replace("name@example.go.th", "")
    )
    editor = page.form.sheet.editor(field)
    assert editor.hasFocus()
    assert editor.isVisible()
    assert page.form.answers() == before
    assert count(desk, clerk) == 0

    fill(page, {field: cure})
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    assert count(desk, clerk) == 1


ODD = [
    '<b>หนา</b> & <img src="http://example.org/x.png"> {field} %s',
    "โกรธมาก 😡🏚️ ๕๕๕",
    "Robert'); DROP TABLE complaint;--",
    "ข" * 8_000,
]


@pytest.mark.parametrize("typed", ODD, ids=["markup", "emoji", "sql", "8000 characters"])
def test_odd_text_is_kept_as_it_was_typed(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot, typed: str
) -> None:
    fill(page, CALL)
    fill(page, {"matter.facts": typed, "matter.subject": typed[:200]})
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    matter = desk.reading.case(clerk, 1).matter
    assert (matter.facts, matter.subject) == (typed, typed[:200])
    assert page.done.subject.text() == typed[:200]


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("ว่าง.pdf", 0, "ว่างเปล่า"),
        ("ใหญ่.mp4", LARGEST + 1, "ใหญ่เกิน"),
        ("ไม่มีแล้ว.pdf", None, "อ่านไฟล์"),
    ],
)
def test_a_file_that_cannot_be_kept_is_told_at_the_files_and_the_form_goes_on(
    page: IntakePage,
    desk: Desk,
    clerk: Actor,
    qtbot: QtBot,
    tmp_path: Path,
    name: str,
    size: int | None,
    words: str,
) -> None:
    fill(page, CALL)
    before = page.form.answers()
    path = tmp_path / name
    if size is not None:
        with path.open("wb") as file:
            file.truncate(size)
    files = page.form.side.files
    assert not files.put_path(path)
    assert words in files.error
    assert page.form.answers() == before
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    assert not desk.reading.case(clerk, 1).files


@pytest.mark.parametrize(
    "name", ["..\\..\\CON .txt", "ภาพ\u202egpj.exe", "a" * 300 + ".pdf", "น้ำท่วม?<1>.jpg"]
)
def test_a_file_with_an_odd_name_is_kept_under_a_safe_one(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot, name: str
) -> None:
    fill(page, CALL)
    assert page.form.side.files.put(name, b"%PDF-1.7 something")
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    kept = desk.reading.case(clerk, 1).files[0]
    assert not set('\\/<>:"|?*\u202e') & set(kept.name)
    assert len(kept.name.encode()) <= 120
    assert desk.reading.file(clerk, kept.id) == b"%PDF-1.7 something"
