"""Slips, forms, envelopes and labels: what a case says, put into what each paper needs."""

from desktop.errors import Refused
from desktop.paper_orders import (
    CheckSheetOrder,
    CopyOrder,
    EnvelopeOrder,
    ExplanationOrder,
    JournalHeadOrder,
    LabelsOrder,
    PaperOrder,
    PetitionOrder,
    PosterOrder,
    PostOrder,
    RoadOrder,
    SlipOrder,
    StampOrder,
    StandardsOrder,
)
from desktop.papers.check_sheet import CheckSheetFacts, render_check_sheet
from desktop.papers.copies import render_copy
from desktop.papers.day_post import PostFacts, PostLine, render_post
from desktop.papers.envelope import EnvelopeFacts, Recipient, render_envelopes, render_labels
from desktop.papers.explanation import ExplanationFacts, render_explanation
from desktop.papers.fonts import Faces
from desktop.papers.journal_head import JournalHeadFacts, render_journal_head
from desktop.papers.petition_form import PetitionFacts, render_petition
from desktop.papers.poster import LONGEST_CODE, PosterFacts, render_poster
from desktop.papers.receipt_stamp import StampFacts, render_stamp, stamped
from desktop.papers.road_chart import RoadFacts, render_road
from desktop.papers.sheet import Rendered
from desktop.papers.slip import SlipFacts, render_slip
from desktop.papers.speed import SPEED
from desktop.papers.standards import StandardsFacts, render_standards
from desktop.papers.words import Words
from desktop.rules.checking import month_of
from desktop.rules.complaint import Address, ChannelKind, Petitioner, PetitionerKind
from desktop.rules.identity import display_id, display_phone
from desktop.rules.letters import LetterStatus
from desktop.rules.naming import addressed, shown_name
from desktop.rules.proceedings import pauses_of
from desktop.rules.promises import Standard
from desktop.rules.reasons import Reason
from desktop.rules.thai.addresses import address_lines
from desktop.rules.worktime import BeyondCalendar
from desktop.views import CaseView, OfficeView

_UNNAMED = "ไม่ประสงค์ออกนาม"
_NUMBERED = frozenset(LetterStatus) - {LetterStatus.AWAITING_NUMBER, LetterStatus.VOID}


_OfficeOrder = (
    PosterOrder | RoadOrder | StandardsOrder | ExplanationOrder | CheckSheetOrder | JournalHeadOrder
)


def printed(order: PaperOrder, office: OfficeView, faces: Faces, words: Words) -> Rendered:
    """Print what was ordered."""
    match order:
        case SlipOrder():
            return render_slip(_slip(order.case, office), faces, words, order.paper)
        case PetitionOrder():
            return render_petition(_petition(order.case, office), faces, words)
        case EnvelopeOrder():
            return render_envelopes(_envelopes(order, office), order.size, faces, words)
        case LabelsOrder():
            return render_labels(_recipients(order), faces, words, order.start)
        case StampOrder():
            return _stamped(order, office, faces, words)
        case CopyOrder():
            return render_copy(order, faces, words)
        case PostOrder():
            return render_post(_post(order, office), faces, words)
        case _:
            return _of_the_office(order, office, faces, words)


def _of_the_office(order: _OfficeOrder, office: OfficeView, faces: Faces, words: Words) -> Rendered:
    """Print what is of no single complaint, or only explains one."""
    match order:
        case PosterOrder():
            return render_poster(_poster(order, office), faces, words)
        case RoadOrder():
            return render_road(RoadFacts(office.facts.name, order.made), faces, words)
        case StandardsOrder():
            facts = office.facts
            standards = StandardsFacts(
                facts.name, facts.phone, office.policy, order.made, order.lists
            )
            return render_standards(standards, faces, words)
        case ExplanationOrder():
            return render_explanation(_explained(order, office), faces, words)
        case CheckSheetOrder():
            _, last = month_of(order.first)
            month = CheckSheetFacts(
                office.facts.name, order.first, last.day, order.months, order.made_at
            )
            return render_check_sheet(month, faces, words)
        case JournalHeadOrder():
            head = order.head
            sheet = JournalHeadFacts(office.facts.name, head.sequence, head.digest, order.made_at)
            return render_journal_head(sheet, faces, words)


def _explained(order: ExplanationOrder, office: OfficeView) -> ExplanationFacts:
    case, clock = order.case, order.clock
    standard = Standard(case.policy, office.calendar, case.category.complexity)
    try:
        due = standard.explained(clock, pauses_of(case.proceedings.waits, clock.cycle, clock.kind))
    except BeyondCalendar:
        raise Refused(Reason.CALENDAR_ENDS) from None
    return ExplanationFacts(
        office.facts.name, case.number, case.matter.subject, clock, due, case.policy, order.made
    )


