"""A case as a window reads it, without a register behind it."""

from datetime import date

from office import FACTS, SIGNATORY, bangkok, form

from desktop.rules.calendar import CalendarFacts
from desktop.rules.catalogue import CATEGORIES, CHANNELS, SOURCES
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import SHIPPED
from desktop.rules.priority import Priority
from desktop.rules.proceedings import Proceedings
from desktop.views import CaseView, OfficeView

RECEIVED = bangkok(date(2026, 7, 15), 10, 38)
_FORM = form(RECEIVED)

OFFICE = OfficeView(FACTS, (SIGNATORY,), CalendarFacts(()), SHIPPED)
CASE = CaseView(
    id=1,
    version=1,
    number=ComplaintNumber(2569, 410),
    tracking="K7M-4Q2-9XB-T",
    type=_FORM.type,
    channel=next(channel for channel in CHANNELS if channel.kind is ChannelKind.PHONE),
    source=SOURCES[0],
    category=CATEGORIES[0],
    received_at=RECEIVED,
    recorded_at=RECEIVED,
    registered_by="นางสาวสมหญิง ใจดี",
    intake=_FORM.intake,
    matter=_FORM.matter,
    petitioners=_FORM.petitioners,
    accused=(),
    restricted=False,
    child_danger=False,
    priority=Priority.NORMAL,
    status=Status.RECEIVED,
    owner_id=None,
    owner="",
    outcome=None,
    closed_at=None,
    late_reason="",
    clocks=(),
    steps=(),
    files=(),
    letters=(),
    proceedings=Proceedings(),
    cycle=1,
    cycle_started_at=RECEIVED,
    policy=SHIPPED,
    contacted_at=None,
    contact_on=None,
    child_receiver="",
    child_taken_at=None,
)


def clock_of(case: CaseView, kind: ClockKind) -> Clock:
    """Return a complaint's clock of a kind."""
    return next(clock for clock in case.clocks if clock.kind is kind)
