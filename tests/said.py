"""Comparing what a paper says with what was typed: blanks aside, in digits of one kind."""

import re

from desktop.papers.fonts import Faces

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def told(text: str, faces: Faces) -> str:
    """Return what readers must find: the normal form, blanks aside, digits of one kind."""
    return bare(faces.regular.printed(text))


def bare(text: str) -> str:
    """Return a text without blanks, in digits of one kind."""
    # pdfium tells a ligature that was typed as its letters.
    return re.sub(r"\s", "", text).replace("ﬁ", "fi").translate(_TO_ARABIC)


def shown_of(text: str, value: str, faces: Faces) -> bool:
    """Tell whether a text says a marked value, whole or cut with dots."""
    wanted = told(value, faces)
    found = re.search(f"{wanted[: wanted.index('ข')]}[ข…]", text)
    if found is None:
        return False
    rest = text[found.start() :]
    return rest.startswith(wanted) or wanted.startswith(rest.partition("…")[0])
