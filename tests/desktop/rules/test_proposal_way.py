"""The way of a draft: every move from every step, and what each demands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from office import acknowledgement_to, bangkok, days

from desktop.errors import Refused
from desktop.rules.people import Actor, Role
from desktop.rules.proposing import (
    WAYS,
    ProposalMove,
    ProposalStep,
    ProposedLetter,
    ProposedText,
    may_take,
)
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)
NOW = bangkok(DAY)
CLERK = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))
BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
WORDS = acknowledgement_to(1)
SAID = replace(WORDS, subject="แจ้งการรับเรื่อง", references=(), paragraphs=("ตามที่ท่าน…",))
OTHER = replace(WORDS, subject="เรื่องอื่น")


def at(step: ProposalStep) -> ProposedLetter:
    """A draft that has come as far as a step."""
    made = ProposedLetter(1, (ProposedText(1, WORDS, NOW, 2),), NOW, 2)
    if step in (ProposalStep.CHECKED, ProposalStep.SIGNED):
        made.check(NOW, 3, SAID, CLERK)
    if step is ProposalStep.SIGNED:
        made.sign(DAY, DAY, CLERK)
    if step is ProposalStep.ISSUED:
        made.issue(WORDS, NOW, CLERK)
    if step is ProposalStep.DISCARDED:
        made.discard("ไม่ใช้แล้ว", CLERK)
    assert made.step is step
    return made


def take(move: ProposalMove, draft: ProposedLetter, actor: Actor = CLERK) -> None:
    match move:
        case ProposalMove.KEEP:
            draft.keep(OTHER, NOW, actor)
        case ProposalMove.CHECK:
            draft.check(NOW, 3, SAID, actor)
        case ProposalMove.SEND_BACK:
            draft.send_back("แก้ชื่อ", actor)
        case ProposalMove.SIGN:
            draft.sign(DAY, DAY, actor)
        case ProposalMove.ISSUE:
            draft.issue(WORDS, NOW, actor)
        case ProposalMove.DISCARD:
            draft.discard("ซ้ำ", actor)


@pytest.mark.parametrize("step", ProposalStep)
@pytest.mark.parametrize("move", ProposalMove)
def test_a_draft_moves_by_the_table_and_not_otherwise(
    move: ProposalMove, step: ProposalStep
) -> None:
    draft = at(step)
    if may_take(move, step):
        take(move, draft)
        assert draft.step is WAYS[move].target
        return
    with pytest.raises(Refused) as refused:
        take(move, draft)
    assert refused.value.reason is Reason.WRONG_STEP
    assert draft.step is step


@pytest.mark.parametrize("step", [ProposalStep.ISSUED, ProposalStep.DISCARDED])
def test_what_left_the_folder_does_not_move(step: ProposalStep) -> None:
    assert not any(may_take(move, step) for move in ProposalMove)


def test_only_what_was_checked_is_signed() -> None:
    assert may_take(ProposalMove.SIGN, ProposalStep.CHECKED)
    assert not may_take(ProposalMove.SIGN, ProposalStep.DRAFT)


@pytest.mark.parametrize("move", ProposalMove)
def test_whoever_issues_no_letters_moves_no_draft(move: ProposalMove) -> None:
    source = min(WAYS[move].sources)
    draft = at(source)
    admin = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(Refused) as refused:
        take(move, draft, admin)
    assert refused.value.reason is Reason.NOT_ALLOWED
    assert draft.step is source


def test_what_a_move_demands_is_asked_for_at_its_field() -> None:
    asked = []
    draft, checked = at(ProposalStep.DRAFT), at(ProposalStep.CHECKED)
    moves: tuple[Callable[[], None], ...] = (
        lambda: draft.send_back("", CLERK),
        lambda: checked.sign(None, DAY, CLERK),
        lambda: draft.discard("", CLERK),
    )
    for move in moves:
        with pytest.raises(Refused) as refused:
            move()
        assert refused.value.reason is Reason.REQUIRED
        asked.append(refused.value.field)
    assert asked == ["wanted", "signed_on", "reason"]


def test_nothing_is_signed_tomorrow() -> None:
    draft = at(ProposalStep.CHECKED)
    with pytest.raises(Refused) as refused:
        draft.sign(DAY + days(1), DAY, CLERK)
    assert (refused.value.reason, refused.value.field) == (Reason.IN_THE_FUTURE, "signed_on")
    draft.sign(DAY - days(1), DAY, CLERK)
    assert draft.signed_on == DAY - days(1)


def test_other_words_put_it_back_and_every_version_stays() -> None:
    draft = at(ProposalStep.SIGNED)
    assert not draft.keep(WORDS, NOW, BOSS)
    assert (draft.step, draft.checked_by, draft.signed_on) == (ProposalStep.SIGNED, 3, DAY)
    assert draft.keep(OTHER, NOW + days(1), BOSS)
    assert (draft.step, draft.checked_by, draft.signed_on) == (ProposalStep.DRAFT, None, None)
    assert [(text.number, text.draft, text.typed_by) for text in draft.texts] == [
        (1, WORDS, 2),
        (2, OTHER, 3),
    ]


def test_what_is_wanted_stays_until_it_is_checked() -> None:
    draft = at(ProposalStep.CHECKED)
    draft.send_back("แก้ชื่อผู้รับ", BOSS)
    assert (draft.wanted, draft.checked_by) == ("แก้ชื่อผู้รับ", None)
    draft.keep(OTHER, NOW, CLERK)
    assert draft.wanted == "แก้ชื่อผู้รับ"
    draft.check(NOW, 3, SAID, BOSS)
    assert draft.wanted == ""


def test_what_is_issued_are_the_words_that_were_read() -> None:
    assert at(ProposalStep.SIGNED).issue(WORDS, NOW, CLERK) == SAID
    assert at(ProposalStep.DRAFT).issue(WORDS, NOW, CLERK) == WORDS
    again = at(ProposalStep.CHECKED)
    again.send_back("แก้", BOSS)
    assert again.issue(WORDS, NOW, CLERK) == WORDS


@pytest.mark.parametrize("step", [ProposalStep.CHECKED, ProposalStep.SIGNED])
def test_other_words_than_the_approved_are_not_issued(step: ProposalStep) -> None:
    draft = at(step)
    with pytest.raises(Refused) as refused:
        draft.issue(OTHER, NOW, CLERK)
    assert refused.value.reason is Reason.TEXT_NOT_APPROVED
    assert draft.step is step
    unchecked = at(ProposalStep.DRAFT)
    unchecked.issue(OTHER, NOW, CLERK)
    assert (unchecked.step, unchecked.text.draft) == (ProposalStep.ISSUED, OTHER)
