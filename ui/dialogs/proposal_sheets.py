"""The sheets of drafts in the folder: who checked them, what is to be corrected, when signed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.acts.proposing import (
    CheckDrafts,
    DiscardDraft,
    SendBackDraft,
    SignDrafts,
    check_drafts,
    discard_draft,
    send_back_draft,
    sign_drafts,
)
from desktop.ports import Desk
from desktop.rules.people import Actor, Permission, permissions
from desktop.rules.thai.entry import DateTrouble
from desktop.views import PersonRow, ProposalView
from desktop.wording import _, ngettext
from desktop.wording.names import LETTER_KIND
from ui.dialogs.sheet import Sheet, refusals_of
from ui.operations import Operations
from ui.telling import addressees, digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import BlockField, LineField
from ui.widgets.plain import label

_NAMED = 8
"""Drafts named on a sheet; of more, it says how many."""


class DraftsSheet(Sheet):
    """A sheet that says first of which drafts it is."""

    def __init__(
        self,
        operations: Operations,
        title: str,
        act: Callable[[Any, Desk, Actor], Any],
        drafts: Sequence[ProposalView],
        parent: QWidget | None,
    ) -> None:
        super().__init__(operations, title, _("Save"), act, parent)
        self.seen = tuple(draft.seen for draft in drafts)
        named = [draft_name(draft) for draft in drafts[:_NAMED]]
        if len(drafts) > _NAMED:
            more = len(drafts) - _NAMED
            said = ngettext("and {count} more draft", "and {count} more drafts", more)
            named.append(digits(said.format(count=more)))
        self.body.addWidget(label("\n".join(named), "second", wrap=True))


class CheckSheet(DraftsSheet):
    """Who found drafts right; on paper it may have been somebody else than whoever says so.

    Signals:
        unfit: A draft has to be written further first. args: the draft, why it is not checked.
    """

    unfit = Signal(object, object)

    def __init__(
        self,
        operations: Operations,
        drafts: Sequence[ProposalView],
        people: Sequence[PersonRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _("Drafts checked"), check_drafts, drafts, parent)
        self._drafts = {draft.id: draft for draft in drafts}
        may = [
            person
            for person in people
            if person.active and Permission.ISSUE_LETTER in permissions(person.roles)
        ]
        self.checked_by = ChoiceField(
            _("Checked by"), [Choice(str(person.id), person.name, person.id) for person in may]
        )
        self.checked_by.set_text(str(operations.actor.person_id))
        self.put("checked_by", self.checked_by)

    def command(self) -> CheckDrafts:
        """Return which drafts, and by whom."""
        return CheckDrafts(self.seen, self.checked_by.value())

    def _refused(self, error: Exception) -> bool:
        for refused in refusals_of(error):
            draft = self._drafts.get(int(refused.parameters.get("proposal", 0)))
            if draft is not None:
                self.unfit.emit(draft, error)
                self.reject()
                return True
        return super()._refused(error)


class SendBackSheet(DraftsSheet):
    """What is to be corrected in a draft."""

    def __init__(
        self, operations: Operations, draft: ProposalView, parent: QWidget | None = None
    ) -> None:
        title = _("Send back for correction")
        super().__init__(operations, title, send_back_draft, (draft,), parent)
        self.wanted = BlockField(_("What is to be corrected"), required=True, lines=4)
        self.put("wanted", self.wanted)

    def command(self) -> SendBackDraft:
        """Return what is wanted."""
        return SendBackDraft(self.seen[0], self.wanted.text())


class SignSheet(DraftsSheet):
    """The day on which drafts were signed."""

    def __init__(
        self,
        operations: Operations,
        drafts: Sequence[ProposalView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(operations, _("Drafts signed"), sign_drafts, drafts, parent)
        self.signed_on = DateField(_("Signed on"), self.today, required=True)
        self.signed_on.set_day(self.today())
        self.put("signed_on", self.signed_on)

    def command(self) -> SignDrafts | None:
        """Return which drafts, and the day."""
        try:
            day = self.signed_on.day()
        except DateTrouble:
            self.signed_on.check()
            self.signed_on.show_error()
            return None
        return SignDrafts(self.seen, day)


class DiscardSheet(DraftsSheet):
    """Why a draft is given up."""

    def __init__(
        self, operations: Operations, draft: ProposalView, parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Discard draft"), discard_draft, (draft,), parent)
        self.reason = LineField(_("Reason"), required=True)
        self.put("reason", self.reason)

    def command(self) -> DiscardDraft:
        """Return why."""
        return DiscardDraft(self.seen[0], self.reason.text())


def draft_name(draft: ProposalView) -> str:
    """Name a draft by its kind, to whom it goes, and its complaint."""
    number = _("complaint {number}").format(number=digits(str(draft.complaint_number)))
    parts = (_(LETTER_KIND[draft.draft.kind]), addressees(draft.draft.recipient), number)
    return " · ".join(part for part in parts if part)
