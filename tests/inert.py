"""Telling whether a paper is only what it shows, and whether making it reached outside."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_LIVE = {
    *("/Annots", "/URI", "/JS", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"),
    *("/OpenAction", "/AA", "/A", "/EmbeddedFiles", "/EmbeddedFile", "/Filespec", "/RichMedia"),
    *("/AcroForm", "/XFA", "/Image", "/Movie", "/Sound"),
}
"""Keys and names of what acts, reaches outside or shows a picture."""


def live_parts(pdf: bytes) -> set[str]:
    """Return what in a PDF acts, reaches outside or shows a picture; every object is looked at."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    found: set[str] = set()
    for number in range(1, int(str(reader.trailer["/Size"]))):
        _look(reader.get_object(IndirectObject(number, 0, reader)), found)
    return found


def _look(part: Any, found: set[str]) -> None:
    if isinstance(part, DictionaryObject):
        names = {str(part.raw_get(key)) for key in part if key in {"/Subtype", "/Type", "/S"}}
        found.update(_LIVE & (set(part) | names))
        for key in part:
            _look(part.raw_get(key), found)
    elif isinstance(part, ArrayObject):
        for inner in list.__iter__(part):
            _look(inner, found)


_OUTSIDE = ("open", "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")
_WATCHING: list[list[str]] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if _WATCHING and event.startswith(_OUTSIDE):
        for seen in _WATCHING:
            seen.append(f"{event} {arguments[:1]}")


sys.addaudithook(_audit)


@contextmanager
def reached_outside() -> Iterator[list[str]]:
    """Gather every file opened, connection made and program begun."""
    seen: list[str] = []
    _WATCHING.append(seen)
    try:
        yield seen
    finally:
        _WATCHING.remove(seen)


def work(act: Callable[[], object]) -> int:
    """Count the calls an act makes: the same on every computer, however busy."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count
