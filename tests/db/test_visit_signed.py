"""A visitor signs once the paper is printed and read back, which is after it was registered."""

from dataclasses import replace
from datetime import date

import pytest
from office import bangkok, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.signing import Sign, sign
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.catalogue import CHANNELS
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason

MORNING = bangkok(date(2026, 7, 15), 9)


def taken(desk: Desk, clerk: Actor, kind: ChannelKind) -> int:
    by = next(place for place, one in enumerate(CHANNELS, 1) if one.kind is kind)
    made = replace(form(MORNING), channel_id=by)
    return register(RegisterComplaint(kind.value, made), desk, clerk).case_id


def test_it_is_kept_once_with_who_and_when(
    room: Strongroom, desk: Desk, clerk: Actor, owner: Actor
) -> None:
    case_id = taken(desk, clerk, ChannelKind.WALK_IN)
    assert not desk.reading.case(clerk, case_id).intake.statement_signed
    for _time in range(2):
        sign(Sign(case_id), desk, clerk)
    case = desk.reading.case(clerk, case_id)
    assert case.intake.statement_signed
    (step,) = (one for one in case.steps if one.kind is StepKind.SIGNED)
    assert step.actor == clerk.name
    with pytest.raises(Refused) as refused:
        sign(Sign(case_id), desk, owner)
    assert refused.value.reason is Reason.NOT_ALLOWED
    assert prove(room) == []


def test_who_calls_signs_nothing(desk: Desk, clerk: Actor) -> None:
    case_id = taken(desk, clerk, ChannelKind.PHONE)
    with pytest.raises(Refused) as refused:
        sign(Sign(case_id), desk, clerk)
    assert refused.value.reason is Reason.ONLY_VISITORS_SIGN
    assert not desk.reading.case(clerk, case_id).intake.statement_signed
