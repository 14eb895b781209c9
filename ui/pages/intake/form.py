"""The form itself: all its parts, what they begin with, and how they follow each other."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.catalogue import Category, Frequent, Source
from desktop.rules.complaint import (
    ChannelKind,
    ComplaintType,
    ContactWay,
    PetitionerKind,
    Secrecy,
    Urgency,
)
from desktop.rules.thai.dates import local, official_date
from desktop.views import Lists
from desktop.wording import _
from desktop.wording.names import CHANNEL_KIND
from desktop.wording.refusals import sentence
from ui.actions import Act, spec
from ui.pages.intake.answers import BLANKS, FREQUENT, WHO
from ui.pages.intake.channel import ChannelPart
from ui.pages.intake.matter import RESTRICTED, MatterPart, MorePart
from ui.pages.intake.petitioner import PetitionerPart
from ui.pages.intake.side import SidePanel
from ui.theme import air
from ui.widgets.choices import SegmentedChoice
from ui.widgets.dates import typed_date, typed_time
from ui.widgets.plain import label, scrolling
from ui.widgets.sheet import Sheet

_KEYS = {
    ChannelKind.LETTER: Act.LETTER_CHANNEL,
    ChannelKind.PHONE: Act.PHONE_CHANNEL,
    ChannelKind.WALK_IN: Act.WALK_IN_CHANNEL,
    ChannelKind.OTHER: Act.OTHER_CHANNEL,
}
KIND, TOLD_BY, PHONE = WHO + "kind", WHO + "told_by", WHO + "phone"
CALLER = "intake.caller_phone"
CHANNEL_CHOICE = "channel_kind"


class EntryForm(QWidget):
    """One form for every channel.

    Signals:
        edited: Somebody changed something. arg: the field's name.
    """

    edited = Signal(str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._touched: set[str] = set()
        self._lists: Lists | None = None
        self._turned_to = ChannelKind.LETTER
        self.sheet = Sheet(self)
        self.title = label(_("New complaint"), "title")
        self.channels = SegmentedChoice(
            [(k.value, _(CHANNEL_KIND[k]), spec(act).keys) for k, act in _KEYS.items()]
        )
        self.channel = ChannelPart(self.sheet, self._today)
        self.petitioner = PetitionerPart(self.sheet)
        self.matter = MatterPart(self.sheet)
        self.more = MorePart(self.sheet)
        self.side = SidePanel(self.sheet, self._today)
        # Where no page puts it beside the form, it still goes with it.
        self.side.setParent(self)
        self._lay()
        self._order()
        self.channels.chosen.connect(self._channel_chosen)
        self.sheet.edited.connect(self._follow)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.channels)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 12, 0)
        parts.setSpacing(air(8))
        for part in (self.channel, self.petitioner, self.matter, self.more):
            parts.addWidget(part)
        parts.addStretch()
        self._parts = parts
        scroll = self._scroll = scrolling(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def put_below(self, panel: QWidget) -> None:
        """Put a panel below the last part."""
        self._parts.insertWidget(self._parts.count() - 1, panel)

    def _order(self) -> None:
        """Let Tab go as the eye does, and Enter go on from pick-lists as from lines."""
        place = self.petitioner.place
        editors: list[QWidget] = []
        for name in self.sheet.names():
            if name == f"{WHO}address.subdistrict":
                editors.append(place.search.line)
            if name == min(self.more.names, key=self.sheet.names().index):
                editors.append(self.more.toggle)
            if name not in (BLANKS, FREQUENT) and self.isAncestorOf(self.sheet.editor(name)):
                editors.append(self.sheet.editor(name))
        for before, after in pairwise(editors):
            QWidget.setTabOrder(before, after)
        for editor in editors:
            if isinstance(editor, QComboBox):
                editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on from a pick-list to the next field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QComboBox):
            assert isinstance(event, QKeyEvent)
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    @property
    def kind(self) -> ChannelKind:
        """Which kind of channel the form is for."""
        return ChannelKind(self.channels.text())

    def offer(self, lists: Lists) -> None:
        """Offer the office's lists."""
        self._lists = lists
        before = self.answers()
        with self.sheet.quietly():
            self.channel.offer(lists.channels, lists.sources)
            self.matter.offer(lists.categories)
            self.channel.turn_to(self.kind)
        # What was chosen before the lists came is chosen again now that it can be.
        self.sheet.fill({n: v for n, v in before.items() if n in _CHOSEN and v})

    def begin(self, kind: ChannelKind) -> None:
        """Begin an empty form at its defaults, the cursor where such a matter begins."""
        self._touched.clear()
        self.sheet.clear()
        self.petitioner.place.search.line.clear()
        self.side.files.clear()
        self.side.id_card.forget()
        self.matter.restrict("")
        self.sheet.fill(
            {
                "type": ComplaintType.COMPLAINT.value,
                "intake.urgency": Urgency.NONE.value,
                KIND: PetitionerKind.PERSON.value,
                "category_id": "",
            }
        )
        self.stamp()
        self.more.fold(folded=True)
        self.turn_to(kind)
        self._defaults()
        self.side.call.start(None, None)
        self.side.dates.show_forecast(None)
        self.side.same.show_known(())

    def stamp(self) -> None:
        """Take now as the moment of receipt, unless somebody typed another."""
        if self.receipt():
            return
        at = local(self._now())
        self.sheet.fill({"received_at": typed_date(at.date()), "received_time": typed_time(at)})

    def receipt(self) -> dict[str, str]:
        """Return the moment of receipt, where somebody typed it."""
        if not self._touched & set(_RECEIPT):
            return {}
        answers = self.sheet.answers()
        return {name: answers[name] for name in _RECEIPT}

    def restore(self, answers: Mapping[str, str]) -> None:
        """Put a draft's answers back."""
        kind = answers.get(CHANNEL_CHOICE, "")
        known = kind in {k.value for k in ChannelKind}
        self.begin(ChannelKind(kind) if known else ChannelKind.PHONE)
        self.matter.restrict(answers.get(RESTRICTED, ""))
        self.sheet.fill(answers)
        self._touched = {*answers}
        self._show_parts()
        with self.sheet.quietly():
            self.matter.follow_category()
        self.more.fold(folded=not self.more.filled())
        self._veil()

    def answers(self) -> dict[str, str]:
        """Return everything typed and chosen."""
        return {**self.sheet.answers(), CHANNEL_CHOICE: self.kind.value}

    @property
    def frequent(self) -> tuple[Frequent, ...]:
        """The complaints that come often, as far as they are in use."""
        lists = self._lists
        return () if lists is None else tuple(one for one in lists.frequent if one.active)

    @property
    def began_as(self) -> Frequent | None:
        """The complaint that comes often with which the form began."""
        chosen = self.sheet.field(FREQUENT).text()
        known = () if self._lists is None else self._lists.frequent
        return next((one for one in known if str(one.id) == chosen), None)

    def free(self, name: str) -> bool:
        """Tell whether a field may be filled without asking: nothing was typed in it."""
        return name not in self._touched or not self.sheet.field(name).text().strip()

    def shared(self) -> dict[str, str]:
        """Return what the next complaint like this one takes over: nobody, and nothing of facts.

        A source that followed from the petitioner follows from the next one anew.
        """
        answers = self.answers()
        names = [n for n in _SHARED if n != "source_id" or n in self._touched]
        return {name: answers[name] for name in names if answers[name]}

    def carry(self, answers: Mapping[str, str]) -> None:
        """Fill in what is known before anybody typed; it stands as if it had been typed."""
        self._touched |= answers.keys()
        self._fill(answers)

    def let_go(self, answers: Mapping[str, str]) -> None:
        """Put back what stood before it was filled in."""
        self._touched -= answers.keys()
        self._fill(answers)
        if "category_id" in answers:
            # What it began as is taken back with what that filled in.
            self.sheet.fill({FREQUENT: ""})

    def _fill(self, answers: Mapping[str, str]) -> None:
        self.sheet.fill(answers)
        self._show_parts()
        with self.sheet.quietly():
            self.matter.follow_category()
        if self.more.filled():
            self.more.fold(folded=False)

    def turn_to(self, kind: ChannelKind) -> None:
        """Ask what a kind of channel asks; what was typed already stays."""
        self._turned_to = kind
        with self.sheet.quietly():
            self.channels.set_text(kind.value)
            self.channel.turn_to(kind)
        self._carry_phone(kind)
        self._show_parts()
        self._defaults()

    def focus_start(self) -> None:
        """Put the cursor where a matter of this kind begins."""
        start = self.channel.start(self.kind) or self.petitioner.start(self.kind)
        self._scroll.verticalScrollBar().setValue(0)
        start.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_matter(self) -> None:
        """Put the cursor where the matter begins, who brings it being known."""
        self.sheet.editor("matter.subject").setFocus(Qt.FocusReason.OtherFocusReason)

    def blame(self, faults: Iterable[Refused]) -> list[Refused]:
        """Show each fault where it was made, unfolding what hides it; return those of no field."""
        faults = list(faults)
        if self.more.names & {fault.field for fault in faults}:
            self.more.fold(folded=False)
        papers = [fault for fault in faults if fault.field == "files"]
        self.side.files.set_error(" ".join(sentence(fault) for fault in papers))
        return [f for f in self.sheet.blame(faults) if f.field != "files"]

    def chosen(self) -> tuple[Source, Category] | None:
        """Return source and category, once both are chosen."""
        source, category = self.channel.source.value(), self.matter.category.value()
        if isinstance(source, Source) and isinstance(category, Category):
            return source, category
        return None

    def _today(self) -> date:
        return official_date(self._now())

    def _channel_chosen(self, key: str) -> None:
        if key == self._turned_to.value:
            return
        self.turn_to(ChannelKind(key))
        self.focus_start()
        self.edited.emit(CHANNEL_CHOICE)

    def _follow(self, name: str) -> None:
        self._touched.add(name)
        if name == KIND:
            self._show_parts()
            self._defaults()
        elif name == "category_id":
            with self.sheet.quietly():
                self.matter.follow_category()
        self._veil()
        self.edited.emit(name)

    def _veil(self) -> None:
        """Show no small pictures of what not everybody may see."""
        answers = self.sheet.answers()
        secret = answers["secrecy"] == Secrecy.SECRET.value
        self.side.files.list.veil(veiled=secret or bool(answers[RESTRICTED]))

    def _show_parts(self) -> None:
        who = PetitionerKind(self.sheet.field(KIND).text())
        self.petitioner.turn_to(self.kind, who)
        self.side.turn_to(self.kind)

    def _carry_phone(self, kind: ChannelKind) -> None:
        """Keep a number in sight that was typed before the channel was changed."""
        calls = kind is ChannelKind.PHONE
        target, origin = (CALLER, PHONE) if calls else (PHONE, CALLER)
        number = self.sheet.field(origin).text()
        if number.strip() and not self.sheet.field(target).text().strip():
            self.sheet.fill({target: number, origin: ""})

    def _defaults(self) -> None:
        """Choose what follows from channel and petitioner, unless somebody chose otherwise."""
        nobody = self.sheet.field(KIND).text() == PetitionerKind.ANONYMOUS.value
        by_call = self.kind is ChannelKind.PHONE
        way = ContactWay.PHONE if by_call else ContactWay.LETTER
        code = "anonymous" if nobody else "public"
        wanted = {TOLD_BY: ContactWay.NONE.value if nobody else way.value}
        if self._lists is not None:
            source = next((s for s in self._lists.sources if s.code == code and s.active), None)
            if source is not None:
                wanted["source_id"] = str(source.id)
        self.sheet.fill({n: v for n, v in wanted.items() if n not in self._touched})


_RECEIPT = ("received_at", "received_time")
_SHARED = (
    *("type", "channel_id", "source_id", "category_id", FREQUENT),
    *("matter.subject", "matter.place"),
)
_CHOSEN = ("channel_id", "source_id", "category_id")
