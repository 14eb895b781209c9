"""Every action once: its words, its keys, who may. Menus, buttons and the help page read this."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.people import Permission
from desktop.wording import N_


class Act(StrEnum):
    """An action of the window or of a page."""

    NEW = "new"
    SEARCH = "search"
    REGISTER = "register"
    MY_WORK = "my_work"
    UNASSIGNED = "unassigned"
    SOON = "soon"
    LATE = "late"
    BOARD = "board"
    CHECKS = "checks"
    MORNING = "morning"
    LETTERS = "letters"
    REPORTS = "reports"
    BOOKS = "books"
    FILES = "files"
    JOURNAL = "journal"
    SETTINGS = "settings"
    HELP = "help"
    PERSON = "person"
    LOCK = "lock"
    SAVE = "save"
    NEXT_LIKE = "next_like"
    FREQUENT = "frequent"
    PARK = "park"
    FILE_INTO = "file_into"
    MERGE_INTO = "merge_into"
    OPEN_ALIKE = "open_alike"
    STATEMENT = "statement"
    TOLD = "told"
    SIGNED = "signed"
    READ_BACK = "read_back"
    CALL_BACK = "call_back"
    FILL_KNOWN = "fill_known"
    LETTER_CHANNEL = "letter_channel"
    PHONE_CHANNEL = "phone_channel"
    WALK_IN_CHANNEL = "walk_in_channel"
    OTHER_CHANNEL = "other_channel"
    ATTACH_SCANS = "attach_scans"
    SCAN = "scan"
    READ_CARD = "read_card"
    OPEN = "open"
    ASSIGN = "assign"
    UNDO = "undo"
    NOTE = "note"
    REFER = "refer"
    ANSWER = "answer"
    CLOSE_CASE = "close_case"
    CORRECT = "correct"
    PROCEED = "proceed"
    LETTER = "letter"
    KEEP_DRAFT = "keep_draft"
    NEXT_STEP = "next_step"
    SLIP = "slip"
    PAPERS = "papers"
    PRINT = "print"
    PRINT_AGAIN = "print_again"
    BOOK = "book"
    REFRESH = "refresh"
    COPY = "copy"
    SAVE_TABLE = "save_table"
    VIEW_MENU = "view_menu"
    GROUPS = "groups"
    COLUMNS = "columns"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action as menus, buttons and the help page show it."""

    act: Act
    text: str
    keys: str = ""
    permission: Permission | None = None

    @property
    def keycap(self) -> str:
        """Name the keys as they are written on the keyboard."""
        return self.keys.replace("Return", "Enter").replace("Left", "←")


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(Act.NEW, N_("New complaint"), "F2", Permission.REGISTER),
    ActionSpec(Act.SEARCH, N_("Search"), "Ctrl+K"),
    ActionSpec(Act.REGISTER, N_("Register"), "Ctrl+1"),
    ActionSpec(Act.MY_WORK, N_("My work"), "Ctrl+2"),
    ActionSpec(Act.UNASSIGNED, N_("Unassigned"), "Ctrl+3"),
    ActionSpec(Act.SOON, N_("Due soon"), "Ctrl+4"),
    ActionSpec(Act.LATE, N_("Overdue"), "Ctrl+5"),
    ActionSpec(Act.LETTERS, N_("Letters"), "Ctrl+6"),
    ActionSpec(Act.REPORTS, N_("Reports"), "Ctrl+7", Permission.SEE_REPORTS),
    ActionSpec(Act.BOARD, N_("Supervisor's board"), "Ctrl+8", Permission.ASSIGN),
    ActionSpec(Act.CHECKS, N_("Channel checks"), "Ctrl+9"),
    ActionSpec(Act.MORNING, N_("This morning"), "Ctrl+0"),
    ActionSpec(Act.BOOKS, N_("Books"), "Ctrl+Shift+R", Permission.SEE_REPORTS),
    ActionSpec(Act.FILES, N_("Files"), "Ctrl+Shift+F", Permission.SEE_REPORTS),
    ActionSpec(Act.JOURNAL, N_("Journal"), "Ctrl+Shift+J", Permission.SEE_JOURNAL),
    ActionSpec(Act.SETTINGS, N_("Settings"), "Ctrl+,"),
    ActionSpec(Act.HELP, N_("Help"), "F1"),
    ActionSpec(Act.PERSON, N_("Language, colours and size"), "F10"),
    ActionSpec(Act.LOCK, N_("Lock"), "Ctrl+L"),
    ActionSpec(Act.SAVE, N_("Save"), "Ctrl+S"),
    ActionSpec(Act.NEXT_LIKE, N_("Take one like the last"), "Shift+F2", Permission.REGISTER),
    ActionSpec(Act.FREQUENT, N_("Frequent complaint…"), "F8", Permission.REGISTER),
    ActionSpec(Act.PARK, N_("Park draft"), "F6", Permission.REGISTER),
    ActionSpec(Act.FILE_INTO, N_("File in an earlier complaint"), "F7", Permission.CORRECT),
    ActionSpec(
        Act.MERGE_INTO,
        N_("Register and merge into the complaint that may be the same"),
        "Shift+F7",
        Permission.ASSIGN,
    ),
    ActionSpec(Act.OPEN_ALIKE, N_("Open the complaint that may be the same"), "F3"),
    ActionSpec(Act.FILL_KNOWN, N_("Fill in who came before"), "Shift+F3", Permission.REGISTER),
    ActionSpec(Act.LETTER_CHANNEL, N_("Letter"), "Alt+1", Permission.REGISTER),
    ActionSpec(Act.PHONE_CHANNEL, N_("Phone"), "Alt+2", Permission.REGISTER),
    ActionSpec(Act.WALK_IN_CHANNEL, N_("Walk-in"), "Alt+3", Permission.REGISTER),
    ActionSpec(Act.OTHER_CHANNEL, N_("Other channel"), "Alt+4", Permission.REGISTER),
    ActionSpec(Act.ATTACH_SCANS, N_("Attach new scans"), "F11", Permission.CORRECT),
    ActionSpec(Act.SCAN, N_("Scan…"), "F12", Permission.CORRECT),
    ActionSpec(Act.READ_CARD, N_("Read identity card"), "Ctrl+I", Permission.REGISTER),
    ActionSpec(Act.STATEMENT, N_("Record a statement to sign"), "F4", Permission.WORK),
    ActionSpec(
        Act.TOLD, N_("The petitioner has been told the number"), "Alt+7", Permission.REGISTER
    ),
    ActionSpec(
        Act.SIGNED, N_("The visitor has signed what was read back"), "Alt+8", Permission.REGISTER
    ),
    ActionSpec(Act.READ_BACK, N_("Read back to the caller"), "Alt+5", Permission.REGISTER),
    ActionSpec(Act.CALL_BACK, N_("Promise to call back"), "Alt+6", Permission.REGISTER),
    ActionSpec(Act.OPEN, N_("Open complaint"), "Return"),
    ActionSpec(Act.ASSIGN, N_("Assign…"), "Ctrl+M", Permission.ASSIGN),
    ActionSpec(
        Act.UNDO, N_("Take back what was just assigned or handed over"), "Ctrl+Z", Permission.ASSIGN
    ),
    ActionSpec(Act.NOTE, N_("Note a step…"), "Ctrl+N", Permission.WORK),
    ActionSpec(Act.REFER, N_("Refer…"), "Ctrl+R", Permission.REFER),
    ActionSpec(Act.ANSWER, N_("Answer petitioner…"), "Ctrl+T", Permission.WORK),
    ActionSpec(Act.CLOSE_CASE, N_("Close complaint…"), "Ctrl+E", Permission.CLOSE),
    ActionSpec(Act.CORRECT, N_("Correct…"), "Ctrl+D", Permission.CORRECT),
    ActionSpec(Act.PROCEED, N_("Proceed…"), "Ctrl+J"),
    ActionSpec(Act.LETTER, N_("Issue letter…"), "Ctrl+G", Permission.ISSUE_LETTER),
    ActionSpec(Act.KEEP_DRAFT, N_("Keep draft"), "Ctrl+Shift+S", Permission.ISSUE_LETTER),
    ActionSpec(
        Act.NEXT_STEP,
        N_("Next step of the letters selected"),
        "Ctrl+Return",
        Permission.ISSUE_LETTER,
    ),
    ActionSpec(Act.SLIP, N_("Receipt slip"), "Ctrl+B"),
    ActionSpec(Act.PAPERS, N_("Papers…"), "Ctrl+Shift+B"),
    ActionSpec(Act.PRINT, N_("Print"), "Ctrl+P"),
    ActionSpec(Act.PRINT_AGAIN, N_("Print as last time"), "F9"),
    ActionSpec(Act.BOOK, N_("Preview book"), "Ctrl+Shift+P", Permission.SEE_REPORTS),
    ActionSpec(Act.REFRESH, N_("Refresh"), "F5"),
    ActionSpec(Act.COPY, N_("Copy"), "Ctrl+C"),
    ActionSpec(Act.SAVE_TABLE, N_("Save as a table…"), "Ctrl+Shift+E", Permission.SEE_REPORTS),
    ActionSpec(Act.VIEW_MENU, N_("View of the list"), "Ctrl+Shift+V"),
    ActionSpec(Act.GROUPS, N_("Groups"), "Ctrl+Shift+G"),
    ActionSpec(Act.COLUMNS, N_("Columns…"), "Ctrl+Shift+K"),
    ActionSpec(Act.BACK, N_("Back"), "Alt+Left"),
)

_BY_ACT = {spec.act: spec for spec in ACTIONS}


def spec(act: Act) -> ActionSpec:
    """Return an action's line of the table."""
    return _BY_ACT[act]
