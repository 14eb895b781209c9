"""The look as data: tokens of a theme poured into one style sheet, and the bundled faces."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources

BODY_PIXELS = 15
_ROW, _COMPACT_ROW = 33, 27
_HAIR = 2
"""Lines as thin as this stay so, however large the words are."""
_PIXELS = re.compile(r"(\d+)px")
_SPACES = {
    False: {"pad": "4px 9px", "pad_focus": "3px 8px", "push": "5px 14px", "push_focus": "4px 13px"},
    True: {"pad": "1px 7px", "pad_focus": "0px 6px", "push": "3px 12px", "push_focus": "2px 11px"},
}
"""What is around the words of fields and buttons, and less it where the cursor's ring is."""
GRID = 8
"""Every distance is a multiple of this."""
_FACES = ("Light", "Regular", "Medium", "SemiBold", "Bold")


class Tone(StrEnum):
    """What a coloured word means; colour never speaks alone."""

    OK = "ok"
    SOON = "soon"
    LATE = "late"
    INFO = "info"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's colours by what they are for."""

    name: str
    tokens: dict[str, str]

    def colour(self, token: str) -> QColor:
        """Return a token's colour."""
        return QColor(self.tokens[token])


@lru_cache(maxsize=2)
def load(name: str) -> Theme:
    """Read a theme, "light" or "dark"."""
    text = resources.path("themes", f"{name}.json").read_text("utf-8")
    return Theme(name, json.loads(text))


@dataclass(frozen=True, slots=True)
class Measures:
    """How large everything is, in percent of its design, and whether it stands close together."""

    percent: int = 100
    compact: bool = False


class _InForce:
    theme: Theme | None = None
    measures = Measures()
    faces = False


def current() -> Theme:
    """Return the theme in force."""
    return _InForce.theme or load("light")


def measures() -> Measures:
    """Return the measures in force."""
    return _InForce.measures


def px(design: int) -> int:
    """Return the pixels that a length of the design takes."""
    return round(design * _InForce.measures.percent / 100)


def design(pixels: int) -> int:
    """Return the length of the design that takes so many pixels."""
    return round(pixels * 100 / _InForce.measures.percent)


def row_height() -> int:
    """Return the height of a table's row."""
    return px(_COMPACT_ROW if _InForce.measures.compact else _ROW)


def air(design: int) -> int:
    """Return the pixels between the parts of a form, by the length of the design."""
    return px(design) // 2 if _InForce.measures.compact else px(design)


def apply(application: QApplication, name: str, size: Measures = Measures()) -> None:
    """Dress the whole program in a theme, at a size."""
    theme = load(name)
    _InForce.theme, _InForce.measures = theme, size
    sheet = resources.path("themes", "base.qss").read_text("utf-8")
    tokens = {**theme.tokens, "name": name, "icons": resources.path("icons").as_posix()}
    for token, value in (tokens | _SPACES[size.compact]).items():
        sheet = sheet.replace("{" + token + "}", value)
    sheet = _PIXELS.sub(_sized, sheet)
    if _InForce.faces:
        _write_in_our_face(application)
    application.setPalette(_palette(theme))
    application.setStyleSheet(sheet)


def add_faces(application: QApplication) -> None:
    """Bring the bundled Thai faces, so that no letter depends on what the computer has."""
    for face in _FACES:
        file = resources.path("fonts", f"Sarabun-{face}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"the face {file.name} cannot be used")
    _InForce.faces = True
    _write_in_our_face(application)


def _write_in_our_face(application: QApplication) -> None:
    font = QFont("Sarabun")
    font.setPixelSize(px(BODY_PIXELS))
    application.setFont(font)


def _sized(found: re.Match[str]) -> str:
    length = int(found.group(1))
    return f"{length if length <= _HAIR else px(length)}px"


def _palette(theme: Theme) -> QPalette:
    # Shades that are named nowhere follow from these two, not from the computer's own palette.
    palette = QPalette(theme.colour("card"), theme.colour("background"))
    role = QPalette.ColorRole
    for part, token in (
        (role.Window, "background"),
        (role.Base, "card"),
        (role.AlternateBase, "card"),
        (role.Text, "ink"),
        (role.WindowText, "ink"),
        (role.ButtonText, "ink"),
        (role.Button, "card"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "ink"),
        (role.PlaceholderText, "ink3"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "card"),
        (role.Link, "accent"),
    ):
        palette.setColor(part, theme.colour(token))
    for part in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, theme.colour("ink3"))
    return palette
