"""How papers are printed: kinds of paper, what is chosen for each, and what is typed about it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import Refused
from desktop.rules.letters import SPECS, Form, LetterKind
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import arabic_digits

MOST_COPIES = 99
FARTHEST = 20.0
"""Millimetres by which print may be moved."""
_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6})?)?")
_MILLIMETRES = re.compile(r"([+-]?)\s*(\d{1,3})(?:[.,](\d{1,2}))?")


class PaperKind(StrEnum):
    """Papers that go into the printer in the same way; what was chosen is remembered for each."""

    LETTER = "letter"
    MEMO = "memo"
    ORDER = "order"
    SLIP_A6 = "slip_a6"
    SLIP_A5 = "slip_a5"
    SLIP_ROLL = "slip_roll"
    FORM = "form"
    ENVELOPE_DL = "envelope_dl"
    ENVELOPE_C5 = "envelope_c5"
    ENVELOPE_C4 = "envelope_c4"
    LABELS = "labels"
    REPORT = "report"
    BOOK = "book"
    POSTER = "poster"
    OTHER = "other"
    """What came from outside."""


_OF_FORM = {
    Form.EXTERNAL: PaperKind.LETTER,
    Form.MEMO: PaperKind.MEMO,
    Form.ORDER: PaperKind.ORDER,
}
EMBLEMED = frozenset(
    {
        PaperKind.LETTER,
        PaperKind.MEMO,
        PaperKind.ORDER,
        PaperKind.ENVELOPE_DL,
        PaperKind.ENVELOPE_C5,
        PaperKind.ENVELOPE_C4,
    }
)
"""Papers that come with the Garuda printed on them, or without."""


class Duplex(StrEnum):
    """On which sides a paper is printed."""

    ONE_SIDE = "one_side"
    LONG_EDGE = "long_edge"
    SHORT_EDGE = "short_edge"


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What was chosen for a kind of paper; an empty tray is the printer's own choice."""

    printer: str
    tray: str = ""
    copies: int = 1
    duplex: Duplex = Duplex.ONE_SIDE
    colour: bool = True


@dataclass(frozen=True, slots=True)
class Stationery:
    """The paper in a printer's tray: whether it bears the Garuda, and how far print is moved."""

    preprinted: bool = False
    right: float = 0.0
    """Millimetres to the right; to the left where negative."""
    down: float = 0.0
    """Millimetres downwards; upwards where negative."""


class PrinterTrouble(StrEnum):
    """Why nothing, or not all, came out of a printer."""

    SILENT = "silent"
    GONE = "gone"
    STOPPED = "stopped"
    PAPER_OUT = "paper_out"
    JAM = "jam"
    OFFLINE = "offline"
    COVER_OPEN = "cover_open"
    INK_OUT = "ink_out"
    GIVEN_UP = "given_up"


def paper_of(kind: LetterKind) -> PaperKind:
    """Tell which kind of paper a letter is printed on."""
    return _OF_FORM[SPECS[kind].form]


def pages_wanted(text: str, count: int) -> tuple[int, ...]:
    """Read which pages of so many are wanted, as in "1-3, 5"; counted from 0, all when empty."""
    wanted: dict[int, None] = {}
    for part in re.split(r"[,;]", arabic_digits(text).strip()):
        if not part.strip():
            continue
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            raise Refused(Reason.BAD_PAGES, field="pages")
        first, last = int(found[1]), int(found[1])
        if len(part.strip()) > len(found[1]):
            last = int(found[2]) if found[2] else count
        if (farthest := max(first, last)) > count:
            raise Refused(Reason.NO_SUCH_PAGE, field="pages", page=farthest, count=count)
        if first < 1 or first > last:
            raise Refused(Reason.BAD_PAGES, field="pages")
        wanted.update(dict.fromkeys(range(first - 1, last)))
    return tuple(wanted) or tuple(range(count))


def copies_wanted(text: str) -> int:
    """Read how many copies are wanted."""
    typed = arabic_digits(text).strip()
    if not re.fullmatch(r"\d{1,4}", typed) or not 1 <= int(typed) <= MOST_COPIES:
        raise Refused(Reason.BAD_COPIES, field="copies", most=MOST_COPIES)
    return int(typed)


def millimetres(text: str, field: str) -> float:
    """Read a distance that was measured, with its sign; nothing typed is none."""
    typed = arabic_digits(text).strip().replace("−", "-")
    if not typed:
        return 0.0
    found = _MILLIMETRES.fullmatch(typed)
    if found is None:
        raise Refused(Reason.NOT_MILLIMETRES, field=field)
    size = float(f"{found[2]}.{found[3] or 0}")
    if size > FARTHEST:
        raise Refused(Reason.TOO_FAR, field=field, most=int(FARTHEST))
    return -size if found[1] == "-" else size


def sheets(
    pages: tuple[int, ...], starts: frozenset[int], *, both_sides: bool
) -> tuple[int | None, ...]:
    """Lay pages on sides; printed on both, a paper begins on a sheet of its own."""
    sides: list[int | None] = []
    for page in pages:
        if both_sides and page in starts and len(sides) % 2:
            sides.append(None)
        sides.append(page)
    return tuple(sides)
