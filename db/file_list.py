"""The files of all complaints as a list: of what the actor may open, and of nothing else.

A file's name tells what it is about, so that of what is closed not even the number of files shows.
"""

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, not_, or_, select

from db import tables as t
from db.secret_letters import open_in_content, shut
from db.statements import all_identities, among, one_of
from db.visibility import openable, works_with_complaints
from desktop.errors import Refused
from desktop.rules.complaint import Secrecy
from desktop.rules.media import STARTS, FileKind
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import arabic_digits, thai_digits
from desktop.rules.thai.sorting import kept_key
from desktop.rules.thai.text import clean_line
from desktop.views.files import FileQuery, FileRow, FileSort

C, F = t.complaint.c, t.attachment.c


def file_ids(
    connection: Connection, actor: Actor, query: FileQuery, most: int | None = None
) -> "array[int]":
    """Return the identities of the files that match, all or the first so many, in order."""
    asked = _joined(select(F.id)).where(*_seen(actor))
    if query.kind is not None:
        asked = asked.where(_of_kind(query.kind))
    if query.person_id is not None:
        asked = asked.where(F.added_by == query.person_id)
    for word in clean_line(query.words).split():
        asked = asked.where(_says(word))
    for key in _keys(query.sort):
        asked = asked.order_by(key.desc() if query.descending else key.asc())
    asked = asked.order_by(F.id.desc() if query.descending else F.id.asc())
    return all_identities(connection, asked.limit(most))


def file_rows(connection: Connection, actor: Actor, ids: Sequence[int]) -> list[FileRow]:
    """Return files in the order asked; what is gone, or not to be seen, is left out."""
    server = connection.dialect.name == "postgresql"
    secret = or_(
        C.secrecy != Secrecy.NONE, and_(t.letter.c.id.is_not(None), not_(open_in_content()))
    )
    asked = _joined(
        select(
            *(F.id, F.complaint_id, C.year, C.running, C.subject, F.name, F.media_type),
            *(t.stored_file.c.size, F.added_at),
            func.coalesce(t.person.c.name, "").label("added_by"),
            case((secret, True), else_=False).label("secret"),
        )
    ).where(one_of(F.id, server=server), *_seen(actor))
    found = {
        row.id: FileRow(
            row.id,
            row.complaint_id,
            ComplaintNumber(row.year, row.running),
            *(row.subject, row.name, row.media_type, row.size, row.added_at, row.added_by),
            secret=bool(row.secret),
        )
        for row in connection.execute(asked, among(ids, server=server))
    }
    return [found[one] for one in ids if one in found]


def _joined(asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        asked.select_from(t.attachment)
        .join(t.complaint, C.id == F.complaint_id)
        .join(t.stored_file, t.stored_file.c.name == F.stored)
        .outerjoin(t.letter, t.letter.c.id == F.letter_id)
        .outerjoin(t.person, t.person.c.id == F.added_by)
    )


def _seen(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    if not works_with_complaints(actor):
        raise Refused(Reason.NOT_VISIBLE)
    # The scan of a letter opens to whom the letter opens.
    return openable(actor), or_(F.letter_id.is_(None), not_(shut(actor)))


def _of_kind(kind: FileKind) -> ColumnElement[bool]:
    if kind is FileKind.OTHER:
        return and_(*(not_(_of_kind(one)) for one in STARTS))
    return F.media_type.startswith(STARTS[kind], autoescape=True)


def _says(word: str) -> ColumnElement[bool]:
    """Return the condition for a file to have a word in its name, or its complaint's number."""
    plain = arabic_digits(word)
    forms = {word, plain, thai_digits(plain)}
    met = [F.name.icontains(form, autoescape=True) for form in forms]
    running, _stroke, year = plain.partition("/")
    if running.isdecimal() and len(running) < 10 and (not year or year.isdecimal()):
        number = C.running == int(running)
        met.append(and_(number, C.year == int(year)) if year else number)
    return or_(*met)


def _keys(sort: FileSort) -> tuple[ColumnElement[Any], ...]:
    kinds = case(*((_of_kind(kind), place) for place, kind in enumerate(STARTS)), else_=len(STARTS))
    by: dict[FileSort, tuple[ColumnElement[Any], ...]] = {
        FileSort.ADDED: (F.added_at,),
        FileSort.NAME: (F.name_key,),
        FileSort.KIND: (kinds,),
        FileSort.SIZE: (t.stored_file.c.size,),
        FileSort.BY: (func.coalesce(t.person.c.name_key, kept_key("")),),
        FileSort.COMPLAINT: (C.year, C.running),
        FileSort.SUBJECT: (C.subject_key,),
    }
    return by[sort]
