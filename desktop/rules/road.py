"""The road of a complaint: one table of every move, who may make it, what it asks and does.

Acts check by it, screens offer by it, the help page lists it and the printed chart draws it.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Status
from desktop.rules.letters import LetterKind
from desktop.rules.people import Permission


class Move(StrEnum):
    """A step along the road, named for what is done."""

    SCREEN = "screen"
    AWAIT_ORDER = "await_order"
    ORDER = "order"
    ASSIGN = "assign"
    START = "start"
    INVESTIGATE = "investigate"
    REPORT_FINDINGS = "report_findings"
    PROTECT_CHILD = "protect_child"
    WAIT_PETITIONER = "wait_petitioner"
    WAIT_AGENCY = "wait_agency"
    WAIT_COURT = "wait_court"
    WAIT_UNIT = "wait_unit"
    RESUME = "resume"
    EXTEND = "extend"
    FILE_LETTER = "file_letter"
    PROPOSE_CLOSING = "propose_closing"
    SEND_BACK = "send_back"
    CLOSE = "close"
    INFORM = "inform"
    ARCHIVE = "archive"
    NOT_ACCEPT = "not_accept"
    RETURN = "return"
    REFER = "refer"
    WITHDRAW = "withdraw"
    MERGE = "merge"
    UNMERGE = "unmerge"
    LINK = "link"
    SPLIT = "split"
    REOPEN = "reopen"
    APPEAL = "appeal"
    HIDE = "hide"
    RESTORE = "restore"


class Demand(StrEnum):
    """What a move cannot be made without."""

    OWNER = "owner"
    ORDER = "order"
    """The order's text, who gave it and on which day; the giver need not sign in."""
    REASON = "reason"
    GROUND = "ground"
    REFERRAL = "referral"
    """To whom, under which letter, of which day."""
    OUTCOME = "outcome"
    EVIDENCE = "evidence"
    """What shows how it ended, or why there is nothing to show."""
    OTHER_CASE = "other_case"
    LETTER = "letter"
    """A letter that came: from whom, its number and day."""
    APPROVER = "approver"
    NEW_DATE = "new_date"
    EXPECTED = "expected"
    """Until when one thinks to wait."""
    COMMITTEE = "committee"
    FINDINGS = "findings"
    RECEIVER = "receiver"
    """Who took the child's matter over, and when."""
    NOTICE = "notice"
    """How and when the petitioner was told; nobody who did not sign is."""


@dataclass(frozen=True, slots=True)
class Way:
    """One line of the road's table.

    No `target` means that the complaint stays where it stands; every other move ends a wait that
    is open. `offers` are the letters that usually go out with the move. Clocks: those it `starts`
    are promised, in a new cycle from the move's moment and else from receipt; those it `stops` end
    in a verdict; those it `pauses` stand still until the wait ends; and what it `drops` is owed
    no more and counted nowhere.
    """

    sources: frozenset[Status]
    target: Status | None
    permission: Permission
    demands: tuple[Demand, ...] = ()
    offers: tuple[LetterKind, ...] = ()
    starts: frozenset[ClockKind] = frozenset()
    stops: frozenset[ClockKind] = frozenset()
    pauses: frozenset[ClockKind] = frozenset()
    drops: frozenset[ClockKind] = frozenset()


_S, _P, _D, _L, _C = Status, Permission, Demand, LetterKind, ClockKind
FRESH = frozenset({_S.RECEIVED, _S.SCREENING, _S.AWAITING_ORDER})
WAITING = frozenset({_S.WAITING_PETITIONER, _S.WAITING_AGENCY, _S.WAITING_COURT})
AT_WORK = frozenset({_S.ASSIGNED, _S.IN_PROGRESS}) | WAITING
OPEN = FRESH | AT_WORK | {_S.CLOSING_PROPOSED}
"""Statuses in which somebody still owes the citizen work."""
FINISHED = frozenset(Status) - OPEN
ENDED = FINISHED - {_S.MERGED, _S.RETURNED}
"""Statuses from which a matter may begin anew: what was merged goes on elsewhere, and what was
returned never was a case."""

