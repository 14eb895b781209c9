"""Tells that complaints were given to somebody, and offers to take it back while that is told."""

from collections.abc import Callable

from desktop.acts.assigning import Assigned
from desktop.acts.handing_over import HandedOver
from desktop.acts.taking_back import TakeBack, TakenBack, take_back
from desktop.wording import _, ngettext
from ui.actions import Act, spec
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone


def tell_assigned(
    operations: Operations,
    notices: Notices,
    result: Assigned,
    *,
    said: str = "",
    undone: Callable[[], None] | None = None,
) -> None:
    """Tell what was assigned; by a key it is as it was before, and then `undone` is called."""
    text = said or _("{complaints} assigned").format(complaints=_complaints(result.count))
    if not result.undoable:
        notices.passing(text)
        return

    def told(back: TakenBack) -> None:
        if undone is not None:
            undone()
        notices.passing(_("{complaints} taken back").format(complaints=_complaints(back.count)))

    _offer(operations, notices, text, result.case_ids, told)


def tell_handed_over(operations: Operations, notices: Notices, result: HandedOver) -> None:
    """Tell what was handed over; by a key it is with its owners of before."""

    def told(back: TakenBack) -> None:
        said = _("{complaints} with the owner of before again")
        notices.passing(said.format(complaints=_complaints(back.count)))

    text = _("{complaints} handed over").format(complaints=_complaints(result.count))
    _offer(operations, notices, text, result.case_ids, told)


def _offer(
    operations: Operations,
    notices: Notices,
    text: str,
    case_ids: tuple[int, ...],
    told: Callable[[TakenBack], None],
) -> None:
    def refused(error: Exception) -> bool:
        return show_refusals(error, {}, notices)

    def undo() -> None:
        operations.write(notices, take_back, TakeBack(case_ids), told, refused)

    notices.passing(text, Tone.OK, _("Undo"), undo, spec(Act.UNDO).keys)


def _complaints(count: int) -> str:
    said = ngettext("{count} complaint", "{count} complaints", count)
    return digits(said.format(count=f"{count:,}"))
