"""Paper out of the printer: the PDF's own pages at the printer's own resolution."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.errors import Unavailable
from ui.widgets.pdf_view import page_sizes, render

FINEST = 300


def ask_and_print(pdf: bytes, title: str, parent: QWidget) -> bool:
    """Let the clerk choose a printer and print; false when they chose not to."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_pdf(pdf, printer)
    return True


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print every page on a sheet of its own, at its own size; `Unavailable` when it fails."""
    width, height = page_sizes(pdf)[0]
    lying = width > height
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable("the printer does not answer")
    try:
        for number, page in enumerate(render(pdf, min(FINEST, printer.resolution()))):
            if number and not printer.newPage():
                raise Unavailable("the printer stopped")
            # At its own size on the sheet: margins of the regulation stay what they are.
            inch = printer.resolution() / min(FINEST, printer.resolution())
            painter.drawImage(QRectF(0, 0, page.width() * inch, page.height() * inch), page)
    finally:
        painter.end()
