"""A folder watched for scans: offered when whole, attached by one key, put away when kept."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from clock import Clock
from office import form
from pictures import paper
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from windows import BOSS, opened

from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Unavailable
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.actions import Act, spec
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.intake.page import IntakePage
from ui.pages.settings.scans import ScansCard
from ui.scanning.bar import EVERY, ScansBar, not_put_away
from ui.scanning.folder import ATTACHED, SILENT, Watch, put_away
from ui.scanning.memory import ScansKept

Opener = Callable[[], IntakePage]
PDF = paper("scan")
CALL = {
    "intake.caller_phone": "0812345678",
    "petitioners.0.first": "ปราณี",
    "petitioners.0.last": "สุขใจ",
    "matter.subject": "หลังคารั่ว",
    "category_id": "9",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "สแกน"
    made.mkdir()
    ScansKept().keep_folder(made)
    return made


def names(watch: Watch) -> list[str]:
    return [file.path.name for file in watch.look()]


def lies(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def away(folder: Path) -> set[str]:
    within = folder / ATTACHED
    return {path.name for path in within.iterdir()} if within.exists() else set()


def offered(bar: ScansBar, count: int, qtbot: QtBot) -> None:
    """Look until so many scans are offered."""

    def there() -> bool:
        bar.look()
        return len(bar.offered) == count

    qtbot.waitUntil(there)


def fill(page: IntakePage) -> None:
    for name, text in CALL.items():
        page.form.sheet.field(name).set_text(text)


def test_a_file_is_whole_once_it_has_stopped_growing(folder: Path) -> None:
    watch = Watch(folder)
    path = folder / "ก.pdf"
    path.write_bytes(PDF[:100])
    assert names(watch) == []
    path.write_bytes(PDF)
    assert names(watch) == []
    assert names(watch) == ["ก.pdf"]
    with path.open("ab") as more:
        more.write(b"\n")
    assert names(watch) == []
    assert names(watch) == ["ก.pdf"]


def test_a_scanner_that_pauses_between_pages_is_waited_for(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "ก.pdf").write_bytes(PDF[:-20])
    for _look in range(SILENT):
        assert names(watch) == []
    # What will never end as it should is offered after all, and told to be damaged when opened.
    assert names(watch) == ["ก.pdf"]


def test_only_what_is_meant_is_offered_the_oldest_first(folder: Path) -> None:
    for name in ("ข.pdf", "ก.pdf", ".hidden.pdf", "~$x.pdf", "scan.tmp", "x.exe"):
        (folder / name).write_bytes(PDF)
    (folder / "empty.pdf").touch()
    (folder / ATTACHED).mkdir()
    (folder / ATTACHED / "old.pdf").write_bytes(PDF)
    (folder / "elsewhere.pdf").symlink_to(folder / ATTACHED / "old.pdf")
    os.utime(folder / "ข.pdf", ns=(1, 1))
    watch = Watch(folder)
    watch.look()
    assert names(watch) == ["ข.pdf", "ก.pdf"]


def test_what_is_put_away_overwrites_nothing_and_a_newer_file_of_its_name_stays(
    folder: Path,
) -> None:
    watch = Watch(folder)
    for content in (b"one", b"two!"):
        (folder / "ก.txt").write_bytes(content)
        for _look in range(SILENT + 1):
            found = watch.look()
        put_away(found[0].mark)
        # Again after a crash: it has gone already.
        put_away(found[0].mark)
    assert away(folder) == {"ก.txt", "ก (2).txt"}
    (folder / "ก.txt").write_bytes(b"three")
    put_away(found[0].mark)
    assert lies(folder) == {"ก.txt"}


def test_new_scans_are_attached_to_the_form_and_put_away_when_it_is_registered(
    page: IntakePage, desk: Desk, clerk: Actor, folder: Path, qtbot: QtBot
) -> None:
    for name in ("ก.pdf", "ข.pdf"):
        (folder / name).write_bytes(PDF)
    fill(page)
    offered(page.scans, 2, qtbot)
    assert page.scans.text.text().startswith("สแกนใหม่ ๒ ไฟล์: ก.pdf (๑ KB), ข.pdf")
    page.attach_scans()
    qtbot.waitUntil(lambda: len(page.form.side.files.files()) == 2)
    # Taken in, not yet registered: it lies where it was, and is not offered twice.
    assert lies(folder) == {"ก.pdf", "ข.pdf"}
    page.scans.look()
    qtbot.wait(200)
    assert not page.scans.isVisible()
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    qtbot.waitUntil(lambda: away(folder) == {"ก.pdf", "ข.pdf"})
    assert lies(folder) == set()
    assert [desk.reading.file(clerk, f.id) for f in desk.reading.case(clerk, 1).files] == [PDF] * 2


def test_a_scan_taken_off_the_form_again_is_offered_again(
    page: IntakePage, folder: Path, qtbot: QtBot
) -> None:
    (folder / "ก.pdf").write_bytes(PDF)
    offered(page.scans, 1, qtbot)
    page.attach_scans()
    drop = page.form.side.files
    qtbot.waitUntil(lambda: len(drop.files()) == 1)
    drop.list.remove_button.click()
    offered(page.scans, 1, qtbot)
    page.scans.later_button.click()
    page.scans.look()
    qtbot.wait(200)
    assert not page.scans.isVisible()
    # Another one, and both are offered.
    (folder / "ข.pdf").write_bytes(PDF)
    offered(page.scans, 2, qtbot)
    assert page.scans.isVisible()


def test_a_parked_forms_scans_are_not_offered_to_the_next(
    page: IntakePage, open_page: Opener, folder: Path, qtbot: QtBot
) -> None:
    (folder / "ก.pdf").write_bytes(PDF)
    fill(page)
    offered(page.scans, 1, qtbot)
    page.attach_scans()
    qtbot.waitUntil(lambda: len(page.form.side.files.files()) == 1)
    page.park_draft()
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    # As after a kill: another window knows it too, and what the draft holds.
    later = open_page()
    qtbot.waitUntil(lambda: len(later.parked.drafts) == 1)
    for _look in range(3):
        later.scans.look()
        qtbot.wait(150)
    assert later.scans.offered == ()
    later.open_draft(later.parked.drafts[0])
    with qtbot.waitSignal(later.saving.saved):
        later.save()
    qtbot.waitUntil(lambda: away(folder) == {"ก.pdf"})


def test_a_kill_after_registering_loses_nothing_and_attaches_nothing_twice(
    page: IntakePage, open_page: Opener, desk: Desk, clerk: Actor, folder: Path, qtbot: QtBot
) -> None:
    (folder / "ก.pdf").write_bytes(PDF)
    fill(page)
    offered(page.scans, 1, qtbot)
    page.attach_scans()
    qtbot.waitUntil(lambda: len(page.form.side.files.files()) == 1)
    # The register has it, and the machine stops before anything else.
    with (
        patch.object(page.scans, "attached"),
        patch.object(page.drafting.keeper, "drop"),
        qtbot.waitSignal(page.saving.saved),
    ):
        page.save()
    assert lies(folder) == {"ก.pdf"}
    open_page()
    qtbot.waitUntil(lambda: away(folder) == {"ก.pdf"})
    assert len(desk.reading.case(clerk, 1).files) == 1


def test_a_draft_that_was_cut_short_before_its_file_was_kept_holds_no_scan_back(
    page: IntakePage, open_page: Opener, folder: Path, qtbot: QtBot
) -> None:
    (folder / "ก.pdf").write_bytes(PDF)
    fill(page)
    offered(page.scans, 1, qtbot)
    with patch.object(page.drafting.keeper, "keep_file"):
        page.attach_scans()
        qtbot.waitUntil(lambda: len(page.form.side.files.files()) == 1)
    qtbot.waitUntil(lambda: page.drafting.kept_at is not None)
    page.hide()
    later = open_page()
    offered(later.scans, 1, qtbot)


def test_a_folder_that_has_gone_is_told(page: IntakePage, folder: Path, qtbot: QtBot) -> None:
    folder.rmdir()
    page.scans.look()
    qtbot.waitUntil(lambda: "เปิดโฟลเดอร์สแกนไม่ได้" in page.scans.text.text())
    assert page.scans.isVisible()
    assert not page.scans.attach_button.isVisible()
    page.attach_scans()
    folder.mkdir()
    page.scans.look()
    qtbot.waitUntil(lambda: not page.scans.isVisible())


def test_a_scan_that_cannot_be_moved_is_told_and_not_offered_again(
    page: IntakePage, folder: Path, qtbot: QtBot
) -> None:
    (folder / "ก.pdf").write_bytes(PDF)
    (folder / ATTACHED).write_bytes(b"a file of that name stands in the way")
    fill(page)
    offered(page.scans, 1, qtbot)
    page.attach_scans()
    qtbot.waitUntil(lambda: len(page.form.side.files.files()) == 1)
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    said = not_put_away(["ก.pdf"])
    qtbot.waitUntil(lambda: said in page.notices.shown())
    for _look in range(3):
        page.scans.look()
        qtbot.wait(100)
    assert page.scans.offered == ()


@pytest.fixture
def case_page(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, folder: Path, qtbot: QtBot
) -> CasePage:
    made = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    operations.sign_in(BOSS)
    return opened(operations, desk, case_id, qtbot)


def test_new_scans_are_attached_to_the_complaint_on_screen_by_one_key(
    case_page: CasePage, desk: Desk, folder: Path, qtbot: QtBot
) -> None:
    bar = case_page.files.scans
    (folder / "ก.pdf").write_bytes(PDF)
    offered(bar, 1, qtbot)
    assert spec(Act.ATTACH_SCANS).keys in bar.attach_button.text()
    case_page.attach_scans()
    qtbot.waitUntil(lambda: len(desk.reading.case(BOSS, 1).files) == 1)
    qtbot.waitUntil(lambda: away(folder) == {"ก.pdf"})


def test_a_scan_stays_where_it_is_while_the_register_refuses_it(
    case_page: CasePage, desk: Desk, folder: Path, qtbot: QtBot
) -> None:
    (folder / "ก.pdf").write_bytes(PDF)
    offered(case_page.files.scans, 1, qtbot)

    def full(*_anything: object) -> None:
        raise Unavailable("disk full")

    with patch("ui.pages.case.files.attach", full):
        case_page.attach_scans()
        qtbot.waitUntil(lambda: "disk full" in " ".join(case_page.notices.shown()))
    assert lies(folder) == {"ก.pdf"}
    assert away(folder) == set()
    offered(case_page.files.scans, 1, qtbot)


def test_a_scan_the_complaint_has_already_is_only_put_away(
    case_page: CasePage, desk: Desk, folder: Path, qtbot: QtBot
) -> None:
    bar = case_page.files.scans
    for _time in range(2):
        (folder / "ก.pdf").write_bytes(PDF)
        offered(bar, 1, qtbot)
        case_page.attach_scans()
        qtbot.waitUntil(lambda: lies(folder) == set())
        qtbot.waitUntil(lambda: case_page.case is not None and len(case_page.case.files) == 1)
    assert len(desk.reading.case(BOSS, 1).files) == 1


def test_nobody_looks_while_the_page_is_not_on_screen(case_page: CasePage) -> None:
    bar = case_page.files.scans
    assert bar._timer.isActive()
    assert bar._timer.interval() == EVERY
    case_page.hide()
    assert not bar._timer.isActive()


def test_the_folder_is_chosen_and_let_go_in_the_settings(tmp_path: Path, qtbot: QtBot) -> None:
    card = ScansCard()
    qtbot.addWidget(card)
    card.show()
    assert "ยังไม่ได้เลือกโฟลเดอร์" in card.folder.text()
    assert not card.stop_button.isVisible()
    with patch.object(QFileDialog, "getExistingDirectory", return_value=str(tmp_path)):
        QTest.mouseClick(card.choose_button, Qt.MouseButton.LeftButton)
    assert ScansKept().folder() == tmp_path
    assert card.folder.text() == str(tmp_path)
    card.stop_button.click()
    assert ScansKept().folder() is None
