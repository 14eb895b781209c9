"""A complaint summed up for the accused, a school or another agency."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told, and to whom; nothing in it tells who the petitioner is."""

    to: str
    subject: str
    facts: str
