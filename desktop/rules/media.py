"""What a file is, told by its first bytes and, failing that, by its name."""

from collections.abc import Mapping
from enum import StrEnum


class FileKind(StrEnum):
    """What a file is, to whoever looks for one."""

    PDF = "pdf"
    PICTURE = "picture"
    SOUND = "sound"
    VIDEO = "video"
    OTHER = "other"


STARTS: Mapping[FileKind, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.PICTURE: "image/",
    FileKind.SOUND: "audio/",
    FileKind.VIDEO: "video/",
}
"""How the types of each kind begin; those of any other are other files."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"avif": "image/avif",
}
"""What telephones and cameras write at the fifth byte of a picture, after its length."""
_ZIPPED = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_NAMED = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "mp4": "video/mp4", "txt": "text/plain"}
UNKNOWN = "application/octet-stream"


def media_type(name: str, content: bytes) -> str:
    """Name a file's type; a file whose bytes belie its name goes by its bytes."""
    for start, kind in _MAGIC:
        if content.startswith(start):
            return kind
    if content.startswith(b"BM") and content[6:10] == bytes(4):
        return "image/bmp"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _BRANDS:
        return _BRANDS[content[8:12]]
    suffix = name.rpartition(".")[2].lower()
    if content.startswith(b"PK\x03\x04"):
        return _ZIPPED.get(suffix, UNKNOWN)
    return _NAMED.get(suffix, UNKNOWN)


def kind_of(media: str) -> FileKind:
    """Return the kind of a type."""
    found = (kind for kind, start in STARTS.items() if media.startswith(start))
    return next(found, FileKind.OTHER)
