"""The toolkit's own words (OK, Cancel, Copy …) from our catalogues, given to Qt whole.

Qt asks for words on any thread, also while it holds locks that the window waits for. Code of ours
that answered then would wait for the window, and the window for Qt: the program stood still while
a letter was printed. So Qt gets a catalogue in its own form (.qm) and asks nobody.
"""

import struct
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.wording import words_under

CONTEXT = "Qt/"
"""How the contexts of the toolkit's words begin in our catalogues."""
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _SAID, _SOURCE, _CONTEXT = 1, 3, 6, 7
_Word = tuple[str, str, str]
"""Where a word stands, the word, and what is said instead."""


class CatalogueTranslator(QTranslator):
    """Tells Qt its words in the language in force; it must override nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Qt reads where the bytes lie, for as long as it asks.
        self._words = catalogue(words_under(CONTEXT))
        self.load(self._words)


def install(application: QApplication) -> None:
    """Let the toolkit speak as we do, in the language in force."""
    for before in application.findChildren(CatalogueTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    # The toolkit's own words are English; there a catalogue would be empty.
    if next(words_under(CONTEXT), None) is not None:
        application.installTranslator(CatalogueTranslator(application))
    # Qt's first question finds out that nothing is overridden; from then on Python is not asked.
    application.translate(CONTEXT, CONTEXT)


def catalogue(words: Iterable[_Word]) -> bytes:
    """Write words as a compiled catalogue of Qt: messages, found by the hash of their source."""
    messages, places = bytearray(), []
    for context, source, said in words:
        places.append((_hash(source.encode()), len(messages)))
        messages += _tagged(_SAID, said.encode("utf-16-be"))
        messages += _tagged(_SOURCE, source.encode()) + _tagged(_CONTEXT, context.encode())
        messages.append(_END)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + _tagged(_HASHES, hashes) + _tagged(_MESSAGES, bytes(messages))


def _tagged(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _hash(source: bytes) -> int:
    """Hash a source as Qt does, by the way of ELF."""
    found = 0
    for byte in source:
        found = (found << 4) + byte
        high = found & 0xF0000000
        found = (found ^ (high >> 24)) & ~high
    return found or 1
