"""The look in force: put on the whole program at once."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from desktop.wording import set_language
from ui import theme, translator
from ui.look import Density, Look, Scheme

_LOCALES = {
    "th": QLocale(QLocale.Language.Thai, QLocale.Country.Thailand),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class _Worn:
    look = Look()


def worn() -> Look:
    """Return the look in force."""
    return _Worn.look


def wear(application: QApplication, look: Look) -> None:
    """Put a look on; what was written on the window before it stays as it was written."""
    before, _Worn.look = _Worn.look, look
    if look.language != before.language:
        set_language(look.language)
        QLocale.setDefault(_LOCALES[look.language])
        translator.install(application)
    if look.scheme != before.scheme:
        # Frames and the computer's own dialogs too.
        application.styleHints().setColorScheme(_SCHEMES[look.scheme])
    follow(application)


def follow(application: QApplication) -> None:
    """Put on the colours of the look in force: where it says so, those of the computer."""
    scheme = _Worn.look.scheme
    if scheme is Scheme.SYSTEM:
        dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        scheme = Scheme.DARK if dark else Scheme.LIGHT
    size = theme.Measures(_Worn.look.percent, _Worn.look.density is Density.COMPACT)
    if (theme.current().name, theme.measures()) != (scheme.value, size):
        theme.apply(application, scheme.value, size)
