"""Files as people hand them in: pictures, scans of several pages, damaged ones, bombs."""

import io
import struct
import zlib

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

DAMAGED_PNG = b"\x89PNG\r\n\x1a\n" + b"nothing of the kind"
DAMAGED_JPEG = b"\xff\xd8\xff\xe0" + bytes(200)
DAMAGED_PDF = b"%PDF-1.4 x"
DAMAGED_TIFF = b"II*\x00" + b"\xff" * 60
HEIC = b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic"


def picture(
    width: int, height: int, kind: str = "PNG", *, held: int = 1, colour: str = "red"
) -> bytes:
    """Make a picture; `held` is how a camera says it was held."""
    exif = Image.Exif()
    exif[0x112] = held
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, kind, exif=exif)
    return made.getvalue()


def scan(pages: int) -> bytes:
    """Make a TIFF of several pages, each narrower than the one before."""
    sheets = [Image.new("1", (800 - 100 * page, 1100), 1) for page in range(pages)]
    made = io.BytesIO()
    sheets[0].save(made, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    return made.getvalue()


def paper(*pages: str, locked: bool = False) -> bytes:
    """Make a PDF of A4 pages with a line each."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), encrypt="x" if locked else None)
    for page in pages:
        canvas.setFont("Helvetica", 40)
        canvas.drawString(80, 700, page)
        canvas.rect(60, 60, 475, 722)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def bomb(side: int) -> bytes:
    """Make a PNG of a few kilobytes that would unfold to a square of many pixels."""
    row = b"\0" + bytes(side // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def fax_bomb(side: int) -> bytes:
    """Make a TIFF of a few kilobytes that would unfold to a square of many pixels."""
    made = io.BytesIO()
    Image.new("1", (side, side), 1).save(made, "TIFF", compression="group4")
    return made.getvalue()
