"""Composing letters: what the register knows, put into the office's wording."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.papers.letter import OfficialLetter
from desktop.papers.manner import manner_of
from desktop.papers.memo import Memo
from desktop.papers.model import Heading
from desktop.papers.order import Order
from desktop.papers.secrecy import SECRECY
from desktop.papers.shipped_wording import in_force
from desktop.papers.speed import moment_of, speed_of
from desktop.papers.stamped import StampedLetter
from desktop.ports import Composed
from desktop.rules.letters import BLOCKS, CLOSINGS, MARKS, Blank, LetterDraft
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.thai.dates import buddhist_year, long_date
from desktop.rules.thai.digits import thai_digits
from desktop.rules.wording import OfficeWording, Sentence, filled

_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything a letter may say.

    `petition_date` is the day on the citizen's own letter, if any. `last_letter` cites what the
    petitioner was last told, `source_letter` and `source_from` the paper by which the matter came.
    """

    office: OfficeFacts
    signatory: Signatory
    draft: LetterDraft
    number: str
    dated: date | None
    type_name: str
    channel: str
    subject: str
    complaint_number: str
    registered_on: date
    petition_date: date | None = None
    tracking: str = ""
    last_letter: str = ""
    source_letter: str = ""
    source_from: str = ""
    own: OfficeWording | None = None
    """What the office made of this kind's wording, if anything."""


def compose(facts: LetterFacts) -> Composed:
    """Return subject, references and paragraphs in the office's wording."""
    wording, values = in_force(facts.draft.kind, facts.own), _values(facts)
    composed = Composed(
        subject=filled(wording.subject, values),
        references=_sentences(wording.references, facts, values),
        paragraphs=_sentences(wording.body, facts, values),
    )
    return _under_stamp(composed) if facts.draft.stamped else _greeting(composed, facts.draft)


def letters_of(facts: LetterFacts) -> Iterator[OfficialLetter]:
    """Make the letter for each recipient."""
    return (letter_of(facts, recipient) for recipient in facts.draft.recipients)


def letter_of(facts: LetterFacts, recipient: str | None = None) -> OfficialLetter:
    """Make the letter: the clerk's own words where there are any, else the composed ones."""
    office, draft, signatory = facts.office, facts.draft, facts.signatory
    said = said_of(facts)
    return OfficialLetter(
        number=_numbered(facts),
        office=office.name,
        address=tuple(line for line in office.address.splitlines() if line.strip()),
        dated=facts.dated,
        subject=said.subject,
        salutation=draft.salutation,
        recipient=draft.recipient if recipient is None else recipient,
        paragraphs=said.paragraphs,
        signer=signatory.name,
        position=signatory.position,
        acting_for=signatory.acting_for,
        unit=office.group,
        phone=office.phone,
        email=office.email,
        references=said.references,
        enclosures=draft.enclosures,
        copies_to=draft.copies_to,
        closing=CLOSINGS.get(draft.salutation, CLOSINGS["เรียน"]),
        urgency=speed_of(draft.urgency, draft.within),
        within=moment_of(draft.within),
        secrecy=SECRECY[draft.secrecy],
        garuda=office.garuda,
        garuda_image=office.garuda_image,
    )


def stamped_of(facts: LetterFacts) -> Iterator[StampedLetter]:
    """Make the letter under the office's stamp for each recipient."""
    office, draft = facts.office, facts.draft
    said = said_of(facts)
    for recipient in draft.recipients:
        yield StampedLetter(
            number=_numbered(facts),
            to=recipient,
            body=said.paragraphs,
            office=office.name,
            dated=facts.dated,
            unit=office.group,
            phone=office.phone,
            email=office.email,
            urgency=speed_of(draft.urgency, draft.within),
            within=moment_of(draft.within),
            secrecy=SECRECY[draft.secrecy],
            garuda=office.garuda,
            garuda_image=office.garuda_image,
        )


def memo_of(facts: LetterFacts) -> Memo:
    """Make the memo; a paragraph that is one of the wording's headings is set as one."""
    office, draft, signatory = facts.office, facts.draft, facts.signatory
    said, headings = said_of(facts), _headings(facts)
    return Memo(
        office=f"{office.name} {office.group} โทร. {thai_digits(office.phone)}",
        number=facts.number,
        dated=facts.dated,
        subject=said.subject,
        salutation=draft.salutation,
        recipient=draft.recipient,
        body=tuple(Heading(text) if text in headings else text for text in said.paragraphs),
        signer=signatory.name,
        position=signatory.position,
        acting_for=signatory.acting_for,
        references=said.references,
        enclosures=draft.enclosures,
        urgency=speed_of(draft.urgency, None),
        secrecy=SECRECY[draft.secrecy],
        garuda=office.garuda,
        garuda_image=office.garuda_image,
    )


