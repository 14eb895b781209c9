"""Several PDFs as one, each page as it was."""

from collections.abc import Sequence
from io import BytesIO
from threading import Lock

import pypdfium2 as pdfium

ONE_AT_A_TIME = Lock()
"""The library keeps one state for the whole process: whoever uses it holds this."""


def joined(papers: Sequence[bytes]) -> bytes:
    """Put papers one after another into one PDF."""
    with ONE_AT_A_TIME:
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
