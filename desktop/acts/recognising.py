"""Recognise our own people among the accused: their complaint is hidden from them."""

from dataclasses import replace
from datetime import datetime

from desktop.acts.recording import Warrant, record
from desktop.ports import UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Accused
from desktop.rules.intake_form import named
from desktop.rules.people import Actor
from desktop.rules.routing import barred_from


def recognised(work: UnitOfWork, accused: tuple[Accused, ...]) -> tuple[Accused, ...]:
    """Leave out accused of whom nothing was said, and tell of each which of our people it is."""
    return tuple(
        one if one.person_id is not None else replace(one, person_id=work.people.called(one.name))
        for one in named(accused)
    )


def recognise(work: UnitOfWork, name: str, actor: Actor, now: datetime) -> None:
    """Tell of the complaints that accuse somebody of this name whom of our people they accuse.

    Whose name it is came to the office, or to that name, after the complaint did.
    """
    for case in work.cases.accusing(name):
        accused = recognised(work, case.accused)
        if accused == case.accused:
            continue
        case.accused = accused
        barred = take_from_barred(case)
        work.cases.save(case)
        record(work, Warrant(actor), now, case, StepKind.RECOGNISED, barred=barred)


def take_from_barred(case: Case) -> int | None:
    """Leave a case without its owner where that is an accused, and tell who it was."""
    barred = case.owner_id if case.owner_id in barred_from(case) else None
    if barred is not None:
        # Whoever is found to be accused owns it no more, and sees nothing of it.
        case.owner_id = None
    return barred
