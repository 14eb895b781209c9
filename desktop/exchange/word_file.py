"""A Word file that came from outside: opened within bounds, and none of it is obeyed.

Only the parts we read are unpacked, each to a bound; a document type, and with it every entity,
is refused; no link is followed, no picture decoded, no macro looked at.
"""

from collections.abc import Callable
from io import BytesIO
from posixpath import normpath
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as damaged

from desktop.errors import Refused
from desktop.rules.reasons import Reason

LARGEST = 20 * 1024 * 1024
"""Bytes a file may have."""
_LARGEST_PART = 16 * 1024 * 1024
"""Bytes of one part unpacked: a hundred times a long letter."""
_MOST_PARTS = 4_000
_PACKED = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""What Word uses; other ways of packing may ask for any amount of memory."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a .doc of old begins, and a .docx with a password."""
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"

Attributes = dict[str, str]


class WordFile:
    """A package of parts."""

    def __init__(self, content: bytes) -> None:
        if len(content) > LARGEST:
            raise Refused(Reason.WORD_TOO_LARGE, megabytes=LARGEST // (1024 * 1024))
        if content.startswith(_OLD_OR_LOCKED):
            raise Refused(Reason.WORD_OLD_OR_LOCKED)
        try:
            self._parts = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError) as fault:
            raise Refused(Reason.NOT_A_WORD_FILE) from fault
        if len(self._parts.infolist()) > _MOST_PARTS:
            raise Refused(Reason.NOT_A_WORD_FILE)
        self._related = self._relations()

    def part(self, kind: str, most: int = _LARGEST_PART) -> bytes | None:
        """Return the part that the file says is of a kind, by the end of the kind's address."""
        name = next((at for told, at in self._related if told.endswith(f"/{kind}")), None)
        return None if name is None else self._read(name, most)

    def _relations(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []

        def start(name: str, attributes: Attributes) -> None:
            if name == _RELATIONS and attributes.get("TargetMode") != "External":
                target = normpath(attributes.get("Target", "").lstrip("/"))
                found.append((attributes.get("Type", ""), target))

        listed = self._read("_rels/.rels", _LARGEST_PART)
        if listed is None:
            raise Refused(Reason.NOT_A_WORD_FILE)
        parse(listed, start=start)
        return found

    def _read(self, name: str, most: int) -> bytes | None:
        """Unpack a part, no further than its bound, whatever the file says of its size."""
        try:
            if self._parts.getinfo(name).compress_type not in _PACKED:
                raise Refused(Reason.NOT_A_WORD_FILE)
            with self._parts.open(name) as part:
                content = part.read(most + 1)
        except KeyError:
            return None
        except (BadZipFile, damaged, EOFError, OSError, ValueError) as fault:
            raise Refused(Reason.NOT_A_WORD_FILE) from fault
        except RuntimeError as fault:
            # A part with a password.
            raise Refused(Reason.WORD_OLD_OR_LOCKED) from fault
        if len(content) > most:
            raise Refused(Reason.WORD_TOO_LARGE, megabytes=_LARGEST_PART // (1024 * 1024))
        return content


def parse(
    content: bytes,
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] = lambda _name: None,
    text: Callable[[str], None] = lambda _text: None,
) -> None:
    """Read XML as it goes by; names are told as 'namespace name'."""
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True
    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.CharacterDataHandler = text
    reader.StartDoctypeDeclHandler = _refuse
    try:
        reader.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise Refused(Reason.NOT_A_WORD_FILE) from fault


def _refuse(*_about: object) -> None:
    raise Refused(Reason.NOT_A_WORD_FILE)
