"""The look as data: tokens of a theme poured into one style sheet, and the bundled faces."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources

BODY_PIXELS = 15
ROW_HEIGHT = 33
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


class _InForce:
    theme: Theme | None = None


def current() -> Theme:
    """Return the theme in force."""
    return _InForce.theme or load("light")


def apply(application: QApplication, name: str) -> None:
    """Dress the whole program in a theme."""
    theme = load(name)
    _InForce.theme = theme
    sheet = resources.path("themes", "base.qss").read_text("utf-8")
    tokens = {**theme.tokens, "name": name, "icons": resources.path("icons").as_posix()}
    for token, value in tokens.items():
        sheet = sheet.replace("{" + token + "}", value)
    application.setPalette(_palette(theme))
    application.setStyleSheet(sheet)


def add_faces(application: QApplication) -> None:
    """Bring the bundled Thai faces, so that no letter depends on what the computer has."""
    for face in _FACES:
        file = resources.path("fonts", f"Sarabun-{face}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"the face {file.name} cannot be used")
    font = QFont("Sarabun")
    font.setPixelSize(BODY_PIXELS)
    application.setFont(font)


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
