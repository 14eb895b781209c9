"""Where a line of Thai may break: between words, and never inside what is read as one letter."""

import re
from collections.abc import Iterable
from functools import lru_cache

import nlpo3

import resources
from desktop.rules.thai.dates import MONTHS

_NO_START = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ")
"""A line never begins with these."""
_NO_END = frozenset("เแโใไ")
"""A line never ends with these."""
_OPENING = frozenset("([{“‘\"'")
_CLOSING = frozenset(")]}”’\"'.,:;!?%/…")
_BEGINNING, _ENDING = "".join(_OPENING), "".join(_CLOSING)
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_IN_NUMBERS = _DIGITS | frozenset(".,/:-")
_TONES = frozenset("่้๊๋")
_PHRASES = re.compile(r" +|[^ ]+")
_RUNS = re.compile(r"[^฀-๿]+|[฀-๿]+")
_LONGEST = 400
"""Characters given to the dictionary at once; its worst case grows with the square."""
_SHORTEST_OWN = 4
"""Letters a name needs to be looked for; shorter ones stand inside other words."""
_LONGEST_NUMBER = 12
"""Characters after which a number written in groups may be parted between them."""
_DICTIONARY = "words"
_MONTHS = frozenset(MONTHS)
_LABELS = frozenset({"ที่", "วันที่", "ลงวันที่", "เลขที่", "ครั้งที่", "เขต", "โทร.", "ต่อ"})
"""Words whose number is read with them."""
_CODE = re.compile("[ก-ฮ]{2}")
"""An agency's letters before its number, as in ศธ ๐๔๙๙๙/๑๒."""
Phrase = tuple[str, ...]
"""Pieces that no space parts, or a run of spaces."""


def may_break(text: str, place: int) -> bool:
    """Tell whether the script lets a line end before this place of a text."""
    before, after = text[place - 1], text[place]
    if after in _NO_START or before in _NO_END or before in _OPENING or after in _CLOSING:
        return False
    if after in _DIGITS and before in _IN_NUMBERS:
        return False
    following = text[place + 1 : place + 3]
    # A consonant that is silenced stays with the word it ends.
    if following[:1] == "์" or (following[1:] == "์" and following[0] in "ิุ"):
        return False
    # These vowels are not whole without the consonant that closes the syllable.
    if before in "ัื็":
        return False
    return not (place >= 2 and text[place - 2] == "ั" and before in _TONES)


class Words:
    """Takes text apart into pieces between which a line may break.

    `own` are the office's own names, which no dictionary has: none is broken inside.
    """

    def __init__(self, own: Iterable[str] = ()) -> None:
        names = sorted({name for name in own if len(name) >= _SHORTEST_OWN}, key=len)
        longest_first = "|".join(re.escape(name) for name in reversed(names))
        self._own = re.compile(longest_first) if names else None
        self.phrases = lru_cache(500)(self._phrases)
        self._phrase = lru_cache(1200)(self._parted)

    def pieces(self, text: str) -> tuple[str, ...]:
        """Return the pieces in order; joined they are the text, runs of spaces stand alone."""
        return tuple([piece for phrase in self.phrases(text) for piece in phrase])

    def parts(self, piece: str) -> tuple[str, ...]:
        """Return the smaller words of a piece that finds no room whole; at worst itself alone."""
        parts = tuple(_PHRASES.findall(piece))
        return parts if len(parts) > 1 else _compound(piece)

    def _phrases(self, text: str) -> tuple[Phrase, ...]:
        """Return the pieces in order, gathered between the spaces that a line may end at."""
        found: list[Phrase] = []
        space = ""
        for run in _PHRASES.findall(text):
            if run[0] == " ":
                space = run
                continue
            pieces, opening = self._phrase(run)
            if space and opening and found and _belongs(found[-1][-1], opening):
                *before, last = found[-1]
                found[-1] = (*before, last + space + pieces[0], *pieces[1:])
            else:
                if space:
                    found.append((space,))
                found.append(pieces)
            space = ""
        if space:
            found.append((space,))
        return tuple(found)

    def _parted(self, phrase: str) -> tuple[Phrase, str]:
        """Return the pieces of a text without spaces, and its first word if it may cling to others.

        Words are joined where the script parts them nowhere.
        """
        words: list[str] = []
        for run in _RUNS.findall(phrase):
            if "\u0e00" <= run[0] <= "\u0e7f":
                words.extend(self._thai(run))
            else:
                words.append(run)
        pieces: list[str] = []
        for word in words:
            last = pieces[-1][-2:] if pieces else ""
            if last and not may_break(last + word[:3], len(last)):
                pieces[-1] += word
            else:
                pieces.append(word)
        return tuple(pieces), words[0] if _clings(words[0]) else ""

    def _thai(self, run: str) -> list[str]:
        """Return the words of a run of Thai letters, the office's names whole."""
        words: list[str] = []
        start = 0
        for name in self._own.finditer(run) if self._own else ():
            begin, end = name.span()
            if _parts(run, begin) and _parts(run, end):
                words += _segmented(run[start:begin])
                words.append(name.group())
                start = end
        return words + _segmented(run[start:])


def _parts(run: str, place: int) -> bool:
    return place in {0, len(run)} or may_break(run, place)


def _segmented(run: str) -> list[str]:
    """Return the dictionary's words, asking it about no more than it can answer quickly."""
    words: list[str] = []
    while len(run) > _LONGEST:
        end = next((n for n in range(_LONGEST, 1, -1) if may_break(run, n)), _LONGEST)
        words += nlpo3.segment(run[:end], _dictionary(), safe=False)
        run = run[end:]
    return words + nlpo3.segment(run, _dictionary(), safe=False)


def _clings(word: str) -> bool:
    """Tell whether a word may have to stay with what stands before it and a space.

    ๆ never opens a line, a day stays with its month, the groups of a telephone number with each
    other, and a number with the word that says what it is.
    """
    return word in _MONTHS or word.isdecimal() or word[0] in _NO_START


def _belongs(before: str, word: str) -> bool:
    """Tell whether a word that may cling does so to what stands before it."""
    label, _, rest = before.partition(" ")
    number = rest if label in _LABELS else before
    if word in _MONTHS:
        return len(number) <= 2 and number.isdecimal()
    if word.isdecimal():
        if before in _LABELS or _CODE.fullmatch(before):
            return True
        # A telephone number, as in ๐ ๓๙๓๑ ๒๑๐๐, is read in one go.
        return len(number) <= _LONGEST_NUMBER and number.replace(" ", "").isdecimal()
    return word[0] in _NO_START


@lru_cache(maxsize=200)
def _compound(word: str) -> tuple[str, ...]:
    """Take a long name apart into words that the dictionary has too, the longest first."""
    for place in range(len(word) - 1, 1, -1):
        first, rest = word[:place], word[place:]
        if first.lstrip(_BEGINNING) in _known() and may_break(word, place):
            if rest.rstrip(_ENDING) in _known():
                return (first, rest)
            if len(parts := _compound(rest)) > 1:
                return (first, *parts)
    return (word,)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(resources.path("words", "words_th.txt").read_text("utf-8").split("\n"))


@lru_cache(maxsize=1)
def _dictionary() -> str:
    """Load the words that come with the program, once; return the name they are asked by."""
    told, loaded = nlpo3.load_dict(str(resources.path("words", "words_th.txt")), _DICTIONARY)
    if not loaded:
        raise RuntimeError(told)
    return _DICTIONARY