_RESOLVE = frozenset({_C.RESOLVE})
_ANSWERS = frozenset({_C.ACKNOWLEDGE, _C.REPLY})
_ALL = frozenset(ClockKind)
_ANEW = frozenset({_C.REPLY, _C.RESOLVE})
ROAD: dict[Move, Way] = {
    Move.SCREEN: Way(frozenset({_S.RECEIVED}), _S.SCREENING, _P.REGISTER),
    Move.AWAIT_ORDER: Way(
        frozenset({_S.RECEIVED, _S.SCREENING}),
        _S.AWAITING_ORDER,
        _P.REGISTER,
        offers=(_L.MEMO,),
    ),
    Move.ORDER: Way(OPEN, None, _P.REGISTER, (_D.ORDER,), (_L.ENTRUSTING,)),
    Move.ASSIGN: Way(
        FRESH | AT_WORK,
        _S.ASSIGNED,
        _P.ASSIGN,
        (_D.OWNER,),
        (_L.ENTRUSTING, _L.ACKNOWLEDGEMENT),
    ),
    Move.START: Way(frozenset({_S.ASSIGNED}), _S.IN_PROGRESS, _P.WORK),
    Move.INVESTIGATE: Way(
        FRESH | AT_WORK,
        _S.IN_PROGRESS,
        _P.WORK,
        (_D.COMMITTEE, _D.NEW_DATE),
        (_L.COMMITTEE, _L.INVITATION),
    ),
    Move.REPORT_FINDINGS: Way(AT_WORK, None, _P.WORK, (_D.FINDINGS,), (_L.MEMO,)),
    Move.PROTECT_CHILD: Way(OPEN, None, _P.REGISTER, (_D.RECEIVER,), (_L.REFERRAL,)),
    Move.WAIT_PETITIONER: Way(
        AT_WORK,
        _S.WAITING_PETITIONER,
        _P.WORK,
        (_D.REASON, _D.EXPECTED),
        (_L.MORE_INFORMATION,),
        pauses=_RESOLVE,
    ),
    Move.WAIT_AGENCY: Way(
        AT_WORK,
        _S.WAITING_AGENCY,
        _P.WORK,
        (_D.REFERRAL, _D.REASON, _D.EXPECTED),
        (_L.EXPLANATION, _L.REMINDER),
        pauses=_RESOLVE,
    ),
    Move.WAIT_COURT: Way(
        AT_WORK, _S.WAITING_COURT, _P.WORK, (_D.REASON,), (_L.PROGRESS,), pauses=_RESOLVE
    ),
    # Waiting for our own school or unit is our own time.
    Move.WAIT_UNIT: Way(
        AT_WORK,
        _S.IN_PROGRESS,
        _P.WORK,
        (_D.REASON, _D.EXPECTED),
        (_L.EXPLANATION, _L.REMINDER),
    ),
    Move.RESUME: Way(WAITING | {_S.IN_PROGRESS}, _S.IN_PROGRESS, _P.WORK),
    Move.EXTEND: Way(
        OPEN,
        None,
        _P.ASSIGN,
        (_D.REASON, _D.APPROVER, _D.NEW_DATE),
        (_L.EXTENSION_NOTICE, _L.SOURCE_EXTENSION),
    ),
    Move.FILE_LETTER: Way(
        frozenset(Status) - {_S.MERGED, _S.RETURNED},
        None,
        _P.CORRECT,
        (_D.LETTER,),
        (_L.PROGRESS,),
    ),
    Move.PROPOSE_CLOSING: Way(
        AT_WORK,
        _S.CLOSING_PROPOSED,
        _P.WORK,
        (_D.OUTCOME, _D.EVIDENCE),
        (_L.MEMO,),
    ),
    Move.SEND_BACK: Way(frozenset({_S.CLOSING_PROPOSED}), _S.IN_PROGRESS, _P.ASSIGN, (_D.REASON,)),
    Move.CLOSE: Way(
        OPEN,
        _S.CLOSED,
        _P.CLOSE,
        (_D.OUTCOME, _D.EVIDENCE),
        (_L.RESULT, _L.SOURCE_REPORT),
        stops=_RESOLVE,
    ),
    Move.INFORM: Way(
        frozenset({_S.CLOSED}), _S.INFORMED, _P.WORK, (_D.NOTICE,), stops=frozenset({_C.REPLY})
    ),
    Move.ARCHIVE: Way(
        frozenset({_S.INFORMED, _S.NOT_ACCEPTED, _S.REFERRED, _S.WITHDRAWN, _S.CLOSED}),
        _S.ARCHIVED,
        _P.WORK,
    ),
    Move.NOT_ACCEPT: Way(
        FRESH,
        _S.NOT_ACCEPTED,
        _P.ASSIGN,
        (_D.ORDER, _D.GROUND, _D.REASON),
        (_L.NOT_ACCEPTED, _L.SOURCE_REPORT),
        stops=_RESOLVE,
    ),
    # Misdelivered: there never was a case, so nothing was owed.
    Move.RETURN: Way(FRESH, _S.RETURNED, _P.REGISTER, (_D.REASON, _D.REFERRAL), drops=_ALL),
    Move.REFER: Way(
        OPEN,
        _S.REFERRED,
        _P.REFER,
        (_D.REFERRAL,),
        (_L.REFERRAL, _L.REFERRAL_NOTICE),
        stops=_RESOLVE,
    ),
    Move.WITHDRAW: Way(
        OPEN,
        _S.WITHDRAWN,
        _P.ASSIGN,
        (_D.REASON, _D.EVIDENCE),
        (_L.SOURCE_REPORT,),
        stops=_RESOLVE,
        drops=_ANSWERS,
    ),
    # Counted once, in the case it goes on in.
    Move.MERGE: Way(
        OPEN, _S.MERGED, _P.ASSIGN, (_D.OTHER_CASE, _D.REASON), (_L.PROGRESS,), drops=_ALL
    ),
    Move.UNMERGE: Way(
        frozenset({_S.MERGED}), _S.AWAITING_ORDER, _P.ASSIGN, (_D.REASON,), starts=_ALL
    ),
    Move.LINK: Way(frozenset(Status), None, _P.WORK, (_D.OTHER_CASE,)),
    Move.SPLIT: Way(OPEN, None, _P.ASSIGN, (_D.REASON,)),
    Move.REOPEN: Way(ENDED, _S.AWAITING_ORDER, _P.ASSIGN, (_D.REASON,), (_L.MEMO,), starts=_ANEW),
    Move.APPEAL: Way(
        ENDED,
        _S.AWAITING_ORDER,
        _P.REGISTER,
        (_D.LETTER, _D.REASON),
        (_L.ACKNOWLEDGEMENT, _L.MEMO),
        starts=_ANEW,
    ),
    Move.HIDE: Way(frozenset(Status), None, _P.ASSIGN, (_D.REASON,)),
    Move.RESTORE: Way(frozenset(Status), None, _P.ASSIGN, (_D.REASON,)),
}


def allowed(move: Move, status: Status) -> bool:
    """Tell whether the road has this move from here."""
    return status in ROAD[move].sources
