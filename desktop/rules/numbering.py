"""Running numbers: gapless, one series per book and year."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Book(StrEnum):
    """A book that gives out numbers."""

    COMPLAINTS = "complaints"
    """เลขรับเรื่อง, by fiscal year."""
    LETTERS_OUT = "letters_out"
    """เลขทะเบียนหนังสือส่ง, by calendar year."""
    CIRCULARS_OUT = "circulars_out"
    """Letters of one text to several (ข้อ ๓๒), by calendar year."""
    SECRETS_IN = "secrets_in"
    """ทะเบียนรับข้อมูลข่าวสารลับ (ทขล.๑), by calendar year."""
    SECRETS_OUT = "secrets_out"
    """ทะเบียนส่งข้อมูลข่าวสารลับ (ทขล.๒), by calendar year."""


@dataclass(frozen=True, slots=True)
class Series:
    """One run of numbers; `year` is of the Buddhist era."""

    book: Book
    year: int


class ComplaintNumber(NamedTuple):
    """A complaint's number in its fiscal year, as in 42/2569; a tuple, as every line has one."""

    year: int
    running: int

    def __str__(self) -> str:
        return f"{self.running}/{self.year}"


def order_number(running: int, year: int) -> str:
    """Write an order's number, which carries the year of the Buddhist era (แบบที่ ๔)."""
    return f"{running}/{year}"


def letter_number(prefix: str, running: int, mark: str = "") -> str:
    """Write an outgoing letter's number: prefix, stroke, no leading zeros, no year (ข้อ ๑๑.๑).

    `mark` tells a series apart, as in ว 1 for a circular.
    """
    return f"{prefix}/{mark} {running}" if mark else f"{prefix}/{running}"
