"""The steps of a dossier: each does one act of the office with what is told of it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import SecretOrder
from desktop.acts.closing import CloseCase, close
from desktop.acts.declining import NotAccept, not_accept
from desktop.acts.extending import Extend, extend
from desktop.acts.following_up import Remind, remind
from desktop.acts.investigating import AppointCommittee, appoint
from desktop.acts.merging import Merge, merge
from desktop.acts.noting import NoteStep, note
from desktop.acts.ordering import RecordOrder, record_order
from desktop.acts.protecting import ProtectChild, protect_child
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.referring import Refer, refer
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.releasing import Summarise, summarise
from desktop.acts.stating import RecordStatement, record_statement
from desktop.acts.waiting import BeginWait, EndWait, begin_wait, end_wait
from desktop.demo.dossiers import (
    Cabinet,
    Deed,
    DeskAt,
    Moment,
    Step,
    case_key,
    dossiers_told,
    file_key,
    letter_key,
    petitioner_of,
)
from desktop.demo.letters import enclose_letter, write_letter
from desktop.demo.office import Setting
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Accused, ComplaintType, Intake, Matter, Outcome, Urgency
from desktop.rules.grounds import NonAcceptance
from desktop.rules.intake_form import IntakeForm
from desktop.rules.priority import Priority
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import WARNINGS
from desktop.rules.statement import Statement
from desktop.rules.summary import Summary

_POST = timedelta(minutes=25)
"""How long a paper waits until it is recorded."""


def dossiers(setting: Setting, desk_at: DeskAt, now: datetime) -> Iterator[Deed]:
    """Yield everything that is done in the office's whole matters until now."""
    return dossiers_told(Cabinet(setting, desk_at, now), _registered, _STEPS)


def _registered(at: Moment) -> None:
    told, setting, dossier = at.told, at.cabinet.setting, at.dossier
    secret = told.get("secret")
    form = IntakeForm(
        type=ComplaintType(told["type"]),
        channel_id=setting.channels[told["channel"]].id or 0,
        source_id=setting.sources[told["source"]].id or 0,
        category_id=setting.categories[told["category"]].id or 0,
        received_at=at.at - _POST,
        matter=Matter(
            **{name: told.get(name, "") for name in ("subject", "facts", "place")},
            **{name: told.get(name, "") for name in ("harm", "remedy", "evidence")},
        ),
        petitioners=tuple(petitioner_of(who) for who in told["petitioners"]),
        intake=_intake(at),
        accused=tuple(Accused(**who) for who in told.get("accused", ())),
        child_danger=told.get("danger", False),
    )
    command = RegisterComplaint(
        case_key(told["name"]),
        form,
        told_orally=told.get("told", False),
        confirmed=WARNINGS,
        secret=None if secret is None else SecretOrder(**secret),
    )
    dossier.case_id = register(command, at.desk, at.actor).case_id


def _intake(at: Moment) -> Intake:
    told = at.told["intake"]
    dated, due = told.get("dated"), told.get("due")
    return Intake(
        letter_number=told.get("number", ""),
        letter_date=None if dated is None else at.workday(dated),
        letter_from=told.get("sender", ""),
        pages=told.get("pages"),
        enclosures=told.get("enclosures", ""),
        urgency=Urgency(told.get("urgency", "none")),
        central_number=told.get("central", ""),
        sender_due_on=None if due is None else at.workday(due),
        caller_phone=told.get("caller", ""),
        read_back=told.get("read_back", False),
        statement_signed=told.get("signed", False),
    )


def _assigned(at: Moment) -> None:
    priority = at.told.get("priority")
    command = AssignCases(
        (at.dossier.case_id,),
        None if priority is None else Priority(priority),
        at.cabinet.named(at.told["owner"]).person_id,
        note=at.text("note"),
    )
    assign(command, at.desk, at.actor)


def _noted(at: Moment) -> None:
    note(NoteStep(at.dossier.case_id, at.text("text")), at.desk, at.actor)


def _ordered(at: Moment) -> None:
    order = RecordOrder((at.dossier.case_id,), at.text("text"), at.told["giver"], at.day)
    record_order(order, at.desk, at.actor)


