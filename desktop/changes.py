"""What a finished act touched, so that windows know what to read again."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of record an act may alter."""

    NONE = 0
    COMPLAINTS = auto()
    LETTERS = auto()
    FILES = auto()
    PEOPLE = auto()
    OFFICE = auto()
    CALENDAR = auto()
    SAVED_VIEWS = auto()
