"""What a finished act touched, so that windows know what to read again."""

from collections.abc import Mapping
from dataclasses import dataclass
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


_CASE = Changes.COMPLAINTS | Changes.LETTERS | Changes.FILES
_BY_SUBJECT: Mapping[str, Changes] = {
    "complaint": _CASE,
    "letters": Changes.LETTERS,
    "office": Changes.OFFICE,
    "person": Changes.PEOPLE,
    "saved_view": Changes.SAVED_VIEWS,
}
_BY_ACT: Mapping[str, Changes] = {
    **dict.fromkeys(("viewed", "recognised", "sign_in", "sign_in_failed"), Changes.NONE),
    "open_office": Changes.OFFICE | Changes.PEOPLE | Changes.CALENDAR,
    "keep_calendar": Changes.CALENDAR | Changes.COMPLAINTS,
    **dict.fromkeys(("set_substitute", "end_substitution"), Changes.PEOPLE | Changes.COMPLAINTS),
    "keep_standard": Changes.OFFICE | Changes.COMPLAINTS,
}


def changes_of(act: str, subject: str) -> Changes:
    """Tell what an entry of the journal touched, at least: who did it told its own windows."""
    if act in _BY_ACT:
        return _BY_ACT[act]
    return _BY_SUBJECT.get(subject.partition(":")[0], Changes.NONE)


@dataclass(frozen=True, slots=True)
class Happened:
    """What others did to the register, up to an entry of its journal."""

    upto: int
    changes: Changes
