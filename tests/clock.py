"""A clock that a test sets and moves."""

from datetime import date, datetime, timedelta

from office import bangkok


class Clock:
    """The time of day, as the test says."""

    def __init__(self, hour: int = 9, minute: int = 0) -> None:
        self.at = bangkok(date(2026, 7, 15), hour, minute)

    def __call__(self) -> datetime:
        return self.at

    def pass_time(self, **amount: float) -> None:
        self.at += timedelta(**amount)
