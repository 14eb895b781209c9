"""A made-up letter, to see a wording by while it is written."""

from datetime import date

from desktop.papers.composing import LetterFacts
from desktop.rules.letters import SPECS, Audience, Blank, Finding, LetterDraft, LetterKind
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.wording import OfficeWording

_ANY = "…………………………"
SAMPLE_DAY = date(2026, 7, 15)
_BLANKS = {
    Blank.PARTICULAR: "กลุ่มอำนวยการ",
    Blank.AGENCY: "ศูนย์ดำรงธรรมจังหวัด",
    Blank.OUR_LETTER: "ที่ ๑๒๓ ลงวันที่ ๑ กรกฎาคม ๒๕๖๙",
    Blank.ROUND: "๑",
    Blank.ANSWER_BY: "วันที่ ๓๑ กรกฎาคม ๒๕๖๙",
    Blank.UNTIL: "วันที่ ๓๑ สิงหาคม ๒๕๖๙",
    Blank.WHEN: "วันที่ ๒๐ กรกฎาคม ๒๕๖๙ เวลา ๐๙.๓๐ น.",
    Blank.MEMBERS: f"{_ANY} ประธานกรรมการ\n{_ANY} กรรมการ\n{_ANY} กรรมการและเลขานุการ",
    Blank.PLACE: "ห้องประชุม ชั้น ๒",
}
_RECIPIENTS = {
    Audience.PETITIONER: "นางตัวอย่าง ใจดี",
    Audience.OTHERS: "ผู้อำนวยการโรงเรียนตัวอย่าง",
    Audience.INSIDE: "ผู้อำนวยการ",
}


def sample_facts(own: OfficeWording, office: OfficeFacts) -> LetterFacts:
    """Return made-up facts for a kind of letter, in the wording that is being written."""
    kind, spec = own.kind, SPECS[own.kind]
    draft = LetterDraft(
        complaint_id=0,
        kind=kind,
        recipient=_RECIPIENTS[spec.audience],
        salutation="เรียน",
        signatory_id=0,
        blanks={blank: _BLANKS.get(blank, _ANY) for blank in spec.blanks},
        finding=Finding.IN_AUTHORITY if kind is LetterKind.ACKNOWLEDGEMENT else None,
    )
    return LetterFacts(
        office=office,
        signatory=Signatory(0, _ANY, _ANY),
        draft=draft,
        number="",
        dated=None,
        type_name="ร้องเรียน",
        channel="โทรศัพท์",
        subject="อาคารเรียนหลังคารั่ว",
        complaint_number="42/2569",
        registered_on=SAMPLE_DAY,
        petition_date=date(2026, 7, 14),
        tracking="K7M-4Q2-9XB-T",
        last_letter=f"หนังสือ{office.name} ที่ {_ANY} ลงวันที่ {_ANY}",
        source_letter=f"หนังสือ{_ANY} ที่ {_ANY} ลงวันที่ {_ANY}",
        source_from=_ANY,
        own=own,
    )
