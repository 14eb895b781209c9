"""The channels' and sources' tab: by which ways complaints come, and which are out of use."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.acts.keeping_channels import OfferChannel, OfferSource, offer_channel, offer_source
from desktop.rules.catalogue import Channel, Source
from desktop.views import Lists
from desktop.wording import _
from desktop.wording.names import CHANNEL_KIND, CHECK_EVERY
from ui.dialogs.sheet import Act
from ui.operations import Operations
from ui.pages.settings.kept_tab import KeptTab, state_words
from ui.telling import digits

_STATE = 3


class ChannelsTab(QWidget):
    """Lists the channels, and below them the sources."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self.channels, self.sources = ChannelList(operations), SourceList(operations)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.channels, self.sources):
            column.addWidget(part, 1)

    def arrive(self) -> None:
        """Read both lists again; what is chosen stays chosen."""
        self._operations.read(self, lambda desk, actor: desk.reading.lists(actor), self._show)

    def _show(self, lists: Lists) -> None:
        self.channels.show_channels(lists.channels)
        self.sources.show_sources(lists.sources)


class ChannelList(KeptTab[Channel]):
    """Lists the channels, and takes them out of use."""

    def __init__(self, operations: Operations) -> None:
        heads = (_("Channel"), _("Kind"), _("Looked at"), _("State"))
        said = _(
            "A channel out of use is offered no more for new complaints, and nobody need look at"
            " it; complaints that came by it go on as they are, and reports still name it."
        )
        super().__init__(operations, _("Channels"), heads, {_STATE: 130}, said)

    def offering(self, identity: int, *, active: bool) -> tuple[Act, Any]:
        """Return the act that takes one out of use or into use again, and its command."""
        return offer_channel, OfferChannel(identity, active=active)

    def show_channels(self, channels: tuple[Channel, ...]) -> None:
        """Show the channels, in the order in which they are offered."""
        self.show_kept(
            channels,
            [
                (
                    one.name,
                    _(CHANNEL_KIND[one.kind]),
                    one.checked or _(CHECK_EVERY[one.every]),
                    state_words(one),
                )
                for one in channels
            ],
        )


class SourceList(KeptTab[Source]):
    """Lists the sources, and takes them out of use."""

    def __init__(self, operations: Operations) -> None:
        heads = (_("Source"), _("Sent on by"), _("Rank"), _("State"))
        said = _(
            "A source out of use is offered no more for new complaints; those that are of it stay"
            " what they are. Rank 1 weighs most in the priority that is proposed."
        )
        super().__init__(operations, _("Sources"), heads, {_STATE: 130}, said)

    def offering(self, identity: int, *, active: bool) -> tuple[Act, Any]:
        """Return the act that takes one out of use or into use again, and its command."""
        return offer_source, OfferSource(identity, active=active)

    def show_sources(self, sources: tuple[Source, ...]) -> None:
        """Show the sources, in the order in which they are offered."""
        self.show_kept(
            sources,
            [
                (
                    one.name,
                    _("Another body") if one.agency else "–",
                    digits(str(one.rank)),
                    state_words(one),
                )
                for one in sources
            ],
        )
