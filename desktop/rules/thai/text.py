"""What is kept of typed text: all that can be seen, nothing that hides."""

import re
import unicodedata

LIMIT = 20_000
"""Characters one field may hold."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean_block(text: str) -> str:
    """Return text as kept: NFC, line ends as newline, no control, bidi or zero-width characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    kept = [_HIDDEN.sub("", line.replace("\t", " ")).rstrip() for line in lines]
    return unicodedata.normalize("NFC", "\n".join(kept)).strip()


def clean_line(text: str) -> str:
    """Return one line as kept: like a block, with every run of blanks made one space."""
    return _BLANKS.sub(" ", clean_block(text).replace("\n", " ")).strip()
