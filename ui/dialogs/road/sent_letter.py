"""The letter by which something was sent to an agency, taken over where a sheet asks for it."""

from desktop.rules.letters import LetterKind, LetterStatus
from desktop.views import CaseView, LetterView
from ui.widgets.dates import DateField
from ui.widgets.field import LineField


def take_over(
    case: CaseView,
    kinds: frozenset[LetterKind],
    agency: LineField,
    number: LineField,
    dated: DateField,
) -> None:
    """Fill in the newest letter of these kinds that no record of the case names yet."""
    letter = _newest(case, kinds)
    if letter is not None:
        agency.set_text(letter.recipient)
        number.set_text(letter.number)
        dated.set_day(letter.dated)


def _newest(case: CaseView, kinds: frozenset[LetterKind]) -> LetterView | None:
    named = {one.letter_number for one in case.proceedings.referrals}
    fitting = [
        one
        for one in case.letters
        if one.kind in kinds
        and one.number
        and one.number not in named
        and one.dated is not None
        and one.status is not LetterStatus.VOID
        and not one.closed
    ]
    return max(fitting, key=lambda one: one.id, default=None)
