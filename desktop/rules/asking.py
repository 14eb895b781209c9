"""What somebody asks for in the search box: words, a number, and what they are to be narrowed to.

`สถานะ:ยุติ ช่อง:โทรศัพท์ เกิน:5 วันที่:1/6/2569-30/6/2569 ชื่อ:สมชาย "ซอย 5" -ถนน`
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from desktop.rules.complaint import Status
from desktop.rules.thai.dates import ERA
from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.entry import EARLIEST, LATEST, DateTrouble, Trouble, read_date
from desktop.rules.thai.names import without_short_prefix
from desktop.rules.thai.searching import NumberAsked, digits_asked, number_asked, search_form
from desktop.rules.tracking import read_code


class Operator(StrEnum):
    """What a word before a colon narrows the search to."""

    NAME = "name"
    STATUS = "status"
    CHANNEL = "channel"
    LATE = "late"
    DATE = "date"


TYPED: Mapping[Operator, tuple[str, ...]] = {
    Operator.NAME: ("ชื่อ", "name"),
    Operator.STATUS: ("สถานะ", "status"),
    Operator.CHANNEL: ("ช่อง", "ช่องทาง", "channel"),
    Operator.LATE: ("เกิน", "เกินกำหนด", "late"),
    Operator.DATE: ("วันที่", "date"),
}
"""How each is typed, the usual way first; both languages are understood in either."""


class Mistake(StrEnum):
    """What cannot be asked as it was typed."""

    NOTHING_AFTER = "nothing_after"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_CHANNEL = "unknown_channel"
    NOT_DAYS = "not_days"
    NOT_A_DATE = "not_a_date"
    BACKWARDS = "backwards"
    NOT_EXCLUDABLE = "not_excludable"


@dataclass(frozen=True, slots=True)
class Misread:
    """A part of what was typed that cannot be asked, and why; the rest is asked all the same."""

    mistake: Mistake
    part: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The office's words for what a search may be narrowed to."""

    statuses: Mapping[str, Status] = field(default_factory=dict)
    channels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it was understood; empty sets and Nones do not narrow.

    Words and names are folded; `digits` are a telephone number's. `late_days` are working days,
    0 for whatever is late. `received` are the first and the last day.
    """

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_names: tuple[str, ...] = ()
    digits: str = ""
    number: NumberAsked | None = None
    tracking: str | None = None
    statuses: frozenset[Status] | None = None
    channel_ids: frozenset[int] | None = None
    late_days: int | None = None
    received: tuple[date, date] | None = None
    misread: tuple[Misread, ...] = ()

    @property
    def by_text(self) -> bool:
        """Tell whether something is looked for in what complaints say."""
        return bool(self.words or self.names or self.without or self.without_names)

    @property
    def shown(self) -> tuple[str, ...]:
        """The forms that stand out where they are found."""
        return tuple(dict.fromkeys((*self.words, *self.names)))


NOTHING = Asked()
K = TypeVar("K")

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "：": ":", "\0": " "})
_PART = re.compile(
    r'(?P<minus>[-–−](?=\S))?(?:(?P<before>[^\s":]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]*))'
)
"""A word or a phrase in quotes, which may have an operator and a minus before it."""
_FROM_TO, _FROM_TO_ISO = re.compile(r"\.\.|ถึง|[-–]"), re.compile(r"\.\.|ถึง|–")
"""What stands between two days; a day written year first has hyphens of its own."""
_MONTH = re.compile(r"(\d{1,2})/(\d{4}|\d{2})")
_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPERATORS = {search_form(word): one for one, words in TYPED.items() for word in words}


def read_search(typed: str, today: date, terms: Terms | None = None) -> Asked:
    """Read what stands in the search box; never fails, what is not understood is told in it."""
    reader = _Reader(today, terms or Terms())
    text = typed.translate(_QUOTES)
    for part in _PART.finditer(text):
        reader.take(part)
    asked = reader.asked
    named = tuple(filter(None, map(without_short_prefix, asked.words)))
    # Of a prefix alone nothing would be left to ask.
    asked = replace(asked, words=named or asked.words)
    if asked.names or asked.without or asked.without_names:
        return asked
    # A number, a code or a telephone number is one whole, however it is spaced.
    rest = " ".join(reader.free) if reader.narrowed else text.strip()
    return replace(
        asked, number=number_asked(rest), tracking=read_code(rest), digits=phone_digits(rest)
    )


def phone_digits(word: str) -> str:
    """Return the digits of what may be a telephone number or its end, else ""."""
    digits = digits_asked(word)
    return digits if len(digits) >= _FEWEST_DIGITS else ""


_FEWEST_DIGITS = 4
"""Of a telephone number, that it is looked for."""


def offered(typed: str, terms: Terms, *, thai: bool) -> tuple[str, ...]:
    """Return how the last part of what is typed may go on: an operator, or a word after one."""
    part = typed.rpartition(" ")[2].removeprefix("-")
    before, colon, begun = part.partition(":")
    if not part:
        return ()
    if not colon:
        form = search_form(part)
        said = (words[0 if thai else -1] for words in TYPED.values())
        return tuple(f"{word}:" for word in said if search_form(word).startswith(form))
    operator = _OPERATORS.get(search_form(before))
    values: Iterable[str] = ()
    if operator is Operator.STATUS:
        values = terms.statuses
    elif operator is Operator.CHANNEL:
        values = terms.channels
    form = search_form(begun.strip('"'))
    meant = [value for value in values if form in search_form(value)]
    written = (f'"{value}"' if " " in value else value for value in meant)
    return tuple(f"{before}:{value}" for value in written if value != begun)


def gone_on(typed: str, chosen: str) -> str:
    """Return what is typed with its last part as it was chosen."""
    before, blank, part = typed.rpartition(" ")
    minus = "-" if part.startswith("-") else ""
    return f"{before}{blank}{minus}{chosen}" + ("" if chosen.endswith(":") else " ")


class _Reader:
    """Gathers what the parts of a search ask for."""

    def __init__(self, today: date, terms: Terms) -> None:
        self._today, self._terms = today, terms
        self.asked = NOTHING
        self.free: list[str] = []
        self.narrowed = False

    def take(self, part: "re.Match[str]") -> None:
        """Take one part in."""
        before, minus = part["before"], bool(part["minus"])
        operator = _OPERATORS.get(search_form(before)) if before else None
        if operator is None:
            self._take_word(part)
            return
        self.narrowed = True
        quoted = part["quoted"]
        value, whole = (part["bare"] if quoted is None else quoted).strip(), part[0].strip()
        reading: Mapping[Operator, Callable[[str, bool], Mistake | None]] = {
            Operator.NAME: partial(self._name, whole=quoted is not None),
            Operator.STATUS: self._status,
            Operator.CHANNEL: self._channel,
            Operator.LATE: self._late,
            Operator.DATE: self._date,
        }
        if not value and operator is not Operator.LATE:
            self._misread(Mistake.NOTHING_AFTER, whole)
        elif (mistake := reading[operator](value, minus)) is not None:
            self._misread(mistake, whole)

    def _take_word(self, part: "re.Match[str]") -> None:
        """Take in a word or a phrase, which may have a colon of its own."""
        quoted, before = part["quoted"], part["before"]
        said = part["bare"] if quoted is None else quoted
        form = search_form(f"{before}:{said}" if before else said)
        if not form:
            return
        asked = self.asked
        if part["minus"]:
            self.asked = replace(asked, without=(*asked.without, form))
            return
        self.free.append(part[0])
        self.asked = replace(asked, words=(*asked.words, *((form,) if quoted else form.split())))

    def _name(self, value: str, minus: bool, *, whole: bool) -> Mistake | None:
        asked, form = self.asked, search_form(without_short_prefix(value))
        forms = (form,) if whole else tuple(form.split())
        if not form:
            return Mistake.NOTHING_AFTER
        if minus:
            self.asked = replace(asked, without_names=(*asked.without_names, *forms))
        else:
            self.asked = replace(asked, names=(*asked.names, *forms))
        return None

    def _status(self, value: str, minus: bool) -> Mistake | None:
        found = _meant(value, self._terms.statuses)
        if not found:
            return Mistake.UNKNOWN_STATUS
        chosen = frozenset(Status) - found if minus else found
        self.asked = replace(self.asked, statuses=_narrower(self.asked.statuses, chosen, minus))
        return None

    def _channel(self, value: str, minus: bool) -> Mistake | None:
        found = _meant(value, self._terms.channels)
        if not found:
            return Mistake.UNKNOWN_CHANNEL
        chosen = frozenset(self._terms.channels.values()) - found if minus else found
        narrower = _narrower(self.asked.channel_ids, chosen, minus)
        self.asked = replace(self.asked, channel_ids=narrower)
        return None

    def _late(self, value: str, minus: bool) -> Mistake | None:
        days = arabic_digits(value).removesuffix("วัน").strip()
        if minus:
            return Mistake.NOT_EXCLUDABLE
        if days and not (days.isascii() and days.isdecimal() and len(days) <= 4):
            return Mistake.NOT_DAYS
        self.asked = replace(self.asked, late_days=int(days or 0))
        return None

    def _date(self, value: str, minus: bool) -> Mistake | None:
        if minus:
            return Mistake.NOT_EXCLUDABLE
        try:
            first, last = _days(value, self._today)
        except DateTrouble:
            return Mistake.NOT_A_DATE
        if last < first:
            return Mistake.BACKWARDS
        self.asked = replace(self.asked, received=(first, last))
        return None

    def _misread(self, mistake: Mistake, part: str) -> None:
        self.asked = replace(self.asked, misread=(*self.asked.misread, Misread(mistake, part)))


def _meant(value: str, words: Mapping[str, K]) -> frozenset[K]:
    """Return what a word may mean: what is called just so, else whatever begins or holds it."""
    form = search_form(value)
    called = {search_form(word): one for word, one in words.items()}
    if form in called:
        return frozenset({called[form]})
    begins = frozenset(one for word, one in called.items() if word.startswith(form))
    return begins or frozenset(one for word, one in called.items() if form in word)


def _narrower(before: frozenset[K] | None, chosen: Iterable[K], minus: bool) -> frozenset[K]:
    """Join what is asked for twice; leave out what is not wanted."""
    if before is None:
        return frozenset(chosen)
    return before & frozenset(chosen) if minus else before | frozenset(chosen)


def _days(value: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a day, a month, a year, or from one to another."""
    typed = arabic_digits(value)
    between = _FROM_TO if "/" in typed else _FROM_TO_ISO
    sides = [side.strip() for side in between.split(typed, 1)]
    if len(sides) == 1:
        return _span(sides[0], today)
    # Nothing on one side stands for as far as there are days.
    first = _span(sides[0], today)[0] if sides[0] else date(EARLIEST - ERA, 1, 1)
    return first, _span(sides[1], today)[1] if sides[1] else date(LATEST - ERA, 12, 31)


def _span(typed: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a day, a month or a year."""
    if _YEAR.fullmatch(typed):
        year = _christian(int(typed))
        return date(year, 1, 1), date(year, 12, 31)
    if (month := _MONTH.fullmatch(typed)) is not None:
        year, number = _christian(int(month[2])), int(month[1])
        if not 1 <= number <= 12:
            raise DateTrouble(Trouble.NO_SUCH_DAY)
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    if _ISO.fullmatch(typed):
        try:
            day = date.fromisoformat(typed)
        except ValueError as error:
            raise DateTrouble(Trouble.NO_SUCH_DAY) from error
        return day, day
    try:
        day = read_date(typed, today)
    except DateTrouble as trouble:
        # A search harms nothing: what was probably meant is looked for.
        if trouble.suggestion is None:
            raise
        day = trouble.suggestion
    return day, day


def _christian(year: int) -> int:
    """Return the year that somebody means by two digits, or by four of either era."""
    whole = year + 2500 if year < 100 else year
    christian = whole - ERA if whole >= EARLIEST else whole
    if not EARLIEST - ERA <= christian <= LATEST - ERA:
        raise DateTrouble(Trouble.YEAR_OUT_OF_RANGE)
    return christian
