"""How a line of one of the office's books becomes its cells."""

from datetime import date, datetime

from desktop.rules.books import (
    ArrivalLine,
    BookLine,
    CaseLine,
    IncomingLine,
    LetterLine,
    SecretLine,
)
from desktop.rules.complaint import Urgency
from desktop.rules.letters import DELIVERED
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.office import OfficeFacts
from desktop.rules.thai.dates import (
    clock_time,
    local,
    official_date,
    short_date,
)
from desktop.rules.thai.digits import thai_digits
from desktop.wording.catalogue import load
from desktop.wording.names import (
    COMPLAINT_TYPE,
    DISPATCH,
    LETTER_KIND,
    LETTER_STATUS,
    OUTCOME,
    PRIORITY,
    STATUS,
    URGENCY,
)

VEILED, SECRET = "(ปกปิด)", "(ลับ)"
"""Stand for who and what where they may not be shown."""
_CLASS = "ลับ"
"""The one class that is kept here."""
_NOBODY = "ไม่ประสงค์ออกนาม"


def _thai(message: str) -> str:
    # Papers are in Thai whatever the screen speaks.
    return load("th").gettext(message)


def _day(moment: datetime | None) -> str:
    return "" if moment is None else short_date(official_date(moment))


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{_day(moment)}\n{clock_time(local(moment))}"


def _dated(day: date | None) -> str:
    return "" if day is None else short_date(day)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _days(first: datetime | None, second: datetime | None) -> str:
    """Write two days, one above the other; one that is not known yet is a stroke."""
    if first is None and second is None:
        return ""
    return f"{_day(first) or '-'}\n{_day(second) or '-'}"


def _number(number: ComplaintNumber) -> str:
    """Write a complaint's number; one too long for its column goes on below its stroke."""
    written = thai_digits(str(number))
    return written if number.running < 10_000 else written.replace("/", "/\n")


def _veil(line: BookLine) -> str:
    return SECRET if line.secret else VEILED


def _recipient(line: LetterLine) -> str:
    return _veil(line) if line.veiled else line.recipient


def _letter_subject(line: LetterLine) -> str:
    if line.veiled:
        return _veil(line)
    return line.title or f"{_thai(LETTER_KIND[line.kind])} ({line.subject})"


def _how_sent(line: LetterLine) -> str:
    return "" if line.dispatch is None else _thai(DISPATCH[line.dispatch])


def _remark(line: LetterLine) -> str:
    """Say what became of a letter, unless it went its way: one that was voided keeps its line."""
    told = [f"แก้ไขหนังสือ {line.corrects}" if line.corrects else ""]
    if line.corrections:
        told.append("แก้ไขก่อนส่ง")
    if line.status not in DELIVERED:
        told.append(f"{_thai(LETTER_STATUS[line.status])} {line.reason}".rstrip())
    told += [f"แก้ไขโดย {number}" for number in line.corrected_by]
    told += [f"ตอบแล้ว {_cited(*answer)}".rstrip() for answer in line.answers]
    return thai_digits(_lines(*told))


def _cited(number: str, dated: date | None) -> str:
    return " ".join(
        part for part in (number, "" if dated is None else f"ลว. {short_date(dated)}") if part
    )


