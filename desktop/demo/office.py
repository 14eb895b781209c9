"""The made-up office: its facts, who signs, and the people who work there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.acts.opening import OpenOffice
from desktop.acts.staffing import AddPerson
from desktop.reading import Reading
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.office import Garuda, OfficeFacts, Signatory
from desktop.rules.people import Actor, Permission, Role
from desktop.rules.policy import Complexity, Policy
from desktop.rules.worktime import WorkCalendar

PASSWORD = "demo-demo"
"""Everybody's password in the made-up office; no secret, shown on its sign-in page."""
AT_THE_DESK = "wipha"
"""Who is signed in when the made-up office opens: supervisor and clerk in one."""
ADMINISTRATOR = "admin"

_NAME = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒"
_DIRECTOR = f"ผู้อำนวยการ{_NAME}"
_GROUP = "กลุ่มกฎหมายและคดี"
_STAFF = (
    (ADMINISTRATOR, "นายดูแล ระบบดี", "นักวิชาการคอมพิวเตอร์", (Role.ADMINISTRATOR,)),
    (AT_THE_DESK, "นางวิภา นำทาง", f"ผู้อำนวยการ{_GROUP}", (Role.SUPERVISOR, Role.CLERK)),
    ("somying", "นางสาวสมหญิง ใจเย็น", "เจ้าพนักงานธุรการ", (Role.CLERK,)),
    ("wichai", "นายวิชัย ตั้งตรง", "นิติกรชำนาญการ", (Role.OWNER,)),
    ("orathai", "นางสาวอรทัย รอบคอบ", "นิติกรปฏิบัติการ", (Role.OWNER,)),
    ("somkid", "นายสมคิด ตั้งมั่น", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", (Role.DIRECTOR,)),
    ("prapai", "นางประไพ เก็บงำ", "นักจัดการงานทั่วไปชำนาญการ", (Role.SECRET_REGISTRAR,)),
)


def opening(first_day: date) -> OpenOffice:
    """Return the answers to the first-run pages of the made-up office."""
    facts = OfficeFacts(
        name=_NAME,
        address="๙๙ หมู่ที่ ๙ ตำบลทุ่งสมมติ\nอำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๙๙๐๐๑",
        letter_prefix="ศธ ๐๔๙๙๙",
        group=_GROUP,
        phone="๐ ๓๙๐๐ ๐๐๐๐ ต่อ ๑๑๕",
        effective_from=first_day,
        email="law@example.go.th",
        director_title=_DIRECTOR,
        garuda=Garuda.PREPRINTED,
        stamped_letters=True,
    )
    signatories = (
        Signatory(None, "นายสมคิด ตั้งมั่น", _DIRECTOR),
        Signatory(
            None,
            "นางสาวปรีดา ใจงาม",
            "รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
            f"ปฏิบัติราชการแทน {_DIRECTOR}",
        ),
        Signatory(None, "นางวิภา นำทาง", f"ผู้อำนวยการ{_GROUP}"),
    )
    people = tuple(
        AddPerson(name, position, username, frozenset(roles), PASSWORD, PASSWORD)
        for username, name, position, roles in _STAFF
    )
    return OpenOffice(facts, signatories, people)


@dataclass(frozen=True, slots=True)
class Setting:
    """The opened office as its cases need it: identities, standards, calendar."""

    channels: dict[str, Channel]
    sources: dict[str, Source]
    categories: dict[str, Category]
    policy: Policy
    calendar: WorkCalendar
    facts: OfficeFacts
    signatories: tuple[int, ...]
    clerks: tuple[Actor, ...]
    owners: tuple[Actor, ...]
    supervisors: tuple[Actor, ...]

    def complexity(self, category_id: int) -> Complexity:
        """Return how much work a category asks for."""
        return next(c.complexity for c in self.categories.values() if c.id == category_id)


def setting_of(reading: Reading, on: date) -> Setting:
    """Read what the opened office looks like, by its own people's roles."""
    office = reading.office(on)
    lists = reading.lists(_LOOKING)
    actors = [Actor(p.id, p.name, p.roles) for p in reading.people(_LOOKING) if p.active]
    return Setting(
        channels={c.code: c for c in lists.channels},
        sources={s.code: s for s in lists.sources},
        categories={c.code: c for c in lists.categories},
        policy=office.policy,
        calendar=office.calendar,
        facts=office.facts,
        signatories=tuple(
            # A group's chief signs what stays inside.
            s.id
            for s in office.signatories
            if s.id is not None and office.facts.group not in s.position
        ),
        clerks=_playing(actors, Role.CLERK),
        owners=_playing(actors, Role.OWNER),
        supervisors=tuple(a for a in actors if a.may(Permission.ASSIGN)),
    )


_LOOKING = Actor(0, "", frozenset({Role.SUPERVISOR}))


def _playing(actors: Sequence[Actor], role: Role) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if role in actor.roles)
