"""The card of earlier complaints that may be the same, and what may be done with each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.road import OPEN
from desktop.rules.thai.digits import in_digits
from desktop.views import Alike, Known
from desktop.wording import _
from desktop.wording.dates import medium_date
from desktop.wording.names import ALIKE, STATUS
from ui.actions import Act, spec
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.plain import Card, Chip, button, label

_SHOWN = 3


class SameCard(Card):
    """Earlier complaints that may be the same; what is typed may be filed in one.

    Signals:
        case_wanted: Somebody wants to see one. arg: its id.
        file_wanted: A letter belongs to one. arg: its id.
        note_wanted: What is typed belongs to one. arg: its id.
        merge_wanted: What is typed goes on in one, with a number of its own. arg: its id.
        fill_wanted: The petitioner is the same as of one. arg: its id.
    """

    case_wanted = Signal(int)
    file_wanted = Signal(int)
    note_wanted = Signal(int)
    merge_wanted = Signal(int)
    fill_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("May be the same as"))
        self._rows: list[QWidget] = []
        self._letter, self._notes, self.merges = False, False, False
        self.known: Sequence[Known] = ()
        self.show_known(())

    def let_note(self) -> None:
        """Offer to note what is typed in what is shown, where it is no letter to be filed."""
        self._notes = True

    def let_merge(self) -> None:
        """Offer to register what is typed and merge it into what is shown, where that is open."""
        self.merges = True

    def offer_filing(self, *, letter: bool) -> None:
        """Offer to file a letter in what is shown, or else to note what is typed."""
        self._letter = letter
        self.show_known(self.known)

    def show_known(self, known: Sequence[Known]) -> None:
        """Show earlier complaints, newest first; without any the card is not there."""
        self.known = known
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(one) for one in known[:_SHOWN]]
        if len(known) > _SHOWN:
            more = _("and {count} more").format(count=len(known) - _SHOWN)
            self._rows.append(label(in_digits(more, shown_digits()), "help"))
        for row in self._rows:
            self.column.addWidget(row)
        self.setVisible(bool(known))

    def first(self) -> Known | None:
        """Return the likeliest."""
        return self.known[0] if self.known else None

    def only(self) -> Known | None:
        """Return the one there is, where there is no other."""
        return self.known[0] if len(self.known) == 1 else None

    def person(self) -> Known | None:
        """Return the likeliest of the same person."""
        return next((one for one in self.known if Alike.PERSON in one.alike), None)

    def open(self) -> Known | None:
        """Return the likeliest that something can be merged into."""
        return next((one for one in self.known if one.status in OPEN), None)

    def _row(self, known: Known) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        said = in_digits(str(known.number), shown_digits())
        keys = f" ({spec(Act.OPEN_ALIKE).keys})" if known == self.first() else ""
        number = button(said + keys, "link")
        number.clicked.connect(partial(self._wanted, self.case_wanted, known.id))
        head.addWidget(number)
        head.addWidget(Chip(_(STATUS[known.status]), Tone.INFO))
        head.addStretch()
        column.addLayout(head)
        day = medium_date(known.received_on)
        column.addWidget(label(f"{known.subject} · {day}", "second", wrap=True))
        alike = " · ".join(_(ALIKE[one]) for one in known.alike)
        column.addWidget(label(alike, "help", wrap=True))
        if Alike.PERSON in known.alike:
            text, key = _("Fill in this petitioner"), Act.FILL_KNOWN
            self._offer(column, text, key, self.fill_wanted, known, keyed=known == self.person())
        if self._letter:
            text = _("File the letter in it")
            keyed = self.only() is not None
            self._offer(column, text, Act.FILE_INTO, self.file_wanted, known, keyed=keyed)
        elif self._notes:
            text = _("Note it there, without a number")
            keyed = known == self.first()
            self._offer(column, text, Act.FILE_INTO, self.note_wanted, known, keyed=keyed)
        if self.merges and known.status in OPEN:
            text, keyed = _("Save and merge into it"), known == self.open()
            self._offer(column, text, Act.MERGE_INTO, self.merge_wanted, known, keyed=keyed)
        return row

    def _offer(
        self,
        column: QVBoxLayout,
        text: str,
        act: Act,
        wanted: SignalInstance,
        known: Known,
        *,
        keyed: bool,
    ) -> None:
        deed = button(f"{text} ({spec(act).keys})" if keyed else text, "link")
        deed.clicked.connect(partial(self._wanted, wanted, known.id))
        column.addWidget(deed, 0, Qt.AlignmentFlag.AlignLeft)

    def _wanted(self, wanted: SignalInstance, case_id: int, _checked: bool = False) -> None:
        wanted.emit(case_id)
