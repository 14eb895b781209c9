"""The fields for what the register cannot know of a letter, each with what it should read like."""

from collections.abc import Mapping

from desktop.rules.letters import BLOCKS, Blank, Finding
from desktop.wording import N_, _
from desktop.wording.names import BLANK
from ui.widgets.field import BlockField, LineField

_DAY = N_("such as: day 31 July 2026")
_LIKE: Mapping[Blank, str] = {
    Blank.ANSWER_BY: _DAY,
    Blank.UNTIL: _DAY,
    Blank.WHEN: N_("such as: day 20 July 2026 at 9.30"),
    Blank.OUR_LETTER: N_("such as: number 123, dated 1 July 2026"),
}
"""What stands in the middle of a sentence, and must go on with it."""

_PARTICULAR = {
    Finding.IN_AUTHORITY: N_("Entrusted to"),
    Finding.REFERRED: N_("Referred to"),
    Finding.SPECIAL_PROCEDURE: N_("The law that applies"),
}


def ask_particular(field: LineField | BlockField, finding: Finding, group: str) -> None:
    """Ask for what an outcome is about; `group` is who the office entrusts with its own."""
    field.caption.setText(_(_PARTICULAR[finding]) + " *")
    if finding is Finding.IN_AUTHORITY and not field.text():
        field.set_text(group)
    elif finding is not Finding.IN_AUTHORITY and field.text() == group:
        field.set_text("")


def blank_field(blank: Blank) -> LineField | BlockField:
    """Make the field of a blank."""
    if blank in BLOCKS:
        return BlockField(_(BLANK[blank]), required=True, lines=3)
    like = _(_LIKE[blank]) if blank in _LIKE else ""
    return LineField(_(BLANK[blank]), required=True, placeholder=like)
