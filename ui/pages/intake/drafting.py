"""Keeps what is typed on the form at every keystroke, and goes on with what was left unfinished."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject

from desktop.ports import Draft
from desktop.rules.thai.dates import local
from desktop.wording import _
from desktop.wording.dates import clock_time
from ui.drafts import DraftKeeper
from ui.pages.intake.answers import Answers, title_of
from ui.pages.intake.form import EntryForm
from ui.pages.intake.parking import ParkedBar
from ui.widgets.files import FILES
from ui.widgets.plain import label


class Drafting(QObject):
    """The draft of what stands on the form, under a key of its own."""

    def __init__(
        self, form: EntryForm, keeper: DraftKeeper, parked: ParkedBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form, self.keeper, self._parked = form, keeper, parked
        self.key = ""
        self.begun = False
        self.kept_at: datetime | None = None
        self._wanted_key = ""
        self.status = label("", "help", wrap=True)
        keeper.kept.connect(self._kept)

    def begin(self) -> None:
        """Begin a draft for an empty form; nothing is kept before somebody types."""
        self.key = uuid4().hex
        self.begun = False
        self.kept_at = None
        self._say_status()

    def keep(self) -> None:
        """Keep the form as it stands."""
        answers = self._form.answers()
        kept = {**answers, FILES: self._form.side.files.arrangement()}
        self.keeper.keep(self.key, title_of(answers), kept)

    def hold(self, name: str, content: bytes) -> None:
        """Keep a file with it."""
        self.keeper.keep_file(self.key, name, content)

    def let_go(self, name: str) -> None:
        """Keep a file no more."""
        self.keeper.drop_file(self.key, name)

    def drop(self) -> None:
        """Forget the draft: the register has what was typed."""
        self.keeper.drop(self.key)
        self.begun = False

    def park_rest(
        self, key: str, answers: Answers, taken: Iterable[str], files: Iterable[str]
    ) -> None:
        """Park what is left of an earlier form of which some answers and files went elsewhere."""
        self.keeper.keep(key, title_of(answers), {**answers, **dict.fromkeys(taken, "")})
        for name in files:
            self.keeper.drop_file(key, name)

    def resume(self, draft: Draft) -> None:
        """Put a draft back on the form, and keep it on."""
        self.key = draft.key
        self.begun = True
        self.kept_at = draft.kept_at
        self._form.restore(draft.fields)
        for name, content in draft.files:
            self._form.side.files.hold(name, content)
        self._form.side.files.arrange(draft.fields.get(FILES, ""))
        self._say_status()

    def offer(self) -> None:
        """Offer the unfinished forms other than this."""
        self._parked.look(self.key)

    def want(self, key: str) -> None:
        """Remember which draft is to be gone on with."""
        self._wanted_key = key

    def come_back(self, go_on: Callable[[Draft], None]) -> None:
        """Go on with the draft that is wanted, or offer those there are."""
        if not self._wanted_key:
            self.offer()
            return

        def found(drafts: Sequence[Draft]) -> None:
            for draft in drafts:
                if draft.key == self._wanted_key:
                    go_on(draft)

        self.keeper.left(found)

    def _kept(self, key: str, at: datetime) -> None:
        if key == self.key:
            self.kept_at = at
            self._say_status()

    def _say_status(self) -> None:
        if self.kept_at is None:
            self.status.setText(_("What is typed is kept as a draft at every keystroke."))
            return
        at = clock_time(local(self.kept_at))
        self.status.setText(_("Draft kept at {time}").format(time=at))
