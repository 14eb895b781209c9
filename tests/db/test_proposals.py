"""The folder on both databases: drafts are read back whole, and seen by whom their case is."""

from dataclasses import replace
from datetime import date

import pytest
from office import acknowledgement_to, bangkok, form, gone

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import record_sent
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
from desktop.rules.complaint import Urgency
from desktop.rules.letters import Blank, Dispatch, LetterDraft, LetterKind
from desktop.rules.people import Actor
from desktop.rules.proposing import ProposalStep, Seen
from desktop.rules.reasons import Reason
from desktop.views import ProposalView

DAY = date(2026, 7, 15)


def case_of(desk: Desk, clerk: Actor, key: str, **changes: object) -> int:
    made = replace(form(bangkok(DAY, 8)), **changes)  # type: ignore[arg-type]
    return register(RegisterComplaint(key, made), desk, clerk).case_id


def written(case_id: int) -> LetterDraft:
    """A draft in which every part is the clerk's own."""
    return LetterDraft(
        case_id,
        LetterKind.MORE_INFORMATION,
        "นางปราณี สุขใจ",
        "เรียน",
        1,
        {Blank.WANTED: "สำเนา\nบัตร", Blank.ANSWER_BY: "๓๐ กรกฎาคม ๒๕๖๙"},
        subject="ขอเอกสาร",
        references=("หนังสือของท่าน",),
        enclosures=("แบบฟอร์ม",),
        copies_to="โรงเรียน",
        urgency=Urgency.URGENT,
        paragraphs=("ย่อหน้า ๑", "ย่อหน้า ๒"),
    )


def kept(desk: Desk, actor: Actor, draft: LetterDraft, key: str = "k") -> Seen:
    return Seen(keep_draft(KeepDraft(key, draft), desk, actor).proposal_id, 1)


def only(desk: Desk, actor: Actor) -> ProposalView:
    (found,) = desk.reading.proposals(actor)
    return found


