"""The office's books on screen: reached by keys, narrowed, opened, copied, saved, printed lying."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from unittest.mock import patch

import openpyxl
import pypdf
import pytest
from book_lines import BEGIN, YEAR, cases
from clock import Clock
from office import FACTS, acknowledgement_to, gone
from paws import send
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, Taker, drained

from desktop.acts.classifying import Classify, classify
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import record_sent
from desktop.acts.exporting_books import BOOK_LISTS
from desktop.papers.books import BookFacts, render_office_book
from desktop.papers.fonts import open_faces
from desktop.papers.pdfium import PaperFile
from desktop.papers.words import Words
from desktop.ports import Desk
from desktop.rules.books import SECRET_BOOKS, OfficeBook
from desktop.rules.complaint import Intake, Secrecy
from desktop.rules.letters import Dispatch
from desktop.rules.people import Actor, Role
from desktop.rules.printing import PaperKind, PrintChoice, Stationery, pages_wanted
from desktop.rules.saved_tables import MAY_SAVE, TableKind
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.sorting import sort_key
from desktop.views.books import BookSort
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.paper import PaperDialog
from ui.models.books import COLUMNS
from ui.operations import Operations
from ui.pages.books.page import BooksPage
from ui.pages.case.page import CasePage
from ui.pages.report import ReportPage
from ui.printing.devices import as_file
from ui.printing.job import Paper, PrintJob, draw
from ui.tables.list_table import ListTable
from ui.widgets.pdf_view import PdfView, page_sizes

REGISTRAR = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR, Role.DIRECTOR}))
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SUBJECTS = ("น้ำท่วมห้องเรียน", "เก้าอี้หัก", "แก้วแตก", "กอไผ่ล้ม")


@pytest.fixture
def filled(desk: Desk, clerk: Actor, clock: Clock, take: Taker) -> list[int]:
    """Complaints with a letter each: the third sealed from the clerk, the last one secret."""
    ids = []
    for place, subject in enumerate(SUBJECTS):
        told = Intake(letter_from=f"วัด{subject}", letter_number=f"ที่ {place}")
        ids.append(take(subject, channel_id=1, intake=told))
    ways = (Dispatch.HANDED_OVER, Dispatch.EMS, Dispatch.REGISTERED_POST, Dispatch.HANDED_OVER)
    for case_id, way in zip(ids, ways, strict=True):
        draft = acknowledgement_to(case_id)
        letter = issue(IssueLetter(f"i{case_id}", draft), desk, clerk).letter_id
        record_sent(gone(letter, way, clock(), f"EX{case_id}"), desk, clerk)
    secret = replace(acknowledgement_to(ids[3]), secrecy=Secrecy.SECRET, recipient="ปปช.")
    classify(Classify(ids[3], Secrecy.SECRET, "ผอ.", "เหตุ"), desk, REGISTRAR)
    issue(IssueLetter("s", secret), desk, REGISTRAR)
    return ids


def books_page(operations: Operations, qtbot: QtBot) -> BooksPage:
    page = BooksPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    drained(operations, qtbot)
    return page


@pytest.fixture
def page(operations: Operations, filled: list[int], qtbot: QtBot) -> BooksPage:
    del filled
    return books_page(operations, qtbot)


@pytest.fixture(scope="module")
def long_book() -> PaperFile:
    facts, file = BookFacts(OfficeBook.COMPLAINTS, FACTS, *YEAR, BEGIN), PaperFile()
    render_office_book(facts, cases(400), open_faces(), Words(), file)
    return file


def papers(page: BooksPage) -> list[PaperDialog]:
    return page.findChildren(PaperDialog)


def column(listed: ListTable, sort: BookSort) -> list[str]:
    place = [one.sort for one in listed.model.columns].index(sort)
    return [listed.model.index(row, place).data() for row in range(listed.model.rowCount())]


def turn_to(page: BooksPage, book: OfficeBook, operations: Operations, qtbot: QtBot) -> ListTable:
    page.book.set_text(book.value)
    drained(operations, qtbot)
    assert page.listed().book is book
    return page.listed().list


def test_keys_lead_to_a_book_to_a_line_of_it_and_into_the_complaint(
    operations: Operations, desk: Desk, filled: list[int], qtbot: QtBot
) -> None:
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    counter.resize(1366, 768)
    with qtbot.waitActive(counter):
        counter.show()
        counter.activateWindow()
    drained(operations, qtbot)
    QTest.keyClick(counter, Qt.Key.Key_R, CONTROL_SHIFT)
    QTest.keyRelease(counter, Qt.Key.Key_Shift)
    drained(operations, qtbot)
    page = counter.stack.currentWidget()
    assert isinstance(page, BooksPage)
    assert page.listed().list.table.hasFocus()
    page.book.combo.setFocus()
    QTest.keyClick(page.book.combo, Qt.Key.Key_Down)
    QTest.keyClick(page.book.combo, Qt.Key.Key_Down)
    assert page.book.value() is OfficeBook.LETTERS_OUT
    page.words.line.setFocus()
    send(page.words.line, "เก้าอี้")
    drained(operations, qtbot)
    listed = page.listed().list
    assert column(listed, BookSort.SUBJECT) == [SUBJECTS[1]]
    listed.take_cursor()
    QTest.keyClick(listed.table, Qt.Key.Key_Down)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    drained(operations, qtbot)
    case = counter.stack.currentWidget()
    assert isinstance(case, CasePage)
    assert case.case is not None
    assert case.case.id == filled[1]
    QTest.keyClick(counter, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    drained(operations, qtbot)
    assert counter.stack.currentWidget() is page
    assert page.words.text() == "เก้าอี้"


def test_the_reports_lead_to_the_books_and_whoever_has_none_is_not_led_there(
    operations: Operations, desk: Desk, admin: Actor, filled: list[int], qtbot: QtBot
) -> None:
    del filled
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    counter.show()
    drained(operations, qtbot)
    counter.go(Act.REPORTS)
    drained(operations, qtbot)
    reports = counter.stack.currentWidget()
    assert isinstance(reports, ReportPage)
    reports.books_button.click()
    drained(operations, qtbot)
    assert isinstance(counter.stack.currentWidget(), BooksPage)
    counter.go(Act.SETTINGS)
    drained(operations, qtbot)
    operations.sign_in(admin)
    counter._go_if_may(Act.BOOKS)
    assert not isinstance(counter.stack.currentWidget(), BooksPage)


@pytest.mark.parametrize("book", OfficeBook)
def test_every_column_of_every_book_sorts_and_every_line_is_there(
    operations: Operations, filled: list[int], book: OfficeBook, qtbot: QtBot
) -> None:
    del filled
    operations.sign_in(REGISTRAR)
    page = books_page(operations, qtbot)
    listed = turn_to(page, book, operations, qtbot)
    QAbstractItemModelTester(
        listed.model, QAbstractItemModelTester.FailureReportingMode.Fatal, listed
    )
    header, count = listed.table.horizontalHeader(), listed.model.rowCount()
    assert count > 0
    for place, spec in enumerate(COLUMNS[book]):
        for order in Qt.SortOrder:
            header.setSortIndicator(place, order)
            drained(operations, qtbot)
            assert listed.query.sort is spec.sort
            assert listed.model.rowCount() == count
    subject = BookSort.RECIPIENT if book is OfficeBook.POST else BookSort.SUBJECT
    header.setSortIndicator(
        [one.sort for one in COLUMNS[book]].index(subject), Qt.SortOrder.AscendingOrder
    )
    drained(operations, qtbot)
    said = [one for one in column(listed, subject) if not one.startswith("(")]
    assert said == sorted(said, key=sort_key)
    page.words.set_text("ไม่มีใครรู้จัก")
    drained(operations, qtbot)
    assert listed.ground.empty


def test_what_may_not_be_seen_keeps_its_number_and_is_not_opened(
    page: BooksPage, operations: Operations, filled: list[int], qtbot: QtBot
) -> None:
    listed = page.listed().list
    assert column(listed, BookSort.PLACE) == ["๔/๒๕๖๙", "๓/๒๕๖๙", "๒/๒๕๖๙", "๑/๒๕๖๙"]
    assert column(listed, BookSort.SUBJECT)[0] == "(ลับ)"
    assert "๔ รายการ" in page.listed().title.note.text()
    opened: list[int] = []
    page.opened.connect(opened.append)
    for row in range(4):
        listed.table.activated.emit(listed.model.index(row, 0))
    assert opened == [filled[2], filled[1], filled[0]]
    page.words.set_text(SUBJECTS[3])
    drained(operations, qtbot)
    assert listed.model.rowCount() == 0
    offered = {choice.value for choice in page.book._choices}
    assert offered == set(OfficeBook) - SECRET_BOOKS


def test_what_another_desk_sent_appears_and_the_place_in_the_book_stays(
    page: BooksPage, operations: Operations, desk: Desk, filled: list[int], qtbot: QtBot
) -> None:
    listed = turn_to(page, OfficeBook.LETTERS_OUT, operations, qtbot)
    listed.table.selectRow(2)
    (kept,) = listed.ids()
    draft = replace(acknowledgement_to(filled[0]), recipient="นายใหม่")
    operations.write(page, issue, IssueLetter("later", draft))
    drained(operations, qtbot)
    assert column(listed, BookSort.RECIPIENT)[0] == "นายใหม่"
    assert listed.ids() == (kept,)
    # Another book and back: it is as it was left.
    turn_to(page, OfficeBook.POST, operations, qtbot)
    assert turn_to(page, OfficeBook.LETTERS_OUT, operations, qtbot) is listed
    assert listed.ids() == (kept,)


def test_lines_are_copied_and_saved_and_of_what_is_secret_neither_who_nor_what(
    operations: Operations, filled: list[int], tmp_path: Path, qtbot: QtBot
) -> None:
    del filled
    operations.sign_in(REGISTRAR)
    page = books_page(operations, qtbot)
    listed = turn_to(page, OfficeBook.SECRETS_OUT, operations, qtbot)
    assert column(listed, BookSort.RECIPIENT) == ["ปปช."]
    listed.table.selectAll()
    listed.copy()
    drained(operations, qtbot)
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert copied.startswith("เลขที่หนังสือ\t")
    assert "ลับ ๑" in copied
    assert "ปปช." not in copied
    file = tmp_path / "ลับ.xlsx"
    listed.saving.save_to(listed.model.ids(), file, TableKind.XLSX)
    told = "บันทึก ๑ รายการเป็น “ลับ.xlsx”"
    qtbot.waitUntil(lambda: any(told in said for said in page.notices.shown()))
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet is not None
    said = "\n".join(str(cell) for row in sheet.values for cell in row)
    assert "ปปช." not in said
    assert book.properties.title == "ทะเบียนส่งข้อมูลข่าวสารลับ (ทขล.๒) ปีงบประมาณ ๒๕๖๙"
    assert not BOSS.may(MAY_SAVE[BOOK_LISTS[OfficeBook.SECRETS_OUT]])


def test_columns_that_stand_aside_are_chosen_and_kept_for_their_book_alone(
    page: BooksPage, operations: Operations, qtbot: QtBot
) -> None:
    arranged = page.listed().list.arranged
    assert len(arranged.now()) == 8
    arranged.choose(arranged.every)
    again = books_page(operations, qtbot)
    assert again.listed().list.arranged.now() == arranged.every
    assert "ตอบเมื่อ" in [
        again.listed().list.model.headerData(place, Qt.Orientation.Horizontal)
        for place in again.listed().list.arranged.places()
    ]
    out = turn_to(again, OfficeBook.LETTERS_OUT, operations, qtbot)
    assert out.arranged.now() == out.arranged.shipped
    again.book.set_text(OfficeBook.COMPLAINTS.value)
    again.listed().list.arranged.go_back()


def test_a_book_is_previewed_by_a_key_for_the_days_that_are_listed(
    page: BooksPage, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_P, CONTROL_SHIFT)
    QTest.keyRelease(page, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: bool(papers(page)))
    (paper,) = papers(page)
    assert paper.windowTitle() == "ทะเบียนเรื่องร้องเรียน ร้องทุกข์"
    paper.save_to(tmp_path / "ทะเบียน.pdf")
    paper.reject()
    sheet = pypdf.PdfReader(tmp_path / "ทะเบียน.pdf").pages[0]
    assert sheet.mediabox.width > sheet.mediabox.height
    text = sheet.extract_text()
    assert "รวมทั้งสิ้น ๔ เรื่อง" in text
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๙" in text


@pytest.mark.parametrize("book", OfficeBook)
def test_every_book_prints_for_the_pages_period(
    operations: Operations, filled: list[int], book: OfficeBook, qtbot: QtBot
) -> None:
    del filled
    operations.sign_in(REGISTRAR)
    page = books_page(operations, qtbot)
    page.span.set_days(date(2026, 6, 1), date(2026, 6, 30))
    turn_to(page, book, operations, qtbot)
    page.listed().paper_button.click()
    qtbot.waitUntil(lambda: bool(papers(page)))
    (paper,) = papers(page)
    qtbot.waitUntil(lambda: bool(paper.view._images))
    paper.reject()


def test_a_period_that_runs_backwards_lists_and_prints_nothing_new(
    page: BooksPage, operations: Operations, qtbot: QtBot
) -> None:
    before = page.listed().list.model.ids()
    page.span.first.set_text("1/10/2569")
    page.span.last.set_text("30/9/2569")
    page.span.edited.emit()
    page.listed().paper_button.click()
    drained(operations, qtbot)
    assert page.span.first.error
    assert page.listed().paper_button.isEnabled()
    assert page.listed().list.model.ids() == before
    assert papers(page) == []


def test_a_book_is_not_asked_for_twice_and_a_failure_leaves_it_ready(
    page: BooksPage, operations: Operations, qtbot: QtBot
) -> None:
    gate, button = Event(), page.listed().paper_button
    told: list[Exception] = []
    operations.failed.disconnect()
    operations.failed.connect(told.append)
    fault = RuntimeError("jam")

    def jams(*_args: object) -> None:
        gate.wait(5)
        raise fault

    with patch.object(operations.desk.press, "book", jams):
        button.click()
        assert not button.isEnabled()
        gate.set()
        qtbot.waitUntil(lambda: bool(told))
    assert told == [fault]
    assert button.isEnabled()
    assert papers(page) == []


def test_only_pages_in_view_are_rendered_and_far_ones_let_go(
    long_book: PaperFile, qtbot: QtBot
) -> None:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    with qtbot.waitSignal(view.shown) as shown:
        view.show_pdf(long_book)
    count = len(page_sizes(long_book))
    assert shown.args == [count]
    assert count > 40
    assert 0 < len(view._images) <= 4
    bar = view.verticalScrollBar()
    for place in range(11):
        bar.setValue(bar.maximum() * place // 10)
        qtbot.waitUntil(lambda: not view._asked)
        assert len(view._images) <= 20
        seen = view._in_view()
        assert all(number in view._images for number in seen)
    assert count - 1 in view._images
    assert 0 not in view._images
    # Each page stands where the view takes it to be.
    assert [page.y() for page in view._pages] == view._tops
    view.close_worker()


def test_a_lying_book_prints_on_lying_paper(
    long_book: PaperFile, tmp_path: Path, qtbot: QtBot
) -> None:
    every = pages_wanted("", len(page_sizes(long_book)))
    paper = Paper("ทะเบียน", long_book, PaperKind.BOOK)
    draw(
        PrintJob(paper, PrintChoice("PDF"), Stationery(), every), as_file(tmp_path / "out.pdf", 72)
    )
    pages = pypdf.PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == len(page_sizes(long_book))
    assert pages[0].mediabox.width > pages[0].mediabox.height
