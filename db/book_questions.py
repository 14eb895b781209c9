"""What the register is asked for each of the office's books."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from db import tables as t
from desktop.rules.books import OfficeBook
from desktop.rules.complaint import ChannelKind, Secrecy
from desktop.rules.letters import REGISTERED, SECRETS_SENT, Dispatch
from desktop.rules.thai.dates import at_office

Question = Select[*tuple[Any, ...]]
C, L = t.complaint.c, t.letter.c


def _letters_asked(shown: ColumnElement[bool]) -> Question:
    """Ask for letters, and for where a recipient lives who is the first petitioner."""
    p = t.petitioner.c
    same = and_(p.complaint_id == C.id, p.position == 0, C.petitioner == L.recipient)
    return (
        select(t.letter, C.subject, C.secrecy, p.district, p.province, p.postcode, shown)
        .join(t.complaint, C.id == L.complaint_id)
        .outerjoin(t.petitioner, same)
    )


def _out(shown: ColumnElement[bool], first: date, last: date) -> Question:
    # A letter of the central series is in no book until its number and day are known.
    # Memos have no number of ours; orders and secrets have books of their own.
    ours = L.series.in_(REGISTERED)
    asked = _letters_asked(shown).where(ours, L.dated.between(first, last))
    return asked.order_by(L.year, L.series, L.running, L.id)


def _secrets_out(shown: ColumnElement[bool], first: date, last: date) -> Question:
    secret = L.series.in_(SECRETS_SENT)
    asked = _letters_asked(shown).where(secret, L.dated.between(first, last))
    return asked.order_by(L.year, L.series, L.running, L.id)


def _secrets(shown: ColumnElement[bool], first: date, last: date) -> Question:
    entry, later, i = t.classification.c, t.classification.alias(), t.intake.c
    begin, after = _span(first, last)
    lifted = (
        select(func.min(later.c.at))
        .where(
            later.c.complaint_id == entry.complaint_id,
            later.c.id > entry.id,
            later.c.secrecy == Secrecy.NONE,
        )
        .scalar_subquery()
        .label("lifted_at")
    )
    return (
        select(
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
            lifted,
            shown,
        )
        .join(t.complaint, C.id == entry.complaint_id)
        .join(t.intake, i.complaint_id == C.id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(entry.running.is_not(None), entry.at >= begin, entry.at < after)
        .order_by(entry.year, entry.running)
    )


def _sent_by(*ways: Dispatch) -> Callable[..., Question]:
    def ask(shown: ColumnElement[bool], first: date, last: date) -> Question:
        begin, after = _span(first, last)
        sent = and_(L.dispatch.in_(ways), L.sent_at >= begin, L.sent_at < after)
        return _letters_asked(shown).where(sent).order_by(L.sent_at, L.id)

    return ask


def received_asked(shown: ColumnElement[bool], first: date, last: date) -> Question:
    """Ask for the complaints that came as letters."""
    i = t.intake.c
    return (
        select(t.complaint, t.intake, func.coalesce(t.person.c.name, "").label("owner"), shown)
        .join(t.intake, i.complaint_id == C.id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(C.received_on.between(first, last), C.channel_kind == ChannelKind.LETTER)
        .order_by(C.year, C.running)
    )


def came_later_asked(shown: ColumnElement[bool], first: date, last: date) -> Question:
    """Ask for the letters that came to complaints."""
    i = t.incoming_letter.c
    begin, after = _span(first, last)
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
        .join(t.complaint, C.id == i.complaint_id)
        .outerjoin(t.letter, L.id == i.answers_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(i.received_at >= begin, i.received_at < after)
        .order_by(i.recorded_at, i.id)
    )


def _cases(shown: ColumnElement[bool], first: date, last: date) -> Question:
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
        .where(C.received_on.between(first, last))
        .order_by(C.year, C.running)
    )


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    return at_office(first, time()), at_office(last + timedelta(days=1), time())


QUESTIONS: Mapping[OfficeBook, Callable[..., Question]] = {
    OfficeBook.COMPLAINTS: _cases,
    OfficeBook.LETTERS_OUT: _out,
    OfficeBook.DELIVERY: _sent_by(Dispatch.HANDED_OVER),
    OfficeBook.POST: _sent_by(Dispatch.REGISTERED_POST, Dispatch.EMS),
    OfficeBook.SECRETS_IN: _secrets,
    OfficeBook.SECRETS_OUT: _secrets_out,
    OfficeBook.SECRETS_KEPT: _secrets,
}
