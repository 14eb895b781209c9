"""Letters issued from a list, and what of them was cut short: told once the list is there."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.rules.thai.dates import official_date
from desktop.views import BatchView, OfficeView
from desktop.wording import _
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone

if TYPE_CHECKING:
    from desktop.acts.batching import Planned
    from desktop.acts.recovering import Recovered
    from desktop.ports import Draft


class UnfinishedLetters:
    """Issues letters together over a window, and tells in a bar what an earlier time left undone.

    `show_folder` goes to where drafts of letters are.
    """

    def __init__(
        self,
        operations: Operations,
        over: QWidget,
        notices: Notices,
        show_folder: Callable[[], None],
    ) -> None:
        self._operations, self._over = operations, over
        self._notices, self._show_folder = notices, show_folder

    def issue(self, case_ids: tuple[int, ...]) -> None:
        """Ask which letters go to the petitioners of some complaints, and issue them."""
        from ui.dialogs.letter_batch import LetterBatchSheet  # noqa: PLC0415

        today = official_date(self._operations.desk.now())

        def offer(office: OfficeView) -> None:
            sheet = LetterBatchSheet(self._operations, case_ids, office, self._over)
            sheet.done_with.connect(self._issue_planned)
            sheet.open()

        self._operations.read(self._over, lambda desk, _actor: desk.reading.office(today), offer)

    def ask(self) -> None:
        """Look for what was cut short."""
        self._operations.read(
            self._over, lambda desk, actor: desk.reading.batches(actor), self._tell_batches
        )
        self._operations.read(
            self._over, lambda desk, actor: desk.drafts.left(actor.person_id), self._recover
        )

    def _issue_planned(self, planned: "Planned") -> None:
        self._run(planned.batch_id, tuple(range(planned.total)), len(planned.left_out))

    def _run(self, batch_id: int, left: tuple[int, ...], left_out: int = 0) -> None:
        from ui.dialogs.batch_run import BatchRunDialog  # noqa: PLC0415

        BatchRunDialog(self._operations, batch_id, left, left_out, self._over).open()

    def _tell_batches(self, batches: Sequence[BatchView]) -> None:
        for batch in batches:
            said = _("Letters issued together were cut short: {done} of {total} are issued.")
            text = digits(said.format(done=len(batch.letters), total=batch.total))
            go_on = partial(self._run, batch.id, batch.left)
            self._notices.stay(text, Tone.SOON, _("Go on"), go_on)

    def _recover(self, left: Sequence["Draft"]) -> None:
        from desktop.rules.letter_fields import CORRECTION_IN_HAND, LETTER_IN_HAND  # noqa: PLC0415

        if not any(draft.key.startswith((LETTER_IN_HAND, CORRECTION_IN_HAND)) for draft in left):
            return
        from desktop.acts.recovering import RecoverLetters, recover_letters  # noqa: PLC0415

        command = RecoverLetters()
        self._operations.write(self._over, recover_letters, command, self._tell_recovered)

    def _tell_recovered(self, recovered: "Recovered") -> None:
        if recovered.count:
            said = _("Letters that were being written are kept as drafts: {count}")
            text = said.format(count=digits(str(recovered.count)))
            self._notices.stay(text, Tone.SOON, _("Letters"), self._show_folder)
        if recovered.lost:
            said = _("Letters that were not kept, as you may no longer open the complaint: {count}")
            self._notices.stay(said.format(count=digits(str(recovered.lost))), Tone.LATE)
