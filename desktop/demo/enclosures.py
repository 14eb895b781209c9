"""Made-up files that came with made-up complaints: a statement as text, a photograph as PNG."""

import random
import struct
import zlib

from desktop.acts.attaching import NewFile
from desktop.rules.case import Case
from desktop.rules.complaint import ChannelKind
from desktop.rules.thai.dates import long_date

_WIDTH, _HEIGHT = 240, 160


def enclosure(case: Case, rng: random.Random) -> NewFile:
    """Return a file such as comes by the case's channel."""
    if case.channel_kind in (ChannelKind.PHONE, ChannelKind.WALK_IN):
        matter = case.matter
        said = (f"บันทึกคำร้อง {long_date(case.received_on)}", matter.subject, matter.facts)
        return NewFile("บันทึกคำร้อง.txt", "\n\n".join(said).encode())
    return NewFile(f"ภาพถ่าย {rng.randint(1, 9)}.png", photograph(rng))


def photograph(rng: random.Random) -> bytes:
    """Return a picture that could be anything: a wall, a roof and the sky, as PNG."""
    roof, wall = rng.randint(40, 70), rng.randint(90, 120)
    red, green = rng.randint(120, 190), rng.randint(60, 110)
    rows = []
    for y in range(_HEIGHT):
        if y < roof:
            colour = (150 + y, 180 + y // 2, 235)
        elif y < wall:
            colour = (red, green, 70 + y % 8 * 4)
        else:
            colour = (224 - y // 4, 214 - y // 4, 190 - y // 4)
        rows.append(b"\0" + bytes(colour) * _WIDTH)
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, content)
        for kind, content in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(b"".join(rows), 9)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )
