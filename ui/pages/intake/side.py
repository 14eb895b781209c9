"""Beside the form: what looks the same, when it will be due, the call's clock, the files."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rules.complaint import ChannelKind
from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from ui.actions import Act, spec
from ui.pages.intake.answers import YES
from ui.pages.intake.forecast import Forecast
from ui.pages.intake.id_card import IdCardReading
from ui.pages.intake.same import SameCard
from ui.pages.intake.telling import told
from ui.widgets.choices import CheckField
from ui.widgets.dates import MomentField, shown_digits
from ui.widgets.files import FileDrop
from ui.widgets.in_view import bring_into_view
from ui.widgets.plain import Card, label
from ui.widgets.sheet import Sheet

WIDTH = 300


class SidePanel(QWidget):
    """The cards beside the form.

    Signals:
        case_wanted: Somebody wants to see an earlier complaint. arg: its id.
        file_wanted: A letter belongs to an earlier complaint. arg: its id.
        note_wanted: What is typed belongs to an earlier complaint. arg: its id.
        merge_wanted: What is typed goes on in an earlier complaint. arg: its id.
        fill_wanted: The petitioner is known from an earlier complaint. arg: its id.
    """

    case_wanted = Signal(int)
    file_wanted = Signal(int)
    note_wanted = Signal(int)
    merge_wanted = Signal(int)
    fill_wanted = Signal(int)

    def __init__(self, sheet: Sheet, today: Callable[[], date]) -> None:
        super().__init__()
        self.same = SameCard()
        self.dates = DatesCard()
        self.call = CallCard(sheet, today)
        self.statement = StatementCard(sheet)
        self.id_card = IdCardReading(sheet, today)
        self.statement.column.addWidget(self.id_card)
        self.files = FileDrop()
        papers = Card(_("Files"))
        papers.column.addWidget(self.files)
        self.filing: FilingCard | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.same, self.call, self.statement, self.dates, papers):
            column.addWidget(card)
        column.addStretch()
        self.same.case_wanted.connect(self.case_wanted)
        self.same.file_wanted.connect(self.file_wanted)
        self.same.note_wanted.connect(self.note_wanted)
        self.same.merge_wanted.connect(self.merge_wanted)
        self.same.fill_wanted.connect(self.fill_wanted)

    def let_file(self, finder: QWidget) -> None:
        """Let letters be filed in earlier complaints: those shown, or what the finder finds."""
        self.filing = FilingCard(finder)
        self._column.insertWidget(1, self.filing)

    def turn_to(self, kind: ChannelKind) -> None:
        """Show the cards that this kind of channel needs."""
        letter = kind is ChannelKind.LETTER
        if self.filing is not None:
            self.filing.setVisible(letter)
        self.same.offer_filing(letter=letter and self.filing is not None)
        self.call.setVisible(kind is ChannelKind.PHONE)
        self.statement.setVisible(kind is ChannelKind.WALK_IN)


class FilingCard(Card):
    """Where a letter is filed that belongs to a complaint nobody here thought of."""

    def __init__(self, finder: QWidget) -> None:
        name = _("Letter of an earlier complaint")
        super().__init__(f"{name} ({spec(Act.FILE_INTO).keys})")
        self.column.addWidget(finder)


class DatesCard(Card):
    """When the complaint will be due, and why then; and with which priority."""

    def __init__(self) -> None:
        super().__init__(_("Due dates"))
        self._lines: list[QWidget] = []
        self.hint = label(
            _("Choose a category, and the due dates are shown here."), "help", wrap=True
        )
        self.column.addWidget(self.hint)
        self.column.setSpacing(2)

    def show_forecast(self, forecast: Forecast | None, why: str = "") -> None:
        """Show what will be promised, or what is still needed to tell."""
        for line in self._lines:
            line.deleteLater()
        self._lines = []
        self.hint.setVisible(forecast is None)
        if forecast is None:
            return
        self._say(_("Priority"), "second")
        self._say(why, "")
        for promise in forecast.promises:
            words = told(promise)
            self._say(words.title, "second")
            self._say(words.day, "")
            if words.note:
                self._say(words.note, "help")
        if not forecast.promises:
            self._say(_("Nothing is promised for this kind of matter."), "help")

    def _say(self, text: str, role: str) -> None:
        line = label(text, role, wrap=True)
        self._lines.append(line)
        self.column.addWidget(line)


class CallCard(Card):
    """The call's clock, and what was agreed on the phone."""

    def __init__(self, sheet: Sheet, today: Callable[[], date]) -> None:
        super().__init__(_("Phone call"))
        self._since: datetime | None = None
        self._now: Callable[[], datetime] | None = None
        self.clock = label("", "figure")
        self.clock.setAccessibleName(_("Length of the call"))
        read, back = spec(Act.READ_BACK).keys, spec(Act.CALL_BACK).keys
        self.read_back = CheckField(_("Read back to the caller"), read)
        self.aloud = label("", wrap=True)
        self.aloud.setAccessibleName(_("To be read to the caller"))
        self.aloud.hide()
        self.call_back = CheckField(_("Promised to call back"), back)
        self.back_at = MomentField(_("Call back on"), _("Time"), today)
        self.back_at.setVisible(False)
        self.call_back.box.toggled.connect(self.back_at.setVisible)
        for part in (self.clock, self.aloud, self.read_back, self.call_back, self.back_at):
            self.column.addWidget(part)
        sheet.bind("intake.read_back", self.read_back)
        sheet.bind("call_back", self.call_back)
        sheet.bind("call_back_on", self.back_at.date)
        sheet.bind("call_back_time", self.back_at.time)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.setTimerType(Qt.TimerType.CoarseTimer)
        self._tick.timeout.connect(self._show)
        self.start(None, None)

    def start(self, since: datetime | None, now: Callable[[], datetime] | None) -> None:
        """Count from an instant; None sets the clock back to nothing."""
        self._since, self._now = since, now
        if since is None:
            self._tick.stop()
            self.aloud.hide()
        else:
            self._tick.start()
        self._show()

    def say(self, text: str) -> None:
        """Show what is read to the caller, the cursor on the box that tells it was."""
        self.aloud.setText(text)
        self.aloud.setVisible(bool(text))
        # The box goes last: where not both have room, the eyes are where the key is.
        bring_into_view(self.aloud)
        self.read_back.show_error()

    def promise(self, at: datetime) -> None:
        """Promise a call back, at first at some time, the cursor where another is typed."""
        if not self.call_back.checked():
            self.call_back.set_text(YES)
            self.back_at.set_moment(at)
        self.back_at.time.show_error()

    def _show(self) -> None:
        seconds = 0
        if self._since is not None and self._now is not None:
            seconds = max(0, int((self._now() - self._since).total_seconds()))
        hours, rest = divmod(seconds, 3600)
        text = f"{rest // 60:02d}:{rest % 60:02d}"
        if hours:
            text = f"{hours}:{text}"
        self.clock.setText(in_digits(text, shown_digits()))


class StatementCard(Card):
    """What a visitor confirmed."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(_("Statement at the counter"))
        self.signed = CheckField(_("Read back and signed"))
        self.column.addWidget(self.signed)
        sheet.bind("intake.statement_signed", self.signed)