def sent(line: LetterLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    """Write a letter that we wrote."""
    return (
        # A circular's running number bears its ว.
        "" if line.running is None else thai_digits(line.number.rpartition("/")[2]),
        thai_digits(line.number),
        _dated(line.dated),
        office.group or office.name,
        _recipient(line),
        _letter_subject(line),
        _lines(_how_sent(line), _day(line.sent_at)),
        _remark(line),
    )


def secret_in(line: SecretLine, _office: OfficeFacts, _place: int) -> tuple[str, ...]:
    """Write what came in as a secret."""
    number, day = thai_digits(str(line.running)), _day(line.entered_at)
    if line.veiled:
        return (number, day, "", "", SECRET, _CLASS, SECRET, "", "")
    return (
        number,
        day,
        thai_digits(line.letter_number),
        _dated(line.letter_date),
        line.sender,
        _CLASS,
        line.subject,
        line.holder,
        _remark_of(line),
    )


def secret_out(line: LetterLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    """Write a secret letter that we wrote."""
    running, number, dated, sender, recipient, *rest = sent(line, office, _place)
    return (running, number, dated, sender, recipient, _CLASS, *rest)


def secret_kept(line: SecretLine, _office: OfficeFacts, place: int) -> tuple[str, ...]:
    """Write a secret that is in our hands."""
    where = (thai_digits(str(place)), thai_digits(str(line.running)), _day(line.entered_at))
    lifted = f"ยกเลิกชั้น {_day(line.lifted_at)}" if line.lifted_at else ""
    if line.veiled:
        return (*where, SECRET, _CLASS, "", "", "", lifted, "")
    return (
        *where,
        line.subject,
        _CLASS,
        "" if line.pages is None else thai_digits(str(line.pages)),
        line.holder,
        line.ordered_by,
        lifted,
        _remark_of(line),
    )


def _remark_of(line: SecretLine) -> str:
    return f"เรื่องเลขรับ {_number(line.complaint)}"


def delivered(line: LetterLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    """Write a letter that is handed over."""
    number = thai_digits(line.number)
    return (
        number,
        office.group or office.name,
        _recipient(line),
        "",
        "",
        _moment(line.sent_at),
        "",
    )


def posted(line: LetterLine, _office: OfficeFacts, place: int) -> tuple[str, ...]:
    """Write a letter that goes by post."""
    return (
        thai_digits(str(place)),
        thai_digits(line.number),
        _recipient(line),
        "" if line.veiled else thai_digits(line.destination),
        _how_sent(line),
        line.tracking,
        _day(line.sent_at),
        "",
    )


def _in(line: ArrivalLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    number = _number(line.number)
    received = f"รับ {_moment(line.received_at)}"
    if line.veiled:
        return (number, "", "", _veil(line), "", _veil(line), "", received)
    central = f"เลขรับกลาง {thai_digits(line.central_number)}" if line.central_number else ""
    speed = "" if line.urgency is Urgency.NONE else _thai(URGENCY[line.urgency])
    return (
        number,
        thai_digits(line.letter_number),
        _dated(line.letter_date),
        line.sender,
        office.director_title or office.name,
        line.subject,
        _lines(_thai(STATUS[line.status]), line.owner),
        _lines(received, central, speed),
    )


def received(line: ArrivalLine | IncomingLine, office: OfficeFacts, place: int) -> tuple[str, ...]:
    """Write a letter that came."""
    return _in(line, office, place) if isinstance(line, ArrivalLine) else _came(line, office)


def _came(line: IncomingLine, office: OfficeFacts) -> tuple[str, ...]:
    number = thai_digits(line.receipt_number) or "-"
    received = f"รับ {_moment(line.received_at)}"
    if line.veiled:
        return (number, "", "", _veil(line), "", _veil(line), "", received)
    return (
        number,
        thai_digits(line.number),
        _dated(line.dated),
        line.sender,
        office.director_title or office.name,
        line.subject,
        _lines(f"รวมเรื่อง {_number(line.complaint)}", line.owner),
        _lines(
            received,
            f"ตอบ {thai_digits(line.answers)}" if line.answers else "",
            thai_digits(f"ยกเลิก {line.withdrawn}") if line.withdrawn else "",
        ),
    )


def entered(line: CaseLine, _office: OfficeFacts, _place: int) -> tuple[str, ...]:
    """Write a complaint."""
    number, received = _number(line.number), _moment(line.received_at)
    if line.veiled:
        return (number, received, "", *[_veil(line)] * 3, *[""] * 7)
    return (
        number,
        received,
        f"{line.channel} ({line.source})",
        _NOBODY if line.anonymous else line.petitioner,
        ", ".join(line.accused),
        f"{line.subject} ({_thai(COMPLAINT_TYPE[line.type])} {line.category})",
        _thai(PRIORITY[line.priority]),
        line.owner,
        _days(line.reply_due, line.resolve_due),
        _days(line.acknowledged_at, line.answered_at),
        "" if line.outcome is None else _thai(OUTCOME[line.outcome]),
        _thai(STATUS[line.status]),
        ", ".join(thai_digits(number) for number in line.letters),
    )
