"""Recognise our own people among the accused: their complaint is hidden from them."""

from dataclasses import replace

from desktop.ports import UnitOfWork
from desktop.rules.complaint import Accused
from desktop.rules.intake_form import named


def recognised(work: UnitOfWork, accused: tuple[Accused, ...]) -> tuple[Accused, ...]:
    """Leave out accused of whom nothing was said, and tell of each which of our people it is."""
    return tuple(
        one if one.person_id is not None else replace(one, person_id=work.people.called(one.name))
        for one in named(accused)
    )