def _declined(at: Moment) -> None:
    ground = NonAcceptance(at.told["ground"])
    not_accept(NotAccept(at.dossier.case_id, ground, at.text("text")), at.desk, at.actor)


def _protected(at: Moment) -> None:
    protect_child(ProtectChild(at.dossier.case_id, at.told["receiver"], at.at), at.desk, at.actor)


def _appointed(at: Moment) -> None:
    order = at.letter(at.told["letter"])
    command = AppointCommittee(
        at.dossier.case_id, order.number, order.dated, at.text("text"), _until(at)
    )
    appoint(command, at.desk, at.actor)


def _referred(at: Moment) -> None:
    sent = at.letter(at.told["letter"])
    command = Refer(at.dossier.case_id, at.told["agency"], sent.number, sent.dated, _until(at))
    refer(command, at.desk, at.actor)


def _reminded(at: Moment) -> None:
    sent = at.letter(at.told["letter"])
    remind(Remind(at.dossier.case_id, 0, at.day, sent.number), at.desk, at.actor)


def _waited(at: Moment) -> None:
    command = BeginWait(
        at.dossier.case_id, WaitFor(at.told["whom"]), at.text("text"), at.at, _until(at)
    )
    begin_wait(command, at.desk, at.actor)


def _resumed(at: Moment) -> None:
    end_wait(EndWait(at.dossier.case_id, at.at, at.text("text")), at.desk, at.actor)


def _extended(at: Moment) -> None:
    command = Extend(
        at.dossier.case_id,
        ClockKind(at.told["clock"]),
        _until(at),
        at.text("text"),
        at.told["approver"],
        at.text("letter"),
    )
    extend(command, at.desk, at.actor)


def _received(at: Moment) -> None:
    told = at.told
    command = ReceiveLetter(
        key=letter_key(told["name"]),
        case_id=at.dossier.case_id,
        sender=told["sender"],
        subject=told["subject"],
        received_at=at.at - _POST,
        number=told.get("number", ""),
        dated=at.workday(told["dated"]),
        receipt_number=told["receipt"],
        answers_id=at.letter(told["answers"]).id,
        ends_wait=told.get("ends_wait", False),
        reply_needed=False,
    )
    receive_letter(command, at.desk, at.actor)


def _stated(at: Moment) -> None:
    told = at.told
    statement = Statement(
        giver=told["giver"],
        said=tuple(told["said"]),
        place=at.cabinet.setting.facts.name,
        taken_at=at.at - timedelta(hours=1),
        asker=at.actor.name,
        age=told["age"],
        occupation=told["occupation"],
        address=told["address"],
        witness=told.get("witness", ""),
        read_by_giver=told.get("read", False),
    )
    command = RecordStatement(file_key(told["name"]), at.dossier.case_id, statement)
    record_statement(command, at.desk, at.actor)


def _summed_up(at: Moment) -> None:
    told = at.told
    summary = Summary(told["to"], told["subject"], told["facts"])
    summarise(Summarise(file_key(told["name"]), at.dossier.case_id, summary), at.desk, at.actor)


def _merged(at: Moment) -> None:
    into = at.cabinet.dossiers[at.told["into"]].case_id
    merge(Merge(at.dossier.case_id, into, at.text("text")), at.desk, at.actor)


def _closed(at: Moment) -> None:
    outcome = Outcome(at.told["outcome"])
    command = CloseCase(at.dossier.case_id, outcome, at.text("text"), at.text("late"))
    close(command, at.desk, at.actor)


def _until(at: Moment) -> date:
    return at.workday(at.told["until"])


_STEPS: Mapping[str, Step] = {
    "assign": _assigned,
    "note": _noted,
    "order": _ordered,
    "decline": _declined,
    "protect": _protected,
    "appoint": _appointed,
    "refer": _referred,
    "remind": _reminded,
    "wait": _waited,
    "resume": _resumed,
    "extend": _extended,
    "receive": _received,
    "statement": _stated,
    "summary": _summed_up,
    "letter": write_letter,
    "enclose": enclose_letter,
    "merge": _merged,
    "close": _closed,
}
