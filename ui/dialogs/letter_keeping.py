"""Keeping what is written in a letter's form: as a draft in the folder, so that nothing is lost."""

import secrets
from collections.abc import Callable, Sequence

from desktop.acts.proposing import KeepDraft, Kept, keep_draft
from desktop.rules.letter_fields import LETTER_IN_HAND, slip_of
from desktop.rules.letters import LetterDraft
from desktop.rules.proposing import ProposalStep, Seen
from desktop.views import ProposalView, TextView
from desktop.wording import _
from desktop.wording.names import PROPOSAL_STEP
from ui.dialogs.letter_form import LetterForm
from ui.drafts import DraftKeeper
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.telling import digits, short_moment
from ui.theme import Tone
from ui.widgets.choices import Choice, ChoiceField


class Keeping:
    """Knows whether a form has something that is not kept yet, and keeps it.

    Until it is kept in the register, what is typed is written down on this computer.
    """

    def __init__(
        self, operations: Operations, form: LetterForm, kept: ProposalView | None, key: str
    ) -> None:
        desk = operations.desk
        self._operations, self.form = operations, form
        self.local = DraftKeeper(desk.drafts, operations.actor.person_id, desk.now, form)
        self._key = LETTER_IN_HAND + key
        self._held = False
        self.kept = kept
        self.corrects_id = None if kept is None else kept.corrects_id
        self.given_up = False
        self._rest = self._last = form.draft()

    @property
    def seen(self) -> Seen | None:
        """The kept draft that is written in, as it was when it was opened."""
        return None if self.kept is None else self.kept.seen

    @property
    def typed(self) -> bool:
        """Whether something was typed that is not kept."""
        return not self.given_up and self.form.draft() != self._rest

    def edited(self) -> None:
        """Take note that the form changed; looking through the kinds of letter is not writing."""
        now = self.form.draft()
        chosen = (now.kind, now.finding) != (self._last.kind, self._last.finding)
        if chosen and self.kept is None and self._last == self._rest:
            self._rest = now
        self._last = now
        self.given_up = False
        if self.typed:
            self._held = True
            self.local.keep(self._key, "", slip_of(now, self.seen, self.corrects_id))
        else:
            self.let_go()

    def settle(self) -> None:
        """Take the form as it stands for the one that nobody has typed in yet."""
        self._rest = self._last = self.form.draft()

    def words(self) -> LetterDraft:
        """Return what the form says: the words that were checked while nobody changed them."""
        draft = self.form.draft()
        return draft if self.kept is None or draft != self.kept.draft else self.kept.said

    def keep(self, then: Callable[[Kept], None], otherwise: Otherwise) -> None:
        """Keep the form as it stands."""

        def done(result: Kept) -> None:
            self.let_go()
            then(result)

        def failed(error: Exception) -> bool:
            # Words typed after a failure must not be taken for those before.
            self.let_go()
            self._key = LETTER_IN_HAND + secrets.token_hex(16)
            self.edited()
            return otherwise(error)

        command = KeepDraft(self._key, self.form.draft(), self.seen, self.corrects_id)
        self._operations.write(self.form, keep_draft, command, done, failed)

    def let_go(self) -> None:
        """Forget what was written down on this computer: it is kept, issued or taken back."""
        if self._held:
            self._held = False
            self.local.drop(self._key)

    def close(self) -> None:
        """Write down what still waits, then stop."""
        self.local.close()


class Versions(ChoiceField):
    """The versions of a draft's words: the one in hand, and those before it to look at."""

    def __init__(self) -> None:
        super().__init__(_("Show version"), empty=_("The one in hand"))
        self.hide()

    def offer_texts(self, texts: Sequence[TextView]) -> None:
        """Offer the versions before the last, newest first; with none there is nothing to ask."""
        said = _("Version {number} · {name} · {moment}")
        self.offer(
            [
                Choice(
                    str(text.number),
                    said.format(
                        number=digits(str(text.number)),
                        name=text.typed_by,
                        moment=short_moment(text.typed_at),
                    ),
                    text.draft,
                )
                for text in reversed(texts[:-1])
            ]
        )
        self.setVisible(len(texts) > 1)


def tell_where_it_stands(kept: ProposalView, notices: Notices) -> None:
    """Say what is wanted of a draft, and what changing it does, before anybody types."""
    if kept.wanted:
        notices.stay(_("To be corrected: {wanted}").format(wanted=kept.wanted), Tone.SOON)
    if kept.step is not ProposalStep.DRAFT:
        said = _("This draft is “{step}”. Once its words are changed it is a draft again.")
        notices.stay(said.format(step=_(PROPOSAL_STEP[kept.step])), Tone.INFO)
