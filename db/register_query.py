"""The register as a list: which complaints match, in which order, and their rows."""

from array import array
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    any_,
    bindparam,
    case,
    func,
    not_,
    or_,
    select,
)

from db import tables as t
from db.offices import SqlOffices
from db.proposals import in_folder
from db.visibility import hidden, listed, openable, unveiled, works_with_complaints
from db.watching import watched
from desktop.rules.complaint import Secrecy, Status
from desktop.rules.letters import ON_THE_DESK
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.road import OPEN
from desktop.rules.thai.searching import digits_asked, number_asked, search_form
from desktop.rules.tracking import read_code
from desktop.views import ComplaintRow, RegisterQuery, RegisterView, SortBy, Tiles

CHUNK = 4096
"""Identities fetched at once, so that no single call holds the interpreter for long."""

C = t.complaint.c


def ids(
    connection: Connection,
    actor: Actor,
    query: RegisterQuery,
    now: datetime,
    most: int | None = None,
) -> "array[int]":
    """Return the identities of all complaints that match, or of the first so many, in order."""
    found = array("q")
    statement = _sorted(select(C.id).where(*_conditions(connection, actor, query, now)), query)
    if most is not None:
        statement = statement.limit(most)
    answer = connection.execute(statement)
    # Identities need no turning into rows and types: straight from the driver into the array.
    while part := answer.cursor.fetchmany(CHUNK):
        found.extend(chain.from_iterable(part))
    answer.close()
    return found


def rows(connection: Connection, actor: Actor, wanted: Sequence[int]) -> list[ComplaintRow]:
    """Return rows in the order asked; identities that are gone, or not listed, are left out."""
    server = connection.dialect.name == "postgresql"
    # One parameter for all identities: a list of its own for each would be written out every time.
    among: Any = list(wanted) if server else str(list(wanted))
    answer = connection.execute(_rows_asked(actor, server=server), {"wanted": among})
    found = {row[0]: _row(row) for row in answer.all()}
    return [found[identity] for identity in wanted if identity in found]


