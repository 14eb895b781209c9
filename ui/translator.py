"""The toolkit's own words (OK, Cancel, Copy …) from our catalogues."""

from PySide6.QtCore import QTranslator

from desktop.wording import pgettext

CONTEXT = "Qt/"


class CatalogueTranslator(QTranslator):
    """Answers Qt's questions; its contexts stand in the catalogue as "Qt/…"."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the Thai of one of Qt's words, or the word itself where we have none."""
        del disambiguation, n
        # An empty answer would be taken at its word: a paper size without a name is none at all.
        return pgettext(CONTEXT + context, sourceText)
