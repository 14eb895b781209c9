"""The text of a Word file: its paragraphs as a reader who accepts every change would see them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.errors import Refused
from desktop.exchange.word_file import Attributes, parse
from desktop.exchange.word_marks import TAGS
from desktop.rules.corrections import LeftOut, Part
from desktop.rules.reasons import Reason

_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_NOT_TAKEN = {
    "drawing": "pictures",
    "pict": "pictures",
    "object": "pictures",
    "sym": "pictures",
    "altChunk": "pictures",
    "oMath": "pictures",
    "tbl": "tables",
}
"""What is passed over whole, and under what it is counted."""
_GONE = frozenset({"del", "moveFrom"})
_COME = frozenset({"ins", "moveTo"})
_COUNTED = {
    "commentReference": "comments",
    "footnoteReference": "notes",
    "endnoteReference": "notes",
}
_DEEPEST = 400
"""Elements inside each other; Word nests some dozens."""
_OFF = frozenset({"0", "false", "off", "none"})
_BREAKS_PAGE = frozenset({"page", "column"})


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its text, the part whose bookmark is around it or in it, its style.

    `table` stands for a whole table in its place; what is counted is of this paragraph.
    """

    text: str = ""
    part: Part | None = None
    style: str = ""
    table: bool = False
    counted: dict[str, int] = field(default_factory=dict)
    joined: bool = False
    """Whether its end was deleted, so that the next goes on in it."""

    def count(self, what: str) -> None:
        """Count something that is not taken over, or is taken as accepted."""
        self.counted[what] = self.counted.get(what, 0) + 1


def paragraphs_of(content: bytes) -> list[WordParagraph]:
    """Read the paragraphs of a document's main part, tables told but not read."""
    reader = _Reader()
    parse(content, start=reader.start, end=reader.end, text=reader.text)
    return _joined(reader.found)


def properties_of(content: bytes) -> dict[str, str]:
    """Read a file's own properties."""
    found: dict[str, str] = {}
    names: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name.endswith(" property"):
            names.append(attributes.get("name", ""))

    def text(told: str) -> None:
        if names:
            found[names[-1]] = found.get(names[-1], "") + told

    parse(content, start=start, text=text)
    return {name: told.strip() for name, told in found.items()}


def left_out(paragraphs: list[WordParagraph]) -> LeftOut:
    """Add up what is not taken over; outside of the parts a picture is the emblem."""
    total: dict[str, int] = {}
    for paragraph in paragraphs:
        for what, count in paragraph.counted.items():
            if what != "pictures" or paragraph.part is not None:
                total[what] = total.get(what, 0) + count
    return LeftOut(**total)


