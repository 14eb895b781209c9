"""Note that somebody looked at the channels, and how often each is to be looked at."""

from dataclasses import dataclass, replace

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.catalogue import CheckEvery
from desktop.rules.checking import ChannelCheck
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line
from desktop.views import Lists


@dataclass(frozen=True, slots=True)
class CheckChannels:
    """One or more channels that were looked at just now, and how many complaints were there."""

    channel_ids: tuple[int, ...]
    found: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class SetCheckEvery:
    """How often a channel is to be looked at; `said` is that in the office's words."""

    channel_id: int
    every: CheckEvery
    said: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How many channels were looked at."""

    count: int
    changes: Changes = Changes.OFFICE


def check_channels(command: CheckChannels, desk: Desk, actor: Actor) -> Checked:
    """Write into the log who looked at which channel, when."""
    require(actor, Permission.REGISTER)
    if not command.channel_ids:
        raise Refused(Reason.NOTHING_SELECTED)
    if command.found < 0:
        raise Refused(Reason.BAD_NUMBER, field="found")
    now, note = desk.now(), clean_line(command.note)
    with desk.unit(actor) as work:
        for channel_id in command.channel_ids:
            channel = work.office.channel(channel_id)
            if not channel.active:
                raise Refused(Reason.INACTIVE_CHOICE, name=channel.name)
            check = ChannelCheck(channel_id, now, actor.name, command.found, note)
            work.office.add_check(check, actor.person_id)
        said = ",".join(str(one) for one in command.channel_ids)
        facts: dict[str, Value] = {"channels": said, "found": command.found}
        work.journal(Entry(now, actor.person_id, "check_channels", "office", facts))
        work.commit()
    return Checked(len(command.channel_ids))


def set_check_every(command: SetCheckEvery, desk: Desk, actor: Actor) -> Checked:
    """Set how often a channel is to be looked at."""
    if not actor.may(Permission.ASSIGN):
        require(actor, Permission.KEEP_OFFICE)
    with desk.unit(actor) as work:
        channel = work.office.channel(command.channel_id)
        changed = replace(channel, every=command.every, checked=clean_line(command.said))
        work.office.put_lists(Lists((changed,), (), ()))
        facts = {"channel": command.channel_id, "every": command.every.value}
        work.journal(Entry(desk.now(), actor.person_id, "set_check_every", "office", facts))
        work.commit()
    return Checked(1)
