"""Letters of a case: which kinds there are, what each asks and does, and how it goes its way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Secrecy, Urgency
from desktop.rules.numbering import Book


class LetterKind(StrEnum):
    """Which letter it is."""

    ACKNOWLEDGEMENT = "acknowledgement"
    MORE_INFORMATION = "more_information"
    PROGRESS = "progress"
    REFERRAL_NOTICE = "referral_notice"
    NOT_ACCEPTED = "not_accepted"
    RESULT = "result"
    EXTENSION_NOTICE = "extension_notice"
    REFERRAL = "referral"
    REMINDER = "reminder"
    EXPLANATION = "explanation"
    INVITATION = "invitation"
    SOURCE_REPORT = "source_report"
    SOURCE_EXTENSION = "source_extension"
    MEETING = "meeting"
    MEMO = "memo"
    ENTRUSTING = "entrusting"
    COMMITTEE = "committee"


class Form(StrEnum):
    """How the regulation lays a kind of letter out."""

    EXTERNAL = "external"
    """หนังสือภายนอก (ข้อ ๑๑)."""
    MEMO = "memo"
    """บันทึกข้อความ (ข้อ ๑๒)."""
    STAMPED = "stamped"
    """หนังสือประทับตรา (ข้อ ๑๓), where the office may send it."""
    ORDER = "order"
    """คำสั่ง (ข้อ ๑๖): to nobody by name, with a number of its own that carries the year."""


class Audience(StrEnum):
    """To whom a kind of letter goes; nothing of the petitioner stands in those to others."""

    PETITIONER = "petitioner"
    OTHERS = "others"
    INSIDE = "inside"


class Finding(StrEnum):
    """The three outcomes an acknowledgement may tell."""

    IN_AUTHORITY = "in_authority"
    REFERRED = "referred"
    SPECIAL_PROCEDURE = "special_procedure"


class Blank(StrEnum):
    """What the clerk fills in, because the register cannot know it; in the order it is asked."""

    PARTICULAR = "particular"
    """Whom the matter was entrusted or referred to, or the law that applies, by finding."""
    SUMMARY = "summary"
    BACKGROUND = "background"
    LAW = "law"
    CONSIDERATION = "consideration"
    PROPOSAL = "proposal"
    MEMBERS = "members"
    """A committee, one member a line: name, position, part."""
    DUTIES = "duties"
    WANTED = "wanted"
    ANSWER_BY = "answer_by"
    PROGRESS = "progress"
    AGENCY = "agency"
    ROUND = "round"
    OUR_LETTER = "our_letter"
    """Number and day of an earlier letter of ours, as they are cited."""
    GROUNDS = "grounds"
    FACTS_FOUND = "facts_found"
    REASON = "reason"
    UNTIL = "until"
    PURPOSE = "purpose"
    WHEN = "when"
    PLACE = "place"


BLOCKS = frozenset(
    {
        Blank.WANTED,
        Blank.PROGRESS,
        Blank.GROUNDS,
        Blank.FACTS_FOUND,
        Blank.REASON,
        Blank.SUMMARY,
        Blank.BACKGROUND,
        Blank.LAW,
        Blank.CONSIDERATION,
        Blank.PROPOSAL,
        Blank.MEMBERS,
        Blank.DUTIES,
        Blank.PURPOSE,
    }
)
"""Blanks that take more than a line."""


@dataclass(frozen=True, slots=True)
class LetterSpec:
    """A kind's line of the table: to whom, what it asks, and which clocks end when it leaves."""

    audience: Audience
    blanks: tuple[Blank, ...]
    stops: frozenset[ClockKind] = frozenset()
    form: Form = Form.EXTERNAL
    stampable: bool = False
    """What is no weighty matter, between offices, may go under the stamp (ข้อ ๑๓)."""


