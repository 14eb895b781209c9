"""What petitioners think of how their complaint was dealt with, and what is counted of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from desktop.rules.shares import percent

SCORES = range(1, 6)
"""The scores that may be given: 1 is the least, 5 the most satisfied."""
SATISFIED = 4
"""From this score on somebody counts as satisfied."""


class AskedBy(StrEnum):
    """By which way the petitioner was asked."""

    PHONE = "phone"
    COUNTER = "counter"
    FORM = "form"
    MESSAGE = "message"
    EMAIL = "email"


class Response(StrEnum):
    """What came of asking."""

    SCORED = "scored"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Survey:
    """One time that a petitioner was asked about a cycle that had ended; the last one counts.

    `score` is given by who answered and by nobody else: who did not answer is no zero.
    """

    cycle: int
    asked_on: date
    asked_by: AskedBy
    response: Response
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What is told of the cycles that ended in a period.

    `scores` counts the answers from score 1 up to score 5. Nobody can be asked about what nobody
    signed: it is no part of any share.
    """

    finished: int = 0
    anonymous: int = 0
    scores: tuple[int, ...] = (0,) * len(SCORES)
    refused: int = 0
    unreachable: int = 0

    @property
    def askable(self) -> int:
        """Those of which somebody can be asked."""
        return self.finished - self.anonymous

    @property
    def answered(self) -> int:
        """Those who gave a score."""
        return sum(self.scores)

    @property
    def not_asked(self) -> int:
        """Those whom nobody has asked yet."""
        return self.askable - self.answered - self.refused - self.unreachable

    @property
    def average(self) -> Decimal | None:
        """The mean score of those who answered, to two places; None if nobody did."""
        if not self.answered:
            return None
        total = sum(score * count for score, count in zip(SCORES, self.scores, strict=True))
        return (Decimal(total) / self.answered).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def satisfied_percent(self) -> Decimal | None:
        """Satisfied ÷ answered in percent, to one place; None if nobody answered."""
        satisfied = sum(self.scores[SATISFIED - SCORES.start :])
        return percent(satisfied, self.answered)

    @property
    def answered_percent(self) -> Decimal | None:
        """Answered ÷ those who can be asked in percent, to one place; None if there are none."""
        return percent(self.answered, self.askable)


def satisfaction_of(ended: Sequence[tuple[bool, Survey | None]]) -> Satisfaction:
    """Count cycles that ended: each whether nobody signed, and what came of asking last."""
    surveys = [survey for unsigned, survey in ended if survey is not None and not unsigned]
    return Satisfaction(
        finished=len(ended),
        anonymous=sum(unsigned for unsigned, _ in ended),
        scores=tuple(sum(one.score == score for one in surveys) for score in SCORES),
        refused=sum(one.response is Response.REFUSED for one in surveys),
        unreachable=sum(one.response is Response.UNREACHABLE for one in surveys),
    )


def satisfaction_by_way(
    ended: Sequence[tuple[bool, Survey | None]],
) -> tuple[tuple[AskedBy, Satisfaction], ...]:
    """Count those who were asked, apart by each way that was taken."""
    asked = [(unsigned, one) for unsigned, one in ended if one is not None and not unsigned]
    apart = ((way, [pair for pair in asked if pair[1].asked_by is way]) for way in AskedBy)
    return tuple((way, satisfaction_of(pairs)) for way, pairs in apart if pairs)
