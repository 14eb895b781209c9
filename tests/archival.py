"""Finding what keeps a PDF from being archived as ISO 19005-2, conformance U, asks."""

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    TextStringObject,
)

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}
_LONGEST = 32_767


def faults(pdf: bytes) -> list[str]:
    """Return all that is wrong, or nothing."""
    reader = pypdf.PdfReader(io.BytesIO(pdf), strict=True)
    return [*_file(pdf, reader), *_catalog(reader), *_metadata(reader), *_objects(reader)]


def _file(pdf: bytes, reader: pypdf.PdfReader) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[4-7]\r?\n%[\x80-\xff]{4}", pdf):
        yield "header"
    if "/ID" not in reader.trailer:
        yield "no document ID"
    if "/Encrypt" in reader.trailer:
        yield "encrypted"
    # What stands before the keyword is counted, not searched: contents may hold it by chance.
    ends = [
        found.end() + int(found[1])
        for found in re.finditer(rb"/Length (\d+).{0,200}?>>\s*stream\r?\n", pdf, re.DOTALL)
    ]
    if len(ends) < 4 or any(not re.match(rb"\r?\nendstream", pdf[end : end + 12]) for end in ends):
        yield "no line's end before endstream"


def _catalog(reader: pypdf.PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    if root.get("/Lang") != "th-TH":
        yield "language"
    intents = [one.get_object() for one in root.get("/OutputIntents", [])]
    if [one["/S"] for one in intents] != ["/GTS_PDFA1"]:
        yield "output intent"
    for one in intents:
        profile = one["/DestOutputProfile"].get_object()
        data = profile.get_data()
        if (profile["/N"], data[16:20], data[36:40]) != (3, b"RGB ", b"acsp") or data[8] > 4:
            yield "colour profile"
        if len(data) != int.from_bytes(data[:4], "big"):
            yield "colour profile's length"


def _metadata(reader: pypdf.PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    info: Any = reader.trailer["/Info"]
    if "/Metadata" not in root:
        yield "no metadata"
        return
    stream = root["/Metadata"]
    if stream.get("/Filter"):
        yield "metadata are compressed"
    tree = ET.fromstring(stream.get_data())  # noqa: S314 - our own paper
    told = {
        "/Title": tree.findtext(".//dc:title/rdf:Alt/rdf:li", None, _SPACES),
        "/Creator": tree.findtext(".//xmp:CreatorTool", None, _SPACES),
        "/Producer": tree.findtext(".//pdf:Producer", None, _SPACES),
        "/CreationDate": _as_pdf(tree.findtext(".//xmp:CreateDate", None, _SPACES)),
        "/ModDate": _as_pdf(tree.findtext(".//xmp:ModifyDate", None, _SPACES)),
    }
    for key in {*told, *info} - {"/Trapped"}:
        if told.get(key) != info.get(key):
            yield f"{key}: {info.get(key)!r} is not {told.get(key)!r}"
    kind = [tree.findtext(f".//pdfaid:{name}", "", _SPACES) for name in ("part", "conformance")]
    if kind != ["2", "U"]:
        yield f"calls itself {kind}"


def _as_pdf(moment: str | None) -> str | None:
    if moment is None:
        return None
    day, _, rest = moment.partition("T")
    clock, _, zone = rest.partition("+")
    written = f"D:{day}{clock}".replace("-", "").replace(":", "")
    return f"D:{written[1:]}" + (f"+{zone.replace(':', chr(39))}'" if zone else "")


def _objects(reader: pypdf.PdfReader) -> Iterator[str]:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        part = reader.get_object(IndirectObject(number, 0, reader))
        yield from _limits(part)
        if isinstance(part, DictionaryObject) and part.get("/Type") == "/Font":
            yield from _font(part)
    for page in reader.pages:
        contents: Any = page.get_contents()
        for operands, operator in contents.operations:
            yield from (fault for operand in operands for fault in _limits(operand))
            if operator in {b"k", b"K"}:
                yield "device CMYK"


def _limits(part: Any) -> Iterator[str]:
    if isinstance(part, TextStringObject | ByteStringObject):
        if len(part.original_bytes) > _LONGEST:
            yield "a string is too long"
    elif isinstance(part, DictionaryObject):
        for key in part:
            yield from _limits(part.raw_get(key))
    elif isinstance(part, ArrayObject):
        for inner in list.__iter__(part):
            yield from _limits(inner)


def _font(font: Any) -> Iterator[str]:
    name = str(font["/BaseFont"])
    if not re.fullmatch(r"/[A-Z]{6}\+.+", name):
        yield f"{name} is no subset"
    if "/FontDescriptor" not in font or "/FontFile2" not in font["/FontDescriptor"]:
        yield f"{name} is not embedded"
    if "/ToUnicode" not in font:
        yield f"{name} does not tell its text"
