from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fakes import FakeStore
from office import PASSWORD, bangkok
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.acts.opening import Opened, OpenOffice, open_office
from desktop.errors import Unavailable
from desktop.rules.office import Garuda
from desktop.rules.people import Role
from ui.pages.first_run.answers import Sharing, Step
from ui.pages.first_run.page import FirstRunPage
from ui.widgets.address import find_places

TODAY = date(2026, 7, 15)
PLACES = {Sharing.EVERYONE: "C:\\ProgramData\\รับเรื่อง", Sharing.MINE: "C:\\Users\\ก\\รับเรื่อง"}


class Opener:
    """Opens the office in a register of dictionaries, unless the disk is full."""

    def __init__(self) -> None:
        self.store = FakeStore(bangkok(TODAY))
        self.sharing: Sharing | None = None
        self.full = False

    def __call__(self, command: OpenOffice, sharing: Sharing) -> Opened:
        if self.full:
            raise Unavailable("disk full")
        self.sharing = sharing
        return open_office(command, self.store.desk())


@pytest.fixture
def opener() -> Opener:
    return Opener()


@pytest.fixture
def page(opener: Opener, qtbot: QtBot) -> Iterator[FirstRunPage]:
    made = FirstRunPage(opener, TODAY, PLACES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.end()


def office(page: FirstRunPage) -> None:
    page.office.name.set_text("สำนักงานเขตพื้นที่การศึกษาตัวอย่าง")
    page.office.group.set_text("กลุ่มกฎหมายและคดี")
    page.office.address.set_text("๑๒๓ หมู่ ๔")
    page.office.phone.set_text("๐ ๓๙๐๐ ๐๐๐๐")


def letters(page: FirstRunPage) -> None:
    page.letters.prefix.set_text("ศธ ๐๔๙๙๙")
    page.letters.signer.set_text("นายสมคิด ตั้งมั่น")
    page.letters.position.set_text("ผู้อำนวยการ")


def people(page: FirstRunPage) -> None:
    first = page.people.parts[0]
    first.name.set_text("นางสาวสมหญิง ใจดี")
    first.username.set_text("somying")
    first.password.set_text(PASSWORD)
    first.again.set_text(PASSWORD)
    first.roles[Role.CLERK].set_text("yes")


def test_an_office_opens_page_by_page(page: FirstRunPage, opener: Opener, qtbot: QtBot) -> None:
    office(page)
    page.office.place.fill(find_places("มะขาม จันท", 1)[0])
    QTest.keyClick(page.office.name.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.step is Step.LETTERS)
    letters(page)
    page.letters.complaints.set_text("๔๒")
    page.go_on()
    page.place.choice.set_text(Sharing.MINE.value)
    assert page.place.where.text() == PLACES[Sharing.MINE]
    page.go_on()
    assert page.step is Step.PEOPLE
    people(page)
    page.people.add()
    with qtbot.waitSignal(page.opened) as told:
        page.go_on()
    assert told.args == [Opened(1), "somying"]
    assert opener.sharing is Sharing.MINE
    drawer = opener.store.drawer
    assert drawer.facts[0].address.endswith("ตำบลมะขาม อำเภอมะขาม จังหวัดจันทบุรี ๒๒๑๕๐")
    assert drawer.people[1].roles == {Role.ADMINISTRATOR, Role.CLERK}
    assert len(drawer.people) == 1


def test_what_is_missing_is_shown_at_its_field_and_the_page_stays(page: FirstRunPage) -> None:
    page.go_on()
    assert page.step is Step.OFFICE
    assert page.sheet.faulty() == ["name", "group", "address", "phone"]
    assert page.office.name.line.hasFocus()


def test_going_back_loses_nothing(page: FirstRunPage) -> None:
    office(page)
    page.go_on()
    letters(page)
    page.letters.acting.set_text("ปฏิบัติราชการแทน")
    page.go_back()
    assert page.office.name.text() == "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง"
    page.go_on()
    assert page.letters.acting.text() == "ปฏิบัติราชการแทน"


def test_weak_and_different_passwords_are_told_each_at_its_field(page: FirstRunPage) -> None:
    office(page)
    page.go_on()
    letters(page)
    page.go_on()
    page.go_on()
    people(page)
    first = page.people.parts[0]
    for password, again, field in (
        ("สั้นไป", "สั้นไป", "password"),
        ("12345678", "12345678", "password"),
        (PASSWORD, PASSWORD + "!", "again"),
    ):
        first.password.set_text(password)
        first.again.set_text(again)
        page.go_on()
        assert page.sheet.faulty() == [f"people.0.{field}"]


def test_a_second_person_needs_a_role_and_a_name_of_their_own(
    page: FirstRunPage, opener: Opener, qtbot: QtBot
) -> None:
    office(page)
    page.go_on()
    letters(page)
    page.go_on()
    page.go_on()
    people(page)
    page.people.add()
    page.people.add()
    third = page.people.parts[2]
    third.name.set_text("นายวิชัย ตั้งตรง")
    third.username.set_text("Somying")
    third.password.set_text(PASSWORD)
    third.again.set_text(PASSWORD)
    page.go_on()
    assert page.sheet.faulty() == ["people.2.username", "people.2.roles"]
    third.username.set_text("wichai")
    third.roles[Role.OWNER].set_text("yes")
    with qtbot.waitSignal(page.opened):
        page.go_on()
    assert [p.username for p in opener.store.drawer.people.values()] == ["somying", "wichai"]


def test_an_own_emblem_is_a_picture(page: FirstRunPage, tmp_path: Path) -> None:
    office(page)
    page.go_on()
    letters(page)
    page.letters.garuda.set_text(Garuda.IMAGE.value)
    emblem = page.letters.emblem
    assert emblem.isVisible()
    page.go_on()
    assert page.sheet.faulty() == ["garuda_image"]
    words = tmp_path / "ครุฑ.png"
    words.write_text("not a picture")
    assert not emblem.put_path(words)
    assert "ครุฑ" in emblem.error
    assert not emblem.put_path(tmp_path / "missing.png")
    picture = tmp_path / "garuda.png"
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(picture))
    assert emblem.put_path(picture)
    assert emblem.content == picture.read_bytes()
    page.go_on()
    assert page.step is Step.PLACE


def test_a_place_that_cannot_be_written_keeps_everything(
    page: FirstRunPage, opener: Opener, qtbot: QtBot
) -> None:
    office(page)
    page.go_on()
    letters(page)
    page.go_on()
    page.go_on()
    people(page)
    opener.full = True
    page.go_on()
    qtbot.waitUntil(lambda: any("disk full" in said for said in page.notices.shown()))
    assert page.forward.isEnabled()
    opener.full = False
    with qtbot.waitSignal(page.opened):
        page.go_on()


def test_where_the_place_is_given_it_is_not_asked(opener: Opener, qtbot: QtBot) -> None:
    page = FirstRunPage(opener, TODAY)
    qtbot.addWidget(page)
    office(page)
    page.go_on()
    letters(page)
    page.go_on()
    assert page.step is Step.PEOPLE
    page.end()
