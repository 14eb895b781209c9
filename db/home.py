"""Where the registers of this computer are: for one account, or for all of them."""

from pathlib import Path

import platformdirs

from db.place import Place

NAME = "rap-rueang"


def own_folder() -> Path:
    """Return the folder that only this account sees; nothing is made there."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def shared_folder() -> Path:
    """Return the folder that every account of this computer can share."""
    return platformdirs.site_data_path(NAME, appauthor=False)


def home(data: Path | None, server: str = "") -> Place:
    """Return the place asked for, or this computer's: shared if a register is there, else own."""
    if server:
        # The register is elsewhere; unfinished forms stay on this computer.
        return Place(own_folder(), server)
    if data is not None:
        return Place(data)
    shared = Place(shared_folder())
    return shared if shared.file.exists() else Place(own_folder())


def drafts_of_account(place: Place) -> Path:
    """Return this account's own file of unfinished forms, apart from a shared register."""
    if place.folder == shared_folder():
        return own_folder() / place.drafts.name
    return place.drafts
