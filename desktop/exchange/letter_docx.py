"""A letter as a Word file: the regulation's layout, each part found again when it comes back.

What only a printed sheet can have is left to the print: catch-words, because whoever corrects the
draft moves its lines, and the marks of copies, because only what was issued is copied. A letter to
several is one text here, with all their names.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from docx.text.paragraph import Paragraph

from desktop.exchange.word_body import write_body
from desktop.exchange.word_marks import STAMPED_TO
from desktop.exchange.word_page import Ink, Place, WordPage, around, drop, pitch
from desktop.exchange.word_picture import emblem
from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.letter import OfficialLetter
from desktop.papers.memo import TITLE, Memo
from desktop.papers.model import Enclosure
from desktop.papers.order import HEAD_ROOM, Order, dated_line, head_lines, whole_body
from desktop.papers.signature import COPIES, middle_below, reached, room_around
from desktop.papers.stamped import MIDDLE, ROOM, StampedLetter
from desktop.ports import WordLetter
from desktop.rules.corrections import LetterMark, Part
from desktop.rules.office import Garuda
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

_FEET = m.GARUDA_TOP + m.GARUDA_HEIGHT
_FIRST_TOP = _FEET + drop(m.BODY_SIZE) - m.LINE
"""From the upper edge to the line that stands by the emblem's feet."""
_MEMO_TOP = m.TITLE_TOP + drop(m.TITLE_SIZE) - m.TITLE_PITCH
_URGENT = Ink(bold=True, points=m.URGENCY_SIZE, red=True)
_LABEL = Ink(bold=True, points=m.LABEL_SIZE)
_LED = Ink(dotted=True)
_RULE = 0.6


def letter_docx(letter: OfficialLetter, made: date, faces: Faces, whose: LetterMark) -> WordLetter:
    """Write หนังสือภายนอก."""
    page = WordPage(letter.subject, letter.office, made, faces)
    page.secrecy(letter.secrecy)
    _speed(page, letter.urgency, letter.within)
    beside = m.ADDRESS_LEFT - m.LEFT
    number, office = (page.held(thai_digits(text)) for text in (letter.number, letter.office))
    first = Place(left=beside, first=0.0, before=_FIRST_TOP - m.TOP)
    top = page.line(f"ที่ {number}\t{office}", first)
    _emblem(top, letter.garuda, letter.garuda_image)
    for text in letter.address:
        page.line(page.held(thai_digits(text)), Place(left=beside))
    page.line(_day(letter.dated), Place(left=m.CENTRE - m.LEFT, before=m.BEFORE))
    _hang(page, Part.SUBJECT, "เรื่อง", (letter.subject,))
    _hang(page, Part.RECIPIENT, letter.salutation, letter.recipient.split("\n"))
    _hang(page, Part.REFERENCES, "อ้างถึง", letter.references)
    _hang(page, Part.ENCLOSURES, "สิ่งที่ส่งมาด้วย", letter.enclosures)
    write_body(page, letter.paragraphs)
    titles = (letter.position, letter.acting_for)
    closing = Place(left=m.CENTRE - m.LEFT, before=m.BEFORE_CLOSING, keeps=True)
    said = page.line(page.held(letter.closing), closing, style="LetterClosing")
    page.bookmark(Part.CLOSING, [said])
    _signed(page, letter.closing, letter.signer, titles)
    _owner(page, (letter.unit, *reached(letter.phone, letter.email)), letter.copies_to)
    return page.finished(whose)


def memo_docx(memo: Memo, made: date, faces: Faces, whose: LetterMark) -> WordLetter:
    """Write บันทึกข้อความ."""
    page = WordPage(memo.subject, memo.office, made, faces, top=_MEMO_TOP)
    page.secrecy(memo.secrecy)
    title = _memo_title(page, memo.urgency)
    if memo.garuda is Garuda.IMAGE and memo.garuda_image is not None:
        emblem(title, memo.garuda_image, m.MEMO_GARUDA, left=m.LEFT)
    _memo_head(page, memo)
    _hang(page, Part.RECIPIENT, memo.salutation, memo.recipient.split("\n"))
    _hang(page, Part.REFERENCES, "อ้างถึง", memo.references)
    _hang(page, Part.ENCLOSURES, "สิ่งที่ส่งมาด้วย", memo.enclosures)
    write_body(page, memo.body)
    name = f"({memo.signer})"
    _signed(page, name, memo.signer, (memo.position, memo.acting_for), gap=memo.gap)
    return page.finished(whose)


