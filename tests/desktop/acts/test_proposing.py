import json
from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import acknowledgement_to, bangkok, days, form

from desktop.acts.corresponding import IssueLetter, NumberLetter, issue, number_letter
from desktop.acts.proposing import (
    CheckDrafts,
    DiscardDraft,
    IssueDraft,
    KeepDraft,
    SendBackDraft,
    SignDrafts,
    check_drafts,
    discard_draft,
    issue_draft,
    keep_draft,
    send_back_draft,
    sign_drafts,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Conflict, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Accused
from desktop.rules.letter_fields import read_slip, slip_of
from desktop.rules.letters import SPECS, LetterDraft, LetterKind, LetterSeries, LetterStatus
from desktop.rules.people import Actor
from desktop.rules.proposing import ProposalStep, ProposedLetter, Seen
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)


@pytest.fixture
def draft(desk: Desk, clerk: Actor) -> LetterDraft:
    case = register(RegisterComplaint("case", form(bangkok(DAY))), desk, clerk)
    return acknowledgement_to(case.case_id)


@pytest.fixture
def seen(desk: Desk, clerk: Actor, draft: LetterDraft) -> Seen:
    """A draft that was just kept."""
    return Seen(keep_draft(KeepDraft("k", draft), desk, clerk).proposal_id, 1)


def kept(store: FakeStore, seen: Seen) -> ProposedLetter:
    return store.drawer.proposals[seen.id]


def now_seen(store: FakeStore, seen: Seen) -> Seen:
    return Seen(seen.id, kept(store, seen).version)


def steps(store: FakeStore) -> list[StepKind]:
    return [step.kind for _, _, step in store.drawer.steps]


def test_a_letter_goes_its_whole_way(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, draft: LetterDraft, seen: Seen
) -> None:
    send_back_draft(SendBackDraft(seen, " แก้ชื่อเรื่อง "), desk, boss)
    assert kept(store, seen).wanted == "แก้ชื่อเรื่อง"
    better = replace(draft, subject="  เรื่องใหม่ ")
    keep_draft(KeepDraft("k2", better, now_seen(store, seen)), desk, clerk)
    check_drafts(CheckDrafts((now_seen(store, seen),)), desk, boss)
    assert kept(store, seen).checked_by == boss.person_id
    sign_drafts(SignDrafts((now_seen(store, seen),), DAY), desk, clerk)
    done = issue_draft(IssueDraft(now_seen(store, seen)), desk, clerk)
    assert done.number == "ศธ ๐๔๙๙๙/1"
    letter, proposal = store.drawer.letters[done.letter_id], kept(store, seen)
    assert letter.draft.subject == "เรื่องใหม่"
    assert (letter.drafted_by, letter.typed_by, letter.checked_by) == (
        clerk.person_id,
        clerk.person_id,
        boss.person_id,
    )
    assert (proposal.step, proposal.letter_id) == (ProposalStep.ISSUED, done.letter_id)
    assert [text.draft.subject for text in proposal.texts] == [None, "เรื่องใหม่"]
    assert steps(store)[-5:] == [
        StepKind.LETTER_DRAFTED,
        StepKind.LETTER_SENT_BACK,
        StepKind.LETTER_CHECKED,
        StepKind.LETTER_SIGNED,
        StepKind.LETTER_ISSUED,
    ]


