"""What a file is, told by its first bytes and, failing that, by its name."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
)
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
    suffix = name.rpartition(".")[2].lower()
    if content.startswith(b"PK\x03\x04"):
        return _ZIPPED.get(suffix, UNKNOWN)
    return _NAMED.get(suffix, UNKNOWN)
