"""Something printed over a PDF that exists already, whose own text and lines stay what they are."""

from collections.abc import Callable
from io import BytesIO

import pypdfium2 as pdfium

from desktop.errors import Refused
from desktop.papers.pdfium import PDFIUM
from desktop.rules.reasons import Reason

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points."""
_AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def laid_over(
    pdf: bytes,
    name: str,
    sheets: bytes,
    place: Callable[[pdfium.PdfPage], Matrix] = lambda _page: _AS_IT_IS,
) -> tuple[bytes, int]:
    """Return a copy of a PDF with each sheet over a page of it, and its page count.

    The first sheet goes over the first page and so on; sheets beyond the last page follow it.
    `Refused` when the file, called `name`, is protected or cannot be read.
    """
    with PDFIUM:
        try:
            return _laid_over(pdf, name, sheets, place)
        except pdfium.PdfiumError as error:
            protected = error.err_code in (
                pdfium.raw.FPDF_ERR_PASSWORD,
                pdfium.raw.FPDF_ERR_SECURITY,
            )
            reason = Reason.PDF_PROTECTED if protected else Reason.PDF_DAMAGED
            raise Refused(reason, name=name) from error


def drawn(pdf: bytes) -> tuple[tuple[Box, ...], ...]:
    """Return what every page has something in."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            return tuple(tuple(one.get_bounds() for one in page.get_objects()) for page in document)
        finally:
            document.close()


def _laid_over(
    pdf: bytes, name: str, sheets: bytes, place: Callable[[pdfium.PdfPage], Matrix]
) -> tuple[bytes, int]:
    document = pdfium.PdfDocument(pdf)
    try:
        if pdfium.raw.FPDF_GetSecurityHandlerRevision(document) != -1:
            # It may be read, but whoever protected it forbade changing it.
            raise Refused(Reason.PDF_PROTECTED, name=name)
        source = pdfium.PdfDocument(sheets)
        try:
            own, over = len(document), len(source)
            for number in range(min(own, over)):
                form = source.page_as_xobject(number, document)
                page = document[number]
                placed = form.as_pageobject()
                placed.set_matrix(pdfium.PdfMatrix(*place(page)))
                page.insert_obj(placed)
                page.gen_content()
                page.close()
            if over > own:
                document.import_pages(source, list(range(own, over)))
        finally:
            source.close()
        count = len(document)
        written = BytesIO()
        document.save(written)
        return written.getvalue(), count
    finally:
        document.close()
