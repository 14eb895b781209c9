"""Bars over the intake while the machine fails: what is typed is not lost, and what to do now."""

from collections.abc import Callable

from shiboken6 import isValid

from desktop.errors import Unavailable
from desktop.wording import _
from ui.notices import Notice, Notices
from ui.theme import Tone


class Troubles:
    """Tells each trouble once, until it is closed or over."""

    def __init__(self, notices: Notices, save: Callable[[], None]) -> None:
        self._notices, self._again = notices, save
        self._draft: Notice | None = None
        self._save: Notice | None = None

    def draft_not_kept(self) -> None:
        """Tell that what is typed is kept nowhere but on the screen."""
        if self._draft is None or not isValid(self._draft):
            said = _("The draft cannot be kept on this computer. Save the complaint soon.")
            self._draft = self._notices.stay(said, Tone.LATE)

    def not_saved(self, error: Unavailable) -> None:
        """Tell that the register cannot be written, and offer to try again."""
        self.saved()
        said = _(
            "The register cannot be written now ({cause}). Nothing is lost: the draft is kept."
        )
        self._save = self._notices.stay(
            said.format(cause=error.cause), Tone.LATE, _("Try again"), self._again
        )

    def saved(self) -> None:
        """Take back that the register cannot be written."""
        if self._save is not None and isValid(self._save):
            self._save.deleteLater()