def test_a_draft_is_read_back_whole_with_every_version(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    case_id = case_of(desk, clerk, "a")
    first, second = written(case_id), replace(written(case_id), paragraphs=None, references=None)
    seen = kept(desk, clerk, first)
    assert only(desk, clerk).draft == first
    assert only(desk, clerk).seen == seen
    keep_draft(KeepDraft("k2", second, seen), desk, boss)
    found = only(desk, clerk)
    assert (found.draft, found.begun_by, found.typed_by) == (
        second,
        "นางสาวสมหญิง ใจดี",
        "นางวิภา นำทาง",
    )
    assert (found.signatory, found.step) == ("นายสมคิด ตั้งมั่น", ProposalStep.DRAFT)
    texts = desk.reading.proposed_texts(clerk, seen.id)
    assert [(text.number, text.draft, text.typed_by) for text in texts] == [
        (1, first, "นางสาวสมหญิง ใจดี"),
        (2, second, "นางวิภา นำทาง"),
    ]
    assert desk.reading.case(clerk, case_id).proposals == (found,)


def test_each_step_is_kept_with_who_and_when(desk: Desk, clerk: Actor, boss: Actor) -> None:
    case_id = case_of(desk, clerk, "a")
    kept(desk, clerk, replace(written(case_id), paragraphs=None))
    send_back_draft(SendBackDraft(only(desk, boss).seen, "แก้ชื่อ"), desk, boss)
    assert only(desk, clerk).wanted == "แก้ชื่อ"
    check_drafts(CheckDrafts((only(desk, boss).seen,)), desk, boss)
    assert (only(desk, clerk).checked_by, only(desk, clerk).wanted) == ("นางวิภา นำทาง", "")
    assert only(desk, clerk).draft.paragraphs is None
    assert only(desk, clerk).said.paragraphs == ("ณ วันที่ 2026-07-15",)
    sign_drafts(SignDrafts((only(desk, clerk).seen,), DAY), desk, clerk)
    assert (only(desk, clerk).step, only(desk, clerk).signed_on) == (ProposalStep.SIGNED, DAY)
    assert desk.reading.tiles(clerk, desk.now()).letters == 1
    done = issue_draft(IssueDraft(only(desk, clerk).seen), desk, clerk)
    assert desk.reading.proposals(clerk) == []
    assert desk.reading.case(clerk, case_id).proposals == ()
    assert desk.reading.tiles(clerk, desk.now()).letters == 1
    with desk.unit(clerk) as work:
        letter, proposal = work.letters.get(done.letter_id), work.proposals.get(1)
    assert letter.draft.paragraphs == ("ณ วันที่ 2026-07-15",)
    assert (letter.drafted_by, letter.checked_by) == (clerk.person_id, boss.person_id)
    assert (proposal.letter_id, proposal.step) == (done.letter_id, ProposalStep.ISSUED)


def test_one_draft_of_several_is_discarded_and_the_others_stay(desk: Desk, clerk: Actor) -> None:
    case_id = case_of(desk, clerk, "a")
    first = kept(desk, clerk, written(case_id))
    second = kept(desk, clerk, replace(acknowledgement_to(case_id), signatory_id=0), "other")
    assert [view.id for view in desk.reading.case(clerk, case_id).proposals] == [
        second.id,
        first.id,
    ]
    discard_draft(DiscardDraft(first, "ซ้ำ"), desk, clerk)
    assert (only(desk, clerk).id, only(desk, clerk).signatory) == (second.id, "")
    with desk.unit(clerk) as work:
        assert work.proposals.get(first.id).reason == "ซ้ำ"


def test_two_desks_that_edit_one_draft_do_not_cover_each_other(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    draft = written(case_of(desk, clerk, "a"))
    seen = kept(desk, clerk, draft)
    keep_draft(KeepDraft("mine", replace(draft, subject="ของฉัน"), seen), desk, clerk)
    with pytest.raises(Conflict):
        keep_draft(KeepDraft("theirs", replace(draft, subject="ของเขา"), seen), desk, boss)
    with desk.unit(clerk) as work:
        stale = work.proposals.get(seen.id)
        stale.version -= 1
        with pytest.raises(Conflict):
            work.proposals.save(stale)
    assert only(desk, clerk).draft.subject == "ของฉัน"
    assert len(desk.reading.proposed_texts(clerk, seen.id)) == 2


def test_a_refused_issue_leaves_draft_number_and_key_alone(desk: Desk, clerk: Actor) -> None:
    draft = acknowledgement_to(case_of(desk, clerk, "a"))
    seen = kept(desk, clerk, draft)
    check_drafts(CheckDrafts((seen,)), desk, clerk)
    now = only(desk, clerk).seen
    with pytest.raises(Refused) as refused:
        issue(IssueLetter("i", replace(draft, subject="อื่น"), now), desk, clerk)
    assert refused.value.reason is Reason.TEXT_NOT_APPROVED
    assert only(desk, clerk).seen == now
    assert issue(IssueLetter("i", draft, now), desk, clerk).number.endswith("/1")


def test_a_correcting_letter_may_go_up_in_the_folder_first(desk: Desk, clerk: Actor) -> None:
    draft = acknowledgement_to(case_of(desk, clerk, "a"))
    wrong = issue(IssueLetter("wrong", draft), desk, clerk).letter_id
    record_sent(gone(wrong, Dispatch.POST, desk.now()), desk, clerk)
    keep_draft(KeepDraft("right", draft, corrects_id=wrong), desk, clerk)
    assert only(desk, clerk).corrects_id == wrong
    keep_draft(KeepDraft("k2", replace(draft, subject="ถูก"), only(desk, clerk).seen), desk, clerk)
    right = issue_draft(IssueDraft(only(desk, clerk).seen), desk, clerk).letter_id
    with desk.unit(clerk) as work:
        assert work.letters.get(right).corrects_id == wrong


def test_drafts_are_seen_by_whoever_sees_their_complaint(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, admin: Actor
) -> None:
    case_id = case_of(desk, boss, "a", restricted=True)
    seen = kept(desk, boss, written(case_id))
    assert only(desk, boss).id == seen.id
    for stranger in (owner, admin, clerk):
        assert list(desk.reading.proposals(stranger)) == []
        assert desk.reading.tiles(stranger, desk.now()).letters == 0
        with pytest.raises(Refused) as reading:
            desk.reading.proposed_texts(stranger, seen.id)
        assert reading.value.reason is Reason.NOT_VISIBLE
    with pytest.raises(Refused) as acting:
        check_drafts(CheckDrafts((seen,)), desk, clerk)
    assert acting.value.reason is Reason.NOT_VISIBLE
