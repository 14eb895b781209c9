"""A draft to Word and back: out as a file, its corrected text home; nothing is locked between."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import Refused
from desktop.exchange.word_file import LARGEST
from desktop.ports import Desk, WordLetter
from desktop.rules.corrections import GREETED, Corrections, Part, kept_key
from desktop.rules.filenames import safe_name
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, OfficeView
from desktop.wording import _
from desktop.wording.names import LETTER_KIND
from desktop.wording.refusals import sentence
from ui.dialogs.differences import DifferencesDialog
from ui.dialogs.letter_keeping import Keeping
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.theme import Tone
from ui.widgets.field import LineField
from ui.widgets.plain import button

_FILES = "Word (*.docx)"


class WordTrip(QObject):
    """Two buttons beside a letter's form."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        office: OfficeView,
        keeping: Keeping,
        notices: Notices,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._operations, self._case, self._office = operations, case, office
        self._keeping, self._form, self._notices = keeping, keeping.form, notices
        kept = keeping.kept
        # A draft that is not kept yet is known by a name of its own while its window is open.
        self._key = secrets.token_hex(16) if kept is None else kept_key(kept.id)
        self._window = parent
        self.out = button(_("Save as Word…"))
        self.back = button(_("Text back from Word…"))
        self.out.clicked.connect(self._choose_place)
        self.back.clicked.connect(self._choose_file)
        for part in (self.out, self.back):
            part.setAutoDefault(False)

    def save_to(self, path: Path) -> None:
        """Write the draft as it stands to a Word file."""
        draft, case, office, key = self._keeping.words(), self._case, self._office, self._key
        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> WordLetter:
            del actor
            made = desk.press.word_letter(case, draft, office, today, key)
            path.write_bytes(made.docx)
            return made

        self._operations.read(self, question, self._saved, self._refused)

    def bring_back(self, path: Path) -> None:
        """Compare a Word file with the draft and show what differs."""
        draft, case, office, key = self._keeping.words(), self._case, self._office, self._key
        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> Corrections:
            del actor
            content = _content(path)
            return desk.press.corrections(case, draft, office, today, key, content)

        self._operations.read(self, question, self._show, self._refused)

    def _choose_place(self) -> None:
        kind = _(LETTER_KIND[self._form.draft().kind])
        name = safe_name(f"{kind} {self._case.number}.docx".replace("/", "-"))
        if not self._signed():
            return
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save as Word…"), name, _FILES
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".docx"))

    def _choose_file(self) -> None:
        if not self._signed():
            return
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Text back from Word…"), "", _FILES
        )
        if chosen:
            self.bring_back(Path(chosen))

    def _signed(self) -> bool:
        """Tell whether somebody signs; without one there is no letter yet."""
        if self._form.draft().signatory_id:
            return True
        self._form.signatory.set_error(sentence(Refused(Reason.NO_SIGNATORY)))
        return False

    def _saved(self, made: WordLetter) -> None:
        self._notices.passing(_("Saved."))
        if made.replaced:
            codes = " ".join(f"U+{ord(char):04X}" for char in made.replaced)
            said = _("These characters cannot stand in a Word file; ◊ stands there: {codes}")
            self._notices.stay(said.format(codes=codes), Tone.SOON)

    def _show(self, corrections: Corrections) -> None:
        dialog = DifferencesDialog(corrections, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, taken: Mapping[Part, tuple[str, ...]]) -> None:
        """Put the chosen texts on the form, as if they were typed."""
        for part, texts in taken.items():
            if part is Part.CLOSING:
                if Part.SALUTATION not in taken:
                    self._form.salutation.set_text(GREETED[" ".join(texts)])
                continue
            field = self._form.fields[part.value]
            if isinstance(field, LineField):
                field.set_text(" ".join(texts))
            else:
                field.set_text(("\n\n" if part is Part.BODY else "\n").join(texts))

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, OSError):
            said = _("The file could not be written. Choose another place.")
            self._notices.stay(said, Tone.LATE)
            return True
        return show_refusals(error, {}, self._notices)


def _content(path: Path) -> bytes:
    """Read a file; one that is too large is not read."""
    name = safe_name(path.name)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as fault:
        raise Refused(Reason.FILE_UNREADABLE, name=name) from fault
    if size > LARGEST:
        raise Refused(Reason.FILE_TOO_LARGE, name=name, megabytes=LARGEST // (1024 * 1024))
    if not content:
        raise Refused(Reason.EMPTY_FILE, name=name)
    return content
