"""What windows ask of the office's books and files: for the paper, and as lists."""

from array import array
from collections.abc import Generator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from db.trouble import told
from desktop.rules.people import Actor

if TYPE_CHECKING:
    from desktop.rules.books import BookLine, OfficeBook
    from desktop.views.books import BookQuery, BookRow
    from desktop.views.files import FileQuery, FileRow

# No list of the counter waits for these rooms.


class BooksAndFiles:
    """Answers as paper and lists show books and files."""

    _engine: Engine

    def book(
        self, actor: Actor, book: "OfficeBook", first: date, last: date
    ) -> "Generator[BookLine, None, None]":
        """Yield a book's lines for a period, as they are read."""
        from db import book_reading  # noqa: PLC0415

        with told(), self._engine.connect() as connection:
            yield from book_reading.book_lines(connection, actor, book, first, last)

    def book_ids(self, actor: Actor, query: "BookQuery", most: int | None = None) -> "array[int]":
        """Return the identities of a book's lines, all or the first so many, in order."""
        from db import book_list  # noqa: PLC0415

        with told(), self._engine.connect() as connection:
            return book_list.book_ids(connection, actor, query, most)

    def book_rows(
        self, actor: Actor, book: "OfficeBook", ids: Sequence[int]
    ) -> "Sequence[BookRow]":
        """Return lines of a book in the order asked; what is gone is left out."""
        from db import book_list  # noqa: PLC0415

        with told(), self._engine.connect() as connection:
            return book_list.book_rows(connection, actor, book, ids)

    def file_ids(self, actor: Actor, query: "FileQuery", most: int | None = None) -> "array[int]":
        """Return the identities of files of what the actor may open, in order."""
        from db import file_list  # noqa: PLC0415

        with told(), self._engine.connect() as connection:
            return file_list.file_ids(connection, actor, query, most)

    def file_rows(self, actor: Actor, ids: Sequence[int]) -> "Sequence[FileRow]":
        """Return files in the order asked; what is gone, or not to be seen, is left out."""
        from db import file_list  # noqa: PLC0415

        with told(), self._engine.connect() as connection:
            return file_list.file_rows(connection, actor, ids)
