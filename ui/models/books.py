"""The lists of the office's books: their columns, and where each comes from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from desktop.acts.exporting_books import BOOK_LISTS, book_leaving, book_out
from desktop.rules.books import ArrivalLine, CaseLine, IncomingLine, LetterLine, OfficeBook
from desktop.rules.thai.dates import official_date
from desktop.views.books import BookRow, BookSort
from desktop.wording import N_, _
from desktop.wording.dates import short_date
from desktop.wording.names import DISPATCH, LETTER_KIND, LETTER_STATUS, OUTCOME, PRIORITY, STATUS
from ui.models.paged_table import ColumnSpec
from ui.tables.source import Source
from ui.telling import LETTER_TONES, addressees, digits, short_moment
from ui.theme import Tone

Column = ColumnSpec[BookRow]
_Said = Callable[[Any], str]


def veil(line: Any) -> str:
    """Say why who and what are not shown."""
    return _("(secret)") if line.secret else _("(restricted)")


def _blank(_line: Any) -> str:
    return ""


def _open(head: str, said: _Said, width: int, sort: BookSort) -> Column:
    """Show what every line tells."""
    return ColumnSpec(head, lambda row: said(row.line), width, sort)


def _told(head: str, said: _Said, width: int, sort: BookSort, veiled: _Said = _blank) -> Column:
    """Show what only some lines tell, and what stands there in the others."""
    return ColumnSpec(
        head, lambda row: veiled(row.line) if row.line.veiled else said(row.line), width, sort
    )


def _day(head: str, on: Callable[[Any], date | None], width: int, sort: BookSort) -> Column:
    """Show a day, which nothing else stands for where it is not told."""

    def day(row: BookRow) -> date | None:
        return on(row.line)

    def said(row: BookRow) -> str:
        found = on(row.line)
        return "" if found is None else short_date(found)

    return ColumnSpec(head, said, width, sort, day=day)


def _local(at: datetime | None) -> date | None:
    return None if at is None else official_date(at)


def _moment(at: datetime | None) -> str:
    return "" if at is None else short_moment(at)


def _complaint(line: CaseLine | ArrivalLine | IncomingLine) -> str:
    return digits(str(line.complaint if isinstance(line, IncomingLine) else line.number))


def _receipt(line: ArrivalLine | IncomingLine) -> str:
    """Say the number under which a letter was received: the complaint's, or its own."""
    return (
        digits(line.receipt_number or "–") if isinstance(line, IncomingLine) else _complaint(line)
    )


def _their_number(line: ArrivalLine | IncomingLine) -> str:
    return digits(line.number if isinstance(line, IncomingLine) else line.letter_number)


def _their_day(line: ArrivalLine | IncomingLine) -> date | None:
    return line.dated if isinstance(line, IncomingLine) else line.letter_date


def _petitioner(line: CaseLine) -> str:
    return _("(anonymous)") if line.anonymous else line.petitioner


def _letter_status(line: LetterLine) -> str:
    return _(LETTER_STATUS[line.status])


def _letter_tone(row: Any) -> Tone:
    return LETTER_TONES[row.line.status]


def _how_sent(line: LetterLine) -> str:
    return "" if line.dispatch is None else _(DISPATCH[line.dispatch])


COMPLAINTS: tuple[Column, ...] = (
    _open(N_("No."), _complaint, 112, BookSort.PLACE),
    _open(N_("Received at"), lambda line: _moment(line.received_at), 186, BookSort.RECEIVED),
    _told(N_("Petitioner"), _petitioner, 130, BookSort.PETITIONER, veil),
    _told(N_("Accused"), lambda line: ", ".join(line.accused), 130, BookSort.ACCUSED),
    _told(N_("Subject"), lambda line: line.subject, 200, BookSort.SUBJECT, veil),
    _told(N_("Priority"), lambda line: _(PRIORITY[line.priority]), 86, BookSort.PRIORITY),
    _told(N_("Owner"), lambda line: line.owner or "–", 120, BookSort.OWNER),
    _told(N_("Status"), lambda line: _(STATUS[line.status]), 112, BookSort.STATUS),
    _told(N_("Channel"), lambda line: line.channel, 120, BookSort.CHANNEL),
    _told(N_("Source"), lambda line: line.source, 120, BookSort.SOURCE),
    _told(N_("Category"), lambda line: line.category, 150, BookSort.CATEGORY),
    _day(N_("Answer due"), lambda line: _local(line.reply_due), 110, BookSort.REPLY_DUE),
    _day(N_("To be done by"), lambda line: _local(line.resolve_due), 110, BookSort.RESOLVE_DUE),
    _day(
        N_("Acknowledged on"), lambda line: _local(line.acknowledged_at), 110, BookSort.ACKNOWLEDGED
    ),
    _day(N_("Answered on"), lambda line: _local(line.answered_at), 110, BookSort.ANSWERED),
    _told(
        N_("Outcome"),
        lambda line: "" if line.outcome is None else _(OUTCOME[line.outcome]),
        130,
        BookSort.OUTCOME,
    ),
    _told(
        N_("Letter numbers"), lambda line: digits(", ".join(line.letters)), 150, BookSort.LETTERS
    ),
)
_THEIRS: tuple[Column, ...] = (
    _told(N_("Their number"), _their_number, 120, BookSort.NUMBER),
    _day(N_("Dated"), _their_day, 100, BookSort.DATED),
    _told(N_("From"), lambda line: line.sender, 170, BookSort.SENDER, veil),
    _told(N_("Subject"), lambda line: line.subject, 200, BookSort.SUBJECT, veil),
)
LETTERS_IN: tuple[Column, ...] = (
    _open(N_("Receipt no."), _receipt, 112, BookSort.PLACE),
    _open(N_("Received at"), lambda line: _moment(line.received_at), 186, BookSort.RECEIVED),
    *_THEIRS,
    _told(N_("Complaint no."), _complaint, 122, BookSort.COMPLAINT),
    _told(N_("Owner"), lambda line: line.owner or "–", 130, BookSort.OWNER),
)
_TO = _told(N_("To"), lambda line: addressees(line.recipient), 170, BookSort.RECIPIENT, veil)
_KIND = _told(N_("Letter"), lambda line: _(LETTER_KIND[line.kind]), 160, BookSort.KIND)
_ABOUT = _told(N_("Subject"), lambda line: line.title or line.subject, 200, BookSort.SUBJECT, veil)
_WAY = _open(N_("How sent"), _how_sent, 140, BookSort.WAY)


