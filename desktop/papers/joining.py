"""Several PDFs as one, each page as it was."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2 as pdfium

from desktop.papers.pdfium import PDFIUM


def joined(papers: Sequence[bytes]) -> bytes:
    """Put papers one after another into one PDF."""
    with PDFIUM:
        whole = pdfium.PdfDocument.new()
        try:
            for paper in papers:
                part = pdfium.PdfDocument(paper)
                whole.import_pages(part)
                part.close()
            written = BytesIO()
            whole.save(written)
            return written.getvalue()
        finally:
            whole.close()
