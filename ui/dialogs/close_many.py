"""Close many complaints: look first at what may be closed, then do it, part by part."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QTableWidget, QVBoxLayout, QWidget

from desktop.acts.closing import CLOSING
from desktop.acts.closing_many import CloseMany, Judged, ManyJudged, close_many, try_closing
from desktop.errors import Conflict
from desktop.wording import _, ngettext
from desktop.wording.names import OUTCOME
from desktop.wording.refusals import sentence
from ui.dialogs.hand_over import narrowed
from ui.dialogs.moves import small_table
from ui.dialogs.sheet import Sheet, trouble
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone, px, row_height
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField
from ui.widgets.fitting import fit
from ui.widgets.plain import label, scrolling

PART = 20
"""Complaints that are judged or closed between two looks at whether somebody wants to stop."""
SHOWN = 7
"""Lines of a list that stand on the sheet at once."""
ROOM = 176
"""Pixels that the lists have at least, before they are scrolled."""
_Act = Callable[..., ManyJudged]


class CloseManySheet(Sheet):
    """How they ended, what would come of it, and what came of it.

    What was closed stays closed when it is stopped, and nothing is closed by halves.
    """

    def __init__(
        self, operations: Operations, case_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        said = ngettext("Close {count} complaint", "Close {count} complaints", len(case_ids))
        title = digits(said.format(count=f"{len(case_ids):,}"))
        super().__init__(operations, title, _("Look first"), try_closing, parent)
        fit(self, 760, 680)
        self._case_ids = tuple(case_ids)
        self._looked: CloseMany | None = None
        self._wanted: tuple[int, ...] = ()
        self._parts: list[tuple[int, ...]] = []
        self._each: list[Judged] = []
        self._stopping = self.running = self.ended = False
        self.tell(_("First it is shown which of them may be closed, and why the others may not."))
        outcomes = [Choice(o.value, _(OUTCOME[o]), o) for o in CLOSING]
        self.outcome = ChoiceField(_("Outcome"), outcomes, required=True, empty=_("Choose…"))
        self.evidence = BlockField(
            _("Evidence"),
            required=True,
            lines=2,
            help_text=_("What shows the outcome, or why there is nothing to show."),
        )
        self.late_reason = BlockField(_("Why it is late, for those that are"), lines=2)
        self.put("outcome", self.outcome)
        self.put("evidence", self.evidence)
        self.put("late_reason", self.late_reason)
        for field in (self.outcome, self.evidence, self.late_reason):
            field.edited.connect(self._changed)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.hide()
        ground = QWidget()
        self.lists = QVBoxLayout(ground)
        self.lists.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.bar)
        # On a small screen the lists have no room beneath the fields, and are scrolled.
        self.found = scrolling(ground)
        self.found.setMinimumHeight(px(ROOM))
        self.found.hide()
        self.body.addWidget(self.found, 1)

    def command(self) -> CloseMany:
        """Return how they ended."""
        return CloseMany(
            self._case_ids,
            self.outcome.value(),
            self.evidence.text(),
            self.late_reason.text(),
        )

    def save(self) -> None:
        """Look at what may be closed; what was looked at is closed."""
        if not self.primary.isEnabled():
            return
        for field in self.fields.values():
            field.set_error("")
        self.notices.clear()
        command = self.command()
        if self._looked == command:
            self._run(close_many, self._wanted, command)
        else:
            self._run(try_closing, self._case_ids, command)

    def reject(self) -> None:
        """Escape stops first; only what has ended is left."""
        if self.running:
            self._stopping = True
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def _changed(self, _text: str = "") -> None:
        """Ask for another look: the one before was at something else."""
        if self._looked is not None and self._looked != self.command():
            self._looked = None
            self.primary.setText(_("Look first"))
            self._clear()

    def _run(self, act: _Act, ids: tuple[int, ...], command: CloseMany) -> None:
        self._parts = [ids[at : at + PART] for at in range(0, len(ids), PART)]
        self._each, self._stopping, self.running = [], False, True
        self._clear()
        self.bar.setRange(0, len(ids))
        self.bar.setValue(0)
        self.bar.show()
        self.primary.setEnabled(False)
        self.cancel.setText(_("Stop here"))
        self._fields_enabled(enabled=False)
        self._go_on(act, command)

    def _go_on(self, act: _Act, command: CloseMany) -> None:
        if not self._parts or self._stopping:
            self._end(act, command)
            return
        part = CloseMany(self._parts[0], command.outcome, command.evidence, command.late_reason)

        def done(result: ManyJudged) -> None:
            self._each += result.each
            self._parts.pop(0)
            self.bar.setValue(self.bar.maximum() - sum(map(len, self._parts)))
            self._go_on(act, command)

        def failed(error: Exception) -> bool:
            if isinstance(error, Conflict) and len(self._parts[0]) > 1:
                # Somebody changed one of them meanwhile: the others are closed one by one.
                self._parts[:1] = [(one,) for one in self._parts[0]]
                self._go_on(act, command)
                return True
            self._rest()
            return self._refused(error)

        self.operations.write(self, act, part, done, failed)

    def _rest(self) -> None:
        self.running = False
        self.bar.hide()
        self.cancel.setText(_("Cancel"))
        self.cancel.setEnabled(True)
        self._fields_enabled(enabled=True)
        self.primary.setEnabled(True)

    def _end(self, act: _Act, command: CloseMany) -> None:
        self._rest()
        fit_ones = [one for one in self._each if one.why is None]
        others = [one for one in self._each if one.why is not None]
        if act is try_closing:
            if self._stopping:
                return
            self._looked, self._wanted = command, tuple(one.case_id for one in fit_ones)
            self._offer(fit_ones, others)
        else:
            self._tell(fit_ones, others)

    def _offer(self, fit_ones: Sequence[Judged], others: Sequence[Judged]) -> None:
        """Show what may be closed, and let it be done."""
        said = ngettext("Close {count} complaint", "Close {count} complaints", len(fit_ones))
        self.primary.setText(digits(said.format(count=f"{len(fit_ones):,}")))
        self.primary.setEnabled(bool(fit_ones))
        if others:
            self._add(_("Stays open: {count}"), others, _others_table(others))
        if fit_ones:
            self._add(_("May be closed: {count}"), fit_ones, _fit_table(fit_ones))

    def _tell(self, closed: Sequence[Judged], others: Sequence[Judged]) -> None:
        """Tell what was closed and what was not; there is nothing more to be done."""
        self.ended = True
        said = ngettext("{count} complaint closed.", "{count} complaints closed.", len(closed))
        said = digits(said.format(count=f"{len(closed):,}"))
        left = sum(map(len, self._parts))
        if left:
            more = ngettext(
                "Stopped; {count} complaint was left as it is.",
                "Stopped; {count} complaints were left as they are.",
                left,
            )
            said += " " + digits(more.format(count=f"{left:,}"))
        self.notices.stay(said, Tone.SOON if left or others else Tone.OK)
        if others:
            self._add(_("Not closed: {count}"), others, _others_table(others))
        self._fields_enabled(enabled=False)
        self.primary.hide()
        self.cancel.setText(_("Close"))
        self.cancel.setFocus()

    def _refused(self, error: Exception) -> bool:
        if self._each and isinstance(error, Conflict):
            self.notices.stay(trouble(error), Tone.LATE)
            return True
        return super()._refused(error)

    def _fields_enabled(self, *, enabled: bool) -> None:
        for field in (self.outcome, self.evidence, self.late_reason):
            field.setEnabled(enabled)

    def _clear(self) -> None:
        self.found.hide()
        while (item := self.lists.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, text: str, each: Sequence[Judged], table: QTableWidget) -> None:
        heading = label(digits(text.format(count=f"{len(each):,}")), "heading")
        table.setAccessibleName(heading.text())
        table.setFixedHeight((min(len(each), SHOWN) + 1) * row_height() + 12)
        self.lists.addWidget(heading)
        self.lists.addWidget(table)
        self.lists.setAlignment(table, Qt.AlignmentFlag.AlignTop)
        self.found.show()


def _fit_table(each: Sequence[Judged]) -> QTableWidget:
    rows = [(digits(str(one.number)), one.subject) for one in each]
    return narrowed(small_table((_("Number"), _("Subject")), rows), {0: 100})


def _others_table(each: Sequence[Judged]) -> QTableWidget:
    rows = [
        (digits(str(one.number)), one.subject, sentence(one.why))
        for one in each
        if one.why is not None
    ]
    heads = (_("Number"), _("Subject"), _("Why"))
    return narrowed(small_table(heads, rows), {0: 100, 1: 200})
