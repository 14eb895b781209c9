"""The letters' list: drafts and letters, on the shelves that a clerk works through."""

from datetime import date

from desktop.acts.exporting import letter_leaving, letters_out
from desktop.rules.saved_tables import SavedList
from desktop.views import LetterLine, LetterSort, LetterView, ProposalView, Shelf
from desktop.wording import N_, _
from desktop.wording.dates import short_date
from desktop.wording.names import LETTER_KIND, LETTER_STATUS, PROPOSAL_STEP
from ui.models.paged_table import ColumnSpec
from ui.tables.source import Source
from ui.telling import LETTER_TONES, STEP_TONES, addressees, digits
from ui.theme import Tone

SHELF = {
    Shelf.WORK: N_("Everything waiting"),
    Shelf.DRAFT: N_("Draft"),
    Shelf.CHECKED: N_("Checked"),
    Shelf.SIGNED: N_("Signed"),
    Shelf.NUMBER: N_("Awaiting number"),
    Shelf.SENDING: N_("To be sent"),
    Shelf.ALL: N_("Sent ones too"),
}


def _number(line: LetterLine) -> str:
    return "–" if isinstance(line, ProposalView) else digits(line.number)


def _on(line: LetterLine) -> date | None:
    return line.signed_on if isinstance(line, ProposalView) else line.dated


def _day(line: LetterLine) -> str:
    day = _on(line)
    return "–" if day is None else short_date(day)


def _kind(line: LetterLine) -> str:
    if line.closed:
        return _("Secret letter")
    return _(LETTER_KIND[line.draft.kind if isinstance(line, ProposalView) else line.kind])


def _recipient(line: LetterLine) -> str:
    return addressees(line.draft.recipient if isinstance(line, ProposalView) else line.recipient)


def _makers(line: LetterLine) -> str:
    if isinstance(line, LetterView):
        return "–"
    return " / ".join(name for name in (line.begun_by, line.checked_by) if name)


def _step(line: LetterLine) -> str:
    if isinstance(line, LetterView):
        return _(LETTER_STATUS[line.status])
    # What a superior wants corrected is not to be overlooked in a long list.
    return _("To be corrected") if line.wanted else _(PROPOSAL_STEP[line.step])


def _tone(line: LetterLine) -> Tone:
    if isinstance(line, LetterView):
        return LETTER_TONES[line.status]
    return Tone.LATE if line.wanted else STEP_TONES[line.step]


COLUMNS: tuple[ColumnSpec[LetterLine], ...] = (
    ColumnSpec(N_("Letter number"), _number, 145, LetterSort.NUMBER),
    ColumnSpec(N_("Dated / signed"), _day, 150, LetterSort.DAY, day=_on),
    ColumnSpec(N_("Letter"), _kind, 170, LetterSort.KIND),
    ColumnSpec(N_("To"), _recipient, 120, LetterSort.RECIPIENT),
    ColumnSpec(
        N_("Complaint no."),
        lambda line: digits(str(line.complaint_number)),
        128,
        LetterSort.COMPLAINT,
    ),
    ColumnSpec(N_("Subject"), lambda line: line.subject, 200, LetterSort.SUBJECT),
    ColumnSpec(N_("Drafted, checked"), _makers, 152, LetterSort.MAKERS),
    ColumnSpec(N_("Status"), _step, 112, LetterSort.STATUS, _tone),
)
SUBJECT = 5
"""The column that takes what room is left."""
YIELDING = (6, 1)
"""Who drafted and the day give it theirs in a narrow window."""
LETTERS = Source(
    SavedList.LETTERS,
    lambda desk, actor, query, _now, most, _wanted: desk.reading.letter_ids(actor, query, most),
    lambda desk, actor, ids: desk.reading.letter_rows(actor, ids),
    letter_leaving,
    letters_out,
)


def identity(line: LetterLine) -> int:
    """Name a line of the list; drafts are named below nought."""
    return -line.id if isinstance(line, ProposalView) else line.id