def order_docx(order: Order, made: date, faces: Faces, whose: LetterMark) -> WordLetter:
    """Write คำสั่ง."""
    page = WordPage(order.subject, order.office, made, faces)
    page.secrecy(order.secrecy)
    wide = around(m.CENTRE, HEAD_ROOM)
    office, number, subject = head_lines(order)
    # The first line stands one below the emblem's feet.
    top = page.line(page.held(office), replace(wide, before=_FIRST_TOP + m.LINE - m.TOP))
    _emblem(top, order.garuda, order.garuda_image)
    page.line(page.held(number), wide)
    page.bookmark(Part.SUBJECT, [page.line(page.held(subject), wide, style="LetterSubject")])
    _separator(page)
    write_body(page, whole_body(order))
    left = m.ORDER_DATE_LEFT - m.LEFT
    page.line(page.held(dated_line(order)), Place(left=left, before=m.BEFORE, keeps=True))
    _signed(page, f"({order.signer})", order.signer, (order.position, order.acting_for))
    return page.finished(whose)


def stamped_docx(letter: StampedLetter, made: date, faces: Faces, whose: LetterMark) -> WordLetter:
    """Write หนังสือประทับตรา."""
    page = WordPage(f"ถึง {letter.to}", letter.office, made, faces)
    page.secrecy(letter.secrecy)
    _speed(page, letter.urgency, letter.within)
    number = page.line(
        f"ที่ {page.held(thai_digits(letter.number))}", Place(before=_FIRST_TOP - m.TOP)
    )
    _emblem(number, letter.garuda, letter.garuda_image)
    _hang(page, Part.RECIPIENT, STAMPED_TO, letter.to.split("\n"))
    write_body(page, letter.body)
    right = around(MIDDLE, ROOM)
    page.line(page.held(letter.office), replace(right, before=m.BEFORE_CLOSING))
    page.empty(m.SIGNATURE_LINES - 1)
    page.line(_day(letter.dated), right)
    _owner(page, (letter.unit, *reached(letter.phone, letter.email)))
    return page.finished(whose)


def _day(dated: date | None) -> str:
    return "" if dated is None else long_date(dated)


def _speed(page: WordPage, urgency: str, within: Iterable[str]) -> None:
    """Write a letter's speed class at the left, above its number, and when it must arrive."""
    lines = [page.held(text) for text in (urgency, *within) if text]
    if not lines:
        return
    first, depth = pitch(m.URGENCY_SIZE), m.URGENCY_PITCH
    foot = _FEET - m.SPEED_ABOVE + drop(m.URGENCY_SIZE)
    top = foot - first - depth * (len(lines) - 1)
    room = m.CENTRE - m.GARUDA_HEIGHT / 2 - m.LEFT
    for number, text in enumerate(lines):
        line = page.line(text, Place(line=depth if number else first), _URGENT)
        page.frame(line, m.LEFT, top, room)


def _memo_title(page: WordPage, urgency: str) -> Paragraph:
    """The title in the sheet's middle, the speed class between it and the emblem."""
    wide = page.width(TITLE, bold=True) * m.TITLE_SIZE / m.BODY_SIZE
    middle = m.CENTRE - m.LEFT
    between = (m.MEMO_GARUDA + middle - wide / 2) / 2
    tabs = (between, middle) if urgency else (middle,)
    title = page.line("", Place(line=m.TITLE_PITCH, centre_tabs=tabs))
    if urgency:
        page.write(title, f"\t{page.held(urgency)}", _URGENT)
    page.write(title, f"\t{TITLE}", Ink(bold=True, points=m.TITLE_SIZE))
    return title


def _emblem(beside: Paragraph, garuda: Garuda, image: bytes | None) -> None:
    if garuda is Garuda.IMAGE and image is not None:
        emblem(beside, image, m.GARUDA_HEIGHT)


