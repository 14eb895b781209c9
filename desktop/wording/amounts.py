"""Amounts of time in words: one day, two days."""

from desktop.rules.clocks import Unit
from desktop.wording import ngettext


def amount_words(amount: int, unit: Unit) -> str:
    """Say how long something may take, in Arabic digits."""
    match unit:
        case Unit.WORKING_MINUTES:
            said = ngettext("{count} working minute", "{count} working minutes", amount)
        case Unit.WORKING_DAYS:
            said = ngettext("{count} working day", "{count} working days", amount)
        case Unit.CALENDAR_DAYS:
            said = ngettext("{count} day", "{count} days", amount)
    return said.format(count=amount)
