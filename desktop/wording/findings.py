"""What is said of a register that cannot be opened, or in which something is wrong."""

from collections.abc import Mapping

from desktop.wording import N_, _

UNFIT: Mapping[str, str] = {
    "network": N_(
        "A register cannot be kept on a network drive: entries would be lost. Move it to this "
        "computer, or use the shared database for several desks."
    ),
    "missing": N_("There is no register in this folder."),
    "empty": N_("The register's file is empty (0 bytes). Restore a copy; nothing was changed."),
    "foreign": N_("The file in this folder is not a register. Nothing was changed."),
    "damaged": N_("The register's file is damaged. Restore a copy; nothing was changed."),
    "newer": N_(
        "This register was made by a newer version of the program. Install that version; "
        "nothing was changed."
    ),
    "unreachable": N_(
        "The shared database does not answer. Check the network, the address and the password, "
        "then open the program again; nothing was changed."
    ),
    "read_only": N_("The register's folder cannot be written. Ask the administrator."),
}

FAULTS: Mapping[str, str] = {
    "damaged": N_("The register's file is damaged ({where})."),
    "foreign_keys": N_("Entries refer to what is not there (table {where})."),
    "journal": N_("The journal was changed at entry {where}."),
    "numbers": N_("Numbers are missing or doubled in series {where}."),
    "file_missing": N_("A kept file is gone ({where})."),
    "file_changed": N_("A kept file is no longer what it was ({where})."),
    "list_differs": N_("The list shows complaint {where} otherwise than it is."),
    "person_differs": N_("Lists sort user {where} by another name than theirs."),
    "due_differs": N_("A stored due date of complaint {where} is not what its rule gives."),
}


PROOFS: Mapping[str, str] = {
    "whole": N_("The file and its references: {seconds} s"),
    "journal": N_("The journal's chain: {seconds} s"),
    "numbers": N_("Numbers without gaps: {seconds} s"),
    "files": N_("Kept files: {seconds} s"),
    "lists": N_("What lists and search show: {seconds} s"),
    "due_dates": N_("Every stored due date: {seconds} s"),
}


def unfit_words(unfit: str) -> str:
    """Say why a place cannot be opened, and what to do."""
    return _(UNFIT[unfit])


def finding_words(fault: str, where: str) -> str:
    """Say one thing found wrong."""
    return _(FAULTS[fault]).format(where=where)


def proof_words(proof: str, seconds: float) -> str:
    """Say which part was proved, and how long it took."""
    return _(PROOFS[proof]).format(seconds=f"{seconds:.1f}")


def reached_words(part: float) -> str:
    """Say how much of the whole has been looked at."""
    return _("{percent}% looked at so far").format(percent=int(part * 100))
