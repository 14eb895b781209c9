"""What a page's keys are, told the first times somebody comes to it, and then no more."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.rules.people import Actor
from desktop.wording import N_, _
from ui.actions import Act, spec
from ui.widgets.plain import button, label

TIMES = 3
"""Of so many times signing in a page tells its keys, unless somebody has understood before."""
HINTS: Mapping[Act, tuple[str, Sequence[Act]]] = {
    Act.REGISTER: ("", (Act.NEW, Act.SEARCH, Act.OPEN, Act.ASSIGN, Act.VIEW_MENU, Act.HELP)),
    Act.NEW: (
        N_("Enter goes on to the next field."),
        (Act.OPEN_ALIKE, Act.FILE_INTO, Act.HELP),
    ),
    Act.OPEN: ("", (Act.PROCEED, Act.NOTE, Act.ANSWER, Act.LETTER, Act.BACK, Act.HELP)),
    Act.LETTERS: ("", (Act.NEXT_STEP, Act.PRINT, Act.BACK, Act.HELP)),
    Act.REPORTS: ("", (Act.PRINT, Act.BOOKS, Act.HELP)),
    Act.FILES: ("", (Act.OPEN, Act.SAVE_TABLE, Act.BACK, Act.HELP)),
    Act.BOOKS: ("", (Act.OPEN, Act.BOOK, Act.SAVE_TABLE, Act.BACK, Act.HELP)),
}
"""By page: a sentence, and the actions whose keys are worth knowing there."""


class KeptHints:
    """How often one person was told of each page; it is about this computer, not the register."""

    def __init__(self, person_id: int, settings: QSettings | None = None) -> None:
        self._person_id = person_id
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "hints"
        )

    def wanted(self, page: Act) -> bool:
        """Tell whether somebody is still to be told."""
        return self._told(page) < TIMES

    def told(self, page: Act) -> None:
        """Count one more time of telling."""
        self._settings.setValue(self._key(page), self._told(page) + 1)

    def understood(self, page: Act) -> None:
        """Tell of it no more."""
        self._settings.setValue(self._key(page), TIMES)

    def _told(self, page: Act) -> int:
        said = str(self._settings.value(self._key(page), "0"))
        # Somebody edited the file; what cannot be read there is as if nobody was told.
        return int(said) if said.isdecimal() else 0

    def _key(self, page: Act) -> str:
        return f"{self._person_id}/{page.value}"


class HintLine(QWidget):
    """One quiet line above a page; it takes no cursor and goes when it was understood."""

    def __init__(self, actor: Actor, kept: KeptHints, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor, self._kept = actor, kept
        self._page: Act | None = None
        self._counted: set[Act] = set()
        self.text = label("", "second", wrap=True)
        self.close_button = button(_("Understood"), "link")
        self.close_button.clicked.connect(self._understand)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 0)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button)
        self.hide()

    def visit(self, page: Act) -> None:
        """Tell of the page that is shown, if there is something to tell."""
        self._page = page
        shown = page in HINTS and (page in self._counted or self._kept.wanted(page))
        if shown:
            self.text.setText(_said(self._actor, *HINTS[page]))
            if page not in self._counted:
                self._counted.add(page)
                self._kept.told(page)
        self.setVisible(shown)

    def _understand(self) -> None:
        assert self._page is not None
        self._counted.discard(self._page)
        self._kept.understood(self._page)
        self.hide()


def _said(actor: Actor, sentence: str, acts: Sequence[Act]) -> str:
    """Name the keys of what this person may do."""
    lines = [spec(act) for act in acts]
    keys = [
        f"{line.keycap} {_(line.text).rstrip('…')}"
        for line in lines
        if line.permission is None or actor.may(line.permission)
    ]
    return " · ".join(([_(sentence)] if sentence else []) + keys)
