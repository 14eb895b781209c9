"""Record what the director ordered on paper, for one case or for the day's post."""

from dataclasses import dataclass
from datetime import date

from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.proceedings import Order
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.rules.travelling import check


@dataclass(frozen=True, slots=True)
class RecordOrder:
    """The order's words, who gave it, on which day; `attachment_id` is its scan."""

    case_ids: tuple[int, ...]
    text: str
    giver: str
    ordered_on: date | None
    attachment_id: int | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """How many cases the order is for."""

    count: int
    changes: Changes = Changes.COMPLAINTS


def record_order(command: RecordOrder, desk: Desk, actor: Actor) -> Ordered:
    """Write an order down as it was given; what it orders is done by the acts for it."""
    by = require(actor, ROAD[Move.ORDER].permission)
    now = desk.now()
    text, giver = clean_block(command.text), clean_line(command.giver)
    today = official_date(now)
    found = [
        Refused(Reason.REQUIRED, field=name)
        for name, value in (("text", text), ("giver", giver), ("ordered_on", command.ordered_on))
        if not value
    ]
    if command.ordered_on is not None and command.ordered_on > today:
        found.append(Refused(Reason.IN_THE_FUTURE, field="ordered_on"))
    if not command.case_ids:
        found.append(Refused(Reason.NOTHING_SELECTED))
    if found:
        raise Refusals(tuple(found))
    assert command.ordered_on is not None
    with desk.unit(actor) as work:
        for case_id in command.case_ids:
            case = work.cases.get(case_id)
            check(case, Move.ORDER, actor)
            if command.ordered_on < case.received_on:
                raise Refused(Reason.BEFORE_RECEIPT, field="ordered_on", number=str(case.number))
            case.orders += (
                Order(text, giver, command.ordered_on, now, actor.person_id, command.attachment_id),
            )
            work.cases.save(case)
            record(
                work,
                by,
                now,
                case,
                StepKind.ORDERED,
                note=text,
                ordered_on=command.ordered_on.isoformat(),
            )
        work.commit()
    return Ordered(len(command.case_ids))
