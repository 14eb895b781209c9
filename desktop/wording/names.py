"""What the enums of the office are called; message ids, put into words by `_`."""

from collections.abc import Mapping

from desktop.rules.books import OfficeBook
from desktop.rules.calendar import HolidayKind
from desktop.rules.case import StepKind
from desktop.rules.catalogue import CheckEvery
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.complaint import (
    ChannelKind,
    ComplaintType,
    ContactWay,
    Outcome,
    PetitionerKind,
    Secrecy,
    Status,
    Urgency,
)
from desktop.rules.letters import (
    Blank,
    Dispatch,
    Finding,
    Form,
    LetterKind,
    LetterSeries,
    LetterStatus,
)
from desktop.rules.office import Garuda
from desktop.rules.people import Role
from desktop.rules.policy import Complexity
from desktop.rules.priority import Priority
from desktop.rules.proposing import ProposalMove, ProposalStep
from desktop.rules.routing import Inquirer, Rank
from desktop.views import AgendaKind, Alike, RegisterView
from desktop.wording import N_

STATUS: Mapping[Status, str] = {
    Status.RECEIVED: N_("Received"),
    Status.SCREENING: N_("Screening"),
    Status.AWAITING_ORDER: N_("Awaiting order"),
    Status.ASSIGNED: N_("Assigned"),
    Status.IN_PROGRESS: N_("In progress"),
    Status.WAITING_PETITIONER: N_("Waiting for petitioner"),
    Status.WAITING_AGENCY: N_("Waiting for agency"),
    Status.WAITING_COURT: N_("Waiting for court"),
    Status.CLOSING_PROPOSED: N_("Closing proposed"),
    Status.CLOSED: N_("Closed"),
    Status.INFORMED: N_("Petitioner informed"),
    Status.ARCHIVED: N_("Archived"),
    Status.NOT_ACCEPTED: N_("Not accepted"),
    Status.RETURNED: N_("Returned"),
    Status.REFERRED: N_("Referred"),
    Status.WITHDRAWN: N_("Withdrawn"),
    Status.MERGED: N_("Merged"),
}

PRIORITY: Mapping[Priority, str] = {
    Priority.NORMAL: N_("Normal"),
    Priority.URGENT: N_("Urgent"),
    Priority.VERY_URGENT: N_("Very urgent"),
    Priority.MOST_URGENT: N_("Most urgent"),
}

URGENCY: Mapping[Urgency, str] = {
    Urgency.NONE: N_("No speed class"),
    Urgency.URGENT: N_("Urgent"),
    Urgency.VERY_URGENT: N_("Very urgent"),
    Urgency.MOST_URGENT: N_("Most urgent"),
}

SECRECY: Mapping[Secrecy, str] = {
    Secrecy.NONE: N_("No secrecy class"),
    Secrecy.SECRET: N_("Secret"),
    Secrecy.VERY_SECRET: N_("Very secret"),
    Secrecy.MOST_SECRET: N_("Most secret"),
}

COMPLAINT_TYPE: Mapping[ComplaintType, str] = {
    ComplaintType.COMPLAINT: N_("Complaint"),
    ComplaintType.GRIEVANCE: N_("Grievance"),
    ComplaintType.INQUIRY: N_("Inquiry"),
    ComplaintType.SUGGESTION: N_("Suggestion"),
    ComplaintType.TIP: N_("Tip-off"),
    ComplaintType.PRAISE: N_("Praise"),
}

CHANNEL_KIND: Mapping[ChannelKind, str] = {
    ChannelKind.LETTER: N_("Letter"),
    ChannelKind.PHONE: N_("Phone"),
    ChannelKind.WALK_IN: N_("Walk-in"),
    ChannelKind.OTHER: N_("Other channel"),
}

PETITIONER_KIND: Mapping[PetitionerKind, str] = {
    PetitionerKind.PERSON: N_("Person"),
    PetitionerKind.GROUP: N_("Group"),
    PetitionerKind.AGENCY: N_("Agency"),
    PetitionerKind.ANONYMOUS: N_("Anonymous"),
}

CONTACT_WAY: Mapping[ContactWay, str] = {
    ContactWay.LETTER: N_("By letter"),
    ContactWay.PHONE: N_("By phone"),
    ContactWay.EMAIL: N_("By e-mail"),
    ContactWay.IN_PERSON: N_("In person"),
    ContactWay.NONE: N_("Need not be told"),
}

