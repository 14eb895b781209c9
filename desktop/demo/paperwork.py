"""The letters in hand of the made-up office, written by its own acts: a folder in every step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.mending import CorrectLetter, correct_letter
from desktop.acts.proposing import (
    CheckDrafts,
    KeepDraft,
    SendBackDraft,
    SignDrafts,
    check_drafts,
    keep_draft,
    send_back_draft,
    sign_drafts,
)
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.stating import RecordStatement, record_statement
from desktop.demo.office import Setting
from desktop.ports import Desk
from desktop.rules.complaint import Status, is_anonymous
from desktop.rules.letters import Blank, LetterDraft, LetterKind, LetterStatus
from desktop.rules.naming import addressed
from desktop.rules.people import Actor
from desktop.rules.proposing import Seen
from desktop.rules.statement import Statement
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, LetterView, RegisterQuery

_WANTED = {Blank.WANTED: "ภาพถ่ายสถานที่และวันเวลาที่พบเห็น", Blank.ANSWER_BY: "๑๕ วันนับแต่วันที่ได้รับหนังสือ"}
_EXPLAINED = {
    Blank.WANTED: "ข้อเท็จจริงและการดำเนินการที่ผ่านมา พร้อมสำเนาเอกสารที่เกี่ยวข้อง",
    Blank.ANSWER_BY: "๗ วันทำการ",
}
_SAID = (
    "ถาม ท่านทราบเรื่องนี้ได้อย่างไร",
    "ตอบ ข้าพเจ้าอยู่ในเหตุการณ์และเห็นด้วยตนเอง",
    "ถาม มีผู้ใดเห็นเหตุการณ์อีกหรือไม่",
    "ตอบ มีครูเวรประจำวันอีกหนึ่งคน",
)
_LOOKED_AT = 60
"""Cases among which those that get a letter are looked for."""


def do_paperwork(desk: Desk, setting: Setting) -> None:
    """Leave drafts in each step, a corrected letter, one that was answered, and a statement."""
    clerk, chief, owner = setting.clerks[-1], setting.supervisors[0], setting.owners[0]
    now, signs = desk.now(), setting.signatories[0]
    sent = next(
        (
            letter
            for letter in desk.reading.letters(clerk)
            if letter.status is LetterStatus.SENT and not letter.closed
        ),
        None,
    )
    cases = _in_hand(desk, clerk)
    drafts = (_more(next(cases)), _explained(next(cases)), _more(next(cases)), _more(next(cases)))
    _, wrong, checked, signed = (
        _kept(desk, clerk, f"paperwork-{place}", replace(draft, signatory_id=signs))
        for place, draft in enumerate(drafts)
    )
    send_back_draft(SendBackDraft(wrong, "ระบุวันที่เกิดเหตุให้ชัดเจน"), desk, chief)
    check_drafts(CheckDrafts((checked, signed)), desk, chief)
    sign_drafts(SignDrafts((Seen(signed.id, signed.version + 1),), official_date(now)), desk, clerk)
    _corrected(desk, clerk, replace(_more(next(cases)), signatory_id=signs))
    if sent is not None:
        _answered(desk, clerk, sent, now)
    _stated(desk, owner, next(_in_hand(desk, owner)), setting, now)


def _in_hand(desk: Desk, actor: Actor) -> Iterator[CaseView]:
    """Yield the newest cases in hand that have somebody to write to."""
    query = RegisterQuery(statuses=frozenset({Status.IN_PROGRESS}))
    for case_id in desk.reading.register_ids(actor, query, desk.now(), _LOOKED_AT):
        (row,) = desk.reading.register_rows(actor, (case_id,))
        if not row.veiled:
            case = desk.reading.case(actor, case_id)
            if not is_anonymous(case.petitioners):
                yield case


def _more(case: CaseView) -> LetterDraft:
    to = addressed(case.petitioners[0])
    return LetterDraft(case.id, LetterKind.MORE_INFORMATION, to, "เรียน", 0, _WANTED)


def _explained(case: CaseView) -> LetterDraft:
    told = {Blank.SUMMARY: case.matter.subject, **_EXPLAINED}
    to = "ผู้อำนวยการโรงเรียนบ้านตัวอย่าง"
    return LetterDraft(case.id, LetterKind.EXPLANATION, to, "เรียน", 0, told)


def _kept(desk: Desk, actor: Actor, key: str, draft: LetterDraft) -> Seen:
    return Seen(keep_draft(KeepDraft(key, draft), desk, actor).proposal_id, 1)


def _corrected(desk: Desk, actor: Actor, draft: LetterDraft) -> None:
    letter_id = issue(IssueLetter("paperwork-corrected", draft), desk, actor).letter_id
    letter = next(one for one in desk.reading.letters(actor, True) if one.id == letter_id)
    mended = replace(draft, enclosures=("แบบแจ้งข้อมูลเพิ่มเติม จำนวน ๑ ฉบับ",))
    why = "ลืมระบุสิ่งที่ส่งมาด้วย"
    correct_letter(CorrectLetter(letter_id, letter.sha256, mended, why), desk, actor)


def _answered(desk: Desk, actor: Actor, letter: LetterView, now: datetime) -> None:
    command = ReceiveLetter(
        key="paperwork-answer",
        case_id=letter.complaint_id,
        sender=letter.recipient,
        subject="แจ้งข้อมูลเพิ่มเติม",
        received_at=now,
        dated=official_date(now),
        answers_id=letter.id,
    )
    receive_letter(command, desk, actor)


def _stated(desk: Desk, actor: Actor, case: CaseView, setting: Setting, now: datetime) -> None:
    statement = Statement(
        giver="นายมานะ ตัวอย่าง",
        said=_SAID,
        place=setting.facts.name,
        taken_at=now,
        asker=actor.name,
    )
    record_statement(RecordStatement("paperwork-statement", case.id, statement), desk, actor)
