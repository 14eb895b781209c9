"""The road of a complaint: every move it may make, from where, to where, and who may make it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.complaint import Status
from desktop.rules.people import Permission


class Move(StrEnum):
    """A step along the road, named for what is done."""

    SCREEN = "screen"
    AWAIT_ORDER = "await_order"
    ASSIGN = "assign"
    START = "start"
    WAIT_PETITIONER = "wait_petitioner"
    WAIT_AGENCY = "wait_agency"
    WAIT_COURT = "wait_court"
    RESUME = "resume"
    PROPOSE_CLOSING = "propose_closing"
    CLOSE = "close"
    INFORM = "inform"
    ARCHIVE = "archive"
    NOT_ACCEPT = "not_accept"
    RETURN = "return"
    REFER = "refer"
    WITHDRAW = "withdraw"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Way:
    """One line of the road's table."""

    sources: frozenset[Status]
    target: Status
    permission: Permission


_FRESH = frozenset({Status.RECEIVED, Status.SCREENING, Status.AWAITING_ORDER})
_WAITING = frozenset({Status.WAITING_PETITIONER, Status.WAITING_AGENCY, Status.WAITING_COURT})
_AT_WORK = frozenset({Status.ASSIGNED, Status.IN_PROGRESS}) | _WAITING
OPEN = _FRESH | _AT_WORK | {Status.CLOSING_PROPOSED}
"""Statuses in which somebody still owes the citizen work."""
FINISHED = frozenset(Status) - OPEN

_S, _P = Status, Permission
ROAD: dict[Move, Way] = {
    Move.SCREEN: Way(frozenset({_S.RECEIVED}), _S.SCREENING, _P.REGISTER),
    Move.AWAIT_ORDER: Way(frozenset({_S.RECEIVED, _S.SCREENING}), _S.AWAITING_ORDER, _P.REGISTER),
    Move.ASSIGN: Way(_FRESH | _AT_WORK, _S.ASSIGNED, _P.ASSIGN),
    Move.START: Way(frozenset({_S.ASSIGNED}), _S.IN_PROGRESS, _P.WORK),
    Move.WAIT_PETITIONER: Way(_AT_WORK, _S.WAITING_PETITIONER, _P.WORK),
    Move.WAIT_AGENCY: Way(_AT_WORK, _S.WAITING_AGENCY, _P.WORK),
    Move.WAIT_COURT: Way(_AT_WORK, _S.WAITING_COURT, _P.WORK),
    Move.RESUME: Way(_WAITING, _S.IN_PROGRESS, _P.WORK),
    Move.PROPOSE_CLOSING: Way(_AT_WORK, _S.CLOSING_PROPOSED, _P.WORK),
    Move.CLOSE: Way(OPEN, _S.CLOSED, _P.CLOSE),
    Move.INFORM: Way(frozenset({_S.CLOSED}), _S.INFORMED, _P.WORK),
    Move.ARCHIVE: Way(frozenset({_S.INFORMED, _S.NOT_ACCEPTED, _S.REFERRED}), _S.ARCHIVED, _P.WORK),
    Move.NOT_ACCEPT: Way(_FRESH, _S.NOT_ACCEPTED, _P.ASSIGN),
    Move.RETURN: Way(_FRESH, _S.RETURNED, _P.REGISTER),
    Move.REFER: Way(OPEN, _S.REFERRED, _P.REFER),
    Move.WITHDRAW: Way(OPEN, _S.WITHDRAWN, _P.ASSIGN),
    Move.MERGE: Way(OPEN, _S.MERGED, _P.ASSIGN),
}


def allowed(move: Move, status: Status) -> bool:
    """Tell whether the road has this move from here."""
    return status in ROAD[move].sources