OUTCOME: Mapping[Outcome, str] = {
    Outcome.SOLVED: N_("Solved"),
    Outcome.EXPLAINED: N_("Explained"),
    Outcome.UNFOUNDED: N_("Unfounded"),
    Outcome.FOUNDED: N_("Founded"),
    Outcome.REFERRED: N_("Referred to the agency in charge"),
    Outcome.NOT_IN_AUTHORITY: N_("Outside our authority"),
    Outcome.WITHDRAWN: N_("Withdrawn by the petitioner"),
    Outcome.NO_EVIDENCE: N_("Not enough evidence"),
}

ROLE: Mapping[Role, str] = {
    Role.CLERK: N_("Front-desk clerk"),
    Role.OWNER: N_("Case owner"),
    Role.SUPERVISOR: N_("Supervisor"),
    Role.DIRECTOR: N_("Director"),
    Role.SECRET_REGISTRAR: N_("Secret registrar"),
    Role.ADMINISTRATOR: N_("Administrator"),
}

CLOCK: Mapping[ClockKind, str] = {
    ClockKind.ACKNOWLEDGE: N_("Acknowledge"),
    ClockKind.REPLY: N_("Reply"),
    ClockKind.RESOLVE: N_("Resolve"),
    ClockKind.SENDER: N_("Report to the sending agency"),
    ClockKind.LETTER: N_("Answer to a letter"),
}

UNIT: Mapping[Unit, str] = {
    Unit.WORKING_MINUTES: N_("working minutes"),
    Unit.WORKING_DAYS: N_("working days"),
    Unit.CALENDAR_DAYS: N_("days"),
}

HOLIDAY_KIND: Mapping[HolidayKind, str] = {
    HolidayKind.REGULAR: N_("yearly"),
    HolidayKind.SUBSTITUTE: N_("in lieu"),
    HolidayKind.SPECIAL: N_("extra"),
}
COMPLEXITY: Mapping[Complexity, str] = {
    Complexity.GENERAL: N_("General matters"),
    Complexity.FACT_FINDING: N_("Matters that need fact-finding"),
    Complexity.COMPLEX: N_("Complex matters"),
}
LETTER_KIND: Mapping[LetterKind, str] = {
    LetterKind.ACKNOWLEDGEMENT: N_("Acknowledgement letter"),
    LetterKind.MORE_INFORMATION: N_("Request for more information"),
    LetterKind.PROGRESS: N_("Progress letter"),
    LetterKind.REFERRAL_NOTICE: N_("Notice of referral"),
    LetterKind.NOT_ACCEPTED: N_("Notice of non-acceptance"),
    LetterKind.RESULT: N_("Letter of result"),
    LetterKind.EXTENSION_NOTICE: N_("Notice of extension"),
    LetterKind.REFERRAL: N_("Referral to an agency"),
    LetterKind.REMINDER: N_("Reminder to an agency"),
    LetterKind.EXPLANATION: N_("Request for explanation"),
    LetterKind.INVITATION: N_("Invitation to give a statement"),
    LetterKind.SOURCE_REPORT: N_("Report to the sending agency"),
    LetterKind.SOURCE_EXTENSION: N_("Request to extend the report"),
    LetterKind.MEETING: N_("Invitation to a meeting"),
    LetterKind.MEMO: N_("Memo to the director"),
    LetterKind.ENTRUSTING: N_("Memo entrusting the work"),
    LetterKind.COMMITTEE: N_("Order appointing a fact-finding committee"),
}

BLANK: Mapping[Blank, str] = {
    Blank.PARTICULAR: N_("Entrusted to"),
    Blank.WANTED: N_("What is asked for"),
    Blank.ANSWER_BY: N_("Answer by"),
    Blank.PROGRESS: N_("How far the matter is"),
    Blank.AGENCY: N_("Agency in charge"),
    Blank.OUR_LETTER: N_("Our letter (number, dated)"),
    Blank.GROUNDS: N_("Ground"),
    Blank.FACTS_FOUND: N_("Facts found and result"),
    Blank.REASON: N_("Reason"),
    Blank.UNTIL: N_("Until"),
    Blank.SUMMARY: N_("Summary without the petitioner's name"),
    Blank.BACKGROUND: N_("Background and facts"),
    Blank.LAW: N_("Law and rules that apply"),
    Blank.CONSIDERATION: N_("Considerations"),
    Blank.PROPOSAL: N_("Proposal"),
    Blank.MEMBERS: N_("Committee, one member a line"),
    Blank.DUTIES: N_("Duties"),
    Blank.ROUND: N_("Which reminder"),
    Blank.WHEN: N_("Day and time"),
    Blank.PLACE: N_("Place"),
    Blank.PURPOSE: N_("Purpose"),
}