def test_a_draft_may_be_empty_and_is_kept_once_per_key(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    bare = replace(draft, recipient="", blanks={}, signatory_id=0)
    first = keep_draft(KeepDraft("k", bare), desk, clerk)
    again = keep_draft(KeepDraft("k", bare), desk, clerk)
    assert first == again
    assert len(store.drawer.proposals) == 1
    store.press.jammed = True
    with pytest.raises(Refused) as refused:
        issue_draft(IssueDraft(Seen(first.proposal_id, 1)), desk, clerk)
    assert refused.value.reason is Reason.REQUIRED


def test_rewording_does_not_change_what_was_checked(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, seen: Seen
) -> None:
    own = replace(draft, paragraphs=("คำของเราเอง",))
    keep_draft(KeepDraft("own", own, seen), desk, clerk)
    check_drafts(CheckDrafts((now_seen(store, seen),)), desk, clerk)
    store.press.wording = "แบบใหม่"
    done = issue_draft(IssueDraft(now_seen(store, seen)), desk, clerk)
    said = store.drawer.letters[done.letter_id].draft
    assert (said.subject, said.references, said.paragraphs) == (
        "เรื่องตามแบบ",
        (),
        ("คำของเราเอง",),
    )


def test_what_nobody_would_sign_is_not_checked(
    desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    bare = keep_draft(KeepDraft("k", replace(draft, signatory_id=0)), desk, clerk)
    with pytest.raises(Refused) as refused:
        check_drafts(CheckDrafts((Seen(bare.proposal_id, 1),)), desk, clerk)
    assert refused.value.reason is Reason.NO_SIGNATORY
    assert refused.value.parameters["proposal"] == bare.proposal_id


def test_what_tells_others_of_the_petitioner_is_checked_and_signed_with_its_reason(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    telling = LetterDraft(
        draft.complaint_id,
        LetterKind.EXPLANATION,
        "ผู้อำนวยการโรงเรียนบ้านตัวอย่าง",
        "เรียน",
        draft.signatory_id,
        dict.fromkeys(SPECS[LetterKind.EXPLANATION].blanks, "ชี้แจง"),
        enclosures=("สำเนาคำร้องของนางปราณี สุขใจ จำนวน ๑ ฉบับ",),
    )
    at = Seen(keep_draft(KeepDraft("t", telling), desk, clerk).proposal_id, 1)
    with pytest.raises(Refused) as refused:
        check_drafts(CheckDrafts((at,)), desk, clerk)
    assert (refused.value.reason, refused.value.field) == (Reason.IDENTITY_SHOWN, "enclosures")
    assert refused.value.parameters["proposal"] == at.id
    told = replace(telling, identity_reason="ศาลสั่งให้ส่งต้นเรื่อง")
    keep_draft(KeepDraft("u", told, at), desk, clerk)
    check_drafts(CheckDrafts((now_seen(store, at),)), desk, clerk)
    sign_drafts(SignDrafts((now_seen(store, at),), DAY), desk, clerk)
    assert issue_draft(IssueDraft(now_seen(store, at)), desk, clerk).number


def test_a_draft_without_one_who_signs_is_not_issued(
    desk: Desk, clerk: Actor, draft: LetterDraft
) -> None:
    bare = keep_draft(KeepDraft("k", replace(draft, signatory_id=0)), desk, clerk)
    with pytest.raises(Refused) as refused:
        issue_draft(IssueDraft(Seen(bare.proposal_id, 1)), desk, clerk)
    assert refused.value.reason is Reason.NO_SIGNATORY


def test_keeping_the_same_words_again_writes_nothing(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, seen: Seen
) -> None:
    entries = len(store.drawer.journal)
    keep_draft(KeepDraft("again", draft, seen), desk, clerk)
    assert len(store.drawer.journal) == entries
    assert kept(store, seen).version == 1


def test_the_timeline_tells_that_an_approved_draft_was_changed_and_no_other_change(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, seen: Seen
) -> None:
    keep_draft(KeepDraft("a", replace(draft, subject="ก"), seen), desk, clerk)
    assert StepKind.LETTER_REDRAFTED not in steps(store)
    assert store.drawer.journal[-1][0].act == "keep_draft"
    check_drafts(CheckDrafts((now_seen(store, seen),)), desk, clerk)
    keep_draft(KeepDraft("b", replace(draft, subject="ข"), now_seen(store, seen)), desk, clerk)
    assert steps(store)[-1] is StepKind.LETTER_REDRAFTED
    assert kept(store, seen).step is ProposalStep.DRAFT


def test_whoever_was_slower_changes_nothing(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, draft: LetterDraft, seen: Seen
) -> None:
    keep_draft(KeepDraft("mine", replace(draft, subject="ของฉัน"), seen), desk, clerk)
    late = KeepDraft("theirs", replace(draft, subject="ของเขา"), seen)
    for slow in (
        lambda: keep_draft(late, desk, boss),
        lambda: check_drafts(CheckDrafts((seen,)), desk, boss),
        lambda: send_back_draft(SendBackDraft(seen, "แก้"), desk, boss),
        lambda: discard_draft(DiscardDraft(seen, "ซ้ำ"), desk, boss),
        lambda: issue_draft(IssueDraft(seen), desk, boss),
        lambda: issue(IssueLetter("i", draft, seen), desk, boss),
    ):
        with pytest.raises(Conflict):
            slow()
    assert kept(store, seen).text.draft.subject == "ของฉัน"
    assert not store.drawer.letters
    assert issue(IssueLetter("j", draft), desk, clerk).number.endswith("/1")


def test_many_are_checked_and_signed_of_one_day_or_none(
    store: FakeStore, desk: Desk, clerk: Actor, draft: LetterDraft, seen: Seen
) -> None:
    other = Seen(keep_draft(KeepDraft("k2", draft), desk, clerk).proposal_id, 1)
    with pytest.raises(Refused) as nothing:
        sign_drafts(SignDrafts((), DAY), desk, clerk)
    assert nothing.value.reason is Reason.NOTHING_SELECTED
    check_drafts(CheckDrafts((seen,)), desk, clerk)
    half = (now_seen(store, seen), other)
    with pytest.raises(Refused) as refused:
        sign_drafts(SignDrafts(half, DAY), desk, clerk)
    assert refused.value.reason is Reason.WRONG_STEP
    assert kept(store, seen).step is ProposalStep.CHECKED
    check_drafts(CheckDrafts((other,)), desk, clerk)
    both = tuple(now_seen(store, one) for one in (seen, other))
    assert sign_drafts(SignDrafts(both, DAY), desk, clerk).count == 2
    assert {kept(store, one).signed_on for one in both} == {DAY}


def test_who_checked_on_paper_is_named_and_must_be_one_of_us(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, admin: Actor, seen: Seen
) -> None:
    with pytest.raises(Refused) as refused:
        check_drafts(CheckDrafts((seen,), admin.person_id), desk, clerk)
    assert refused.value.field == "checked_by"
    check_drafts(CheckDrafts((seen,), boss.person_id), desk, clerk)
    assert kept(store, seen).checked_by == boss.person_id
    entry = store.drawer.journal[-1][0]
    assert (entry.actor_id, entry.facts["checker"]) == (clerk.person_id, boss.person_id)


def test_a_discarded_draft_stays_with_its_reason(
    store: FakeStore, desk: Desk, clerk: Actor, seen: Seen
) -> None:
    with pytest.raises(Refused) as refused:
        discard_draft(DiscardDraft(seen, "  "), desk, clerk)
    assert refused.value.field == "reason"
    discard_draft(DiscardDraft(seen, "ผู้ร้องถอนเรื่อง"), desk, clerk)
    assert (kept(store, seen).step, kept(store, seen).reason) == (
        ProposalStep.DISCARDED,
        "ผู้ร้องถอนเรื่อง",
    )
    # Words that people typed stay out of the journal.
    assert "ผู้ร้องถอนเรื่อง" not in str(store.drawer.journal)


def test_a_draft_is_issued_once_however_often_it_is_asked(
    store: FakeStore, desk: Desk, clerk: Actor, seen: Seen
) -> None:
    first = issue_draft(IssueDraft(seen), desk, clerk)
    assert issue_draft(IssueDraft(seen), desk, clerk) == first
    assert len(store.drawer.letters) == 1
    assert kept(store, seen).version == 2


def test_a_jam_leaves_the_draft_where_it_was(
    store: FakeStore, desk: Desk, clerk: Actor, seen: Seen
) -> None:
    store.press.jammed = True
    with pytest.raises(RuntimeError):
        issue_draft(IssueDraft(seen), desk, clerk)
    assert (kept(store, seen).step, kept(store, seen).version) == (ProposalStep.DRAFT, 1)
    store.press.jammed = False
    assert issue_draft(IssueDraft(seen), desk, clerk).number.endswith("/1")


def test_a_signed_draft_of_the_central_series_waits_for_its_number(
    store: FakeStore, desk: Desk, clerk: Actor, seen: Seen
) -> None:
    facts = store.drawer.facts[-1]
    store.drawer.facts.append(replace(facts, letter_series=LetterSeries.CENTRAL))
    check_drafts(CheckDrafts((seen,)), desk, clerk)
    sign_drafts(SignDrafts((now_seen(store, seen),), DAY), desk, clerk)
    done = issue_draft(IssueDraft(now_seen(store, seen)), desk, clerk)
    letter = store.drawer.letters[done.letter_id]
    assert (done.number, letter.status) == ("", LetterStatus.AWAITING_NUMBER)
    assert number_letter(NumberLetter(done.letter_id, 9, DAY), desk, clerk).number.endswith("/9")


def test_whoever_is_accused_does_not_meet_the_draft(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, seen: Seen
) -> None:
    case = store.drawer.cases[kept(store, seen).complaint_id]
    case.accused = (Accused("นางวิภา นำทาง", person_id=boss.person_id),)
    with pytest.raises(Refused) as refused:
        send_back_draft(SendBackDraft(seen, "แก้"), desk, boss)
    assert refused.value.reason is Reason.NOT_VISIBLE


def test_a_letter_issued_at_once_was_checked_by_nobody(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, draft: LetterDraft, seen: Seen
) -> None:
    other = replace(draft, subject="แก้ตอนออก")
    store.pass_time(days=1)
    done = issue(IssueLetter("i", other, seen), desk, boss)
    letter = store.drawer.letters[done.letter_id]
    assert (letter.drafted_by, letter.typed_by, letter.checked_by) == (
        clerk.person_id,
        boss.person_id,
        None,
    )
    assert kept(store, seen).text.typed_at == bangkok(DAY) + days(1)


def test_a_letter_in_hand_is_written_down_whole_and_read_by_a_later_program() -> None:
    draft = replace(
        acknowledgement_to(7), subject="ก", references=("ข",), within=bangkok(DAY), stamped=True
    )
    slip = slip_of(draft, Seen(3, 4), 5)
    assert read_slip(slip) == (draft, Seen(3, 4), 5)
    assert read_slip(slip_of(draft, None, None)) == (draft, None, None)
    older = json.loads(slip["letter"])
    del older["stamped"]
    read, _, _ = read_slip({**slip, "letter": json.dumps(older)})
    assert read == replace(draft, stamped=False)
