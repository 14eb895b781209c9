"""ผังขั้นตอน: the road of a complaint, drawn from the very table the program goes by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reportlab.lib.colors import Color
from reportlab.lib.units import cm

from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.table import Column, Table
from desktop.papers.words import Words
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Status
from desktop.rules.people import MAY, Permission, Role
from desktop.rules.road import OPEN, ROAD, Demand, Move, Way
from desktop.rules.thai.dates import long_date

_TITLE = "ผังขั้นตอนการจัดการเรื่องร้องเรียน"
# Papers are in Thai whatever the screen speaks.
STATUSES = {
    Status.RECEIVED: "รับเรื่อง",
    Status.SCREENING: "คัดกรอง",
    Status.AWAITING_ORDER: "รอสั่งการ",
    Status.ASSIGNED: "มอบหมายแล้ว",
    Status.IN_PROGRESS: "ดำเนินการ",
    Status.WAITING_PETITIONER: "รอผู้ร้อง",
    Status.WAITING_AGENCY: "รอหน่วยงาน",
    Status.WAITING_COURT: "รอศาล",
    Status.CLOSING_PROPOSED: "เสนอยุติ",
    Status.CLOSED: "ยุติ",
    Status.INFORMED: "แจ้งผลแล้ว",
    Status.ARCHIVED: "เก็บสำนวน",
    Status.NOT_ACCEPTED: "ไม่รับไว้พิจารณา",
    Status.RETURNED: "ส่งคืน",
    Status.REFERRED: "ส่งต่อแล้ว",
    Status.WITHDRAWN: "ถอนเรื่อง",
    Status.MERGED: "รวมเรื่อง",
}
MOVES = {
    Move.SCREEN: "คัดกรอง",
    Move.AWAIT_ORDER: "เสนอเพื่อสั่งการ",
    Move.ORDER: "บันทึกคำสั่งการ",
    Move.ASSIGN: "มอบหมายผู้รับผิดชอบ",
    Move.START: "เริ่มดำเนินการ",
    Move.INVESTIGATE: "ตั้งกรรมการสืบสวนข้อเท็จจริง",
    Move.REPORT_FINDINGS: "รายงานผลการสืบสวน",
    Move.PROTECT_CHILD: "ส่งต่อเพื่อคุ้มครองเด็ก",
    Move.WAIT_PETITIONER: "ขอข้อมูลจากผู้ร้อง",
    Move.WAIT_AGENCY: "ขอให้หน่วยงานชี้แจง",
    Move.WAIT_COURT: "รอผลของศาล",
    Move.WAIT_UNIT: "รอโรงเรียน/หน่วยงานในสังกัด",
    Move.RESUME: "ดำเนินการต่อ",
    Move.EXTEND: "ขยายระยะเวลา",
    Move.FILE_LETTER: "รับหนังสือเข้าเรื่องเดิม",
    Move.PROPOSE_CLOSING: "เสนอยุติเรื่อง",
    Move.SEND_BACK: "ส่งกลับดำเนินการต่อ",
    Move.CLOSE: "ยุติเรื่อง",
    Move.INFORM: "แจ้งผลแก่ผู้ร้อง",
    Move.ARCHIVE: "เก็บสำนวน",
    Move.NOT_ACCEPT: "ไม่รับไว้พิจารณา",
    Move.RETURN: "ส่งคืน",
    Move.REFER: "ส่งต่อหน่วยงานที่มีอำนาจ",
    Move.WITHDRAW: "ผู้ร้องถอนเรื่อง",
    Move.MERGE: "รวมกับเรื่องเดิม",
    Move.UNMERGE: "ยกเลิกการรวมเรื่อง",
    Move.LINK: "เชื่อมโยงเรื่องที่เกี่ยวข้อง",
    Move.SPLIT: "แยกเรื่อง",
    Move.REOPEN: "เปิดเรื่องใหม่",
    Move.APPEAL: "ผู้ร้องขอให้ทบทวน/คัดค้านผล",
    Move.HIDE: "ซ่อนเรื่อง",
    Move.RESTORE: "นำเรื่องที่ซ่อนกลับมา",
}
DEMANDS = {
    Demand.OWNER: "ผู้รับผิดชอบ",
    Demand.ORDER: "คำสั่งการ",
    Demand.REASON: "เหตุผล",
    Demand.GROUND: "เหตุที่ไม่รับ",
    Demand.REFERRAL: "หน่วยงาน เลขที่และวันที่หนังสือ",
    Demand.OUTCOME: "ผล",
    Demand.EVIDENCE: "หลักฐาน",
    Demand.OTHER_CASE: "เรื่องอื่น",
    Demand.LETTER: "หนังสือที่รับ",
    Demand.APPROVER: "ผู้อนุมัติ",
    Demand.NEW_DATE: "วันครบกำหนดใหม่",
    Demand.EXPECTED: "วันที่คาดว่าจะได้รับ",
    Demand.COMMITTEE: "คณะกรรมการและคำสั่ง",
    Demand.FINDINGS: "ผลการสืบสวน",
    Demand.RECEIVER: "ผู้รับตัวและเวลา",
    Demand.NOTICE: "วิธีและวันที่แจ้งผู้ร้อง",
}
CLOCKS = {
    ClockKind.ACKNOWLEDGE: "ตอบรับ",
    ClockKind.REPLY: "ตอบกลับ",
    ClockKind.RESOLVE: "แล้วเสร็จ",
}
_ROLES = {
    Role.CLERK: "เจ้าหน้าที่รับเรื่อง",
    Role.OWNER: "ผู้รับผิดชอบ",
    Role.SUPERVISOR: "หัวหน้ากลุ่ม",
    Role.DIRECTOR: "ผู้อำนวยการ",
    Role.SECRET_REGISTRAR: "นายทะเบียนลับ",
    Role.ADMINISTRATOR: "ผู้ดูแลระบบ",
}
_ALL_OPEN = "ทุกสถานะที่ยังไม่ยุติ"
_ALL = "ทุกสถานะ"
_FEW = 3
"""So many statuses left out are told instead of all that are not."""
_STAYS = "คงเดิม"

_SPINE = (
    Status.RECEIVED,
    Status.SCREENING,
    Status.AWAITING_ORDER,
    Status.ASSIGNED,
    Status.IN_PROGRESS,
    Status.CLOSING_PROPOSED,
    Status.CLOSED,
    Status.INFORMED,
    Status.ARCHIVED,
)
_FRESH = _SPINE[:3]
_WAITING = (Status.WAITING_PETITIONER, Status.WAITING_AGENCY, Status.WAITING_COURT)
_AT_WORK = (*_SPINE[3:5], *_WAITING)
_ENDS = {
    # Each stands level with a status of the spine; the first two leave the road early.
    Status.NOT_ACCEPTED: Status.RECEIVED,
    Status.RETURNED: Status.SCREENING,
    Status.WITHDRAWN: Status.ASSIGNED,
    Status.MERGED: Status.IN_PROGRESS,
    Status.REFERRED: Status.CLOSING_PROPOSED,
}

_EDGE = 1.5 * cm
_TOP, _STEP = 688.0, 70.0
_HIGH, _WIDE = 30.0, 132.0
_SPINE_X = _EDGE + 16
_WAIT_X = _SPINE_X + _WIDE + 44
_END_X = m.PAGE_WIDTH - _EDGE - 16 - _WIDE
_FRAME = 9.0
_OPEN_RIGHT = _WAIT_X + _WIDE + 2 * _FRAME
_LANE = _END_X + _WIDE + 12
_INK, _LINE = Color(0, 0, 0), Color(0.35, 0.38, 0.4)
_GROUND, _FAINT = Color(0.93, 0.96, 0.96), Color(0.55, 0.6, 0.62)


@dataclass(frozen=True, slots=True)
class RoadFacts:
    """Whose chart it is and when it was printed."""

    office: str
    made: date


def render_road(facts: RoadFacts, faces: Faces, words: Words) -> Rendered:
    """Print the chart, and after it every move with who may make it."""
    document = Document(_TITLE, faces, words, made=facts.made)
    _Chart(document, facts).draw()
    sheet = Sheet(document, _turn)
    _turn(sheet)
    sheet.y = m.PAGE_HEIGHT - m.TOP
    Table(
        sheet,
        (
            Column("การดำเนินการ", 96),
            Column("จากสถานะ", 136),
            Column("เป็นสถานะ", 76),
            Column("ผู้มีสิทธิ", m.TEXT_WIDTH - 308),
        ),
    ).draw(
        "การดำเนินการแต่ละขั้น",
        [
            (
                MOVES[move],
                _named(way.sources),
                _STAYS if way.target is None else STATUSES[way.target],
                _may(way.permission),
            )
            for move, way in ROAD.items()
        ],
    )
    sheet.down(1.4)
    Table(
        sheet,
        (Column("การดำเนินการ", 110), Column("ต้องมี", 150), Column("กำหนดเวลา", m.TEXT_WIDTH - 260)),
    ).draw(
        "สิ่งที่แต่ละขั้นต้องมี และผลต่อกำหนดเวลา",
        [
            (MOVES[move], _demanded(way), _clocks(way))
            for move, way in ROAD.items()
            if _demanded(way) or _clocks(way)
        ],
    )
    document.canvas.showPage()
    return Rendered(document.finished(), sheet.page, document.unprintable)


def _turn(sheet: Sheet) -> None:
    sheet.document.canvas.showPage()
    sheet.page += 1
    sheet.y = m.PAGE_HEIGHT - m.TOP


def _demanded(way: Way) -> str:
    return ", ".join(DEMANDS[demand] for demand in way.demands)


def _clocks(way: Way) -> str:
    parts = (
        (way.starts, "เริ่มนับใหม่"),
        (way.stops, "สิ้นสุดการนับ"),
        (way.pauses, "หยุดนับระหว่างรอ"),
        (way.drops, "ไม่นับอีก"),
    )
    return "\n".join(f"{text}: {_kinds(kinds)}" for kinds, text in parts if kinds)


def _kinds(kinds: frozenset[ClockKind]) -> str:
    if kinds == frozenset(ClockKind):
        return "ทุกกำหนดเวลา"
    return ", ".join(name for kind, name in CLOCKS.items() if kind in kinds)


def _named(statuses: Iterable[Status]) -> str:
    found = frozenset(statuses)
    if found == OPEN:
        return _ALL_OPEN
    if found == frozenset(Status):
        return _ALL
    if len(Status) - len(found) <= _FEW:
        return f"{_ALL} เว้น{_listed(frozenset(Status) - found)}"
    return _listed(found)


def _listed(found: frozenset[Status]) -> str:
    return ", ".join(name for status, name in STATUSES.items() if status in found)


def _may(permission: Permission) -> str:
    return ", ".join(name for role, name in _ROLES.items() if permission in MAY[role])


def _y(status: Status) -> float:
    return _TOP - _STEP * _SPINE.index(status)


class _Chart:
    """Draws boxes for statuses, frames for what has a way in common, arrows for the ways."""

    def __init__(self, document: Document, facts: RoadFacts) -> None:
        self.facts, self.canvas, self.engine = facts, document.canvas, document.engine
        self.faces = document.faces
        self.places = {status: (_SPINE_X, _y(status)) for status in _SPINE}
        for number, status in enumerate(_WAITING):
            self.places[status] = (_WAIT_X, _y(Status.ASSIGNED) - number * _STEP / 2)
        for status, level in _ENDS.items():
            self.places[status] = (_END_X, _y(level))

    def draw(self) -> None:
        self._head()
        self._frames()
        self._down_the_spine()
        self._waiting()
        self._ends()
        self._to_archive()
        for status, (x, y) in self.places.items():
            self._box(x, y, STATUSES[status], ends=status in _ENDS)

    def _head(self) -> None:
        y = m.PAGE_HEIGHT - 2 * cm
        for text, size, font in (
            (_TITLE, 22.0, self.faces.bold),
            (self.facts.office, 16.0, self.faces.regular),
        ):
            self._write(m.CENTRE, y, text, size, bold=font is self.faces.bold, align="centre")
            y -= 24
        day = f"พิมพ์เมื่อ {long_date(self.facts.made)}"
        self._write(m.CENTRE, 1.5 * cm, day, 12, align="centre")

    def _frames(self) -> None:
        self._frame(_SPINE_X + _WIDE + _FRAME, _FRESH)
        self._frame(_WAIT_X + _WIDE + _FRAME, _AT_WORK)
        top, bottom = _y(_SPINE[0]) + _HIGH + 2 * _FRAME, _y(Status.CLOSING_PROPOSED) - 2 * _FRAME
        self.canvas.setDash([3, 2])
        self.canvas.setStrokeColor(_FAINT)
        left = _SPINE_X - 2 * _FRAME
        self.canvas.roundRect(left, bottom, _OPEN_RIGHT - left, top - bottom, 6)
        self.canvas.setDash()
        self._write(_OPEN_RIGHT - 6, top - 16, _ALL_OPEN, 12, align="right")

    def _frame(self, right: float, statuses: tuple[Status, ...]) -> None:
        """Draw round statuses; what lies between first and last on the spine is all theirs."""
        ys = [self.places[status][1] for status in statuses]
        left = _SPINE_X - _FRAME
        top, bottom = max(ys) + _HIGH + _FRAME, min(ys) - _FRAME
        self.canvas.setStrokeColor(_FAINT)
        self.canvas.setLineWidth(0.7)
        self.canvas.roundRect(left, bottom, right - left, top - bottom, 5)

    def _down_the_spine(self) -> None:
        x = _SPINE_X + _WIDE / 2
        for above, below in pairwise(_SPINE):
            move = next(
                move for move, way in ROAD.items() if way.target is below and above in way.sources
            )
            self._arrow((x, _y(above)), (x, _y(below) + _HIGH))
            # Clear of the frame that ends between these two.
            lift = 7 if above in OPEN and below not in OPEN else 14
            self._write(x + 6, _y(below) + _HIGH + lift, MOVES[move], 12)

    def _waiting(self) -> None:
        """From work to waiting for somebody, and back."""
        lane = (_SPINE_X + _WIDE + _WAIT_X) / 2
        y = _y(Status.IN_PROGRESS) + _HIGH / 2
        self._arrow((lane, y), (_SPINE_X + _WIDE, y))
        for status in _WAITING:
            level = self.places[status][1] + _HIGH / 2
            self._line((lane, y), (lane, level))
            self._arrow((lane, level), (_WAIT_X, level))

    def _ends(self) -> None:
        """To where a complaint ends without being closed, and to its closing from anywhere."""
        for status in _ENDS:
            x, y = self.places[status]
            way = next(way for way in ROAD.values() if way.target is status)
            start = _OPEN_RIGHT if way.sources == OPEN else _SPINE_X + _WIDE + _FRAME
            self._arrow((start, y + _HIGH / 2), (x, y + _HIGH / 2))
        close_y = _y(Status.CLOSED) + _HIGH / 2
        bottom = _y(Status.CLOSING_PROPOSED) - 2 * _FRAME
        turn = _WAIT_X + _WIDE / 2
        self._line((turn, bottom), (turn, close_y))
        self._arrow((turn, close_y), (_SPINE_X + _WIDE, close_y))
        self._write(turn + 6, close_y + 4, MOVES[Move.CLOSE], 12)

    def _to_archive(self) -> None:
        y = _y(Status.ARCHIVED) + _HIGH / 2
        ends = [status for status in _ENDS if status in ROAD[Move.ARCHIVE].sources]
        highest = max(self.places[status][1] for status in ends) + _HIGH / 2
        for status in ends:
            level = self.places[status][1] + _HIGH / 2
            self._line((_END_X + _WIDE, level), (_LANE, level))
        self._line((_LANE, highest), (_LANE, y))
        self._arrow((_LANE, y), (_SPINE_X + _WIDE, y))

    def _box(self, x: float, y: float, text: str, *, ends: bool) -> None:
        self.canvas.setStrokeColor(_LINE)
        self.canvas.setFillColor(Color(1, 1, 1) if ends else _GROUND)
        self.canvas.setLineWidth(0.9)
        self.canvas.roundRect(x, y, _WIDE, _HIGH, 4, fill=1)
        self.canvas.setFillColor(_INK)
        self._write(x + _WIDE / 2, y + 10.5, text, 16, bold=True, align="centre")

    def _line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.canvas.setStrokeColor(_LINE)
        self.canvas.setLineWidth(0.9)
        self.canvas.line(*start, *end)

    def _arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A line along one axis with a head at its end."""
        self._line(start, end)
        (x0, y0), (x, y) = start, end
        way = (x > x0) - (x < x0), (y > y0) - (y < y0)
        back = x - 6 * way[0], y - 6 * way[1]
        side = 3 * way[1], 3 * way[0]
        head = self.canvas.beginPath()
        head.moveTo(x, y)
        head.lineTo(back[0] + side[0], back[1] + side[1])
        head.lineTo(back[0] - side[0], back[1] - side[1])
        head.close()
        self.canvas.setFillColor(_LINE)
        self.canvas.drawPath(head, stroke=0, fill=1)
        self.canvas.setFillColor(_INK)

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        points: float,
        *,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        font = self.faces.bold if bold else self.faces.regular
        size = self.faces.size(points)
        full = self.engine.width(text, font, size)
        room = m.PAGE_WIDTH - 2 * _EDGE
        size *= min(1.0, room / full)
        self.engine.text(x, y, text, font, size, align)
