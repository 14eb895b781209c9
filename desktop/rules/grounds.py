"""Grounds on which a matter is not taken up, and what an unsigned paper must show to be."""

from enum import StrEnum


class NonAcceptance(StrEnum):
    """Why a matter is not taken up (ระเบียบ พ.ศ. ๒๕๕๒ and the handbooks that follow it)."""

    ROYAL = "royal"
    IN_COURT = "in_court"
    POLICY = "policy"
    OWN_PROCEDURE = "own_procedure"
    DECIDED = "decided"
    UNSIGNED = "unsigned"
    """A บัตรสนเท่ห์ that fails one of its three tests."""
    NO_FACTS = "no_facts"


class UnsignedTest(StrEnum):
    """What a บัตรสนเท่ห์ must show to be taken up (มติ ครม. ๒๒ ธ.ค. ๒๕๔๑): all three."""

    EVIDENCE = "evidence"
    CIRCUMSTANCES = "circumstances"
    WITNESSES = "witnesses"