FIELD: Mapping[str, str] = {
    "type": N_("Type"),
    "office": N_("Office name"),
    "group": N_("Office group"),
    "phone": N_("Phone"),
    "channel": N_("Channel"),
    "manner": N_("how it was brought, as a phrase"),
    "when": N_("the petition's date, if any"),
    "petition": N_("the petition, cited"),
    "subject": N_("Subject"),
    "number": N_("Complaint number"),
    "registered": N_("Registered"),
    "code": N_("Tracking code"),
    "last_letter": N_("our last letter to the petitioner, cited"),
    "source_letter": N_("the sending agency's letter, cited"),
    "source_from": N_("the sending agency"),
}

LETTER_FORM: Mapping[Form, str] = {
    Form.EXTERNAL: N_("Official letter, signed"),
    Form.STAMPED: N_("Stamped letter"),
}
"""Forms between which a letter may choose."""

LETTER_SERIES: Mapping[LetterSeries, str] = {
    LetterSeries.OURS: N_("We number on issue"),
    LetterSeries.CENTRAL: N_("The central registry numbers after signing"),
    LetterSeries.CIRCULAR: N_("Our circulars"),
    LetterSeries.CENTRAL_CIRCULAR: N_("Circulars of the central registry"),
    LetterSeries.SECRET: N_("Our register of secrets sent"),
    LetterSeries.CENTRAL_SECRET: N_("The central registry's secrets"),
    LetterSeries.ORDERS: N_("Book of orders"),
    LetterSeries.UNNUMBERED: N_("No number"),
}

LETTER_STATUS: Mapping[LetterStatus, str] = {
    LetterStatus.AWAITING_NUMBER: N_("Awaiting number"),
    LetterStatus.ISSUED: N_("Not printed yet"),
    LetterStatus.PRINTED: N_("Printed"),
    LetterStatus.SENT: N_("Sent"),
    LetterStatus.ANSWERED: N_("Answered"),
    LetterStatus.RETURNED: N_("Came back"),
    LetterStatus.VOID: N_("Void"),
}

PROPOSAL_STEP: Mapping[ProposalStep, str] = {
    ProposalStep.DRAFT: N_("Draft"),
    ProposalStep.CHECKED: N_("Checked"),
    ProposalStep.SIGNED: N_("Signed"),
    ProposalStep.ISSUED: N_("Issued"),
    ProposalStep.DISCARDED: N_("Discarded"),
}

PROPOSAL_MOVE: Mapping[ProposalMove, str] = {
    ProposalMove.KEEP: N_("Keep draft"),
    ProposalMove.CHECK: N_("Checked…"),
    ProposalMove.SEND_BACK: N_("Send back…"),
    ProposalMove.SIGN: N_("Signed…"),
    ProposalMove.ISSUE: N_("Issue"),
    ProposalMove.DISCARD: N_("Discard…"),
}

FINDING: Mapping[Finding, str] = {
    Finding.IN_AUTHORITY: N_("Within our authority"),
    Finding.REFERRED: N_("Outside our authority, referred"),
    Finding.SPECIAL_PROCEDURE: N_("A law sets its own procedure"),
}

DISPATCH: Mapping[Dispatch, str] = {
    Dispatch.HANDED_OVER: N_("Handed over"),
    Dispatch.POST: N_("Ordinary post"),
    Dispatch.REGISTERED_POST: N_("Registered post"),
    Dispatch.EMS: N_("Express post (EMS)"),
    Dispatch.EMAIL: N_("E-mail"),
    Dispatch.FAX: N_("Fax"),
}

