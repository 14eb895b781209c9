"""What the road's table is called: its moves, what they ask, and what they do to the clocks."""

from collections.abc import Mapping

from desktop.rules.clocks import ClockKind
from desktop.rules.grounds import NonAcceptance, UnsignedTest
from desktop.rules.links import LinkKind
from desktop.rules.people import MAY, Permission
from desktop.rules.proceedings import Findings, Ground, WaitFor
from desktop.rules.road import Demand, Move, Way
from desktop.wording import N_, _
from desktop.wording.names import CLOCK, ROLE

MOVE: Mapping[Move, str] = {
    Move.SCREEN: N_("Begin screening"),
    Move.AWAIT_ORDER: N_("Lay before the director"),
    Move.ORDER: N_("Record an order"),
    Move.ASSIGN: N_("Assign an owner"),
    Move.START: N_("Begin the work"),
    Move.INVESTIGATE: N_("Appoint a fact-finding committee"),
    Move.REPORT_FINDINGS: N_("Record the committee's report"),
    Move.PROTECT_CHILD: N_("Hand over to protect the child"),
    Move.WAIT_PETITIONER: N_("Wait for the petitioner"),
    Move.WAIT_AGENCY: N_("Ask another agency"),
    Move.WAIT_COURT: N_("Wait for a court"),
    Move.WAIT_UNIT: N_("Wait for our own school or unit"),
    Move.RESUME: N_("Go on with the work"),
    Move.EXTEND: N_("Extend the time"),
    Move.FILE_LETTER: N_("File a letter that came"),
    Move.PROPOSE_CLOSING: N_("Propose closing"),
    Move.SEND_BACK: N_("Send back to work on"),
    Move.CLOSE: N_("Close complaint"),
    Move.INFORM: N_("Record the answer to the petitioner"),
    Move.ARCHIVE: N_("Archive"),
    Move.NOT_ACCEPT: N_("Not accept"),
    Move.RETURN: N_("Return what was misdelivered"),
    Move.REFER: N_("Refer to the agency in charge"),
    Move.WITHDRAW: N_("Record a withdrawal"),
    Move.MERGE: N_("Merge into another complaint"),
    Move.UNMERGE: N_("Undo the merger"),
    Move.LINK: N_("Tie to a related complaint"),
    Move.SPLIT: N_("Split off a second matter"),
    Move.REOPEN: N_("Reopen"),
    Move.APPEAL: N_("Record a request for review"),
    Move.HIDE: N_("Hide"),
    Move.RESTORE: N_("Bring back"),
}

DEMAND: Mapping[Demand, str] = {
    Demand.OWNER: N_("owner"),
    Demand.ORDER: N_("order"),
    Demand.REASON: N_("reason"),
    Demand.GROUND: N_("ground"),
    Demand.REFERRAL: N_("agency, letter number and day"),
    Demand.OUTCOME: N_("outcome"),
    Demand.EVIDENCE: N_("evidence"),
    Demand.OTHER_CASE: N_("other complaint"),
    Demand.LETTER: N_("letter that came"),
    Demand.APPROVER: N_("approver"),
    Demand.NEW_DATE: N_("new day"),
    Demand.EXPECTED: N_("until when"),
    Demand.COMMITTEE: N_("committee and its order"),
    Demand.FINDINGS: N_("findings"),
    Demand.RECEIVER: N_("receiver and time"),
    Demand.NOTICE: N_("how and when the petitioner was told"),
}

WAIT_FOR: Mapping[WaitFor, str] = {
    WaitFor.PETITIONER: N_("Waited for the petitioner"),
    WaitFor.AGENCY: N_("Waited for an agency"),
    WaitFor.COURT: N_("Waited for a court"),
    WaitFor.UNIT: N_("Waited for our own unit"),
}

NON_ACCEPTANCE: Mapping[NonAcceptance, str] = {
    NonAcceptance.ROYAL: N_("About the royal institution, which has a channel of its own"),
    NonAcceptance.IN_COURT: N_("Before a court, or judged finally"),
    NonAcceptance.POLICY: N_("Policy of the government itself"),
    NonAcceptance.OWN_PROCEDURE: N_("A law sets its own procedure for it"),
    NonAcceptance.DECIDED: N_("Decided before, and nothing new"),
    NonAcceptance.UNSIGNED: N_("Unsigned, and one of the three tests fails"),
    NonAcceptance.NO_FACTS: N_("No facts that could be looked into"),
}

UNSIGNED_TEST: Mapping[UnsignedTest, str] = {
    UnsignedTest.EVIDENCE: N_("It names no evidence"),
    UnsignedTest.CIRCUMSTANCES: N_("It tells no clear circumstances"),
    UnsignedTest.WITNESSES: N_("It points to no definite witnesses"),
}
"""What each test is called when it fails."""

FINDINGS: Mapping[Findings, str] = {
    Findings.NO_GROUND: N_("No ground"),
    Findings.NOT_SERIOUS: N_("Grounds for minor discipline"),
    Findings.SERIOUS: N_("Grounds for serious discipline"),
    Findings.OTHER: N_("Other findings"),
}

GROUND: Mapping[Ground, str] = {
    Ground.RECEIVED: N_("Received"),
    Ground.REOPENED: N_("Reopened"),
    Ground.APPEALED: N_("Review asked for"),
}

LINK: Mapping[tuple[LinkKind, bool], str] = {
    (LinkKind.MERGED, True): N_("Merged into"),
    (LinkKind.MERGED, False): N_("Took in"),
    (LinkKind.RELATED, True): N_("Related to"),
    (LinkKind.RELATED, False): N_("Related to"),
    (LinkKind.SPLIT, True): N_("Split off from"),
    (LinkKind.SPLIT, False): N_("Split off here"),
}
"""By kind, and whether this case is the one that was merged into or split from the other."""


def demanded(way: Way) -> str:
    """List what a move asks for."""
    return ", ".join(_(DEMAND[demand]) for demand in way.demands)


def clock_effects(way: Way) -> tuple[str, ...]:
    """Say in short sentences what a move does to the clocks."""
    said = (
        (way.starts, N_("Starts anew: {clocks}.")),
        (way.stops, N_("Ends: {clocks}.")),
        (way.pauses, N_("Stands still: {clocks}.")),
        (way.drops, N_("Counted no more: {clocks}.")),
    )
    return tuple(_(text).format(clocks=_clocks(kinds)) for kinds, text in said if kinds)


def who_may(permission: Permission) -> str:
    """List the roles that have a permission."""
    return ", ".join(_(ROLE[role]) for role in ROLE if permission in MAY[role])


def _clocks(kinds: frozenset[ClockKind]) -> str:
    if kinds == frozenset(ClockKind):
        return _("every clock")
    return ", ".join(_(name) for kind, name in CLOCK.items() if kind in kinds)
