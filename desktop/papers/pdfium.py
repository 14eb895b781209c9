"""The room of the PDF library that reads: it keeps one state for the whole process."""

from threading import Lock

PDFIUM = Lock()
"""Held by whoever reads, renders or changes a PDF, from opening to closing."""
