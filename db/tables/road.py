"""The tables of the road: what befalls a case besides its steps, and what the clocks count by."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, TypedColumns, text

from db.base import Coded, Day, Instant, Json, Words, metadata
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Outcome, Status
from desktop.rules.links import LinkKind
from desktop.rules.proceedings import Findings, Ground, WaitFor
from desktop.rules.satisfaction import AskedBy, Response


class WaitColumns(TypedColumns):
    """A time in which the office waited for somebody."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    cycle: Named[int]
    whom: Named[WaitFor] = Column(Coded(WaitFor))
    reason: Named[str] = Column(Words())
    started_at: Named[datetime] = Column(Instant())
    expected_on: Named[date | None] = Column(Day())
    ended_at: Named[datetime | None] = Column(Instant())
    ended_by: Named[int | None] = Column(ForeignKey("incoming_letter.id"))


wait = Table(
    "wait",
    metadata,
    WaitColumns,
    Index(
        "ix_wait_open",
        *("complaint_id", "expected_on", "ended_at"),
        sqlite_where=text("ended_at IS NULL"),
    ),
)


class ExtensionColumns(TypedColumns):
    """More time for one clock."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    cycle: Named[int]
    kind: Named[ClockKind] = Column(Coded(ClockKind))
    extra: Named[int]
    due_on: Named[date] = Column(Day())
    reason: Named[str] = Column(Words())
    approver: Named[str] = Column(Words())
    letter: Named[str] = Column(Words())
    made_at: Named[datetime] = Column(Instant())
    removed_at: Named[datetime | None] = Column(Instant())
    removed_reason: Named[str] = Column(Words())


extension = Table("extension", metadata, ExtensionColumns)


class OrderColumns(TypedColumns):
    """What the director ordered on paper."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    text: Named[str] = Column(Words())
    giver: Named[str] = Column(Words())
    ordered_on: Named[date] = Column(Day())
    recorded_at: Named[datetime] = Column(Instant())
    recorded_by: Named[int] = Column(ForeignKey("person.id"))
    attachment_id: Named[int | None] = Column(ForeignKey("attachment.id"))


order = Table("case_order", metadata, OrderColumns)


class ReferralColumns(TypedColumns):
    """The matter, or a question about it, at another agency."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    agency: Named[str] = Column(Words())
    letter_number: Named[str] = Column(Words())
    letter_date: Named[date] = Column(Day())
    due_at: Named[datetime | None] = Column(Instant())
    reminders: Named[Any] = Column(Json())
    answered_at: Named[datetime | None] = Column(Instant())
    answer: Named[str] = Column(Words())
    answered_by: Named[int | None] = Column(ForeignKey("incoming_letter.id"))


referral = Table(
    "referral",
    metadata,
    ReferralColumns,
    Index("ix_referral_due", "due_at", sqlite_where=text("answered_at IS NULL")),
)


class ReplyOwedColumns(TypedColumns):
    """A letter that came and must be answered."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    incoming_id: Named[int] = Column(ForeignKey("incoming_letter.id"))
    received_at: Named[datetime] = Column(Instant())
    due_at: Named[datetime] = Column(Instant())
    answered_at: Named[datetime | None] = Column(Instant())


reply_owed = Table("reply_owed", metadata, ReplyOwedColumns)


class InvestigationColumns(TypedColumns):
    """A fact-finding committee and what it found."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    cycle: Named[int]
    order_number: Named[str] = Column(Words())
    ordered_on: Named[date] = Column(Day())
    members: Named[str] = Column(Words())
    due_on: Named[date] = Column(Day())
    extended_to: Named[date | None] = Column(Day())
    reported_on: Named[date | None] = Column(Day())
    findings: Named[Findings | None] = Column(Coded(Findings))
    summary: Named[str] = Column(Words())


investigation = Table(
    "investigation",
    metadata,
    InvestigationColumns,
    Index(
        "ix_investigation_due",
        "complaint_id",
        "due_on",
        sqlite_where=text("reported_on IS NULL"),
    ),
)


class PastCycleColumns(TypedColumns):
    """A cycle that ended before the matter began anew."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    number: Named[int] = Column(primary_key=True)
    ground: Named[Ground] = Column(Coded(Ground))
    started_at: Named[datetime] = Column(Instant())
    status: Named[Status] = Column(Coded(Status))
    ended_at: Named[datetime | None] = Column(Instant())
    outcome: Named[Outcome | None] = Column(Coded(Outcome))
    late_reason: Named[str] = Column(Words())
    reason: Named[str] = Column(Words())


past_cycle = Table("past_cycle", metadata, PastCycleColumns)


class SurveyColumns(TypedColumns):
    """One time that a petitioner was asked how satisfied they are; of a cycle the last counts."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    cycle: Named[int]
    asked_on: Named[date] = Column(Day())
    asked_by: Named[AskedBy] = Column(Coded(AskedBy))
    response: Named[Response] = Column(Coded(Response))
    score: Named[int | None]


survey = Table("survey", metadata, SurveyColumns, Index(None, "complaint_id"))


class CaseLinkColumns(TypedColumns):
    """Two cases that have to do with each other; undone, it is kept."""

    id: Named[int] = Column(primary_key=True)
    kind: Named[LinkKind] = Column(Coded(LinkKind))
    from_id: Named[int] = Column(ForeignKey("complaint.id"))
    to_id: Named[int] = Column(ForeignKey("complaint.id"))
    made_at: Named[datetime] = Column(Instant())
    made_by: Named[int] = Column(ForeignKey("person.id"))
    reason: Named[str] = Column(Words())
    undone_at: Named[datetime | None] = Column(Instant())


case_link = Table(
    "case_link", metadata, CaseLinkColumns, Index(None, "from_id"), Index(None, "to_id")
)


class SpecialDayColumns(TypedColumns):
    """A day with office hours of its own."""

    day: Named[date] = Column(Day(), primary_key=True)
    spans: Named[Any] = Column(Json())
    name: Named[str] = Column(Words())


special_day = Table("special_day", metadata, SpecialDayColumns)


class OfficeHoursColumns(TypedColumns):
    """The spans of each weekday; one row."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    week: Named[Mapping[str, Any]] = Column(Json())


office_hours = Table("office_hours", metadata, OfficeHoursColumns)


class PastCalendarColumns(TypedColumns):
    """The calendar as it was until a change; what was counted by it and has ended is proved so."""

    id: Named[int] = Column(primary_key=True)
    replaced_at: Named[datetime] = Column(Instant())
    days: Named[Mapping[str, Any]] = Column(Json())


past_calendar = Table("past_calendar", metadata, PastCalendarColumns)


class ChannelCheckColumns(TypedColumns):
    """Who looked at a channel, when, and how much there was."""

    id: Named[int] = Column(primary_key=True)
    channel_id: Named[int] = Column(ForeignKey("channel.id"))
    checked_at: Named[datetime] = Column(Instant())
    checked_by: Named[int] = Column(ForeignKey("person.id"))
    found: Named[int]
    note: Named[str] = Column(Words())


channel_check = Table(
    "channel_check", metadata, ChannelCheckColumns, Index(None, "channel_id", "checked_at")
)


class AssignmentRuleColumns(TypedColumns):
    """Who is proposed as owner, by category and by the rank of the accused; first fit wins."""

    id: Named[int] = Column(primary_key=True)
    position: Named[int]
    category_id: Named[int | None] = Column(ForeignKey("category.id"))
    rank: Named[str] = Column(Words())
    owner_id: Named[int] = Column(ForeignKey("person.id"))


assignment_rule = Table("assignment_rule", metadata, AssignmentRuleColumns)
