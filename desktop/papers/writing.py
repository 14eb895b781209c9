"""A PDF written as it comes: pages go out when they are done, and what they share at the end."""

from array import array
from typing import IO, Any

from isal import isal_zlib
from reportlab.pdfbase.pdfdoc import (
    PDFFile,
    PDFResourceDictionary,
    PDFTrailer,
)
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfgen.canvas import Canvas

_PACKED = 1
"""How hard pages are packed: harder takes twice the time for a thirtieth of the size."""


class WritingCanvas(Canvas):  # type: ignore[misc]
    """Writes each page to a file when it is shown, and keeps none."""

    def __init__(self, file: IO[bytes], **kind: Any) -> None:
        super().__init__(file, **kind)
        self._out = _File(self._doc._pdfVersion, file)
        self._places = array("q")
        """Where objects stand in the file, by number; 0 for those that are not written yet."""
        plain = PDFResourceDictionary()
        plain.basicFonts()
        document = self._doc
        shared = (document.Reference(document.Pages), document.Reference(plain))
        self._shared = b"/Parent %s/Resources %s" % tuple(one.format(document) for one in shared)
        """What all pages have that are nothing but text and lines."""

    def showPage(self) -> None:
        """End the page in hand and write it."""
        document = self._doc
        super().showPage()
        page = document.Pages.pages.pop()
        # Not the page, nor its name: that it has a number is all that is kept of each.
        name = page.__InternalName__
        del document.idToObject[name]
        number, _ = document.idToObjectNumberAndVersion.pop(name)
        del document.numberToId[number]
        document.Pages.pages.append(b"%d 0 R" % number)
        document.objectcounter += 1
        page.Contents = b"%d 0 R" % document.objectcounter
        # Bytes of a face's letters stand in it as they are, each a character below 256.
        self._put(document.objectcounter, self._packed(page.stream.encode("latin-1")))
        if any((page.XObjects, page.ExtGState, page._colorsUsed, page._shadingUsed, page.Annots)):
            self._put(number, page.format(document))
        else:
            # ReportLab's own way of writing a page takes as long as packing it.
            size = (page.pagewidth, page.pageheight)
            box = b"/MediaBox[0 0 %.4f %.4f]" % size
            told = b"%s%s/Contents %s" % (box, self._shared, page.Contents)
            self._put(number, b"<</Type/Page%s>>" % told)

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
                thing = document.idToObject[document.numberToId[number]]
                self._put(number, formatted(thing, document, toplevel=1))
        self._write_places(root, info)

    def _packed(self, drawn: bytes) -> bytes:
        """Return a stream of what was drawn, which has its part in the document's ID."""
        packed = isal_zlib.compress(drawn, _PACKED)
        self._doc.signature.update(packed)
        head = b"<</Filter/FlateDecode/Length %d>>" % len(packed)
        return b"%s\nstream\n%s\nendstream" % (head, packed)

    def _put(self, number: int, content: bytes) -> None:
        """Write an object, and remember where it stands."""
        self._places.extend([0] * (number + 1 - len(self._places)))
        self._places[number] = self._out.add(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def _write_places(self, root: Any, info: Any) -> None:
        """Write where every object stands, and which to begin with."""
        document, size = self._doc, len(self._places)
        begins = self._out.add(f"xref\n0 {size}\n")
        for place in self._places:
            self._out.add(f"{place:010} 00000 n \n" if place else "0000000000 65535 f \n")
        end = PDFTrailer(startxref=begins, Size=size, Root=root, Info=info, ID=document.ID())
        self._out.add(end.format(document))


class _File(PDFFile):  # type: ignore[misc]
    """Hands on what it is given, where ReportLab's keeps it."""

    def __init__(self, version: tuple[int, int], file: IO[bytes]) -> None:
        super().__init__(version)
        file.write(self.format(None))
        self.strings.clear()
        self.write = file.write
