"""What a complaint will be promised if it is saved as it stands: its priority and its due dates."""

from dataclasses import dataclass

from desktop.rules.catalogue import Category, Frequent, Source
from desktop.rules.clocks import Due, Target, Why
from desktop.rules.complaint import is_anonymous
from desktop.rules.counting import due
from desktop.rules.intake_form import IntakeForm
from desktop.rules.policy import Profile, targets
from desktop.rules.priority import Proposal, proposed
from desktop.rules.promises import TO_THE_PETITIONER
from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import BeyondCalendar
from desktop.views import OfficeView


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of time and its day, or none where the calendar does not reach.

    `closed` is true when the promise falls due on a day on which the office is closed.
    """

    target: Target
    due: Due | None
    closed: bool = False

    @property
    def skipped(self) -> int:
        """How many closed days were passed over, weekends left out."""
        if self.due is None:
            return 0
        return sum(line.why is Why.HOLIDAY for line in self.due.explanation)

    @property
    def holiday(self) -> str:
        """Name of the holiday on which the promise nevertheless falls due."""
        return self.due.explanation[-1].name if self.due is not None else ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The proposed priority with its ground, and every promise."""

    proposal: Proposal
    promises: tuple[Promise, ...]


def forecast(
    form: IntakeForm,
    source: Source,
    category: Category,
    began_as: Frequent | None,
    office: OfficeView,
) -> Forecast:
    """Foretell priority and due dates by the very rules that registration will use."""
    own = None if began_as is None else began_as.asks(form.category_id)
    proposal = proposed(source.rank, category.urgency, child_danger=form.child_danger, own=own)
    profile = Profile(form.type, proposal.priority, category.complexity, category.id, source.id)
    promised = targets(office.policy, profile)
    nobody = is_anonymous(form.petitioners)
    kept = [t for t in promised if not (nobody and t.kind in TO_THE_PETITIONER)]
    return Forecast(proposal, tuple(_promise(t, form, office) for t in kept))


def _promise(target: Target, form: IntakeForm, office: OfficeView) -> Promise:
    calendar, policy = office.calendar, office.policy
    try:
        falls = due(target, form.received_at, calendar, policy.rolling, policy.cut_off)
    except BeyondCalendar:
        return Promise(target, None)
    return Promise(target, falls, closed=not calendar.is_workday(official_date(falls.at)))
