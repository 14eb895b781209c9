"""Pages from a scanner bound to one PDF: each as the scanner made it, not packed again."""

import io
from collections.abc import Sequence

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_POINTS = 72.0


def bound(pages: Sequence[bytes], dots_per_inch: int) -> bytes:
    """Bind JPEG pages to one PDF, each as large as it was on the glass."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=True)
    for page in pages:
        picture = ImageReader(io.BytesIO(page))
        wide, high = picture.getSize()
        width, height = (pixels * _POINTS / dots_per_inch for pixels in (wide, high))
        canvas.setPageSize((width, height))
        canvas.drawImage(picture, 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return made.getvalue()
