"""Take channels and sources out of use, and into use again; what came by them stays what it is."""

from dataclasses import dataclass, replace

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.views import Lists

_AT = "office"
"""Where the journal keeps it."""


@dataclass(frozen=True, slots=True)
class OfferChannel:
    """Whether new complaints may come by a channel; nobody is bound to look at one out of use."""

    channel_id: int
    active: bool


@dataclass(frozen=True, slots=True)
class OfferSource:
    """Whether new complaints may be of a source."""

    source_id: int
    active: bool


@dataclass(frozen=True, slots=True)
class ListKept:
    """The list changed."""

    changes: Changes = Changes.OFFICE


def offer_channel(command: OfferChannel, desk: Desk, actor: Actor) -> ListKept:
    """Take a channel out of use, or into use again; one of its kind at least stays in use."""
    require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        channel = work.office.channel(command.channel_id)
        if channel.active == command.active:
            raise Refused(Reason.NOTHING_CHANGED)
        every = work.office.lists().channels
        if [one for one in every if one.active and one.kind is channel.kind] == [channel]:
            # Whoever takes a complaint begins by the kind of its channel.
            raise Refused(Reason.LAST_CHANNEL)
        work.office.put_lists(Lists((replace(channel, active=command.active),), (), ()))
        facts: dict[str, Value] = {"channel": channel.code, "active": command.active}
        work.journal(Entry(desk.now(), actor.person_id, "offer_channel", _AT, facts))
        work.commit()
    return ListKept()


def offer_source(command: OfferSource, desk: Desk, actor: Actor) -> ListKept:
    """Take a source out of use, or into use again; one at least stays in use."""
    require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        source = work.office.source(command.source_id)
        if source.active == command.active:
            raise Refused(Reason.NOTHING_CHANGED)
        if [one for one in work.office.lists().sources if one.active] == [source]:
            raise Refused(Reason.LAST_SOURCE)
        work.office.put_lists(Lists((), (replace(source, active=command.active),), ()))
        facts: dict[str, Value] = {"source": source.code, "active": command.active}
        work.journal(Entry(desk.now(), actor.person_id, "offer_source", _AT, facts))
        work.commit()
    return ListKept()
