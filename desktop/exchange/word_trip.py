"""A letter's way back from Word: whose it is, its parts found again, and what was changed."""

import re
from collections.abc import Sequence

from desktop.errors import Refused
from desktop.exchange.word_file import WordFile
from desktop.exchange.word_marks import COMPLAINT, CONTINUED, DRAFT, KIND, NAMES, STAMPED_TO, STYLES
from desktop.exchange.word_text import WordParagraph, left_out, paragraphs_of, properties_of
from desktop.rules.corrections import (
    GREETED,
    Corrections,
    LetterMark,
    LetterText,
    Part,
    compare,
    only_in,
)
from desktop.rules.differences import Segment
from desktop.rules.letters import CLOSINGS, LetterKind
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_block, clean_line

_MOST_SAID = 64 * 1024
"""Bytes that a file may say of itself."""
_OUR_MARK = re.compile("[0-9๐-๙]{1,3}[.)]?\t")
_TYPED_MARK = re.compile(r"[0-9๐-๙]{1,3}[.)]\s+")
_SALUTATIONS = "|".join((*sorted(CLOSINGS, key=len, reverse=True), STAMPED_TO))
_ADDRESSED = re.compile(rf"\s*({_SALUTATIONS})\s+")


def corrected(here: bytes, back: bytes, segment: Segment) -> Corrections:
    """Compare a file that came back with the one that would leave now."""
    ours, whose, _ = _read(here)
    theirs, told, paragraphs = _read(back)
    if told.complaint != whose.complaint:
        raise Refused(Reason.WORD_OTHER_COMPLAINT, number=told.complaint)
    if told.kind is not whose.kind:
        raise Refused(Reason.WORD_OTHER_KIND, letter=told.kind.value)
    if told.contradicts(whose):
        raise Refused(Reason.WORD_OTHER_DRAFT)
    return Corrections(
        compare(ours, theirs, segment),
        put_in=only_in(theirs, ours),
        taken_out=only_in(ours, theirs),
        left_out=left_out(paragraphs),
        same_draft=told.draft == whose.draft,
    )


def _read(content: bytes) -> tuple[LetterText, LetterMark, list[WordParagraph]]:
    """Return a letter's text, whose it is, and its paragraphs."""
    file = WordFile(content)
    main = file.part("officeDocument")
    if main is None:
        raise Refused(Reason.NOT_A_WORD_FILE)
    mark = _mark(file.part("custom-properties", _MOST_SAID))
    paragraphs = _parted(paragraphs_of(main))
    if not any(one.part is Part.BODY for one in paragraphs):
        raise Refused(Reason.WORD_BODY_LOST)
    return letter_text(paragraphs), mark, paragraphs


def _mark(said: bytes | None) -> LetterMark:
    told = {} if said is None else properties_of(said)
    try:
        return LetterMark(told[COMPLAINT], LetterKind(told[KIND]), told[DRAFT])
    except (KeyError, ValueError) as fault:
        raise Refused(Reason.WORD_FOREIGN) from fault


def _parted(paragraphs: list[WordParagraph]) -> list[WordParagraph]:
    """Give each paragraph its part: by its bookmark, else by its style, else by where it stands."""
    for one in paragraphs:
        one.part = one.part or STYLES.get(one.style)
    body = [place for place, one in enumerate(paragraphs) if one.part is Part.BODY]
    if body:
        for one in paragraphs[body[0] : body[-1]]:
            one.part = one.part or Part.BODY
        for one in paragraphs[body[-1] + 1 :]:
            if one.part is None and clean_line(one.text) in GREETED:
                one.part = Part.CLOSING
    return paragraphs


def letter_text(paragraphs: Sequence[WordParagraph]) -> LetterText:
    """Take a letter's paragraphs apart into its parts, as what is typed is kept."""
    texts: dict[Part, list[list[str]]] = {}
    others: list[str] = []
    for one in paragraphs:
        if one.table:
            continue
        if one.part is None:
            others.append(clean_line(one.text))
        elif one.part is Part.BODY and one.style == CONTINUED and texts.get(Part.BODY):
            texts[Part.BODY][-1].append(one.text)
        else:
            texts.setdefault(one.part, []).append([one.text])
    parts: dict[Part, tuple[str, ...]] = {}
    for part, lines in texts.items():
        said = ["\n".join(line) for line in lines]
        if part is Part.RECIPIENT:
            parts |= _addressed(said)
        elif part is Part.BODY:
            parts[part] = tuple(text for text in map(clean_block, said) if text)
        else:
            parts[part] = _lines(part, said)
    return LetterText(parts, tuple(text for text in others if text))


def _lines(part: Part, said: list[str]) -> tuple[str, ...]:
    """Return the lines of a part without its label and the numbers we put before them."""
    first = re.sub(rf"^\s*{NAMES[part]}(?:[ \u00a0]*\t|\s+|$)", "", said[0], count=1)
    lines = [first, *said[1:]]
    if part is Part.ENCLOSURES:
        lines = [_unmarked(line, several=len(lines) > 1) for line in lines]
    return tuple(line for line in map(clean_line, lines) if line)


def _unmarked(line: str, *, several: bool) -> str:
    ours = _OUR_MARK.match(line)
    typed = _TYPED_MARK.match(line) if several else None
    found = ours or typed
    return line[found.end() :] if found else line


def _addressed(said: list[str]) -> dict[Part, tuple[str, ...]]:
    """Part the salutation from the recipient, at our tab or after a word we know."""
    first = said[0]
    salutation, tab, recipient = first.partition("\t")
    if not tab:
        known = _ADDRESSED.match(first)
        salutation, recipient = (known[1], first[known.end() :]) if known else ("", first)
    if clean_line(salutation) == STAMPED_TO:
        salutation = ""
    named = "\n".join((recipient, *said[1:])).split("\n")
    told = {Part.SALUTATION: [salutation], Part.RECIPIENT: named}
    clean = {part: tuple(filter(None, map(clean_line, texts))) for part, texts in told.items()}
    return {part: texts for part, texts in clean.items() if texts}
