"""The visitor's identity card: read where there is a reader, used only with consent."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.rules.identity import display_id, read_id
from desktop.rules.thai.id_card import IdCard
from desktop.wording import N_, _
from desktop.wording.dates import medium_date
from ui.actions import Act, spec
from ui.cards.faults import CardFault, NotRead
from ui.cards.pcsc import with_card
from ui.cards.thai_id import read_card
from ui.pages.intake.answers import WHO
from ui.widgets.address import meant_place
from ui.widgets.dates import shown_digits
from ui.widgets.plain import button, label
from ui.widgets.sheet import Sheet

_FAULT = {
    CardFault.NO_SERVICE: N_(
        "This computer has no card service. Type the particulars, or have the administrator of "
        "the computer set up the card reader."
    ),
    CardFault.NO_READER: N_("No card reader is connected. Connect it, or type the particulars."),
    CardFault.NO_CARD: N_("There is no card in the reader. Put it in with the chip first."),
    CardFault.BUSY: N_("Another program is using the card reader. Close that and read again."),
    CardFault.OTHER_CARD: N_("This is not a Thai identity card. Type the particulars."),
    CardFault.UNREADABLE: N_(
        "The card could not be read. Put it in again with the chip clean, or type the particulars."
    ),
}


class IdCardReading(QWidget):
    """Reads a card, says what stands on it, and hands it on once the petitioner consents.

    Signals:
        consented: The particulars may be filled in. arg: them, as answers of the form.
    """

    consented = Signal(object)
    _landed = Signal(object)

    def __init__(self, sheet: Sheet, today: Callable[[], date]) -> None:
        super().__init__()
        self._sheet, self._today = sheet, today
        self._card: IdCard | None = None
        self._wanted = 0
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="cards")
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_close, self._worker))
        keys = spec(Act.READ_CARD).keys
        self.read_button = button(_("Read identity card"), "", keys)
        self.said = label("", "second", wrap=True)
        self.warned = label("", "error", wrap=True)
        self.fill_button = button(_("The petitioner consents: fill in"), "primary")
        self.leave_button = button(_("Do not use"), "link")
        row = QHBoxLayout()
        row.addWidget(self.fill_button)
        row.addWidget(self.leave_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.read_button, self.said, self.warned):
            column.addWidget(part)
        column.addLayout(row)
        self.read_button.clicked.connect(self.read)
        self.fill_button.clicked.connect(self.fill)
        self.leave_button.clicked.connect(self.forget)
        self.forget()

    def read(self) -> None:
        """Read the card in the reader, off the window's thread."""
        self.forget()
        self.read_button.setEnabled(False)
        self._say(_("Reading the card…"))
        wanted = self._wanted

        def landed(future: Future[IdCard]) -> None:
            if isValid(self) and not future.cancelled():
                self._landed.emit(partial(self._answered, wanted, future))

        self._worker.submit(with_card, read_card).add_done_callback(landed)

    def fill(self) -> None:
        """Hand on what stands on the card, once."""
        card = self._card
        if card is None:
            return
        self.forget()
        self.consented.emit(self._answers(card))

    def forget(self) -> None:
        """Keep nothing of a card."""
        self._wanted += 1
        self._card = None
        self.read_button.setEnabled(True)
        self._say("")

    def _answered(self, wanted: int, future: Future[IdCard]) -> None:
        if wanted != self._wanted:
            # The form was begun anew meanwhile: the card was of another visitor.
            return
        self.read_button.setEnabled(True)
        error = future.exception()
        if isinstance(error, NotRead):
            self._say("", _(_FAULT[error.fault]))
            return
        self._card = future.result()
        self._offer(self._card)

    def _offer(self, card: IdCard) -> None:
        """Say what stands on the card, and what of it deserves a second look."""
        name = " ".join((card.prefix + card.first, card.last)).strip()
        said = [f"{name} {display_id(card.number, shown_digits())}"]
        if card.born is not None:
            said.append(_("Born {day}").format(day=medium_date(card.born)))
        village = " ".join((_("Moo"), card.village)) if card.village else ""
        where = (card.house, village, card.subdistrict, card.district, card.province)
        said.append(" ".join(filter(None, where)))
        self._say("\n".join(filter(None, said)), "\n".join(self._warnings(card)))
        self.fill_button.setVisible(True)
        self.leave_button.setVisible(True)
        self.fill_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warnings(self, card: IdCard) -> list[str]:
        warned, today = [], self._today()
        if card.expired(today):
            assert card.expires is not None
            day = medium_date(card.expires)
            warned.append(_("The card expired on {day}.").format(day=day))
        if card.minor(today):
            warned.append(_("The petitioner has not come of age."))
        if not read_id(card.number).valid:
            warned.append(_("The number on the card does not add up."))
        over = [
            self._sheet.editor(name).accessibleName()
            for name, text in self._answers(card).items()
            if self._sheet.field(name).text().strip() not in ("", text)
        ]
        if over:
            names = ", ".join(over)
            warned.append(_("Replaces what is typed: {names}").format(names=names))
        return warned

    def _answers(self, card: IdCard) -> dict[str, str]:
        """Write the card as answers of the form; what it says nothing of stays as typed."""
        place = meant_place(f"{card.subdistrict} {card.district} {card.province}".strip())
        same = (place.subdistrict, place.district) == (card.subdistrict, card.district)
        answers = {
            "prefix": card.prefix,
            "first": card.first,
            "last": card.last,
            "citizen_id": card.number,
            "address.house": card.house,
            "address.village": card.village,
            "address.lane": card.lane,
            "address.road": card.road,
            "address.subdistrict": card.subdistrict,
            "address.district": card.district,
            "address.province": card.province,
            "address.postcode": place.postcode if same else "",
        }
        return {WHO + name: text for name, text in answers.items() if text}

    def _say(self, said: str, warned: str = "") -> None:
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.warned.setText(warned)
        self.warned.setVisible(bool(warned))
        self.fill_button.setVisible(False)
        self.leave_button.setVisible(False)

    def _land(self, answer: Callable[[], None]) -> None:
        answer()


def _close(worker: ThreadPoolExecutor, *_ignored: object) -> None:
    worker.shutdown(wait=False, cancel_futures=True)
