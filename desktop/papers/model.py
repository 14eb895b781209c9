"""What stands in a paper's body: a few kinds of block, of plain words that are never parsed."""

from dataclasses import dataclass
from typing import Literal

from desktop.papers import measures as m


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `indent` of its first line in points. A line ended by hand opens anew."""

    text: str
    indent: float = m.INDENT


@dataclass(frozen=True, slots=True)
class Heading:
    """Bold words at the left margin, which never stand alone at a page's foot."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list; its words hang beside its mark, such as ๑. or (ก).

    One that `leads` is on the page of what follows it, as a question is on its answer's.
    """

    mark: str
    text: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column's head, its share of the width, and where words stand in it."""

    head: str
    share: float = 1.0
    align: Literal["left", "centre", "right"] = "left"


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with borders, each row with one text a column."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row has not one text a column")


Block = Paragraph | Heading | Item | TableBlock
Body = tuple[str | Block, ...]
"""Blocks one below another; a plain text is a paragraph."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Something sent with a letter and, where it is told, how much: จำนวน ๑ ฉบับ."""

    text: str
    count: str = ""
