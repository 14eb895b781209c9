"""A long register of complaints, read and printed: beside the same in ten books, and its memory."""

import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import islice

from bench.floor import Figure, beside
from bench.registers import FIRST, LEAD, NOW

from db.furnishing import Strongroom
from desktop.papers.books import BookFacts, render_office_book
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.pdfium import PaperFile
from desktop.papers.words import Words
from desktop.rules.books import OfficeBook
from desktop.rules.office import OfficeFacts

LINES = 10_000
PART = 10
"""How many short books hold as many lines as the long one."""
TIME, MEMORY = 1.25, 1.3
"""One book takes as long as ten of a tenth, and no more memory than one: what grows a little is
what is kept of words met before, until that is full."""
SECONDS = 10_000.0
_MEBIBYTE = 2**20


class Printer:
    """Prints the first lines of a register's book of complaints."""

    def __init__(self, room: Strongroom) -> None:
        facts = room.reading.office(NOW.date()).facts
        self._room, self._faces, self._words = room, open_faces(), Words()
        self._facts: BookFacts = _asked(facts)

    def lines(self) -> int:
        """Count the book's lines."""
        facts = self._facts
        return sum(1 for _ in self._room.reading.book(LEAD, facts.book, facts.first, facts.last))

    def printed(self, count: int, books: int = 1) -> list[PaperFile]:
        """Print so many lines, one after another in so many books."""
        facts, faces, words = self._facts, self._faces, self._words
        with closing(self._room.reading.book(LEAD, facts.book, facts.first, facts.last)) as lines:
            files = [PaperFile() for _ in range(books)]
            for file in files:
                render_office_book(facts, islice(lines, count // books), faces, words, file)
            return files

    def peak(self, count: int) -> float:
        """Return the most memory, in MiB, that printing so many lines took."""
        faces: Faces = self._faces
        for font in (faces.regular, faces.bold):
            font.run.cache_clear()  # type: ignore[attr-defined]
        self._words = Words()
        tracemalloc.start()
        try:
            self.printed(count)
            return tracemalloc.get_traced_memory()[1] / _MEBIBYTE
        finally:
            tracemalloc.stop()


def _asked(office: OfficeFacts) -> BookFacts:
    return BookFacts(OfficeBook.COMPLAINTS, office, FIRST, date(2026, 9, 30), NOW)


def figures(room: Strongroom, most: int = LINES, rounds: int = 2) -> Iterator[Figure]:
    """Measure the longest book there is, up to so many lines."""
    printer = Printer(room)
    short = max(1, min(most, printer.lines()) // PART)
    long = short * PART
    figure = beside(
        f"a register of {long:,} lines / ten of {short:,}",
        TIME,
        lambda: printer.printed(long),
        lambda: printer.printed(long, PART),
        times=1,
        rounds=rounds,
    )
    yield figure
    yield Figure(f"a register of {long:,} lines", figure.ours, SECONDS * long / LINES)
    name = f"memory for {long:,} lines / for {short:,}"
    yield Figure(name, printer.peak(long), MEMORY, printer.peak(short), unit="MiB")
