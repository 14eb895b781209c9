"""Which complaints may be the same as one being typed."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from db import tables as t
from db.visibility import openable
from db.watching import IS_OPEN
from desktop.rules.identity import display_id, read_id, read_phone
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.thai.dates import fiscal_year
from desktop.rules.thai.digits import Digits, thai_digits
from desktop.rules.thai.sorting import kept_key
from desktop.rules.thai.text import clean_line
from desktop.views import Alike, Known, Sought

KNOWN = 5
"""Earlier complaints shown beside the form."""
WHOLE_PHONE = 9
"""Digits from which a number is somebody's."""

C, M, P = t.complaint.c, t.matter.c, t.petitioner.c


def known(connection: Connection, actor: Actor, sought: Sought, today: date) -> Sequence[Known]:
    """Find complaints of this fiscal year, or still open, that may be the same.

    Only what the actor may open: else typing names would tell whose a veiled complaint is.
    """
    recent = or_(C.year == fiscal_year(today), IS_OPEN)
    found: dict[int, list[Alike]] = {}
    for alike, condition in _conditions(sought):
        asked = select(C.id).where(condition, recent, openable(actor))
        if alike is Alike.PLACE:
            asked = asked.join(t.matter, M.complaint_id == C.id)
        for case_id in connection.scalars(asked.order_by(C.id.desc()).limit(KNOWN)):
            found.setdefault(case_id, []).append(alike)
    shown = list(found)[:KNOWN]
    columns = (C.id, C.year, C.running, C.subject, C.status, C.received_on)
    rows = connection.execute(select(*columns).where(C.id.in_(shown)))
    by_id = {
        case_id: Known(
            case_id,
            ComplaintNumber(year, running),
            subject,
            status,
            received_on,
            tuple(found[case_id]),
        )
        for case_id, year, running, subject, status, received_on in rows
    }
    return [by_id[case_id] for case_id in shown]


def _conditions(sought: Sought) -> Iterator[tuple[Alike, ColumnElement[bool]]]:
    """Say by what each likeness is found, the surest first."""
    who: list[ColumnElement[bool]] = []
    digits = read_phone(sought.phone).digits if sought.phone.strip() else ""
    if len(digits) >= WHOLE_PHONE:
        who.append(P.phone_digits == digits)
    first, last = clean_line(sought.first), clean_line(sought.last)
    if first and last:
        who.append(and_(P.first == first, P.last == last))
    if sought.citizen_id.strip() and (read := read_id(sought.citizen_id)).valid:
        # Kept as it was typed: in one go, or in groups as on the card.
        grouped = (display_id(read.digits, digits) for digits in Digits)
        who.append(P.citizen_id.in_((read.digits, thai_digits(read.digits), *grouped)))
    if who:
        yield Alike.PERSON, C.id.in_(select(P.complaint_id).where(or_(*who)))
    subject, place = clean_line(sought.subject), clean_line(sought.place)
    if subject:
        yield Alike.SUBJECT, and_(C.subject_key == kept_key(subject), C.subject == subject)
    if place:
        # What has ended at a place is another matter; what is open there may be this one.
        yield Alike.PLACE, and_(IS_OPEN, M.place == place)
