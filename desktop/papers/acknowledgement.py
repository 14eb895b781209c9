"""ตอบรับการรับเรื่อง: telling a petitioner that the matter was received, and what follows."""

from dataclasses import dataclass
from datetime import date

from desktop.papers.letter import OfficialLetter
from desktop.papers.wording import filled, shipped
from desktop.rules.letters import Finding
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

_NAME = "acknowledgement"


@dataclass(frozen=True, slots=True)
class AcknowledgementFacts:
    """Everything the letter says; `petition_date` is the day on the citizen's own letter, if any.

    `particular` is whom the matter was entrusted or referred to, or the law, by finding.
    """

    office: OfficeFacts
    signatory: Signatory
    number: str
    dated: date | None
    salutation: str
    recipient: str
    type_name: str
    channel: str
    subject: str
    complaint_number: str
    registered_on: date
    finding: Finding
    particular: str
    petition_date: date | None = None
    tracking: str = ""


def compose_body(facts: AcknowledgementFacts) -> tuple[str, ...]:
    """Return the body's paragraphs in the office's wording."""
    wording = shipped(_NAME)
    values = {
        "type": facts.type_name,
        "office": facts.office.name,
        "channel": facts.channel,
        "when": f"ลงวันที่ {long_date(facts.petition_date)} " if facts.petition_date else "",
        "subject": facts.subject,
        "number": thai_digits(facts.complaint_number),
        "registered": long_date(facts.registered_on),
        "particular": facts.particular,
    }
    body = [
        filled(wording["opening"], values),
        filled(wording["findings"][facts.finding.value], values),
    ]
    if facts.tracking:
        told = {"code": facts.tracking, "phone": thai_digits(facts.office.phone)}
        body.append(filled(wording["tracking"]["sentence"], told))
    return (*body, wording["closing"])


def acknowledgement(
    facts: AcknowledgementFacts, paragraphs: tuple[str, ...] | None = None
) -> OfficialLetter:
    """Make the letter; `paragraphs`, when given, are the body as the clerk rewrote it."""
    office = facts.office
    return OfficialLetter(
        number=facts.number or f"{office.letter_prefix}/",
        office=office.name,
        address=tuple(line for line in office.address.splitlines() if line.strip()),
        dated=facts.dated,
        subject=filled(shipped(_NAME)["subject"], {"type": facts.type_name}),
        salutation=facts.salutation,
        recipient=facts.recipient,
        paragraphs=paragraphs if paragraphs is not None else compose_body(facts),
        signer=facts.signatory.name,
        position=facts.signatory.position,
        acting_for=facts.signatory.acting_for,
        unit=office.group,
        phone=office.phone,
        email=office.email,
        garuda=office.garuda,
        garuda_image=office.garuda_image,
    )