_B = Blank
_TOLD = frozenset({ClockKind.ACKNOWLEDGE})
_ANSWERED = frozenset({ClockKind.ACKNOWLEDGE, ClockKind.REPLY})
SPECS: Mapping[LetterKind, LetterSpec] = {
    LetterKind.ACKNOWLEDGEMENT: LetterSpec(Audience.PETITIONER, (_B.PARTICULAR,), _TOLD),
    LetterKind.MORE_INFORMATION: LetterSpec(Audience.PETITIONER, (_B.WANTED, _B.ANSWER_BY), _TOLD),
    LetterKind.PROGRESS: LetterSpec(Audience.PETITIONER, (_B.PROGRESS,), _ANSWERED),
    LetterKind.REFERRAL_NOTICE: LetterSpec(
        Audience.PETITIONER, (_B.AGENCY, _B.OUR_LETTER), _ANSWERED
    ),
    LetterKind.NOT_ACCEPTED: LetterSpec(Audience.PETITIONER, (_B.GROUNDS,), _ANSWERED),
    LetterKind.RESULT: LetterSpec(Audience.PETITIONER, (_B.FACTS_FOUND,), _ANSWERED),
    LetterKind.EXTENSION_NOTICE: LetterSpec(Audience.PETITIONER, (_B.REASON, _B.UNTIL), _ANSWERED),
    LetterKind.REFERRAL: LetterSpec(Audience.OTHERS, (_B.SUMMARY,), stampable=True),
    LetterKind.REMINDER: LetterSpec(Audience.OTHERS, (_B.ROUND, _B.OUR_LETTER), stampable=True),
    LetterKind.EXPLANATION: LetterSpec(
        Audience.OTHERS, (_B.SUMMARY, _B.WANTED, _B.ANSWER_BY), stampable=True
    ),
    LetterKind.INVITATION: LetterSpec(Audience.OTHERS, (_B.PURPOSE, _B.WHEN, _B.PLACE)),
    LetterKind.SOURCE_REPORT: LetterSpec(
        Audience.OTHERS, (_B.FACTS_FOUND,), frozenset({ClockKind.SENDER})
    ),
    LetterKind.SOURCE_EXTENSION: LetterSpec(Audience.OTHERS, (_B.REASON, _B.UNTIL)),
    LetterKind.MEETING: LetterSpec(Audience.OTHERS, (_B.PURPOSE, _B.WHEN, _B.PLACE)),
    LetterKind.MEMO: LetterSpec(
        Audience.INSIDE,
        (_B.BACKGROUND, _B.LAW, _B.CONSIDERATION, _B.PROPOSAL),
        form=Form.MEMO,
    ),
    LetterKind.ENTRUSTING: LetterSpec(
        Audience.INSIDE, (_B.BACKGROUND, _B.WANTED, _B.ANSWER_BY), form=Form.MEMO
    ),
    LetterKind.COMMITTEE: LetterSpec(
        Audience.INSIDE, (_B.MEMBERS, _B.DUTIES, _B.UNTIL), form=Form.ORDER
    ),
}
"""Every kind of letter that the office writes about a complaint."""

CLOSINGS: Mapping[str, str] = {
    "เรียน": "ขอแสดงความนับถือ",
    "กราบเรียน": "ขอแสดงความนับถืออย่างยิ่ง",
    "นมัสการ": "ขอนมัสการด้วยความเคารพ",
}
"""Salutations and the closing each asks for (ภาคผนวก ๒ of the regulation)."""


class LetterSeries(StrEnum):
    """Who gives a letter its number."""

    OURS = "ours"
    """We do, on issue."""
    CENTRAL = "central"
    """The office's central registry: number and day are blank until typed."""
    CIRCULAR = "circular"
    """We do, in a series of its own (ข้อ ๓๒)."""
    CENTRAL_CIRCULAR = "central_circular"
    SECRET = "secret"
    """We do, in the register of secrets sent (ทขล.๒)."""
    CENTRAL_SECRET = "central_secret"
    ORDERS = "orders"
    """The book of orders, which is not ours: blank until typed, like the central registry's."""
    UNNUMBERED = "unnumbered"
    """Nobody: a memo's number is left blank, as groups number theirs by hand or not at all."""


