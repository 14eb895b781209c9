"""The letters of a case and those that came: each where it stands, and what may be done with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.paper_orders import Makers
from desktop.rules.letters import DELIVERED, ON_THE_DESK, READY, LetterStatus
from desktop.rules.people import Permission
from desktop.rules.proposing import ProposalMove
from desktop.views import (
    CaseView,
    FileView,
    IncomingView,
    LetterView,
    OfficeView,
    PersonRow,
    ProposalView,
)
from desktop.wording import _
from desktop.wording.names import LETTER_KIND, PROPOSAL_MOVE
from ui.dialogs.folder import Folder, moves_of_draft
from ui.dialogs.incoming_sheets import CorrectIncomingSheet, WithdrawIncomingSheet
from ui.dialogs.letter_scans import ScanSheet
from ui.dialogs.letter_sheets import (
    DispatchSheet,
    NumberSheet,
    ReturnedSheet,
    VoidSheet,
)
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.pages.case.letter_deeds import LetterDeeds, LetterSheet
from ui.pages.case.letter_rows import (
    Offer,
    RecordRow,
    draft_chip,
    draft_note,
    incoming_name,
    incoming_notes,
    kin_notes,
    letter_chip,
    letter_note,
    scan_offers,
    version_note,
)
from ui.telling import letter_name
from ui.theme import Tone
from ui.widgets.plain import Card, Chip, button, label


class LettersCard(Card):
    """The letters of the case on the page, and those that came to it.

    Signals:
        file_wanted: Somebody wants to see a scan. arg: the file.
    """

    file_wanted = Signal(object)

    def __init__(self, operations: Operations, notices: Notices, refused: Otherwise) -> None:
        super().__init__(_("Letters"))
        self._operations = operations
        self.folder = Folder(operations, self, notices, refused, case_open=True)
        self.deeds = LetterDeeds(operations, self, self.folder, notices, refused)
        self._rows: list[QWidget] = []
        self.incoming_button = button(_("Record a letter that came…"), "link")
        self.incoming_button.clicked.connect(partial(self.deeds.receive, None))

    def show_case(
        self, case: CaseView, office: OfficeView, people: Sequence[PersonRow] = ()
    ) -> None:
        """Replace what is shown."""
        self.deeds.take(case, office, people)
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._draft_row(draft) for draft in case.proposals]
        self._rows += [self._row(letter, case) for letter in case.letters]
        self._rows += [self._came(incoming, case) for incoming in case.incoming]
        if not self._rows:
            self._rows = [label(_("No letters yet."), "second")]
        for row in self._rows:
            self.column.addWidget(row)
        self.column.addWidget(self.incoming_button, 0, Qt.AlignmentFlag.AlignLeft)
        # It hangs below the rows, for the eye and for Tab.
        self.incoming_button.raise_()
        self.incoming_button.setVisible(self._operations.actor.may(Permission.CORRECT))

    def deeds_of(self, letter: LetterView) -> tuple[list[Offer], list[Offer]]:
        """List what is offered beside a letter where it stands, and what in its menu."""
        deeds, status = self.deeds, letter.status
        if letter.closed:
            return [], []
        shown: list[Offer] = [(_("Show and print"), partial(deeds.show_letter, letter))]
        more: list[Offer] = []
        if not self._operations.actor.may(Permission.ISSUE_LETTER):
            return shown, more

        def sheet(kind: LetterSheet) -> Callable[[], None]:
            return partial(deeds.ask, letter, kind)

        if status is LetterStatus.AWAITING_NUMBER:
            shown.append((_("Type number…"), sheet(NumberSheet)))
        if status in READY:
            shown.append((_("Record sending…"), sheet(DispatchSheet)))
        if status is LetterStatus.SENT:
            shown.append((_("Answer came…"), partial(deeds.receive, letter)))
            more.append((_("Came back…"), sheet(ReturnedSheet)))
        if status is LetterStatus.ANSWERED:
            more.append((_("Answer came…"), partial(deeds.receive, letter)))
        if status in ON_THE_DESK:
            more.append((_("Correct text…"), partial(deeds.correct, letter)))
            more.append((_("Spoiled original, print again…"), partial(deeds.reprint, letter)))
        if status in DELIVERED:
            more.append((_("Write correcting letter…"), partial(deeds.put_right, letter)))
        if status is LetterStatus.VOID:
            return shown, more
        makers = Makers(letter.drafted_by, letter.typed_by, letter.checked_by)
        if status is not LetterStatus.AWAITING_NUMBER:
            more.append((_("Plain copy"), partial(deeds.copy, letter)))
            more.append((_("Certified copy…"), partial(deeds.certify, letter)))
        more.append((_("The office's own copy"), partial(deeds.copy, letter, makers)))
        more.append((_("Attach signed scan…"), sheet(ScanSheet)))
        if status in ON_THE_DESK:
            more.append((_("Void letter…"), sheet(VoidSheet)))
        return shown, more

    def _draft_row(self, draft: ProposalView) -> RecordRow:
        row = RecordRow()
        if draft.closed:
            row.head(_("Secret letter"), draft_chip(draft))
            row.tell(draft_note(draft))
            return row
        row.head(_(LETTER_KIND[draft.draft.kind]), draft_chip(draft))
        offers: list[Offer] = [(_("Show and print"), partial(self.folder.show, (draft,)))]
        may = self._operations.actor.may(Permission.ISSUE_LETTER)
        for move in moves_of_draft(draft) if may else ():
            text = _("Open draft") if move is ProposalMove.KEEP else _(PROPOSAL_MOVE[move])
            offers.append((text, partial(self.folder.take, move, (draft,))))
        row.tell(draft_note(draft))
        row.tell("", offers)
        return row

    def _row(self, letter: LetterView, case: CaseView) -> RecordRow:
        row = RecordRow()
        row.head(letter_name(letter), letter_chip(letter))
        row.tell(letter_note(letter), *self.deeds_of(letter))
        for note in kin_notes(letter, case):
            row.tell(note)
        for version in case.versions:
            if version.letter_id == letter.id:
                show = partial(self.deeds.show_version, letter, version.version)
                row.tell(version_note(version), [(_("Show"), show)])
        scans = [file for file in case.files if file.letter_id == letter.id]
        if scans:
            row.tell(_("Signed scan"), scan_offers(scans, self._open))
        return row

    def _came(self, incoming: IncomingView, case: CaseView) -> RecordRow:
        row = RecordRow()
        gone = bool(incoming.withdrawn)
        chip = Chip(_("Withdrawn"), Tone.QUIET) if gone else Chip(_("Letter in"), Tone.INFO)
        row.head(incoming_name(incoming), chip)
        scans = [file for file in case.files if file.incoming_id == incoming.id]
        subject, *others = incoming_notes(incoming, case)
        mend: list[Offer] = []
        if self._operations.actor.may(Permission.CORRECT) and not gone:
            ask = partial(self.deeds.ask_of_incoming, incoming)
            mend = [
                (_("Correct record…"), partial(ask, CorrectIncomingSheet)),
                (_("Withdraw record…"), partial(ask, WithdrawIncomingSheet)),
            ]
        row.tell(subject, scan_offers(scans, self._open), mend)
        for note in others:
            row.tell(note)
        return row

    def _open(self, file: FileView) -> None:
        self.file_wanted.emit(file)
