"""Looking at channels: how many were there, and how often it is due."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.acts.checking import CheckChannels, SetCheckEvery, check_channels, set_check_every
from desktop.rules.catalogue import Channel, CheckEvery
from desktop.wording import _
from desktop.wording.names import CHECK_EVERY
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import LineField
from ui.widgets.plain import label


class CheckSheet(Sheet):
    """Channels that were looked at, with how many complaints were there."""

    def __init__(
        self, operations: Operations, channels: Sequence[Channel], parent: QWidget | None = None
    ) -> None:
        super().__init__(operations, _("Channel checked"), _("Save"), check_channels, parent)
        self._ids = tuple(channel.id for channel in channels if channel.id is not None)
        names = ", ".join(channel.name for channel in channels)
        self.body.addWidget(label(names, "second", wrap=True))
        self.found = LineField(_("Complaints found"), width=120)
        self.found.set_text(digits("0"))
        self.note = LineField(_("Note"))
        self.put("found", self.found)
        self.put("note", self.note)

    def command(self) -> CheckChannels | None:
        """Return what was found."""
        typed = self.found.text().strip() or "0"
        if not typed.isdecimal():
            self.found.set_error(digits(_("Type how many, as in 0 or 3.")))
            self.found.show_error()
            return None
        return CheckChannels(self._ids, int(typed), self.note.text())


class CheckEverySheet(Sheet):
    """How often a channel is to be looked at, and that in the office's own words."""

    def __init__(
        self, operations: Operations, channel: Channel, parent: QWidget | None = None
    ) -> None:
        title = _("How often: {channel}").format(channel=channel.name)
        super().__init__(operations, title, _("Save"), set_check_every, parent)
        assert channel.id is not None
        self._id = channel.id
        self.every = ChoiceField(
            _("How often"), [Choice(e.value, _(CHECK_EVERY[e]), e) for e in CheckEvery]
        )
        self.every.set_text(channel.every.value)
        self.said = LineField(
            _("In words"), help_text=_("As the poster says it, for example “every working day”.")
        )
        self.said.set_text(channel.checked)
        self.put("every", self.every)
        self.put("said", self.said)

    def command(self) -> SetCheckEvery:
        """Return how often."""
        return SetCheckEvery(self._id, self.every.value(), self.said.text())
