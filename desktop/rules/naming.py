"""What whoever brings a complaint is called: in lists, and on a letter that goes to them."""

from desktop.rules.complaint import Petitioner, PetitionerKind
from desktop.rules.thai.names import full_name


def shown_name(petitioner: Petitioner) -> str:
    """Return what lists call a petitioner; nothing for one who did not sign."""
    if petitioner.kind is PetitionerKind.ANONYMOUS:
        return ""
    if petitioner.kind is PetitionerKind.PERSON:
        return signer(petitioner)
    return petitioner.heading


def signer(petitioner: Petitioner) -> str:
    """Return the person who signed, for a group or an agency too; nothing where none is named."""
    return full_name(petitioner.prefix, petitioner.first, petitioner.last)


def addressed(petitioner: Petitioner) -> str:
    """Return to whom a letter goes: a group gets it through its representative."""
    named = signer(petitioner)
    if petitioner.kind is PetitionerKind.GROUP and named:
        return f"{named} ผู้แทน{petitioner.heading}"
    return shown_name(petitioner)