_OWN_BOOK = {Form.MEMO: LetterSeries.UNNUMBERED, Form.ORDER: LetterSeries.ORDERS}
_CIRCULAR = {
    LetterSeries.OURS: LetterSeries.CIRCULAR,
    LetterSeries.CENTRAL: LetterSeries.CENTRAL_CIRCULAR,
}
_SECRET = {
    LetterSeries.OURS: LetterSeries.SECRET,
    LetterSeries.CENTRAL: LetterSeries.CENTRAL_SECRET,
}
OUR_BOOKS: Mapping[LetterSeries, Book] = {
    LetterSeries.OURS: Book.LETTERS_OUT,
    LetterSeries.CIRCULAR: Book.CIRCULARS_OUT,
    LetterSeries.SECRET: Book.SECRETS_OUT,
}
"""Series that we number, and the books that give their numbers."""
MARKS: Mapping[LetterSeries, str] = {
    LetterSeries.CIRCULAR: "ว",
    LetterSeries.CENTRAL_CIRCULAR: "ว",
    LetterSeries.SECRET: "ลับ",
    LetterSeries.CENTRAL_SECRET: "ลับ",
}
"""What stands before the running number of a series apart."""
SECRETS_SENT = frozenset(_SECRET.values())
"""Series of the register of secrets sent."""
REGISTERED = frozenset({*_CIRCULAR, *_CIRCULAR.values()})
"""Series of the ordinary register of letters sent."""
TYPED = frozenset(
    {
        LetterSeries.CENTRAL,
        LetterSeries.CENTRAL_CIRCULAR,
        LetterSeries.CENTRAL_SECRET,
        LetterSeries.ORDERS,
    }
)
"""Series whose numbers and days others give."""
NUMBERING = (LetterSeries.OURS, LetterSeries.CENTRAL)
"""Between these an office chooses."""


class LetterStatus(StrEnum):
    """Where a letter stands."""

    AWAITING_NUMBER = "awaiting_number"
    ISSUED = "issued"
    PRINTED = "printed"
    SENT = "sent"
    ANSWERED = "answered"
    RETURNED = "returned"
    VOID = "void"


ON_THE_DESK = frozenset({LetterStatus.AWAITING_NUMBER, LetterStatus.ISSUED, LetterStatus.PRINTED})
"""A letter that has not left, and still has to."""
READY = frozenset({LetterStatus.ISSUED, LetterStatus.PRINTED})
"""A letter that may leave."""


DELIVERED = frozenset({LetterStatus.SENT, LetterStatus.ANSWERED})
"""A letter that left and did not come back."""


class Dispatch(StrEnum):
    """How a letter left."""

    HANDED_OVER = "handed_over"
    POST = "post"
    REGISTERED_POST = "registered_post"
    EMS = "ems"
    EMAIL = "email"
    FAX = "fax"


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What the clerk decided about a letter; number and date come on issue.

    `recipient` has one name a line: several, of other agencies only, make it a circular.
    `finding` is of acknowledgements only. `subject`, `references` and `paragraphs`, when given,
    replace what the wording composes.
    """

    complaint_id: int
    kind: LetterKind
    recipient: str
    salutation: str
    signatory_id: int
    blanks: Mapping[Blank, str] = field(default_factory=dict)
    finding: Finding | None = None
    subject: str | None = None
    references: tuple[str, ...] | None = None
    enclosures: tuple[str, ...] = ()
    copies_to: str = ""
    urgency: Urgency = Urgency.NONE
    paragraphs: tuple[str, ...] | None = None
    secrecy: Secrecy = Secrecy.NONE
    within: datetime | None = None
    """The moment by which it must be with its recipient; said in the speed class's place."""
    stamped: bool = False
    identity_reason: str = ""
    """Why others are told who the petitioner is, where an enclosure's line tells it."""

    @property
    def spec(self) -> LetterSpec:
        """This kind's line of the table."""
        return SPECS[self.kind]

    @property
    def form(self) -> Form:
        """How it is laid out."""
        return Form.STAMPED if self.stamped else self.spec.form

    @property
    def recipients(self) -> tuple[str, ...]:
        """Those it goes to, each with a letter of their own."""
        return tuple(self.recipient.splitlines()) or ("",)

    @property
    def circular(self) -> bool:
        """Tell whether it is one text to several."""
        return len(self.recipients) > 1

    def series(self, of_letters: LetterSeries) -> LetterSeries:
        """Return the series it is numbered in, where the office numbers its letters so."""
        if self.form in _OWN_BOOK:
            return _OWN_BOOK[self.form]
        if self.secrecy is not Secrecy.NONE:
            return _SECRET[of_letters]
        return _CIRCULAR[of_letters] if self.circular else of_letters
