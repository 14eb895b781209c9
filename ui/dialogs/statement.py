"""The sheet in which a statement is typed, questions and answers as they are spoken."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.acts.stating import RecordStatement, record_statement
from desktop.rules.complaint import PetitionerKind
from desktop.rules.statement import Statement
from desktop.rules.thai.addresses import address_lines
from desktop.rules.thai.names import full_name
from desktop.views import CaseView, OfficeView
from desktop.wording import _
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.theme import Tone
from ui.widgets.choices import CheckField
from ui.widgets.dates import MomentField
from ui.widgets.field import BlockField, LineField
from ui.widgets.fitting import fit


class StatementSheet(Sheet):
    """Who states what to whom; printed and kept when saved. It may begin with what was `said`."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        office: OfficeView,
        parent: QWidget | None = None,
        *,
        said: str = "",
    ) -> None:
        title = _("Record of a statement")
        super().__init__(operations, title, _("Save and show"), record_statement, parent)
        fit(self, 760, 700)
        self._case = case
        # One statement, one key: pressing twice keeps it once.
        self._key = secrets.token_hex(16)
        self._warned = False
        self.giver = LineField(_("Who gives the statement"), required=True)
        self.age = LineField(_("Age"), width=80)
        self.occupation = LineField(_("Occupation"))
        self.citizen_id = LineField(_("Citizen ID (optional)"))
        self.address = LineField(_("Address"))
        self.place = LineField(_("Place"), required=True)
        self.taken_at = MomentField(_("Given on"), _("Time"), self.today, required=True)
        self.asker = LineField(_("Asked and written by"), required=True)
        self.position = LineField(_("Position"))
        self.witness = LineField(_("Witness"))
        self.said = BlockField(
            _("Questions and answers"),
            required=True,
            lines=7,
            help_text=_("An empty line parts paragraphs; begin them with ถาม and ตอบ."),
        )
        self.read = CheckField(
            _("The giver reads it"), _("Not ticked: it is read to the giver before signing.")
        )
        self._known = {
            full_name(who.prefix, who.first, who.last): who
            for who in case.petitioners
            if who.kind is PetitionerKind.PERSON
        }
        self.giver.suggest((*self._known, *(one.name for one in case.accused if one.name)))
        self.giver.edited.connect(self._recognised)
        self.place.set_text(office.facts.name)
        self.taken_at.set_moment(operations.desk.now())
        self.asker.set_text(operations.actor.name)
        if len(self._known) == 1:
            self._offer(*self._known)
        self._lay_out()
        self._began = said
        if said:
            # Whoever comes has said it already; what is asked besides is typed below.
            self.said.set_text(said)
            self.said.block.moveCursor(QTextCursor.MoveOperation.End)
            self.said.block.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        rows: tuple[tuple[tuple[str, LineField, int], ...], ...] = (
            (("giver", self.giver, 4), ("age", self.age, 0), ("occupation", self.occupation, 3)),
            (("citizen_id", self.citizen_id, 2), ("address", self.address, 5)),
        )
        for row in rows:
            self._row(row)
        where = QHBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        where.addWidget(self.place, 5, top)
        where.addWidget(self.taken_at, 4, top)
        self.body.addLayout(where)
        self.fields |= {"place": self.place, "taken_at": self.taken_at.date}
        self._row(
            (
                ("asker", self.asker, 3),
                ("asker_position", self.position, 3),
                ("witness", self.witness, 3),
            )
        )
        self.put("said", self.said)
        self.put("read_by_giver", self.read)

    def _row(self, parts: tuple[tuple[str, LineField, int], ...]) -> None:
        line = QHBoxLayout()
        for name, field, share in parts:
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            self.fields[name] = field
        self.body.addLayout(line)

    def command(self) -> RecordStatement | None:
        """Return the statement as typed."""
        at = self.taken_at.moment()
        if at is None:
            return None
        statement = Statement(
            giver=self.giver.text(),
            said=tuple(self.said.text().split("\n\n")),
            place=self.place.text(),
            taken_at=at,
            asker=self.asker.text(),
            asker_position=self.position.text(),
            age=self.age.text(),
            occupation=self.occupation.text(),
            citizen_id=self.citizen_id.text(),
            address=self.address.text(),
            witness=self.witness.text(),
            read_by_giver=self.read.checked(),
        )
        return RecordStatement(self._key, self._case.id, statement)

    def reject(self) -> None:
        """Close; what was typed is thrown away only when asked twice."""
        if self.said.text().strip() not in ("", self._began) and not self._warned:
            self._warned = True
            self.notices.stay(
                _("The statement is not saved. Cancel again to throw it away."), Tone.LATE
            )
            return
        super().reject()

    def _offer(self, giver: str) -> None:
        """Begin with the one petitioner: it is mostly she who stands at the counter."""
        self.giver.set_text(giver)
        self._recognised(giver)

    def _recognised(self, name: str) -> None:
        """Fill in what the register knows of a petitioner."""
        who = self._known.get(name.strip())
        if who is None:
            return
        if not self.citizen_id.text():
            self.citizen_id.set_text(who.citizen_id)
        if not self.address.text():
            self.address.set_text(" ".join(address_lines(who.address)))
