"""Read-side shapes: frozen, safe to pass between threads, free of any session."""

from desktop.views.case import CaseView, FileView, JournalHead, Known, LinkView, Saved, StepView
from desktop.views.handing import Handed, HandOverPlan, Staying
from desktop.views.letters import (
    BatchView,
    IncomingView,
    LetterView,
    ProposalView,
    TextView,
    VersionView,
)
from desktop.views.office import Lists, OfficeView, PersonRow, SubstitutionRow
from desktop.views.register import (
    Agenda,
    AgendaGroup,
    AgendaKind,
    Board,
    BoardColumn,
    ComplaintRow,
    ListedColumn,
    Load,
    RegisterQuery,
    RegisterView,
    SavedView,
    SortBy,
    Tiles,
)

__all__ = [
    "Agenda",
    "AgendaGroup",
    "AgendaKind",
    "BatchView",
    "Board",
    "BoardColumn",
    "CaseView",
    "ComplaintRow",
    "FileView",
    "HandOverPlan",
    "Handed",
    "IncomingView",
    "JournalHead",
    "Known",
    "LetterView",
    "LinkView",
    "ListedColumn",
    "Lists",
    "Load",
    "OfficeView",
    "PersonRow",
    "ProposalView",
    "RegisterQuery",
    "RegisterView",
    "Saved",
    "SavedView",
    "SortBy",
    "Staying",
    "StepView",
    "SubstitutionRow",
    "TextView",
    "Tiles",
    "VersionView",
]
