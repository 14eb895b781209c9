from datetime import date, datetime

import pytest
from office import bangkok

from desktop.acts.classifying import SecretOrder
from desktop.rules.complaint import ChannelKind, PetitionerKind
from desktop.rules.reasons import Reason
from ui.pages.intake.answers import YES, read_answers, title_of

NOW = bangkok(date(2026, 7, 15), 10, 38)
CALL = {
    "channel_kind": "phone",
    "channel_id": "2",
    "source_id": "5",
    "category_id": "9",
    "type": "complaint",
    "received_at": "๑๕/๗/๒๕๖๙",
    "received_time": "10.30",
    "intake.caller_phone": "๐๘ ๑๒๓๔ ๕๖๗๘",
    "petitioners.0.kind": "person",
    "petitioners.0.prefix": "นาง",
    "petitioners.0.first": "ปราณี",
    "petitioners.0.last": "สุขใจ",
    "petitioners.0.told_by": "phone",
    "matter.subject": "หลังคารั่ว",
}


def found(**changes: str) -> list[tuple[Reason, str | None]]:
    typed = CALL | {name.replace("__", "."): value for name, value in changes.items()}
    return [(refused.reason, refused.field) for refused in read_answers(typed, NOW).faults]


def test_a_call_typed_right_makes_a_form_without_faults() -> None:
    read = read_answers(CALL, NOW)
    assert not read.faults
    assert read.form.received_at == bangkok(date(2026, 7, 15), 10, 30)
    assert read.form.petitioners[0].phone == read.form.intake.caller_phone == "๐๘ ๑๒๓๔ ๕๖๗๘"
    assert (read.form.channel_id, read.form.source_id, read.form.category_id) == (2, 5, 9)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30 ก.พ. 2569", Reason.NO_SUCH_DAY),
        ("15/7/2026", Reason.CHRISTIAN_YEAR),
        ("15/7/69", Reason.TWO_DIGIT_YEAR),
        ("พรุ่งนี้ค่ะ", Reason.NOT_A_DATE),
        ("15/7/2999", Reason.YEAR_OUT_OF_RANGE),
        ("", Reason.REQUIRED),
        ("16/7/2569", Reason.CONFIRM_FUTURE),
    ],
)
def test_a_received_date_that_cannot_be_meant_is_refused_at_its_field(
    typed: str, reason: Reason
) -> None:
    assert found(received_at=typed) == [(reason, "received_at")]


def test_a_christian_year_comes_with_what_was_meant() -> None:
    refused = read_answers(CALL | {"received_at": "15/7/2026"}, NOW).faults[0]
    assert refused.parameters == {"suggestion": "๑๕ กรกฎาคม ๒๕๖๙"}


def test_a_received_time_is_its_own_field() -> None:
    assert found(received_time="25.00") == [(Reason.NOT_A_TIME, "received_time")]


def test_a_number_of_the_call_is_questioned_once_where_it_was_typed() -> None:
    assert found(intake__caller_phone="12") == [(Reason.CONFIRM_PHONE, "intake.caller_phone")]


def test_fields_of_another_channel_wait_unread() -> None:
    typed = CALL | {"channel_kind": "walk_in", "intake.letter_date": "?", "secrecy": "secret"}
    read = read_answers(typed, NOW)
    assert not read.faults
    assert read.form.intake.caller_phone == read.form.petitioners[0].phone == ""


@pytest.mark.parametrize("secrecy", ["secret", "very_secret", "most_secret"])
def test_a_paper_with_a_secrecy_class_is_not_taken(secrecy: str) -> None:
    assert found(channel_kind="letter", secrecy=secrecy) == [(Reason.SECRET_ELSEWHERE, "secrecy")]


def test_who_classifies_takes_in_what_is_secret_but_nothing_above() -> None:
    letter = CALL | {"channel_kind": "letter", "secrecy": "secret"}
    unsaid = read_answers(letter, NOW, classifies=True)
    assert [one.field for one in unsaid.faults] == ["secret.ordered_by", "secret.reason"]
    said = letter | {"secret.ordered_by": "ผอ.", "secret.reason": "เหตุ"}
    read = read_answers(said, NOW, classifies=True)
    assert (read.secret, read.faults) == (SecretOrder("ผอ.", "เหตุ"), ())
    assert read_answers(said | {"secrecy": "none"}, NOW, classifies=True).secret is None
    above = read_answers(said | {"secrecy": "very_secret"}, NOW, classifies=True)
    assert [one.reason for one in above.faults] == [Reason.SECRET_ELSEWHERE]


def test_half_a_promise_to_call_back_asks_for_the_other_half() -> None:
    assert found(call_back=YES, call_back_on="16/7/2569") == [(Reason.REQUIRED, "call_back_time")]
    assert found(call_back=YES, call_back_time="9.00") == [(Reason.REQUIRED, "call_back_on")]
    typed = CALL | {"call_back_on": "16/7/2569", "call_back_time": "9.00"}
    assert read_answers(typed, NOW).form.intake.call_back_at is None
    promised = read_answers(typed | {"call_back": YES}, NOW).form.intake.call_back_at
    assert promised == bangkok(date(2026, 7, 16), 9)


@pytest.mark.parametrize("typed", ["สิบ", "-1", "0", "1.5", "99999999"])
def test_pages_are_a_count(typed: str) -> None:
    assert found(channel_kind="letter", intake__pages=typed) == [
        (Reason.BAD_NUMBER, "intake.pages")
    ]


def test_choices_not_made_are_asked_for() -> None:
    assert found(category_id="", source_id="x") == [
        (Reason.REQUIRED, "source_id"),
        (Reason.REQUIRED, "category_id"),
    ]


def test_a_draft_of_another_version_opens_with_defaults() -> None:
    read = read_answers({"channel_kind": "pigeon", "petitioners.0.kind": "ghost"}, NOW)
    assert read.form.petitioners[0].kind is PetitionerKind.PERSON
    assert read.faults


def test_ticks_and_a_group() -> None:
    typed = CALL | {
        "channel_kind": ChannelKind.LETTER.value,
        "child_danger": YES,
        "petitioners.0.kind": "group",
        "petitioners.0.heading": "นาย ก และคณะ",
        "petitioners.0.headcount": "๓๐",
    }
    form = read_answers(typed, NOW).form
    assert form.child_danger
    assert not form.restricted
    assert form.petitioners[0].headcount == 30


def test_a_draft_is_called_by_its_subject_or_by_whose_it_is() -> None:
    assert title_of(CALL) == "หลังคารั่ว"
    assert title_of(CALL | {"matter.subject": " "}) == "นาง ปราณี สุขใจ"
    assert title_of({"intake.caller_phone": "0812345678"}) == "0812345678"
    assert title_of({}) == ""


def test_the_clock_is_asked_once_for_what_was_left_unread() -> None:
    now: datetime = NOW
    assert read_answers({}, now).form.received_at == now


def test_the_day_by_which_a_sender_wants_its_report_is_read_and_not_before_the_letter() -> None:
    letter = {"channel_kind": "letter", "channel_id": "1"}
    typed = CALL | letter | {"intake.sender_due_on": "30/7/2569"}
    assert read_answers(typed, NOW).form.intake.sender_due_on == date(2026, 7, 30)
    assert found(**letter, intake__sender_due_on="1/7/2569") == [
        (Reason.WANTED_BEFORE, "intake.sender_due_on")
    ]
