"""What is read back to a caller before the call ends, in the order in which one says it."""

from desktop.rules.identity import display_phone
from desktop.rules.intake_form import IntakeForm
from desktop.rules.thai.addresses import address_lines
from desktop.rules.thai.names import full_name
from desktop.wording import _
from ui.telling import moment
from ui.widgets.dates import shown_digits


def spoken(form: IntakeForm) -> str:
    """Say who calls, from where, what about and what was promised; only what is known."""
    who, matter = form.petitioners[0], form.matter
    back = form.intake.call_back_at
    told = (
        (_("Name: {said}"), full_name(who.prefix, who.first, who.last) or who.heading),
        (_("Telephone: {said}"), display_phone(who.phone, shown_digits()) if who.phone else ""),
        (_("Address: {said}"), " ".join(address_lines(who.address))),
        (_("About: {said}"), matter.subject),
        (_("Where: {said}"), matter.place),
        (_("What happened: {said}"), matter.facts),
        (_("Harm: {said}"), matter.harm),
        (_("Wanted: {said}"), matter.remedy),
        (_("We call back: {said}"), "" if back is None else moment(back)),
    )
    return "\n".join(words.format(said=said.strip()) for words, said in told if said.strip())
