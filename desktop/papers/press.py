"""The office's press: turns what the register knows into papers, in the faces of this computer."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from desktop.paper_orders import PaperOrder, SlipOrder
from desktop.papers.acknowledgement import AcknowledgementFacts, acknowledgement, compose_body
from desktop.papers.fonts import Faces, office_faces
from desktop.papers.letter import Rendered, render_letters
from desktop.papers.sla_report import ReportFacts, render_sla_report
from desktop.papers.slip_press import printed
from desktop.papers.words import Words
from desktop.ports import Pressed
from desktop.rules.complaint import ComplaintType
from desktop.rules.figures import SlaFigures
from desktop.rules.letters import LetterDraft
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, OfficeView

# Papers are in Thai whatever the screen speaks.
_TYPES = {
    ComplaintType.COMPLAINT: "ร้องเรียน",
    ComplaintType.GRIEVANCE: "ร้องทุกข์",
    ComplaintType.INQUIRY: "สอบถาม",
    ComplaintType.SUGGESTION: "ให้ข้อเสนอแนะ",
    ComplaintType.TIP: "แจ้งเบาะแส",
    ComplaintType.PRAISE: "ชมเชย",
}
_PRIORITIES = {
    Priority.NORMAL: "ปกติ",
    Priority.URGENT: "ด่วน",
    Priority.VERY_URGENT: "ด่วนมาก",
    Priority.MOST_URGENT: "ด่วนที่สุด",
}


_LONGEST_NAME = 12
"""Letters a name may have to be kept whole; an office's whole name must still break."""


class ThaiPress:
    """Prints letters, slips and reports."""

    def __init__(self, faces: Callable[[], Faces] = office_faces) -> None:
        self._faces = faces

    def composed(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date
    ) -> tuple[str, ...]:
        """Return the body paragraphs the office's wording gives."""
        return compose_body(_facts(case, draft, office, "", on))

    def letter(
        self,
        case: CaseView,
        draft: LetterDraft,
        office: OfficeView,
        number: str,
        dated: date | None,
    ) -> Pressed:
        """Print a letter; an empty number and no date make a draft."""
        facts = _facts(case, draft, office, number, dated)
        letter = acknowledgement(facts, draft.paragraphs)
        return _pressed(render_letters([letter], self._faces(), _words(office)))

    def slip(self, case: CaseView, office: OfficeView) -> Pressed:
        """Print the receipt slip."""
        return self.paper(SlipOrder(case), office)

    def paper(self, order: PaperOrder, office: OfficeView) -> Pressed:
        """Print a slip, form, envelope or label as ordered."""
        return _pressed(printed(order, office, self._faces(), _words(office)))

    def sla_report(self, figures: SlaFigures, office: OfficeView, made_at: datetime) -> Pressed:
        """Print the SLA report."""
        facts = ReportFacts(
            figures=figures,
            office=office.facts.name,
            group=office.facts.group,
            made_at=made_at,
            priorities={kind.value: name for kind, name in _PRIORITIES.items()},
        )
        return _pressed(render_sla_report(facts, self._faces(), _words(office)))


def _facts(
    case: CaseView, draft: LetterDraft, office: OfficeView, number: str, dated: date | None
) -> AcknowledgementFacts:
    signatory = next(s for s in office.signatories if s.id == draft.signatory_id)
    return AcknowledgementFacts(
        office=office.facts,
        signatory=signatory,
        number=number,
        dated=dated if number else None,
        salutation=draft.salutation,
        recipient=draft.recipient,
        type_name=_TYPES[case.type],
        channel=case.channel.name,
        subject=case.matter.subject,
        complaint_number=str(case.number),
        registered_on=official_date(case.received_at),
        finding=draft.finding,
        particular=draft.particular,
        petition_date=case.intake.letter_date,
        tracking=case.tracking,
    )


def _pressed(rendered: Rendered) -> Pressed:
    return Pressed(rendered.pdf, rendered.unprintable)


def _words(office: OfficeView) -> Words:
    names = (office.facts.name, office.facts.group, *(s.name for s in office.signatories))
    parts = (part for name in names for part in name.split())
    return _dictionary(frozenset(part for part in parts if len(part) <= _LONGEST_NAME))


@lru_cache(maxsize=4)
def _dictionary(own: frozenset[str]) -> Words:
    return Words(own)
