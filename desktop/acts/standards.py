"""By what an act counts a case's clocks: the standard it is pinned to, and the calendar."""

from desktop.ports import UnitOfWork
from desktop.rules.case import Case
from desktop.rules.promises import Standard


def standard_of(work: UnitOfWork, case: Case) -> Standard:
    """Return what a case is counted by."""
    return Standard(
        work.office.policy_version(case.policy_version),
        work.office.days().calendar(),
        work.office.category(case.category_id).complexity,
    )
