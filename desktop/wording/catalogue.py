"""The catalogues of words: Babel's .po files read straight into memory, no toolkit in sight."""

import io
from functools import lru_cache

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

import resources

LANGUAGES = ("th", "en")
"""What the program speaks; Thai unless somebody chooses otherwise."""


class Catalogue:
    """The words in force; the screen's language is one for the whole program."""

    def __init__(self) -> None:
        self.language = LANGUAGES[0]

    def set(self, language: str) -> None:
        """Speak another language from now on."""
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language

    @property
    def words(self) -> Translations:
        """The words of the language in force."""
        return load(self.language)


@lru_cache(maxsize=2)
def load(language: str) -> Translations:
    """Read a language's catalogue."""
    with resources.path("translations", f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


CATALOGUE = Catalogue()
