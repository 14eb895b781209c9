"""Every paper that the program prints, each from the made-up office's own cases and books."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from functools import partial
from io import BytesIO

from made_up import DAY, NOW, MadeUp

from desktop.demo.phrases import shipped
from desktop.paper_orders import (
    Certifier,
    CheckSheetOrder,
    CopyOrder,
    EnvelopeOrder,
    EnvelopeSize,
    ExplanationOrder,
    JournalHeadOrder,
    LabelsOrder,
    Makers,
    PaperOrder,
    PetitionOrder,
    PosterOrder,
    PostOrder,
    RoadOrder,
    SlipOrder,
    SlipPaper,
    StampOrder,
    StandardsOrder,
)
from desktop.rules.books import SECRET_BOOKS, OfficeBook
from desktop.rules.checking import Log, month_by_channel, month_of
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Status, Urgency
from desktop.rules.thai.dates import fiscal_range, fiscal_year, long_date
from desktop.rules.thai.digits import thai_digits
from desktop.views import RegisterQuery

Print = Callable[[MadeUp], bytes]

_SLIPS_OF, _BY_PHONE, _GROUP, _LETTER = "road", "child", "noise", "roof"
"""Dossiers: who came to the counter, who called, several who signed, and one with letters."""
_NOT_KEPT = frozenset({"lunch-acknowledgement"})
"""Letters that only lead to others of their dossier."""


def _letters() -> list[str]:
    steps = [step for told in shipped("dossiers")["dossier"] for step in told["step"]]
    return [step["name"] for step in steps if step["do"] == "letter"]


def _letter(name: str, made: MadeUp) -> bytes:
    return made.letter_pdf(name)


def _file(name: str, made: MadeUp) -> bytes:
    return made.file(name)


def _ordered(order: Callable[[MadeUp], PaperOrder], made: MadeUp) -> bytes:
    return made.press.paper(order(made), made.office).pdf


def _copy(by: Callable[[MadeUp], Makers | Certifier | None], made: MadeUp) -> bytes:
    letter = made.letter("acknowledgement", _LETTER)
    assert letter.dated is not None
    cited = f"ที่ {thai_digits(letter.number)} ลงวันที่ {long_date(letter.dated)}"
    order = CopyOrder(made.letter_pdf("acknowledgement"), cited, by(made))
    return made.press.paper(order, made.office).pdf


def _makers(made: MadeUp) -> Makers:
    letter = made.letter("acknowledgement", _LETTER)
    return Makers(letter.drafted_by, letter.typed_by, letter.checked_by)


def _certifier(_made: MadeUp) -> Certifier:
    return Certifier("นายวิชัย ตั้งตรง", "นิติกรชำนาญการ", DAY)


def _slip(paper: SlipPaper, made: MadeUp) -> SlipOrder:
    return SlipOrder(made.case(_SLIPS_OF), paper)


def _envelope(size: EnvelopeSize, made: MadeUp) -> EnvelopeOrder:
    """Return what each size is for: a letter's recipient, an urgent one's, the petitioners."""
    if size is EnvelopeSize.C4:
        return EnvelopeOrder(made.case(_GROUP), size)
    if size is EnvelopeSize.DL:
        return EnvelopeOrder(made.case(_LETTER), size)
    letter = made.letter("explanation", _LETTER)
    address = ("หมู่ที่ ๔ ตำบลทุ่งสมมติ", "อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๙๙๐๐๑")
    return EnvelopeOrder(made.case(_LETTER), size, Urgency.VERY_URGENT, letter, address)


def _stamp(made: MadeUp) -> StampOrder:
    case = made.case("uniform")
    file = next(file for file in case.files if file.media_type == "application/pdf")
    return StampOrder(case, file.name, made.room.reading.file(made.director, file.id))


def _post(made: MadeUp) -> PostOrder:
    query = RegisterQuery(statuses=frozenset({Status.RECEIVED, Status.SCREENING}))
    ids = made.room.reading.register_ids(made.chief, query, NOW)
    rows = made.room.reading.register_rows(made.chief, ids)
    return PostOrder(tuple(rows), made.chief.name, "ผู้อำนวยการกลุ่มกฎหมายและคดี")


def _explanation(made: MadeUp) -> ExplanationOrder:
    case = made.case(_BY_PHONE)
    clock = next(clock for clock in case.clocks if clock.kind is ClockKind.RESOLVE)
    return ExplanationOrder(case, clock, DAY)


def _checks(made: MadeUp) -> CheckSheetOrder:
    reading = made.room.reading
    first, last = month_of(DAY)
    months = month_by_channel(
        reading.lists(made.chief).channels,
        reading.checks(made.chief, first, last),
        Log(reading.checked_since(made.chief), DAY),
        made.office.calendar,
    )
    return CheckSheetOrder(first, months, NOW)


def _poster(made: MadeUp) -> PosterOrder:
    channels = made.room.reading.lists(made.chief).channels
    return PosterOrder(channels, "https://www.example.go.th/complaint", DAY)


def _standards(on: date, made: MadeUp) -> bytes:
    order = StandardsOrder(on, made.room.reading.lists(made.chief))
    return made.press.paper(order, made.room.reading.office(on)).pdf


def _report(made: MadeUp) -> bytes:
    period = fiscal_range(fiscal_year(DAY))
    figures = made.room.reading.sla_figures(made.chief, *period, NOW)
    return made.press.sla_report(figures, made.office, NOW).pdf


def _book(book: OfficeBook, made: MadeUp) -> bytes:
    """Print some days of a busy book, and the year of a quiet one."""
    first, last = _DAYS.get(book, fiscal_range(fiscal_year(DAY)))
    file, who = BytesIO(), made.named("prapai") if book in SECRET_BOOKS else made.chief
    with closing(made.room.reading.book(who, book, first, last)) as lines:
        made.press.book(book, lines, made.office, (first, last), NOW, file)
    return file.getvalue()


_DAYS: Mapping[OfficeBook, tuple[date, date]] = {
    OfficeBook.COMPLAINTS: (date(2026, 7, 6), date(2026, 7, 10)),
    OfficeBook.LETTERS_IN: (date(2026, 7, 1), DAY),
    OfficeBook.LETTERS_OUT: (date(2026, 7, 1), DAY),
    OfficeBook.POST: (date(2026, 7, 1), DAY),
}
_ORDERS: Mapping[str, Callable[[MadeUp], PaperOrder]] = {
    **{f"slip-{paper.value}": partial(_slip, paper) for paper in SlipPaper},
    "petition-1": lambda made: PetitionOrder(made.case(_SLIPS_OF)),
    "petition-2": lambda made: PetitionOrder(made.case(_BY_PHONE)),
    **{f"envelope-{size.value}": partial(_envelope, size) for size in EnvelopeSize},
    "labels": lambda made: LabelsOrder(made.case(_GROUP), 5),
    "receipt-stamp": _stamp,
    "poster": _poster,
    "road": lambda _made: RoadOrder(DAY),
    "explanation": _explanation,
    "journal-head": lambda made: JournalHeadOrder(made.head, NOW),
    "check_sheet": _checks,
    "day-post": _post,
}
PAPERS: Mapping[str, Print] = {
    **{f"letter-{name}": partial(_letter, name) for name in _letters() if name not in _NOT_KEPT},
    "letter-copy": partial(_copy, lambda _made: None),
    "letter-file-copy": partial(_copy, _makers),
    "letter-certified-copy": partial(_copy, _certifier),
    **{name: partial(_file, name) for name in ("statement", "statement-long-secret", "summary")},
    **{name: partial(_ordered, order) for name, order in _ORDERS.items()},
    "standards": partial(_standards, DAY),
    "standards-own": partial(_standards, date(2026, 10, 1)),
    "sla-report": _report,
    **{f"book-{book.value}": partial(_book, book) for book in OfficeBook},
}
