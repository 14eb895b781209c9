"""A made-up office for tests: its facts, its people, and forms as a clerk would fill them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.acts.dispatching import RecordSent
from desktop.acts.opening import OpenOffice
from desktop.acts.staffing import AddPerson
from desktop.rules.complaint import (
    Address,
    ComplaintType,
    Intake,
    Matter,
    Petitioner,
    PetitionerKind,
)
from desktop.rules.intake_form import IntakeForm
from desktop.rules.letters import Blank, Dispatch, Finding, LetterDraft, LetterKind
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Role
from desktop.rules.reasons import Reason

BANGKOK = ZoneInfo("Asia/Bangkok")
PASSWORD = "ดอกไม้สีม่วง ๙"


def bangkok(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """An instant by the office's wall clock."""
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BANGKOK)
    return local.astimezone(UTC)


FACTS = OfficeFacts(
    name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    address="๑๒๓ หมู่ ๔ ตำบลตัวอย่าง\nอำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๒๒๐๐๐",
    letter_prefix="ศธ ๐๔๙๙๙",
    group="กลุ่มกฎหมายและคดี",
    phone="๐ ๓๙๐๐ ๐๐๐๐ ต่อ ๑๑๕",
    effective_from=date(2025, 1, 1),
    email="law@example.go.th",
    director_title="ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
)
SIGNATORY = Signatory(None, "นายสมคิด ตั้งมั่น", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒")


def person(username: str, name: str, *roles: Role) -> AddPerson:
    """Someone who may sign in with the tests' password."""
    return AddPerson(name, "เจ้าหน้าที่", username, frozenset(roles), PASSWORD, PASSWORD)


OPENING = OpenOffice(
    facts=FACTS,
    signatories=(SIGNATORY,),
    people=(
        person("admin", "นายดูแล ระบบดี", Role.ADMINISTRATOR),
        person("clerk", "นางสาวสมหญิง ใจดี", Role.CLERK),
        person("boss", "นางวิภา นำทาง", Role.SUPERVISOR),
        person("owner", "นายวิชัย ตั้งตรง", Role.OWNER),
    ),
)


def form(received_at: datetime, **changes: object) -> IntakeForm:
    """A complete phone complaint about a leaking school roof, changed as asked."""
    plain = IntakeForm(
        type=ComplaintType.COMPLAINT,
        channel_id=2,
        source_id=5,
        category_id=9,
        received_at=received_at,
        matter=Matter("อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน", "ฝนตกหนักน้ำเข้าห้องเรียน"),
        petitioners=(
            Petitioner(
                PetitionerKind.PERSON,
                "นาง",
                "ปราณี",
                "สุขใจ",
                phone="0812345678",
                address=Address("๑๒", subdistrict="มะขาม", district="มะขาม", province="จันทบุรี"),
            ),
        ),
        intake=Intake(caller_phone="0812345678", read_back=True),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def signed_by(**changes: object) -> tuple[Petitioner, ...]:
    """One petitioner, changed as asked."""
    return (replace(Petitioner(first="ปราณี", last="สุขใจ"), **changes),)  # type: ignore[arg-type]


def acknowledgement_to(case_id: int) -> LetterDraft:
    """An acknowledgement within our authority, ready to issue."""
    return LetterDraft(
        complaint_id=case_id,
        kind=LetterKind.ACKNOWLEDGEMENT,
        recipient="นางปราณี สุขใจ",
        salutation="เรียน",
        signatory_id=1,
        blanks={Blank.PARTICULAR: "กลุ่มอำนวยการ"},
        finding=Finding.IN_AUTHORITY,
    )


def gone(letter_id: int, way: Dispatch, at: datetime, tracking: str = "") -> RecordSent:
    """A letter that left, though it was not printed here."""
    return RecordSent(letter_id, way, at, tracking, frozenset({Reason.CONFIRM_UNPRINTED}))


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)
