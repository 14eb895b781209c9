"""The sentences beside the form: why this priority, which days are promised, and what is odd."""

from dataclasses import dataclass

from desktop.rules.catalogue import Category, Frequent, Source
from desktop.rules.clocks import Unit
from desktop.rules.priority import Ground, Proposal
from desktop.rules.thai.dates import local
from desktop.rules.thai.digits import in_digits
from desktop.views import Known
from desktop.wording import _, ngettext
from desktop.wording.amounts import amount_words
from desktop.wording.dates import clock_time, long_date, weekday
from desktop.wording.names import ALIKE, CLOCK, PRIORITY
from ui.pages.intake.forecast import Promise
from ui.widgets.dates import shown_digits


@dataclass(frozen=True, slots=True)
class Told:
    """A promise in words: what is promised, by when, and what is odd about that day."""

    title: str
    day: str
    note: str


def told(promise: Promise) -> Told:
    """Put a promise into words."""
    target = promise.target
    amount = in_digits(amount_words(target.amount, target.unit), shown_digits())
    title = f"{_(CLOCK[target.kind])} ({amount})"
    if promise.due is None:
        return Told(title, "-", _("The calendar is not complete that far."))
    at = local(promise.due.at)
    day = f"{long_date(at.date())} · {clock_time(at)}"
    return Told(title, day, " · ".join(_notes(promise)))


def _notes(promise: Promise) -> list[str]:
    assert promise.due is not None
    notes = []
    if promise.closed:
        day = promise.holiday or weekday(local(promise.due.at).weekday())
        notes.append(_("falls on {day}: does not move").format(day=day))
    if promise.skipped and promise.target.unit is not Unit.CALENDAR_DAYS:
        said = ngettext(
            "passes over {count} holiday", "passes over {count} holidays", promise.skipped
        )
        notes.append(in_digits(said.format(count=promise.skipped), shown_digits()))
    if not promise.due.calendar_complete:
        notes.append(_("The calendar is not complete that far."))
    return notes


def why_alike(known: Known) -> str:
    """Say in what an earlier complaint is the same, for whoever reads why they are one."""
    alike = " · ".join(_(ALIKE[one]) for one in known.alike)
    return _("Found to be the same when it was taken: {alike}").format(alike=alike)


def why_priority(
    proposal: Proposal, source: Source, category: Category, began_as: Frequent | None
) -> str:
    """Say which priority is proposed, and what made it so."""
    name = _(PRIORITY[proposal.priority])
    if proposal.ground is Ground.CHILD_DANGER:
        return _("{priority}, because a child is in danger").format(priority=name)
    if proposal.ground is Ground.CATEGORY:
        said = _("{priority}, because of the category “{name}”")
        return said.format(priority=name, name=category.name)
    if proposal.ground is Ground.FREQUENT and began_as is not None:
        said = _("{priority}, as set for the frequent complaint “{name}”")
        return said.format(priority=name, name=began_as.name)
    if proposal.ground is Ground.SOURCE:
        said = _("{priority}, because of the source “{name}”")
        return said.format(priority=name, name=source.name)
    return name
