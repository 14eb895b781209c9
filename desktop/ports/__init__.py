"""What the office needs from outside, as protocols; `Desk` bundles them."""

from desktop.ports.desk import NOBODY, Desk, Drafts, Passwords
from desktop.ports.kept import (
    Attachment,
    Batch,
    Classification,
    Draft,
    IncomingLetter,
    Letter,
    Replaced,
    StoredFile,
)
from desktop.ports.press import Composed, Press, Pressed, WordLetter
from desktop.ports.register import (
    Batches,
    Cases,
    Files,
    Letters,
    Links,
    Offices,
    People,
    Proposals,
    Redating,
    SavedViews,
    UnitOfWork,
)

__all__ = [
    "NOBODY",
    "Attachment",
    "Batch",
    "Batches",
    "Cases",
    "Classification",
    "Composed",
    "Desk",
    "Draft",
    "Drafts",
    "Files",
    "IncomingLetter",
    "Letter",
    "Letters",
    "Links",
    "Offices",
    "Passwords",
    "People",
    "Press",
    "Pressed",
    "Proposals",
    "Redating",
    "Replaced",
    "SavedViews",
    "StoredFile",
    "UnitOfWork",
    "WordLetter",
]