def order_of(facts: LetterFacts, on: date) -> Order:
    """Make the order; without its day it is of the year it is written in."""
    office, signatory = facts.office, facts.signatory
    said = said_of(facts)
    return Order(
        office=office.name,
        number=facts.number.partition("/")[0],
        year=buddhist_year(facts.dated or on),
        subject=said.subject,
        body=said.paragraphs,
        dated=facts.dated,
        signer=signatory.name,
        position=signatory.position,
        acting_for=signatory.acting_for,
        secrecy=SECRECY[facts.draft.secrecy],
        garuda=office.garuda,
        garuda_image=office.garuda_image,
    )


def _numbered(facts: LetterFacts) -> str:
    """Write the number, or as much of it as is known before it is given."""
    office = facts.office
    mark = MARKS.get(facts.draft.series(office.letter_series), "")
    return facts.number or f"{office.letter_prefix}/{mark}"


def _under_stamp(composed: Composed) -> Composed:
    """Say it as a stamped letter does: it has no subject, cites in its text, addresses nobody."""
    cited = " และ".join(composed.references)
    told = (text.replace("จึงเรียนมา", "จึงแจ้งมา", 1) for text in composed.paragraphs)
    if cited:
        told = (text.replace("หนังสือที่อ้างถึง", cited, 1) for text in told)
    return Composed(subject="", references=(), paragraphs=tuple(told))


def _greeting(composed: Composed, draft: LetterDraft) -> Composed:
    """Say it as the salutation does: จึงกราบเรียนมา, จึงนมัสการมา."""
    if draft.salutation not in CLOSINGS:
        return composed
    greeted = f"จึง{draft.salutation}มา"
    told = (text.replace("จึงเรียนมา", greeted, 1) for text in composed.paragraphs)
    return replace(composed, paragraphs=tuple(told))


def said_of(facts: LetterFacts) -> Composed:
    """Return what the paper says: the clerk's own words before the wording's."""
    composed, draft = compose(facts), facts.draft
    return Composed(
        subject=composed.subject if draft.subject is None else draft.subject,
        references=composed.references if draft.references is None else draft.references,
        paragraphs=composed.paragraphs if draft.paragraphs is None else draft.paragraphs,
    )


def _headings(facts: LetterFacts) -> frozenset[str]:
    wording = in_force(facts.draft.kind, facts.own)
    return frozenset(one.text for one in wording.body if one.heading)


def _values(facts: LetterFacts) -> dict[str, str]:
    office, dated = facts.office, facts.petition_date
    when = f"ลงวันที่ {long_date(dated)} " if dated else ""
    known = {
        "type": facts.type_name,
        "office": office.name,
        "group": office.group,
        "phone": thai_digits(office.phone),
        "channel": facts.channel,
        "manner": manner_of(facts.channel),
        "when": when,
        "petition": f"หนังสือ{facts.type_name}ของท่าน {when}".rstrip() if dated else "",
        "subject": facts.subject,
        "number": thai_digits(facts.complaint_number),
        "registered": long_date(facts.registered_on),
        "code": facts.tracking,
        "last_letter": facts.last_letter,
        "source_letter": facts.source_letter,
        "source_from": facts.source_from,
    }
    asked = facts.draft.spec.blanks
    return known | {blank.value: _typed(facts.draft, blank) for blank in asked}


def _typed(draft: LetterDraft, blank: Blank) -> str:
    """Return what the clerk typed; a committee is numbered, one member a line.

    What takes more than a line is told or quoted, and stays in the digits it was typed in.
    """
    text = draft.blanks.get(blank, "")
    if blank not in BLOCKS:
        # A day, a number, a place: part of a sentence of ours. Links and codes stay as they are.
        words = text.split(" ")
        return " ".join(one if _LATIN.search(one) else thai_digits(one) for one in words)
    if blank is not Blank.MEMBERS:
        return text
    members = (line.strip() for line in text.splitlines() if line.strip())
    return "\n".join(f"{thai_digits(str(n))}. {member}" for n, member in enumerate(members, 1))


def _sentences(
    sentences: Sequence[Sentence], facts: LetterFacts, values: Mapping[str, str]
) -> tuple[str, ...]:
    """Fill the sentences that hold for this letter; one whose needed field is empty is left out."""
    return tuple(
        filled(one.text, values)
        for one in sentences
        if all(values[name] for name in one.needs) and one.finding in (None, facts.draft.finding)
    )
