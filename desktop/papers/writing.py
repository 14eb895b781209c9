"""A PDF written as it comes: pages go out when they are done, and what they share at the end."""

from array import array
from typing import IO, Any
from zlib import compress

from reportlab.pdfbase.pdfdoc import (
    PDFFile,
    PDFIndirectObject,
    PDFObject,
    PDFResourceDictionary,
    PDFTrailer,
)
from reportlab.pdfgen.canvas import Canvas

_PACKED = 2
"""How hard pages are packed: harder takes twice the time for a tenth of the size."""


class WritingCanvas(Canvas):  # type: ignore[misc]
    """Writes each page to a file when it is shown, and keeps none."""

    def __init__(self, file: IO[bytes], **kind: Any) -> None:
        super().__init__(file, **kind)
        self._out = _File(self._doc._pdfVersion, file)
        self._places = array("q")
        """Where objects stand in the file, by number; 0 for those that are not written yet."""
        plain = PDFResourceDictionary()
        plain.basicFonts()
        self._plain = self._doc.Reference(plain)
        """What pages need that are nothing but text and lines."""

    def showPage(self) -> None:
        """End the page in hand and write it."""
        document = self._doc
        super().showPage()
        page = document.Pages.pages.pop()
        # Bytes of a face's letters stand in it as they are, each a character below 256.
        drawn, page.stream = page.stream.encode("latin-1"), None
        contents = page.Contents = document.Reference(_Contents(drawn), f"Drawn{self._pageNumber}")
        reference = document.Reference(page)
        # Not the page, nor a name for it: this alone is kept of each.
        document.Pages.pages.append(reference.format(document))
        if any((page.XObjects, page.ExtGState, page._colorsUsed, page._shadingUsed, page.Annots)):
            self._write(reference.name)
        else:
            box = (page.pagewidth, page.pageheight)
            parent = document.Reference(document.Pages)
            self._write(reference.name, _PlainPage(parent, self._plain, contents, box))
        self._write(contents.name)
        for name in (reference.name, contents.name):
            number, _ = document.idToObjectNumberAndVersion.pop(name)
            del document.idToObject[name], document.numberToId[number]

    def save(self) -> None:
        """Write what is left: faces, pictures and the document's account of itself."""
        document = self._doc
        if self._code:
            self.showPage()
        for font in document.delayedFonts:
            font.addObjects(document)
        document.info.digest(document.signature)
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        number = 0
        while (number := number + 1) <= document.objectcounter:
            # Writing one may name another, which then comes after it.
            if number in document.numberToId:
                self._write(document.numberToId[number])
        self._write_places(root, info)

    def _write(self, name: str, thing: PDFObject | None = None) -> None:
        """Write an object, or what stands for it."""
        document = self._doc
        number, _ = document.idToObjectNumberAndVersion[name]
        self._places.extend([0] * (number + 1 - len(self._places)))
        written = PDFIndirectObject(name, thing or document.idToObject[name]).format(document)
        self._places[number] = self._out.add(written)

    def _write_places(self, root: Any, info: Any) -> None:
        """Write where every object stands, and which to begin with."""
        document, size = self._doc, len(self._places)
        begins = self._out.add(f"xref\n0 {size}\n")
        for place in self._places:
            self._out.add(f"{place:010} 00000 n \n" if place else "0000000000 65535 f \n")
        end = PDFTrailer(startxref=begins, Size=size, Root=root, Info=info, ID=document.ID())
        self._out.add(end.format(document))


class _PlainPage(PDFObject):  # type: ignore[misc]
    """A page of nothing but text and lines: ReportLab's own are longer in the writing."""

    def __init__(
        self, pages: Any, resources: Any, contents: Any, size: tuple[float, float]
    ) -> None:
        self._named = {b"Parent": pages, b"Resources": resources, b"Contents": contents}
        self._size = size

    def format(self, document: Any) -> bytes:
        told = [b"/%s %s" % (name, one.format(document)) for name, one in self._named.items()]
        return b"<</Type/Page/MediaBox[0 0 %.4f %.4f]%s>>" % (*self._size, b"".join(told))


class _Contents(PDFObject):  # type: ignore[misc]
    """What was drawn on a page, packed."""

    def __init__(self, drawn: bytes) -> None:
        self._drawn = drawn

    def format(self, document: Any) -> bytes:
        packed = compress(self._drawn, _PACKED)
        ended = document.encrypt.encode(packed).format(document)
        return b"<</Filter/FlateDecode/Length %d>>\nstream\n%sendstream\n" % (len(packed), ended)


class _File(PDFFile):  # type: ignore[misc]
    """Hands on what it is given, where ReportLab's keeps it."""

    def __init__(self, version: tuple[int, int], file: IO[bytes]) -> None:
        super().__init__(version)
        file.write(self.format(None))
        self.strings.clear()
        self.write = file.write
