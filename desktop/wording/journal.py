"""What the journal's entries are called."""

from collections.abc import Mapping

from desktop.wording import N_
from desktop.wording.names import STEP

JOURNAL: Mapping[str, str] = {
    **{kind.value: name for kind, name in STEP.items()},
    "keep_draft": N_("Draft kept"),
    "turn_file": N_("File turned"),
    "order_files": N_("Files put in order"),
    "plan_letters": N_("Letters to many begun"),
    "end_letters": N_("Letters to many ended"),
    "save_table": N_("List saved as a table"),
    "sign_in": N_("Signed in"),
    "sign_in_failed": N_("Sign-in failed"),
    "add_person": N_("Person added"),
    "change_person": N_("Person changed"),
    "set_password": N_("Password set"),
    "set_substitute": N_("Substitute set"),
    "end_substitution": N_("Substitution ended"),
    "open_office": N_("Office opened"),
    "change_office": N_("Office facts changed"),
    "keep_signatory": N_("Who signs changed"),
    "keep_assignment_rules": N_("Rules of assignment changed"),
    "keep_calendar": N_("Calendar changed"),
    "keep_standard": N_("Time standards changed"),
    "keep_ladder": N_("Warnings changed"),
    "reword_letter": N_("Letter wording changed"),
    "add_category": N_("Category added"),
    "rename_category": N_("Category renamed"),
    "offer_category": N_("Category switched on or off"),
    "offer_channel": N_("Channel switched on or off"),
    "offer_source": N_("Source switched on or off"),
    "keep_frequent": N_("Frequent complaint changed"),
    "offer_frequent": N_("Frequent complaint switched on or off"),
    "check_channels": N_("Channels checked"),
    "set_check_every": N_("How often channels are checked changed"),
    "keep_view": N_("View saved"),
    "update_view": N_("View changed"),
    "rename_view": N_("View renamed"),
    "remove_view": N_("View removed"),
}
"""By the code that an entry keeps; those on complaints as their timeline tells them."""
