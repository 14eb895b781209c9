"""File names that came with a citizen's papers, made harmless for any disk."""

import re
import unicodedata

ALLOWED = frozenset(
    {"pdf", "jpg", "jpeg", "png", "gif", "tif", "tiff", "bmp", "webp", "heic", "heif", "avif"}
    | {"docx", "xlsx", "txt", "mp3", "mp4", "m4a"}
)
"""Endings that keep their meaning; any other becomes .bin, so that nothing runs by a click."""
LONGEST = 120
"""Bytes a name may have in UTF-8."""

_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
)
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_FORBIDDEN = re.compile(r'[<>:"|?*∕⁄／＼․‥…．：]')
_ROUNDS = 6


def safe_name(name: str) -> str:
    """Return a name that every disk can hold and no shell acts on; the same again for itself."""
    safe = _safer(name)
    for _ in range(_ROUNDS):
        if (again := _safer(safe)) == safe:
            break
        safe = again
    return safe


def letter_file(number: str, letter_id: int) -> str:
    """Name a letter's file by its number, or by its place in the register while it has none."""
    return safe_name(f"{number.replace('/', '-') or letter_id}.pdf")


def _safer(name: str) -> str:
    seen = name.encode("utf-8", "ignore").decode("utf-8")
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", seen))[-1]
    shown = "".join(char for char in last if unicodedata.category(char) not in _HIDDEN)
    plain = re.sub(r"\s+", " ", _FORBIDDEN.sub("_", shown)).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    ending = ending.lower()
    if ending not in ALLOWED | {"bin"}:
        stem, ending = plain, "bin"
    # A leading stroke reads as an option to some programs, ~ as a home folder or a lock.
    stem = stem.replace(".", "_").strip(" ._").lstrip("-~ ._") or "file"
    if re.split(r"[ _]", stem)[0].upper() in _DEVICES:
        stem = "_" + stem
    while len(f"{stem}.{ending}".encode()) > LONGEST:
        stem = stem[:-1]
    return f"{stem.rstrip(' .ั') or 'file'}.{ending}"
