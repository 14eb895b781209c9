"""The time standards' tab: the versions, and a new one tried before it binds."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.keeping_standard import (
    KeepStandard,
    StandardPreview,
    foresee_standard,
    keep_standard,
)
from desktop.ports import Desk
from desktop.rules.people import Actor, Permission
from desktop.rules.policy import Policy
from desktop.rules.thai.dates import official_date, quarter_before
from desktop.views import Lists
from desktop.wording import _
from desktop.wording.dates import long_date
from ui.dialogs.moves import MovesSheet
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.settings.provisions import ProvisionList
from ui.pages.settings.standard_form import StandardForm
from ui.telling import digits
from ui.theme import Tone, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.plain import Card, button, label


class StandardTab(QWidget):
    """Shows a version; whoever keeps the office makes a new one of it."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._today = official_date(operations.desk.now())
        self._policies: Sequence[Policy] = ()
        self._lists = Lists((), (), ())
        self.notices = Notices()
        self.versions = ChoiceField(_("Version"))
        self.versions.setMinimumWidth(px(320))
        self.form = StandardForm(self._today)
        self.provisions = ProvisionList()
        self.look = button(_("See what it does…"), "primary", "Ctrl+S")
        self._begun = self._standing()
        self._lay_out()
        self.versions.edited.connect(self._chosen)
        self.look.clicked.connect(self.preview)

    def arrive(self) -> None:
        """Read every version, unless one is being made here."""

        def question(desk: Desk, actor: Actor) -> tuple[Sequence[Policy], Lists]:
            return desk.reading.policies(actor), desk.reading.lists(actor)

        self._operations.read(self, question, self._show)

    @property
    def unsaved(self) -> bool:
        """Whether a new version was begun and is not applied."""
        return self._begun != self._standing()

    def save(self) -> None:
        """See what the table does, for whoever may keep it."""
        if self._operations.actor.may(Permission.KEEP_OFFICE):
            self.preview()

    def preview(self) -> None:
        """Ask what the table would move and what it would have done, and offer to apply it."""
        self.notices.clear()
        policy = self.form.policy(self.provisions.provisions)
        if policy is None:
            return
        command = KeepStandard(policy)
        first, last = quarter_before(self._today)
        self._operations.read(
            self,
            lambda desk, actor: foresee_standard(command, first, last, desk, actor),
            partial(self._offer, command),
            self._refused,
        )

    def _offer(self, command: KeepStandard, preview: StandardPreview) -> None:
        sheet = MovesSheet(
            self._operations,
            _("What the new table does"),
            keep_standard,
            command,
            preview.moved,
            preview.tried,
            self,
        )
        sheet.done_with.connect(self._applied)
        sheet.open()

    def _applied(self, _kept: object) -> None:
        self.notices.stay(_("The new version is kept."), Tone.OK)
        self.arrive()

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _show(self, answer: tuple[Sequence[Policy], Lists]) -> None:
        policies, self._lists = answer
        if policies == self._policies:
            return
        self._policies = policies
        newest = [*policies][::-1]
        self.versions.offer([Choice(str(p.version), version_words(p), p) for p in newest])
        self.versions.set_text(str(newest[0].version))
        self._fill(newest[0])

    def _chosen(self, _key: str) -> None:
        policy = self.versions.value()
        if policy is not None:
            self._fill(policy)

    def _fill(self, policy: Policy) -> None:
        self.form.show_policy(policy, self._today + timedelta(days=1))
        self.provisions.show_lines(policy.provisions, self._lists)
        self._begun = self._standing()

    def _standing(self) -> tuple[object, ...]:
        return (*self.form.answers(), *self.provisions.provisions)

    def _lay_out(self) -> None:
        keeps = self._operations.actor.may(Permission.KEEP_OFFICE)
        head = Card(_("Time standards"))
        row = QHBoxLayout()
        row.addWidget(self.versions)
        row.addWidget(
            label(
                _(
                    "A new version binds only what is received from its day on. "
                    "What is older goes by the version of its own day."
                ),
                "second",
                wrap=True,
            ),
            1,
            Qt.AlignmentFlag.AlignBottom,
        )
        head.column.addLayout(row)
        head.column.addWidget(self.form)
        special = Card(_("Special provisions"))
        special.column.addWidget(
            label(
                _("They go before the table; what names most decides, of equals the last."),
                "second",
                wrap=True,
            )
        )
        special.column.addWidget(self.provisions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.notices, head, special):
            column.addWidget(part)
        self.form.setEnabled(keeps)
        self.provisions.allow(keeps)
        if keeps:
            column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.look.setParent(self)
            self.look.hide()


def version_words(policy: Policy) -> str:
    """Name a version by its number and its day."""
    if policy.since is None:
        return digits(_("Version {number} · from the first").format(number=policy.version))
    day = long_date(policy.since)
    return digits(_("Version {number} · from {day}").format(number=policy.version, day=day))
