"""What is kept of typed text: all that can be seen, nothing that hides."""

import re
import unicodedata

LIMIT = 20_000
"""Characters one field may hold."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean_block(text: str) -> str:
    """Return text as kept: NFC, line ends as newline, no control, bidi or zero-width characters."""
    shown = _HIDDEN.sub("", _ENDS.sub("\n", text).replace("\t", " "))
    lines = unicodedata.normalize("NFC", shown).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def clean_line(text: str) -> str:
    """Return one line as kept: like a block, with every run of blanks made one space."""
    return _BLANKS.sub(" ", clean_block(text).replace("\n", " ")).strip()
