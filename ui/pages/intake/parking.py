"""The bar above the form that offers unfinished forms again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from desktop.ports import Desk, Draft
from desktop.rules.letter_fields import CORRECTION_IN_HAND, LETTER_IN_HAND
from desktop.rules.people import Actor
from desktop.rules.thai.dates import local, official_date
from desktop.rules.thai.digits import in_digits
from desktop.wording import _, ngettext
from desktop.wording.dates import clock_time, medium_date
from ui.drafts import DraftKeeper
from ui.operations import Operations
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.plain import button, label


def told(draft: Draft) -> str:
    """Name a draft and when it was last typed in."""
    at = local(draft.kept_at)
    when = f"{medium_date(official_date(draft.kept_at))} {clock_time(at)}"
    return f"“{draft.title or _('no subject yet')}” · {when}"


class ParkedBar(QFrame):
    """Offers the newest unfinished form, and the others in a menu.

    Throwing one away asks once more, in the bar itself.

    Signals:
        wanted: A draft is to be gone on with. arg: the draft.
        registered: A draft was registered before a crash, and is dropped only now. arg: the draft.
    """

    wanted = Signal(object)
    registered = Signal(object)

    def __init__(self, operations: Operations, keeper: DraftKeeper) -> None:
        super().__init__()
        self._operations, self._keeper = operations, keeper
        self._open_key = ""
        self.setObjectName("Notice")
        self.setProperty("tone", Tone.SOON.value)
        self.drafts: tuple[Draft, ...] = ()
        self.text = label("", wrap=True)
        self.others = button(_("Other drafts ▾"), "link")
        self.open = button(_("Go on with it"))
        self.drop = button(_("Throw away"))
        self.really = button(_("Throw away for good"))
        self.keep = button(_("Keep it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 4, 3)
        row.addWidget(self.text, 1)
        for part in (self.others, self.open, self.drop, self.really, self.keep):
            row.addWidget(part)
        self.open.clicked.connect(self._open)
        self.drop.clicked.connect(partial(self._ask, asking=True))
        self.keep.clicked.connect(partial(self._ask, asking=False))
        self.really.clicked.connect(self._throw)
        self.others.clicked.connect(self._choose)
        self.offer(())

    def look(self, open_key: str) -> None:
        """Look for unfinished forms other than the one that is open, and offer them."""
        self._open_key = open_key
        self._keeper.left(self._found)

    def offer(self, drafts: Sequence[Draft]) -> None:
        """Offer these; without any the bar is not there."""
        self.drafts = tuple(drafts)
        self.setVisible(bool(drafts))
        self._ask(asking=False)

    def _found(self, drafts: Sequence[Draft]) -> None:
        letters = (LETTER_IN_HAND, CORRECTION_IN_HAND)
        forms = (draft for draft in drafts if not draft.key.startswith(letters))
        others = tuple(draft for draft in forms if draft.key != self._open_key)
        self._operations.read(self, partial(_parted, others), self._show)

    def _show(self, parted: tuple[tuple[Draft, ...], tuple[Draft, ...]]) -> None:
        registered, unfinished = parted
        # The machine stopped after the register had it and before the draft was dropped.
        for draft in registered:
            self._keeper.drop(draft.key)
            self.registered.emit(draft)
        self.offer([draft for draft in unfinished if draft.key != self._open_key])

    def _ask(self, _checked: bool = False, *, asking: bool) -> None:
        for part in (self.really, self.keep):
            part.setVisible(asking)
        for part in (self.open, self.drop):
            part.setVisible(not asking)
        self.others.setVisible(not asking and len(self.drafts) > 1)
        if not self.drafts:
            return
        if asking:
            said = _("Throw away {draft}? It cannot be brought back.")
            self.text.setText(said.format(draft=told(self.drafts[0])))
            self.keep.setFocus()
            return
        count = len(self.drafts)
        said = ngettext(
            "There is {count} draft: {draft}", "There are {count} drafts: {draft}", count
        )
        number = in_digits(str(count), shown_digits())
        self.text.setText(said.format(count=number, draft=told(self.drafts[0])))

    def _open(self) -> None:
        if self.drafts:
            self.wanted.emit(self.drafts[0])

    def _throw(self) -> None:
        if self.drafts:
            self._keeper.drop(self.drafts[0].key)
            self.look(self._open_key)

    def _choose(self) -> None:
        menu = QMenu(self)
        for draft in self.drafts[1:]:
            # An ampersand would underline a letter.
            action = menu.addAction(told(draft).replace("&", "&&"))
            action.triggered.connect(partial(self._chosen, draft))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def _chosen(self, draft: Draft, _checked: bool = False) -> None:
        self.wanted.emit(draft)


def _parted(
    drafts: tuple[Draft, ...], desk: Desk, _actor: Actor
) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """Part drafts that were registered after all from those unfinished."""
    done = tuple(draft for draft in drafts if desk.reading.saved(draft.key) is not None)
    return done, tuple(draft for draft in drafts if draft not in done)
