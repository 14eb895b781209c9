"""The words of the search box: what it may be narrowed to, and why a part cannot be asked."""

from collections.abc import Iterable, Mapping

from desktop.rules.asking import Misread, Mistake, Terms
from desktop.rules.catalogue import Channel
from desktop.wording import N_, _
from desktop.wording.names import STATUS

MISTAKE: Mapping[Mistake, str] = {
    Mistake.NOTHING_AFTER: N_("“{part}” needs a word after the colon."),
    Mistake.UNKNOWN_STATUS: N_("“{part}”: there is no such status."),
    Mistake.UNKNOWN_CHANNEL: N_("“{part}”: the office has no such channel."),
    Mistake.NOT_DAYS: N_("“{part}”: type a number of working days, or nothing."),
    Mistake.NOT_A_DATE: N_("“{part}”: type a day, a month or a year, as 15/6/2569 or 6/2569."),
    Mistake.BACKWARDS: N_("“{part}”: the first day comes after the last."),
    Mistake.NOT_EXCLUDABLE: N_("“{part}”: this cannot be left out with a minus."),
}


def terms(channels: Iterable[Channel]) -> Terms:
    """Return the words that a search may be narrowed to, in the language in force."""
    return Terms(
        {_(said): status for status, said in STATUS.items()},
        {one.name: one.id for one in channels if one.id is not None},
    )


def why_misread(misread: Iterable[Misread]) -> str:
    """Say what of a search cannot be asked, and how to type it."""
    return " ".join(_(MISTAKE[one.mistake]).format(part=one.part) for one in misread)
