"""The catalogues of words: .po files read straight into memory, no toolkit in sight.

Babel writes and checks them; reading one with it takes longer than showing the window.
"""

from collections.abc import Iterator
from functools import lru_cache

import resources

LANGUAGES = ("th", "en")
"""What the program speaks; Thai unless somebody chooses otherwise."""

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


class Words:
    """One language's sentences by their English ids; what is not there is said as it is.

    `forms` holds one sentence for each count a language tells apart, under context and id.
    """

    def __init__(self, forms: dict[tuple[str, str], tuple[str, ...]]) -> None:
        self._forms = forms

    def gettext(self, message: str) -> str:
        """Say a message."""
        found = self._forms.get(("", message))
        return message if found is None else found[0]

    def under(self, context: str) -> Iterator[tuple[str, str, str]]:
        """List the words of contexts that begin so."""
        for (own, message), forms in self._forms.items():
            if own.startswith(context):
                yield own.removeprefix(context), message, forms[0]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Say a message that depends on a count; a language without plurals has one form."""
        found = self._forms.get(("", one))
        if found is None:
            return one if count == 1 else many
        return found[0] if count == 1 else found[-1]


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
    def words(self) -> Words:
        """The words of the language in force."""
        return load(self.language)


@lru_cache(maxsize=2)
def load(language: str) -> Words:
    """Read a language's catalogue."""
    return read(resources.path("translations", f"{language}.po").read_text("utf-8"))


def read(text: str) -> Words:
    """Read the text of a .po file; what is empty or marked fuzzy is left out."""
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry, fuzzy in _entries(text):
        said = tuple(value for name, value in entry.items() if name.startswith("msgstr"))
        if entry.get("msgid") and all(said) and said and not fuzzy:
            forms[entry.get("msgctxt", ""), entry["msgid"]] = said
    return Words(forms)


def _entries(text: str) -> Iterator[tuple[dict[str, str], bool]]:
    """Yield each entry's strings by keyword, and whether it is fuzzy."""
    entry: dict[str, str] = {}
    keyword, fuzzy, marked = "", False, False
    for line in text.splitlines():
        if line.startswith("#"):
            marked = marked or (line.startswith("#,") and "fuzzy" in line)
            continue
        if not line.strip():
            continue
        quoted = line
        if not line.startswith('"'):
            begun, _, quoted = line.partition(" ")
            if begun == "msgctxt" or (begun == "msgid" and keyword != "msgctxt"):
                yield entry, fuzzy
                entry, fuzzy, marked = {}, marked, False
            keyword = begun
            entry[keyword] = ""
        entry[keyword] += _plain(quoted.strip()[1:-1])
    yield entry, fuzzy


def _plain(quoted: str) -> str:
    if "\\" not in quoted:
        return quoted
    head, *parts = quoted.split("\\")
    written, skip = [head], False
    for part in parts:
        if skip:
            written.append(part)
            skip = False
        elif part:
            written.append(_ESCAPES.get(part[0], part[0]) + part[1:])
        else:
            # Two strokes stand for one.
            written.append("\\")
            skip = True
    return "".join(written)


CATALOGUE = Catalogue()
