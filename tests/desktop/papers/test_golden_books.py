"""One paper of each of the office's books, compared with its golden one."""

from dataclasses import replace
from io import BytesIO

import golden
import pytest
from book_lines import BEGIN, YEAR, lines_for
from office import FACTS

from desktop.papers.books import BookFacts, render_office_book
from desktop.papers.fonts import open_faces
from desktop.papers.words import Words
from desktop.rules.books import OfficeBook

PAGES = {
    OfficeBook.COMPLAINTS: (10, 2),
    OfficeBook.LETTERS_IN: (3, 1),
    OfficeBook.LETTERS_OUT: (9, 1),
    OfficeBook.DELIVERY: (3, 1),
    OfficeBook.POST: (3, 1),
    OfficeBook.SECRETS_IN: (3, 1),
    OfficeBook.SECRETS_OUT: (3, 1),
    OfficeBook.SECRETS_KEPT: (3, 1),
}
"""How many lines are printed of each, and on how many pages."""


def printed(book: OfficeBook, office: str = FACTS.name) -> bytes:
    facts = BookFacts(book, replace(FACTS, name=office), *YEAR, BEGIN)
    file = BytesIO()
    lines = lines_for(book, PAGES[book][0])
    render_office_book(facts, lines, open_faces(), Words(("ตัวอย่าง",)), file)
    return file.getvalue()


@pytest.mark.parametrize("book", OfficeBook)
def test_books_stand_as_they_were_kept(book: OfficeBook) -> None:
    pdf = printed(book)
    assert len(golden.told(pdf)) == PAGES[book][1]
    assert golden.compare(f"book-{book.value}", pdf) == []


def test_a_rule_that_moves_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RENEW_GOLDEN", raising=False)
    name = f"book-{OfficeBook.POST.value}"
    assert golden.compare(name, printed(OfficeBook.POST, "สำนักงานอื่น")) != []
    monkeypatch.setattr("desktop.papers.register_book._TABLE", 91.5)
    assert golden.compare(name, printed(OfficeBook.POST)) != []
