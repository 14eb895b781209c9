"""The letters of a dossier: ours from the draft to the post, and the one that brought it."""

from dataclasses import replace
from datetime import datetime, time

from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.corresponding import IssueLetter, NumberLetter, issue, number_letter
from desktop.acts.dispatching import RecordPrinted, RecordSent, record_printed, record_sent
from desktop.demo.dossiers import Moment, letter_key
from desktop.rules.complaint import Secrecy, Urgency
from desktop.rules.letters import Blank, Dispatch, Finding, LetterDraft, LetterKind
from desktop.rules.office import Signatory
from desktop.rules.thai.dates import at_office

_CLOSES = time(16, 30)


def write_letter(at: Moment) -> None:
    """Issue a letter, let the book of orders number it where it must, and let it leave."""
    told = at.told
    letter_id = issue(
        IssueLetter(letter_key(told["name"]), _draft(at)), at.desk, at.actor
    ).letter_id
    if "number" in told:
        number_letter(NumberLetter(letter_id, told["number"], at.day), at.desk, at.actor)
    if "send" in told:
        record_printed(RecordPrinted(letter_id), at.desk, at.actor)
        way = Dispatch(told["send"])
        sent = RecordSent(letter_id, way, at.at, told.get("tracking", ""))
        record_sent(sent, at.desk, at.actor)


def enclose_letter(at: Moment) -> None:
    """Keep the letter by which another agency sent the matter, as a file that came by e-mail."""
    told, intake = at.told, at.dossier.told["intake"]
    case = at.desk.reading.case(at.actor, at.dossier.case_id)
    ours = at.desk.reading.office(at.day)
    sender = replace(
        ours.facts,
        name=intake["sender"],
        address=told["address"],
        group=told["group"],
        phone=told["phone"],
        email="",
    )
    signs = Signatory(0, told["signer"], told["position"])
    draft = LetterDraft(
        case.id,
        LetterKind.REFERRAL,
        ours.facts.director_title,
        "เรียน",
        0,
        subject=case.matter.subject,
        references=(),
        paragraphs=tuple(told["paragraphs"]),
        urgency=case.intake.urgency,
    )
    theirs = replace(ours, facts=sender, signatories=(signs,))
    dated = case.intake.letter_date
    pdf = at.desk.press.letter(case, draft, theirs, intake["number"], dated, at.day).pdf
    attach(AttachFiles(case.id, (NewFile(told["file"], pdf),)), at.desk, at.actor)


def _draft(at: Moment) -> LetterDraft:
    told = at.told
    finding, paragraphs = told.get("finding"), told.get("paragraphs")
    return LetterDraft(
        at.dossier.case_id,
        LetterKind(told["kind"]),
        told["to"],
        told.get("as", "เรียน"),
        _signatory(at),
        blanks={Blank(name): at.filled(text) for name, text in told["blanks"].items()},
        finding=None if finding is None else Finding(finding),
        enclosures=tuple(told.get("enclosures", ())),
        copies_to=told.get("copies", ""),
        urgency=Urgency(told.get("urgency", "none")),
        paragraphs=None if paragraphs is None else tuple(paragraphs),
        secrecy=Secrecy(told.get("secrecy", "")),
        within=_within(at),
        stamped=told.get("stamped", False),
    )


def _signatory(at: Moment) -> int:
    """Return who signs: the director, where nobody else is named."""
    signatories = at.desk.reading.office(at.day).signatories
    name = at.told.get("signs", signatories[0].name)
    return next(one.id for one in signatories if one.name == name and one.id is not None)


def _within(at: Moment) -> datetime | None:
    if "within" not in at.told:
        return None
    return at_office(at.workday(at.told["within"]), _CLOSES)
