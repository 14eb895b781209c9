"""The register's columns: head, text, what it sorts by, and the tone of its chips."""

from collections.abc import Callable
from datetime import datetime

from desktop.rules.complaint import Status
from desktop.rules.priority import Priority
from desktop.rules.worktime import WorkCalendar
from desktop.views import ComplaintRow, SortBy
from desktop.wording import N_, _
from desktop.wording.dates import short_date
from desktop.wording.names import PRIORITY, STATUS
from ui.models.paged_table import ColumnSpec
from ui.telling import digits, due_words, owner_words
from ui.theme import Tone

NUMBER, FILLING = 0, 2
"""Where the number stands, and the subject, which takes what room is left."""
YIELDING = (4, 1)
"""Channel and day of receipt give the subject their room in a narrow window."""
TONES: dict[Status, Tone] = {
    Status.RECEIVED: Tone.INFO,
    Status.SCREENING: Tone.INFO,
    Status.AWAITING_ORDER: Tone.INFO,
    Status.ASSIGNED: Tone.INFO,
    Status.IN_PROGRESS: Tone.OK,
    Status.CLOSING_PROPOSED: Tone.OK,
}


def status_tone(status: Status) -> Tone:
    """Return the tone of a status: to be taken up, at work, or quiet."""
    return TONES.get(status, Tone.QUIET)


def veil(row: ComplaintRow) -> str:
    """Say why who and what are not shown."""
    return _("(secret)") if row.secret else _("(restricted)")


def _petitioner(row: ComplaintRow) -> str:
    if row.veiled:
        return veil(row)
    if row.anonymous:
        return _("(anonymous)")
    return row.petitioner


def _priority_tone(row: ComplaintRow) -> Tone | None:
    return Tone.LATE if row.priority is Priority.MOST_URGENT else None


class Columns:
    """Makes the columns with the calendar and the clock they need."""

    def __init__(self, calendar: WorkCalendar, now: Callable[[], datetime]) -> None:
        self.calendar, self._now = calendar, now

    def specs(self) -> tuple[ColumnSpec[ComplaintRow], ...]:
        """Return the columns from left to right."""
        return (
            ColumnSpec(N_("No."), lambda r: digits(str(r.number)), 112, SortBy.NUMBER),
            ColumnSpec(
                N_("Received on"),
                lambda r: short_date(r.received_on),
                102,
                SortBy.RECEIVED,
            ),
            ColumnSpec(
                N_("Subject"),
                lambda r: veil(r) if r.veiled else r.subject,
                262,
                SortBy.SUBJECT,
            ),
            ColumnSpec(N_("Petitioner"), _petitioner, 118, SortBy.PETITIONER),
            ColumnSpec(N_("Channel"), lambda r: r.channel, 96, SortBy.CHANNEL),
            ColumnSpec(
                N_("Priority"),
                lambda r: _(PRIORITY[r.priority]),
                100,
                SortBy.PRIORITY,
                _priority_tone,
            ),
            ColumnSpec(
                N_("Status"),
                lambda r: _(STATUS[r.status]),
                112,
                SortBy.STATUS,
                lambda r: status_tone(r.status),
            ),
            ColumnSpec(N_("Owner"), owner_words, 120, SortBy.OWNER),
            ColumnSpec(N_("Due"), lambda r: self._due(r)[0], 176, SortBy.DUE, self._due_tone),
        )

    def _due(self, row: ComplaintRow) -> tuple[str, Tone]:
        return due_words(
            row.due_at, row.due_kind, row.verdict, self._now(), self.calendar, row.status
        )

    def _due_tone(self, row: ComplaintRow) -> Tone:
        return self._due(row)[1]
