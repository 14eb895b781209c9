"""Rows of nothing in particular, for the table that fetches them by page."""

from array import array
from dataclasses import dataclass

from ui.models.paged_table import ColumnSpec
from ui.theme import Tone


@dataclass(frozen=True)
class Line:
    """A row of the model under test."""

    id: int
    word: str


def number_of(line: Line) -> str:
    return str(line.id)


def word_of(line: Line) -> str:
    return line.word


def tone_of(_line: Line) -> Tone:
    return Tone.LATE


COLUMNS = (
    ColumnSpec("No.", number_of, 50, "number"),
    ColumnSpec("Word", word_of, 90, "word", tone_of),
)


def identity(line: Line) -> int:
    return line.id


def lines(ids: "array[int]") -> list[Line]:
    return [Line(one, f"คำที่ {one}") for one in ids]


def listing(count: int, first: int = 1) -> "array[int]":
    return array("q", range(first, first + count))