OFFICE_BOOK: Mapping[OfficeBook, str] = {
    OfficeBook.COMPLAINTS: N_("Register of complaints"),
    OfficeBook.LETTERS_IN: N_("Register of letters received"),
    OfficeBook.LETTERS_OUT: N_("Register of letters sent"),
    OfficeBook.DELIVERY: N_("Delivery book"),
    OfficeBook.POST: N_("Post office list"),
    OfficeBook.SECRETS_IN: N_("Secrets received (form 1)"),
    OfficeBook.SECRETS_OUT: N_("Secrets sent (form 2)"),
    OfficeBook.SECRETS_KEPT: N_("Secrets kept (form 3)"),
}

GARUDA: Mapping[Garuda, str] = {
    Garuda.PREPRINTED: N_("Pre-printed paper (space is left)"),
    Garuda.IMAGE: N_("The office's own picture"),
    Garuda.NONE: N_("No emblem"),
}

REGISTER_VIEW: Mapping[RegisterView, str] = {
    RegisterView.ALL: N_("All complaints"),
    RegisterView.MINE: N_("My work"),
    RegisterView.UNASSIGNED: N_("Unassigned"),
    RegisterView.SOON: N_("Due soon"),
    RegisterView.LATE: N_("Overdue"),
    RegisterView.WAITING: N_("Waiting for others"),
    RegisterView.CHILD_DANGER: N_("Child in danger, not taken over"),
    RegisterView.NO_CONTACT: N_("Petitioner has not heard from us"),
    RegisterView.WAIT_OVER: N_("Waiting longer than expected"),
    RegisterView.REFERRAL_OVER: N_("Referrals not answered in time"),
    RegisterView.INQUIRY_OVER: N_("Inquiries past their day"),
    RegisterView.HIDDEN: N_("Hidden complaints"),
}

RANK: Mapping[Rank, str] = {
    Rank.SCHOOL_STAFF: N_("Teacher, deputy principal or school staff"),
    Rank.PRINCIPAL: N_("School principal"),
    Rank.OFFICE_STAFF: N_("Staff of this office"),
    Rank.DIRECTOR: N_("The director of this office"),
}

INQUIRER: Mapping[Inquirer, str] = {
    Inquirer.PRINCIPAL: N_("the school principal inquires"),
    Inquirer.DIRECTOR: N_("the director orders the inquiry"),
    Inquirer.SUPERIOR_AGENCY: N_("the superior agency inquires"),
}

ALIKE: Mapping[Alike, str] = {
    Alike.PERSON: N_("same person"),
    Alike.SUBJECT: N_("same subject"),
    Alike.PLACE: N_("same place"),
}

AGENDA: Mapping[AgendaKind, str] = {
    AgendaKind.CHILD_DANGER: N_("Child in danger, not taken over"),
    AgendaKind.LATE: N_("Overdue"),
    AgendaKind.TODAY: N_("Due today"),
    AgendaKind.WARNED: N_("Time is running out"),
    AgendaKind.PROMISED: N_("A word was promised for today"),
    AgendaKind.NO_CONTACT: N_("Petitioner has not heard from us"),
    AgendaKind.WAIT_OVER: N_("Waiting longer than expected"),
    AgendaKind.REFERRAL_OVER: N_("Referrals not answered in time"),
    AgendaKind.INQUIRY_OVER: N_("Inquiries past their day"),
}

CHECK_EVERY: Mapping[CheckEvery, str] = {
    CheckEvery.WORKDAY: N_("Every working day"),
    CheckEvery.DAY: N_("Every day"),
    CheckEvery.WEEK: N_("Once a week"),
    CheckEvery.ARRIVAL: N_("Whenever somebody comes"),
    CheckEvery.NEVER: N_("By no rule"),
}