class _Reader:
    """Gathers paragraphs from the parts of a document as they go by."""

    def __init__(self) -> None:
        self.found: list[WordParagraph] = []
        self._path: list[str] = []
        self._skipped = 0
        self._paragraph: WordParagraph | None = None
        self._said: list[str] = []
        self._open: dict[str, Part] = {}
        self._carried = False
        self._asking = False
        self._hidden = False
        self._act: dict[str, Callable[[Attributes], None]] = {
            "p": self._begin,
            "pStyle": self._style,
            "showingPlcHdr": self._placeholder,
            "sdtContent": self._content,
            "tab": self._tab,
            "ptab": self._tab,
            "br": self._break,
            "cr": self._break,
            "noBreakHyphen": lambda _: self._say("\u2011"),
            "vanish": self._vanish,
            "numId": self._numbered,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in what begins."""
        space, _, local = name.rpartition(" ")
        self._path.append(local)
        if len(self._path) > _DEEPEST:
            raise Refused(Reason.NOT_A_WORD_FILE)
        if local in _MARKS and space in _WORD:
            # Also where the words around it were deleted: a part must end where it ends.
            _MARKS[local](self, _plain(attributes))
        if self._skipped:
            self._skipped += 1
        elif local in _NOT_TAKEN:
            self._pass_over(_NOT_TAKEN[local])
        elif local in _GONE and not self._inside("rPr"):
            self._skipped = 1
            self._count("tracked")
        elif local == "Fallback" or local.endswith("Change"):
            # The same again for older programs; how it looked before it was changed.
            self._skipped = 1
        elif space in _WORD:
            self._word(local, _plain(attributes))

    def end(self, name: str) -> None:
        """Close what ends."""
        local = name.rpartition(" ")[2]
        self._path.pop()
        if self._skipped:
            self._skipped -= 1
        elif local == "p":
            self._finish()
        elif local == "r":
            self._hidden = False

    def text(self, told: str) -> None:
        """Take in words."""
        if not self._skipped and self._path and self._path[-1] == "t":
            self._say(told)

    def _word(self, local: str, attributes: Attributes) -> None:
        if local in _COUNTED:
            self._count(_COUNTED[local])
        elif local in _COME and not self._inside("trPr"):
            self._count("tracked")
        elif local in _GONE and self._paragraph is not None and "pPr" in self._path[-3:]:
            self._paragraph.joined = True
            self._count("tracked")
        elif local in self._act:
            self._act[local](attributes)

    def _inside(self, local: str) -> bool:
        return len(self._path) > 1 and self._path[-2] == local

    def _say(self, text: str) -> None:
        if self._hidden:
            if text.strip():
                self._count("hidden")
        elif self._paragraph is not None:
            self._said.append(text)

    def _count(self, what: str) -> None:
        if self._paragraph is not None:
            self._paragraph.count(what)
        elif self.found:
            self.found[-1].count(what)

    def _pass_over(self, what: str) -> None:
        self._skipped = 1
        if what == "tables":
            table = WordParagraph(part=self._part(), table=True)
            table.count(what)
            self.found.append(table)
        else:
            self._count(what)

    def _part(self) -> Part | None:
        """Return the part whose bookmark we are in."""
        return next(reversed(self._open.values()), None)

    def _begin(self, _: Attributes) -> None:
        self._finish()
        part = self._part()
        self._paragraph, self._said, self._carried = WordParagraph(part=part), [], part is not None

    def _finish(self) -> None:
        if self._paragraph is not None:
            self._paragraph.text = "".join(self._said)
            self.found.append(self._paragraph)
        self._paragraph = None

    def _style(self, attributes: Attributes) -> None:
        if self._paragraph is not None:
            self._paragraph.style = attributes.get("val", "")

    def begin_part(self, attributes: Attributes) -> None:
        """Begin the part that a bookmark names."""
        part = TAGS.get(attributes.get("name", ""))
        if part is not None:
            # LibreOffice begins a part a second time and leaves the first without an end.
            others = {mark: one for mark, one in self._open.items() if one is not part}
            self._open = {**others, attributes.get("id", ""): part}
            if self._paragraph is not None:
                self._paragraph.part, self._carried = part, False

    def end_part(self, attributes: Attributes) -> None:
        """End a part; a paragraph at whose very beginning it ends is not of it."""
        ended = self._open.pop(attributes.get("id", ""), None)
        if ended and self._paragraph is not None and self._carried and not self._said:
            self._paragraph.part = None

    def _placeholder(self, attributes: Attributes) -> None:
        self._asking = attributes.get("val", "") not in _OFF

    def _content(self, _: Attributes) -> None:
        """Pass over what Word itself writes into a control that was emptied."""
        if self._asking:
            self._skipped = 1
            if self._paragraph is None:
                self.found.append(WordParagraph(part=self._part()))
        self._asking = False

    def _tab(self, _: Attributes) -> None:
        # Where tabs stand is told by the same name as that one is typed.
        if self._inside("r"):
            self._say("\t")

    def _break(self, attributes: Attributes) -> None:
        if self._inside("r") and attributes.get("type", "") not in _BREAKS_PAGE:
            self._say("\n")

    def _vanish(self, attributes: Attributes) -> None:
        if attributes.get("val", "") not in _OFF and "r" in self._path[-3:]:
            self._hidden = True

    def _numbered(self, attributes: Attributes) -> None:
        if attributes.get("val", "0") != "0":
            self._count("numbered")


_MARKS = {"bookmarkStart": _Reader.begin_part, "bookmarkEnd": _Reader.end_part}


def _plain(attributes: Attributes) -> Attributes:
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}


def _joined(found: list[WordParagraph]) -> list[WordParagraph]:
    """Let a paragraph whose end was deleted go on with the next."""
    kept: list[WordParagraph] = []
    said: list[str] = []
    for paragraph in found:
        last = kept[-1] if kept else None
        if last is None or not last.joined or last.table or paragraph.table:
            kept.append(paragraph)
            said = [paragraph.text]
            continue
        said.append(paragraph.text)
        last.joined = paragraph.joined
        if not last.joined:
            last.text = "".join(said)
        last.part, last.style = last.part or paragraph.part, last.style or paragraph.style
        for what, count in paragraph.counted.items():
            last.counted[what] = last.counted.get(what, 0) + count
    return kept
