"""What the register is asked for each of the office's books."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from db import tables as t
from db.base import Day
from desktop.rules.books import OfficeBook
from desktop.rules.complaint import ChannelKind, Secrecy
from desktop.rules.letters import REGISTERED, SECRETS_SENT, Dispatch
from desktop.rules.thai.dates import at_office

Question = Select[*tuple[Any, ...]]
C, L = t.complaint.c, t.letter.c
came, entry = t.incoming_letter.c, t.classification.c


def _letters_asked(shown: ColumnElement[bool]) -> Question:
    """Ask for letters, and for where a recipient lives who is the first petitioner."""
    p = t.petitioner.c
    same = and_(p.complaint_id == C.id, p.position == 0, C.petitioner == L.recipient)
    return (
        select(t.letter, C.subject, C.secrecy, p.district, p.province, p.postcode, shown)
        .join(t.complaint, C.id == L.complaint_id)
        .outerjoin(t.petitioner, same)
    )


def _secrets_asked(shown: ColumnElement[bool]) -> Question:
    i = t.intake.c
    return (
        select(
            entry.id,
            entry.complaint_id,
            entry.running,
            entry.at,
            entry.ordered_by,
            C.year,
            C.running.label("complaint"),
            C.subject,
            C.petitioner,
            i.letter_number,
            i.letter_date,
            i.letter_from,
            i.pages,
            func.coalesce(t.person.c.name, "").label("holder"),
            lifted_at().label("lifted_at"),
            shown,
        )
        .join(t.complaint, C.id == entry.complaint_id)
        .join(t.intake, i.complaint_id == C.id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(entry.running.is_not(None))
    )


def lifted_at() -> ColumnElement[datetime]:
    """Return when what was made secret ceased to be."""
    later = t.classification.alias()
    return (
        select(func.min(later.c.at))
        .where(
            later.c.complaint_id == entry.complaint_id,
            later.c.id > entry.id,
            later.c.secrecy == Secrecy.NONE,
        )
        .scalar_subquery()
    )


def _begun_asked(shown: ColumnElement[bool]) -> Question:
    i = t.intake.c
    return (
        select(t.complaint, t.intake, func.coalesce(t.person.c.name, "").label("owner"), shown)
        .join(t.intake, i.complaint_id == C.id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(C.channel_kind == ChannelKind.LETTER)
    )


def _came_asked(shown: ColumnElement[bool]) -> Question:
    return (
        select(
            t.incoming_letter,
            C.year,
            C.running,
            C.secrecy,
            func.coalesce(L.number, "").label("answers"),
            func.coalesce(t.person.c.name, "").label("owner"),
            shown,
        )
        .join(t.complaint, C.id == came.complaint_id)
        .outerjoin(t.letter, L.id == came.answers_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
    )


def _cases_asked(shown: ColumnElement[bool]) -> Question:
    return (
        select(
            t.complaint,
            t.channel.c.name.label("channel"),
            t.source.c.name.label("source"),
            t.category.c.name.label("category"),
            func.coalesce(t.person.c.name, "").label("owner"),
            shown,
        )
        .join(t.channel, t.channel.c.id == C.channel_id)
        .join(t.source, t.source.c.id == C.source_id)
        .join(t.category, t.category.c.id == C.category_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
    )


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a book that are asked for alike: by which moment or day they are of a period.

    `identity` names a line, and `order` is that of the book.
    """

    asked: Callable[[ColumnElement[bool]], Question]
    when: ColumnElement[Any]
    identity: ColumnElement[int]
    order: tuple[ColumnElement[Any], ...]
    only: tuple[ColumnElement[bool], ...] = ()

    def question(self, shown: ColumnElement[bool]) -> Question:
        """Ask for lines, whatever their period."""
        return self.asked(shown).where(*self.only)

    def within(self, first: date, last: date) -> ColumnElement[bool]:
        """Return the condition for a line to be of a period of local days, both included."""
        if isinstance(self.when.type, Day):
            return self.when.between(first, last)
        begin, after = at_office(first, time()), at_office(last + timedelta(days=1), time())
        return and_(self.when >= begin, self.when < after)


def _letters(
    when: ColumnElement[Any], order: Sequence[ColumnElement[Any]], only: ColumnElement[bool]
) -> Part:
    return Part(_letters_asked, when, L.id, (*order, L.id), (only,))


_NUMBERED = L.year, L.series, L.running
BEGUN = Part(_begun_asked, C.received_at, C.id, (C.year, C.running))
CAME = Part(_came_asked, came.received_at, came.id, (came.recorded_at, came.id))
"""The two parts of the letters received: complaints that came as letters, letters that came to
complaints."""
_SECRETS = Part(_secrets_asked, entry.at, entry.id, (entry.year, entry.running))
PARTS: Mapping[OfficeBook, Part] = {
    OfficeBook.COMPLAINTS: Part(_cases_asked, C.received_at, C.id, (C.year, C.running)),
    # A letter of the central series is in no book until its number and day are known.
    # Memos have no number of ours; orders and secrets have books of their own.
    OfficeBook.LETTERS_OUT: _letters(L.dated, _NUMBERED, L.series.in_(REGISTERED)),
    OfficeBook.DELIVERY: _letters(L.sent_at, (L.sent_at,), L.dispatch == Dispatch.HANDED_OVER),
    OfficeBook.POST: _letters(
        L.sent_at, (L.sent_at,), L.dispatch.in_((Dispatch.REGISTERED_POST, Dispatch.EMS))
    ),
    OfficeBook.SECRETS_IN: _SECRETS,
    OfficeBook.SECRETS_OUT: _letters(L.dated, _NUMBERED, L.series.in_(SECRETS_SENT)),
    OfficeBook.SECRETS_KEPT: _SECRETS,
}
"""Every book but that of the letters received."""