def _hang(page: WordPage, part: Part, label: str, values: Iterable[str | Enclosure]) -> None:
    """A label and its words, which hang under their own beginning; several enclosures numbered."""
    told = [one if isinstance(one, Enclosure) else Enclosure(one) for one in values]
    numbered = part is Part.ENCLOSURES and len(told) > 1
    marks = [f"{thai_digits(str(n))}. " if numbered else "" for n in range(1, len(told) + 1)]
    start = page.width(page.held(label) + "  ")
    hang = start + max((page.width(mark) for mark in marks), default=0.0)
    side = max((page.width(page.held(one.count)) for one in told), default=0.0)
    counts = (m.TEXT_WIDTH - side,) if side else ()
    lines = []
    for place, (mark, one) in enumerate(zip(marks, told, strict=True)):
        said = f"{mark.rstrip()}\t{page.held(one.text)}" if mark else page.held(one.text)
        said = f"{said}\t{page.held(one.count)}" if one.count else said
        where = Place(
            left=hang,
            first=start if place else 0.0,
            before=0.0 if place else m.BEFORE,
            tabs=(start, hang, *counts) if mark else (start, *counts),
        )
        said = said if place else f"{page.held(label)}\t{said}"
        lines.append(page.line(said, where, style=f"Letter{part.name.title()}"))
    page.bookmark(part, lines)


def _memo_head(page: WordPage, memo: Memo) -> None:
    """Labels with their words on dotted leaders; number and date share a line."""
    wide = m.TEXT_WIDTH
    above = m.TITLE_PITCH - drop(m.TITLE_SIZE) - m.LABEL_LINE + drop(m.LABEL_SIZE)
    _led(page, "ส่วนราชการ", page.held(thai_digits(memo.office)), before=above)
    middle = m.CENTRE - m.LEFT
    edge, beside = middle - m.LABEL_BESIDE, _label_width(page, "ที่")
    second = middle + _label_width(page, "วันที่")
    place = Place(line=m.LABEL_LINE, tabs=(beside, edge, middle, second), right_tab=wide)
    row = page.line("ที่", place, _LABEL)
    page.write(row, "\t")
    page.write(row, f"{page.held(thai_digits(memo.number))}\t", _LED)
    page.write(row, "\t")
    page.write(row, "วันที่", _LABEL)
    page.write(row, "\t")
    page.write(row, f"{_day(memo.dated)}\t", _LED)
    subject = _led(page, "เรื่อง", page.held(memo.subject), style="LetterSubject")
    page.bookmark(Part.SUBJECT, [subject])


def _led(
    page: WordPage, label: str, value: str, *, before: float = 0.0, style: str = ""
) -> Paragraph:
    """A bold label and its words, which hang under their own beginning, on dots to the margin."""
    beside = _label_width(page, label)
    place = Place(
        left=beside,
        first=0.0,
        before=before,
        line=m.LABEL_LINE,
        tabs=(beside,),
        right_tab=m.TEXT_WIDTH,
    )
    row = page.line(label, place, _LABEL, style=style)
    page.write(row, "\t")
    page.write(row, f"{value}\t", _LED)
    return row


def _label_width(page: WordPage, label: str) -> float:
    return page.width(label, bold=True) * m.LABEL_SIZE / m.BODY_SIZE + m.LABEL_BESIDE


def _separator(page: WordPage) -> None:
    """The short line below an order's head."""
    above = m.LINE * 3 / 4 - drop(m.BODY_SIZE)
    # Of two spaces that meet Word keeps the larger: the body's own is counted in here.
    below = m.LINE - above + m.BEFORE
    place = replace(around(m.CENTRE, m.SEPARATOR), line=above, after=below)
    page.rule(page.line("", place), _RULE)


def _signed(
    page: WordPage,
    above: str,
    name: str,
    titles: Iterable[str],
    *,
    gap: int = m.SIGNATURE_LINES,
) -> None:
    """Room for the signature, then the printed name and position, all on one page."""
    page.empty(gap - 1)
    middle = middle_below(page.width(page.held(above)))
    place = around(middle, room_around(middle))
    texts = [text for text in (f"({name})", *titles) if text]
    for count, text in enumerate(texts, 1):
        page.line(page.held(text), place if count < len(texts) else replace(place, keeps=False))


def _owner(page: WordPage, texts: Iterable[str], copies_to: str = "") -> None:
    """Who owns the matter and how to reach it, and whom copies go to."""
    page.empty(m.SIGNATURE_LINES - 1, keeps=False)
    for text in texts:
        if text:
            page.line(page.held(text))
    if copies_to:
        hang = page.width(f"{COPIES} ")
        place = Place(left=hang, first=0.0, tabs=(hang,))
        line = page.line(f"{COPIES}\t{page.held(copies_to)}", place, style="LetterCopies")
        page.bookmark(Part.COPIES, [line])