def _poster(order: PosterOrder, office: OfficeView) -> PosterFacts:
    if len(order.code) > LONGEST_CODE:
        raise Refused(Reason.TOO_LONG, field="code", length=len(order.code), limit=LONGEST_CODE)
    facts = office.facts
    return PosterFacts(
        office=facts.name,
        group=facts.group,
        phone=facts.phone,
        address=_lines(facts.address),
        channels=order.channels,
        code=order.code,
        made=order.made,
    )


def _post(order: PostOrder, office: OfficeView) -> PostFacts:
    facts = office.facts
    return PostFacts(
        office=facts.name,
        group=facts.group,
        phone=facts.phone,
        addressee=facts.director_title or facts.name,
        proposer=order.proposer,
        position=order.position,
        lines=[
            PostLine(
                str(row.number),
                row.received_on,
                row.subject,
                _UNNAMED if row.anonymous else row.petitioner,
                row.priority,
                not (row.veiled or row.secret),
            )
            for row in sorted(order.rows, key=lambda row: (row.number.year, row.number.running))
        ],
        garuda=facts.garuda,
        garuda_image=facts.garuda_image,
    )


def _stamped(order: StampOrder, office: OfficeView, faces: Faces, words: Words) -> Rendered:
    """Stamp a copy with the number of the office's register of letters, or else of complaints."""
    case = order.case
    number = case.intake.central_number or str(case.number)
    facts = StampFacts(office.facts.name, number, case.received_at)
    stamp = render_stamp(facts, faces, words)
    pdf, pages = stamped(order.content, order.name, stamp.pdf)
    return Rendered(pdf, pages, stamp.unprintable)


def _slip(case: CaseView, office: OfficeView) -> SlipFacts:
    return SlipFacts(
        office=office.facts.name,
        group=office.facts.group,
        phone=office.facts.phone,
        number=str(case.number),
        tracking=case.tracking,
        received_at=case.received_at,
        subject=case.matter.subject,
        petitioner=_shown(case.petitioners[0]) if case.petitioners else "",
        channel=case.channel.name,
        receiver=case.registered_by,
    )


def _petition(case: CaseView, office: OfficeView) -> PetitionFacts:
    matter, named = case.matter, _named(case)
    who = named[0] if named else Petitioner(kind=PetitionerKind.ANONYMOUS)
    name = _shown(who)
    count = max(len(named), who.headcount or 0)
    others = f" และพวกรวม {count} คน" if count > 1 else ""
    return PetitionFacts(
        by_phone=case.channel.kind is ChannelKind.PHONE,
        office=office.facts.name,
        addressee=office.facts.director_title or office.facts.name,
        number=str(case.number),
        received_at=case.received_at,
        subject=matter.subject,
        receiver=case.registered_by,
        petitioner=name + others,
        signer=name if named else "",
        address=who.address if named else Address(),
        phone=display_phone(who.phone) if named and who.phone else "",
        citizen_id=display_id(who.citizen_id) if named and who.citizen_id else "",
        facts=matter.facts,
        place=matter.place,
        harm=matter.harm,
        remedy=matter.remedy,
        evidence=matter.evidence,
    )


def _envelopes(order: EnvelopeOrder, office: OfficeView) -> list[EnvelopeFacts]:
    facts = office.facts
    return [
        EnvelopeFacts(
            office=facts.name,
            address=_lines(facts.address),
            number=order.letter.number if order.letter else _number(order.case, recipient.name),
            recipient=recipient,
            urgency=SPEED[order.urgency],
            garuda=facts.garuda,
            garuda_image=facts.garuda_image,
        )
        for recipient in _recipients(order)
    ]


def _number(case: CaseView, name: str) -> str:
    """Return the number of the newest letter to someone; a letter to others is not in here."""
    theirs = [one for one in case.letters if one.status in _NUMBERED and name in one.recipient]
    newest = max(theirs, key=lambda letter: letter.id, default=None)
    return newest.number if newest is not None else ""


def _recipients(order: EnvelopeOrder | LabelsOrder) -> list[Recipient]:
    """Address a letter to those it is written to; without one, what goes to the petitioners."""
    if order.letter is not None:
        names = order.letter.recipient.splitlines()
        return [Recipient("เรียน", name, order.address) for name in names]
    return [
        Recipient(_salutation(who), addressed(who), address_lines(who.address))
        for who in _named(order.case)
    ]


def _salutation(who: Petitioner) -> str:
    """Return how an envelope greets; monks are greeted in their own way."""
    return "นมัสการ" if who.prefix.startswith("พระ") else "เรียน"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _named(case: CaseView) -> list[Petitioner]:
    return [who for who in case.petitioners if who.kind is not PetitionerKind.ANONYMOUS]


def _shown(petitioner: Petitioner) -> str:
    return shown_name(petitioner) or _UNNAMED
