"""เสนอเรื่องประจำวัน: one memo that lays the day's post before the director, a line a complaint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.papers.fonts import Faces
from desktop.papers.memo import Memo, render_memo
from desktop.papers.model import Body, TableBlock, TableColumn
from desktop.papers.sheet import Rendered
from desktop.papers.terms import PRIORITIES
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import short_date
from desktop.rules.thai.digits import thai_digits


@dataclass(frozen=True, slots=True)
class PostLine:
    """A complaint in the day's post; `shown` is false where its substance must not stand here."""

    number: str
    received_on: date
    subject: str
    petitioner: str
    priority: Priority
    shown: bool = True


@dataclass(frozen=True, slots=True)
class PostFacts:
    """The office, who proposes, and what has come."""

    office: str
    group: str
    phone: str
    addressee: str
    proposer: str
    position: str
    lines: Sequence[PostLine]
    garuda: Garuda = Garuda.PREPRINTED
    garuda_image: bytes | None = None


def render_post(facts: PostFacts, faces: Faces, words: Words) -> Rendered:
    """Print the memo; its number and day are left to be written when it goes up."""
    memo = Memo(
        office=f"{facts.office} {facts.group} โทร. {facts.phone}",
        number="",
        dated=None,
        subject="เสนอเรื่องร้องเรียนเพื่อพิจารณาสั่งการ",
        salutation="เรียน",
        recipient=facts.addressee,
        body=_body(facts),
        signer=facts.proposer,
        position=facts.position,
        garuda=facts.garuda,
        garuda_image=facts.garuda_image,
    )
    return render_memo(memo, faces, words)


def _body(facts: PostFacts) -> Body:
    count = thai_digits(str(len(facts.lines)))
    table = TableBlock(
        (
            TableColumn("ที่", 27, "centre"),
            TableColumn("เลขรับ", 66, "centre"),
            TableColumn("วันที่รับ", 66, "centre"),
            TableColumn("เรื่อง (ผู้ร้อง)", 156),
            TableColumn("ความสำคัญ", 68, "centre"),
            TableColumn("ข้อสั่งการ", 70),
        ),
        tuple(_line(place, line) for place, line in enumerate(facts.lines, 1)),
    )
    return (
        f"ด้วย{facts.group}ได้รับเรื่องร้องเรียนที่ยังมิได้สั่งการ จำนวน {count} เรื่อง ดังนี้",
        table,
        "จึงเรียนมาเพื่อโปรดพิจารณาสั่งการในแต่ละเรื่อง",
    )


def _line(place: int, line: PostLine) -> tuple[str, ...]:
    return (
        thai_digits(str(place)),
        thai_digits(line.number),
        short_date(line.received_on),
        f"{line.subject} ({line.petitioner})" if line.shown else "(เรื่องปกปิด)",
        PRIORITIES[line.priority],
        "",
    )
