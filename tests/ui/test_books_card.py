"""The office's books on the reports page, previewed page by page, printed lying."""

from datetime import date
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pypdf
import pytest
from book_lines import BEGIN, YEAR, cases
from office import FACTS, bangkok, form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.acts.registering import RegisterComplaint, register
from desktop.papers.books import BookFacts, render_office_book
from desktop.papers.fonts import open_faces
from desktop.papers.pdfium import PaperFile
from desktop.papers.words import Words
from desktop.ports import Desk
from desktop.rules.books import SECRET_BOOKS, OfficeBook
from desktop.rules.people import Actor, Role
from desktop.rules.printing import PaperKind, PrintChoice, Stationery, pages_wanted
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.report import ReportPage
from ui.printing.devices import as_file
from ui.printing.job import Paper, PrintJob, draw
from ui.widgets.pdf_view import PdfView, page_sizes


@pytest.fixture
def reports(operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot) -> ReportPage:
    form_ = form(bangkok(date(2026, 7, 15), 8))
    register(RegisterComplaint("a", form_), desk, clerk)
    page = ReportPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    qtbot.waitUntil(lambda: page.figures is not None)
    return page


@pytest.fixture(scope="module")
def long_book() -> PaperFile:
    facts, file = BookFacts(OfficeBook.COMPLAINTS, FACTS, *YEAR, BEGIN), PaperFile()
    render_office_book(facts, cases(400), open_faces(), Words(), file)
    return file


def papers(page: ReportPage) -> list[PaperDialog]:
    return page.books.findChildren(PaperDialog)


def test_a_book_is_chosen_and_previewed_by_keyboard(
    reports: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page = reports
    page.period.combo.setFocus()
    for _ in range(20):
        if page.books.book.combo.hasFocus():
            break
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.books.book.combo.hasFocus()
    QTest.keyClick(page.books.book.combo, Qt.Key.Key_Down)
    assert page.books.book.value() is OfficeBook.LETTERS_IN
    QTest.keyClick(page.books.book.combo, Qt.Key.Key_Up)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_P, control)
    qtbot.waitUntil(lambda: bool(papers(page)))
    (paper,) = papers(page)
    assert paper.windowTitle() == "ทะเบียนเรื่องร้องเรียน ร้องทุกข์"
    paper.save_to(tmp_path / "ทะเบียน.pdf")
    paper.reject()
    sheet = pypdf.PdfReader(tmp_path / "ทะเบียน.pdf").pages[0]
    assert sheet.mediabox.width > sheet.mediabox.height
    text = sheet.extract_text()
    assert "รวมทั้งสิ้น ๑ เรื่อง" in text
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๙" in text
    assert "นางปราณี สุขใจ" in text


@pytest.mark.parametrize("book", OfficeBook)
def test_every_book_prints_for_the_pages_period(
    reports: ReportPage, operations: Operations, book: OfficeBook, qtbot: QtBot
) -> None:
    page = reports
    if book in SECRET_BOOKS:
        page.books.book.set_text(book.value)
        assert page.books.book.value() not in SECRET_BOOKS
        operations.sign_in(Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR})))
        page.arrive()
    page.set_period(date(2026, 6, 1), date(2026, 6, 30))
    page.books.book.set_text(book.value)
    page.books.show_paper()
    qtbot.waitUntil(lambda: bool(papers(page)))
    (paper,) = papers(page)
    qtbot.waitUntil(lambda: bool(paper.view._images))
    paper.reject()


def test_no_book_is_printed_for_a_period_that_runs_backwards(reports: ReportPage) -> None:
    page = reports
    page.first.set_text("1/10/2569")
    page.last.set_text("30/9/2569")
    page.books.show_paper()
    assert page.first.error
    assert page.books.paper_button.isEnabled()


def test_a_book_is_not_asked_for_twice_and_a_failure_leaves_it_ready(
    reports: ReportPage, operations: Operations, qtbot: QtBot
) -> None:
    page, gate = reports, Event()
    told: list[Exception] = []
    operations.failed.disconnect()
    operations.failed.connect(told.append)
    fault = RuntimeError("jam")

    def jams(*_args: object) -> None:
        gate.wait(5)
        raise fault

    with patch.object(operations.desk.press, "book", jams):
        page.books.paper_button.click()
        assert not page.books.paper_button.isEnabled()
        gate.set()
        qtbot.waitUntil(lambda: bool(told))
    assert told == [fault]
    assert page.books.paper_button.isEnabled()
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
