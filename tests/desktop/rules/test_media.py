import pytest

from desktop.rules.filenames import safe_name
from desktop.rules.media import UNKNOWN, media_type

HEIC = b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe1\x00\x10Exif", "image/jpeg"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36", "image/bmp"),
        (HEIC, "image/heic"),
        (b"\x00\x00\x00\x1cftypavif", "image/avif"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", UNKNOWN),
        (b"BMTA: a note that begins so", UNKNOWN),
        (b"\x00\x00\x00\x1cftypisom", UNKNOWN),
    ],
)
def test_what_cameras_and_telephones_make_is_told_by_its_bytes(content: bytes, kind: str) -> None:
    assert media_type("IMG_0001", content) == kind


@pytest.mark.parametrize("ending", ["heic", "webp", "bmp", "heif", "avif"])
def test_what_cameras_and_telephones_make_keeps_its_ending(ending: str) -> None:
    assert safe_name(f"IMG_0001.{ending.upper()}") == f"IMG_0001.{ending}"
