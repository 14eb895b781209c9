"""Tells that complaints were assigned, and offers to take it back while the notice is there."""

from collections.abc import Callable

from desktop.acts.assigning import Assigned
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

    def refused(error: Exception) -> bool:
        return show_refusals(error, {}, notices)

    def undo() -> None:
        operations.write(notices, take_back, TakeBack(result.case_ids), told, refused)

    notices.passing(text, Tone.OK, _("Undo"), undo, spec(Act.UNDO).keys)


def _complaints(count: int) -> str:
    said = ngettext("{count} complaint", "{count} complaints", count)
    return digits(said.format(count=f"{count:,}"))
