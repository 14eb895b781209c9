"""Paper out of the printer: the PDF's own pages as pictures, at the printer's own resolution.

The same dots go to every printer on every system, drawn by the library that draws the preview;
printers' own ideas of a PDF differ. On Windows Qt hands them to the printer. Elsewhere they go to
CUPS as a PDF of pictures, since Qt does not tell when CUPS refuses a job.
"""
