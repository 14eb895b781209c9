"""An address found from any part of it: sub-district, district, province or postcode."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QStringListModel, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

import resources
from desktop.rules.thai.searching import search_form
from desktop.wording import _
from ui.theme import px
from ui.widgets.field import LineField

MOST = 12
"""Places offered at once."""
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Place:
    """One sub-district with all it lies in."""

    subdistrict: str
    district: str
    province: str
    postcode: str

    def __str__(self) -> str:
        return f"{self.subdistrict} › {self.district} › {self.province} {self.postcode}"


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[str, Place], ...]:
    with resources.path("addresses", "thailand.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        places = [
            Place(row["subdistrict"], row["district"], row["province"], row["postcode"])
            for row in rows
        ]
    return tuple((search_form(str(place)), place) for place in places)


def find_places(typed: str, most: int = MOST) -> list[Place]:
    """Find places whose parts hold every word typed; those that begin with it come first."""
    words = search_form(typed).split()
    if not words or len(words[0]) < 2:
        return []
    begins: list[Place] = []
    holds: list[Place] = []
    for form, place in _places():
        if all(word in form for word in words):
            (begins if form.startswith(words[0]) else holds).append(place)
            if len(begins) >= most:
                break
    return (begins + holds)[:most]


def meant_place(typed: str) -> Place:
    """Return what is certain about the place that is meant; parts that are not are empty.

    One place alone, one taken word for word from the list, or the only one whose sub-district is
    so called, is meant whole; of several, only what they have in common.
    """
    places = find_places(typed, _ALL)
    words = search_form(typed).split()
    for narrower in (
        [place for place in places if str(place) == typed],
        [place for place in places if search_form(place.subdistrict) in words],
        places,
    ):
        if len(narrower) == 1:
            return narrower[0]
    return Place(
        *(_shared({getattr(place, part) for place in places}) for part in AddressPicker.PARTS)
    )


def _shared(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


class AddressPicker(QWidget):
    """One box that finds a place, and the four fields it fills, each still editable.

    Signals:
        edited: A part changed. args: its name, its text.
    """

    edited = Signal(str, str)

    PARTS = ("subdistrict", "district", "province", "postcode")

    def __init__(self) -> None:
        super().__init__()
        self.search = LineField(_("Find an address"), placeholder=_("Any part of it"))
        self.fields = {
            "subdistrict": LineField(_("Sub-district")),
            "district": LineField(_("District")),
            "province": LineField(_("Province")),
            "postcode": LineField(_("Postcode")),
        }
        self._found: dict[str, Place] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._picked)
        popup = completer.popup()
        assert popup is not None
        popup.setObjectName("Suggestions")
        # Wide enough for the longest place, whatever the box has.
        popup.setMinimumWidth(px(420))
        self.search.line.setCompleter(completer)
        self.search.line.textEdited.connect(self._look)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.search, 0, 0)
        for column, (name, field) in enumerate(self.fields.items(), 1):
            grid.addWidget(field, 0, column)
            field.edited.connect(self._teller(name))
        for column, share in enumerate((5, 4, 4, 4, 2)):
            grid.setColumnStretch(column, share)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list of places beside the window, before the first of them is asked for."""
        super().showEvent(event)
        QThreadPool.globalInstance().start(_places)

    def fill(self, place: Place) -> None:
        """Fill the four fields."""
        for name in self.PARTS:
            self.fields[name].set_text(getattr(place, name))

    def _look(self, typed: str) -> None:
        if typed in self._found:
            # Going through the list with the arrow keys puts each line into the box.
            return
        self._found = {str(place): place for place in find_places(typed)}
        self._model.setStringList(list(self._found))

    def _picked(self, text: str) -> None:
        place = self._found.get(text)
        if place is not None:
            self.fill(place)
            # The box takes the chosen line as its own text right after this.
            QTimer.singleShot(0, self.search.line, self.search.line.clear)
            postcode = self.fields["postcode"].editor
            if postcode.isVisible():
                postcode.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.focusNextChild()

    def _teller(self, name: str) -> Callable[[str], None]:
        def tell(text: str) -> None:
            self.edited.emit(name, text)

        return tell
