"""Words at the edge: English message ids in code, put into Thai or English here, without Qt."""

from collections.abc import Iterator

from desktop.wording.catalogue import CATALOGUE


def N_(message: str) -> str:
    """Mark a message for the catalogues without saying it yet."""
    return message


def _(message: str) -> str:
    """Say a message in the language in force."""
    return str(CATALOGUE.words.gettext(message)) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Say a message that depends on a count."""
    return str(CATALOGUE.words.ngettext(one, many, count))


def words_under(context: str) -> Iterator[tuple[str, str, str]]:
    """List the words of contexts that begin so: the rest of the context, the word, what is said."""
    return CATALOGUE.words.under(context)


def set_language(language: str) -> None:
    """Speak Thai ("th") or English ("en") from now on."""
    CATALOGUE.set(language)


def language() -> str:
    """Return the language in force."""
    return CATALOGUE.language