STEP: Mapping[StepKind, str] = {
    StepKind.REGISTERED: N_("Registered"),
    StepKind.CORRECTED: N_("Corrected"),
    StepKind.CLASSIFIED: N_("Secrecy class set"),
    StepKind.ASSIGNED: N_("Assigned"),
    StepKind.ASSIGNMENT_UNDONE: N_("Assignment taken back"),
    StepKind.HANDED_OVER: N_("Work handed over"),
    StepKind.HAND_OVER_UNDONE: N_("Hand-over taken back"),
    StepKind.NOTED: N_("Step noted"),
    StepKind.STATED: N_("Statement recorded"),
    StepKind.SUMMARISED: N_("Summary made for others"),
    StepKind.RELEASED: N_("File given to others"),
    StepKind.ATTACHED: N_("File attached"),
    StepKind.ACKNOWLEDGED: N_("Acknowledged by word of mouth"),
    StepKind.SIGNED: N_("Read back and signed"),
    StepKind.LETTER_DRAFTED: N_("Letter drafted"),
    StepKind.LETTER_REDRAFTED: N_("Approved draft changed"),
    StepKind.LETTER_CHECKED: N_("Draft checked"),
    StepKind.LETTER_SENT_BACK: N_("Draft sent back"),
    StepKind.LETTER_SIGNED: N_("Draft signed"),
    StepKind.LETTER_DISCARDED: N_("Draft discarded"),
    StepKind.LETTER_ISSUED: N_("Letter issued"),
    StepKind.LETTER_PRINTED: N_("Letter printed"),
    StepKind.LETTER_REPRINTED: N_("Spoiled original printed again"),
    StepKind.LETTER_CORRECTED: N_("Letter corrected before it left"),
    StepKind.LETTER_NUMBERED: N_("Letter numbered"),
    StepKind.LETTER_SENT: N_("Letter sent"),
    StepKind.LETTER_RETURNED: N_("Letter came back"),
    StepKind.LETTER_RECEIVED: N_("Letter received"),
    StepKind.INCOMING_CORRECTED: N_("Record of a letter that came corrected"),
    StepKind.INCOMING_WITHDRAWN: N_("Record of a letter that came withdrawn"),
    StepKind.LETTER_VOIDED: N_("Letter voided"),
    StepKind.REFERRED: N_("Referred"),
    StepKind.ANSWERED: N_("Petitioner answered"),
    StepKind.CLOSED: N_("Closed"),
    StepKind.SCREENED: N_("Screened"),
    StepKind.STARTED: N_("Work begun"),
    StepKind.LAID_BEFORE: N_("Laid before the director"),
    StepKind.ORDERED: N_("Order recorded"),
    StepKind.INVESTIGATED: N_("Committee appointed"),
    StepKind.FOUND: N_("Committee reported"),
    StepKind.CHILD_PROTECTED: N_("Child's matter taken over"),
    StepKind.WAITED: N_("Waiting"),
    StepKind.RESUMED: N_("Went on after waiting"),
    StepKind.EXTENDED: N_("Time extended"),
    StepKind.EXTENSION_REMOVED: N_("Extension withdrawn"),
    StepKind.CLOSING_PROPOSED: N_("Closing proposed"),
    StepKind.SENT_BACK: N_("Sent back to work on"),
    StepKind.ARCHIVED: N_("Archived"),
    StepKind.NOT_ACCEPTED: N_("Not accepted"),
    StepKind.HANDED_BACK: N_("Returned to sender"),
    StepKind.WITHDRAWN: N_("Withdrawn by the petitioner"),
    StepKind.MERGED: N_("Merged into another complaint"),
    StepKind.TOOK_IN: N_("Took in another complaint"),
    StepKind.UNMERGED: N_("Merger undone"),
    StepKind.LINKED: N_("Tied to another complaint"),
    StepKind.SPLIT: N_("Split off"),
    StepKind.REOPENED: N_("Reopened"),
    StepKind.APPEALED: N_("Review asked for"),
    StepKind.UNLINKED: N_("Untied from another complaint"),
    StepKind.INQUIRY_EXTENDED: N_("Committee given more time"),
    StepKind.LETTER_REPLIED: N_("Letter answered"),
    StepKind.HIDDEN: N_("Hidden"),
    StepKind.RESTORED: N_("Brought back"),
    StepKind.REFERRAL_ANSWERED: N_("Referral answered"),
    StepKind.REMINDED: N_("Agency reminded"),
    StepKind.RECOUNTED: N_("Due dates counted anew"),
    StepKind.CONTACT_PROMISED: N_("Next word promised"),
    StepKind.SURVEYED: N_("Asked how satisfied the petitioner is"),
    StepKind.INTEREST_DECLARED: N_("Interest declared"),
    StepKind.INTEREST_LIFTED: N_("Interest lifted"),
    StepKind.RECOGNISED: N_("Accused recognised as one of our people"),
    StepKind.VIEWED: N_("Opened"),
}
