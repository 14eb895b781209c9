"""A code for a telephone's camera."""

from itertools import groupby

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.pdfgen.canvas import Canvas


def draw_code(canvas: Canvas, text: str, x: float, y: float, size: float, border: int) -> None:
    """Draw a text as a QR code in a square whose lower left corner stands at x, y.

    `border` counts the code's own squares left white around it. Lengths are points.
    """
    code = QrCodeWidget(text).qr
    code.make()
    step = size / (code.getModuleCount() + 2 * border)
    # Bar by bar: as a drawing it would call for a face that is not in the file, and take long.
    for row, squares in enumerate(code.modules, 1):
        low, column = y + size - (row + border) * step, border
        for dark, run in groupby(squares, bool):
            count = len(list(run))
            if dark:
                canvas.rect(x + column * step, low, count * step, step, stroke=0, fill=1)
            column += count
