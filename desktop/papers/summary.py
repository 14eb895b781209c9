"""สรุปเรื่องโดยปกปิดตัวผู้ร้อง: what a complaint says, without who brought it."""

from dataclasses import dataclass
from datetime import date

from desktop.papers import measures as m
from desktop.papers.body import body_rows
from desktop.papers.fonts import Faces
from desktop.papers.pages import Pages
from desktop.papers.secrecy import SECRECY
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.summary import Summary
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits
from desktop.views import CaseView, OfficeView

_TITLE, _TITLE_SIZE = "สรุปเรื่อง", 20.0


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """A summary as it is to be printed: plain words, nothing of which is parsed."""

    office: str
    group: str
    number: str
    to: str
    subject: str
    paragraphs: tuple[str, ...]
    made: date
    secrecy: str = ""


def summary_of(case: CaseView, told: Summary, office: OfficeView, on: date) -> SummaryFacts:
    """Sum a complaint up: of the register's own words only its number stands in it."""
    return SummaryFacts(
        office=office.facts.name,
        group=office.facts.group,
        number=str(case.number),
        to=told.to,
        subject=told.subject,
        paragraphs=tuple(part for part in told.facts.split("\n\n") if part.strip()),
        made=on,
        secrecy=SECRECY[case.secrecy],
    )


def render_summary(facts: SummaryFacts, faces: Faces, words: Words) -> Rendered:
    """Print a summary."""
    document = Document(_TITLE, faces, words, made=facts.made)
    pages = Pages(document, secrecy=facts.secrecy)
    sheet = pages.sheet
    size = sheet.faces.size(_TITLE_SIZE)
    sheet.write(m.CENTRE, _TITLE, font=sheet.faces.bold, size=size, align="centre")
    sheet.down(before=m.BEFORE)
    pages.field("เรื่อง", (facts.subject,))
    pages.field("ทะเบียนรับเลขที่", (thai_digits(facts.number),))
    pages.field("สำหรับ", (facts.to,))
    made = (facts.office, facts.group, long_date(facts.made))
    tail = m.BEFORE_CLOSING + m.LINE * len(made)
    pages.flow(body_rows(sheet, facts.paragraphs), tail)
    sheet.down(0, before=m.BEFORE_CLOSING)
    room = m.PAGE_WIDTH - m.RIGHT - m.CENTRE
    for text in made:
        for line in sheet.broken(text, room, room):
            pages.down(line, catch=0)
            pages.put(m.CENTRE, line)
    return document.rendered(pages.ended())