def _number(sort: BookSort) -> Column:
    return _open(N_("Letter number"), lambda line: digits(line.number), 150, sort)


LETTERS_OUT: tuple[Column, ...] = (
    _number(BookSort.PLACE),
    _day(N_("Dated"), lambda line: line.dated, 100, BookSort.DATED),
    _KIND,
    _TO,
    _ABOUT,
    _WAY,
    _day(N_("Sent on"), lambda line: _local(line.sent_at), 100, BookSort.SENT),
    replace(_open(N_("Status"), _letter_status, 112, BookSort.STATUS), tone=_letter_tone),
)
DELIVERY: tuple[Column, ...] = (
    _number(BookSort.NUMBER),
    _open(N_("Handed over at"), lambda line: _moment(line.sent_at), 186, BookSort.PLACE),
    _TO,
    _KIND,
    _ABOUT,
)
POST: tuple[Column, ...] = (
    _number(BookSort.NUMBER),
    _open(N_("Posted at"), lambda line: _moment(line.sent_at), 186, BookSort.PLACE),
    _TO,
    _told(N_("Destination"), lambda line: digits(line.destination), 200, BookSort.DESTINATION),
    _WAY,
    _told(N_("Item number"), lambda line: line.tracking, 150, BookSort.TRACKING),
)
_SECRET: tuple[Column, ...] = (
    _open(N_("Secret no."), lambda line: digits(str(line.running)), 112, BookSort.PLACE),
    _day(N_("Entered on"), lambda line: _local(line.entered_at), 110, BookSort.RECEIVED),
)
_HOLDER = _told(N_("Holder"), lambda line: line.holder or "–", 140, BookSort.OWNER)
_OF = _told(N_("Complaint no."), lambda line: digits(str(line.complaint)), 122, BookSort.COMPLAINT)
SECRETS_IN: tuple[Column, ...] = (
    *_SECRET,
    _told(N_("Their number"), lambda line: digits(line.letter_number), 120, BookSort.NUMBER),
    _day(N_("Dated"), lambda line: line.letter_date, 100, BookSort.DATED),
    *_THEIRS[2:],
    _HOLDER,
    _OF,
)
SECRETS_KEPT: tuple[Column, ...] = (
    *_SECRET,
    _THEIRS[3],
    _told(
        N_("Pages"),
        lambda line: "" if line.pages is None else digits(str(line.pages)),
        98,
        BookSort.PAGES,
    ),
    _HOLDER,
    _told(N_("Classified by"), lambda line: line.ordered_by, 160, BookSort.ORDERED),
    _day(N_("Class lifted"), lambda line: _local(line.lifted_at), 110, BookSort.LIFTED),
    _OF,
)
COLUMNS: Mapping[OfficeBook, tuple[Column, ...]] = {
    OfficeBook.COMPLAINTS: COMPLAINTS,
    OfficeBook.LETTERS_IN: LETTERS_IN,
    OfficeBook.LETTERS_OUT: LETTERS_OUT,
    OfficeBook.DELIVERY: DELIVERY,
    OfficeBook.POST: POST,
    OfficeBook.SECRETS_IN: SECRETS_IN,
    OfficeBook.SECRETS_OUT: LETTERS_OUT,
    OfficeBook.SECRETS_KEPT: SECRETS_KEPT,
}
ASIDE: Mapping[OfficeBook, frozenset[int]] = {
    OfficeBook.COMPLAINTS: frozenset(range(8, len(COMPLAINTS)))
}
"""Columns that are not shown until somebody chooses them: a book is wider than a screen."""


def filling(book: OfficeBook) -> int:
    """Tell which column takes what room is left: what it is about, or to whom."""
    sorts = [column.sort for column in COLUMNS[book]]
    return sorts.index(BookSort.RECIPIENT if book is OfficeBook.POST else BookSort.SUBJECT)


def source(book: OfficeBook) -> Source:
    """Return where the list of a book comes from."""
    return Source(
        BOOK_LISTS[book],
        lambda desk, actor, query, _now, most, _wanted: desk.reading.book_ids(actor, query, most),
        lambda desk, actor, ids: desk.reading.book_rows(actor, book, ids),
        book_leaving,
        partial(book_out, book),
    )


def identity(row: BookRow) -> int:
    """Name a line."""
    return row.id
