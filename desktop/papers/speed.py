"""The speed classes as they are written on paper (ข้อ ๒๘), in Thai whatever the screen speaks."""

from collections.abc import Mapping
from datetime import datetime

from desktop.rules.complaint import Urgency
from desktop.rules.thai.dates import clock_time, local, medium_date, official_date

SPEED: Mapping[Urgency, str] = {
    Urgency.NONE: "",
    Urgency.URGENT: "ด่วน",
    Urgency.VERY_URGENT: "ด่วนมาก",
    Urgency.MOST_URGENT: "ด่วนที่สุด",
}


def speed_of(urgency: Urgency, within: datetime | None) -> str:
    """Write the speed class; one with a moment to arrive by is a class of its own."""
    return SPEED[urgency] if within is None else "ด่วนภายใน"


def moment_of(within: datetime | None) -> tuple[str, ...]:
    """Write the day and the hour by which a paper must arrive, a line each."""
    if within is None:
        return ()
    return medium_date(official_date(within)), clock_time(local(within))
