"""What makes a PDF fit to be kept for decades: ISO 19005-2, conformance U, which needs no tags.

Every face embedded with the text of its glyphs, colours that mean the same on every device,
and the document's own account of itself twice, for readers and for archives, saying the same.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    pdfdocEnc,
)
from reportlab.pdfgen.canvas import Canvas

from desktop.rules.thai.dates import local
from desktop.rules.thai.text import clean_line

_PROGRAM = "รับเรื่อง"
_COLOURS = "sRGB IEC61966-2.1"
_MADE = slice(24, 36)
"""Where a colour profile says when it was made; zeros say that it does not matter."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>th-TH</rdf:li></rdf:Bag>
</dc:language><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>{dates}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def archive(canvas: Canvas, title: str, made: date | None) -> None:
    """Let a document say what it is and when it was made, and in which colours."""
    document = canvas._doc
    document.encrypt = _Plain(document.signature)
    title = clean_line(title) or _PROGRAM
    document.info = _Info(title, made)
    catalog = document.Catalog
    catalog.Metadata = _metadata(title, made)
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([_colours(document)])
    canvas.setViewerPreference("DisplayDocTitle", "true")


class _Info(PDFInfo):  # type: ignore[misc]
    """The information dictionary, of what is known only."""

    def __init__(self, title: str, made: date | None) -> None:
        super().__init__()
        self.title, self._made = title, made

    def format(self, document: Any) -> bytes:
        told = {
            "Title": PDFString(self.title),
            "Creator": PDFString(_PROGRAM),
            "Producer": PDFString(_PROGRAM),
            "Trapped": PDFName("False"),
        }
        if self._made is not None:
            told["CreationDate"] = told["ModDate"] = PDFString(_stamp(self._made))
        return bytes(PDFDictionary(told).format(document))


class _Plain(NoEncryption):  # type: ignore[misc]
    """Leaves streams as they are, but for the line's end that must follow them.

    Each has its part in the document's ID, so that no two papers share one.
    """

    def __init__(self, signature: Any) -> None:
        self._signature = signature

    def encode(self, t: bytes | str) -> "_Ended":
        content = pdfdocEnc(t) if isinstance(t, str) else t
        self._signature.update(content)
        return _Ended(content)


class _Ended(PDFObject):  # type: ignore[misc]
    """A stream's contents, as long as they are, and a line's end that does not count."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, _document: Any) -> bytes:
        return self._content + b"\n"


class _Metadata(PDFObject):  # type: ignore[misc]
    """The metadata, readable as they are: archives look for them without knowing PDF."""

    def __init__(self, told: bytes) -> None:
        self._told = told

    def format(self, document: Any) -> bytes:
        # Not even an empty list of filters: that there is none is what is asked.
        ended = document.encrypt.encode(self._told).format(document)
        head = b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(self._told)
        return b"%s\nstream\n%sendstream\n" % (head, ended)


def _metadata(title: str, made: date | None) -> _Metadata:
    dates = ""
    if made is not None:
        moment = local(made).isoformat("T", "seconds") if isinstance(made, datetime) else f"{made}"
        dates = (
            f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>"
        )
    told = _XMP.format(title=escape(title), program=_PROGRAM, dates=dates)
    return _Metadata(told.encode("utf-8"))


def _colours(document: Any) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), _profile())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_COLOURS),
            "Info": PDFString(_COLOURS),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@lru_cache(maxsize=1)
def _profile() -> bytes:
    """Return the sRGB colour profile, the same on every day."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_MADE] = bytes(_MADE.stop - _MADE.start)
    return bytes(made)


def _stamp(made: date) -> str:
    """Write a day, or an instant by Bangkok's clock, as PDF does."""
    if isinstance(made, datetime):
        return f"D:{local(made):%Y%m%d%H%M%S}+07'00'"
    return f"D:{made:%Y%m%d}"
