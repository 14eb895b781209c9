"""The part of the form that changes with the channel."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rules.catalogue import Channel, Source
from desktop.rules.complaint import ChannelKind, ComplaintType, Secrecy, Urgency
from desktop.wording import _
from desktop.wording.names import COMPLAINT_TYPE, SECRECY, URGENCY
from ui.pages.intake.answers import ORDERED_BY, WHY
from ui.theme import air, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField, MomentField
from ui.widgets.field import Field, LineField
from ui.widgets.sheet import Sheet, line_up


class ChannelPart(QWidget):
    """When and how it came: the same for all channels, and what only this one tells."""

    def __init__(self, sheet: Sheet, today: Callable[[], date]) -> None:
        super().__init__()
        self._channels: tuple[Channel, ...] = ()
        self.received = MomentField(_("Received on"), _("Time"), today, required=True)
        self.received.setFixedWidth(px(282))
        self.received.time.setFixedWidth(px(66))
        self.channel = ChoiceField(_("Channel"))
        self.source = ChoiceField(_("Source"))
        self.type = ChoiceField(
            _("Type"), [Choice(t.value, _(COMPLAINT_TYPE[t])) for t in ComplaintType]
        )
        sheet.bind("received_at", self.received.date)
        sheet.bind("received_time", self.received.time)
        for name, field in (
            ("channel_id", self.channel),
            ("source_id", self.source),
            ("type", self.type),
        ):
            sheet.bind(name, field)
        self._letter = _LetterRows(sheet, today)
        self._reference = LineField(
            _("Reference or link"),
            placeholder=_("Number in the other system, web address, account"),
        )
        sheet.bind("intake.reference", self._reference)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(air(8))
        column.addLayout(
            line_up((self.received, 0), (self.channel, 9), (self.source, 9), (self.type, 7))
        )
        column.addWidget(self._letter)
        column.addWidget(self._reference)

    def let_classify(self, *, may: bool) -> None:
        """Ask by whose order a letter is secret, of those who may take one in."""
        self._letter.let_classify(may=may)

    def offer(self, channels: tuple[Channel, ...], sources: tuple[Source, ...]) -> None:
        """Offer the office's channels and sources."""
        self._channels = channels
        self.source.offer([Choice(str(s.id), s.name, s) for s in sources if s.active])

    def turn_to(self, kind: ChannelKind) -> None:
        """Ask what this kind of channel asks, and nothing else."""
        self._letter.setVisible(kind is ChannelKind.LETTER)
        self._reference.setVisible(kind is ChannelKind.OTHER)
        fitting = [c for c in self._channels if c.kind is kind and c.active]
        self.channel.offer([Choice(str(c.id), c.name, c) for c in fitting])
        if self.channel.choice() is None and fitting:
            self.channel.set_text(str(fitting[0].id))

    def start(self, kind: ChannelKind) -> Field | None:
        """Return the field at which a form of this kind begins, where it is here."""
        if kind is ChannelKind.LETTER:
            return self._letter.number
        return self._reference if kind is ChannelKind.OTHER else None


class _LetterRows(QWidget):
    """What a letter itself says: its number, day, sender, and how it was marked."""

    def __init__(self, sheet: Sheet, today: Callable[[], date]) -> None:
        super().__init__()
        self.number = LineField(_("Letter number"))
        dated = DateField(_("Dated"), today)
        sender = LineField(_("From"))
        central = LineField(_("Central receipt no."))
        asked = DateField(_("Report wanted by"), today)
        pages = LineField(_("Pages"))
        pages.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        enclosures = LineField(_("Enclosures"))
        urgency = ChoiceField(_("Speed class"), [Choice(u.value, _(URGENCY[u])) for u in Urgency])
        self._secrecy = ChoiceField(
            _("Secrecy class"), [Choice(s.value, _(SECRECY[s])) for s in Secrecy]
        )
        ordered_by = LineField(_("Ordered by"), required=True)
        why = LineField(_("Reason for the secrecy class"), required=True)
        for name, field in (
            ("intake.letter_number", self.number),
            ("intake.letter_date", dated),
            ("intake.letter_from", sender),
            ("intake.sender_due_on", asked),
            ("intake.central_number", central),
            ("intake.pages", pages),
            ("intake.enclosures", enclosures),
            ("intake.urgency", urgency),
            ("secrecy", self._secrecy),
            (ORDERED_BY, ordered_by),
            (WHY, why),
        ):
            sheet.bind(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(air(8))
        column.addLayout(line_up((self.number, 4), (dated, 4), (sender, 7), (asked, 4)))
        column.addLayout(
            line_up((central, 3), (pages, 1), (enclosures, 4), (urgency, 3), (self._secrecy, 3))
        )
        self._order = QWidget()
        order = QVBoxLayout(self._order)
        order.setContentsMargins(0, 0, 0, 0)
        order.addLayout(line_up((ordered_by, 4), (why, 7)))
        column.addWidget(self._order)
        self._may_classify = False
        self._secrecy.edited.connect(self._fit)
        self._fit()

    def let_classify(self, *, may: bool) -> None:
        """Ask by whose order it is secret, or leave such a letter to others."""
        self._may_classify = may
        self._fit()

    def _fit(self, _text: str = "") -> None:
        secret = self._secrecy.text() == Secrecy.SECRET.value
        self._order.setVisible(secret and self._may_classify)
