"""The sentence for every refusal: what is wrong, and what to do next."""

from collections.abc import Mapping

from desktop.errors import Refused
from desktop.rules.complaint import Status
from desktop.rules.letters import LetterKind
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import thai_digits
from desktop.wording import N_, _, language
from desktop.wording.names import LETTER_KIND, STATUS

SENTENCES: Mapping[Reason, str] = {
    Reason.NOT_ALLOWED: N_("Your role does not allow this. Ask a supervisor or the administrator."),
    Reason.NOT_VISIBLE: N_("This complaint is restricted; you cannot open it."),
    Reason.INCOMING_WITHDRAWN: N_("The record of this letter was withdrawn already."),
    Reason.BEGAN_ANEW: N_(
        "Complaint {number} was taken up again with this letter, so its record stays."
    ),
    Reason.LETTER_NOT_VISIBLE: N_(
        "This is a secret letter; only who made it and those who may see secrets open it."
    ),
    Reason.REQUIRED: N_("Please fill this in."),
    Reason.TOO_LONG: N_(
        "{length} characters are too many; at most {limit}. Shorten it or attach it as a file."
    ),
    Reason.NOT_A_DATE: N_("This is not a date. Type day/month/Buddhist year, as in 15/7/2569."),
    Reason.NO_SUCH_DAY: N_("There is no such day in the calendar. Check day and month."),
    Reason.TWO_DIGIT_YEAR: N_("Type the year with all four digits, as in 2569."),
    Reason.CHRISTIAN_YEAR: N_("This is a Christian year. Did you mean {suggestion}?"),
    Reason.YEAR_OUT_OF_RANGE: N_("This year is too far away. Type the Buddhist year, as in 2569."),
    Reason.NOT_A_TIME: N_("This is not a time. Type hours and minutes, as in 13.45."),
    Reason.IN_THE_FUTURE: N_("This day or time has not come yet. Check it."),
    Reason.IN_THE_PAST: N_("This day or time has passed already. Check it."),
    Reason.CONFIRM_FUTURE: N_("The received time has not come yet. Save again if it is right."),
    Reason.CONFIRM_BEFORE_LETTER: N_(
        "Received before the letter's own date. Save again if it is right."
    ),
    Reason.CONFIRM_UNPRINTED: N_(
        "This letter has not been printed yet. If it did leave, as by e-mail, save again."
    ),
    Reason.CONFIRM_UNCORRECTED: N_(
        "You began to correct this letter and did not save it. If it left as it was, save"
        " again: what you typed is kept as a draft."
    ),
    Reason.CONFIRM_CITIZEN_ID: N_(
        "The check digit of this ID number does not fit. Save again if it is as written."
    ),
    Reason.CONFIRM_BLANK: N_("[{name}] is still blank. Save again to leave it so."),
    Reason.CONFIRM_PHONE: N_("This does not look like a phone number. Save again if it is right."),
    Reason.BAD_EMAIL: N_("This is not an e-mail address. It should look like name@example.go.th."),
    Reason.BAD_NUMBER: N_("Type a whole number of 1 or more."),
    Reason.NAME_NEEDED: N_("Type the petitioner's name, or choose “Anonymous” if nobody signed."),
    Reason.HEADING_NEEDED: N_("Type what the group or agency is called."),
    Reason.INACTIVE_CHOICE: N_("“{name}” is no longer in use. Choose another."),
    Reason.UNKNOWN_CHOICE: N_("This choice cannot be made here. Choose another."),
    Reason.WRONG_STATUS: N_("This cannot be done while the complaint is “{status}”."),
    Reason.WRONG_STEP: N_("This cannot be done with the draft where it stands. Read it again."),
    Reason.TEXT_NOT_APPROVED: N_(
        "These are not the words that were checked or signed. Keep the draft and put it up again."
    ),
    Reason.OWNER_IS_ACCUSED: N_(
        "This person is accused in complaint {number} and cannot be its owner."
    ),
    Reason.OWNER_CANNOT_WORK: N_("{name} has no role that works on cases. Choose another owner."),
    Reason.DUE_BEFORE_RECEIPT: N_("Due before complaint {number} was received. Check the day."),
    Reason.REFERRAL_NEEDED: N_(
        "Refer the complaint first: to whom, letter number and date, with “Refer…”."
    ),
    Reason.LATE_REASON_NEEDED: N_("The complaint is past its due date. Tell why it is late."),
    Reason.EVIDENCE_NEEDED: N_("Tell what shows the outcome, or why there is nothing to show."),
    Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS: N_(
        "Nobody signed this complaint, so there is nobody to write to."
    ),
    Reason.LETTER_ALREADY_SENT: N_("Letter {number} was already recorded as sent."),
    Reason.NO_SIGNATORY: N_("Choose who signs. The administrator adds names under Settings."),
    Reason.UNPRINTABLE: N_("These characters cannot be printed: {characters}"),
    Reason.EMPTY_FILE: N_("“{name}” is empty (0 bytes). Check the file and attach it again."),
    Reason.FILE_TOO_LARGE: N_(
        "“{name}” is larger than {megabytes} MB. Make it smaller or split it."
    ),
    Reason.FILE_UNREADABLE: N_("“{name}” could not be read. Check that it is still there."),
    Reason.NOT_A_SCAN: N_("“{name}” is not a scan. Attach a PDF, JPG or PNG file."),
    Reason.TOO_MANY_FILES: N_("At most {most} files can be added at once."),
    Reason.PDF_PROTECTED: N_(
        "“{name}” is protected and cannot be stamped. Print it and stamp the paper."
    ),
    Reason.PDF_DAMAGED: N_(
        "“{name}” is damaged and cannot be stamped. Ask for it to be sent again."
    ),
    Reason.PASSWORD_TOO_SHORT: N_("At least {shortest} characters; 15 or more are better."),
    Reason.PASSWORD_TOO_COMMON: N_("This password is easily guessed. Choose another."),
    Reason.PASSWORDS_DIFFER: N_("The two passwords are not the same. Type them again."),
    Reason.WRONG_PASSWORD: N_(
        "User name or password is wrong. Check Caps Lock and the keyboard language."
    ),
    Reason.TRY_LATER: N_("Too many wrong tries. Try again in {seconds} s."),
    Reason.VIEW_THERE: N_("There is a view named “{name}”. Choose another name."),
    Reason.USERNAME_TAKEN: N_("User name “{name}” is taken. Choose another."),
    Reason.LAST_ADMINISTRATOR: N_("The office needs at least one administrator."),
    Reason.NAME_THERE: N_(
        "“{name}” is in the list already. Give another name, or use that one again."
    ),
    Reason.LAST_CATEGORY: N_(
        "This is the last category in use, and every complaint needs one. Add another first."
    ),
    Reason.LAST_CHANNEL: N_(
        "This is the last channel of its kind in use, and every kind needs one. Use another first."
    ),
    Reason.LAST_SOURCE: N_(
        "This is the last source in use, and every complaint needs one. Use another first."
    ),
    Reason.ALREADY_OPEN: N_("This office has been set up already."),
    Reason.BEFORE_RECEIPT: N_("This is before the complaint was received. Check the day and time."),
    Reason.LETTER_HAS_LEFT: N_(
        "Letter {number} has left; its text stays as sent. Write a correcting letter."
    ),
    Reason.LETTER_NOT_SENT: N_("Letter {number} has not left yet."),
    Reason.LETTER_IS_VOID: N_("Letter {number} is void. Write a new one."),
    Reason.LETTER_HAS_NUMBER: N_("This letter has its number already: {number}."),
    Reason.NUMBER_NEEDED: N_("The letter has no number yet. Type the central number first."),
    Reason.NUMBER_TAKEN: N_("Number {number} was given to another letter. Check the number."),
    Reason.BEFORE_SENDING: N_("This is before letter {number} left. Check the day and time."),
    Reason.BEFORE_ISSUE: N_("This is before letter {number} was issued. Check the day."),
    Reason.PERIOD_BACKWARDS: N_("The first day is after the last. Check the period."),
    Reason.BEFORE_WAIT: N_("The wait began later than that. Give a later time."),
    Reason.WAITS_OVERLAP: N_("Another wait was on then. Give a time after it ended."),
    Reason.NOT_WAITING: N_("Complaint {number} is not waiting for anybody."),
    Reason.PETITIONER_NOT_TOLD: N_(
        "The petitioner of complaint {number} has not been answered yet."
    ),
    Reason.NOT_LATER: N_("Give a day later than the day it falls due now."),
    Reason.ALREADY_REMOVED: N_("This extension no longer holds."),
    Reason.SAME_CASE: N_("Choose another complaint."),
    Reason.MERGED_ALREADY: N_(
        "Complaint {number} has itself been merged. Choose the one it went on in."
    ),
    Reason.MERGER_TOO_OLD: N_("A merger can be undone within {days} days."),
    Reason.NOT_LINKED: N_("These complaints are not tied to each other."),
    Reason.INQUIRY_OPEN: N_("A committee is at work already. Record its report first."),
    Reason.NO_INQUIRY: N_("No committee is at work."),
    Reason.NOT_HIDDEN: N_("Complaint {number} is not hidden."),
    Reason.CHILD_NOT_IN_DANGER: N_("Complaint {number} is not marked as danger to a child."),
    Reason.ALREADY_ANSWERED: N_("This referral has been answered already."),
    Reason.SUPERIOR_AGENCY: N_("A complaint against the director goes to the superior agency."),
    Reason.OWNER_HAS_INTEREST: N_(
        "This person declared an interest in complaint {number} and cannot be its owner."
    ),
    Reason.NO_INTEREST: N_("This person has declared no interest in complaint {number}."),
    Reason.LADDER_FALLS: N_(
        "Type percents from 1 to 100: owner first, then supervisor, then director."
    ),
    Reason.ORDER_NEEDED: N_("Record the order first."),
    Reason.SOMEBODY_SIGNED: N_("Complaint {number} is signed. Choose another ground."),
    Reason.TEST_NEEDED: N_("Tick at least one test that it fails."),
    Reason.BEFORE_CLOSING: N_("Complaint {number} was still open then."),
    Reason.BEFORE_ORDER: N_("This day lies before the order."),
    Reason.BEFORE_LETTER: N_("This moment lies before the letter came."),
    Reason.OVERTAKEN: N_("What followed this letter was done before that. Check the day and time."),
    Reason.SAME_DAY: N_("A child in danger is acted for the same day. Write why it was later."),
    Reason.NOBODY_TO_TELL: N_("Nobody signed complaint {number}: there is nobody to tell."),
    Reason.NOBODY_TO_ASK: N_("Nobody signed complaint {number}: there is nobody to ask."),
    Reason.LETTER_ANSWERED: N_("This letter needs no answer any more."),
    Reason.IS_HIDDEN: N_("Complaint {number} is hidden. Bring it back first."),
    Reason.WANTED_BEFORE: N_("This day lies before the letter came. Read it again."),
    Reason.CALENDAR_ENDS: N_("The calendar is not complete that far. Add the holidays first."),
    Reason.NO_CLOSED_DAYS: N_("A calendar without a single closed day cannot be right. Keep one."),
    Reason.NO_WORKING_TIME: N_(
        "By these hours the office would never work. Give at least one day."
    ),
    Reason.BAD_HOURS: N_("Type hours one after the other, as in 08.30-12.00 13.00-16.30."),
    Reason.OVER_HUNDRED: N_("Type a percentage of at most 100."),
    Reason.BAD_WARNINGS: N_("Type rising percentages of at most 100, as in 50, 80, 100."),
    Reason.NOT_UTF8: N_("This file is not in UTF-8. In Excel, save it as “CSV UTF-8”."),
    Reason.NO_HOLIDAY_COLUMNS: N_(
        "The first line must name the columns “date” and “name_th” (or “วันที่” and “ชื่อวันหยุด”)."
    ),
    Reason.UNKNOWN_HOLIDAY_KIND: N_(
        "“{kind}” is no kind of closed day. Write regular, substitute or special."
    ),
    Reason.DAY_TWICE: N_("This day stands in the file twice. Keep one line of it."),
    Reason.TABLE_TOO_LONG: N_(
        "A table of Excel holds at most {limit} lines. Choose fewer complaints, or save as CSV."
    ),
    Reason.NOTHING_SELECTED: N_("Nothing is selected. Select at least one line."),
    Reason.NOTHING_CHANGED: N_("Choose at least one thing to change."),
    Reason.TEXT_UNCHANGED: N_("Nothing of the letter was changed. Change it, or cancel."),
    Reason.NO_CLOCK: N_("Complaint {number} has no running due date to change."),
    Reason.ONLY_VISITORS_SIGN: N_("Only who comes in person signs what was read back."),
    Reason.LETTER_NEEDED: N_("Only calls and visits can be acknowledged by word of mouth."),
    Reason.UNKNOWN_FIELD: N_("There is no field {{{name}}}. Choose one of those listed."),
    Reason.FIELD_MISSING: N_("The field {{{name}}} is nowhere: what is typed there would be lost."),
    Reason.ODD_BRACES: N_("A brace is missing. Write a field as {{name}}."),
    Reason.BAD_PAGES: N_("Type pages as in 1-3, 5, the smaller number first."),
    Reason.NO_SUCH_PAGE: N_("There is no page {page}; the last one is {count}."),
    Reason.BAD_COPIES: N_("Type how many copies, from 1 to {most}."),
    Reason.NOT_MILLIMETRES: N_("Type millimetres, as in 1.5 or -2."),
    Reason.TOO_FAR: N_("Print can be moved by {most} mm at most. Put the paper in straight."),
    Reason.NO_PRINTER: N_("Choose a printer."),
    Reason.NOT_A_WORD_FILE: N_(
        "This is not a Word file, or it is damaged. Open it in Word and save it again as .docx."
    ),
    Reason.WORD_OLD_OR_LOCKED: N_(
        "This file has a password or is an old .doc. Save it as .docx without a password."
    ),
    Reason.WORD_TOO_LARGE: N_(
        "This file is larger than {megabytes} MB. Take out its pictures and save it again."
    ),
    Reason.WORD_FOREIGN: N_(
        "This file did not leave this program. Correct the very file that was exported."
    ),
    Reason.WORD_OTHER_COMPLAINT: N_("This file is a letter of complaint {number}."),
    Reason.WORD_OTHER_KIND: N_("This file is another letter of this complaint: {letter}."),
    Reason.WORD_OTHER_DRAFT: N_("This file is another draft of this kind of letter."),
    Reason.WORD_BODY_LOST: N_(
        "The text of the letter is not found in this file. Copy the corrected text here by hand."
    ),
    Reason.SECRET_ELSEWHERE: N_(
        "Papers of this secrecy class are not kept here. Hand it to the secret registrar."
    ),
    Reason.SECRET_TO_ONE: N_("A secret letter goes to one recipient. Write one for each."),
    Reason.OTHER_SERIES: N_(
        "Number {number} is of another series: its class and the count of recipients must stay."
    ),
    Reason.IDENTITY_SHOWN: N_(
        "This tells who the petitioner is: {words}. Take it out, or give the reason below."
    ),
    Reason.SAME_CLASS: N_("The complaint has this secrecy class already."),
    Reason.SUBSTITUTE_MAY_LESS: N_(
        "{name} may not do all that {absent} does in complaints. Choose somebody else."
    ),
    Reason.SUBSTITUTE_AWAY: N_("{name} is away then too. Choose somebody else."),
    Reason.SUBSTITUTED_ALREADY: N_(
        "Somebody stands in for {absent} in that time already. Cancel that first."
    ),
    Reason.STANDS_IN_ALREADY: N_(
        "{absent} stands in for somebody else in that time. Give that to another first."
    ),
    Reason.SUBSTITUTION_OVER: N_("This leave is over, or was cancelled, already."),
    Reason.DONE_SINCE: N_(
        "Complaint {number} has gone on since, so nothing was taken back. Assign it anew instead."
    ),
    Reason.NO_RULE_FITS: N_("Nothing in the office's list fits; choose an owner for it by hand."),
}


def sentence(refused: Refused) -> str:
    """Say a refusal in the language in force."""
    values = dict(refused.parameters)
    if refused.reason is Reason.WRONG_STATUS:
        values["status"] = _(STATUS[Status(str(values["status"]))])
    if refused.reason is Reason.WORD_OTHER_KIND:
        values["letter"] = _(LETTER_KIND[LetterKind(str(values["letter"]))])
    text = _(SENTENCES[refused.reason]).format_map(values)
    return thai_digits(text) if language() == "th" else text
