"""Sentences that several pages say alike: dates, due dates, names of rows."""

from collections.abc import Iterator
from datetime import datetime

from desktop.rules.clocks import ClockKind, DueState, Standing, Verdict, standing
from desktop.rules.complaint import Petitioner, Status
from desktop.rules.letters import LetterStatus
from desktop.rules.naming import shown_name
from desktop.rules.proposing import ProposalStep
from desktop.rules.road import WAITING
from desktop.rules.routing import Routing
from desktop.rules.thai.dates import local
from desktop.rules.thai.digits import in_digits
from desktop.rules.worktime import WorkCalendar
from desktop.views import Agenda, AgendaKind, ComplaintRow, LetterView
from desktop.wording import _, ngettext
from desktop.wording.dates import clock_time, medium_date, short_date
from desktop.wording.names import AGENDA, INQUIRER, LETTER_KIND, RANK
from ui.theme import Tone
from ui.widgets.dates import shown_digits

STEP_TONES = {
    ProposalStep.DRAFT: Tone.QUIET,
    ProposalStep.CHECKED: Tone.INFO,
    ProposalStep.SIGNED: Tone.OK,
    ProposalStep.ISSUED: Tone.OK,
    ProposalStep.DISCARDED: Tone.QUIET,
}
LETTER_TONES = {
    LetterStatus.AWAITING_NUMBER: Tone.SOON,
    LetterStatus.ISSUED: Tone.SOON,
    LetterStatus.PRINTED: Tone.INFO,
    LetterStatus.SENT: Tone.OK,
    LetterStatus.ANSWERED: Tone.OK,
    LetterStatus.RETURNED: Tone.LATE,
    LetterStatus.VOID: Tone.QUIET,
}


def digits(text: str) -> str:
    """Write a text's digits in those of the language in force."""
    return in_digits(text, shown_digits())


def moment(at: datetime) -> str:
    """Write a day and a time."""
    when = local(at)
    return f"{medium_date(when.date())} {clock_time(when)}"


def short_moment(at: datetime) -> str:
    """Write a day and a time briefly."""
    when = local(at)
    return f"{short_date(when.date())} {clock_time(when)}"


def owner_words(row: ComplaintRow) -> str:
    """Name who owns a complaint, and say where it is in one's own hands for a leave."""
    return _("for {name}").format(name=row.owner) if row.in_stead else row.owner or "–"


def standing_words(stands: Standing) -> tuple[str, Tone]:
    """Say how a due date stands, in words and tone."""
    days = stands.working_days
    match stands.state:
        case DueState.LEFT_DAYS if not days:
            return _("Due on the free days ahead"), Tone.SOON
        case DueState.LEFT_DAYS:
            said = ngettext("{count} working day left", "{count} working days left", days)
            return digits(said.format(count=days)), Tone.SOON if days <= 2 else Tone.QUIET
        case DueState.TODAY:
            return _("Due today"), Tone.SOON
        case DueState.LATE_TODAY:
            return _("Overdue since today"), Tone.LATE
        case DueState.LATE_DAYS:
            said = ngettext("{count} working day overdue", "{count} working days overdue", days)
            return digits(said.format(count=days)), Tone.LATE
        case DueState.MET:
            return _("On time"), Tone.OK
        case DueState.MISSED:
            return _("Late"), Tone.LATE
    return _("No due date"), Tone.QUIET


def due_words(
    due_at: datetime | None,
    kind: ClockKind | None,
    verdict: Verdict | None,
    now: datetime,
    calendar: WorkCalendar,
    status: Status,
) -> tuple[str, Tone]:
    """Say what a line of the register says under its due date."""
    del kind
    if due_at is not None:
        return standing_words(standing(due_at, None, now, calendar))
    if verdict is Verdict.MET:
        return _("On time"), Tone.OK
    if verdict is Verdict.MISSED:
        return _("Late"), Tone.LATE
    if status in WAITING:
        return _("Not counted meanwhile"), Tone.QUIET
    return "–", Tone.QUIET


def addressees(recipient: str) -> str:
    """Name whom a letter goes to: of several the first, and how many more."""
    first, *more = recipient.splitlines() or [""]
    if not more:
        return first
    said = ngettext("{first} and {count} more", "{first} and {count} more", len(more))
    return digits(said.format(first=first, count=len(more)))


def letter_name(letter: LetterView) -> str:
    """Name a letter by kind and number; of a closed one no more than its class is said."""
    kind = _("Secret letter") if letter.closed else _(LETTER_KIND[letter.kind])
    parts = (kind, digits(letter.number))
    return " · ".join(part for part in parts if part)


def petitioner_name(petitioner: Petitioner) -> str:
    """Say who brought a complaint."""
    return shown_name(petitioner) or _("(anonymous)")


def why_routed(routing: Routing) -> str:
    """Say by what an owner is proposed, and who inquires."""
    if routing.leaves:
        return _(
            "A complaint against the director is proposed to the superior agency: use “Refer…”."
        )
    grounds = []
    if routing.rule is not None:
        grounds.append(digits(_("line {place} of the office's list").format(place=routing.rule)))
    if routing.rank is not None and routing.inquirer is not None:
        accused = _(RANK[routing.rank])
        who = _(INQUIRER[routing.inquirer])
        grounds.append(_("accused: {rank}, so {inquirer}").format(rank=accused, inquirer=who))
    said = " · ".join(grounds) or _("nothing in the list fits; choose an owner")
    return _("By the rules of assignment: {grounds}").format(grounds=said)


def morning_words(agenda: Agenda) -> str:
    """Say in one line what somebody is told of this morning.

    Reminders, not complaints: one may stand in several groups.
    """
    total = sum(group.total for group in agenda.groups)
    said = []
    if total:
        counted = ngettext(
            "This morning: {count} reminder", "This morning: {count} reminders", total
        )
        said.append(counted.format(count=f"{total:,}"))
    if agenda.unchecked:
        said.append(f"{_('Channels not checked today')} {len(agenda.unchecked):,}")
    if agenda.missing_year is not None:
        said.append(_("Holidays are missing"))
    return digits(" · ".join(said))


def passed_words(agenda: Agenda) -> Iterator[tuple[str, Tone]]:
    """Say of each group which complaints passed a mark of their time, with its tone."""
    for group in agenda.groups:
        first = digits(", ".join(str(row.number) for row in group.rows[:3]))
        said = f"{_(AGENDA[group.kind])} {digits(f'{group.total:,}')}: {first}"
        yield said, Tone.LATE if group.kind is AgendaKind.LATE else Tone.SOON
