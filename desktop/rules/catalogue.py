"""The office's lists: channels, sources, categories. Shipped as defaults, kept by the office."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.complaint import ChannelKind
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority


class Stance(StrEnum):
    """Whether the office goes out to listen or is come to."""

    PROACTIVE = "proactive"
    PASSIVE = "passive"


class CheckEvery(StrEnum):
    """How often somebody looks at a channel."""

    WORKDAY = "workday"
    DAY = "day"
    """Every day of the calendar."""
    WEEK = "week"
    ARRIVAL = "arrival"
    """Whoever comes is met: there is nothing to look at."""
    NEVER = "never"
    """Nobody is bound to look: the office goes out, or counts it by no rule."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way by which complaints reach the office."""

    id: int | None
    code: str
    name: str
    kind: ChannelKind
    two_way: bool = False
    checked: str = ""
    """How often, in the office's own words."""
    every: CheckEvery = CheckEvery.NEVER
    stance: Stance = Stance.PASSIVE
    active: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Where a complaint comes from; rank 1 weighs most."""

    id: int | None
    code: str
    name: str
    rank: int
    agency: bool = False
    active: bool = True


@dataclass(frozen=True, slots=True)
class Category:
    """What a complaint is about, and what follows from that."""

    id: int | None
    code: str
    name: str
    complexity: Complexity
    urgency: Priority = Priority.NORMAL
    corruption: bool = False
    against_officials: bool = False
    parent: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Frequent:
    """How a complaint that comes often begins; what is asked each time is a blank in brackets.

    `priority` is asked instead of what its category asks, where the office has set one.
    """

    id: int | None
    name: str
    category_id: int
    subject: str
    facts: str
    place: str = ""
    active: bool = True
    priority: Priority | None = None

    def asks(self, category_id: int) -> Priority | None:
        """Return the priority of its own; of a complaint sorted otherwise since, none."""
        return self.priority if category_id == self.category_id else None


def in_tree(categories: Iterable[Category]) -> tuple[Category, ...]:
    """Put each category that is below another right behind it, else in the order given."""
    known = tuple(categories)
    return tuple(
        one
        for top in known
        if not top.parent
        for one in (top, *(below for below in known if below.parent == top.code))
    )


_LETTER, _PHONE, _WALK, _OTHER = (
    ChannelKind.LETTER,
    ChannelKind.PHONE,
    ChannelKind.WALK_IN,
    ChannelKind.OTHER,
)

_Every = CheckEvery

CHANNELS: tuple[Channel, ...] = (
    Channel(None, "letter", "หนังสือ/ไปรษณีย์", _LETTER, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(
        None, "phone", "โทรศัพท์", _PHONE, two_way=True, checked="ทุกวันทำการ", every=_Every.WORKDAY
    ),
    Channel(
        None,
        "walk_in",
        "ด้วยตนเอง",
        _WALK,
        two_way=True,
        checked="ทุกครั้งที่มีผู้ร้อง",
        every=_Every.ARRIVAL,
    ),
    Channel(
        None,
        "mobile",
        "โทรศัพท์เคลื่อนที่ของผู้บริหาร",
        _PHONE,
        two_way=True,
        checked="ทุกวัน",
        every=_Every.DAY,
    ),
    Channel(None, "fax", "โทรสาร", _LETTER, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(None, "email", "อีเมล", _OTHER, two_way=True, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(
        None, "website", "เว็บไซต์", _OTHER, two_way=True, checked="ทุกวันทำการ", every=_Every.WORKDAY
    ),
    Channel(
        None,
        "facebook",
        "Facebook",
        _OTHER,
        two_way=True,
        checked="ทุกวันทำการ",
        every=_Every.WORKDAY,
    ),
    Channel(None, "line", "LINE", _OTHER, two_way=True, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(None, "qr", "QR/แบบฟอร์มออนไลน์", _OTHER, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(None, "box", "ตู้รับเรื่องร้องเรียน", _LETTER, checked="สัปดาห์ละ ๑ ครั้ง", every=_Every.WEEK),
    Channel(None, "po_box", "ตู้ ปณ.", _LETTER, checked="สัปดาห์ละ ๑ ครั้ง", every=_Every.WEEK),
    Channel(
        None,
        "service_centre",
        "ศูนย์บริการประชาชน",
        _WALK,
        two_way=True,
        checked="ทุกวันทำการ",
        every=_Every.WORKDAY,
    ),
    Channel(
        None,
        "listener",
        "ผู้รับฟังความคิดเห็นของหน่วยงาน",
        _OTHER,
        checked="ทุกวันทำการ",
        every=_Every.WORKDAY,
    ),
    Channel(None, "moe_1579", "สายด่วน ศธ. ๑๕๗๙", _OTHER, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(None, "gcc_1111", "สปน. ๑๑๑๑", _OTHER, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(None, "damrong", "ศูนย์ดำรงธรรม ๑๕๖๗", _OTHER, checked="ทุกวันทำการ", every=_Every.WORKDAY),
    Channel(
        None, "safety", "MOE Safety Center", _OTHER, two_way=True, checked="ทุกวัน", every=_Every.DAY
    ),
    Channel(None, "media", "สื่อ/โซเชียล", _OTHER, checked="ทุกวัน", every=_Every.DAY),
    Channel(None, "field", "ลงพื้นที่/สำรวจ", _OTHER, two_way=True, stance=Stance.PROACTIVE),
)

SOURCES: tuple[Source, ...] = (
    Source(None, "palace_pm", "สำนักพระราชวัง/นายกรัฐมนตรี/สปน. ๑๑๑๑", 1, agency=True),
    Source(
        None, "oversight", "องค์กรตรวจสอบ (ป.ป.ช. ป.ป.ท. สตง. ผู้ตรวจการแผ่นดิน กสม.)", 2, agency=True
    ),
    Source(None, "ministry", "ศธ./สพฐ./ผู้ว่าราชการจังหวัด/ศูนย์ดำรงธรรม", 3, agency=True),
    Source(None, "media", "สื่อมวลชน", 4),
    Source(None, "public", "ประชาชนโดยตรง", 5),
    Source(None, "anonymous", "บัตรสนเท่ห์", 6),
)

_GENERAL, _FACTS, _COMPLEX = Complexity.GENERAL, Complexity.FACT_FINDING, Complexity.COMPLEX

CATEGORIES: tuple[Category, ...] = (
    Category(
        None,
        "corruption",
        "ทุจริตและประพฤติมิชอบ",
        _COMPLEX,
        Priority.VERY_URGENT,
        corruption=True,
        against_officials=True,
    ),
    Category(
        None, "discipline", "วินัย/จรรยาบรรณครู", _FACTS, Priority.URGENT, against_officials=True
    ),
    Category(
        None,
        "student_harm",
        "ล่วงละเมิด/ความรุนแรงต่อนักเรียน",
        _COMPLEX,
        Priority.MOST_URGENT,
        against_officials=True,
    ),
    Category(None, "personnel", "การบริหารงานบุคคล", _FACTS, against_officials=True),
    Category(
        None, "finance", "การเงิน/พัสดุ/จัดซื้อจัดจ้าง", _FACTS, Priority.URGENT, against_officials=True
    ),
    Category(
        None, "enrolment", "การรับนักเรียน/เรียกรับเงิน", _FACTS, Priority.URGENT, against_officials=True
    ),
    Category(None, "teaching", "การจัดการเรียนการสอน", _GENERAL),
    Category(None, "service", "การให้บริการของเจ้าหน้าที่", _GENERAL),
    Category(None, "safety", "อาคารสถานที่/ความปลอดภัย", _FACTS, Priority.URGENT),
    Category(None, "question", "ข้อเสนอแนะ/สอบถาม", _GENERAL),
    Category(None, "other", "อื่น ๆ", _GENERAL),
)