@lru_cache(maxsize=32)
def _rows_asked(actor: Actor, *, server: bool) -> Select[*tuple[Any, ...]]:
    """Put the question once for each actor: a table asks it for every page it shows."""
    if server:
        among = C.id == any_(bindparam("wanted", type_=ARRAY(Integer)))
    else:
        each = func.json_each(bindparam("wanted", type_=Text())).table_valued("value")
        among = C.id.in_(select(each.c.value))
    return (
        select(
            C.id,
            C.year,
            C.running,
            C.received_on,
            C.subject,
            C.petitioner,
            t.channel.c.name,
            C.priority,
            C.status,
            func.coalesce(t.person.c.name, ""),
            C.due_at,
            C.due_kind,
            C.verdict,
            case((unveiled(actor), True), else_=False),
            C.anonymous,
            C.secrecy == Secrecy.SECRET,
            C.beside_at,
            C.beside_kind,
        )
        .join(t.channel, t.channel.c.id == C.channel_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(among, or_(listed(actor), hidden(actor)))
    )


def tiles(connection: Connection, actor: Actor, now: datetime) -> Tiles:
    """Count for the sidebar."""
    unsent = (
        select(func.count())
        .select_from(t.letter)
        .join(t.complaint, C.id == t.letter.c.complaint_id)
        .where(t.letter.c.status.in_(ON_THE_DESK), openable(actor))
    )
    drafts = (
        select(func.count())
        .select_from(t.proposed_letter)
        .join(t.complaint, C.id == t.proposed_letter.c.complaint_id)
        .where(in_folder(), openable(actor))
    )
    return Tiles(
        everything=_everything(connection, actor),
        mine=count(connection, actor, RegisterView.MINE, now),
        unassigned=count(connection, actor, RegisterView.UNASSIGNED, now),
        soon=count(connection, actor, RegisterView.SOON, now),
        late=count(connection, actor, RegisterView.LATE, now),
        letters=(connection.scalar(unsent) or 0) + (connection.scalar(drafts) or 0),
    )


def count(connection: Connection, actor: Actor, view: RegisterView, now: datetime) -> int:
    """Count what a standing view lists."""
    conditions = _conditions(connection, actor, RegisterQuery(view), now)
    matching = select(func.count()).select_from(t.complaint).where(*conditions)
    return connection.execute(matching).scalar_one()


def _everything(connection: Connection, actor: Actor) -> int:
    """Count the whole register: what is left out is far less than what is listed."""
    if not works_with_complaints(actor):
        return 0
    total = select(func.count()).select_from(t.complaint)
    left_out = total.where(not_(listed(actor)))
    return (connection.scalar(total) or 0) - (connection.scalar(left_out) or 0)


def _row(row: Any) -> ComplaintRow:
    # fmt: off
    (identity, year, running, received_on, subject, petitioner, channel, priority, status, owner,
     due_at, due_kind, verdict, shown, anonymous, secret, beside_at, beside_kind) = row
    # fmt: on
    if beside_at is not None and (due_at is None or beside_at < due_at):
        due_at, due_kind = beside_at, beside_kind
    return ComplaintRow(
        identity,
        ComplaintNumber(year, running),
        received_on,
        subject if shown else "",
        petitioner if shown else "",
        channel,
        priority,
        status,
        owner,
        due_at,
        due_kind,
        verdict,
        not shown,
        anonymous,
        secret,
    )


def _conditions(
    connection: Connection, actor: Actor, query: RegisterQuery, now: datetime
) -> list[ColumnElement[bool]]:
    seen = hidden(actor) if query.view is RegisterView.HIDDEN else listed(actor)
    conditions = [seen, *_view(connection, actor, query.view, now)]
    filters: tuple[tuple[Any, frozenset[Any]], ...] = (
        (C.status, query.statuses),
        (C.priority, query.priorities),
        (C.channel_kind, query.channel_kinds),
        (C.category_id, query.category_ids),
        (C.owner_id, query.owner_ids),
    )
    conditions += [column.in_(chosen) for column, chosen in filters if chosen]
    if query.fiscal_year is not None:
        conditions.append(C.year == query.fiscal_year)
    if query.text.strip():
        conditions.append(_text(actor, query.text))
    return conditions


def _view(
    connection: Connection, actor: Actor, view: RegisterView, now: datetime
) -> list[ColumnElement[bool]]:
    if view in (RegisterView.ALL, RegisterView.HIDDEN):
        return []
    if view is RegisterView.MINE:
        return [C.owner_id == actor.person_id, C.status.in_(OPEN)]
    return watched(SqlOffices(connection), view, now)


def _text(actor: Actor, typed: str) -> ColumnElement[bool]:
    """Match what was typed in the search box: a number, a code, a phone's end, or words."""
    number = number_asked(typed)
    tracking = read_code(typed)
    digits = digits_asked(typed)
    words = search_form(typed).split()
    form = t.matter.c.search_form
    matches: list[ColumnElement[bool]] = [
        C.id.in_(
            select(t.matter.c.complaint_id).where(
                *(form.contains(word, autoescape=True) for word in words)
            )
        )
        if words
        else C.id.is_(None)
    ]
    if tracking is not None:
        matches.append(C.tracking == tracking)
    if len(digits) >= 4:
        ends = t.matter.c.phones.contains(digits, autoescape=True)
        matches.append(C.id.in_(select(t.matter.c.complaint_id).where(ends)))
    found = and_(or_(*matches), unveiled(actor))
    if number is None:
        return found
    asked = C.running == number.running
    if number.year is not None:
        return and_(asked, C.year == number.year)
    return or_(asked, found)


_PRIORITY_ORDER = {member: member.weight for member in Priority}
_STATUS_ORDER = {member: place for place, member in enumerate(Status)}


def _sorted(statement: Select[Any], query: RegisterQuery) -> Select[Any]:
    columns = _columns(query.sort)
    if query.sort in (SortBy.OWNER, SortBy.CHANNEL):
        statement = (
            statement.outerjoin(t.person, t.person.c.id == C.owner_id)
            if query.sort is SortBy.OWNER
            else statement.join(t.channel, t.channel.c.id == C.channel_id)
        )
    if query.sort is SortBy.DUE:
        # What has no due date any more stays at the end, whichever way the list runs.
        statement = statement.order_by(C.due_at.is_(None))
    return statement.order_by(
        *(column.desc() if query.descending else column.asc() for column in (*columns, C.id))
    )


def _columns(sort: SortBy) -> tuple[ColumnElement[Any], ...]:
    by: dict[SortBy, tuple[Any, ...]] = {
        SortBy.NUMBER: (C.year, C.running),
        SortBy.RECEIVED: (C.received_at,),
        SortBy.SUBJECT: (C.subject_key,),
        SortBy.PETITIONER: (C.petitioner_key,),
        SortBy.CHANNEL: (t.channel.c.name,),
        SortBy.PRIORITY: (case(_PRIORITY_ORDER, value=C.priority),),
        SortBy.STATUS: (case(_STATUS_ORDER, value=C.status),),
        SortBy.OWNER: (func.coalesce(t.person.c.name_key, ""),),
        SortBy.DUE: (C.due_at,),
    }
    return by[sort]
