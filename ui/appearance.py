"""The look in force: put on the whole program at once."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.wording import set_language
from ui import translator
from ui.look import Look

_LOCALES = {
    "th": QLocale(QLocale.Language.Thai, QLocale.Country.Thailand),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
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
